/*
 * Inside doc/: Markdown read by cmark into an arena. Nothing else includes this.
 */
#ifndef DOC_MARKDOWN_H
#define DOC_MARKDOWN_H

#include <cmark.h>

#include "base/arena.h"
#include "base/str.h"

/* Parses the text. Its nodes, and all that cmark allocates in this thread up to
 * doc_markdown_end(), live in the arena and are never to be freed one by one. One
 * text at a time. */
cmark_node *doc_markdown_begin(struct arena *arena, struct str markdown);
void doc_markdown_end(void);

#endif
