/*
 * What every document keeps to, asserted in debug builds: the kinds that each kind
 * holds, links both ways, identifiers that are unique and need no escape, references
 * that lead to one.
 */
#include "doc/doc.h"

#include <assert.h>
#include <string.h>

#ifdef NDEBUG
void doc_check(const struct doc *doc)
{
	(void)doc;
}
#else
#define KIND(kind) (1u << (kind))
#define LISTS	   (KIND(DOC_LIST) | KIND(DOC_TERMS))
#define INLINES                                                                                              \
	(KIND(DOC_GAP) | KIND(DOC_TEXT) | KIND(DOC_STRONG) | KIND(DOC_EMPHASIS) | KIND(DOC_CODE) |           \
	 KIND(DOC_LINK) | KIND(DOC_REFERENCE) | KIND(DOC_BREAK))
#define BLOCKS                                                                                               \
	(LISTS | KIND(DOC_PARAGRAPH) | KIND(DOC_TABLE) | KIND(DOC_NOTICE) | KIND(DOC_QUOTE) |                \
	 KIND(DOC_CODE_BLOCK) | KIND(DOC_RULE))

static const unsigned allowed[DOC_KIND_COUNT] = {
	[DOC_DOCUMENT] = BLOCKS | KIND(DOC_SECTION) | KIND(DOC_CONTENTS),
	[DOC_SECTION] = BLOCKS | KIND(DOC_SECTION) | KIND(DOC_HEADING),
	[DOC_HEADING] = INLINES,
	[DOC_CONTENTS] = KIND(DOC_LIST),
	[DOC_PARAGRAPH] = INLINES,
	[DOC_LIST] = KIND(DOC_ITEM),
	[DOC_ITEM] = BLOCKS,
	[DOC_TERMS] = KIND(DOC_TERM) | KIND(DOC_MEANING),
	[DOC_TERM] = INLINES,
	[DOC_MEANING] = BLOCKS,
	[DOC_TABLE] = KIND(DOC_CAPTION) | KIND(DOC_ROW),
	[DOC_CAPTION] = INLINES,
	[DOC_ROW] = KIND(DOC_CELL),
	[DOC_CELL] = INLINES | KIND(DOC_LIST),
	[DOC_NOTICE] = BLOCKS | KIND(DOC_HEADING),
	[DOC_QUOTE] = BLOCKS,
	[DOC_STRONG] = INLINES,
	[DOC_EMPHASIS] = INLINES,
	[DOC_LINK] = INLINES,
	[DOC_REFERENCE] = INLINES,
};

/* Terms and meanings in turn; sections behind everything else of their section. */
static bool order_is_good(const struct doc_node *node)
{
	const struct doc_node *parent = node->parent;

	if (node->kind == DOC_TERM)
		return node->next && node->next->kind == DOC_MEANING;
	if (node->kind == DOC_MEANING)
		return !node->next || node->next->kind == DOC_TERM;
	if (node->kind == DOC_HEADING)
		return parent->first == node;
	if (node->kind == DOC_SECTION)
		return node->first && node->first->kind == DOC_HEADING && node->level >= 1;
	if (node->kind == DOC_TABLE)
		return node->first->kind == DOC_CAPTION && node->first->next && node->first->next->flag;
	return true;
}

/* What stands in an attribute as it is. */
static bool is_unmarked(struct str id)
{
	for (size_t i = 0; i < id.n; i++)
		if ((unsigned char)id.s[i] <= ' ' || strchr("<>&\"'\x7F", id.s[i]))
			return false;
	return true;
}

static void check_node(struct map *ids, struct arena *arena, const struct doc_node *node)
{
	for (const struct doc_node *child = node->first; child; child = child->next) {
		assert(child->parent == node);
		assert(allowed[node->kind] & KIND(child->kind));
		assert(child->next || node->last == child);
	}
	assert(order_is_good(node));
	assert(is_unmarked(node->id) && (node->kind != DOC_SECTION || is_unmarked(node->number)));
	if (node->id.n && node->kind != DOC_GAP) {
		assert(!map_get(ids, node->id));
		map_set(arena, ids, node->id, (void *)(uintptr_t)node);
	}
}

void doc_check(const struct doc *doc)
{
	struct arena *scratch = arena_new();
	struct map ids = { 0 };
	struct doc_walk walk;
	enum doc_event event;

	doc_walk_init(&walk, doc->root);
	while ((event = doc_walk_next(&walk)) != DOC_DONE)
		if (event == DOC_ENTER)
			check_node(&ids, scratch, walk.node);
	doc_walk_init(&walk, doc->root);
	while ((event = doc_walk_next(&walk)) != DOC_DONE)
		if (event == DOC_ENTER && walk.node->kind == DOC_REFERENCE)
			assert(map_get(&ids, walk.node->href));
	arena_free(scratch);
}
#endif
