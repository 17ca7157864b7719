/*
 * The table of findings about Markdown, filled from codes.def. None cites a law:
 * they are about the writing, not about what is written.
 */
#include "doc/codes.h"

const struct code doc_codes[DOC_CODE_COUNT] = {
#define CODE(name, id, level, fr, en, help_fr, help_en)                                                      \
	[DOC_CODE_##name] = { (id), (level), NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "doc/codes.def"
#undef CODE
};
