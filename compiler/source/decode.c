/*
 * Encodings. Takes the bytes of a file: UTF-8, with or without BOM, is copied;
 * UTF-16 is known by its BOM; what is not valid UTF-8 is read as Windows-1252.
 * iconv converts. Gives valid UTF-8 always; an invalid byte becomes U+FFFD and a
 * problem at its place.
 */
#include "source/decode.h"

#include <errno.h>
#include <iconv.h>

#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD, REPLACEMENT_BYTES = 3 };

/* How each encoding begins, its name for iconv (NULL: UTF-8) and the width of its units. */
static const struct encoding_row {
	const char *bom;
	size_t bom_bytes;
	const char *name;
	size_t unit;
} encodings[] = {
	[ENCODING_UTF8] = { "", 0, NULL, 1 },
	[ENCODING_UTF8_BOM] = { "\xEF\xBB\xBF", 3, NULL, 1 },
	[ENCODING_UTF16LE] = { "\xFF\xFE", 2, "UTF-16LE", 2 },
	[ENCODING_UTF16BE] = { "\xFE\xFF", 2, "UTF-16BE", 2 },
	[ENCODING_WINDOWS_1252] = { "", 0, "WINDOWS-1252", 1 },
};

void source_add_problem(struct source *source, struct arena *arena, struct source_problem problem)
{
	if (source->noted[problem.kind] == SOURCE_PROBLEMS_LIMIT)
		return;
	source->noted[problem.kind]++;
	vec_add(arena, &source->problems, problem);
}

static enum encoding encoding_of(struct str bytes)
{
	static const enum encoding marked[] = { ENCODING_UTF8_BOM, ENCODING_UTF16LE, ENCODING_UTF16BE };

	for (size_t i = 0; i < sizeof(marked) / sizeof(*marked); i++) {
		if (str_has_prefix(bytes, encodings[marked[i]].bom))
			return marked[i];
	}
	return utf8_invalid_at(bytes) == bytes.n ? ENCODING_UTF8 : ENCODING_WINDOWS_1252;
}

/* Puts U+FFFD in the text for the unit that begins `rest`, notes it, and gives
 * what follows it. */
static struct str skip_invalid(struct source *source, struct arena *arena, struct buf *text, struct str rest)
{
	const unsigned char *at = (const unsigned char *)rest.s;
	size_t unit = encodings[source->encoding].unit;
	uint32_t value = at[0];
	struct span span = { source->number, (uint32_t)text->n, (uint32_t)text->n + REPLACEMENT_BYTES };

	if (unit == 2 && rest.n > 1)
		value = source->encoding == ENCODING_UTF16LE ? at[0] | (uint32_t)at[1] << 8
							     : (uint32_t)at[0] << 8 | at[1];
	source_add_problem(source, arena, (struct source_problem) { SOURCE_INVALID_BYTE, span, value });
	utf8_add(text, REPLACEMENT);
	return str_part(rest, unit, rest.n);
}

/* Copies UTF-8, invalid bytes apart. */
static void copy_utf8(struct source *source, struct arena *arena, struct buf *text, struct str rest)
{
	for (;;) {
		size_t valid = utf8_invalid_at(rest);
		buf_add(text, rest.s, valid);
		rest = str_part(rest, valid, rest.n);
		if (rest.n == 0)
			return;
		rest = skip_invalid(source, arena, text, rest);
	}
}

/* Converts as much of `rest` as is valid; gives what is left. */
static struct str convert_some(iconv_t converter, struct buf *text, struct str rest)
{
	char block[8192];
	bool more;

	do {
		char *in = (char *)(uintptr_t)rest.s, *out = block;
		size_t in_left = rest.n, out_left = sizeof(block);
		more = iconv(converter, &in, &in_left, &out, &out_left) == (size_t)-1 && errno == E2BIG;
		buf_add(text, block, sizeof(block) - out_left);
		rest = str_part(rest, rest.n - in_left, rest.n);
	} while (more);
	return rest;
}

static void convert(struct source *source, struct arena *arena, struct buf *text, struct str rest)
{
	iconv_t converter = iconv_open("UTF-8", encodings[source->encoding].name);

	while (rest.n > 0) {
		if (converter != (iconv_t)-1)
			rest = convert_some(converter, text, rest);
		if (rest.n > 0)
			rest = skip_invalid(source, arena, text, rest);
	}
	if (converter != (iconv_t)-1)
		iconv_close(converter);
}

void source_decode(struct source *source, struct arena *arena, struct str bytes)
{
	const struct encoding_row *encoding;
	struct buf text = BUF_INIT;
	struct str rest;

	source->encoding = encoding_of(bytes);
	encoding = &encodings[source->encoding];
	rest = str_part(bytes, encoding->bom_bytes, bytes.n);
	if (source->encoding == ENCODING_UTF8) {
		source->text = str_copy(arena, rest);
		return;
	}
	if (encoding->name)
		convert(source, arena, &text, rest);
	else
		copy_utf8(source, arena, &text, rest);
	source->text = str_copy(arena, buf_str(&text));
	buf_release(&text);
}
