/*
 * A document -> one HTML5 page. Takes a tree whose links doc/ has vetted; gives
 * a page without script, whose tables can be read as cards on a narrow screen:
 * each cell carries the heading of its column.
 */
#include <assert.h>

#include "render/escape.h"
#include "render/fragment.h"
#include "render/furniture.h"
#include "render/html_page.h"
#include "render/metadata.h"
#include "render/site.h"
#include "render/walker.h"

enum { COLUMN_LIMIT = 16 }; /* headings remembered; cells beyond stand without */
enum { LONG_WORD = 40 };    /* bytes beyond which a word may be broken anywhere */

struct html {
	struct str prefix; /* of every identifier: that of a fragment and "-", or "" */
	int lowered;	   /* by how many levels headings are lower than in a page */
	struct buf labels; /* the attributes of the current table's columns, one behind the other */
	size_t label_end[COLUMN_LIMIT];
	size_t labels_n;
	size_t column;		     /* of the next cell in the current row */
	const struct doc_node *term; /* the last one */
	bool has_body;		     /* <tbody> is open in the current table */
};

static void add_escaped(struct walker *walker, struct str text)
{
	escape_add(walker->out, text, escape_html);
}

static inline void add_text(struct walker *walker, const char *text)
{
	buf_add_text(walker->out, text);
}

/* An attribute that gives or names a place of the page; identifiers need no escape
 * (doc_check). */
static void add_place(struct walker *walker, const char *name, struct str id, const char *suffix)
{
	const struct html *html = walker->state;

	if (str_is_empty(id))
		return;
	buf_add_char(walker->out, ' ');
	buf_add_text(walker->out, name);
	buf_add_text(walker->out, "=\"");
	buf_add_str(walker->out, html->prefix);
	buf_add_str(walker->out, id);
	buf_add_text(walker->out, suffix);
	buf_add_char(walker->out, '"');
}

static void add_id(struct walker *walker, const struct doc_node *node)
{
	add_place(walker, "id", node->id, "");
}

/* Ends an open tag that may carry the node's identifier. */
static void id_enter(struct walker *walker, const struct doc_node *node)
{
	add_id(walker, node);
	buf_add_char(walker->out, '>');
}

/* The same, and its line. */
static void id_line_enter(struct walker *walker, const struct doc_node *node)
{
	add_id(walker, node);
	buf_add(walker->out, ">\n", 2);
}

static void section_enter(struct walker *walker, const struct doc_node *node)
{
	add_id(walker, node);
	if (node->flag)
		add_text(walker, " class=\"brief\"");
	if (node->first && node->first->kind == DOC_HEADING)
		add_place(walker, "aria-labelledby", node->id, ":title");
	add_text(walker, ">\n");
}

/* "<h3" or "</h3": of a heading of that level of the document, lower in a fragment. */
static void add_heading_tag(struct walker *walker, const char *start, int level)
{
	const struct html *html = walker->state;

	level += html->lowered;
	add_text(walker, start);
	buf_add_char(walker->out, (char)('0' + (level > 6 ? 6 : level)));
}

static void heading_enter(struct walker *walker, const struct doc_node *node)
{
	add_heading_tag(walker, "<h", walker_heading_level(node));
	add_place(walker, "id", node->parent->id, ":title");
	if (node->parent->kind == DOC_NOTICE)
		add_text(walker, " class=\"notice-title\"");
	buf_add_char(walker->out, '>');
	if (node->parent->kind != DOC_SECTION || str_is_empty(node->parent->number))
		return;
	add_text(walker, "<span class=\"number\">");
	walker_add_number(walker->out, node, "</span> ");
}

static void heading_leave(struct walker *walker, const struct doc_node *node)
{
	add_heading_tag(walker, "</h", walker_heading_level(node));
	buf_add(walker->out, ">\n", 2);
}

/* Twice its title: of the list that always shows, where there is room for it; of the one
 * that opens, where there is not. The style shows one of them. */
static void contents_enter(struct walker *walker, const struct doc_node *node)
{
	const char *title = furniture_text(FURNITURE_CONTENTS, walker->doc->lang);

	(void)node;
	add_place(walker, "aria-labelledby", STR("page:contents"), "");
	add_text(walker, ">\n");
	add_heading_tag(walker, "<h", 2);
	add_place(walker, "id", STR("page:contents"), "");
	buf_add_char(walker->out, '>');
	add_text(walker, title);
	add_heading_tag(walker, "</h", 2);
	add_text(walker, ">\n<details>\n<summary>");
	add_text(walker, title);
	add_text(walker, "</summary>\n");
}

static void paragraph_enter(struct walker *walker, const struct doc_node *node)
{
	if (walker_is_bare(node))
		return;
	add_text(walker, "<p");
	id_enter(walker, node);
}

static void paragraph_leave(struct walker *walker, const struct doc_node *node)
{
	if (!walker_is_bare(node))
		add_text(walker, "</p>\n");
}

static void list_enter(struct walker *walker, const struct doc_node *node)
{
	buf_add(walker->out, node->flag ? "<ol" : "<ul", 3);
	id_line_enter(walker, node);
}

static void list_leave(struct walker *walker, const struct doc_node *node)
{
	buf_add(walker->out, node->flag ? "</ol>\n" : "</ul>\n", 6);
}

/* Terms with long meanings open one by one, without a script. The place of such a term is
 * what opens, so that a link to it opens it. */
static void terms_enter(struct walker *walker, const struct doc_node *node)
{
	add_text(walker, node->flag ? "<div class=\"terms\">\n" : "<dl>\n");
}

static void terms_leave(struct walker *walker, const struct doc_node *node)
{
	add_text(walker, node->flag ? "</div>\n" : "</dl>\n");
}

static void term_enter(struct walker *walker, const struct doc_node *node)
{
	struct html *html = walker->state;

	html->term = node;
	if (node->parent->flag) {
		add_text(walker, "<details>\n<summary>");
		return;
	}
	add_text(walker, "<dt");
	id_enter(walker, node);
}

static void term_leave(struct walker *walker, const struct doc_node *node)
{
	add_text(walker, node->parent->flag ? "</summary>\n" : "</dt>\n");
}

static void meaning_enter(struct walker *walker, const struct doc_node *node)
{
	const struct html *html = walker->state;

	add_text(walker, node->parent->flag ? "<div" : "<dd");
	id_enter(walker, node->parent->flag ? html->term : node);
}

static void meaning_leave(struct walker *walker, const struct doc_node *node)
{
	add_text(walker, node->parent->flag ? "</div>\n</details>\n" : "</dd>\n");
}

/* The attribute of the cells below a heading. */
static void add_label(struct html *html, struct doc_node *heading)
{
	struct buf plain = BUF_INIT;

	walker_add_plain(&plain, heading);
	html_add_attribute(&html->labels, "data-label", buf_str(&plain), "");
	html->label_end[html->labels_n++] = html->labels.n;
	buf_release(&plain);
}

/* Remembers the headings of the first row, for the cells below them. */
static void table_enter(struct walker *walker, const struct doc_node *node)
{
	struct html *html = walker->state;
	const struct doc_node *row = node->first;

	id_line_enter(walker, node);
	html->has_body = false;
	html->labels_n = 0;
	buf_reset(&html->labels);
	if (row && row->kind == DOC_CAPTION)
		row = row->next;
	if (!row || !row->flag)
		return;
	for (struct doc_node *cell = row->first; cell && html->labels_n < COLUMN_LIMIT; cell = cell->next)
		add_label(html, cell);
}

static void table_leave(struct walker *walker, const struct doc_node *node)
{
	const struct html *html = walker->state;

	(void)node;
	add_text(walker, html->has_body ? "</tbody>\n" : "");
}

static void row_enter(struct walker *walker, const struct doc_node *node)
{
	struct html *html = walker->state;

	html->column = 0;
	if (node->flag) {
		add_text(walker, "<thead>\n");
	} else if (!html->has_body) {
		html->has_body = true;
		add_text(walker, "<tbody>\n");
	}
	add_text(walker, "<tr");
	id_line_enter(walker, node);
}

static void row_leave(struct walker *walker, const struct doc_node *node)
{
	add_text(walker, "</tr>\n");
	if (node->flag)
		add_text(walker, "</thead>\n");
}

static void cell_enter(struct walker *walker, const struct doc_node *node)
{
	struct html *html = walker->state;
	size_t column = html->column++;

	if (node->parent->flag && node->first)
		add_text(walker, "<th scope=\"col\"");
	else if (node->flag && !node->parent->flag)
		add_text(walker, "<th scope=\"row\"");
	else
		add_text(walker, "<td");
	if (node->first && !node->flag && !node->parent->flag && column < html->labels_n) {
		size_t start = column ? html->label_end[column - 1] : 0;

		buf_add(walker->out, html->labels.s + start, html->label_end[column] - start);
	}
	id_enter(walker, node);
}

static void cell_leave(struct walker *walker, const struct doc_node *node)
{
	bool heading = node->parent->flag ? node->first != NULL : node->flag;

	buf_add(walker->out, heading ? "</th>\n" : "</td>\n", 6);
}

static void notice_enter(struct walker *walker, const struct doc_node *node)
{
	add_id(walker, node);
	if (node->first && node->first->kind == DOC_HEADING)
		add_place(walker, "aria-labelledby", node->id, ":title");
	add_text(walker, ">\n");
}

/* Does a word of the text ask for a line of its own, and a table for a page wider than the
 * window? Browsers break lines at a space or a hyphen. Looks back from where such a word
 * would end. */
static bool has_long_word(struct str text)
{
	size_t start = 0, end;

	for (; text.n - start > LONG_WORD; start = end) {
		end = start + LONG_WORD + 1;
		while (end > start && text.s[end - 1] != ' ' && text.s[end - 1] != '-')
			end--;
		if (end == start)
			return true;
	}
	return false;
}

static void gap_enter(struct walker *walker, const struct doc_node *node)
{
	if (walker_is_among_blocks(node))
		add_text(walker, "<p>");
	add_text(walker, has_long_word(node->text) ? "<mark class=\"gap long\">" : "<mark class=\"gap\">");
	if (!str_is_empty(node->id)) {
		add_text(walker, "<b>");
		add_escaped(walker, node->id);
		add_text(walker, "</b> ");
	}
	add_escaped(walker, node->text);
	add_text(walker, walker_is_among_blocks(node) ? "</mark></p>\n" : "</mark> ");
}

static void text_enter(struct walker *walker, const struct doc_node *node)
{
	bool is_long = has_long_word(node->text);

	if (node->lang == walker->doc->lang && !is_long) {
		if (node->flag)
			buf_add_str(walker->out, node->text);
		else
			add_escaped(walker, node->text);
		return;
	}
	add_text(walker, is_long ? "<span class=\"long\"" : "<span");
	if (node->lang != walker->doc->lang)
		html_add_attribute(walker->out, "lang", str_of(lang_tag(node->lang)), "");
	buf_add_char(walker->out, '>');
	add_escaped(walker, node->text);
	add_text(walker, "</span>");
}

static void code_enter(struct walker *walker, const struct doc_node *node)
{
	add_escaped(walker, node->text);
}

/* A web address as people write it: without its scheme and last slash. */
static struct str address_core(struct str address)
{
	size_t scheme = str_find(address, "://", 0);

	if (scheme < address.n)
		address = str_part(address, scheme + 3, address.n);
	return str_part(address, 0, address.n - str_has_suffix(address, "/"));
}

/* True when the link's text is its address, so that print need not repeat it. */
static bool link_shows_address(const struct doc_node *node)
{
	const struct doc_node *text = node->first;

	if (!str_has_prefix(node->href, "http"))
		return true;
	return text && !text->next && text->kind == DOC_TEXT &&
	       str_eq(address_core(text->text), address_core(node->href));
}

static void link_enter(struct walker *walker, const struct doc_node *node)
{
	html_add_attribute(walker->out, "href", node->href, "");
	if (link_shows_address(node))
		add_text(walker, " class=\"bare\"");
	buf_add_char(walker->out, '>');
}

static void reference_enter(struct walker *walker, const struct doc_node *node)
{
	const struct html *html = walker->state;

	buf_add_str(walker->out, html->prefix);
	buf_add_str(walker->out, node->href);
	add_text(walker, "\">");
}

static const struct walker_action actions[DOC_KIND_COUNT] = {
	[DOC_SECTION] = ACTION("<section", "</section>\n", section_enter, NULL),
	[DOC_HEADING] = ACTION("", "", heading_enter, heading_leave),
	[DOC_CONTENTS] = ACTION("<nav class=\"contents\"", "</details>\n</nav>\n", contents_enter, NULL),
	[DOC_PARAGRAPH] = ACTION("", "", paragraph_enter, paragraph_leave),
	[DOC_LIST] = ACTION("", "", list_enter, list_leave),
	[DOC_ITEM] = ACTION("<li", "</li>\n", id_enter, NULL),
	[DOC_TERMS] = ACTION("", "", terms_enter, terms_leave),
	[DOC_TERM] = ACTION("", "", term_enter, term_leave),
	[DOC_MEANING] = ACTION("", "", meaning_enter, meaning_leave),
	[DOC_TABLE] = ACTION("<table", "</table>\n", table_enter, table_leave),
	[DOC_CAPTION] = ACTION("<caption>", "</caption>\n", NULL, NULL),
	[DOC_ROW] = ACTION("", "", row_enter, row_leave),
	[DOC_CELL] = ACTION("", "", cell_enter, cell_leave),
	[DOC_NOTICE] = ACTION("<div class=\"notice\" role=\"note\"", "</div>\n", notice_enter, NULL),
	[DOC_QUOTE] = ACTION("<blockquote>\n", "</blockquote>\n", NULL, NULL),
	[DOC_CODE_BLOCK] = ACTION("<pre><code>", "</code></pre>\n", code_enter, NULL),
	[DOC_RULE] = ACTION("<hr>\n", "", NULL, NULL),
	[DOC_GAP] = ACTION("", "", gap_enter, NULL),
	[DOC_TEXT] = ACTION("", "", text_enter, NULL),
	[DOC_STRONG] = ACTION("<strong>", "</strong>", NULL, NULL),
	[DOC_EMPHASIS] = ACTION("<em>", "</em>", NULL, NULL),
	[DOC_CODE] = ACTION("<code>", "</code>", code_enter, NULL),
	[DOC_LINK] = ACTION("<a", "</a>", link_enter, NULL),
	[DOC_REFERENCE] = ACTION("<a href=\"#", "</a>", reference_enter, NULL),
	[DOC_BREAK] = ACTION("<br>\n", "", NULL, NULL),
};

static void walk(struct buf *out, const struct doc *doc, struct html *html)
{
	struct walker walker = { actions, out, doc, html };

	walker_run(&walker, doc->root);
}

static void render_page(struct buf *out, const struct doc *doc, const struct render_options *options)
{
	struct html html = { .labels = BUF_INIT };
	struct buf description = BUF_INIT;
	struct buf metadata = BUF_INIT;
	struct html_page page = {
		.lang = doc->lang, .title = doc->title, .draft = doc->draft, .site = options->site
	};

	assert(doc->root->kind == DOC_DOCUMENT);
	for (int i = 0; i < LANG_COUNT; i++)
		page.page[i] = options->page[i];
	metadata_add_summary(&description, doc->model, doc->lang);
	metadata_add(&metadata, doc, options);
	page.description = buf_str(&description);
	page.metadata = buf_str(&metadata);
	page.logo_text = metadata_organisation(doc);
	html_page_open(out, &page);
	walk(out, doc, &html);
	html_page_close(out, &page);
	buf_release(&html.labels);
	buf_release(&description);
	buf_release(&metadata);
}

/* The article alone, for a page that another program makes. */
static void render_fragment(struct buf *out, const struct doc *doc, const struct render_site *site)
{
	struct html html = { .labels = BUF_INIT };
	struct fragment fragment = { .doc = doc,
				     .id = site->id_prefix,
				     .heading_level = site->heading_level };

	if (str_is_empty(fragment.id))
		fragment.id = doc->id;
	html.prefix = str_join(doc->arena, fragment.id, STR("-"));
	html.lowered = site->heading_level - 1;
	fragment_open(out, &fragment);
	walk(out, doc, &html);
	fragment_close(out);
	buf_release(&html.labels);
}

void render_html(struct buf *out, const struct doc *doc, const struct render_options *options)
{
	if (options->site && options->site->fragment)
		render_fragment(out, doc, options->site);
	else
		render_page(out, doc, options);
}
