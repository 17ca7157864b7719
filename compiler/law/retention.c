/*
 * Finds a kind of data in the table of retention references (law/retention.def).
 */
#include "law/retention.h"

#include <stddef.h>

static const struct retention_reference references[] = {
#define RETENTION_REFERENCE(kind, max, min, from, confirmed, start_fr, start_en, source_fr, source_en)       \
	{                                                                                                    \
		(kind),                                                                                      \
		(max),                                                                                       \
		(min),                                                                                       \
		from,                                                                                        \
		(confirmed) != 0,                                                                            \
		WORDS(start_fr, start_en),                                                                   \
		WORDS(source_fr, source_en)                                                                  \
	},
#include "law/retention.def"
#undef RETENTION_REFERENCE
};

enum { REFERENCE_COUNT = sizeof(references) / sizeof(references[0]) };

const struct retention_reference *law_retention(struct str kind)
{
	for (size_t i = 0; i < REFERENCE_COUNT; i++) {
		if (str_is(kind, references[i].kind))
			return &references[i];
	}
	return NULL;
}

const struct retention_reference *law_retention_on(struct str kind, struct date day)
{
	const struct retention_reference *row = law_retention(kind);

	return row && day.year && date_cmp(day, row->from) < 0 ? NULL : row;
}

const struct retention_reference *law_retention_at(size_t i)
{
	return i < REFERENCE_COUNT ? &references[i] : NULL;
}
