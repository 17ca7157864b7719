/*
 * Tests of the Markdown output: its blocks, and hostile text that libcmark reads back
 * as it was, wherever it stands.
 */
#include <cmark.h>

#include "tests/unit/tree_fixture.h"

/* The text below a node, line ends as spaces, in out. */
static void add_read_text(struct buf *out, cmark_node *node)
{
	cmark_iter *iter = cmark_iter_new(node);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *at = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(at);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
			buf_add_text(out, cmark_node_get_literal(at));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			buf_add_char(out, ' ');
	}
	cmark_iter_free(iter);
}

/* The n-th child of the document read back, its text compared. */
static void assert_reads_back(struct str markdown, int child, cmark_node_type type, struct str expected)
{
	cmark_node *root = cmark_parse_document(markdown.s, markdown.n, CMARK_OPT_DEFAULT);
	cmark_node *node = cmark_node_first_child(root);
	struct buf text = BUF_INIT;

	while (node && child--)
		node = cmark_node_next(node);
	if (!node || cmark_node_get_type(node) != type)
		fail_msg("another kind of block is read from:\n%.*s", STR_ARGS(markdown));
	add_read_text(&text, node);
	if (!str_eq(str_trim(buf_str(&text)), str_trim(expected)))
		fail_msg("'%.*s' was read as '%s' from:\n%.*s", STR_ARGS(expected), buf_str(&text).s,
			 STR_ARGS(markdown));
	buf_release(&text);
	cmark_node_free(root);
}

/* A text of the letters that CommonMark gives a meaning, by a fixed sequence. */
static struct str hostile_text(struct arena *arena, uint32_t *seed)
{
	static const char *const pieces[] = {
		"*",	    "_", "`",	"\\",  "[",   "]",    "(",	")",	"<",	    ">",
		"&",	    "#", "!",	"|",   "~",   "-",    "+",	"=",	".",	    "1",
		"9",	    " ", "  ",	"a",   "é",   "\"",   "'",	"amp;", "http://x", ":",
		"\xC2\xA0", "«", "---", "```", "<b>", "&lt;", "[a]: b", "![",	"**",	    "__"
	};
	struct buf text = BUF_INIT;
	struct str copy;

	for (int n = 1 + (int)(*seed >> 28); n > 0; n--) {
		*seed = *seed * 1664525u + 1013904223u;
		buf_add_text(&text, pieces[(*seed >> 16) % (sizeof(pieces) / sizeof(pieces[0]))]);
	}
	copy = str_copy(arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

/* Text nodes side by side, some emphasised or linked, also within each other; their
 * text together. */
static struct str add_hostile_inlines(struct tree_fixture *f, struct doc_node *parent, uint32_t *seed)
{
	static const enum doc_kind kinds[] = { DOC_TEXT, DOC_STRONG, DOC_EMPHASIS,
					       DOC_LINK, DOC_CODE,   DOC_TEXT };
	struct str all = STR("");

	for (int i = 0; i < 5; i++) {
		enum doc_kind kind = kinds[(*seed >> 20) % (sizeof(kinds) / sizeof(kinds[0]))];
		struct str text = hostile_text(f->arena, seed);
		struct doc_node *node = add(f, parent, kind);

		node->href = STR("https://example.org/a_(b)?c=*d*");
		all = str_join(f->arena, all, text);
		if (kind == DOC_TEXT || kind == DOC_CODE) {
			node->text = text;
			continue;
		}
		add_text(f, node, text.s);
		if (kind != DOC_LINK && (*seed >> 24 & 1))
			parent = node;
	}
	return all;
}

static void markdown_reads_back_as_it_was(void **state)
{
	struct buf out = BUF_INIT;
	uint32_t seed = 20260301;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct tree_fixture f;
		struct str title, paragraph, item;
		struct doc_node *node;

		open_tree(&f, LANG_FR);
		node = add(&f, add(&f, f.doc.root, DOC_SECTION), DOC_HEADING);
		node->parent->level = 1;
		title = add_hostile_inlines(&f, node, &seed);
		paragraph = add_hostile_inlines(&f, add(&f, f.doc.root, DOC_PARAGRAPH), &seed);
		node = add(&f, add(&f, f.doc.root, DOC_LIST), DOC_ITEM);
		item = add_hostile_inlines(&f, add(&f, node, DOC_PARAGRAPH), &seed);
		markdown_of(&f, &out);
		if (!str_is_blank(title))
			assert_reads_back(buf_str(&out), 1, CMARK_NODE_HEADING, title);
		if (!str_is_blank(paragraph) && !str_is_blank(item)) {
			assert_reads_back(buf_str(&out), 2, CMARK_NODE_PARAGRAPH, paragraph);
			assert_reads_back(buf_str(&out), 3, CMARK_NODE_LIST, item);
		}
		arena_free(f.arena);
	}
	buf_release(&out);
}

/* The second cell of the table's last row, as GFM reads it: pipes are unescaped
 * before inlines are looked for. */
static struct str read_cell(struct arena *arena, struct str markdown)
{
	struct buf cell = BUF_INIT;
	struct str copy;
	size_t at = markdown.n - 1;
	int pipes = 0;

	while (markdown.s[at - 1] != '\n')
		at--;
	for (; at < markdown.n && pipes < 3; at++) {
		if (markdown.s[at] == '\\' && markdown.s[at + 1] == '|') {
			buf_add_char(&cell, '|');
			at++;
		} else if (markdown.s[at] == '\\' && pipes == 2) {
			buf_add(&cell, markdown.s + at++, 2);
		} else if (markdown.s[at] == '|') {
			pipes++;
		} else if (pipes == 2) {
			buf_add_char(&cell, markdown.s[at]);
		}
	}
	copy = str_copy(arena, buf_str(&cell));
	buf_release(&cell);
	return copy;
}

static void markdown_cells_read_back_as_they_were(void **state)
{
	struct buf out = BUF_INIT;
	uint32_t seed = 20260401;

	(void)state;
	for (int i = 0; i < 1500; i++) {
		struct tree_fixture f;
		struct doc_node *row;
		struct str text;

		open_tree(&f, LANG_EN);
		row = add(&f, add_table(&f), DOC_ROW);
		add_with(&f, row, DOC_CELL, "a");
		row = add(&f, row, DOC_CELL);
		add_text(&f, row, "x");
		text = str_join(f.arena, STR("x"), add_hostile_inlines(&f, row, &seed));
		markdown_of(&f, &out);
		assert_reads_back(read_cell(f.arena, buf_str(&out)), 0, CMARK_NODE_PARAGRAPH, text);
		arena_free(f.arena);
	}
	buf_release(&out);
}

static void markdown_blocks(void **state)
{
	struct tree_fixture f;
	struct buf out = BUF_INIT;
	struct doc_node *section, *item, *terms, *notice, *list;

	(void)state;
	open_tree(&f, LANG_EN);
	section = add_section(&f, f.doc.root, "s", "Who we are");
	add_with(&f, section, DOC_PARAGRAPH, "- one");
	list = add(&f, section, DOC_LIST);
	item = add(&f, list, DOC_ITEM);
	add_with(&f, item, DOC_PARAGRAPH, "a");
	list = add(&f, item, DOC_LIST);
	list->flag = true;
	add_with(&f, add(&f, list, DOC_ITEM), DOC_PARAGRAPH, "b");
	add_with(&f, add(&f, add(&f, section, DOC_LIST), DOC_ITEM), DOC_PARAGRAPH, "c");
	terms = add(&f, section, DOC_TERMS);
	add_with(&f, terms, DOC_TERM, "Address");
	item = add_with(&f, add(&f, terms, DOC_MEANING), DOC_PARAGRAPH, "1 Road");
	add(&f, item, DOC_BREAK);
	add_text(&f, item, "+ Town");
	notice = add(&f, section, DOC_NOTICE);
	add_with(&f, notice, DOC_HEADING, "Object");
	add_with(&f, notice, DOC_PARAGRAPH, "You can.");
	add(&f, section, DOC_CODE_BLOCK)->text = STR("a\n```\nb\n");
	add(&f, section, DOC_RULE);
	markdown_of(&f, &out);
	assert_string_equal(out.s, "# Title\n\n## 1. Who we are\n\n\\- one\n\n- a\n  1. b\n\n* c\n\n"
				   "- **Address**: 1 Road\\\n  \\+ Town\n\n> **Object**\n>\n> You can.\n\n"
				   "````\na\n```\nb\n````\n\n___\n");
	buf_release(&out);
	arena_free(f.arena);
}

static void markdown_tables_escape_pipes(void **state)
{
	struct tree_fixture f;
	struct buf out = BUF_INIT;
	struct doc_node *row, *list;

	(void)state;
	open_tree(&f, LANG_EN);
	row = add(&f, add_table(&f), DOC_ROW);
	add(&f, add(&f, row, DOC_CELL), DOC_CODE)->text = STR("x|y");
	list = add(&f, add(&f, row, DOC_CELL), DOC_LIST);
	add_with(&f, add(&f, list, DOC_ITEM), DOC_PARAGRAPH, "one");
	add_with(&f, add(&f, list, DOC_ITEM), DOC_PARAGRAPH, "two");
	markdown_of(&f, &out);
	assert_string_equal(out.s, "# Title\n\n**Caption**\n\n| Name | \"Kept\" \\| for |\n| --- | --- |\n"
				   "| Logs | a\\|b \\\\ c |\n| `x\\|y` | one; two |\n");
	buf_release(&out);
	arena_free(f.arena);
}

static void markdown_shows_gaps_in_bold_brackets(void **state)
{
	struct tree_fixture f;
	struct buf out = BUF_INIT;
	struct doc_node *paragraph, *gap;

	(void)state;
	open_tree(&f, LANG_FR);
	paragraph = add_with(&f, f.doc.root, DOC_PARAGRAPH, "Durée");
	gap = add(&f, paragraph, DOC_GAP);
	gap->id = STR("GDPR-13-2-a");
	gap->text = STR("sans durée");
	markdown_of(&f, &out);
	assert_string_equal(out.s, "# Title\n\nDurée **[GDPR-13-2-a\xC2\xA0: sans durée]**\n");
	buf_release(&out);
	arena_free(f.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markdown_reads_back_as_it_was),
		cmocka_unit_test(markdown_cells_read_back_as_they_were),
		cmocka_unit_test(markdown_blocks),
		cmocka_unit_test(markdown_tables_escape_pipes),
		cmocka_unit_test(markdown_shows_gaps_in_bold_brackets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
