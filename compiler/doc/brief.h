/*
 * Inside doc/: the first layer of the page.
 */
#ifndef DOC_BRIEF_H
#define DOC_BRIEF_H

#include "doc/parts.h"

/* The section that stands before the contents, not numbered; detached, perhaps empty. */
struct doc_node *doc_brief(struct doc_builder *b);

/* "see them, have them corrected and …": every right that readers have. */
void doc_list_rights(struct doc_builder *b, struct doc_node *inlines);
/* Whom to ask; the paragraph of the meaning, or NULL when nobody is known. */
struct doc_node *doc_add_whom(struct doc_builder *b, struct doc_node *terms);

/* What readers may object to, as the page states it (rights.c). */
struct doc_objection {
	bool general, marketing;
};
struct doc_objection doc_objection(const struct model *model);
/* True when readers have the right (WORD_RIGHT_*), as the page states it. */
bool doc_offers_right(const struct model *model, const struct doc_objection *objection, enum word right);

#endif
