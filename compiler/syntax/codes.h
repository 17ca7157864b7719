/*
 * The findings of the lexer and the parser, as codes.def lists them.
 */
#ifndef SYNTAX_CODES_H
#define SYNTAX_CODES_H

#include "diag/diag.h"

enum syntax_code {
#define CODE(name, id, level, fr, en, help_fr, help_en) SYNTAX_##name,
#include "syntax/codes.def"
#undef CODE
	SYNTAX_CODE_COUNT
};

extern const struct code syntax_codes[SYNTAX_CODE_COUNT];

#endif
