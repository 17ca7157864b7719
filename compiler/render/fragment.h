/*
 * The frame of an article that stands in a page of another program's making.
 */
#ifndef RENDER_FRAGMENT_H
#define RENDER_FRAGMENT_H

#include "doc/doc.h"

#define FRAGMENT_CLASS "polc" /* what the styles of a fragment are scoped to */

struct fragment {
	const struct doc *doc;
	struct str id;	   /* of the article; every other identifier begins with it and "-" */
	int heading_level; /* of the title */
};

/* Everything up to the document's first node, the title included. */
void fragment_open(struct buf *out, const struct fragment *fragment);
void fragment_close(struct buf *out);

#endif
