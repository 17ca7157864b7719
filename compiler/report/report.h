/*
 * Findings -> text. Each emitter takes the findings in the order in which they are
 * to be shown (findings_sort() is the caller's) and appends to a buffer; nothing is
 * printed here. Whatever a source or a path holds, no control character of it
 * reaches the output.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "diag/diag.h"

struct report_options {
	enum lang lang;
	bool color;	  /* ANSI colours; terminal only */
	bool show_waived; /* findings that a waiver or the baseline covers too, marked as such */
};

/* One finding after the other as people read them: message, place, the lines in
 * question with their marks, then law, help, fix and where to read more; at the end,
 * one line for each that a waiver covers. */
void report_terminal(struct buf *out, const struct sources *sources, const struct findings *findings,
		     const struct report_options *options);

/* "path:line:column: error[GDPR-13-2-a]: message", one line a finding. */
void report_line(struct buf *out, const struct sources *sources, const struct findings *findings,
		 const struct report_options *options);

/* How many findings of each sort: by level those that count, then the others. */
struct report_totals {
	size_t count[LEVEL_ERROR + 1];
	size_t waived;
	size_t known;	 /* to the baseline */
	size_t hidden;	 /* past FINDINGS_LIMIT */
	size_t language; /* errors of writing, among those of count */
};
void report_count(struct report_totals *totals, const struct findings *findings);

/* "2 errors, 1 warning", without a line end; "no findings" when there are none. A second
 * line says what to correct first, when others may follow from it. */
void report_add_totals(struct buf *out, const struct report_totals *totals, enum lang lang);
/* The same of one list of findings. */
void report_summary(struct buf *out, const struct findings *findings, enum lang lang);

/* The texts of a finding, for every emitter (report/text.c). Each is typographically
 * set, has its holes filled, and holds no control character; the message is one
 * line, the help may have several. */
const char *report_level(enum level level, enum lang lang);
void report_add_message(struct buf *out, const struct diag *diag, enum lang lang);
/* Appends nothing when there is nothing to say. */
void report_add_help(struct buf *out, const struct diag *diag, enum lang lang);
void report_add_label(struct buf *out, const struct diag *diag, const struct diag_label *label,
		      enum lang lang);
/* Citations of the law, as law_add_citations() writes them; nothing when there are none. */
void report_add_law(struct buf *out, const struct diag *diag, enum lang lang);
/* "replace `a` with `b`": fix number i of the finding; nothing when it has not so many. */
void report_add_fix(struct buf *out, const struct sources *sources, const struct diag *diag, size_t i,
		    enum lang lang);
/* The text with its control characters (tabs and line ends too) as visible signs, and nothing
 * in it that a pipeline takes for a command. */
void report_add_visible(struct buf *out, struct str text);
/* True when the options show the finding. */
bool report_shows(const struct diag *diag, const struct report_options *options);

#endif
