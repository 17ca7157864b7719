/*
 * The findings of reading a policy's XML back, as codes.def lists them.
 */
#ifndef RENDER_CODES_H
#define RENDER_CODES_H

#include "diag/diag.h"

enum xml_code {
#define CODE(name, id, level, fr, en, help_fr, help_en) XML_##name,
#include "render/codes.def"
#undef CODE
	XML_CODE_COUNT
};

extern const struct code xml_codes[XML_CODE_COUNT];

#endif
