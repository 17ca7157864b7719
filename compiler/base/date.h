/*
 * Days of the Gregorian calendar. A date of year 0 is none.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

struct date {
	int year, month, day;
};

/* True for a day that the calendar has. */
bool date_is_real(struct date date);
/* <0, 0, >0. */
int date_cmp(struct date a, struct date b);
/* The same day of the month so many months later, or the last of a shorter month. */
struct date date_add_months(struct date date, int months);

#endif
