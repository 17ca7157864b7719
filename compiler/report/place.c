/*
 * Spans and paths for the formats that programs read. Takes any path, valid UTF-8 or
 * not; gives nothing that could end a line or a string of a format.
 */
#include "report/place.h"

#include "base/file.h"
#include "base/utf8.h"
#include "report/report.h"

/* The column, from 1, in UTF-16 code units; `position` counts code points. */
static uint32_t utf16_column(const struct source *source, uint32_t offset, struct position position)
{
	struct str before = str_part(source->text, source->lines.v[position.line - 1], offset);
	uint32_t column = position.column;

	for (size_t i = 0; i < before.n; i++)
		column += (unsigned char)before.s[i] >= 0xF0; /* begins a code point past U+FFFF */
	return column;
}

static struct position position_in(const struct source *source, uint32_t offset, enum column_unit unit)
{
	struct position position = source_position(source, offset);

	if (unit == COLUMNS_OF_UTF16)
		position.column = utf16_column(source, offset, position);
	return position;
}

bool place_region(const struct sources *sources, struct span span, enum column_unit unit,
		  struct region *region)
{
	const struct source *source = sources_get(sources, span.file);

	if (!source)
		return false;
	region->start = position_in(source, span.start, unit);
	region->end = position_in(source, span.end, unit);
	return true;
}

struct str place_path(struct arena *arena, struct str path)
{
	struct buf visible = BUF_INIT;
	struct str result;

	report_add_visible(&visible, path_join(arena, STR("."), path));
	result = str_copy(arena, buf_str(&visible));
	buf_release(&visible);
	return result;
}

struct str place_file(const struct sources *sources, struct span span, struct str otherwise)
{
	const struct source *source = sources_get(sources, span.file);

	return source ? source->path : otherwise;
}

/* RFC 3986: the unreserved characters, and '/' between segments. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("-._~/", c));
}

bool place_add_uri(struct buf *out, struct arena *scratch, struct str path)
{
	bool is_relative = !str_has_prefix(path, "/");

	if (!is_relative)
		buf_add_text(out, "file://");
	path = path_join(scratch, STR("."), path);
	for (size_t i = 0; i < path.n; i++) {
		if (is_plain(path.s[i]))
			buf_add_char(out, path.s[i]);
		else
			buf_add_format(out, "%%%02X", (unsigned)(unsigned char)path.s[i]);
	}
	return is_relative;
}
