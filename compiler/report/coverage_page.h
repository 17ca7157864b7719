/*
 * Private to report/: the coverage as a page of headings, paragraphs and tables, which
 * Markdown and HTML write each in their own way.
 */
#ifndef REPORT_COVERAGE_PAGE_H
#define REPORT_COVERAGE_PAGE_H

#include "report/coverage_table.h"

enum piece_kind { PIECE_TEXT, PIECE_STRONG, PIECE_CODE };

struct page_piece {
	enum piece_kind kind;
	struct str text;
};

/* What a cell says one below the other, and a paragraph alone. */
struct page_item {
	VEC(struct page_piece) pieces;
};

struct page_cell {
	VEC(struct page_item) items;
};

#define PAGE_COLUMNS 5

struct page_table {
	const char *class_name; /* in HTML */
	struct str caption;
	struct str columns[PAGE_COLUMNS];
	size_t n;
	size_t header; /* the column that is the header of its row */
};

struct page_writer {
	/* Level 2 for a policy. */
	void (*heading)(struct buf *out, int level, struct str text);
	void (*paragraph)(struct buf *out, const struct page_item *item);
	void (*table)(struct buf *out, const struct page_table *table);
	void (*row)(struct buf *out, const struct page_table *table, const struct page_cell *cells);
	void (*table_end)(struct buf *out);
};

void coverage_page_add(struct buf *out, const struct page_writer *writer, const struct coverage *coverage);

#endif
