/*
 * The author's own sections, each after the section that it names, built in or own,
 * in order of declaration. Sections that name each other in a circle are treated as
 * if they named none.
 */
#include "doc/parts.h"

struct own {
	const struct object *object;
	struct own *next;	  /* after the same section */
	struct own *first, *last; /* the sections after this one */
	struct own *after;	  /* the own section that it stands after */
	size_t walk;		  /* the search for circles that came by here */
	bool cut;		  /* its `after` closes a circle */
	bool anchored;		  /* stands after a built-in section */
};

struct own_list {
	struct own *first, *last;
};

enum { SECTION_COUNT = WORD_SECTION_DEFINITIONS - WORD_SECTION_SCOPE + 1 };

struct doc_own_sections {
	struct own_list after[SECTION_COUNT];
	struct own *all; /* by number of the object */
	size_t n;
};

static struct own *find_own(struct doc_own_sections *own, const struct object *object)
{
	return object->block == BLOCK_SECTION && object->number <= own->n ? &own->all[object->number] : NULL;
}

static void place_after_own(struct own *section, struct own *after)
{
	section->after = after;
	if (after->last)
		after->last->next = section;
	else
		after->first = section;
	after->last = section;
}

static void place(struct doc_own_sections *own, struct own *section)
{
	const struct value *after = object_value(section->object, SECTION_AFTER);
	struct own_list *list;

	if (after && after->kind == VALUE_REFERENCE && find_own(own, after->as.reference)) {
		place_after_own(section, find_own(own, after->as.reference));
		return;
	}
	if (!after || after->kind != VALUE_WORD)
		return;
	section->anchored = true;
	list = &own->after[after->as.word - WORD_SECTION_SCOPE];
	if (list->last)
		list->last->next = section;
	else
		list->first = section;
	list->last = section;
}

/* Follows `after` from every section once, and cuts each circle at one place. */
static void cut_circles(struct doc_own_sections *own)
{
	for (size_t i = 1; i <= own->n; i++) {
		struct own *section = &own->all[i];

		while (section && !section->walk) {
			section->walk = i;
			section = section->after;
		}
		if (section && section->walk == i)
			section->cut = true;
	}
}

struct doc_own_sections *doc_own_sections(struct doc_builder *b)
{
	struct doc_own_sections *own = ARENA_NEW(b->arena, struct doc_own_sections);

	for_each_value(v, b->model->root, ROOT_SECTION) if (v->as.object->number > own->n) own->n =
			v->as.object->number;
	own->all = ARENA_ARRAY(b->arena, struct own, own->n + 1);
	for_each_value(v, b->model->root, ROOT_SECTION) own->all[v->as.object->number].object = v->as.object;
	for (size_t i = 0; i <= own->n; i++)
		if (own->all[i].object)
			place(own, &own->all[i]);
	cut_circles(own);
	return own;
}

static void add_own(struct doc_builder *b, struct doc_node *parent, struct own *own)
{
	struct doc_node *section = doc_section(b, 1, STR(""));

	doc_take_place(section, doc_place(b, own->object));
	if (!object_value(own->object, SECTION_LABEL))
		doc_add_title(b, section->first, own->object);
	doc_add_values(b, section->first, own->object, SECTION_LABEL);
	doc_add_prose_sections(b, section, object_text(own->object, SECTION_BODY));
	if (doc_says(b, own->object, SECTION_BODY) && doc_section_is_empty(section))
		doc_add_todos(b, doc_add(b, section, DOC_PARAGRAPH), own->object, SECTION_BODY);
	doc_add_body_gaps(b, section, own->object);
	if (!doc_section_is_empty(section) || b->gaps)
		doc_attach(parent, section);
}

static struct own *skip_cut(struct own *own)
{
	while (own && own->cut)
		own = own->next;
	return own;
}

/* The section, then those after it, each followed by those after itself. */
static void add_tree(struct doc_builder *b, struct doc_node *parent, struct own *top)
{
	struct own *own = top, *next;

	for (;;) {
		add_own(b, parent, own);
		next = skip_cut(own->first);
		while (!next && own != top) {
			next = skip_cut(own->next);
			if (!next)
				own = own->after;
		}
		if (!next)
			return;
		own = next;
	}
}

void doc_add_own_sections(struct doc_builder *b, struct doc_node *parent, struct doc_own_sections *own,
			  enum word after)
{
	for (struct own *section = own->after[after - WORD_SECTION_SCOPE].first; section;
	     section = section->next)
		add_tree(b, parent, section);
}

void doc_add_unplaced_sections(struct doc_builder *b, struct doc_node *parent, struct doc_own_sections *own)
{
	for (size_t i = 1; i <= own->n; i++) {
		struct own *section = &own->all[i];

		if (section->object && !section->anchored && (section->cut || !section->after))
			add_tree(b, parent, section);
	}
}
