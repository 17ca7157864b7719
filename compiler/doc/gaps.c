/*
 * The gaps of a draft: which finding stands where, each exactly once. Takes the
 * errors that cite the law, waived ones left out. A `todo` is shown in its place; a
 * finding about an object beside that object, in the section of its rule; the others
 * at the start of that section; what no section shows, at the top of the page.
 */
#include "base/typography.h"
#include "doc/parts.h"

#include <string.h>

struct gap {
	const struct diag *diag;
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
	struct gap_list by_section[SECTION_COUNT];
};

/* The object in whose row or part of the page a finding about `subject` stands. */
static const struct object *shown_with(const struct object *subject)
{
	while (subject && subject->parent && subject->parent->block != BLOCK_ROOT &&
	       subject->block != BLOCK_TRACKER)
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

void doc_gaps_init(struct doc_builder *b, const struct doc_options *options)
{
	if (!options->gaps)
		return;
	b->gaps = ARENA_NEW(b->arena, struct doc_gaps);
	for (size_t i = 0; i < options->gaps->list.n; i++) {
		const struct diag *diag = options->gaps->list.v[i];
		struct gap *gap;

		if (diag->code->level != LEVEL_ERROR || !diag->code->law || diag->waived)
			continue;
		gap = ARENA_NEW(b->arena, struct gap);
		gap->diag = diag;
		gap->section = options->section_of ? options->section_of(diag->code) : WORD_NONE;
		vec_add(b->arena, &b->gaps->all, gap);
		index_subject(b, gap);
		index_place(b, gap);
		index_section(b, gap);
	}
}

/* Adds the gap, saying `text`, or the finding's own message when that is empty. */
static void show_gap(struct doc_builder *b, struct doc_node *parent, struct gap *gap, struct str text)
{
	struct doc_node *node;

	if (parent->last && parent->last->kind != DOC_LIST)
		doc_add_set_text(b, parent, STR(" "));
	node = doc_add(b, parent, DOC_GAP);
	gap->shown = true;
	buf_reset(&b->plain);
	if (str_is_empty(text))
		diag_fill(&b->plain, gap->diag->code->message.in[b->lang], gap->diag, b->lang);
	else
		buf_add_str(&b->plain, text);
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

/* The reason stands for the finding that is about the `todo` itself. */
static void show_todo(struct doc_builder *b, struct doc_node *parent, const struct value *todo)
{
	struct str reason = text_in(todo->as.text, b->lang);

	for (struct gap *gap = map_get(&b->gaps->by_place, place_key(&todo->span)); gap;
	     gap = gap->same_place)
		if (!gap->shown)
			show_gap(b, parent, gap, strcmp(gap->diag->code->id, "DOC-EMPTY") ? STR("") : reason);
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

void doc_add_object_gaps(struct doc_builder *b, struct doc_node *parent, const struct object *object)
{
	const struct gap_list *list;

	if (!b->gaps)
		return;
	list = map_get(&b->gaps->by_subject, address_key(&object));
	for (struct gap *gap = list ? list->first : NULL; gap; gap = gap->same_subject)
		if (!gap->shown && (gap->section == b->section || gap->section == WORD_NONE))
			show_gap(b, parent, gap, STR(""));
}

void doc_add_section_gaps(struct doc_builder *b, struct doc_node *section)
{
	struct doc_node *heading = section->first, *rest = heading->next, *last = section->last;

	if (!b->gaps || b->section == WORD_NONE)
		return;
	heading->next = NULL;
	section->last = heading;
	for (struct gap *gap = b->gaps->by_section[b->section - WORD_SECTION_SCOPE].first; gap;
	     gap = gap->same_section)
		if (!gap->shown)
			show_gap(b, doc_add(b, section, DOC_PARAGRAPH), gap, STR(""));
	if (rest) {
		section->last->next = rest;
		section->last = last;
	}
}

void doc_add_other_gaps(struct doc_builder *b, struct doc_node *parent)
{
	for (size_t i = 0; b->gaps && i < b->gaps->all.n; i++)
		if (!b->gaps->all.v[i]->shown)
			show_gap(b, doc_add(b, parent, DOC_PARAGRAPH), b->gaps->all.v[i], STR(""));
}
