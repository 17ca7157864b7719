/*
 * The findings about Markdown, as codes.def lists them.
 */
#ifndef DOC_CODES_H
#define DOC_CODES_H

#include "diag/diag.h"

enum doc_code {
#define CODE(name, id, level, fr, en, help_fr, help_en) DOC_CODE_##name,
#include "doc/codes.def"
#undef CODE
	DOC_CODE_COUNT
};

extern const struct code doc_codes[DOC_CODE_COUNT];

#endif
