/*
 * Model -> document: the sections in the order that a reader needs, the author's own
 * where they ask to stand, numbers, contents. A section without content is left out.
 */
#include <string.h>

#include "doc/brief.h"
#include "doc/reference.h"

enum { LEVEL_LIMIT = 12 };

static const struct section_row {
	enum word word;
	doc_section_builder *build;
	bool of_controllers;	/* not in the notice of a processor alone */
	enum field declared[2]; /* the blocks that it shows, which can be still to be said */
} sections[] = {
	{ WORD_SECTION_SCOPE, doc_build_scope, false, { ROOT_POLICY, ROOT_POLICY } },
	{ WORD_SECTION_CONTROLLER, doc_build_controller, false, { ROOT_CONTROLLER, ROOT_DPO } },
	{ WORD_SECTION_PURPOSES, doc_build_purposes, true, { ROOT_PURPOSE, ROOT_PEOPLE } },
	{ WORD_SECTION_DATA, doc_build_data, true, { ROOT_DATA, ROOT_DATA } },
	{ WORD_SECTION_RECIPIENTS, doc_build_recipients, true, { ROOT_RECIPIENT, ROOT_RECIPIENT } },
	{ WORD_SECTION_TRANSFERS, doc_build_transfers, true, { ROOT_TRANSFERS, ROOT_TRANSFERS } },
	{ WORD_SECTION_RETENTION, doc_build_retention, true, { ROOT_RETENTION, ROOT_RETENTION } },
	{ WORD_SECTION_RIGHTS, doc_build_rights, true, { ROOT_RIGHTS, ROOT_RIGHTS } },
	{ WORD_SECTION_COMPLAINT, doc_build_complaint, true, { ROOT_AUTHORITY, ROOT_AUTHORITY } },
	{ WORD_SECTION_TRACKERS, doc_build_trackers, false, { ROOT_TRACKERS, ROOT_TRACKERS } },
	{ WORD_SECTION_DECISIONS, doc_build_decisions, true, { ROOT_DECISION, ROOT_DECISIONS } },
	{ WORD_SECTION_CHILDREN, doc_build_children, true, { ROOT_CHILDREN, ROOT_CHILDREN } },
	{ WORD_SECTION_SECURITY, doc_build_security, false, { ROOT_SECURITY, ROOT_SECURITY } },
	{ WORD_SECTION_CHANGES, doc_build_changes, false, { ROOT_CHANGES, ROOT_CHANGES } },
	{ WORD_SECTION_PROCESSOR_ROLE,
	  doc_build_processor_role,
	  false,
	  { ROOT_PROCESSOR_ROLE, ROOT_PROCESSOR_ROLE } },
	{ WORD_SECTION_AGREEMENT, doc_build_agreement, false, { ROOT_AGREEMENT, ROOT_AGREEMENT } },
	{ WORD_SECTION_DEFINITIONS, doc_build_definitions, false, { ROOT_DEFINITION, ROOT_DEFINITION } },
};

static void build_section(struct doc_builder *b, struct doc_node *body, const struct section_row *row)
{
	struct doc_node *section = doc_section(b, 1, STR(""));
	struct doc_node *todos = doc_detached(b, DOC_PARAGRAPH);

	doc_take_place(section, doc_word_place(b, row->word));
	doc_add_word(b, section->first, row->word);
	b->section = row->word;
	if (!row->of_controllers || model_is_controller(b->model))
		row->build(b, section);
	for (size_t i = 0; i < 2; i++)
		doc_add_todos(b, todos, b->model->root, row->declared[i]);
	doc_attach_filled(section, todos);
	doc_add_section_gaps(b, section);
	if (!doc_section_is_empty(section))
		doc_attach(body, section);
	b->section = WORD_NONE;
}

/* Sections of the author's that name no place stand before the annexes. */
static struct doc_node *build_body(struct doc_builder *b)
{
	struct doc_node *body = doc_detached(b, DOC_DOCUMENT);
	struct doc_own_sections *own = doc_own_sections(b);

	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		if (sections[i].word == WORD_SECTION_AGREEMENT)
			doc_add_unplaced_sections(b, body, own);
		build_section(b, body, &sections[i]);
		doc_add_own_sections(b, body, own, sections[i].word);
	}
	return body;
}

/* The number, behind that of the section above: "2" or "3.2". */
static struct str number_below(struct doc_builder *b, struct str above, size_t count)
{
	char digits[24], *number;
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + count % 10);
		count /= 10;
	} while (count);
	if (above.n)
		digits[--at] = '.';
	number = arena_alloc_unset(b->arena, above.n + sizeof(digits) - at);
	if (above.n)
		memcpy(number, above.s, above.n);
	memcpy(number + above.n, digits + at, sizeof(digits) - at);
	return (struct str) { number, above.n + sizeof(digits) - at };
}

/* "3", "3.2": by level, in order. */
static void number_sections(struct doc_builder *b, struct doc_node *body)
{
	size_t counts[LEVEL_LIMIT + 2] = { 0 };
	struct doc_walk walk;
	enum doc_event event;

	doc_walk_init(&walk, body);
	while ((event = doc_walk_next(&walk)) != DOC_DONE) {
		struct doc_node *node = walk.node;

		if (event == DOC_ENTER && node->kind != DOC_SECTION && node != body)
			walk.event = DOC_EXIT; /* no section stands in anything else */
		if (event != DOC_ENTER || node->kind != DOC_SECTION || node->level > LEVEL_LIMIT)
			continue;
		counts[node->level]++;
		counts[node->level + 1] = 0;
		node->number = number_below(b, node->parent->number, counts[node->level]);
	}
}

static void copy_inlines(struct doc_builder *b, struct doc_node *to, const struct doc_node *from)
{
	for (const struct doc_node *child = from->first; child; child = child->next)
		if (child->kind == DOC_TEXT)
			doc_add_set_text(b, to, child->text);
}

static void add_contents(struct doc_builder *b, struct doc_node *root, const struct doc_node *body)
{
	struct doc_node *list;

	if (!body->first)
		return;
	list = doc_add(b, doc_add(b, root, DOC_CONTENTS), DOC_LIST);
	list->flag = true;
	for (const struct doc_node *section = body->first; section; section = section->next) {
		struct doc_node *reference = doc_add(b, doc_add_item(b, list), DOC_REFERENCE);

		reference->href = section->id;
		copy_inlines(b, reference, section->first);
	}
}

/* The summary, the gaps that no section has room for, the first layer. */
static void add_top(struct doc_builder *b, struct doc_node *root)
{
	const struct object *policy = b->model->policy;
	struct doc_node *brief;

	if (doc_says(b, policy, POLICY_SUMMARY))
		doc_add_values(b, doc_add(b, root, DOC_PARAGRAPH), policy, POLICY_SUMMARY);
	brief = doc_brief(b);
	doc_add_other_gaps(b, root);
	if (!doc_section_is_empty(brief))
		doc_attach(root, brief);
}

static void init_doc(struct doc_builder *b)
{
	const struct object *policy = b->model->policy;

	b->doc = ARENA_NEW(b->arena, struct doc);
	b->doc->root = doc_detached(b, DOC_DOCUMENT);
	b->doc->arena = b->arena;
	b->doc->lang = b->lang;
	b->doc->model = b->model;
	b->doc->wording = b->wording;
	b->doc->id = policy ? policy->id : STR("");
	b->doc->title = doc_set_text(b, object_title(policy, b->lang));
	b->doc->draft = STR("");
}

/* The warning stands at the top, and is given apart for every printed page. */
static void mark_draft(struct doc_builder *b, struct doc_node *root)
{
	struct doc_node *notice = doc_add(b, root, DOC_NOTICE);

	b->doc->draft = doc_set_text(b, b->wording->text[CLAUSE_DRAFT][b->lang]);
	notice->id = STR("draft");
	doc_add_set_text(b, doc_add(b, notice, DOC_PARAGRAPH), b->doc->draft);
}

struct doc_node *doc_begin(struct doc_builder *b, const struct doc_options *options)
{
	init_doc(b);
	doc_gaps_init(b, options);
	if (b->gaps)
		mark_draft(b, b->doc->root);
	return b->doc->root;
}

struct doc *doc_end(struct doc_builder *b)
{
	doc_resolve_references(b, b->doc->root);
	buf_release(&b->plain);
	buf_release(&b->typeset);
	return b->doc;
}

struct doc *doc_build(struct arena *arena, const struct model *model, const struct wording *wording,
		      const struct doc_options *options)
{
	struct doc_builder builder = {
		.arena = arena, .model = model, .wording = wording, .lang = options->lang
	};
	struct doc_builder *b = &builder;
	struct doc_node *root = doc_begin(b, options), *body = build_body(b);

	number_sections(b, body);
	add_top(b, root);
	add_contents(b, root, body);
	doc_move_children(root, body);
	return doc_end(b);
}
