/*
 * Which data are used: one table, a category a row, with what it contains, where it
 * comes from and whether providing it is mandatory; above it, what holds for all.
 */
#include "doc/parts.h"

static void add_about_others(struct doc_builder *b, struct doc_node *list, const struct object *data)
{
	const struct object *others = object_object(data, DATA_ABOUT_OTHERS);

	if (!others || object_flag(others, ABOUT_OTHERS_STATED) == TRI_NO)
		return;
	if (doc_says(b, others, ABOUT_OTHERS_WHO))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_DATA_OTHERS_WHO,
			       HOLES(doc_hole_list(b, "who", others, ABOUT_OTHERS_WHO)));
	else
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_DATA_OTHERS, NULL);
	if (doc_says(b, others, ABOUT_OTHERS_INFORMED))
		doc_add_values(b, doc_add_item(b, list), others, ABOUT_OTHERS_INFORMED);
	if (doc_says(b, others, ABOUT_OTHERS_EXEMPTION))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_DATA_OTHERS_EXEMPTION,
			       HOLES(doc_hole_list(b, "statute", others, ABOUT_OTHERS_EXEMPTION)));
}

/* Data of GDPR Art. 10 are not among the special categories of Art. 9. */
static enum clause special_clause(const struct object *data)
{
	bool others = false;

	if (!object_has_word(data, DATA_SPECIAL, WORD_SPECIAL_CRIMINAL))
		return CLAUSE_DATA_SPECIAL;
	for_each_value(value, data, DATA_SPECIAL) others =
			others || value->kind != VALUE_WORD || value->as.word != WORD_SPECIAL_CRIMINAL;
	return others ? CLAUSE_DATA_SPECIAL_CRIMINAL : CLAUSE_DATA_CRIMINAL;
}

static void add_content(struct doc_builder *b, struct doc_node *cell, const struct object *data)
{
	struct doc_node *list = doc_list(b);
	enum word special = object_word(data, DATA_SPECIAL);

	if (doc_says(b, data, DATA_DETAIL))
		doc_add_values(b, doc_add_item(b, list), data, DATA_DETAIL);
	for_each_value(v, data, DATA_ITEM) doc_add_value(b, doc_add_item(b, list), v, TYPE_TEXT);
	if (doc_says(b, data, DATA_SPECIAL) && special != WORD_SPECIAL_NONE)
		doc_add_clause(b, doc_add_item(b, list), special_clause(data),
			       HOLES(doc_hole_list(b, "special", data, DATA_SPECIAL)));
	if (object_flag(data, DATA_ANONYMISED) == TRI_YES)
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_DATA_ANONYMISED, NULL);
	add_about_others(b, list, data);
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, data, DATA_ITEM);
}

static void add_source(struct doc_builder *b, struct doc_node *item, const struct object *source)
{
	enum word origin = object_word(source, SOURCE_ORIGIN);
	enum tri public = object_flag(source, SOURCE_PUBLIC);

	if (doc_says(b, source, SOURCE_NAMED)) {
		struct doc_hole label = { "source", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };

		doc_add_capital(b, label.inlines, origin);
		doc_add_clause(b, item, CLAUSE_SOURCE_NAMED,
			       HOLES(label, doc_hole_list(b, "named", source, SOURCE_NAMED)));
	} else {
		doc_add_capital(b, item, origin);
	}
	if (public == TRI_YES)
		doc_add_clause(b, item, CLAUSE_SOURCE_PUBLIC, NULL);
	else if (public == TRI_NO)
		doc_add_clause(b, item, CLAUSE_SOURCE_NOT_PUBLIC, NULL);
}

static void add_sources(struct doc_builder *b, struct doc_node *cell, const struct object *data)
{
	struct doc_node *list = doc_list(b);

	for_each_value(v, data, DATA_SOURCE) add_source(b, doc_add_item(b, list), v->as.object);
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, data, DATA_SOURCE);
}

static void add_required(struct doc_builder *b, struct doc_node *cell, const struct object *data)
{
	const struct object *required = object_object(data, DATA_REQUIRED);

	if (object_has(required, REQUIREMENT_NATURE))
		doc_add_capital(b, cell, object_word(required, REQUIREMENT_NATURE));
	if (required && doc_says(b, required, REQUIREMENT_OTHERWISE)) {
		if (cell->first)
			doc_add_set_text(b, cell, STR("."));
		doc_add_clause(b, cell, CLAUSE_REQUIRED_OTHERWISE,
			       HOLES(doc_hole_list(b, "otherwise", required, REQUIREMENT_OTHERWISE)));
	}
	doc_add_todos(b, cell, data, DATA_REQUIRED);
}

/* What holds for the data that do not say it themselves: once, above the table. */
static void add_provision(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause clauses[WORD_REQUIRED_ON_FORM - WORD_REQUIRED_STATUTORY + 1] = {
		[0] = CLAUSE_PROVISION_STATUTORY,
		[WORD_REQUIRED_CONTRACTUAL - WORD_REQUIRED_STATUTORY] = CLAUSE_PROVISION_CONTRACTUAL,
		[WORD_REQUIRED_PRECONTRACTUAL - WORD_REQUIRED_STATUTORY] = CLAUSE_PROVISION_PRECONTRACTUAL,
		[WORD_REQUIRED_OPTIONAL - WORD_REQUIRED_STATUTORY] = CLAUSE_PROVISION_OPTIONAL,
		[WORD_REQUIRED_ON_FORM - WORD_REQUIRED_STATUTORY] = CLAUSE_PROVISION_ON_FORM,
	};
	const struct object *provision = object_object(b->model->root, ROOT_REQUIRED);
	enum word nature = object_word(provision, REQUIREMENT_NATURE);
	struct doc_node *paragraph;

	if (!doc_says(b, b->model->root, ROOT_REQUIRED))
		return;
	paragraph = doc_add(b, section, DOC_PARAGRAPH);
	if (nature != WORD_NONE)
		doc_add_clause(b, paragraph, clauses[nature - WORD_REQUIRED_STATUTORY], NULL);
	if (provision && doc_says(b, provision, REQUIREMENT_OTHERWISE))
		doc_add_clause(b, paragraph, CLAUSE_REQUIRED_OTHERWISE,
			       HOLES(doc_hole_list(b, "otherwise", provision, REQUIREMENT_OTHERWISE)));
	if (provision)
		doc_add_todos(b, paragraph, provision, REQUIREMENT_NATURE);
	doc_add_todos(b, paragraph, b->model->root, ROOT_REQUIRED);
}

static void add_row(struct doc_builder *b, struct doc_node *table, const struct object *data)
{
	struct doc_node *row = doc_add_object_row(b, table, data), *cell = doc_add_cell(b, row);

	doc_add_title(b, cell, data);
	doc_add_todos(b, cell, data, DATA_LABEL);
	add_content(b, doc_add_cell(b, row), data);
	add_sources(b, doc_add_cell(b, row), data);
	add_required(b, doc_add_cell(b, row), data);
	doc_add_object_gaps(b, cell, data);
}

void doc_build_data(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause columns[] = { CLAUSE_COLUMN_CATEGORY, CLAUSE_COLUMN_DETAIL,
					       CLAUSE_COLUMN_SOURCE, CLAUSE_COLUMN_REQUIRED };
	struct doc_node *table = doc_table(b, CLAUSE_DATA_CAPTION, columns, 4);

	if (object_has_word(b->model->policy, POLICY_CLAIMS, WORD_CLAIM_NO_SENSITIVE_DATA))
		doc_add_word(b, doc_add(b, section, DOC_PARAGRAPH), WORD_CLAIM_NO_SENSITIVE_DATA);
	add_provision(b, section);
	for_each_value(v, b->model->root, ROOT_DATA) add_row(b, table, v->as.object);
	doc_table_end(b, section, table);
}
