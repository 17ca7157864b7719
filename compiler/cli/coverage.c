/*
 * polc coverage: the matrix that a data protection officer signs, one policy behind the
 * other in one document. Takes what check takes; fails as check does.
 */
#include "cli/cli.h"

#include "report/coverage.h"

struct coverage_run {
	const struct cli *cli;
	struct date as_of;
	const struct coverage_format *format;
	struct buf bytes;
	size_t count; /* of policies */
	int status;
};

/* A file without a policy: a library, unless its errors hid the policy. */
static void pass_over(struct coverage_run *run, const struct compilation *compilation)
{
	if (!compilation->findings.count[LEVEL_ERROR])
		return;
	cli_error(run->cli, MESSAGE_NOT_COVERED, compilation->path.s);
	run->status = STATUS_FINDINGS;
}

static int cover_each(void *context, struct compilation *compilation)
{
	struct coverage_run *run = context;
	struct coverage *coverage;

	if (compilation->error) {
		cli_system_error(run->cli, MESSAGE_CANNOT_READ, compilation->path.s, compilation->error);
		return STATUS_ENVIRONMENT;
	}
	if (!compilation->model || compilation_is_library(compilation)) {
		pass_over(run, compilation);
		return STATUS_OK;
	}
	coverage = ARENA_NEW(compilation->arena, struct coverage);
	coverage->arena = compilation->arena;
	coverage->model = compilation->model;
	coverage->sources = &compilation->sources;
	coverage->findings = &compilation->findings;
	coverage->path = compilation->source->path;
	coverage->as_of = run->as_of;
	coverage->lang = run->cli->lang;
	for (size_t i = 0; i < LANG_COUNT; i++)
		coverage->docs[i] = compilation->docs[i];
	coverage_build(coverage);
	run->format->add(&run->bytes, coverage);
	run->count++;
	if (compilation->findings.count[LEVEL_ERROR])
		run->status = STATUS_FINDINGS;
	return STATUS_OK;
}

/* Writes the document where it is to go; STATUS_OK, or a status after a message. */
static int finish(struct coverage_run *run)
{
	bool to_file = run->cli->is_set[OPTION_COVERAGE_OUTPUT];

	if (!run->count) {
		if (run->status == STATUS_OK)
			cli_error(run->cli, MESSAGE_NO_POLICY, run->cli->arguments[0]);
		return run->status ? run->status : STATUS_USAGE;
	}
	run->format->close(&run->bytes, run->cli->lang);
	return cli_write(run->cli, to_file ? run->cli->value[OPTION_COVERAGE_OUTPUT] : "-",
			 buf_str(&run->bytes));
}

static int read_format(struct coverage_run *run)
{
	bool is_set = run->cli->is_set[OPTION_COVERAGE_FORMAT];

	run->format = coverage_format(is_set ? run->cli->value[OPTION_COVERAGE_FORMAT] : "md");
	return run->format ? STATUS_OK : cli_refuse(run->cli, OPTION_COVERAGE_FORMAT);
}

static int run_coverage(struct coverage_run *run, struct arena *arena)
{
	struct compile_options options = { .until = STAGE_DOC };
	struct compile_paths paths = { 0 };
	int status = cli_compile_options(run->cli, &options);

	run->as_of = options.as_of;
	options.draft = true; /* its pages are measured, finished or not */
	if (status == STATUS_OK)
		status = read_format(run);
	if (status == STATUS_OK)
		status = cli_paths(run->cli, arena, &paths);
	if (status != STATUS_OK)
		return status;
	run->format->open(&run->bytes, run->cli->lang);
	status = batch_compile(&paths, &options, cli_jobs(run->cli), cover_each, run);
	if (status == STATUS_OK)
		status = finish(run);
	return status ? status : run->status;
}

int cli_coverage(const struct cli *cli)
{
	struct coverage_run run = { .cli = cli, .bytes = BUF_INIT, .status = STATUS_OK };
	struct arena *arena = arena_new();
	int status = run_coverage(&run, arena);

	buf_release(&run.bytes);
	arena_free(arena);
	return status;
}
