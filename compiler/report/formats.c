/*
 * The table of formats, and what every report does: it counts its policies and keeps
 * the memory of one policy apart from its own.
 */
#include "report/formats.h"

#include "base/arena.h"

static void begin_nothing(struct report *report)
{
	(void)report;
}

const struct report_format report_formats[] = {
	{ "terminal", true, false, begin_nothing, report_terminal_add, begin_nothing },
	{ "line", false, false, begin_nothing, report_line_add, begin_nothing },
	{ "json", false, true, report_json_begin, report_json_add, report_json_end },
	{ "sarif", false, true, report_sarif_begin, report_sarif_add, report_sarif_end },
	{ "junit", false, true, report_junit_begin, report_junit_add, report_junit_end },
	{ "github", false, false, begin_nothing, report_github_add, begin_nothing },
	{ "gitlab", false, true, report_gitlab_begin, report_gitlab_add, report_gitlab_end },
	{ NULL, false, false, NULL, NULL, NULL },
};

const struct report_format *report_format_of(struct str word)
{
	for (const struct report_format *format = report_formats; format->word; format++) {
		if (str_is(word, format->word))
			return format;
	}
	return NULL;
}

void report_begin(struct report *report, const struct report_format *format, const struct report_run *run)
{
	*report = (struct report) {
		.run = *run,
		.format = format,
		.arena = arena_new(),
		.scratch = arena_new(),
	};
	format->begin(report);
}

void report_add(struct report *report, const struct report_policy *policy)
{
	if (policy->findings)
		report_count(&report->totals, policy->findings);
	else
		report->incomplete = true;
	if (policy->findings || report->format->is_document)
		report->format->add(report, policy);
	report->policies++;
	arena_reset(report->scratch);
}

void report_end(struct report *report)
{
	report->format->end(report);
}

void report_release(struct report *report)
{
	buf_release(&report->out);
	arena_free(report->arena);
	arena_free(report->scratch);
}

struct str report_policy_name(const struct report_policy *policy)
{
	const struct object *object = policy->model ? policy->model->policy : NULL;
	struct str name = object && object->id.n ? object->id : policy->path;

	while (str_has_prefix(name, "./"))
		name = str_part(name, 2, name.n);
	return name;
}

void report_add_block(struct buf *out, enum block block)
{
	for (const char *at = schema_block(block)->name; *at; at++) {
		if (*at >= 'A' && *at <= 'Z')
			buf_add_char(out, (char)(*at - 'A' + 'a'));
		else
			buf_add_char(out, *at == '_' ? '-' : *at);
	}
}
