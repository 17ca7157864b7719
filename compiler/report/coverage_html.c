/*
 * The page as HTML5, alone in its file: the frame and styles of render/, tables with
 * captions and scopes, and a form to sign by hand that prints on one sheet.
 */
#include "render/escape.h"
#include "render/html_page.h"
#include "report/coverage_page.h"

static const char style[] = ".requirements td:first-child { width: 4rem; }\n"
			    ".requirements tbody th { width: 17rem; }\n"
			    ".requirements td:last-child, .rights td:last-child { width: 45%; }\n"
			    ".summary { width: auto; }\n"
			    ".signature { break-inside: avoid; max-width: 68ch; }\n"
			    ".signature th { width: 30%; }\n"
			    ".signature td, .signature td:empty { display: table-cell; height: 2.75rem; }\n"
			    ".signature tr:last-child td { height: 6rem; }\n"
			    "article > h2:not(:first-of-type) { break-before: page; }\n";

static void add_escaped(struct buf *out, struct str text)
{
	escape_add(out, text, escape_html);
}

static void add_pieces(struct buf *out, const struct page_item *item)
{
	static const char *const tags[] = {
		[PIECE_TEXT] = NULL,
		[PIECE_STRONG] = "strong",
		[PIECE_CODE] = "code",
	};

	for (size_t i = 0; i < item->pieces.n; i++) {
		const char *tag = tags[item->pieces.v[i].kind];

		if (tag)
			buf_add_format(out, "<%s>", tag);
		add_escaped(out, item->pieces.v[i].text);
		if (tag)
			buf_add_format(out, "</%s>", tag);
	}
}

static void heading(struct buf *out, int level, struct str text)
{
	buf_add_format(out, "<h%d>", level);
	add_escaped(out, text);
	buf_add_format(out, "</h%d>\n", level);
}

static void paragraph(struct buf *out, const struct page_item *item)
{
	buf_add_text(out, "<p>");
	add_pieces(out, item);
	buf_add_text(out, "</p>\n");
}

static void table(struct buf *out, const struct page_table *table)
{
	buf_add_format(out, "<table class=\"%s\">\n<caption>", table->class_name);
	add_escaped(out, table->caption);
	buf_add_text(out, "</caption>\n<thead>\n<tr>\n");
	for (size_t i = 0; i < table->n; i++) {
		buf_add_text(out, "<th scope=\"col\">");
		add_escaped(out, table->columns[i]);
		buf_add_text(out, "</th>\n");
	}
	buf_add_text(out, "</tr>\n</thead>\n<tbody>\n");
}

/* One item stands as it is, several as a list. */
static void add_items(struct buf *out, const struct page_cell *cell)
{
	if (cell->items.n == 1)
		add_pieces(out, &cell->items.v[0]);
	if (cell->items.n < 2)
		return;
	buf_add_text(out, "<ul>\n");
	for (size_t i = 0; i < cell->items.n; i++) {
		buf_add_text(out, "<li>");
		add_pieces(out, &cell->items.v[i]);
		buf_add_text(out, "</li>\n");
	}
	buf_add_text(out, "</ul>");
}

static void row(struct buf *out, const struct page_table *table, const struct page_cell *cells)
{
	buf_add_text(out, "<tr>\n");
	for (size_t i = 0; i < table->n; i++) {
		bool is_header = i == table->header;

		buf_add_text(out, is_header ? "<th scope=\"row\"" : "<td");
		if (!is_header)
			html_add_attribute(out, "data-label", table->columns[i], "");
		buf_add_char(out, '>');
		add_items(out, &cells[i]);
		buf_add_text(out, is_header ? "</th>\n" : "</td>\n");
	}
	buf_add_text(out, "</tr>\n");
}

static void table_end(struct buf *out)
{
	buf_add_text(out, "</tbody>\n</table>\n");
}

/* The frame's words; `title` is released by the caller. */
static struct html_page page_of(struct buf *title, enum lang lang)
{
	coverage_add_word(title, COVERAGE_WORD_TITLE, lang);
	return (struct html_page) {
		.lang = lang,
		.title = buf_str(title),
		.description = STR(""),
		.draft = STR(""),
		.style = style,
	};
}

void coverage_html_open(struct buf *out, enum lang lang)
{
	struct buf title = BUF_INIT;
	struct html_page page = page_of(&title, lang);

	html_page_open(out, &page);
	buf_release(&title);
}

void coverage_html_add(struct buf *out, const struct coverage *coverage)
{
	static const struct page_writer writer = { heading, paragraph, table, row, table_end };

	coverage_page_add(out, &writer, coverage);
}

void coverage_html_close(struct buf *out, enum lang lang)
{
	struct buf title = BUF_INIT;
	struct html_page page = page_of(&title, lang);

	html_page_close(out, &page);
	buf_release(&title);
}
