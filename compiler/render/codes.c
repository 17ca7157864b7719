/*
 * The table of what reading XML refuses, filled from codes.def. None cites a law:
 * they are about the file, not about what it says.
 */
#include "render/codes.h"

const struct code xml_codes[XML_CODE_COUNT] = {
#define CODE(name, id, level, fr, en, help_fr, help_en)                                                      \
	[XML_##name] = { (id), (level), NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "render/codes.def"
#undef CODE
};
