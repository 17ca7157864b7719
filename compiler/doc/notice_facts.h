/*
 * Inside doc/: the facts of the notice that stands beside a form, each in a phrase.
 */
#ifndef DOC_NOTICE_FACTS_H
#define DOC_NOTICE_FACTS_H

#include "doc/notices.h"
#include "doc/parts.h"

/* The name that identifies it, and the usual one where that does not hold it. */
void notice_add_controller(struct doc_builder *b, struct doc_node *inlines, const struct object *controller);
/* The basis, what the law wants said with it, how consent is withdrawn. */
void notice_add_basis(struct doc_builder *b, struct doc_node *item, const struct object *basis);
/* Who receives the purpose's data, and which of it leaves the EEA: an item each. */
void notice_list_recipients(struct doc_builder *b, const struct object *purpose, struct doc_node *recipients,
			    struct doc_node *transfers);
/* Which data of the form must be given, and what happens otherwise: an item each, or one. */
void notice_list_required(struct doc_builder *b, const struct doc_notice *notice, struct doc_node *list);
/* The right to object, apart from all else, as Art. 21(4) wants it; nothing where there is none. */
void notice_add_objection(struct doc_builder *b, struct doc_node *parent, const struct doc_notice *notice);
/* The authority's name, linked to the page that takes complaints. */
void notice_add_authority(struct doc_builder *b, struct doc_node *inlines, const struct object *authority);

#endif
