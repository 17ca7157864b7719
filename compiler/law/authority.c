/*
 * Supervisory authorities by identifier and by country. Takes the identifiers and codes
 * of authorities.def, gives their row, and NULL for anything else.
 */
#include "law/law.h"

static const struct authority authorities[] = {
#define AUTHORITY(id, country, competent, fr, en, address, phone, email, site, form)                         \
	{ id, country, (competent) != 0, WORDS(fr, en), address, phone, email, site, form },
#include "law/authorities.def"
#undef AUTHORITY
};

enum { AUTHORITY_COUNT = sizeof(authorities) / sizeof(*authorities) };

/* The table is in byte order of its identifiers. */
const struct authority *law_authority(struct str id)
{
	size_t low = 0, high = AUTHORITY_COUNT;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(id, str_of(authorities[middle].id));
		if (!order)
			return &authorities[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* No table by country: a policy asks once or twice. */
const struct authority *law_authority_of(struct str country)
{
	for (size_t i = 0; i < AUTHORITY_COUNT; i++)
		if (authorities[i].competent && str_is(country, authorities[i].country))
			return &authorities[i];
	return NULL;
}

const struct authority *law_authority_at(size_t i)
{
	return i < AUTHORITY_COUNT ? &authorities[i] : NULL;
}
