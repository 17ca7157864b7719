/*
 * Headings inside an author's Markdown become sections with numbered identifiers, which
 * must be the same in every language. Takes a text, adds a finding when its headings
 * differ between the languages in number or level.
 */
#include <cmark.h>

#include "doc/codes.h"
#include "doc/parts.h"

/* Could the text hold a heading: a '#', or a line that begins with '=' or '-'? */
static bool may_hold_headings(struct str text)
{
	if (str_find(text, "#", 0) < text.n)
		return true;
	for (size_t at = str_find(text, "\n", 0); at < text.n; at = str_find(text, "\n", at)) {
		at++;
		while (at < text.n && text.s[at] == ' ')
			at++;
		if (at < text.n && (text.s[at] == '=' || text.s[at] == '-'))
			return true;
	}
	return false;
}

/* Appends the marks of each heading: "## ###". */
static void add_marks(struct buf *marks, struct str text)
{
	cmark_node *document;

	if (!may_hold_headings(text))
		return;
	document = cmark_parse_document(text.s, text.n, CMARK_OPT_DEFAULT);
	for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
		if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
			continue;
		if (marks->n)
			buf_add_char(marks, ' ');
		buf_add_repeat(marks, '#', (size_t)cmark_node_get_heading_level(node));
	}
	cmark_node_free(document);
}

/* "`## ###`", or a word for none. */
static void add_found(struct findings *findings, struct diag *diag, const char *name, struct str marks)
{
	if (marks.n)
		diag_add_arg(findings, diag, name, str_format(findings->arena, "`%.*s`", STR_ARGS(marks)));
	else
		diag_add_words(findings, diag, name, STR("aucun"), STR("none"));
}

void doc_check_headings(struct findings *findings, const struct value *value)
{
	static const char *const names[LANG_COUNT] = { [LANG_FR] = "fr", [LANG_EN] = "en" };
	const struct text *text = value->as.text;
	struct buf marks[LANG_COUNT] = { BUF_INIT, BUF_INIT };
	struct diag *diag;

	for (int lang = 0; lang < LANG_COUNT; lang++)
		add_marks(&marks[lang], text->in[lang]);
	if (text->in[LANG_FR].n && text->in[LANG_EN].n &&
	    !str_eq(buf_str(&marks[LANG_FR]), buf_str(&marks[LANG_EN]))) {
		diag = findings_add(findings, &doc_codes[DOC_CODE_HEADINGS], value->span);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			add_found(findings, diag, names[lang], buf_str(&marks[lang]));
	}
	for (int lang = 0; lang < LANG_COUNT; lang++)
		buf_release(&marks[lang]);
}
