/*
 * `polc dump doc`: one node a line, indented by depth, with what it holds.
 */
#include "doc/doc.h"

static const char *const names[DOC_KIND_COUNT] = {
	[DOC_DOCUMENT] = "document",
	[DOC_SECTION] = "section",
	[DOC_HEADING] = "heading",
	[DOC_CONTENTS] = "contents",
	[DOC_PARAGRAPH] = "paragraph",
	[DOC_LIST] = "list",
	[DOC_ITEM] = "item",
	[DOC_TERMS] = "terms",
	[DOC_TERM] = "term",
	[DOC_MEANING] = "meaning",
	[DOC_TABLE] = "table",
	[DOC_CAPTION] = "caption",
	[DOC_ROW] = "row",
	[DOC_CELL] = "cell",
	[DOC_NOTICE] = "notice",
	[DOC_QUOTE] = "quote",
	[DOC_CODE_BLOCK] = "code-block",
	[DOC_RULE] = "rule",
	[DOC_GAP] = "gap",
	[DOC_TEXT] = "text",
	[DOC_STRONG] = "strong",
	[DOC_EMPHASIS] = "emphasis",
	[DOC_CODE] = "code",
	[DOC_LINK] = "link",
	[DOC_REFERENCE] = "reference",
	[DOC_BREAK] = "break",
};

/* What the flag of a kind means; NULL: it has none. */
static const char *const flags[DOC_KIND_COUNT] = {
	[DOC_LIST] = " ordered",
	[DOC_ROW] = " header",
	[DOC_CELL] = " header",
};

static void add_attribute(struct buf *out, const char *before, struct str value)
{
	if (str_is_empty(value))
		return;
	buf_add_text(out, before);
	buf_add_str(out, value);
}

/* Line breaks and backslashes escaped, so that a node stays on its line. */
static void add_quoted(struct buf *out, struct str text)
{
	buf_add_text(out, " \"");
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '\n')
			buf_add_text(out, "\\n");
		else if (text.s[i] == '\\')
			buf_add_text(out, "\\\\");
		else
			buf_add_char(out, text.s[i]);
	}
	buf_add_char(out, '"');
}

static void dump_node(struct buf *out, const struct doc_node *node, size_t depth)
{
	buf_add_repeat(out, ' ', 2 * depth);
	buf_add_text(out, names[node->kind]);
	if (node->flag && flags[node->kind])
		buf_add_text(out, flags[node->kind]);
	if (node->kind == DOC_SECTION)
		add_attribute(out, " ", node->number);
	add_attribute(out, " #", node->id);
	if (node->kind != DOC_SECTION)
		add_attribute(out, " -> ", node->href);
	if (!str_is_empty(node->text))
		add_quoted(out, node->text);
	buf_add_char(out, '\n');
}

void doc_dump(struct buf *out, const struct doc *doc)
{
	struct doc_walk walk;
	enum doc_event event;
	size_t depth = 1;

	buf_add_format(out, "doc %.*s %s", STR_ARGS(doc->id), lang_tag(doc->lang));
	add_quoted(out, doc->title);
	buf_add_char(out, '\n');
	doc_walk_init(&walk, doc->root);
	while ((event = doc_walk_next(&walk)) != DOC_DONE) {
		if (event == DOC_ENTER)
			dump_node(out, walk.node, depth++);
		else
			depth--;
	}
}
