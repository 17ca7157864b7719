/*
 * The table of findings about `wording`, filled from codes.def. None cites a law:
 * they are about the writing, not about what is written.
 */
#include "wording/codes.h"

const struct code wording_codes[WORDING_CODE_COUNT] = {
#define CODE(name, id, level, fr, en, help_fr, help_en)                                                      \
	[WORDING_##name] = { (id), (level), NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "wording/codes.def"
#undef CODE
};
