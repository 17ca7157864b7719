/*
 * Sheets of the law's tables as Markdown, its columns aligned as far as cells are short,
 * and as comma-separated values.
 */
#include "base/typography.h"
#include "base/utf8.h"
#include "report/law_sheet.h"

enum { WIDEST_COLUMN = 32, MONTHS_TRUSTED = 12 };

enum line { REVIEWED, SOURCES, OLD };
static const struct words lines[] = {
	[REVIEWED] = WORDS("Table relue le ", "Reviewed on "),
	[SOURCES] = WORDS("Sources : ", "Sources: "),
	[OLD] = WORDS("**Table ancienne : plus d'un an sépare sa relecture du jour retenu. À vérifier avant "
		      "de publier.**",
		      "**Old table: it was last reviewed more than a year before the day whose law applies. "
		      "Check it before you publish.**"),
};

static size_t column_count(const struct sheet *sheet)
{
	size_t n = 0;

	while (n < SHEET_COLUMNS && sheet->headings[n].in[LANG_EN])
		n++;
	return n;
}

/* Row i of the sheet, read into the same cells again; false behind the last. */
static bool read_row(const struct sheet *sheet, struct sheet_row *row, unsigned i)
{
	for (size_t column = 0; column < SHEET_COLUMNS; column++)
		buf_reset(&row->cells[column]);
	row->n = 0;
	return sheet->fill(row, i);
}

static void release_row(struct sheet_row *row)
{
	for (size_t column = 0; column < SHEET_COLUMNS; column++)
		buf_release(&row->cells[column]);
}

/* How wide to set each column: its widest cell, as far as that is short. */
static void measure(const struct sheet *sheet, struct sheet_row *row, size_t widths[SHEET_COLUMNS])
{
	for (size_t column = 0; column < column_count(sheet); column++)
		widths[column] = utf8_width(str_of(sheet->headings[column].in[row->lang]));
	for (unsigned i = 0; read_row(sheet, row, i); i++) {
		for (size_t column = 0; column < row->n; column++) {
			size_t width = utf8_width(buf_str(&row->cells[column]));

			if (width > widths[column])
				widths[column] = width < WIDEST_COLUMN ? width : WIDEST_COLUMN;
		}
	}
}

static void add_words(struct buf *out, struct words words, enum lang lang)
{
	typography_add(out, str_of(words.in[lang]), lang);
}

static void add_cell(struct buf *out, struct str text, size_t width)
{
	size_t used = utf8_width(text);

	buf_add_text(out, "| ");
	buf_add_str(out, text);
	buf_add_repeat(out, ' ', used < width ? width - used + 1 : 1);
}

static void add_headings(struct buf *out, const struct sheet *sheet, enum lang lang,
			 const size_t widths[SHEET_COLUMNS])
{
	size_t n = column_count(sheet);
	struct buf heading = BUF_INIT;

	for (size_t column = 0; column < n; column++) {
		buf_reset(&heading);
		add_words(&heading, sheet->headings[column], lang);
		add_cell(out, buf_str(&heading), widths[column]);
	}
	buf_add_text(out, "|\n");
	for (size_t column = 0; column < n; column++) {
		buf_add_text(out, "| ");
		buf_add_repeat(out, '-', widths[column]);
		buf_add_char(out, ' ');
	}
	buf_add_text(out, "|\n");
	buf_release(&heading);
}

static void add_introduction(struct buf *out, const struct law_table *table, struct date day, enum lang lang)
{
	buf_add_format(out, "## %s \xE2\x80\x94 ", table->id);
	add_words(out, table->title, lang);
	buf_add_text(out, "\n\n");
	add_words(out, lines[REVIEWED], lang);
	buf_add_format(out, "%04d-%02d-%02d. ", table->as_of.year, table->as_of.month, table->as_of.day);
	add_words(out, lines[SOURCES], lang);
	add_words(out, table->source, lang);
	buf_add_text(out, ".\n\n");
	if (law_table_is_older(table, MONTHS_TRUSTED, day)) {
		add_words(out, lines[OLD], lang);
		buf_add_text(out, "\n\n");
	}
}

void report_law_table(struct buf *out, enum law_table_name table, struct date day, enum lang lang)
{
	const struct sheet *sheet = law_sheet(table);
	struct sheet_row row = { .lang = lang, .day = day };
	size_t widths[SHEET_COLUMNS] = { 0 };

	add_introduction(out, law_table(table), day, lang);
	measure(sheet, &row, widths);
	add_headings(out, sheet, lang, widths);
	for (unsigned i = 0; read_row(sheet, &row, i); i++) {
		for (size_t column = 0; column < row.n; column++)
			add_cell(out, buf_str(&row.cells[column]), widths[column]);
		buf_add_text(out, "|\n");
	}
	release_row(&row);
}

/* A value, quoted where it holds a comma or a quote. No cell holds a line end. */
static void add_value(struct buf *out, struct str text, bool is_last)
{
	bool quoted = str_find(text, ",", 0) < text.n || str_find(text, "\"", 0) < text.n;

	if (quoted)
		buf_add_char(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '"')
			buf_add_char(out, '"');
		buf_add_char(out, text.s[i]);
	}
	if (quoted)
		buf_add_char(out, '"');
	buf_add_text(out, is_last ? "\r\n" : ",");
}

void report_law_csv(struct buf *out, enum law_table_name table, struct date day, enum lang lang)
{
	const struct sheet *sheet = law_sheet(table);
	struct sheet_row row = { .lang = lang, .day = day };
	size_t n = column_count(sheet);

	for (size_t column = 0; column < n; column++)
		add_value(out, str_of(sheet->headings[column].in[lang]), column + 1 == n);
	for (unsigned i = 0; read_row(sheet, &row, i); i++) {
		for (size_t column = 0; column < n; column++)
			add_value(out, buf_str(&row.cells[column]), column + 1 == n);
	}
	release_row(&row);
}
