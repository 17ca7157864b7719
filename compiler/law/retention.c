/*
 * Finds a kind of data in the table of retention references (law/retention.def).
 */
#include "law/retention.h"

#include <stddef.h>

static const struct retention_reference references[] = {
#define RETENTION_REFERENCE(kind, max, min, start_fr, start_en, source_fr, source_en)                        \
	{ (kind), (max), (min), WORDS(start_fr, start_en), WORDS(source_fr, source_en) },
#include "law/retention.def"
#undef RETENTION_REFERENCE
};

const struct retention_reference *law_retention(struct str kind)
{
	for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
		if (str_is(kind, references[i].kind))
			return &references[i];
	}
	return NULL;
}
