/*
 * The two halves of a policy's XML: the facts of the model, and the text of a
 * document. Each writes the inside of an element that its caller has opened.
 */
#ifndef RENDER_XML_H
#define RENDER_XML_H

#include "doc/doc.h"
#include "render/xml_writer.h"

#define XML_NAMESPACE "urn:polc:policy:1"

/* Every fact but internal ones, then what polc derives and supplies. */
void facts_add(struct xml_writer *xml, const struct model *model);
/* The blocks of the document, each on lines of its own, behind a line break. */
void document_add(struct buf *out, const struct doc *doc);

/* The word of the XML output: one for words that only grammar tells apart. */
enum word facts_word(enum word word);
/* The element names of periods and of what polc adds to the author's facts. */
extern const enum word facts_period_kinds[PERIOD_INDEFINITE + 1];
extern const enum word facts_bounds[BOUND_AT_LEAST + 1];

#endif
