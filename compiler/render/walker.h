/*
 * The one way in which a document becomes text: a table says, by kind of node,
 * what to write when it is entered and left. A function runs where a constant
 * does not do; it runs inside the constants (after open, before close).
 */
#ifndef RENDER_WALKER_H
#define RENDER_WALKER_H

#include "doc/doc.h"

struct walker;

/* A constant of the table: in a field of one size, so that it is copied in one piece. */
struct walker_constant {
	char s[32];
	size_t n;
};

struct walker_action {
	struct walker_constant open, close; /* "": nothing */
	void (*enter)(struct walker *walker, const struct doc_node *node);
	void (*leave)(struct walker *walker, const struct doc_node *node);
};

/* A row of the table; open and close are literals. */
#define ACTION(open, close, enter, leave)                                                                    \
	{                                                                                                    \
		{ open, sizeof(open) - 1 }, { close, sizeof(close) - 1 }, enter, leave                       \
	}

struct walker {
	const struct walker_action *actions; /* by enum doc_kind */
	struct buf *out;
	const struct doc *doc;
	void *state; /* the format's own */
};

/* Writes the node and all below it. */
void walker_run(struct walker *walker, const struct doc_node *root);

/* True when the node is a paragraph that needs no frame of its own: it comes first
 * in an item, cell or meaning, alone or before one list. */
bool walker_is_bare(const struct doc_node *node);
/* True when blocks stand beside the node, so that a gap needs a paragraph. */
bool walker_is_among_blocks(const struct doc_node *node);
/* The level of a heading: 2 below the title, at most 6. */
int walker_heading_level(const struct doc_node *heading);
/* The number that a section's heading carries, with the stop of a first-level one;
 * appends nothing where there is none. */
void walker_add_number(struct buf *out, const struct doc_node *heading, const char *after);
/* Appends the plain text below the node, blocks set apart by spaces. */
void walker_add_plain(struct buf *out, struct doc_node *node);

#endif
