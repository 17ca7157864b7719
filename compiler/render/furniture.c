/*
 * The table of furniture.def. Takes a row and a language, gives its text.
 */
#include "render/furniture.h"

static const struct words table[FURNITURE_COUNT] = {
#define FURNITURE(name, fr, en) [FURNITURE_##name] = WORDS(fr, en),
#include "render/furniture.def"
#undef FURNITURE
};

const char *furniture_text(enum furniture furniture, enum lang lang)
{
	return table[furniture].in[lang];
}
