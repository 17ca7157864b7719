/*
 * The files of one compile: each is read and decoded once, looked through for
 * what no source may hold, and cut into lines. Gives texts, places and lines;
 * refuses nothing here, but notes problems at their places in each source.
 */
#include "source/source.h"

#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "source/decode.h"

void sources_init(struct sources *sources, struct arena *arena)
{
	memset(sources, 0, sizeof(*sources));
	sources->arena = arena;
}

/* Where each line begins: LF ends a line, and CR LF with it. */
static void find_lines(struct source *source, struct arena *arena)
{
	const char *text = source->text.s, *end = text + source->text.n, *at = text;

	vec_add(arena, &source->lines, 0);
	while ((at = memchr(at, '\n', (size_t)(end - at)))) {
		at++;
		vec_add(arena, &source->lines, (uint32_t)(at - text));
	}
}

static void find_nuls(struct source *source, struct arena *arena)
{
	const char *text = source->text.s, *end = text + source->text.n, *at = text;

	while (source->noted[SOURCE_NUL] < SOURCE_PROBLEMS_LIMIT &&
	       (at = memchr(at, '\0', (size_t)(end - at)))) {
		uint32_t start = (uint32_t)(at - text);
		struct span span = { source->number, start, start + 1 };
		source_add_problem(source, arena, (struct source_problem) { SOURCE_NUL, span, 0 });
		at++;
	}
}

/* Every bidirectional control character begins with the byte E2. */
static void find_bidi_controls(struct source *source, struct arena *arena)
{
	const char *text = source->text.s, *end = text + source->text.n, *at = text;

	while ((at = memchr(at, 0xE2, (size_t)(end - at)))) {
		size_t start = (size_t)(at - text), next = start;
		uint32_t code_point = utf8_next(source->text, &next);
		struct span span = { source->number, (uint32_t)start, (uint32_t)next };
		if (utf8_is_bidi_control(code_point))
			source_add_problem(source, arena,
					   (struct source_problem) { SOURCE_BIDI_CONTROL, span, code_point });
		at = text + next;
	}
}

static struct str shown_path(struct str path)
{
	return str_is(path, "-") ? STR("<stdin>") : path;
}

struct source *sources_add(struct sources *sources, struct str path, struct str bytes)
{
	struct arena *arena = sources->arena;
	struct source *source = ARENA_NEW(arena, struct source);

	source->path = str_copy(arena, shown_path(path));
	source->number = (uint32_t)sources->files.n + 1;
	source_decode(source, arena, bytes);
	find_lines(source, arena);
	find_nuls(source, arena);
	find_bidi_controls(source, arena);
	vec_add(arena, &sources->files, source);
	map_set(arena, &sources->by_path, source->path, source);
	return source;
}

int sources_read(struct sources *sources, struct str path, struct source **out)
{
	const char *name = str_copy(sources->arena, path).s;
	struct buf bytes = BUF_INIT;
	int error = 0;

	*out = map_get(&sources->by_path, shown_path(path));
	if (*out)
		return 0;
	error = sources->reader ? sources->reader(sources->reader_context, name, SOURCE_LIMIT, &bytes)
				: file_read(name, SOURCE_LIMIT, &bytes);
	if (!error)
		*out = sources_add(sources, path, buf_str(&bytes));
	buf_release(&bytes);
	return error;
}

bool source_is_binary(const struct source *source)
{
	return source->noted[SOURCE_NUL] > 0;
}

const struct source *sources_get(const struct sources *sources, uint32_t number)
{
	return number == 0 || number > sources->files.n ? NULL : sources->files.v[number - 1];
}

/* The number, from 0, of the line that holds the offset. */
static size_t line_of(const struct source *source, uint32_t offset)
{
	size_t low = 0, high = source->lines.n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (source->lines.v[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct position source_position(const struct source *source, uint32_t offset)
{
	size_t line = line_of(source, offset);
	struct str before = str_part(source->text, source->lines.v[line], offset);

	return (struct position) { (uint32_t)line + 1, (uint32_t)utf8_length(before) + 1 };
}

struct str source_line(const struct source *source, uint32_t line)
{
	size_t end = line < source->lines.n ? source->lines.v[line] : source->text.n;
	struct str text;

	assert(line >= 1 && line <= source->lines.n);
	text = str_part(source->text, source->lines.v[line - 1], end);
	if (str_has_suffix(text, "\n"))
		text.n--;
	if (str_has_suffix(text, "\r"))
		text.n--;
	return text;
}

struct str sources_text(const struct sources *sources, struct span span)
{
	const struct source *source = sources_get(sources, span.file);
	return source ? str_part(source->text, span.start, span.end) : STR("");
}

struct span span_join(struct span a, struct span b)
{
	assert(a.file == b.file);
	return (struct span) { a.file, a.start, b.end };
}
