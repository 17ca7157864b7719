/*
 * polc explain and polc rules: the catalogue, for people.
 */
#include "cli/cli.h"

#include "base/typography.h"
#include "cli/explain_pages.h"

static bool is_fence(struct str page, size_t start)
{
	return str_has_prefix(str_part(page, start, page.n), "```");
}

/* The end of the paragraph that begins at start: a blank line or a fence stops it. */
static size_t paragraph_end(struct str page, size_t start)
{
	size_t end = str_find(page, "\n", start) + 1;

	while (end < page.n && page.s[end] != '\n' && !is_fence(page, end))
		end = str_find(page, "\n", end) + 1;
	return end;
}

/* The page, typeset for its language by paragraphs, since a quotation may go on over a line
   end; its examples stay as they are. */
static void add_page(struct buf *out, struct str page, enum lang lang)
{
	bool is_example = false;

	for (size_t start = 0, end; start < page.n; start = end) {
		if (is_fence(page, start))
			is_example = !is_example;
		end = is_example ? str_find(page, "\n", start) + 1 : paragraph_end(page, start);
		if (is_example)
			buf_add_str(out, str_part(page, start, end));
		else
			typography_add(out, str_part(page, start, end), lang);
	}
}

bool cli_add_page(struct buf *out, const char *rule, enum lang lang)
{
	const char *page = explain_page(rule, lang);

	if (page)
		add_page(out, str_of(page), lang);
	return page != NULL;
}

int cli_explain(const struct cli *cli)
{
	const struct rule *rule;
	struct buf out = BUF_INIT;
	int status;

	if (!cli->argument_count) {
		cli_error(cli, MESSAGE_NO_RULE, "");
		return STATUS_USAGE;
	}
	if (cli->argument_count > 1) {
		cli_error(cli, MESSAGE_TOO_MANY, cli->arguments[1]);
		return STATUS_USAGE;
	}
	rule = rules_find(str_of(cli->arguments[0]));
	if (!rule) {
		cli_unknown_rule(cli, MESSAGE_UNKNOWN_RULE, cli->arguments[0], cli->arguments[0]);
		return STATUS_USAGE;
	}
	cli_add_page(&out, rule->code.id, cli->lang);
	status = cli_print(cli, buf_str(&out));
	buf_release(&out);
	return status;
}

static void add_rule(struct buf *out, const struct rule *rule, enum lang lang)
{
	struct buf text = BUF_INIT;

	buf_add_format(out, "%-22s %-13s ", rule->code.id, report_level(rule->code.level, lang));
	typography_add(&text, str_of(rule->code.message.in[lang]), lang);
	buf_add_str(out, buf_str(&text));
	buf_add_format(out, "\n%37s", "");
	law_add_citations(out, rule->code.law, lang);
	buf_add_char(out, '\n');
	buf_release(&text);
}

int cli_rules(const struct cli *cli)
{
	struct buf out = BUF_INIT;
	int status;

	if (cli->argument_count) {
		cli_error(cli, MESSAGE_TOO_MANY, cli->arguments[0]);
		return STATUS_USAGE;
	}
	for (size_t i = 0; i < RULE_COUNT; i++)
		add_rule(&out, &rules_table[i], cli->lang);
	status = cli_print(cli, buf_str(&out));
	buf_release(&out);
	return status;
}
