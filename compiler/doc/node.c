/*
 * The nodes of a document and how they are put together: children, sections, lists.
 * Takes nodes of the unit arena; decides nothing about their content.
 */
#include "doc/builder.h"

#include <string.h>

void doc_move_children(struct doc_node *parent, struct doc_node *from)
{
	struct doc_node *next;

	for (struct doc_node *child = from->first; child; child = next) {
		next = child->next;
		doc_attach(parent, child);
	}
	from->first = from->last = NULL;
}

struct str doc_id(struct doc_builder *b, const char *prefix, struct str id)
{
	size_t n = strlen(prefix);
	char *joined = arena_alloc(b->arena, n + 1 + id.n + 1);

	memcpy(joined, prefix, n);
	joined[n] = '-';
	if (id.n)
		memcpy(joined + n + 1, id.s, id.n);
	return (struct str) { joined, n + 1 + id.n };
}

struct doc_node *doc_section(struct doc_builder *b, int level, struct str id)
{
	struct doc_node *section = doc_detached(b, DOC_SECTION);

	section->level = level;
	section->id = id;
	doc_add(b, section, DOC_HEADING);
	return section;
}

struct doc_node *doc_add_section(struct doc_builder *b, struct doc_node *parent, struct str id)
{
	struct doc_node *section = doc_section(b, parent->level + 1, id);

	doc_attach(parent, section);
	return section;
}

bool doc_section_is_empty(const struct doc_node *section)
{
	return section->first == section->last;
}

struct doc_node *doc_list(struct doc_builder *b)
{
	return doc_detached(b, DOC_LIST);
}

struct doc_node *doc_add_item(struct doc_builder *b, struct doc_node *list)
{
	return doc_add(b, doc_add(b, list, DOC_ITEM), DOC_PARAGRAPH);
}

void doc_add_break(struct doc_builder *b, struct doc_node *parent)
{
	if (parent->last && parent->last->kind != DOC_LIST)
		doc_add(b, parent, DOC_BREAK);
}

void doc_list_end(struct doc_builder *b, struct doc_node *cell, struct doc_node *list)
{
	if (!list->first)
		return;
	if (list->first != list->last || (cell->last && cell->last->kind == DOC_LIST)) {
		doc_attach(cell, list);
		return;
	}
	doc_add_break(b, cell);
	doc_move_children(cell, list->first->first);
}

void doc_attach_filled(struct doc_node *parent, struct doc_node *list)
{
	if (list->first)
		doc_attach(parent, list);
}
