/*
 * Metadata above the Markdown, in YAML, for programs that make sites of such files; and
 * how their Markdown differs from CommonMark.
 */
#ifndef RENDER_FRONT_MATTER_H
#define RENDER_FRONT_MATTER_H

#include "doc/doc.h"
#include "render/site.h"

struct front_matter_manners {
	bool has_frame;	     /* the program itself shows the title and links the languages */
	bool wide_items;     /* what stands in an item is indented by four columns */
	bool spaced_breaks;  /* two spaces end a line; a backslash does not */
	bool has_entities;   /* not every punctuation mark can follow a backslash */
	bool reads_brackets; /* "{{", "{%", "{:" and "{#" mean something in text */
};

const struct front_matter_manners *front_matter_manners(enum front_matter program);
/* Appends the metadata, with the empty line behind it; nothing for FRONT_MATTER_NONE. */
void front_matter_add(struct buf *out, const struct doc *doc, enum front_matter program);
/* Makes plain text of what the program would read as its own between brackets, from
 * offset `start` on: U+2060 WORD JOINER, which nobody sees, comes between. */
void front_matter_part_brackets(struct buf *out, size_t start);

#endif
