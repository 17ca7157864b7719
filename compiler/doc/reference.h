/*
 * Inside doc/: references to sections and the end of all references.
 */
#ifndef DOC_REFERENCE_H
#define DOC_REFERENCE_H

#include "doc/builder.h"

/* The place of a built-in section (WORD_SECTION_*), "rights"; of a right (WORD_RIGHT_*),
 * "right-access". */
struct doc_place *doc_word_place(struct doc_builder *b, enum word word);
/* The reference to the place; without children when all is built, the number of its
 * section, or the title where the page lacks it. */
struct doc_node *doc_add_reference(struct doc_builder *b, struct doc_node *parent, struct doc_place *place,
				   struct str title);
/* "section 8", linked; its title where the page lacks it. */
void doc_add_section_reference(struct doc_builder *b, struct doc_node *parent, enum word section);
/* When all sections are numbered: fills or undoes the references below root. */
void doc_resolve_references(struct doc_builder *b, struct doc_node *root);

#endif
