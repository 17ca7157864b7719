/*
 * Private to report/: source lines with their marks, as report/terminal.c shows them.
 */
#ifndef REPORT_SNIPPET_H
#define REPORT_SNIPPET_H

#include "report/report.h"

enum style { STYLE_NOTE, STYLE_WARNING, STYLE_ERROR, STYLE_FRAME, STYLE_STRONG };

/* What the parts of one shown finding share. */
struct snippet {
	struct buf *out;
	struct arena *scratch;
	const struct sources *sources;
	const struct report_options *options;
	const struct diag *diag;
	size_t gutter; /* columns of the line numbers */
};

/* A marked place: the finding's own span, or that of a label. */
struct mark {
	const struct source *source;
	struct span span;
	uint32_t line;
	const struct diag_label *label; /* NULL: the finding's own */
	size_t order;			/* 0 for the finding's own; then as labels were added */
};

/* Begins and ends a style; nothing without colours. */
void snippet_style(const struct snippet *snippet, enum style style);
void snippet_plain(const struct snippet *snippet);
/* "    |", then what the caller appends. */
void snippet_gutter(const struct snippet *snippet);
/* The lines that n marks of one file, sorted by line, stand on, each with its marks. */
void snippet_add_lines(const struct snippet *snippet, const struct mark *marks, size_t n);

#endif
