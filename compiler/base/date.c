/*
 * Days of the calendar: whether they exist, their order, months added.
 */
#include "base/date.h"

static int days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool date_is_real(struct date date)
{
	return date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
	       date.day <= days_of(date.year, date.month);
}

int date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return a.day == b.day ? 0 : a.day < b.day ? -1 : 1;
}

struct date date_add_months(struct date date, int months)
{
	int month = date.year * 12 + date.month - 1 + months;
	struct date sum = { month / 12, month % 12 + 1, date.day };

	if (sum.day > days_of(sum.year, sum.month))
		sum.day = days_of(sum.year, sum.month);
	return sum;
}
