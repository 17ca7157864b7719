/*
 * polc dump: one representation of one file, for those who work on polc and for
 * its golden tests. Findings go to standard error.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static void dump_tokens(struct buf *out, const struct compilation *compilation)
{
	syntax_dump_tokens(out, compilation->source, &compilation->tokens);
}

static void dump_tree(struct buf *out, const struct compilation *compilation)
{
	syntax_dump_tree(out, compilation->tree);
}

static void dump_model(struct buf *out, const struct compilation *compilation)
{
	model_dump(out, compilation->model);
}

static void dump_doc(struct buf *out, const struct compilation *compilation)
{
	for (size_t i = 0; i < LANG_COUNT && compilation->docs[i]; i++)
		doc_dump(out, compilation->docs[i]);
}

static const struct {
	const char *word;
	enum stage until;
	void (*dump)(struct buf *out, const struct compilation *compilation);
} dumps[] = {
	{ "tokens", STAGE_TOKENS, dump_tokens },
	{ "tree", STAGE_TREE, dump_tree },
	{ "model", STAGE_MODEL, dump_model },
	{ "doc", STAGE_DOC, dump_doc },
};

static int run_dump(const struct cli *cli, size_t which, struct compile_path path,
		    struct compilation *compilation)
{
	struct compile_options options = { .until = dumps[which].until };
	struct report_options report = { .lang = cli->lang };
	struct buf out = BUF_INIT;
	int status = cli_compile_options(cli, &options);

	if (status != STATUS_OK)
		return status;
	options.draft = true;
	compilation_run(compilation, &path, &options);
	if (compilation->error) {
		cli_system_error(cli, MESSAGE_CANNOT_READ, compilation->path.s, compilation->error);
		return STATUS_ENVIRONMENT;
	}
	if (compilation_language_errors(compilation)) {
		report_line(&out, &compilation->sources, &compilation->findings, &report);
		fwrite(out.s, 1, out.n, stderr);
		buf_reset(&out);
	}
	if (options.until >= STAGE_MODEL && !compilation->model)
		status = STATUS_FINDINGS;
	else
		dumps[which].dump(&out, compilation);
	if (status == STATUS_OK)
		status = cli_print(cli, buf_str(&out));
	buf_release(&out);
	return status;
}

int cli_dump(const struct cli *cli)
{
	struct compilation compilation;
	struct arena *arena;
	int status;

	for (size_t i = 0; cli->argument_count == 2 && i < sizeof(dumps) / sizeof(dumps[0]); i++) {
		if (strcmp(cli->arguments[0], dumps[i].word))
			continue;
		compilation_init(&compilation);
		arena = arena_new();
		status = run_dump(cli, i, cli_path(cli, arena, cli->arguments[1], str_of(cli->arguments[1])),
				  &compilation);
		compilation_release(&compilation);
		arena_free(arena);
		return status;
	}
	cli_error(cli, MESSAGE_DUMP_USAGE, "");
	return STATUS_USAGE;
}
