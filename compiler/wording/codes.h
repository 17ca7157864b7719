/*
 * The findings about `wording`, as codes.def lists them.
 */
#ifndef WORDING_CODES_H
#define WORDING_CODES_H

#include "diag/diag.h"

enum wording_code {
#define CODE(name, id, level, fr, en, help_fr, help_en) WORDING_##name,
#include "wording/codes.def"
#undef CODE
	WORDING_CODE_COUNT
};

extern const struct code wording_codes[WORDING_CODE_COUNT];

#endif
