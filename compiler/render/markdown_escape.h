/*
 * Text -> CommonMark source that reads back as the same text, wherever it stands.
 */
#ifndef RENDER_MARKDOWN_ESCAPE_H
#define RENDER_MARKDOWN_ESCAPE_H

#include "base/buf.h"

struct markdown_place {
	bool line_start;   /* nothing stands before it on the line but markers */
	bool in_cell;	   /* of a table: pipes are escaped */
	bool has_entities; /* not every mark may be escaped by a backslash */
};

/* One line of text; line ends become spaces. */
void markdown_add_text(struct buf *out, struct str text, struct markdown_place place);
/* A code span. */
void markdown_add_code(struct buf *out, struct str text, bool in_cell);
/* A link's destination with its parentheses: "(https://...)". */
void markdown_add_destination(struct buf *out, struct str href, bool in_cell);
/* The longest run of the character in text. */
size_t markdown_longest_run(struct str text, char c);

/*
 * May a delimiter run open emphasis between the characters that end `before` and
 * begin `after` (or close it, between those that end and begin them)? Answers no
 * where it depends on Unicode tables (CommonMark 6.2, flanking delimiter runs).
 */
bool markdown_can_open(struct str before, struct str after, char delimiter);
bool markdown_can_close(struct str before, struct str after, char delimiter);

/* True when the text is empty, or begins (or ends) with a space of Unicode. */
bool markdown_is_spaced(struct str text, bool end);

#endif
