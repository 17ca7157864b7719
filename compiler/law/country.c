/*
 * Countries by code. Takes an ISO 3166-1 alpha-2 code in capitals, or EU or EEA, gives
 * its row of countries.def, and NULL for anything else: case and spelling are the
 * caller's matter.
 */
#include "law/law.h"

static const struct country countries[] = {
#define COUNTRY(code, fr, en, in_fr, in_en, eea, eu)                                                         \
	{ code, WORDS(fr, en), WORDS(in_fr, in_en), (eea) != 0, (eu) != 0 },
#include "law/countries.def"
#undef COUNTRY
};

/* The table is in byte order of its codes. */
const struct country *law_country(struct str code)
{
	size_t low = 0, high = sizeof(countries) / sizeof(*countries);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(code, str_of(countries[middle].code));
		if (!order)
			return &countries[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct country *law_country_at(size_t i)
{
	return i < sizeof(countries) / sizeof(*countries) ? &countries[i] : NULL;
}
