/*
 * Code quality of GitLab: an array with an object a finding. Waived findings and those
 * of the baseline are left out: the merge request shows all that the array holds.
 */
#include "report/encode.h"
#include "report/fingerprint.h"
#include "report/place.h"

static const char *const severities[] = {
	[LEVEL_NOTE] = "info",
	[LEVEL_WARNING] = "minor",
	[LEVEL_ERROR] = "major",
};

/* How often each fingerprint stands in the report so far. */
struct gitlab {
	struct map counts; /* size_t * */
};

void report_gitlab_begin(struct report *report)
{
	encode_init();
	report->state = ARENA_NEW(report->arena, struct gitlab);
	buf_add_char(&report->out, '[');
}

/* The policy's name, then the fingerprint; with a number where two policies have one
 * name, since GitLab takes equal ones for one finding. */
static json_t *fingerprint_value(struct report *report, const struct report_policy *policy,
				 struct str fingerprint)
{
	struct gitlab *gitlab = report->state;
	struct str name = report_policy_name(policy);
	struct str key = str_format(report->arena, "%.*s:%s", STR_ARGS(name), fingerprint.s);
	size_t *count = map_get(&gitlab->counts, key);

	if (!count) {
		count = ARENA_NEW(report->arena, size_t);
		map_set(report->arena, &gitlab->counts, key, count);
	}
	return encode_str(++*count == 1 ? key : str_format(report->scratch, "%s:%zu", key.s, *count));
}

static json_t *location_value(struct report *report, const struct report_policy *policy, struct span span)
{
	struct str path = place_file(policy->sources, span, policy->path);
	struct region region = { { 1, 1 }, { 1, 1 } };

	place_region(policy->sources, span, COLUMNS_OF_UTF16, &region);
	return json_pack("{s:o,s:{s:I,s:I}}", "path", encode_str(place_path(report->scratch, path)), "lines",
			 "begin", (json_int_t)region.start.line, "end", (json_int_t)region.end.line);
}

static json_t *finding_value(struct report *report, const struct report_policy *policy,
			     const struct diag *diag, struct str fingerprint)
{
	struct buf message = BUF_INIT;

	report_add_message(&message, diag, report->run.options.lang);
	return json_pack("{s:o,s:s,s:o,s:s,s:o}", "description", encode_buf(&message), "check_name",
			 diag->code->id, "fingerprint", fingerprint_value(report, policy, fingerprint),
			 "severity", severities[diag->level], "location",
			 location_value(report, policy, diag->span));
}

void report_gitlab_add(struct report *report, const struct report_policy *policy)
{
	const struct findings *findings = policy->findings;
	struct str *fingerprints;

	if (!findings)
		return;
	fingerprints = ARENA_ARRAY(report->scratch, struct str, findings->list.n);
	report_fingerprints(report->scratch, findings, report_policy_name(policy), fingerprints);
	for (size_t i = 0; i < findings->list.n; i++) {
		const struct diag *diag = findings->list.v[i];

		if (!report_shows(diag, &report->run.options))
			continue;
		encode_separate(report);
		encode_add(&report->out, finding_value(report, policy, diag, fingerprints[i]));
	}
}

void report_gitlab_end(struct report *report)
{
	buf_add_text(&report->out, "\n]\n");
}
