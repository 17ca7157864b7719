/*
 * Ages of digital consent by country and day (GDPR Art. 8(1)).
 */
#ifndef LAW_CONSENT_AGES_H
#define LAW_CONSENT_AGES_H

#include "base/date.h"
#include "base/lang.h"
#include "law/law.h"

#define CONSENT_AGE_BY_DEFAULT 16 /* GDPR Art. 8(1), where no national age is known */

/* A row of law/consent_ages.def. */
struct consent_age {
	const char *country;
	int age;
	struct date from; /* the day from which it is the law */
	struct words statute;
	bool confirmed; /* the statute was read */
};
/* The row in force for the country on that day (year 0: today's), or NULL: not known. The French overseas
 * territories of the Union have the age of France, the Aland Islands that of Finland. */
const struct consent_age *law_consent_age(const struct country *country, struct date day);
/* Row i of the table, by country and day; NULL behind the last. */
const struct consent_age *law_consent_age_at(size_t i);

#endif
