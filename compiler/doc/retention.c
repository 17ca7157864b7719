/*
 * How long data are kept: one table with every period of the policy in full, first
 * those of purposes, then those that stand on their own.
 */
#include "doc/parts.h"

/* RETAIN_* or RETENTION_*: the same facts in two blocks. */
struct entry_fields {
	enum field period, because, statute;
};
static const struct entry_fields retain_fields = { RETAIN_PERIOD, RETAIN_BECAUSE, RETAIN_STATUTE };
static const struct entry_fields retention_fields = { RETENTION_PERIOD, RETENTION_BECAUSE,
						      RETENTION_STATUTE };

/* "Data, people: period". */
static void add_retain(struct doc_builder *b, struct doc_node *item, const struct object *retain)
{
	struct doc_node *what = doc_detached(b, DOC_PARAGRAPH);

	if (doc_add_values(b, what, retain, RETAIN_DATA) && object_has(retain, RETAIN_PEOPLE))
		doc_add_set_text(b, what, STR(", "));
	doc_add_values(b, what, retain, RETAIN_PEOPLE);
	if (what->first)
		doc_add_clause(b, item, CLAUSE_RETENTION_OF,
			       HOLES({ "what", { "", 0 }, what },
				     doc_hole_list(b, "period", retain, RETAIN_PERIOD)));
	else
		doc_add_values(b, item, retain, RETAIN_PERIOD);
}

static void add_retains(struct doc_builder *b, struct doc_node *cell, const struct object *purpose,
			enum field field)
{
	struct doc_node *list = doc_list(b);

	for_each_value(v, purpose, field) add_retain(b, doc_add_item(b, list), v->as.object);
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, purpose, field);
}

static void add_reasons(struct doc_builder *b, struct doc_node *list, const struct object *entry,
			const struct entry_fields *fields)
{
	if (doc_says(b, entry, fields->because))
		doc_add_values(b, doc_add_item(b, list), entry, fields->because);
	if (doc_says(b, entry, fields->statute))
		doc_add_values(b, doc_add_item(b, list), entry, fields->statute);
}

static void add_then(struct doc_builder *b, struct doc_node *cell, const struct object *object,
		     enum field field)
{
	if (object_has(object, field))
		doc_add_clause(b, cell, CLAUSE_THEN,
			       HOLES({ "then", doc_label(b, object_word(object, field)), NULL }));
	doc_add_todos(b, cell, object, field);
}

static bool says_period(const struct doc_builder *b, const struct object *purpose)
{
	return object_value(purpose, PURPOSE_RETAIN) || object_value(purpose, PURPOSE_ARCHIVE) ||
	       doc_says(b, purpose, PURPOSE_RETAIN) || doc_says(b, purpose, PURPOSE_THEN);
}

static void add_purpose(struct doc_builder *b, struct doc_node *table, const struct object *purpose)
{
	struct doc_node *row, *cell, *list = doc_list(b);

	if (!says_period(b, purpose))
		return;
	row = doc_add_row(b, table);
	cell = doc_add_cell(b, row);
	doc_add_object(b, cell, purpose);
	add_retains(b, doc_add_cell(b, row), purpose, PURPOSE_RETAIN);
	add_retains(b, doc_add_cell(b, row), purpose, PURPOSE_ARCHIVE);
	cell = doc_add_cell(b, row);
	for_each_value(v, purpose, PURPOSE_RETAIN) add_reasons(b, list, v->as.object, &retain_fields);
	for_each_value(v, purpose, PURPOSE_ARCHIVE) add_reasons(b, list, v->as.object, &retain_fields);
	doc_list_end(b, cell, list);
	add_then(b, doc_add_cell(b, row), purpose, PURPOSE_THEN);
	doc_add_object_gaps(b, row->first, purpose);
}

/* What a period of its own is about: its label, and what it names. */
static void add_subject(struct doc_builder *b, struct doc_node *cell, const struct object *retention)
{
	static const enum field fields[] = { RETENTION_LABEL, RETENTION_PURPOSE, RETENTION_DATA,
					     RETENTION_PEOPLE };
	struct doc_node *list = doc_list(b);

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		for_each_value(v, retention, fields[i])
				doc_add_value(b, doc_add_item(b, list), v, schema_fields[fields[i]].type);
	doc_list_end(b, cell, list);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		doc_add_todos(b, cell, retention, fields[i]);
	if (cell->first)
		return;
	if (object_has(retention, RETENTION_KIND) && object_flag(retention, RETENTION_DEFAULT) != TRI_YES)
		doc_add_capital(b, cell, object_word(retention, RETENTION_KIND));
	else
		doc_add_clause(b, cell, CLAUSE_RETENTION_DEFAULT, NULL);
}

static void add_retention(struct doc_builder *b, struct doc_node *table, const struct object *retention)
{
	struct doc_node *row = doc_add_row(b, table), *cell = doc_add_cell(b, row), *active, *archive;
	struct doc_node *list = doc_list(b);

	add_subject(b, cell, retention);
	active = doc_add_cell(b, row);
	archive = doc_add_cell(b, row);
	if (object_word(retention, RETENTION_STAGE) == WORD_STAGE_ARCHIVE)
		active = archive;
	doc_add_values(b, active, retention, RETENTION_PERIOD);
	cell = doc_add_cell(b, row);
	add_reasons(b, list, retention, &retention_fields);
	doc_list_end(b, cell, list);
	add_then(b, doc_add_cell(b, row), retention, RETENTION_THEN);
	doc_add_object_gaps(b, row->first, retention);
}

void doc_build_retention(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause columns[] = { CLAUSE_COLUMN_KEPT, CLAUSE_COLUMN_ACTIVE,
					       CLAUSE_COLUMN_ARCHIVE, CLAUSE_COLUMN_WHY, CLAUSE_COLUMN_THEN };
	struct doc_node *table = doc_table(b, CLAUSE_RETENTION_CAPTION, columns, 5);

	for_each_value(v, b->model->root, ROOT_PURPOSE) add_purpose(b, table, v->as.object);
	for_each_value(v, b->model->root, ROOT_RETENTION) add_retention(b, table, v->as.object);
	doc_table_end(b, section, table);
}
