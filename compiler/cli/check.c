/*
 * polc check: findings, in one or more reports, and an exit status.
 */
#include "cli/baseline.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"

/* One report, and the file that it goes to (NULL: standard output). */
struct destination {
	struct report report;
	const char *path;
};

struct check {
	const struct cli *cli;
	struct arena *arena;
	struct destination reports[REPORT_LIMIT];
	size_t report_count;
	struct report_totals total;
	struct cli_baseline baseline;
	struct date as_of;
	enum level fail_on;
	int status;
};

static int read_fail_on(struct check *check)
{
	const char *word = check->cli->is_set[OPTION_FAIL_ON] ? check->cli->value[OPTION_FAIL_ON] : "error";

	return level_of_word(str_of(word), &check->fail_on) ? STATUS_OK
							    : cli_refuse(check->cli, OPTION_FAIL_ON);
}

static bool is_same_place(const struct check *check, const char *a, const char *b)
{
	return a && b ? file_same(check->arena, a, b) : a == b;
}

/* Two reports may not go to one place: the one would follow the other, or replace it. */
static int refuse_same_place(const struct check *check, const char *path)
{
	const char *place = path ? path : cli_message(MESSAGE_STANDARD_OUTPUT, check->cli->lang);

	for (size_t i = 0; i < check->report_count; i++) {
		if (is_same_place(check, check->reports[i].path, path)) {
			cli_error(check->cli, MESSAGE_SAME_PLACE, place);
			return STATUS_USAGE;
		}
	}
	return STATUS_OK;
}

/* report = format , [ "=" file ] ; */
static int add_report(struct check *check, const char *word)
{
	const struct cli *cli = check->cli;
	const char *equals = strchr(word, '='), *path = equals ? equals + 1 : NULL;
	size_t n = equals ? (size_t)(equals - word) : strlen(word);
	const struct report_format *format = report_format_of((struct str) { word, n });
	struct report_run run = { .version = POLC_VERSION,
				  .as_of = check->as_of,
				  .fail_on = check->fail_on,
				  .has_baseline = cli->is_set[OPTION_BASELINE] };

	if (!format || (path && !*path))
		return cli_refuse(cli, OPTION_REPORT);
	if (path && !strcmp(path, "-"))
		path = NULL;
	if (refuse_same_place(check, path) != STATUS_OK)
		return STATUS_USAGE;
	run.options = (struct report_options) { .lang = cli->lang };
	run.options.color = !path && cli_color(cli, STDOUT_FILENO);
	run.add_page = cli_add_page;
	check->reports[check->report_count].path = path;
	report_begin(&check->reports[check->report_count++].report, format, &run);
	return STATUS_OK;
}

static int read_reports(struct check *check)
{
	int status = STATUS_OK;

	if (!check->cli->report_count)
		return add_report(check, "terminal");
	for (size_t i = 0; i < check->cli->report_count && status == STATUS_OK; i++)
		status = add_report(check, check->cli->reports[i]);
	return status;
}

/* Nor may one go where a baseline is read or written. */
static int refuse_baseline(const struct check *check)
{
	static const enum option baselines[] = { OPTION_BASELINE, OPTION_WRITE_BASELINE };

	for (size_t i = 0; i < check->report_count * 2; i++) {
		const char *path = check->reports[i / 2].path;
		const char *baseline = check->cli->value[baselines[i % 2]];

		if (path && baseline && file_same(check->arena, baseline, path)) {
			cli_error(check->cli, MESSAGE_REPLACES, path);
			return STATUS_USAGE;
		}
	}
	return STATUS_OK;
}

/* True when nothing of the report is to be printed; a document is what was asked for. */
static bool is_silent(const struct check *check, const struct destination *destination)
{
	return check->cli->is_set[OPTION_QUIET] && !destination->path &&
	       !destination->report.format->is_document;
}

/* Prints what a report on standard output holds so far, unless it is a document. */
static int print_so_far(const struct check *check, struct destination *destination)
{
	struct buf *out = &destination->report.out;
	int status;

	if (destination->path || destination->report.format->is_document)
		return STATUS_OK;
	status = cli_print(check->cli, buf_str(out));
	buf_reset(out);
	return status;
}

static int check_each(void *context, struct compilation *compilation)
{
	struct check *check = context;
	struct report_policy policy = {
		.path = compilation->path,
		.model = compilation->model,
		.sources = &compilation->sources,
		.findings = &compilation->findings,
	};

	if (compilation->error) {
		cli_system_error(check->cli, MESSAGE_CANNOT_READ, compilation->path.s, compilation->error);
		check->status = STATUS_ENVIRONMENT;
		policy.model = NULL;
		policy.findings = NULL;
	} else {
		int status = cli_compare(check->cli, compilation);

		if (status != STATUS_OK)
			return status;
		cli_baseline_apply(&check->baseline, &compilation->findings, report_policy_name(&policy));
		report_count(&check->total, &compilation->findings);
	}
	for (size_t i = 0; i < check->report_count; i++) {
		struct destination *destination = &check->reports[i];

		if (is_silent(check, destination))
			continue;
		report_add(&destination->report, &policy);
		if (print_so_far(check, destination))
			return STATUS_ENVIRONMENT;
	}
	return 0;
}

/* Ends the report, and writes it to its file or, if it is a document, prints it. */
static int write_report(const struct check *check, struct destination *destination)
{
	report_end(&destination->report);
	return cli_write(check->cli, destination->path ? destination->path : "-",
			 buf_str(&destination->report.out));
}

/* Whether a summary follows: behind a report for people, and in place of silent ones. */
static bool wants_summary(const struct check *check)
{
	bool quiet = check->cli->is_set[OPTION_QUIET];

	for (size_t i = 0; i < check->report_count; i++) {
		const struct destination *destination = &check->reports[i];

		if (!destination->path)
			return destination->report.format->for_people || is_silent(check, destination);
	}
	return quiet;
}

static int finish(struct check *check)
{
	struct buf summary = BUF_INIT;
	int status = check->status == STATUS_OK ? cli_baseline_end(&check->baseline) : STATUS_OK;

	for (size_t i = 0; i < check->report_count; i++) {
		int written = write_report(check, &check->reports[i]);

		status = status ? status : written;
	}
	if (wants_summary(check) && status == STATUS_OK && check->status == STATUS_OK) {
		report_add_totals(&summary, &check->total, check->cli->lang);
		buf_add_char(&summary, '\n');
		status = cli_print(check->cli, buf_str(&summary));
	}
	buf_release(&summary);
	return status;
}

static int run_check(struct check *check, struct arena *arena)
{
	struct compile_options options = { .until = STAGE_RULES };
	struct compile_paths paths = { 0 };
	int status = cli_compile_options(check->cli, &options);

	check->as_of = options.as_of;
	if (status == STATUS_OK)
		status = read_fail_on(check);
	if (status == STATUS_OK)
		status = cli_baseline_begin(&check->baseline, check->cli, arena);
	if (status == STATUS_OK)
		status = read_reports(check);
	if (status == STATUS_OK)
		status = refuse_baseline(check);
	if (status == STATUS_OK)
		status = cli_paths(check->cli, arena, &paths);
	if (status == STATUS_OK)
		status = batch_compile(&paths, &options, cli_jobs(check->cli), check_each, check);
	if (status == STATUS_OK)
		status = finish(check);
	if (status != STATUS_OK || check->status != STATUS_OK)
		return status ? status : check->status;
	for (int level = (int)check->fail_on; level <= LEVEL_ERROR; level++) {
		if (check->total.count[level])
			return STATUS_FINDINGS;
	}
	return STATUS_OK;
}

int cli_check(const struct cli *cli)
{
	struct arena *arena = arena_new();
	struct check check = { .cli = cli, .arena = arena };
	int status = run_check(&check, arena);

	for (size_t i = 0; i < check.report_count; i++)
		report_release(&check.reports[i].report);
	arena_free(arena);
	return status;
}
