/*
 * Document trees by hand, for the tests of compiler/render.
 */
#ifndef TESTS_UNIT_TREE_FIXTURE_H
#define TESTS_UNIT_TREE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "render/render.h"

static const struct render_options no_pages = { .xml = NULL };

struct tree_fixture {
	struct arena *arena;
	struct doc doc;
};

static inline struct doc_node *add(struct tree_fixture *f, struct doc_node *parent, enum doc_kind kind)
{
	struct doc_node *node = ARENA_NEW(f->arena, struct doc_node);

	node->kind = kind;
	node->lang = f->doc.lang;
	node->parent = parent;
	node->id = node->number = node->text = node->href = STR("");
	if (parent && parent->last)
		parent->last->next = node;
	else if (parent)
		parent->first = node;
	if (parent)
		parent->last = node;
	return node;
}

static inline struct doc_node *add_text(struct tree_fixture *f, struct doc_node *parent, const char *text)
{
	struct doc_node *node = add(f, parent, DOC_TEXT);

	node->text = str_of(text);
	return node;
}

/* A node that holds one text. */
static inline struct doc_node *add_with(struct tree_fixture *f, struct doc_node *parent, enum doc_kind kind,
					const char *text)
{
	struct doc_node *node = add(f, parent, kind);

	add_text(f, node, text);
	return node;
}

static inline void open_tree(struct tree_fixture *f, enum lang lang)
{
	*f = (struct tree_fixture) { .arena = arena_new() };
	f->doc = (struct doc) {
		.arena = f->arena, .lang = lang, .id = STR("x"), .title = STR("Title"), .draft = STR("")
	};
	f->doc.root = add(f, NULL, DOC_DOCUMENT);
}

static inline struct doc_node *add_section(struct tree_fixture *f, struct doc_node *parent, const char *id,
					   const char *title)
{
	struct doc_node *section = add(f, parent, DOC_SECTION);

	section->id = str_of(id);
	section->number = parent == f->doc.root ? STR("1") : STR("1.1");
	section->level = parent == f->doc.root ? 1 : parent->level + 1;
	add_with(f, section, DOC_HEADING, title);
	return section;
}

/* The document as Markdown, in out. */
static inline struct str markdown_of(struct tree_fixture *f, struct buf *out)
{
	buf_reset(out);
	render_markdown(out, &f->doc, &no_pages);
	return buf_str(out);
}

static inline void assert_holds(struct str text, const char *part)
{
	if (str_find(text, part, 0) == text.n)
		fail_msg("'%s' is not in:\n%.*s", part, STR_ARGS(text));
}

static inline void assert_lacks(struct str text, const char *part)
{
	if (str_find(text, part, 0) < text.n)
		fail_msg("'%s' is in:\n%.*s", part, STR_ARGS(text));
}

static inline struct doc_node *add_row(struct tree_fixture *f, struct doc_node *table, bool header,
				       const char *a, const char *b)
{
	struct doc_node *row = add(f, table, DOC_ROW);

	row->flag = header;
	add_with(f, row, DOC_CELL, a)->flag = true;
	add_with(f, row, DOC_CELL, b)->flag = header;
	return row;
}

static inline struct doc_node *add_table(struct tree_fixture *f)
{
	struct doc_node *table = add(f, f->doc.root, DOC_TABLE);

	add_with(f, table, DOC_CAPTION, "Caption");
	add_row(f, table, true, "Name", "\"Kept\" | for");
	add_row(f, table, false, "Logs", "a|b \\ c")->id = STR("data-logs");
	return table;
}

#endif
