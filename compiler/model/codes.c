/*
 * The table of the model's findings, filled from codes.def. Few cite a law: they
 * are about the writing, not about what is written.
 */
#include "model/codes.h"

#include "law/law.h"

const struct code model_codes[MODEL_CODE_COUNT] = {
#define CODE(name, id, level, law, fr, en, help_fr, help_en)                                                 \
	[MODEL_##name] = { (id), (level), (law), WORDS(fr, en), WORDS(help_fr, help_en) },
#include "model/codes.def"
#undef CODE
};
