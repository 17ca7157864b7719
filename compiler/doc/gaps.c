/*
 * The gaps of a draft: which finding stands where, each exactly once. Takes the
 * errors that cite the law, waived ones left out. A `todo` is shown in its place; a
 * finding about an object in the cell that it speaks of, else beside that object, in
 * the section of its rule; the others at the start of that section; what no section
 * shows, at the top of the page.
 */
#include "base/typography.h"
#include "doc/parts.h"

#include <stdlib.h>
#include <string.h>

struct gap {
	const struct diag *diag;
	const struct value *todo; /* that the finding is about, or NULL */
	bool shown;
	enum word section;
	struct gap *same_subject, *same_section, *same_place;
};

struct gap_list {
	struct gap *first, *last;
};

enum { SECTION_COUNT = WORD_SECTION_DEFINITIONS - WORD_SECTION_SCOPE + 1 };

struct doc_gaps {
	VEC(struct gap *) all;
	struct map by_subject; /* struct gap_list by the bytes of the object's address */
	struct map by_place;   /* struct gap by the bytes of the span */
	struct map read;       /* the objects whose todos are known */
	struct map todos;      /* struct value by the bytes of the span */
	struct gap_list by_section[SECTION_COUNT];
};

/* The object in whose row or part of the page a finding about `subject` stands. */
static const struct object *shown_with(const struct object *subject)
{
	while (subject && subject->parent && subject->parent->block != BLOCK_ROOT &&
	       subject->block != BLOCK_TRACKER && subject->block != BLOCK_BASIS)
		subject = subject->parent;
	return subject;
}

static struct str address_key(const struct object *const *object)
{
	return (struct str) { (const char *)object, sizeof(*object) };
}

static struct str place_key(const struct span *span)
{
	return (struct str) { (const char *)span, sizeof(*span) };
}

/* The value still to be said that the finding is about. Each object is looked through once. */
static const struct value *find_todo(struct doc_builder *b, const struct diag *diag)
{
	const struct object *const *object = (const struct object *const *)&diag->subject;
	const struct block_row *block;

	if (!*object || strcmp(diag->code->id, "DOC-EMPTY"))
		return NULL;
	if (!map_get(&b->gaps->read, address_key(object))) {
		map_set(b->arena, &b->gaps->read, address_key(object), b->gaps);
		block = schema_block((*object)->block);
		for (unsigned i = 0; i < block->n; i++)
			for (struct value *v = (*object)->slots[i]; v; v = v->next)
				if (v->kind == VALUE_TODO)
					map_set(b->arena, &b->gaps->todos, place_key(&v->span), v);
	}
	return map_get(&b->gaps->todos, place_key(&diag->span));
}

static void index_subject(struct doc_builder *b, struct gap *gap)
{
	const struct object **key = ARENA_NEW(b->arena, const struct object *);
	struct gap_list *list;

	*key = shown_with(gap->diag->subject);
	if (!*key)
		return;
	list = map_get(&b->gaps->by_subject, address_key(key));
	if (!list) {
		list = ARENA_NEW(b->arena, struct gap_list);
		map_set(b->arena, &b->gaps->by_subject, address_key(key), list);
	}
	if (list->last)
		list->last->same_subject = gap;
	else
		list->first = gap;
	list->last = gap;
}

static void index_place(struct doc_builder *b, struct gap *gap)
{
	struct gap *first = map_get(&b->gaps->by_place, place_key(&gap->diag->span));

	if (first) {
		gap->same_place = first->same_place;
		first->same_place = gap;
	} else {
		map_set(b->arena, &b->gaps->by_place, place_key(&gap->diag->span), gap);
	}
}

static void index_section(struct doc_builder *b, struct gap *gap)
{
	struct gap_list *list;

	if (gap->section < WORD_SECTION_SCOPE || gap->section > WORD_SECTION_DEFINITIONS)
		return;
	list = &b->gaps->by_section[gap->section - WORD_SECTION_SCOPE];
	if (list->last)
		list->last->same_section = gap;
	else
		list->first = gap;
	list->last = gap;
}

static int compare_order(const void *a, const void *b)
{
	const struct diag *left = *(struct diag *const *)a, *right = *(struct diag *const *)b;

	return (left->order > right->order) - (left->order < right->order);
}

/* The findings as the rules gave them: their places depend on how the source is laid out,
 * and are others in a policy that is read back from its XML. */
static struct diag **in_order(struct doc_builder *b, const struct findings *findings)
{
	size_t n = findings->list.n;
	struct diag **all = ARENA_ARRAY(b->arena, struct diag *, n + 1);

	if (n)
		memcpy(all, findings->list.v, n * sizeof(*all));
	qsort(all, n, sizeof(*all), compare_order);
	return all;
}

void doc_gaps_init(struct doc_builder *b, const struct doc_options *options)
{
	struct diag **all;

	if (!options->gaps)
		return;
	b->gaps = ARENA_NEW(b->arena, struct doc_gaps);
	all = in_order(b, options->gaps);
	for (size_t i = 0; i < options->gaps->list.n; i++) {
		const struct diag *diag = all[i];
		struct gap *gap;

		if (diag->level != LEVEL_ERROR || !diag->code->law || diag->waived)
			continue;
		gap = ARENA_NEW(b->arena, struct gap);
		gap->diag = diag;
		gap->todo = find_todo(b, diag);
		gap->section = options->section_of ? options->section_of(diag->code) : WORD_NONE;
		vec_add(b->arena, &b->gaps->all, gap);
		index_subject(b, gap);
		index_place(b, gap);
		index_section(b, gap);
	}
}

/* Adds the gap: the reason that a `todo` gives, else the finding's own message. */
static void show_gap(struct doc_builder *b, struct doc_node *parent, struct gap *gap)
{
	struct str reason = text_in(gap->todo ? gap->todo->as.text : NULL, b->lang);
	struct doc_node *node;

	if (parent->last && parent->last->kind != DOC_LIST)
		doc_add_set_text(b, parent, STR(" "));
	node = doc_add(b, parent, DOC_GAP);
	gap->shown = true;
	buf_reset(&b->plain);
	if (str_is_empty(reason))
		diag_fill(&b->plain, gap->diag->code->message.in[b->lang], gap->diag, b->lang);
	else
		buf_add_str(&b->plain, reason);
	buf_reset(&b->typeset);
	typography_add(&b->typeset, buf_str(&b->plain), b->lang);
	node->text = str_copy(b->arena, buf_str(&b->typeset));
	node->id = str_of(gap->diag->code->id);
}

static bool is_pending(const struct doc_builder *b, const struct value *todo)
{
	for (const struct gap *gap = map_get(&b->gaps->by_place, place_key(&todo->span)); gap;
	     gap = gap->same_place)
		if (!gap->shown)
			return true;
	return false;
}

bool doc_says(const struct doc_builder *b, const struct object *object, enum field field)
{
	if (object_value(object, field))
		return true;
	if (!b->gaps)
		return false;
	for (const struct value *v = object_get(object, field); v; v = v->next)
		if (v->kind == VALUE_TODO && is_pending(b, v))
			return true;
	return false;
}

static void show_todo(struct doc_builder *b, struct doc_node *parent, const struct value *todo)
{
	for (struct gap *gap = map_get(&b->gaps->by_place, place_key(&todo->span)); gap;
	     gap = gap->same_place)
		if (!gap->shown)
			show_gap(b, parent, gap);
}

void doc_add_todos(struct doc_builder *b, struct doc_node *parent, const struct object *object,
		   enum field field)
{
	if (!b->gaps)
		return;
	for (const struct value *v = object_get(object, field); v; v = v->next)
		if (v->kind == VALUE_TODO)
			show_todo(b, parent, v);
}

static struct gap *first_of(const struct doc_builder *b, const struct object *object)
{
	const struct gap_list *list = b->gaps ? map_get(&b->gaps->by_subject, address_key(&object)) : NULL;

	return list ? list->first : NULL;
}

static bool is_of_section(const struct doc_builder *b, const struct gap *gap)
{
	return !gap->shown && (gap->section == b->section || gap->section == WORD_NONE);
}

void doc_add_object_gaps(struct doc_builder *b, struct doc_node *parent, const struct object *object)
{
	for (struct gap *gap = first_of(b, object); gap; gap = gap->same_subject)
		if (is_of_section(b, gap))
			show_gap(b, parent, gap);
}

/* The subject stands in a block of that kind, below the object. */
static bool is_within(const struct object *subject, enum block block)
{
	while (subject && subject->block != block)
		subject = subject->parent;
	return subject != NULL;
}

void doc_add_basis_gaps(struct doc_builder *b, struct doc_node *item, const struct object *basis)
{
	for (struct gap *gap = first_of(b, basis); gap; gap = gap->same_subject)
		if (!gap->shown)
			show_gap(b, item, gap);
}

void doc_add_bases_gaps(struct doc_builder *b, struct doc_node *cell, const struct object *purpose)
{
	for (struct gap *gap = first_of(b, purpose); gap; gap = gap->same_subject)
		if (!gap->shown && gap->diag->subject == purpose && gap->section == WORD_SECTION_PURPOSES)
			show_gap(b, cell, gap);
}

void doc_add_period_gaps(struct doc_builder *b, struct doc_node *cell, const struct object *purpose)
{
	for (struct gap *gap = first_of(b, purpose); gap; gap = gap->same_subject)
		if (!gap->shown &&
		    (gap->section == WORD_SECTION_RETENTION || is_within(gap->diag->subject, BLOCK_RETAIN)))
			show_gap(b, cell, gap);
}

/* The paragraphs, behind the heading of the section. */
static void insert_paragraphs(struct doc_node *section, struct doc_node *paragraphs)
{
	struct doc_node *rest = section->first->next, *last = section->last;

	if (!paragraphs->first)
		return;
	section->first->next = NULL;
	section->last = section->first;
	doc_move_children(section, paragraphs);
	section->last->next = rest;
	if (rest)
		section->last = last;
}

void doc_add_body_gaps(struct doc_builder *b, struct doc_node *section, const struct object *object)
{
	struct doc_node *paragraphs = doc_detached(b, DOC_SECTION);

	for (struct gap *gap = first_of(b, object); gap; gap = gap->same_subject)
		if (is_of_section(b, gap))
			show_gap(b, doc_add(b, paragraphs, DOC_PARAGRAPH), gap);
	insert_paragraphs(section, paragraphs);
}

void doc_add_section_gaps(struct doc_builder *b, struct doc_node *section)
{
	struct doc_node *paragraphs = doc_detached(b, DOC_SECTION);

	if (!b->gaps || b->section == WORD_NONE)
		return;
	for (struct gap *gap = b->gaps->by_section[b->section - WORD_SECTION_SCOPE].first; gap;
	     gap = gap->same_section)
		if (!gap->shown)
			show_gap(b, doc_add(b, paragraphs, DOC_PARAGRAPH), gap);
	insert_paragraphs(section, paragraphs);
}

void doc_add_other_gaps(struct doc_builder *b, struct doc_node *parent)
{
	for (size_t i = 0; b->gaps && i < b->gaps->all.n; i++)
		if (!b->gaps->all.v[i]->shown)
			show_gap(b, doc_add(b, parent, DOC_PARAGRAPH), b->gaps->all.v[i]);
}
