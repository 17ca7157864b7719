/*
 * --since: names the older version to the driver, and says why it cannot be read.
 */
#include "driver/since.h"

#include "cli/cli.h"

/* "folder (what git said)" */
static void complain(const struct cli *cli, enum message message, struct str place, struct str reason)
{
	struct buf text = BUF_INIT;

	buf_add_str(&text, place);
	if (reason.n)
		buf_add_format(&text, " (%.*s)", STR_ARGS(reason));
	cli_error(cli, message, text.s ? text.s : "");
	buf_release(&text);
}

/* An older file can be that of one policy only; standard input has no past in git. */
static int refuse(const struct cli *cli, const struct compilation *compilation, const char *since)
{
	bool is_file = since_is_file(since);

	if (is_file && (cli->argument_count > 1 || file_kind(cli->arguments[0]) == FILE_FOLDER)) {
		cli_error(cli, MESSAGE_SINCE_ONE, since);
		return STATUS_USAGE;
	}
	if (!is_file && str_is(compilation->path, "-")) {
		cli_error(cli, MESSAGE_SINCE_STDIN, since);
		return STATUS_USAGE;
	}
	return STATUS_OK;
}

int cli_compare(const struct cli *cli, struct compilation *compilation)
{
	const char *since = cli->value[OPTION_SINCE];
	struct since_problem problem;
	struct str folder;

	if (!cli->is_set[OPTION_SINCE])
		return STATUS_OK;
	if (refuse(cli, compilation, since) != STATUS_OK)
		return STATUS_USAGE;
	folder = path_folder(compilation->arena, compilation->path);
	switch (compilation_compare(compilation, since, &problem)) {
	case GIT_FOUND:
		return STATUS_OK;
	case GIT_MISSING:
		complain(cli, MESSAGE_SINCE_GIT, str_of(since), problem.said);
		return STATUS_ENVIRONMENT;
	case GIT_NO_REPOSITORY:
		complain(cli, MESSAGE_SINCE_REPOSITORY, folder, problem.said);
		return STATUS_ENVIRONMENT;
	case GIT_UNKNOWN_REVISION:
		cli_error(cli, MESSAGE_SINCE_REVISION, since);
		return STATUS_USAGE;
	case GIT_SHALLOW:
		cli_error(cli, MESSAGE_SINCE_SHALLOW, since);
		return STATUS_USAGE;
	case GIT_NO_POLICY:
		cli_error(cli, MESSAGE_SINCE_NO_POLICY, since);
		return STATUS_USAGE;
	case GIT_UNREADABLE:
		cli_system_error(cli, MESSAGE_CANNOT_READ, since, problem.error);
		return STATUS_ENVIRONMENT;
	}
	return STATUS_ENVIRONMENT;
}
