/*
 * The page as CommonMark with GFM tables: no raw HTML; the items of a cell are set apart
 * by dashes, since a cell holds one line.
 */
#include "render/markdown_escape.h"
#include "report/coverage_page.h"

static void add_pieces(struct buf *out, const struct page_item *item, bool in_cell)
{
	for (size_t i = 0; i < item->pieces.n; i++) {
		const struct page_piece *piece = &item->pieces.v[i];
		struct markdown_place place = { .line_start = !i && !in_cell, .in_cell = in_cell };

		if (piece->kind == PIECE_CODE) {
			markdown_add_code(out, piece->text, in_cell);
			continue;
		}
		buf_add_text(out, piece->kind == PIECE_STRONG ? "**" : "");
		markdown_add_text(out, piece->text, place);
		buf_add_text(out, piece->kind == PIECE_STRONG ? "**" : "");
	}
}

static void heading(struct buf *out, int level, struct str text)
{
	buf_add_repeat(out, '#', (size_t)level);
	buf_add_char(out, ' ');
	markdown_add_text(out, text, (struct markdown_place) { .line_start = false });
	buf_add_text(out, "\n\n");
}

static void paragraph(struct buf *out, const struct page_item *item)
{
	add_pieces(out, item, false);
	buf_add_text(out, "\n\n");
}

static void table(struct buf *out, const struct page_table *table)
{
	buf_add_text(out, "**");
	markdown_add_text(out, table->caption, (struct markdown_place) { .line_start = false });
	buf_add_text(out, "**\n\n|");
	for (size_t i = 0; i < table->n; i++) {
		buf_add_char(out, ' ');
		markdown_add_text(out, table->columns[i], (struct markdown_place) { .in_cell = true });
		buf_add_text(out, " |");
	}
	buf_add_text(out, "\n|");
	for (size_t i = 0; i < table->n; i++)
		buf_add_text(out, " --- |");
	buf_add_char(out, '\n');
}

static void row(struct buf *out, const struct page_table *table, const struct page_cell *cells)
{
	buf_add_char(out, '|');
	for (size_t i = 0; i < table->n; i++) {
		for (size_t k = 0; k < cells[i].items.n; k++) {
			buf_add_text(out, k ? " — " : " ");
			add_pieces(out, &cells[i].items.v[k], true);
		}
		buf_add_text(out, " |");
	}
	buf_add_char(out, '\n');
}

static void table_end(struct buf *out)
{
	buf_add_char(out, '\n');
}

void coverage_markdown_open(struct buf *out, enum lang lang)
{
	buf_add_text(out, "# ");
	coverage_add_word(out, COVERAGE_WORD_TITLE, lang);
	buf_add_text(out, "\n\n");
}

void coverage_markdown_add(struct buf *out, const struct coverage *coverage)
{
	static const struct page_writer writer = { heading, paragraph, table, row, table_end };

	coverage_page_add(out, &writer, coverage);
}

void coverage_markdown_close(struct buf *out, enum lang lang)
{
	(void)lang;
	while (out->n > 1 && out->s[out->n - 1] == '\n' && out->s[out->n - 2] == '\n')
		out->s[--out->n] = '\0';
}
