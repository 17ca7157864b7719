/*
 * Headings inside an author's Markdown become sections with numbered identifiers, which
 * must be the same in every language. Takes a text, adds a finding when its headings
 * differ between the languages in number or level.
 */
#include "doc/codes.h"
#include "doc/markdown.h"
#include "doc/parts.h"

/* Is the line at the byte one of '=' or of '-' alone, which makes a heading of the line before? */
static bool is_underline(struct str text, size_t at)
{
	char sign;

	while (at < text.n && text.s[at] == ' ')
		at++;
	sign = at < text.n ? text.s[at] : '\0';
	while (at < text.n && text.s[at] == sign)
		at++;
	while (at < text.n && (text.s[at] == ' ' || text.s[at] == '\t' || text.s[at] == '\r'))
		at++;
	return (sign == '=' || sign == '-') && (at == text.n || text.s[at] == '\n');
}

/* Could the text hold a heading: a '#', or a line that is underlined? */
static bool may_hold_headings(struct str text)
{
	if (str_find(text, "#", 0) < text.n)
		return true;
	for (size_t at = str_find(text, "\n", 0); at < text.n; at = str_find(text, "\n", at + 1)) {
		if (is_underline(text, at + 1))
			return true;
	}
	return false;
}

/* Appends the marks of each heading: "## ###". */
static void add_marks(struct arena *scratch, struct buf *marks, struct str text)
{
	cmark_node *document;

	if (!may_hold_headings(text))
		return;
	document = doc_markdown_begin(scratch, text);
	for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
		if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
			continue;
		if (marks->n)
			buf_add_char(marks, ' ');
		buf_add_repeat(marks, '#', (size_t)cmark_node_get_heading_level(node));
	}
	doc_markdown_end();
	arena_reset(scratch);
}

/* "`## ###`", or a word for none. */
static void add_found(struct findings *findings, struct diag *diag, const char *name, struct str marks)
{
	if (marks.n)
		diag_add_arg(findings, diag, name, str_format(findings->arena, "`%.*s`", STR_ARGS(marks)));
	else
		diag_add_words(findings, diag, name, STR("aucun"), STR("none"));
}

void doc_check_headings(struct arena *scratch, struct findings *findings, const struct value *value)
{
	const struct text *text = value->as.text;
	struct buf marks[LANG_COUNT] = { BUF_INIT, BUF_INIT };
	struct diag *diag;

	for (int lang = 0; lang < LANG_COUNT; lang++)
		add_marks(scratch, &marks[lang], text->in[lang]);
	if (text->in[LANG_FR].n && text->in[LANG_EN].n &&
	    !str_eq(buf_str(&marks[LANG_FR]), buf_str(&marks[LANG_EN]))) {
		diag = findings_add(findings, &doc_codes[DOC_CODE_HEADINGS], value->span);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			add_found(findings, diag, lang_tag((enum lang)lang), buf_str(&marks[lang]));
	}
	for (int lang = 0; lang < LANG_COUNT; lang++)
		buf_release(&marks[lang]);
}
