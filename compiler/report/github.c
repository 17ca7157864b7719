/*
 * Workflow commands of GitHub: a line a finding, which the pull request shows beside
 * the line of the source. Waived findings and those of the baseline are left out.
 */
#include "report/formats.h"
#include "report/place.h"

static const char *const commands[] = {
	[LEVEL_NOTE] = "notice",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

/* Text of a command, or of one of its properties, which ',' and ':' would end too. */
static void add_escaped(struct buf *out, struct str text, bool is_property)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.s[i];

		if (c == '%' || c == '\n' || c == '\r' || (is_property && (c == ',' || c == ':')))
			buf_add_format(out, "%%%02X", (unsigned)(unsigned char)c);
		else
			buf_add_char(out, c);
	}
}

/* Columns make sense to GitHub within one line alone. */
static void add_region(struct buf *out, const struct region *region)
{
	buf_add_format(out, ",line=%lu,endLine=%lu", (unsigned long)region->start.line,
		       (unsigned long)region->end.line);
	if (region->start.line == region->end.line)
		buf_add_format(out, ",col=%lu,endColumn=%lu", (unsigned long)region->start.column,
			       (unsigned long)region->end.column);
}

/* What is wrong, the law, and what to write: a line each. */
static void add_body(struct buf *out, const struct diag *diag, enum lang lang)
{
	static void (*const parts[])(struct buf * out, const struct diag *diag, enum lang lang) = {
		report_add_message,
		report_add_law,
		report_add_help,
	};
	struct buf body = BUF_INIT, part = BUF_INIT;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		buf_reset(&part);
		parts[i](&part, diag, lang);
		if (part.n)
			buf_add_format(&body, "%s%s", body.n ? "\n" : "", part.s);
	}
	add_escaped(out, buf_str(&body), false);
	buf_release(&body);
	buf_release(&part);
}

void report_github_add(struct report *report, const struct report_policy *policy)
{
	const struct report_options *options = &report->run.options;

	for (size_t i = 0; i < policy->findings->list.n; i++) {
		const struct diag *diag = policy->findings->list.v[i];
		struct str path = place_file(policy->sources, diag->span, policy->path);
		struct region region;

		if (!report_shows(diag, options))
			continue;
		buf_add_format(&report->out, "::%s file=", commands[diag->level]);
		add_escaped(&report->out, place_path(report->scratch, path), true);
		if (place_region(policy->sources, diag->span, COLUMNS_OF_UTF16, &region))
			add_region(&report->out, &region);
		buf_add_text(&report->out, ",title=");
		add_escaped(&report->out, str_of(diag->code->id), true);
		buf_add_text(&report->out, "::");
		add_body(&report->out, diag, options->lang);
		buf_add_char(&report->out, '\n');
	}
}
