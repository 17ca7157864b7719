/*
 * The one walker over documents: each node entered and left in document order,
 * without recursion and without memory of its own.
 */
#include "doc/doc.h"

void doc_walk_init(struct doc_walk *walk, struct doc_node *root)
{
	*walk = (struct doc_walk) { .root = root, .node = NULL, .event = DOC_ENTER };
}

enum doc_event doc_walk_next(struct doc_walk *walk)
{
	if (!walk->node) {
		walk->node = walk->root;
		walk->event = DOC_ENTER;
	} else if (walk->event == DOC_DONE) {
		return DOC_DONE;
	} else if (walk->event == DOC_ENTER && walk->node->first) {
		walk->node = walk->node->first;
	} else if (walk->event == DOC_ENTER) {
		walk->event = DOC_EXIT;
	} else if (walk->node == walk->root) {
		walk->event = DOC_DONE;
	} else if (walk->node->next) {
		walk->node = walk->node->next;
		walk->event = DOC_ENTER;
	} else {
		walk->node = walk->node->parent;
	}
	return walk->event;
}

bool doc_is_inline(enum doc_kind kind)
{
	return kind >= DOC_GAP && kind < DOC_KIND_COUNT;
}
