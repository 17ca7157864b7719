/*
 * The findings of the model, as codes.def lists them.
 */
#ifndef MODEL_CODES_H
#define MODEL_CODES_H

#include "diag/diag.h"

enum model_code {
#define CODE(name, id, level, law, fr, en, help_fr, help_en) MODEL_##name,
#include "model/codes.def"
#undef CODE
	MODEL_CODE_COUNT
};

extern const struct code model_codes[MODEL_CODE_COUNT];

#endif
