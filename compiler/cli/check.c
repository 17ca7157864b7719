/*
 * polc check: findings, in one or more reports, and an exit status.
 */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"

typedef void report_emitter(struct buf *out, const struct sources *sources, const struct findings *findings,
			    const struct report_options *options);

static const struct {
	const char *word;
	report_emitter *emit;
} emitters[] = {
	{ "terminal", report_terminal },
	{ "line", report_line },
};

/* One report: its emitter, and the file it goes to (NULL: standard output). */
struct report {
	report_emitter *emit;
	const char *path;
	struct buf bytes;
};

struct check {
	const struct cli *cli;
	struct report reports[REPORT_LIMIT];
	size_t report_count;
	struct findings total; /* counts alone */
	enum level fail_on;
	int status;
};

static const char *const level_words[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

static int read_fail_on(struct check *check)
{
	const char *word = check->cli->is_set[OPTION_FAIL_ON] ? check->cli->value[OPTION_FAIL_ON] : "error";

	for (int level = LEVEL_NOTE; level <= LEVEL_ERROR; level++) {
		if (!strcmp(word, level_words[level])) {
			check->fail_on = (enum level)level;
			return STATUS_OK;
		}
	}
	return cli_refuse(check->cli, OPTION_FAIL_ON);
}

/* report = format , [ "=" file ] ; */
static int add_report(struct check *check, const char *word)
{
	const char *equals = strchr(word, '=');
	size_t n = equals ? (size_t)(equals - word) : strlen(word);
	struct report *report = &check->reports[check->report_count];

	for (size_t i = 0; i < sizeof(emitters) / sizeof(emitters[0]); i++) {
		if (strlen(emitters[i].word) != n || memcmp(emitters[i].word, word, n))
			continue;
		*report = (struct report) { .emit = emitters[i].emit, .path = equals ? equals + 1 : NULL };
		check->report_count++;
		return STATUS_OK;
	}
	return cli_refuse(check->cli, OPTION_REPORT);
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

static struct report_options report_options(const struct check *check, const struct report *report)
{
	return (struct report_options) {
		.lang = check->cli->lang,
		.color = !report->path && cli_color(check->cli, STDOUT_FILENO),
	};
}

static int check_each(void *context, struct compilation *compilation)
{
	struct check *check = context;

	if (compilation->error) {
		cli_system_error(check->cli, MESSAGE_CANNOT_READ, compilation->path.s, compilation->error);
		check->status = STATUS_ENVIRONMENT;
		return 0;
	}
	for (size_t i = 0; i < check->report_count && !check->cli->is_set[OPTION_QUIET]; i++) {
		struct report *report = &check->reports[i];
		struct report_options options = report_options(check, report);

		report->emit(&report->bytes, &compilation->sources, &compilation->findings, &options);
		if (report->path)
			continue;
		if (cli_print(check->cli, buf_str(&report->bytes)))
			return STATUS_ENVIRONMENT;
		buf_reset(&report->bytes);
	}
	for (int level = LEVEL_NOTE; level <= LEVEL_ERROR; level++)
		check->total.count[level] += compilation->findings.count[level];
	return 0;
}

/* Reports that go to files, and the summary behind a report for people. */
static int finish(struct check *check)
{
	bool for_people = check->cli->is_set[OPTION_QUIET];
	struct buf summary = BUF_INIT;
	int status = STATUS_OK;

	for (size_t i = 0; i < check->report_count; i++) {
		struct report *report = &check->reports[i];
		int error = report->path ? file_write(report->path, buf_str(&report->bytes), NULL) : 0;

		for_people |= !report->path && report->emit == report_terminal;
		if (error) {
			cli_system_error(check->cli, MESSAGE_CANNOT_WRITE, report->path, error);
			status = STATUS_ENVIRONMENT;
		}
	}
	if (for_people && status == STATUS_OK && check->status == STATUS_OK) {
		report_summary(&summary, &check->total, check->cli->lang);
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

	if (status == STATUS_OK)
		status = read_fail_on(check);
	if (status == STATUS_OK)
		status = read_reports(check);
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
	struct check check = { .cli = cli };
	struct arena *arena = arena_new();
	int status = run_check(&check, arena);

	for (size_t i = 0; i < check.report_count; i++)
		buf_release(&check.reports[i].bytes);
	arena_free(arena);
	return status;
}
