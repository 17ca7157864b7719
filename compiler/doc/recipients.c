/*
 * Who receives data: one table, a recipient a row, with its role, why, which data
 * and where it is. The purposes that name a recipient are gathered in one pass.
 */
#include "doc/parts.h"

#include <string.h>

struct link {
	const struct object *purpose;
	struct link *next;
};

/* By number of the recipient. */
struct links {
	struct link *first, *last;
};

static void add_link(struct doc_builder *b, struct links *links, const struct object *purpose)
{
	struct link *link = ARENA_NEW(b->arena, struct link);

	link->purpose = purpose;
	if (links->last)
		links->last->next = link;
	else
		links->first = link;
	links->last = link;
}

static struct links *index_purposes(struct doc_builder *b)
{
	struct links *links;
	size_t n = 0;

	for_each_value(v, b->model->root, ROOT_RECIPIENT) if (v->as.object->number > n) n =
			v->as.object->number;
	links = ARENA_ARRAY(b->arena, struct links, n + 1);
	for_each_value(p, b->model->root, ROOT_PURPOSE)
			for_each_value(v, p->as.object, PURPOSE_RECIPIENTS) if (v->as.reference->number <= n)
					add_link(b, &links[v->as.reference->number], p->as.object);
	return links;
}

static bool contains(struct str text, struct str part)
{
	for (size_t i = 0; i + part.n <= text.n; i++)
		if (!memcmp(text.s + i, part.s, part.n))
			return true;
	return false;
}

bool doc_is_named_alike(const struct model *model, const struct object *recipient)
{
	struct str name = object_name(recipient, RECIPIENT_NAME);

	for (size_t i = 0; i < model->language_count; i++) {
		struct str label = object_title(recipient, model->languages[i]);

		if (!contains(label, name) && !contains(name, label))
			return false;
	}
	return true;
}

static void add_name(struct doc_builder *b, struct doc_node *cell, const struct object *recipient)
{
	struct str label = object_title(recipient, b->lang), name = object_name(recipient, RECIPIENT_NAME);
	bool alike = name.n && doc_is_named_alike(b->model, recipient);

	if (alike && name.n > label.n)
		doc_add_text(b, cell, name);
	else
		doc_add_title(b, cell, recipient);
	doc_add_todos(b, cell, recipient, RECIPIENT_LABEL);
	if (!alike && object_has(recipient, RECIPIENT_LABEL) && doc_says(b, recipient, RECIPIENT_NAME)) {
		doc_add_break(b, cell);
		doc_add_values(b, cell, recipient, RECIPIENT_NAME);
	}
	if (doc_says(b, recipient, RECIPIENT_SITE)) {
		doc_add_break(b, cell);
		doc_add_values(b, cell, recipient, RECIPIENT_SITE);
	}
}

static void add_reasons(struct doc_builder *b, struct doc_node *cell, const struct object *recipient,
			const struct links *links)
{
	struct doc_node *list = doc_list(b);

	if (doc_says(b, recipient, RECIPIENT_ACTIVITY))
		doc_add_values(b, doc_add_item(b, list), recipient, RECIPIENT_ACTIVITY);
	for_each_value(v, recipient, RECIPIENT_WHEN) doc_add_value(b, doc_add_item(b, list), v, TYPE_TEXT);
	if (object_flag(recipient, RECIPIENT_DEFAULT) == TRI_YES)
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_RECIPIENT_ALL_PURPOSES, NULL);
	else
		for (const struct link *link = links->first; link; link = link->next)
			doc_add_object(b, doc_add_item(b, list), link->purpose);
	if (object_flag(recipient, RECIPIENT_CHOSEN_BY_PERSON) == TRI_YES)
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_RECIPIENT_CHOSEN, NULL);
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, recipient, RECIPIENT_WHEN);
}

static void add_country(struct doc_builder *b, struct doc_node *cell, const struct object *recipient)
{
	doc_add_values(b, cell, recipient, RECIPIENT_COUNTRY);
	if (object_flag(recipient, RECIPIENT_ABROAD) == TRI_YES) {
		doc_add_break(b, cell);
		doc_add_clause(b, cell, CLAUSE_RECIPIENT_ABROAD, NULL);
	}
}

static void add_row(struct doc_builder *b, struct doc_node *table, const struct object *recipient,
		    const struct links *links)
{
	struct doc_node *row = doc_add_object_row(b, table, recipient), *cell;

	add_name(b, doc_add_cell(b, row), recipient);
	cell = doc_add_cell(b, row);
	if (object_has(recipient, RECIPIENT_ROLE))
		doc_add_capital(b, cell, object_word(recipient, RECIPIENT_ROLE));
	doc_add_todos(b, cell, recipient, RECIPIENT_ROLE);
	add_reasons(b, doc_add_cell(b, row), recipient, links);
	doc_add_value_list(b, doc_add_cell(b, row), recipient, RECIPIENT_DATA);
	add_country(b, doc_add_cell(b, row), recipient);
	doc_add_object_gaps(b, row->first, recipient);
}

void doc_build_recipients(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause columns[] = { CLAUSE_COLUMN_RECIPIENT, CLAUSE_COLUMN_ROLE,
					       CLAUSE_COLUMN_ACTIVITY, CLAUSE_COLUMN_DATA,
					       CLAUSE_COLUMN_COUNTRY };
	struct doc_node *table = doc_table(b, CLAUSE_RECIPIENTS_CAPTION, columns, 5);
	const struct links *links = index_purposes(b);

	if (object_has_word(b->model->policy, POLICY_CLAIMS, WORD_CLAIM_NO_RECIPIENTS))
		doc_add_word(b, doc_add(b, section, DOC_PARAGRAPH), WORD_CLAIM_NO_RECIPIENTS);
	for_each_value(v, b->model->root, ROOT_RECIPIENT)
			add_row(b, table, v->as.object, &links[v->as.object->number]);
	doc_table_end(b, section, table);
}
