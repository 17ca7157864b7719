/*
 * Typed references: from the {ref …} of authors' texts to nodes that lead to a place
 * of the page, and, once all of it is built, to the number of a section. What leads
 * to nothing on this page becomes plain text.
 */
#include "doc/reference.h"

#include <string.h>

#include "doc/parts.h"
#include "model/xref.h"

struct doc_node *doc_add_reference(struct doc_builder *b, struct doc_node *parent, struct str id,
				   struct str title)
{
	struct doc_reference reference = { doc_add(b, parent, DOC_REFERENCE), NULL };

	reference.node->href = id;
	reference.node->text = title;
	vec_add(b->arena, &b->references, reference);
	return reference.node;
}

void doc_add_section_reference(struct doc_builder *b, struct doc_node *parent, enum word section)
{
	doc_add_reference(b, parent, str_of(schema_words[section].word[LANG_EN]), doc_label(b, section));
}

static void add_xref(struct doc_builder *b, struct doc_node *parent, struct str text, const struct xref *xref)
{
	if (xref->section != WORD_NONE)
		doc_add_section_reference(b, parent, xref->section);
	else if (!xref->object)
		doc_add_text(b, parent, str_part(text, xref->start, xref->end));
	else if (xref->object->block == BLOCK_SECTION)
		doc_add_reference(b, parent, doc_object_id(b, xref->object),
				  object_title(xref->object, b->lang));
	else
		doc_add_object(b, parent, xref->object);
}

void doc_add_author_str(struct doc_builder *b, struct doc_node *parent, struct str text)
{
	struct xref xref;
	size_t offset = 0, done = 0;

	if (text.n && memchr(text.s, '{', text.n)) {
		while (model_xref_next(b->model, text, &offset, &xref)) {
			doc_add_text(b, parent, str_part(text, done, xref.start));
			add_xref(b, parent, text, &xref);
			done = xref.end;
		}
	}
	doc_add_text(b, parent, str_part(text, done, text.n));
}

/* The reference as the text that it holds or stands for. */
static void undo_reference(struct doc_builder *b, struct doc_node *node)
{
	struct doc_node *holder = doc_detached(b, DOC_PARAGRAPH);

	if (!node->first)
		doc_add_text(b, holder, node->text);
	else
		doc_move_children(holder, node);
	node->kind = DOC_TEXT;
	node->flag = false;
	node->href = (struct str) { NULL, 0 };
	node->text = holder->first ? holder->first->text : (struct str) { "", 0 };
	node->first = node->last = NULL;
}

static void number_reference(struct doc_builder *b, struct doc_node *node, const struct doc_node *target)
{
	node->text = (struct str) { NULL, 0 };
	doc_add_clause(b, node, CLAUSE_REFERENCE_SECTION, HOLES({ "number", target->number, NULL }));
}

/* Nothing below these has an identifier. */
static bool holds_no_ids(enum doc_kind kind)
{
	return kind == DOC_CELL || kind == DOC_PARAGRAPH || kind == DOC_HEADING || kind == DOC_CAPTION ||
	       kind == DOC_TERM;
}

/* The nodes of the finished page by identifier, read at the first question. */
struct id_index {
	struct doc_builder *b;
	struct doc_node *root;
	struct map ids;
	bool read;
};

static void collect_ids(struct id_index *index)
{
	struct doc_walk walk;
	enum doc_event event;

	doc_walk_init(&walk, index->root);
	while ((event = doc_walk_next(&walk)) != DOC_DONE) {
		if (event != DOC_ENTER)
			continue;
		if (walk.node->id.n && walk.node->kind != DOC_GAP)
			map_set(index->b->arena, &index->ids, walk.node->id, walk.node);
		if (holds_no_ids(walk.node->kind))
			walk.event = DOC_EXIT;
	}
	index->read = true;
}

static struct doc_node *find_id(struct id_index *index, struct str id)
{
	if (!index->read)
		collect_ids(index);
	return map_get(&index->ids, id);
}

static bool is_on_page(const struct doc_node *node, const struct doc_node *root)
{
	while (node && node != root)
		node = node->parent;
	return node != NULL;
}

/* The place of an object is looked for once, and mostly known from when it was made. */
static const struct doc_node *find_target(struct id_index *index, const struct doc_reference *reference)
{
	struct doc_place *place = reference->place;

	if (!place)
		return find_id(index, reference->node->href);
	if (!place->sought && !is_on_page(place->node, index->root))
		place->node = find_id(index, place->id);
	place->sought = true;
	return place->node;
}

void doc_resolve_references(struct doc_builder *b, struct doc_node *root)
{
	struct id_index index = { .b = b, .root = root };

	for (size_t i = 0; i < b->references.n; i++) {
		struct doc_node *node = b->references.v[i].node;
		const struct doc_node *target = find_target(&index, &b->references.v[i]);

		if (!target)
			undo_reference(b, node);
		else if (!node->first)
			number_reference(b, node, target);
	}
}
