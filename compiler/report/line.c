/*
 * One line a finding, as editors and grep read them. Takes sorted findings; gives
 * no colour, no label, no help.
 */
#include "report/formats.h"

static const struct words waived_mark = WORDS(" (dérogation)", " (waived)");
static const struct words known_mark = WORDS(" (connu)", " (known)");

static const char *mark_of(const struct diag *diag, enum lang lang)
{
	if (diag->waived)
		return waived_mark.in[lang];
	return diag->known ? known_mark.in[lang] : "";
}

/* Would the line be a command to the service that runs polc, "::error::", behind spaces of any
 * kind? */
static bool begins_command(struct str path)
{
	size_t i = 0;

	while (i < path.n && (path.s[i] == ' ' || (unsigned char)path.s[i] >= 0x80))
		i++;
	return str_has_prefix(str_part(path, i, path.n), "::");
}

/* "path:line:column: ", or the program's name for a finding without a place. */
static void add_place(struct buf *out, const struct sources *sources, struct span span)
{
	const struct source *source = sources_get(sources, span.file);
	struct position position;

	if (!source) {
		buf_add_text(out, "polc: ");
		return;
	}
	position = source_position(source, span.start);
	if (begins_command(source->path))
		buf_add_text(out, "./");
	report_add_visible(out, source->path);
	buf_add_format(out, ":%lu:%lu: ", (unsigned long)position.line, (unsigned long)position.column);
}

void report_line(struct buf *out, const struct sources *sources, const struct findings *findings,
		 const struct report_options *options)
{
	for (size_t i = 0; i < findings->list.n; i++) {
		const struct diag *diag = findings->list.v[i];
		if (!report_shows(diag, options))
			continue;
		add_place(out, sources, diag->span);
		buf_add_format(out, "%s[%s]%s: ", report_level(diag->level, options->lang), diag->code->id,
			       mark_of(diag, options->lang));
		report_add_message(out, diag, options->lang);
		buf_add_char(out, '\n');
	}
}

void report_line_add(struct report *report, const struct report_policy *policy)
{
	report_line(&report->out, policy->sources, policy->findings, &report->run.options);
}
