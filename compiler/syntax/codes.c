/*
 * The table of syntax findings, filled from codes.def. None cites a law: they
 * are about the writing, not about what is written.
 */
#include "syntax/codes.h"

const struct code syntax_codes[SYNTAX_CODE_COUNT] = {
#define CODE(name, id, level, fr, en, help_fr, help_en)                                                      \
	[SYNTAX_##name] = { (id), (level), NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "syntax/codes.def"
#undef CODE
};
