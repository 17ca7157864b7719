/*
 * The words of the page itself: skip link, language switch, contents, index.
 * A row of furniture.def each, in both languages, typography included.
 */
#ifndef RENDER_FURNITURE_H
#define RENDER_FURNITURE_H

#include "base/lang.h"

enum furniture {
#define FURNITURE(name, fr, en) FURNITURE_##name,
#include "render/furniture.def"
#undef FURNITURE
	FURNITURE_COUNT
};

/* NUL-terminated, free of characters that a format must escape. */
const char *furniture_text(enum furniture furniture, enum lang lang);

/* The stylesheet (style.css), NUL-terminated; the build makes it an array. */
extern const char render_style[];

#endif
