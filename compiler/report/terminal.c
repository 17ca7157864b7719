/*
 * Findings for people, as compilers show them. Takes sorted findings; gives for
 * each: the message, its place, the lines with their marks, the lines of labels in
 * other files, and the notes (law, help, fix, more); then a list of those that
 * waivers cover, with place, last day and reason.
 */
#include "report/formats.h"

#include <stdlib.h>

#include "base/typography.h"
#include "base/utf8.h"
#include "model/model.h"
#include "report/snippet.h"

enum { LEAST_GUTTER = 3 };

enum note { NOTE_LAW, NOTE_HELP, NOTE_FIX, NOTE_REMARK, NOTE_WAIVED, NOTE_MORE };

/* The names of notes with their colon, padded so that texts begin in one column. */
static const struct words note_names[] = {
	[NOTE_LAW] = WORDS("loi :  ", "law:  "),
	[NOTE_HELP] = WORDS("aide : ", "help: "),
	[NOTE_FIX] = WORDS("correction : ", "fix:  "),
	[NOTE_REMARK] = WORDS("note : ", "note: "),
	[NOTE_WAIVED] = WORDS("dérogation : ", "waived: "),
	[NOTE_MORE] = WORDS("voir : ", "more: "),
};

static const struct words waived_title = WORDS("dérogations :", "waived:");
static const struct words waived_at = WORDS(" à ", " at ");
static const struct words waived_until = WORDS(", jusqu'au ", ", until ");

static const struct words header_colon = WORDS("\xC2\xA0: ", ": ");

/* "error[GDPR-13-2-a]: message". */
static void add_header(const struct snippet *snippet)
{
	const struct diag *diag = snippet->diag;
	enum lang lang = snippet->options->lang;

	snippet_style(snippet, (enum style)diag->level);
	buf_add_format(snippet->out, "%s[%s]", report_level(diag->level, lang), diag->code->id);
	snippet_plain(snippet);
	snippet_style(snippet, STYLE_STRONG);
	buf_add_text(snippet->out, header_colon.in[lang]);
	report_add_message(snippet->out, diag, lang);
	snippet_plain(snippet);
	buf_add_char(snippet->out, '\n');
}

/* "  --> path:line:column", for the place of a mark. */
static void add_place(const struct snippet *snippet, const char *arrow, const struct mark *mark)
{
	struct position position = source_position(mark->source, mark->span.start);

	buf_add_repeat(snippet->out, ' ', snippet->gutter - 1);
	snippet_style(snippet, STYLE_FRAME);
	buf_add_text(snippet->out, arrow);
	snippet_plain(snippet);
	buf_add_char(snippet->out, ' ');
	report_add_visible(snippet->out, mark->source->path);
	buf_add_format(snippet->out, ":%lu:%lu\n", (unsigned long)position.line,
		       (unsigned long)position.column);
}

/* One note; the lines of its text after the first are indented as far as the first. */
static void add_note(const struct snippet *snippet, enum note note, struct str text)
{
	enum lang lang = snippet->options->lang;
	struct str name = str_of(note_names[note].in[lang]);
	size_t indent = snippet->gutter + 2 + utf8_width(name), end;

	if (text.n == 0)
		return;
	buf_add_repeat(snippet->out, ' ', snippet->gutter);
	snippet_style(snippet, STYLE_FRAME);
	buf_add_text(snippet->out, "= ");
	snippet_plain(snippet);
	snippet_style(snippet, STYLE_STRONG);
	typography_add(snippet->out, name, lang);
	snippet_plain(snippet);
	while ((end = str_find(text, "\n", 0)) < text.n) {
		buf_add_str(snippet->out, str_part(text, 0, end + 1));
		buf_add_repeat(snippet->out, ' ', indent);
		text = str_part(text, end + 1, text.n);
	}
	buf_add_str(snippet->out, text);
	buf_add_char(snippet->out, '\n');
}

/* The last day of the waiver, as sources write it; nothing when it has none. */
static void add_last_day(struct buf *out, const struct diag *diag, enum lang lang)
{
	const struct value *until = object_value(diag->waiver, ALLOW_UNTIL);

	if (!until)
		return;
	typography_add(out, str_of(waived_until.in[lang]), lang);
	buf_add_format(out, "%04d-%02d-%02d", until->as.date.year, until->as.date.month, until->as.date.day);
}

/* The labels that have no place. */
static void add_remarks(const struct snippet *snippet, struct buf *text)
{
	const struct diag *diag = snippet->diag;

	for (size_t i = 0; i < diag->labels.n; i++) {
		if (sources_get(snippet->sources, diag->labels.v[i].span.file))
			continue;
		buf_reset(text);
		report_add_label(text, diag, &diag->labels.v[i], snippet->options->lang);
		add_note(snippet, NOTE_REMARK, buf_str(text));
	}
}

static void add_notes(const struct snippet *snippet)
{
	const struct diag *diag = snippet->diag;
	enum lang lang = snippet->options->lang;
	struct buf text = BUF_INIT;

	report_add_law(&text, diag, lang);
	add_note(snippet, NOTE_LAW, buf_str(&text));
	add_remarks(snippet, &text);
	buf_reset(&text);
	report_add_help(&text, diag, lang);
	add_note(snippet, NOTE_HELP, buf_str(&text));
	buf_reset(&text);
	report_add_fix(&text, snippet->sources, diag, 0, lang);
	add_note(snippet, NOTE_FIX, buf_str(&text));
	buf_reset(&text);
	if (diag->waived) {
		report_add_visible(&text, str_of(diag->waived));
		add_last_day(&text, diag, lang);
	}
	add_note(snippet, NOTE_WAIVED, buf_str(&text));
	buf_reset(&text);
	if (diag->code->law)
		buf_add_format(&text, "polc explain %s", diag->code->id);
	add_note(snippet, NOTE_MORE, buf_str(&text));
	buf_release(&text);
}

struct marks {
	struct mark *v;
	size_t n;
};

/* Adds the place of label number `order`, from 1, or of the finding itself: 0. */
static void add_mark(const struct snippet *snippet, struct marks *marks, size_t order)
{
	const struct diag_label *label = order ? &snippet->diag->labels.v[order - 1] : NULL;
	struct span span = label ? label->span : snippet->diag->span;
	const struct source *source = sources_get(snippet->sources, span.file);

	if (source)
		marks->v[marks->n++] = (struct mark) { .source = source,
						       .span = span,
						       .line = source_position(source, span.start).line,
						       .label = label,
						       .order = order };
}

static int compare_marks(const void *left, const void *right)
{
	const struct mark *a = left, *b = right;

	if (a->span.file != b->span.file)
		return a->span.file < b->span.file ? -1 : 1;
	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

/* Every place of the finding: its own first, then those of labels, by file and line. */
static struct marks marks_of(const struct snippet *snippet)
{
	const struct diag *diag = snippet->diag;
	struct marks marks = { ARENA_ARRAY(snippet->scratch, struct mark, diag->labels.n + 1), 0 };

	for (size_t order = 0; order <= diag->labels.n; order++)
		add_mark(snippet, &marks, order);
	if (marks.n > 1)
		qsort(marks.v, marks.n, sizeof(*marks.v), compare_marks);
	return marks;
}

static size_t gutter_of(const struct marks *marks)
{
	uint32_t last = 0;
	size_t digits = 0;

	for (size_t i = 0; i < marks->n; i++)
		last = marks->v[i].line > last ? marks->v[i].line : last;
	for (; last > 0; last /= 10)
		digits++;
	return digits > LEAST_GUTTER ? digits : LEAST_GUTTER;
}

/* The lines of one file, framed; `at` is the mark whose place is named. */
static void add_block(const struct snippet *snippet, const char *arrow, const struct mark *at,
		      struct marks marks)
{
	add_place(snippet, arrow, at);
	snippet_gutter(snippet);
	buf_add_char(snippet->out, '\n');
	snippet_add_lines(snippet, marks.v, marks.n);
	snippet_gutter(snippet);
	buf_add_char(snippet->out, '\n');
}

/* The blocks of the finding's own file, or of the others. */
static void add_blocks(const struct snippet *snippet, struct marks marks, bool own)
{
	for (size_t i = 0, end; i < marks.n; i = end) {
		uint32_t file = marks.v[i].span.file;
		const struct mark *at = &marks.v[i];
		for (end = i; end < marks.n && marks.v[end].span.file == file; end++)
			at = own && !marks.v[end].label ? &marks.v[end] : at;
		if ((file == snippet->diag->span.file) == own)
			add_block(snippet, own ? "-->" : ":::", at, (struct marks) { marks.v + i, end - i });
	}
}

static void add_finding(struct snippet *snippet)
{
	struct marks marks = marks_of(snippet);

	snippet->gutter = gutter_of(&marks);
	add_header(snippet);
	add_blocks(snippet, marks, true);
	add_blocks(snippet, marks, false);
	add_notes(snippet);
	buf_add_char(snippet->out, '\n');
}

/* "  RULE at path:line:column, until 2027-03-01: reason". */
static void add_waived(const struct snippet *snippet)
{
	const struct diag *diag = snippet->diag;
	const struct source *source = sources_get(snippet->sources, diag->span.file);
	enum lang lang = snippet->options->lang;

	buf_add_format(snippet->out, "  %s", diag->code->id);
	if (source) {
		struct position position = source_position(source, diag->span.start);

		buf_add_text(snippet->out, waived_at.in[lang]);
		report_add_visible(snippet->out, source->path);
		buf_add_format(snippet->out, ":%lu:%lu", (unsigned long)position.line,
			       (unsigned long)position.column);
	}
	add_last_day(snippet->out, diag, lang);
	buf_add_text(snippet->out, header_colon.in[lang]);
	report_add_visible(snippet->out, str_of(diag->waived));
	buf_add_char(snippet->out, '\n');
}

/* What is not shown because a waiver covers it stays in sight. */
static void list_waived(struct snippet *snippet, const struct findings *findings)
{
	bool any = false;

	for (size_t i = 0; i < findings->list.n; i++) {
		snippet->diag = findings->list.v[i];
		if (!snippet->diag->waived || report_shows(snippet->diag, snippet->options))
			continue;
		if (!any) {
			typography_add(snippet->out, str_of(waived_title.in[snippet->options->lang]),
				       snippet->options->lang);
			buf_add_char(snippet->out, '\n');
		}
		any = true;
		add_waived(snippet);
	}
	if (any)
		buf_add_char(snippet->out, '\n');
}

void report_terminal_add(struct report *report, const struct report_policy *policy)
{
	report_terminal(&report->out, policy->sources, policy->findings, &report->run.options);
}

void report_terminal(struct buf *out, const struct sources *sources, const struct findings *findings,
		     const struct report_options *options)
{
	struct snippet snippet = { out, arena_new(), sources, options, NULL, LEAST_GUTTER };

	for (size_t i = 0; i < findings->list.n; i++) {
		snippet.diag = findings->list.v[i];
		if (!report_shows(snippet.diag, options))
			continue;
		add_finding(&snippet);
		arena_reset(snippet.scratch);
	}
	list_waived(&snippet, findings);
	arena_free(snippet.scratch);
}
