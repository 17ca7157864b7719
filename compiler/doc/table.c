/*
 * Tables: a caption, a header row, and rows whose first cell names them. A column
 * that no row fills is dropped at the end, so that a page shows no empty one; which
 * columns stay depends on the facts alone, and is the same in every language.
 */
#include "doc/parts.h"

enum { COLUMN_LIMIT = 8 };

static struct doc_node *first_row(const struct doc_node *table)
{
	return table->first->next;
}

struct doc_node *doc_table(struct doc_builder *b, enum clause caption, const enum clause *columns, size_t n)
{
	struct doc_node *table = doc_detached(b, DOC_TABLE), *header;

	doc_add_clause(b, doc_add(b, table, DOC_CAPTION), caption, NULL);
	header = doc_add(b, table, DOC_ROW);
	header->flag = true;
	for (size_t i = 0; i < n; i++) {
		struct doc_node *cell = doc_add(b, header, DOC_CELL);

		cell->flag = true;
		doc_add_clause(b, cell, columns[i], NULL);
	}
	return table;
}

struct doc_node *doc_add_row(struct doc_builder *b, struct doc_node *table)
{
	return doc_add(b, table, DOC_ROW);
}

struct doc_node *doc_add_object_row(struct doc_builder *b, struct doc_node *table,
				    const struct object *object)
{
	struct doc_node *row = doc_add(b, table, DOC_ROW);

	doc_take_place(row, doc_place(b, object));
	return row;
}

struct doc_node *doc_add_cell(struct doc_builder *b, struct doc_node *row)
{
	bool first = !row->first;
	struct doc_node *cell = doc_add(b, row, DOC_CELL);

	cell->flag = first;
	return cell;
}

static void note_used(const struct doc_node *row, bool used[COLUMN_LIMIT])
{
	size_t i = 0;

	for (const struct doc_node *cell = row->first; cell; cell = cell->next)
		used[i++] |= cell->first != NULL;
}

static void drop_unused(struct doc_node *row, const bool used[COLUMN_LIMIT])
{
	struct doc_node *cells = row->first, *next;
	size_t i = 0;

	row->first = row->last = NULL;
	for (; cells; cells = next) {
		next = cells->next;
		if (used[i++])
			doc_attach(row, cells);
	}
}

static void capitalise_first(struct doc_builder *b, struct doc_node *inlines)
{
	if (inlines->first && inlines->first->kind == DOC_TEXT)
		doc_capitalise(b, inlines->first);
}

/* Names stand in the first cell, and keep the letters that they have. */
static void capitalise_cells(struct doc_builder *b, struct doc_node *row)
{
	for (struct doc_node *cell = row->first->next; cell; cell = cell->next) {
		capitalise_first(b, cell);
		for (struct doc_node *list = cell->first; list; list = list->next)
			for (struct doc_node *item = list->kind == DOC_LIST ? list->first : NULL; item;
			     item = item->next)
				capitalise_first(b, item->first);
	}
}

void doc_table_end(struct doc_builder *b, struct doc_node *parent, struct doc_node *table)
{
	bool used[COLUMN_LIMIT] = { true };
	bool all = true;
	size_t i = 0;

	if (first_row(table) == table->last)
		return;
	for (struct doc_node *row = first_row(table)->next; row; row = row->next) {
		note_used(row, used);
		capitalise_cells(b, row);
	}
	for (const struct doc_node *cell = first_row(table)->first; cell; cell = cell->next)
		all = used[i++] && all;
	if (!all)
		for (struct doc_node *row = first_row(table); row; row = row->next)
			drop_unused(row, used);
	doc_attach(parent, table);
}
