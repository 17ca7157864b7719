/*
 * Finds the age of digital consent of a country on a day.
 */
#include "law/consent_ages.h"

#include "base/str.h"

static const struct consent_age ages[] = {
#define CONSENT_AGE(country, age, from, fr, en, confirmed)                                                   \
	{ country, (age), from, WORDS(fr, en), (confirmed) != 0 },
#include "law/consent_ages.def"
#undef CONSENT_AGE
};

enum { AGE_COUNT = sizeof(ages) / sizeof(*ages) };

/* Territories with a code of their own whose age is that of their State. */
static const char *const territories[][2] = {
	{ "AX", "FI" }, { "GF", "FR" }, { "GP", "FR" }, { "MF", "FR" },
	{ "MQ", "FR" }, { "RE", "FR" }, { "YT", "FR" },
};

static const char *state_of(const char *code)
{
	for (size_t i = 0; i < sizeof(territories) / sizeof(*territories); i++)
		if (!strcmp(code, territories[i][0]))
			return territories[i][1];
	return code;
}

/* From the last row, since a later law of the same State replaces an earlier one. */
const struct consent_age *law_consent_age(const struct country *country, struct date day)
{
	const char *state = state_of(country->code);

	for (size_t i = AGE_COUNT; i-- > 0;)
		if (!strcmp(ages[i].country, state) && (!day.year || date_cmp(ages[i].from, day) <= 0))
			return &ages[i];
	return NULL;
}

const struct consent_age *law_consent_age_at(size_t i)
{
	return i < AGE_COUNT ? &ages[i] : NULL;
}
