/*
 * Private to report/: places as other programs read them. Takes spans; gives paths
 * without "./", URIs, and regions in the unit of columns that a format asks for.
 */
#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

#include "source/source.h"

enum column_unit { COLUMNS_OF_CODE_POINTS, COLUMNS_OF_UTF16 };

/* Lines and columns from 1; `end` is behind the last character. */
struct region {
	struct position start, end;
};

/* False for a span without a place. */
bool place_region(const struct sources *sources, struct span span, enum column_unit unit,
		  struct region *region);
/* The path without "./" and steps back into folders, in the arena; control characters
 * and bytes that are not UTF-8 as visible signs. */
struct str place_path(struct arena *arena, struct str path);
/* The path of the span's file; `otherwise` for a span without a place. */
struct str place_file(const struct sources *sources, struct span span, struct str otherwise);
/* Appends the path as a URI reference, each byte that is not plain in percent form and
 * none made visible; a path from the root becomes a file: URI. True when it is relative. */
bool place_add_uri(struct buf *out, struct arena *scratch, struct str path);

#endif
