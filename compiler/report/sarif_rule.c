/*
 * Codes as rules of SARIF: what each asks, from the page that explains it, and the law
 * behind it. Takes a code of any pass; one without a page is described by its message.
 */
#include "report/sarif.h"

#include "base/typography.h"
#include "law/law.h"
#include "rules/rules.h"

#define DASH "\xE2\x80\x94 "

static const char *const levels[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

/* As code scanning names severities. */
static const char *const severities[] = {
	[LEVEL_NOTE] = "recommendation",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

/* Text whose line ends are spaces. */
static json_t *one_line(struct str text)
{
	struct buf line = BUF_INIT;

	buf_add_str(&line, text);
	for (size_t i = 0; i < line.n; i++) {
		if (line.s[i] == '\n')
			line.s[i] = ' ';
	}
	return json_pack("{s:o}", "text", encode_buf(&line));
}

/* The title of a page, "# RULE — title". */
static struct str title_of(struct str page)
{
	size_t end = str_find(page, "\n", 0), dash = str_find(page, DASH, 0);

	return str_trim(str_part(page, dash < end ? dash + sizeof(DASH) - 1 : 0, end));
}

/* The first section of a page: what the rule asks. */
static struct str first_section(struct str page)
{
	size_t heading = str_find(page, "\n## ", 0);
	size_t start = str_find(page, "\n", heading + 1);

	return str_trim(str_part(page, start, str_find(page, "\n## ", start)));
}

static void describe_by_page(json_t *rule, struct buf *page)
{
	struct str text = buf_str(page);

	json_object_set_new(rule, "shortDescription", one_line(title_of(text)));
	json_object_set_new(rule, "fullDescription", one_line(first_section(text)));
	json_object_set_new(rule, "help",
			    json_pack("{s:o,s:o}", "text", encode_str(text), "markdown", encode_str(text)));
}

static void describe_by_message(json_t *rule, const struct code *code, enum lang lang)
{
	struct buf message = BUF_INIT, help = BUF_INIT;

	typography_add(&message, str_of(code->message.in[lang]), lang);
	typography_add(&help, str_of(code->help.in[lang]), lang);
	json_object_set_new(rule, "shortDescription", one_line(buf_str(&message)));
	if (help.n)
		json_object_set_new(rule, "help", json_pack("{s:o}", "text", encode_str(buf_str(&help))));
	buf_release(&message);
	buf_release(&help);
}

static bool is_cited_before(const struct citation *law, const struct citation *citation)
{
	for (; law != citation; law++) {
		if (law->instrument == citation->instrument)
			return true;
	}
	return false;
}

/* The law as text, and the names of its instruments as tags. */
static json_t *properties_value(const struct code *code, enum lang lang)
{
	const struct rule *rule = rules_of_code(code);
	const struct diag diag = { .code = code, .law = code->law };
	json_t *tags = json_array();
	struct buf law = BUF_INIT;

	for (const struct citation *at = code->law; at && at->instrument != INSTRUMENT_NONE; at++) {
		if (!is_cited_before(code->law, at))
			json_array_append_new(
					tags,
					encode_str(str_of(law_instrument_name(at->instrument).in[lang])));
	}
	report_add_law(&law, &diag, lang);
	return json_pack("{s:o,s:o,s:b,s:s}", "tags", tags, "law", encode_buf(&law), "contested",
			 rule && rule->flags & RULE_CONTESTED, "problem.severity", severities[code->level]);
}

/* The official page of the first instrument that has one. */
static void set_help_uri(json_t *rule, const struct code *code, enum lang lang)
{
	struct buf url = BUF_INIT;

	for (const struct citation *at = code->law; at && at->instrument != INSTRUMENT_NONE && !url.n; at++)
		law_add_instrument_url(&url, at->instrument, lang);
	if (url.n)
		json_object_set_new(rule, "helpUri", encode_str(buf_str(&url)));
	buf_release(&url);
}

json_t *sarif_rule(const struct report_run *run, const struct code *code)
{
	enum lang lang = run->options.lang;
	json_t *rule = json_pack("{s:s,s:{s:s}}", "id", code->id, "defaultConfiguration", "level",
				 levels[code->level]);
	struct buf page = BUF_INIT;

	if (run->add_page && run->add_page(&page, code->id, lang))
		describe_by_page(rule, &page);
	else
		describe_by_message(rule, code, lang);
	set_help_uri(rule, code, lang);
	json_object_set_new(rule, "properties", properties_value(code, lang));
	buf_release(&page);
	return rule;
}
