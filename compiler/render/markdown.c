/*
 * A document -> CommonMark with GFM tables, without raw HTML and without hard
 * wrapping. A block begins its own line and leaves it open; what comes next ends
 * it. References to places in the document are plain text: CommonMark has no
 * anchors. Table cells hold one line each, lists in them set apart by "; ".
 */
#include <string.h>

#include "render/furniture.h"
#include "render/markdown.h"
#include "render/markdown_escape.h"

void markdown_pop_prefix(struct markdown *md, size_t n)
{
	md->prefix.n -= n;
	md->prefix.s[md->prefix.n] = '\0';
}

/* In a cell, lines and blocks stand on one line: a dash sets the next one apart, or a
 * space behind the end of a sentence. */
void markdown_break_in_cell(struct walker *walker)
{
	const struct markdown *md = walker->state;
	struct str out = buf_str(walker->out);

	if (out.n <= md->cell_start || str_has_suffix(out, " "))
		return;
	if (strchr(".!?:;", out.s[out.n - 1]))
		buf_add_char(walker->out, ' ');
	else
		markdown_add(walker, " \xE2\x80\x93 ");
}

/* --- blocks --- */

static void begin_heading(struct walker *walker, int level)
{
	struct markdown *md = walker->state;

	markdown_begin_block(walker, false);
	buf_add_repeat(walker->out, '#', (size_t)level);
	buf_add_char(walker->out, ' ');
	md->line_start = MARKDOWN_NOWHERE;
}

static void heading_enter(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	md->in_heading = true;
	if (node->parent->kind == DOC_NOTICE) {
		markdown_begin_block(walker, false);
		markdown_add(walker, "**");
		return;
	}
	begin_heading(walker, walker_heading_level(node));
	walker_add_number(walker->out, node, " ");
}

static void heading_leave(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	md->in_heading = false;
	if (node->parent->kind == DOC_NOTICE)
		markdown_add(walker, "**");
}

static void contents_enter(struct walker *walker, const struct doc_node *node)
{
	if (node->first && node->first->kind == DOC_HEADING)
		return;
	begin_heading(walker, 2);
	markdown_add(walker, furniture_text(FURNITURE_CONTENTS, walker->doc->lang));
}

static void paragraph_enter(struct walker *walker, const struct doc_node *node)
{
	const struct markdown *md = walker->state;

	if (md->in_cell)
		markdown_break_in_cell(walker);
	else if (!(node->parent->kind == DOC_MEANING && walker_is_bare(node) && !md->fresh))
		markdown_begin_block(walker, false);
}

/* A list right below the only line of its item. */
static bool is_tight(const struct doc_node *list)
{
	const struct doc_node *parent = list->parent;

	if (parent->kind != DOC_ITEM && parent->kind != DOC_MEANING)
		return false;
	return parent->first != list && (doc_is_inline(parent->first->kind) || walker_is_bare(parent->first));
}

/* Two lists in a row would be read as one: the second takes another marker. */
static void list_enter(struct walker *walker, const struct doc_node *node)
{
	static const char markers[2][2] = { { '-', '*' }, { '.', ')' } };
	struct markdown *md = walker->state;
	struct open_list list = { markers[node->flag][0], 0, 0 };

	if (md->in_cell)
		return;
	markdown_begin_block(walker, is_tight(node));
	md->fresh = true;
	if (md->last_list && md->last_list->next == node && md->last_marker == list.marker)
		list.marker = markers[node->flag][1];
	vec_add(walker->doc->arena, &md->lists, list);
}

static void list_leave(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	if (md->in_cell && node->next)
		markdown_break_in_cell(walker);
	if (md->in_cell)
		return;
	md->last_marker = md->lists.v[--md->lists.n].marker;
	md->last_list = node;
	md->fresh = false;
	md->spread = false;
}

static void add_ordinal(struct buf *out, size_t ordinal)
{
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + ordinal % 10);
	while (ordinal /= 10);
	buf_add(out, digits + at, sizeof(digits) - at);
}

static void add_marker(struct walker *walker, struct open_list *list)
{
	const struct markdown *md = walker->state;
	size_t start = walker->out->n;

	list->ordinal++;
	if (list->marker == '.' || list->marker == ')')
		add_ordinal(walker->out, list->ordinal);
	buf_add_char(walker->out, list->marker);
	do
		buf_add_char(walker->out, ' ');
	while (md->manners->wide_items && walker->out->n < start + 4);
	list->indent = walker->out->n - start;
}

void markdown_begin_item(struct walker *walker, bool tight)
{
	struct markdown *md = walker->state;
	struct open_list *list = &md->lists.v[md->lists.n - 1];

	markdown_begin_block(walker, tight);
	add_marker(walker, list);
	md->line_start = walker->out->n;
}

/* Items of a cell's list: "a; b", or sentences one behind the other. */
static void begin_item_in_cell(struct walker *walker, const struct doc_node *item)
{
	struct str out = buf_str(walker->out);

	if (item->parent->first == item || (out.n && strchr(".!?", out.s[out.n - 1])))
		markdown_break_in_cell(walker);
	else
		markdown_add(walker, furniture_text(FURNITURE_CELL_ITEM_END, walker->doc->lang));
}

static void item_enter(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	if (md->in_cell) {
		begin_item_in_cell(walker, node);
		return;
	}
	markdown_begin_item(walker, !md->spread);
	buf_add_repeat(&md->prefix, ' ', md->lists.v[md->lists.n - 1].indent);
	md->fresh = node->first && !doc_is_inline(node->first->kind);
}

/* True when the node's blocks are more than one line and a list below it. */
static bool is_spread(const struct doc_node *node)
{
	return node->first && !doc_is_inline(node->first->kind) && !walker_is_bare(node->first);
}

static void item_leave(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	if (md->in_cell)
		return;
	markdown_pop_prefix(md, md->lists.v[md->lists.n - 1].indent);
	md->fresh = false;
	md->spread = is_spread(node);
}

static void term_enter(struct walker *walker, const struct doc_node *node)
{
	const struct markdown *md = walker->state;

	(void)node;
	markdown_begin_item(walker, !md->spread);
	markdown_add(walker, "**");
}

static void term_leave(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	(void)node;
	markdown_add(walker, "**");
	md->after_term = true;
	md->spread = false;
}

/* The first meaning stands behind its term when it is one line. */
static void meaning_enter(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	buf_add_repeat(&md->prefix, ' ', md->lists.v[md->lists.n - 1].indent);
	if (!is_spread(node) && md->after_term)
		markdown_add(walker, furniture_text(FURNITURE_TERM_END, walker->doc->lang));
	else if (!is_spread(node))
		markdown_begin_block(walker, false);
	md->after_term = false;
}

static void meaning_leave(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	(void)walker;
	markdown_pop_prefix(md, md->lists.v[md->lists.n - 1].indent);
	md->spread = md->spread || is_spread(node);
}

static void quote_enter(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	(void)node;
	markdown_begin_block(walker, false);
	markdown_add(walker, "> ");
	buf_add(&md->prefix, "> ", 2);
	md->fresh = true;
}

static void quote_leave(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	(void)node;
	markdown_pop_prefix(md, 2);
	md->fresh = false;
}

static void code_block_enter(struct walker *walker, const struct doc_node *node)
{
	struct str text = str_part(node->text, 0, node->text.n - str_has_suffix(node->text, "\n"));
	size_t ticks = markdown_longest_run(text, '`') + 1;
	size_t at = 0;

	ticks = ticks < 3 ? 3 : ticks;
	markdown_begin_block(walker, false);
	buf_add_repeat(walker->out, '`', ticks);
	while (at <= text.n) {
		size_t end = str_find(text, "\n", at);

		markdown_new_line(walker);
		buf_add_str(walker->out, str_part(text, at, end));
		at = end + 1;
	}
	markdown_new_line(walker);
	buf_add_repeat(walker->out, '`', ticks);
}

/* Underscores: the other marks could be read as the marker of an item. */
static void rule_enter(struct walker *walker, const struct doc_node *node)
{
	(void)node;
	markdown_begin_block(walker, false);
	markdown_add(walker, "___");
}

static void caption_enter(struct walker *walker, const struct doc_node *node)
{
	(void)node;
	markdown_begin_block(walker, false);
	markdown_add(walker, "**");
}

static const struct walker_action actions[DOC_KIND_COUNT] = {
	[DOC_HEADING] = ACTION("", "", heading_enter, heading_leave),
	[DOC_CONTENTS] = ACTION("", "", contents_enter, NULL),
	[DOC_PARAGRAPH] = ACTION("", "", paragraph_enter, NULL),
	[DOC_LIST] = ACTION("", "", list_enter, list_leave),
	[DOC_ITEM] = ACTION("", "", item_enter, item_leave),
	[DOC_TERMS] = ACTION("", "", list_enter, list_leave),
	[DOC_TERM] = ACTION("", "", term_enter, term_leave),
	[DOC_MEANING] = ACTION("", "", meaning_enter, meaning_leave),
	[DOC_CAPTION] = ACTION("", "**", caption_enter, NULL),
	[DOC_ROW] = ACTION("", "", markdown_row_enter, markdown_row_leave),
	[DOC_CELL] = ACTION("", "", markdown_cell_enter, markdown_cell_leave),
	[DOC_NOTICE] = ACTION("", "", quote_enter, quote_leave),
	[DOC_QUOTE] = ACTION("", "", quote_enter, quote_leave),
	[DOC_CODE_BLOCK] = ACTION("", "", code_block_enter, NULL),
	[DOC_RULE] = ACTION("", "", rule_enter, NULL),
	[DOC_GAP] = ACTION("", "", markdown_gap_enter, NULL),
	[DOC_TEXT] = ACTION("", "", markdown_text_enter, NULL),
	[DOC_STRONG] = ACTION("", "", markdown_emphasis_enter, markdown_emphasis_leave),
	[DOC_EMPHASIS] = ACTION("", "", markdown_emphasis_enter, markdown_emphasis_leave),
	[DOC_CODE] = ACTION("", "", markdown_code_enter, NULL),
	[DOC_LINK] = ACTION("[", "", NULL, markdown_link_leave),
	[DOC_BREAK] = ACTION("", "", markdown_break_enter, NULL),
};

/* The title, and where to read the same in the other language. */
static void add_head(struct walker *walker, const struct render_options *options)
{
	begin_heading(walker, 1);
	markdown_add_escaped(walker, walker->doc->title);
	for (int i = 0; i < LANG_COUNT; i++) {
		if (!options->page[i] || (enum lang)i == walker->doc->lang)
			continue;
		markdown_begin_block(walker, false);
		buf_add_char(walker->out, '[');
		markdown_add(walker, furniture_text(FURNITURE_READ_IN, (enum lang)i));
		buf_add_char(walker->out, ']');
		markdown_add_destination(walker->out, str_of(options->page[i]), false);
	}
}

void render_markdown(struct buf *out, const struct doc *doc, const struct render_options *options)
{
	enum front_matter program = options->site ? options->site->front_matter : FRONT_MATTER_NONE;
	struct markdown md = { .prefix = BUF_INIT, .line_start = MARKDOWN_NOWHERE, .fresh = true };
	struct walker walker = { actions, out, doc, &md };
	size_t start;

	md.manners = front_matter_manners(program);
	md.has_lists = options->site && options->site->has_lists;
	front_matter_add(out, doc, program);
	start = out->n;
	if (!md.manners->has_frame)
		add_head(&walker, options);
	walker_run(&walker, doc->root);
	buf_add_char(out, '\n');
	if (md.manners->reads_brackets)
		front_matter_part_brackets(out, start);
	buf_release(&md.prefix);
}
