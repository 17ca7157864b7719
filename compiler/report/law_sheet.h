/*
 * The tables of law/ as sheets that people and spreadsheets read: headings and cells
 * in a language, and for dated rows whether they are in force on a day.
 */
#ifndef REPORT_LAW_SHEET_H
#define REPORT_LAW_SHEET_H

#include "base/buf.h"
#include "base/date.h"
#include "base/lang.h"
#include "law/tables.h"

enum { SHEET_COLUMNS = 10 };

/* One row being written: its cells, left to right. */
struct sheet_row {
	enum lang lang;
	struct date day; /* whose law applies */
	struct buf cells[SHEET_COLUMNS];
	size_t n;
};

struct sheet {
	struct words headings[SHEET_COLUMNS]; /* the first without words ends them */
	/* Fills an empty row with row i of the table; false behind the last. */
	bool (*fill)(struct sheet_row *row, unsigned i);
};

/* The sheet of the table. */
const struct sheet *law_sheet(enum law_table_name table);

/* Appends the table as Markdown, with its title, the day it was reviewed, its sources,
 * and a remark when that is more than a year before the day. */
void report_law_table(struct buf *out, enum law_table_name table, struct date day, enum lang lang);
/* Appends the table as comma-separated values (RFC 4180), headings first. */
void report_law_csv(struct buf *out, enum law_table_name table, struct date day, enum lang lang);

#endif
