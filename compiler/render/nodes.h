/*
 * Document nodes as XML elements: the table of nodes.def, from which the writer
 * and both schemas are made.
 */
#ifndef RENDER_NODES_H
#define RENDER_NODES_H

#include "doc/doc.h"

enum node_layout { NODE_BLOCK, NODE_FRAME, NODE_PART, NODE_INLINE };

enum node_content {
	NODE_NOTHING,
	NODE_TEXT,     /* characters */
	NODE_INLINES,  /* characters and inline elements */
	NODE_FLOW,     /* these and blocks */
	NODE_SECTIONS, /* a heading at most, then blocks and gaps */
	NODE_ITEMS,
	NODE_TERMS,
	NODE_ROWS,
	NODE_CELLS,
	NODE_CONTENT_COUNT
};

struct node_row {
	const char *name; /* NULL: the kind is no element (documents, contents, text) */
	struct str tag;	  /* the same, with its length */
	enum node_layout layout;
	enum node_content content;
	const char *id; /* the attribute that holds the node's id, or NULL */
	const char *href;
	const char *flag;
	struct words help;
};

extern const struct node_row render_nodes[DOC_KIND_COUNT];

/* Whether the kind is an element of the group of blocks, or of inlines. */
bool render_node_is_in(enum doc_kind kind, enum node_layout group);

#endif
