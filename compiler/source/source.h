/*
 * bytes -> UTF-8 text with places. Takes files of any encoding that language.md
 * allows, gives decoded text (NFC is left to comparisons; offsets are into the
 * decoded text) and turns spans into lines and columns. Refuses NUL bytes,
 * invalid bytes and bidirectional control characters, each at its place.
 */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"

/* A place in a source: bytes [start, end) of the decoded text of file number
 * `file` (1-based; 0: no place). */
struct span {
	uint32_t file;
	uint32_t start;
	uint32_t end;
};

#define NO_SPAN ((struct span) { 0, 0, 0 })

struct position {
	uint32_t line;	 /* from 1 */
	uint32_t column; /* from 1, in code points */
};

enum encoding { ENCODING_UTF8, ENCODING_UTF8_BOM, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_WINDOWS_1252 };

enum source_problem_kind { SOURCE_NUL, SOURCE_BIDI_CONTROL, SOURCE_INVALID_BYTE, SOURCE_PROBLEM_KINDS };
struct source_problem {
	enum source_problem_kind kind;
	struct span span;
	uint32_t code_point; /* the byte or code point found */
};

struct source {
	uint32_t number;
	struct str path; /* as shown in findings; NUL-terminated; "<stdin>" for "-" */
	struct str text; /* decoded; NUL-terminated */
	enum encoding encoding;
	VEC(uint32_t) lines; /* offset of each line's first byte */
	VEC(struct source_problem) problems;
	size_t noted[SOURCE_PROBLEM_KINDS]; /* problems of each kind */
};

/* Appends the whole of a file to the buffer, as file_read() does: 0, or an errno value. */
typedef int source_reader(void *context, const char *path, size_t limit, struct buf *bytes);

/* The files of one compile. Everything lives in the arena. */
struct sources {
	struct arena *arena;
	VEC(struct source *) files;
	struct map by_path;
	source_reader *reader; /* where files come from; NULL: the disk */
	void *reader_context;
};

#define SOURCE_LIMIT (64u * 1024 * 1024) /* bytes of one file */

void sources_init(struct sources *sources, struct arena *arena);
/* Reads and decodes a file once; a second call with the same path gives the same
 * source. 0, or an errno value and *out = NULL. */
int sources_read(struct sources *sources, struct str path, struct source **out);
/* The same from bytes in memory (tests, standard input, an editor's buffer). */
struct source *sources_add(struct sources *sources, struct str path, struct str bytes);
/* True when the text holds a NUL: what could be read out of it would only be noise. */
bool source_is_binary(const struct source *source);
/* The source of that number, as a span has it; NULL for that of NO_SPAN. */
const struct source *sources_get(const struct sources *sources, uint32_t number);
/* Line and column of the byte offset in the source. */
struct position source_position(const struct source *source, uint32_t offset);
/* The text of line `line` (from 1), without its line end. */
struct str source_line(const struct source *source, uint32_t line);
/* The text that the span covers. */
struct str sources_text(const struct sources *sources, struct span span);
/* From the start of a to the end of b, both in the same file. */
struct span span_join(struct span a, struct span b);

#endif
