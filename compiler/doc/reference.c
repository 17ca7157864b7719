/*
 * Typed references: from the {ref …} of authors' texts to nodes that lead to a place
 * of the page, and, once all of it is built, to the number of a section. What leads
 * to nothing on this page becomes plain text.
 */
#include "doc/reference.h"

#include <string.h>

#include "doc/parts.h"
#include "model/xref.h"

struct doc_place *doc_word_place(struct doc_builder *b, enum word word)
{
	enum vocabulary vocabulary = schema_words[word].vocabulary;
	const struct vocabulary_row *row = schema_vocabulary(vocabulary);
	struct doc_place **places = &b->word_places[vocabulary], *place;
	struct str id = str_of(schema_words[word].word[LANG_EN]);

	if (!*places)
		*places = ARENA_ARRAY(b->arena, struct doc_place, row->n);
	place = &(*places)[word - row->first];
	if (!place->id.n)
		place->id = vocabulary == VOCABULARY_RIGHT ? doc_id(b, "right", id) : id;
	return place;
}

struct doc_node *doc_add_reference(struct doc_builder *b, struct doc_node *parent, struct doc_place *place,
				   struct str title)
{
	struct doc_reference reference = { doc_add(b, parent, DOC_REFERENCE), place };

	reference.node->href = place->id;
	reference.node->text = title;
	vec_add(b->arena, &b->references, reference);
	return reference.node;
}

void doc_add_section_reference(struct doc_builder *b, struct doc_node *parent, enum word section)
{
	doc_add_reference(b, parent, doc_word_place(b, section), doc_label(b, section));
}

static void add_xref(struct doc_builder *b, struct doc_node *parent, struct str text, const struct xref *xref)
{
	if (xref->section != WORD_NONE)
		doc_add_section_reference(b, parent, xref->section);
	else if (!xref->object)
		doc_add_text(b, parent, str_part(text, xref->start, xref->end));
	else if (xref->object->block == BLOCK_SECTION)
		doc_add_reference(b, parent, doc_place(b, xref->object), object_title(xref->object, b->lang));
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

static bool is_on_page(const struct doc_node *node, const struct doc_node *root)
{
	while (node && node != root)
		node = node->parent;
	return node != NULL;
}

/* Looked for once: the node may stand in what was left out of the page. */
static const struct doc_node *find_target(struct doc_place *place, const struct doc_node *root)
{
	if (!place->sought && !is_on_page(place->node, root))
		place->node = NULL;
	place->sought = true;
	return place->node;
}

void doc_resolve_references(struct doc_builder *b, struct doc_node *root)
{
	for (size_t i = 0; i < b->references.n; i++) {
		struct doc_node *node = b->references.v[i].node;
		const struct doc_node *target = find_target(b->references.v[i].place, root);

		if (!target)
			undo_reference(b, node);
		else if (!node->first)
			number_reference(b, node, target);
	}
}
