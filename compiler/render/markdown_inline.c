/*
 * The inlines of Markdown, gaps among them, and the lines on which all stand. Text
 * is escaped for the place where it stands; emphasis that CommonMark would not
 * read as such is left out, its text is not.
 */
#include "render/furniture.h"
#include "render/markdown.h"
#include "render/markdown_escape.h"

void markdown_add_escaped(struct walker *walker, struct str text)
{
	const struct markdown *md = walker->state;
	struct markdown_place place = {
		.line_start = walker->out->n == md->line_start,
		.in_cell = md->in_cell,
		.has_entities = md->manners->has_entities,
	};

	markdown_add_text(walker->out, text, place);
}

void markdown_new_line(struct walker *walker)
{
	struct markdown *md = walker->state;

	buf_add_char(walker->out, '\n');
	buf_add_str(walker->out, buf_str(&md->prefix));
	md->line_start = walker->out->n;
}

void markdown_begin_block(struct walker *walker, bool tight)
{
	struct markdown *md = walker->state;
	struct str prefix = buf_str(&md->prefix);

	md->after_term = false;
	if (!md->fresh) {
		if (!tight) {
			buf_add_char(walker->out, '\n');
			while (prefix.n && prefix.s[prefix.n - 1] == ' ')
				prefix.n--;
			buf_add_str(walker->out, prefix);
		}
		markdown_new_line(walker);
	}
	md->fresh = false;
	md->line_start = walker->out->n;
}

void markdown_text_enter(struct walker *walker, const struct doc_node *node)
{
	const struct markdown *md = walker->state;
	size_t at = md->line_start;

	while (at < walker->out->n && walker->out->s[at] >= '0' && walker->out->s[at] <= '9')
		at++;
	if (at == walker->out->n && at > md->line_start &&
	    (str_has_prefix(node->text, ".") || str_has_prefix(node->text, ")")))
		buf_add_char(walker->out, '\\');
	if (node->flag && walker->out->n != md->line_start)
		buf_add_str(walker->out, node->text);
	else
		markdown_add_escaped(walker, node->text);
}

/* Two spans in a row would be read as one, and a backslash before a pipe would end a
 * cell: such code is written as text. */
void markdown_code_enter(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;

	if (walker->out->n == md->code_end ||
	    (md->in_cell && str_find(node->text, "\\|", 0) < node->text.n)) {
		markdown_add_escaped(walker, node->text);
		return;
	}
	markdown_add_code(walker->out, node->text, md->in_cell);
	md->code_end = walker->out->n;
}

/* True for the nodes whose source may begin and end with their text alone. */
static bool is_transparent(const struct doc_node *node)
{
	return node->kind == DOC_REFERENCE || node->kind == DOC_STRONG || node->kind == DOC_EMPHASIS;
}

/* The text with which the node begins or ends; "*" where its source has a mark for
 * sure. Code may be written as text. */
static struct str edge_of(const struct doc_node *node, bool end)
{
	while (node && is_transparent(node))
		node = end ? node->last : node->first;
	if (!node || node->kind == DOC_BREAK)
		return STR("");
	return node->kind == DOC_TEXT || node->kind == DOC_CODE ? node->text : STR("*");
}

/* The same, inside an emphasis: what is in it may have marks of its own. */
static struct str inner_edge(const struct doc_node *node, bool end)
{
	struct str text = edge_of(node, end);

	if (!node || node->kind == DOC_TEXT || markdown_is_spaced(text, end))
		return text;
	return STR("*");
}

/* The text that follows the node's source on its line. */
static struct str edge_after(const struct doc_node *node)
{
	while (!node->next && node->parent && is_transparent(node->parent))
		node = node->parent;
	if (node->next)
		return edge_of(node->next, false);
	return node->parent && node->parent->kind == DOC_LINK ? STR("]") : STR("");
}

/* Emphasis whose delimiters would not be read as such, or that stands inside its
 * like, is left out. */
void markdown_emphasis_enter(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;
	bool strong = node->kind == DOC_STRONG;
	char delimiter = strong ? '*' : '_';
	struct str out = buf_str(walker->out);
	bool shown = !md->open[strong] && !str_has_suffix(out, delimiter == '*' ? "*" : "_");

	if (md->line_start != MARKDOWN_NOWHERE && out.n > md->line_start)
		out = str_part(out, md->line_start, out.n);
	shown = shown && markdown_can_open(out, inner_edge(node->first, false), delimiter) &&
		markdown_can_close(inner_edge(node->last, true), edge_after(node), delimiter);
	vec_add(walker->doc->arena, &md->emphasis, shown);
	md->open[strong] += shown;
	if (shown)
		markdown_add(walker, strong ? "**" : "_");
}

void markdown_emphasis_leave(struct walker *walker, const struct doc_node *node)
{
	struct markdown *md = walker->state;
	bool strong = node->kind == DOC_STRONG;

	if (!md->emphasis.v[--md->emphasis.n])
		return;
	md->open[strong] = 0;
	markdown_add(walker, strong ? "**" : "_");
}

void markdown_link_leave(struct walker *walker, const struct doc_node *node)
{
	const struct markdown *md = walker->state;

	buf_add_char(walker->out, ']');
	markdown_add_destination(walker->out, node->href, md->in_cell);
}

void markdown_break_enter(struct walker *walker, const struct doc_node *node)
{
	const struct markdown *md = walker->state;

	(void)node;
	if (md->in_cell) {
		markdown_break_in_cell(walker);
	} else if (md->in_heading) {
		markdown_add(walker, " ");
	} else {
		markdown_add(walker, md->manners->spaced_breaks ? "  " : "\\");
		markdown_new_line(walker);
	}
}

/* Does what follows the gap on its line need a space before it? */
static bool is_followed_closely(const struct doc_node *gap)
{
	const struct doc_node *next = gap->next;

	return next && next->kind != DOC_GAP && !walker_is_among_blocks(gap) &&
	       !str_has_prefix(next->text, " ");
}

void markdown_gap_enter(struct walker *walker, const struct doc_node *node)
{
	const struct markdown *md = walker->state;
	struct str out = buf_str(walker->out);

	if (!md->in_cell && walker_is_among_blocks(node))
		markdown_begin_block(walker, false);
	else if (out.n != md->line_start && !str_has_suffix(out, " "))
		buf_add_char(walker->out, ' ');
	markdown_add(walker, "**[");
	if (!str_is_empty(node->id)) {
		markdown_add_escaped(walker, node->id);
		markdown_add(walker, furniture_text(FURNITURE_TERM_END, walker->doc->lang));
	}
	markdown_add_escaped(walker, node->text);
	markdown_add(walker, is_followed_closely(node) ? "]** " : "]**");
}
