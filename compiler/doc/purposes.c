/*
 * Why data are used: one table, a purpose a row, with the people, the data, the
 * bases and in short how long. The retention table has the periods in full.
 */
#include "doc/parts.h"
#include "doc/reference.h"
#include "model/retention.h"

enum { DEFAULT_DATA_LIMIT = 50 };

/* What the rows of the table share. */
struct purposes {
	struct doc_builder *b;
	struct retention_index *retention; /* NULL: every period stands in its purpose */
	struct retention_groups groups;
	VEC(const struct object *) default_data; /* of the purposes that name none */
};

static void add_marketing(struct doc_builder *b, struct doc_node *list, const struct object *purpose)
{
	const struct object *marketing = object_object(purpose, PURPOSE_MARKETING);

	if (!marketing)
		return;
	if (object_flag(marketing, MARKETING_STATED) == TRI_NO) {
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_MARKETING_NONE, NULL);
		return;
	}
	if (doc_says(b, marketing, MARKETING_CHANNEL))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_MARKETING_CHANNEL,
			       HOLES(doc_hole_list(b, "channels", marketing, MARKETING_CHANNEL)));
	else
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_MARKETING, NULL);
	if (doc_says(b, marketing, MARKETING_TARGET))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_MARKETING_TARGET,
			       HOLES(doc_hole_list(b, "target", marketing, MARKETING_TARGET)));
	if (object_flag(marketing, MARKETING_CURRENT_CONTRACT) == TRI_YES)
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_MARKETING_CONTRACT, NULL);
	if (object_flag(marketing, MARKETING_PARTNERS) == TRI_YES)
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_MARKETING_PARTNERS, NULL);
}

static void add_further(struct doc_builder *b, struct doc_node *list, const struct object *purpose)
{
	const struct object *further = object_object(purpose, PURPOSE_FURTHER);

	if (!further || object_flag(further, FURTHER_STATED) == TRI_NO)
		return;
	doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_FURTHER, NULL);
	if (doc_says(b, further, FURTHER_GROUND))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_FURTHER_GROUND,
			       HOLES(doc_hole_list(b, "ground", further, FURTHER_GROUND)));
	if (doc_says(b, further, FURTHER_NOTICE))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_FURTHER_NOTICE,
			       HOLES(doc_hole_list(b, "notice", further, FURTHER_NOTICE)));
}

static void add_purpose(struct doc_builder *b, struct doc_node *cell, const struct object *purpose)
{
	struct doc_node *list = doc_list(b);

	if (object_has(purpose, PURPOSE_LABEL) || !doc_says(b, purpose, PURPOSE_LABEL))
		doc_add_title(b, doc_add(b, cell, DOC_STRONG), purpose);
	doc_add_todos(b, cell, purpose, PURPOSE_LABEL);
	if (doc_says(b, purpose, PURPOSE_DETAIL)) {
		doc_add_break(b, cell);
		doc_add_values(b, cell, purpose, PURPOSE_DETAIL);
	}
	add_marketing(b, list, purpose);
	if (doc_says(b, purpose, PURPOSE_DECISION))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_PURPOSE_DECISION,
			       HOLES(doc_hole_list(b, "decision", purpose, PURPOSE_DECISION)));
	add_further(b, list, purpose);
	doc_list_end(b, cell, list);
}

static void add_people(struct doc_builder *b, struct doc_node *cell, const struct object *purpose)
{
	struct doc_node *list = doc_list(b);

	for_each_value(v, purpose, PURPOSE_PEOPLE)
	{
		const struct object *people = v->as.reference;
		struct doc_node *item = doc_add_item(b, list);

		if (object_flag(people, PEOPLE_MINORS) == TRI_YES)
			doc_add_clause(b, item, CLAUSE_PEOPLE_MINORS,
				       HOLES({ "people", object_title(people, b->lang), NULL }));
		else
			doc_add_title(b, item, people);
	}
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, purpose, PURPOSE_PEOPLE);
}

/* A purpose that names no data uses those declared `default`; past a screen of them,
 * the row leads to the section that lists them all. */
static void add_default_data(struct purposes *purposes, struct doc_node *cell)
{
	struct doc_builder *b = purposes->b;
	struct doc_node *list = doc_list(b);

	if (purposes->default_data.n > DEFAULT_DATA_LIMIT)
		doc_add_section_reference(b, cell, WORD_SECTION_DATA);
	else
		for (size_t i = 0; i < purposes->default_data.n; i++)
			doc_add_object(b, doc_add_item(b, list), purposes->default_data.v[i]);
	doc_list_end(b, cell, list);
}

static void add_data(struct purposes *purposes, struct doc_node *cell, const struct object *purpose)
{
	if (object_get(purpose, PURPOSE_DATA))
		doc_add_value_list(purposes->b, cell, purpose, PURPOSE_DATA);
	else
		add_default_data(purposes, cell);
}

/* "Data: period", or the period alone when it is for all of them. */
static void add_period(struct doc_builder *b, struct doc_node *list, const struct object *entry,
		       const struct object *subject)
{
	struct doc_node *item = doc_add_item(b, list), *what = doc_detached(b, DOC_PARAGRAPH);
	bool retain = entry->block == BLOCK_RETAIN;
	enum field period = retain ? RETAIN_PERIOD : RETENTION_PERIOD;

	if (subject)
		doc_add_title(b, what, subject);
	else if (retain && !doc_add_values(b, what, entry, RETAIN_DATA))
		doc_add_values(b, what, entry, RETAIN_PEOPLE);
	if (what->first)
		doc_add_clause(b, item, CLAUSE_RETENTION_OF,
			       HOLES({ "what", { "", 0 }, what }, doc_hole_list(b, "period", entry, period)));
	else
		doc_add_values(b, item, entry, period);
}

static void add_groups(struct doc_builder *b, struct doc_node *list, const struct retention_groups *groups)
{
	for (; groups; groups = groups->also)
		for (size_t i = 0; i < groups->list.n; i++) {
			const struct retention_group *group = &groups->list.v[i];

			for (size_t j = 0; j < group->list->entries.n; j++)
				if (!group->list->entries.v[j]->archive)
					add_period(b, list, group->list->entries.v[j]->object,
						   group->subject);
		}
}

/* The purpose's own periods; without them, those that the policy gives elsewhere. */
void doc_add_periods(struct doc_builder *b, struct doc_node *list, struct retention_index *retention,
		     struct retention_groups *groups, const struct object *purpose)
{
	if (object_value(purpose, PURPOSE_RETAIN)) {
		for_each_value(v, purpose, PURPOSE_RETAIN) add_period(b, list, v->as.object, NULL);
	} else if (retention) {
		model_retention_for(retention, purpose, groups);
		add_groups(b, list, groups);
	}
}

static void add_periods(struct purposes *purposes, struct doc_node *cell, const struct object *purpose)
{
	struct doc_builder *b = purposes->b;
	struct doc_node *list = doc_list(b);

	doc_add_periods(b, list, purposes->retention, &purposes->groups, purpose);
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, purpose, PURPOSE_RETAIN);
}

static void add_row(struct purposes *purposes, struct doc_node *table, const struct object *purpose)
{
	struct doc_builder *b = purposes->b;
	struct doc_node *row = doc_add_object_row(b, table, purpose), *cell, *list = doc_list(b);

	add_purpose(b, doc_add_cell(b, row), purpose);
	add_people(b, doc_add_cell(b, row), purpose);
	add_data(purposes, doc_add_cell(b, row), purpose);
	cell = doc_add_cell(b, row);
	doc_add_bases(b, list, purpose, PURPOSE_BASIS);
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, purpose, PURPOSE_BASIS);
	doc_add_bases_gaps(b, cell, purpose);
	cell = doc_add_cell(b, row);
	add_periods(purposes, cell, purpose);
	doc_add_period_gaps(b, cell, purpose);
	doc_add_object_gaps(b, row->first, purpose);
}

void doc_build_purposes(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause columns[] = { CLAUSE_COLUMN_PURPOSE, CLAUSE_COLUMN_PEOPLE,
					       CLAUSE_COLUMN_DATA, CLAUSE_COLUMN_BASIS,
					       CLAUSE_COLUMN_PERIOD };
	struct doc_node *table = doc_table(b, CLAUSE_PURPOSES_CAPTION, columns, 5), *list = doc_list(b);
	const struct object *policy = b->model->policy;
	struct purposes purposes = { .b = b };

	if (object_value(b->model->root, ROOT_RETENTION))
		purposes.retention = model_retention_index(b->arena, b->model);
	for_each_value(v, b->model->root, ROOT_DATA) if (object_flag(v->as.object, DATA_DEFAULT) == TRI_YES)
			vec_add(b->arena, &purposes.default_data, v->as.object);
	for_each_value(v, b->model->root, ROOT_PURPOSE) add_row(&purposes, table, v->as.object);
	doc_table_end(b, section, table);
	if (!doc_says(b, policy, POLICY_BASES))
		return;
	doc_add_bases(b, list, policy, POLICY_BASES);
	if (list->first)
		doc_add_todos(b, list->last->first, policy, POLICY_BASES);
	else
		doc_add_todos(b, doc_add_item(b, list), policy, POLICY_BASES);
	doc_add_sentence(b, section, CLAUSE_BASES_GLOBAL, NULL);
	doc_attach(section, list);
}
