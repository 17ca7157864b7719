/*
 * Security measures, and how the policy changes: who is told, and past revisions.
 */
#include "doc/parts.h"

void doc_build_security(struct doc_builder *b, struct doc_node *section)
{
	const struct object *security = object_object(b->model->root, ROOT_SECURITY);
	struct doc_node *list = doc_list(b);

	if (!security)
		return;
	doc_add_prose_field(b, section, security, SECURITY_STATEMENT);
	for_each_value(v, security, SECURITY_MEASURE) doc_add_value(b, doc_add_item(b, list), v, TYPE_TEXT);
	if (!object_value(security, SECURITY_MEASURE) && doc_says(b, security, SECURITY_MEASURE))
		doc_add_todos(b, doc_add_item(b, list), security, SECURITY_MEASURE);
	if (!list->first)
		return;
	doc_add_sentence(b, section, CLAUSE_SECURITY_MEASURES, NULL);
	doc_attach(section, list);
}

/* Its number leads to its page; without a number, the address does. */
static void add_version(struct doc_builder *b, struct doc_node *cell, const struct object *revision)
{
	struct doc_node *link;

	if (!object_has(revision, REVISION_VERSION) || !object_has(revision, REVISION_PAGE)) {
		doc_add_values(b, cell, revision, REVISION_VERSION);
		doc_add_values(b, cell, revision, REVISION_PAGE);
		return;
	}
	link = doc_add(b, cell, DOC_LINK);
	link->href = object_name(revision, REVISION_PAGE);
	doc_add_clause(b, link, CLAUSE_REVISION_VERSION,
		       HOLES(doc_hole_list(b, "version", revision, REVISION_VERSION)));
}

static void add_revision(struct doc_builder *b, struct doc_node *table, const struct object *revision)
{
	struct doc_node *row = doc_add_row(b, table), *cell;

	doc_add_values(b, doc_add_cell(b, row), revision, REVISION_DATE);
	add_version(b, doc_add_cell(b, row), revision);
	cell = doc_add_cell(b, row);
	if (object_has(revision, REVISION_KIND))
		doc_add_capital(b, cell, object_word(revision, REVISION_KIND));
	doc_add_values(b, doc_add_cell(b, row), revision, REVISION_SUMMARY);
}

static void add_notice(struct doc_builder *b, struct doc_node *section, const struct object *changes)
{
	if (object_has_word(changes, CHANGES_BY, WORD_NOTICE_NONE))
		doc_add_sentence(b, section, CLAUSE_CHANGES_NONE, NULL);
	else if (doc_says(b, changes, CHANGES_BY))
		doc_add_sentence(b, section, CLAUSE_CHANGES_BY,
				 HOLES(doc_hole_list(b, "how", changes, CHANGES_BY)));
}

void doc_build_changes(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause columns[] = { CLAUSE_COLUMN_DATE, CLAUSE_COLUMN_VERSION,
					       CLAUSE_COLUMN_NATURE, CLAUSE_COLUMN_SUMMARY };
	struct doc_node *table = doc_table(b, CLAUSE_REVISIONS_CAPTION, columns, 4);
	const struct object *changes = object_object(b->model->root, ROOT_CHANGES);
	enum tri new_purposes = object_flag(changes, CHANGES_NEW_PURPOSES);

	if (!changes)
		return;
	if (doc_says(b, changes, CHANGES_ANNOUNCED))
		doc_add_values(b, doc_add(b, section, DOC_PARAGRAPH), changes, CHANGES_ANNOUNCED);
	add_notice(b, section, changes);
	if (new_purposes != TRI_UNKNOWN)
		doc_add_sentence(b, section,
				 new_purposes == TRI_YES ? CLAUSE_CHANGES_NEW_PURPOSES
							 : CLAUSE_CHANGES_NO_NEW_PURPOSES,
				 NULL);
	for_each_value(v, changes, CHANGES_REVISION) add_revision(b, table, v->as.object);
	doc_table_end(b, section, table);
}
