/*
 * JUnit XML: a suite a policy, a case for each rule of the catalogue and for each other
 * code that was found. A case fails from the level from which the run fails; findings
 * below it, waived ones and those of the baseline skip their case, with the reason.
 * Times are those of no clock: none was looked at.
 */
#include "report/formats.h"
#include "report/place.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "rules/rules.h"

/* What becomes of a finding's case, the least first. */
enum outcome { OUTCOME_SKIPPED, OUTCOME_FAILED };

static const struct words unreadable = WORDS("fichier illisible", "the file could not be read");
static const struct words waived = WORDS("dérogation\xC2\xA0: ", "waived: ");
static const struct words known = WORDS("déjà connu\xC2\xA0: ", "already known: ");
static const struct words below = WORDS("sous le seuil\xC2\xA0: ", "below the threshold: ");

static const char *const level_words[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

/* What XML 1.0 has no place for; visible text holds none of the others. */
static bool is_forbidden(uint32_t code_point)
{
	return code_point == UTF8_INVALID || code_point == 0xFFFE || code_point == 0xFFFF ||
	       (code_point < 0x20 && code_point != '\n');
}

static const char *entity_of(uint32_t code_point)
{
	switch (code_point) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\n':
		return "&#10;";
	}
	return is_forbidden(code_point) ? "\xEF\xBF\xBD" : NULL;
}

/* Text, fit for an attribute and for content. */
static void add_xml(struct buf *out, struct str text)
{
	size_t done = 0, i = 0;

	while (i < text.n) {
		size_t at = i;
		const char *entity = entity_of(utf8_next(text, &i));

		if (!entity)
			continue;
		buf_add_str(out, str_part(text, done, at));
		buf_add_text(out, entity);
		done = i;
	}
	buf_add_str(out, str_part(text, done, text.n));
}

static void add_attribute(struct buf *out, const char *name, struct str text)
{
	buf_add_format(out, " %s=\"", name);
	add_xml(out, text);
	buf_add_char(out, '"');
}

static enum outcome outcome_of(const struct report *report, const struct diag *diag)
{
	bool counts = !diag->waived && !diag->known && diag->level >= report->run.fail_on;

	return counts ? OUTCOME_FAILED : OUTCOME_SKIPPED;
}

/* "path:line:column: error: message": a line of a case. */
static void add_line(struct buf *out, struct report *report, const struct report_policy *policy,
		     const struct diag *diag)
{
	enum lang lang = report->run.options.lang;
	struct str path = place_file(policy->sources, diag->span, policy->path);
	struct region region;

	buf_add_str(out, place_path(report->scratch, path));
	if (place_region(policy->sources, diag->span, COLUMNS_OF_CODE_POINTS, &region))
		buf_add_format(out, ":%lu:%lu", (unsigned long)region.start.line,
			       (unsigned long)region.start.column);
	buf_add_format(out, ": %s: ", report_level(diag->level, lang));
	report_add_message(out, diag, lang);
	buf_add_char(out, '\n');
}

/* Why the finding does not fail its case. */
static void add_reason(struct buf *out, const struct diag *diag, enum lang lang)
{
	if (diag->waived) {
		buf_add_text(out, waived.in[lang]);
		report_add_visible(out, str_of(diag->waived));
		return;
	}
	buf_add_text(out, diag->known ? known.in[lang] : below.in[lang]);
	report_add_message(out, diag, lang);
}

/* The findings of one code. */
struct group {
	const struct diag *const *v;
	size_t n;
};

/* The first finding of the group that has the worst outcome. */
static const struct diag *worst_of(const struct report *report, struct group group)
{
	for (size_t i = 0; i < group.n; i++) {
		if (outcome_of(report, group.v[i]) == OUTCOME_FAILED)
			return group.v[i];
	}
	return group.v[0];
}

static void add_case_head(struct buf *out, const struct report_policy *policy, const char *name)
{
	buf_add_text(out, "<testcase");
	add_attribute(out, "name", str_of(name));
	add_attribute(out, "classname", report_policy_name(policy));
	buf_add_text(out, " time=\"0\"");
}

static void add_result(struct report *report, const struct report_policy *policy, struct group group)
{
	const struct diag *worst = worst_of(report, group);
	bool failed = outcome_of(report, worst) == OUTCOME_FAILED;
	struct buf message = BUF_INIT, lines = BUF_INIT;

	if (failed)
		report_add_message(&message, worst, report->run.options.lang);
	else
		add_reason(&message, worst, report->run.options.lang);
	for (size_t i = 0; i < group.n; i++)
		add_line(&lines, report, policy, group.v[i]);
	buf_add_text(&report->out, failed ? "><failure" : "><skipped");
	add_attribute(&report->out, "message", buf_str(&message));
	if (failed)
		add_attribute(&report->out, "type", str_of(level_words[worst->level]));
	buf_add_char(&report->out, '>');
	add_xml(&report->out, buf_str(&lines));
	buf_add_text(&report->out, failed ? "</failure></testcase>\n" : "</skipped></testcase>\n");
	buf_release(&message);
	buf_release(&lines);
}

/* The place of the code among the cases: rules as the catalogue has them, then others. */
static size_t rank_of(const struct diag *diag)
{
	const struct rule *rule = rules_of_code(diag->code);

	return rule ? (size_t)(rule - rules_table) : RULE_COUNT;
}

static int compare_diags(const void *left, const void *right)
{
	const struct diag *a = *(const struct diag *const *)left, *b = *(const struct diag *const *)right;
	size_t a_rank = rank_of(a), b_rank = rank_of(b);

	if (a_rank != b_rank)
		return a_rank < b_rank ? -1 : 1;
	if (a->code != b->code)
		return strcmp(a->code->id, b->code->id);
	return (a->order > b->order) - (a->order < b->order);
}

static struct group sorted(struct arena *arena, const struct findings *findings)
{
	const struct diag **v = ARENA_ARRAY(arena, const struct diag *, findings->list.n);

	for (size_t i = 0; i < findings->list.n; i++)
		v[i] = findings->list.v[i];
	if (findings->list.n > 1)
		qsort(v, findings->list.n, sizeof(*v), compare_diags);
	return (struct group) { v, findings->list.n };
}

/* Takes the findings of the first one's code from the front of the list. */
static struct group take_code(struct group *list)
{
	struct group group = { list->v, 1 };

	while (group.n < list->n && list->v[group.n]->code == list->v[0]->code)
		group.n++;
	list->v += group.n;
	list->n -= group.n;
	return group;
}

struct suite {
	size_t cases, failed, skipped, errors;
};

static void tally(const struct report *report, struct suite *suite, struct group list)
{
	suite->cases = RULE_COUNT;
	while (list.n) {
		struct group group = take_code(&list);
		bool failed = outcome_of(report, worst_of(report, group)) == OUTCOME_FAILED;

		suite->cases += !rules_of_code(group.v[0]->code);
		suite->failed += failed;
		suite->skipped += !failed;
	}
}

static void add_suite_head(struct report *report, const struct report_policy *policy,
			   const struct suite *suite)
{
	const struct date day = report->run.as_of;
	struct buf *out = &report->out;

	buf_add_text(out, "<testsuite");
	add_attribute(out, "name", report_policy_name(policy));
	add_attribute(out, "package", place_path(report->scratch, policy->path));
	buf_add_format(out, " id=\"%zu\" timestamp=\"%04d-%02d-%02dT00:00:00\" hostname=\"localhost\"",
		       report->policies, day.year, day.month, day.day);
	buf_add_format(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\" time=\"0\">\n",
		       suite->cases, suite->failed, suite->errors, suite->skipped);
	buf_add_format(out, "<properties><property name=\"polc\" value=\"%s\"/></properties>\n",
		       report->run.version);
}

static void add_suite_end(struct buf *out)
{
	buf_add_text(out, "<system-out></system-out>\n<system-err></system-err>\n</testsuite>\n");
}

static void add_cases(struct report *report, const struct report_policy *policy, struct group list)
{
	for (size_t rank = 0; rank < RULE_COUNT; rank++) {
		add_case_head(&report->out, policy, rules_table[rank].code.id);
		if (list.n && list.v[0]->code == &rules_table[rank].code)
			add_result(report, policy, take_code(&list));
		else
			buf_add_text(&report->out, "/>\n");
	}
	while (list.n) {
		add_case_head(&report->out, policy, list.v[0]->code->id);
		add_result(report, policy, take_code(&list));
	}
}

static void add_unread(struct report *report, const struct report_policy *policy)
{
	const struct suite suite = { .cases = 1, .errors = 1 };

	add_suite_head(report, policy, &suite);
	add_case_head(&report->out, policy, "read");
	buf_add_text(&report->out, "><error");
	add_attribute(&report->out, "message", str_of(unreadable.in[report->run.options.lang]));
	buf_add_text(&report->out, " type=\"unreadable\"></error></testcase>\n");
	add_suite_end(&report->out);
}

void report_junit_begin(struct report *report)
{
	buf_add_text(&report->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
}

void report_junit_add(struct report *report, const struct report_policy *policy)
{
	struct suite suite = { 0 };
	struct group list;

	if (!policy->findings) {
		add_unread(report, policy);
		return;
	}
	list = sorted(report->scratch, policy->findings);
	tally(report, &suite, list);
	add_suite_head(report, policy, &suite);
	add_cases(report, policy, list);
	add_suite_end(&report->out);
}

void report_junit_end(struct report *report)
{
	buf_add_text(&report->out, "</testsuites>\n");
}
