/*
 * Source lines with their marks: ^^^ under the finding's span, --- under those of
 * labels, with the labels' texts. Takes marks of any length and lines of any
 * length: a long line is cut around its first mark, a span of several lines is
 * marked on its first one. Tabs are four columns wide.
 */
#include "report/snippet.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { TAB = 4, LINE_LIMIT = 120, LINE_BEFORE = 40 };

#define CUT "…"

/* The part of a line that is shown. */
struct view {
	struct str text;
	uint32_t offset; /* of the line in its source */
	size_t from, to; /* the shown bytes of text */
};

/* A mark's columns in the view, [start, end). */
struct stroke {
	size_t start, end;
	const struct diag_label *label;
	size_t order;
};

static const char *const escapes[] = {
	[STYLE_NOTE] = "\033[1;36m",  [STYLE_WARNING] = "\033[1;33m", [STYLE_ERROR] = "\033[1;31m",
	[STYLE_FRAME] = "\033[1;34m", [STYLE_STRONG] = "\033[1m",
};

void snippet_style(const struct snippet *snippet, enum style style)
{
	if (snippet->options->color)
		buf_add_text(snippet->out, escapes[style]);
}

void snippet_plain(const struct snippet *snippet)
{
	if (snippet->options->color)
		buf_add_text(snippet->out, "\033[0m");
}

void snippet_gutter(const struct snippet *snippet)
{
	buf_add_repeat(snippet->out, ' ', snippet->gutter + 1);
	snippet_style(snippet, STYLE_FRAME);
	buf_add_char(snippet->out, '|');
	snippet_plain(snippet);
}

/* i moved n code points back, or forward, within text. */
static size_t step_back(struct str text, size_t i, size_t n)
{
	while (i > 0 && n > 0) {
		i--;
		n -= ((unsigned char)text.s[i] & 0xC0) != 0x80;
	}
	return i;
}

static size_t step_on(struct str text, size_t i, size_t n)
{
	while (i < text.n && n-- > 0)
		utf8_next(text, &i);
	return i;
}

static struct view view_of(const struct mark *mark)
{
	struct view view = { .text = source_line(mark->source, mark->line) };

	view.offset = mark->source->lines.v[mark->line - 1];
	view.to = view.text.n;
	if (view.text.n > LINE_LIMIT && step_on(view.text, 0, LINE_LIMIT) < view.text.n) {
		size_t at = mark->span.start - view.offset;
		view.from = step_back(view.text, at < view.text.n ? at : view.text.n, LINE_BEFORE);
		view.to = step_on(view.text, view.from, LINE_LIMIT);
	}
	return view;
}

/* Columns of one code point as add_view() shows it. */
static size_t cell_width(struct str one)
{
	size_t width = utf8_width(one);
	unsigned char first = (unsigned char)one.s[0];

	if (first == '\t')
		return TAB;
	return first < ' ' || first == 0x7F ? 1 : width;
}

/* The column, from 0, of a byte of the source; places that are cut away fall on the
 * sign that says so. */
static size_t column_of(const struct view *view, uint32_t offset)
{
	size_t to = offset > view->offset ? offset - view->offset : 0;
	size_t i = view->from, column = view->from > 0;

	if (to < view->from)
		return 0;
	while (i < to && i < view->to) {
		size_t start = i;
		utf8_next(view->text, &i);
		column += cell_width(str_part(view->text, start, i));
	}
	return column;
}

static void add_view(struct buf *out, const struct view *view)
{
	struct str rest = str_part(view->text, view->from, view->to);
	size_t tab;

	if (view->from > 0)
		buf_add_text(out, CUT);
	while ((tab = str_find(rest, "\t", 0)) < rest.n) {
		report_add_visible(out, str_part(rest, 0, tab));
		buf_add_repeat(out, ' ', TAB);
		rest = str_part(rest, tab + 1, rest.n);
	}
	report_add_visible(out, rest);
	if (view->to < view->text.n)
		buf_add_text(out, CUT);
}

static struct stroke stroke_of(const struct view *view, const struct mark *mark)
{
	struct stroke stroke = { .label = mark->label, .order = mark->order };

	stroke.start = column_of(view, mark->span.start);
	stroke.end = column_of(view, mark->span.end);
	if (stroke.end <= stroke.start)
		stroke.end = stroke.start + 1;
	return stroke;
}

static int compare_strokes(const void *left, const void *right)
{
	const struct stroke *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

/* A row of marks, each run of one sign in its style; returns with the style off. */
static void add_signs(const struct snippet *snippet, struct str row)
{
	for (size_t i = 0, end; i < row.n; i = end) {
		for (end = i; end < row.n && row.s[end] == row.s[i]; end++)
			;
		if (row.s[i] != ' ')
			snippet_style(snippet,
				      row.s[i] == '^' ? (enum style)snippet->diag->level : STYLE_FRAME);
		buf_add(snippet->out, row.s + i, end - i);
		if (row.s[i] != ' ')
			snippet_plain(snippet);
	}
}

static void add_label(const struct snippet *snippet, const struct diag_label *label)
{
	snippet_style(snippet, STYLE_FRAME);
	report_add_label(snippet->out, snippet->diag, label, snippet->options->lang);
	snippet_plain(snippet);
}

/* The row of ^ and -; the finding's own marks win. Spaces fill the rest. */
static struct str sign_row(const struct snippet *snippet, const struct stroke *strokes, size_t n)
{
	size_t width = 0;
	char *row;

	for (size_t i = 0; i < n; i++)
		width = strokes[i].end > width ? strokes[i].end : width;
	row = arena_alloc(snippet->scratch, width + 1);
	memset(row, ' ', width);
	for (size_t i = 0; i < n; i++) {
		if (strokes[i].label)
			memset(row + strokes[i].start, '-', strokes[i].end - strokes[i].start);
	}
	for (size_t i = 0; i < n; i++) {
		if (!strokes[i].label)
			memset(row + strokes[i].start, '^', strokes[i].end - strokes[i].start);
	}
	return (struct str) { row, width };
}

/* The text of a label that has no room beside its marks: on a row of its own, below
 * them, with a bar for each label that is still to come. */
static void add_label_row(const struct snippet *snippet, const struct stroke *strokes, size_t n)
{
	size_t column = strokes[n - 1].start;
	char *row = arena_alloc(snippet->scratch, column + 1);

	memset(row, ' ', column);
	for (size_t i = 0; i + 1 < n; i++) {
		if (strokes[i].label && strokes[i].start < column)
			row[strokes[i].start] = '|';
	}
	snippet_gutter(snippet);
	buf_add_char(snippet->out, ' ');
	add_signs(snippet, (struct str) { row, column });
	add_label(snippet, strokes[n - 1].label);
	buf_add_char(snippet->out, '\n');
}

static void add_marks(const struct snippet *snippet, struct stroke *strokes, size_t n)
{
	struct str row = sign_row(snippet, strokes, n);

	qsort(strokes, n, sizeof(*strokes), compare_strokes);
	snippet_gutter(snippet);
	buf_add_char(snippet->out, ' ');
	add_signs(snippet, row);
	if (strokes[n - 1].label && strokes[n - 1].end == row.n) {
		buf_add_char(snippet->out, ' ');
		add_label(snippet, strokes[--n].label);
	}
	buf_add_char(snippet->out, '\n');
	for (; n > 0; n--) {
		if (strokes[n - 1].label)
			add_label_row(snippet, strokes, n);
	}
}

/* One line, and the n marks that stand on it. */
static void add_line(const struct snippet *snippet, const struct mark *marks, size_t n)
{
	struct view view = view_of(&marks[0]);
	struct stroke *strokes = ARENA_ARRAY(snippet->scratch, struct stroke, n);

	snippet_style(snippet, STYLE_FRAME);
	buf_add_format(snippet->out, "%*lu |", (int)snippet->gutter, (unsigned long)marks[0].line);
	snippet_plain(snippet);
	if (view.text.n > 0)
		buf_add_char(snippet->out, ' ');
	add_view(snippet->out, &view);
	buf_add_char(snippet->out, '\n');
	for (size_t i = 0; i < n; i++)
		strokes[i] = stroke_of(&view, &marks[i]);
	add_marks(snippet, strokes, n);
}

void snippet_add_lines(const struct snippet *snippet, const struct mark *marks, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && marks[end].line == marks[i].line; end++)
			;
		if (i > 0 && marks[i].line > marks[i - 1].line + 1) {
			snippet_style(snippet, STYLE_FRAME);
			buf_add_text(snippet->out, "...\n");
			snippet_plain(snippet);
		}
		add_line(snippet, marks + i, end - i);
	}
}
