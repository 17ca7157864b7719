/*
 * Tables in Markdown: as GFM tables, a line for each row; or, for readers of CommonMark
 * alone, as a list with an item for each row, in which each cell stands below the first
 * with the heading of its column. Either way a cell holds one line.
 */
#include "render/furniture.h"
#include "render/markdown.h"

static void add_cells(struct walker *walker, const struct doc_node *row, const char *cell)
{
	buf_add_char(walker->out, '|');
	for (const struct doc_node *node = row->first; node; node = node->next)
		markdown_add(walker, cell);
}

static const struct doc_node *first_row(const struct doc_node *table)
{
	return table->first && table->first->kind == DOC_CAPTION ? table->first->next : table->first;
}

/* --- a line for each row --- */

static void begin_line(struct walker *walker, const struct doc_node *row)
{
	bool is_first = row == first_row(row->parent);

	markdown_begin_block(walker, !is_first);
	if (is_first && !row->flag) {
		add_cells(walker, row, "  |");
		markdown_new_line(walker);
		add_cells(walker, row, " --- |");
		markdown_new_line(walker);
	}
	buf_add_char(walker->out, '|');
}

static void end_line(struct walker *walker, const struct doc_node *row)
{
	if (!row->flag)
		return;
	markdown_new_line(walker);
	add_cells(walker, row, " --- |");
}

/* --- an item for each row --- */

static void push_list(struct walker *walker)
{
	struct markdown *md = walker->state;
	struct open_list list = { '-', 0, 0 };

	vec_add(walker->doc->arena, &md->lists, list);
}

/* The headings are kept for the cells below them; where they would stand is taken back. */
static void begin_headings(struct walker *walker, const struct doc_node *row)
{
	struct markdown *md = walker->state;

	md->headings = row;
	md->row_start = walker->out->n;
}

static void end_headings(struct walker *walker)
{
	struct markdown *md = walker->state;

	walker->out->n = md->row_start;
	md->code_end = md->line_start = MARKDOWN_NOWHERE;
}

static void begin_row(struct walker *walker, const struct doc_node *row)
{
	struct markdown *md = walker->state;
	bool is_first = row == first_row(row->parent) || row == md->first_below;

	if (is_first)
		push_list(walker);
	markdown_begin_item(walker, !is_first);
	buf_add_repeat(&md->prefix, ' ', md->lists.v[md->lists.n - 1].indent);
	push_list(walker);
	md->column = md->headings ? md->headings->first : NULL;
}

static void end_row(struct walker *walker, const struct doc_node *row)
{
	struct markdown *md = walker->state;

	md->lists.n--;
	markdown_pop_prefix(md, md->lists.v[md->lists.n - 1].indent);
	if (row->next)
		return;
	md->last_marker = md->lists.v[--md->lists.n].marker;
	md->last_list = row->parent;
	md->spread = false;
}

/* True when the cell may stand between the marks of strong text. */
static bool can_be_strong(struct doc_node *cell)
{
	struct doc_walk walk;
	enum doc_event event;

	doc_walk_init(&walk, cell);
	while ((event = doc_walk_next(&walk)) != DOC_DONE) {
		if (walk.node->kind == DOC_GAP || walk.node->kind == DOC_STRONG ||
		    walk.node->kind == DOC_EMPHASIS || walk.node->kind == DOC_LIST)
			return false;
	}
	return cell->first != NULL;
}

/* The first cell names the row; the others stand below it. */
static void begin_row_cell(struct walker *walker, const struct doc_node *cell)
{
	struct markdown *md = walker->state;
	struct buf heading = BUF_INIT;

	if (cell == cell->parent->first) {
		md->is_strong = can_be_strong(cell->parent->first);
		markdown_add(walker, md->is_strong ? "**" : "");
		return;
	}
	markdown_begin_item(walker, true);
	if (md->column)
		walker_add_plain(&heading, md->column);
	if (heading.n) {
		markdown_add_escaped(walker, buf_str(&heading));
		markdown_add(walker, furniture_text(FURNITURE_TERM_END, walker->doc->lang));
	}
	buf_release(&heading);
}

static void end_row_cell(struct walker *walker, const struct doc_node *cell)
{
	struct markdown *md = walker->state;

	if (cell == cell->parent->first && md->is_strong)
		markdown_add(walker, "**");
	md->column = md->column ? md->column->next : NULL;
}

/* --- what the walker runs --- */

void markdown_row_enter(struct walker *walker, const struct doc_node *row)
{
	struct markdown *md = walker->state;

	if (row == first_row(row->parent)) {
		md->headings = NULL;
		md->first_below = row->flag ? row->next : row;
	}
	if (!md->has_lists)
		begin_line(walker, row);
	else if (row->flag)
		begin_headings(walker, row);
	else
		begin_row(walker, row);
}

void markdown_row_leave(struct walker *walker, const struct doc_node *row)
{
	const struct markdown *md = walker->state;

	if (!md->has_lists)
		end_line(walker, row);
	else if (row->flag)
		end_headings(walker);
	else
		end_row(walker, row);
}

void markdown_cell_enter(struct walker *walker, const struct doc_node *cell)
{
	struct markdown *md = walker->state;

	if (!md->has_lists) {
		buf_add_char(walker->out, ' ');
		md->line_start = MARKDOWN_NOWHERE;
	} else if (!cell->parent->flag) {
		begin_row_cell(walker, cell);
	}
	md->in_cell = true;
	md->cell_start = walker->out->n;
}

void markdown_cell_leave(struct walker *walker, const struct doc_node *cell)
{
	struct markdown *md = walker->state;

	md->in_cell = false;
	if (!md->has_lists)
		markdown_add(walker, " |");
	else if (!cell->parent->flag)
		end_row_cell(walker, cell);
}
