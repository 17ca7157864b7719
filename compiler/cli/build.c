/*
 * polc build: pages for each policy, and an index for a folder. A policy with an
 * error writes nothing; --draft builds it marked, with its gaps.
 */
#include "cli/site.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"

struct build {
	const struct cli *cli;
	const struct compile_options *options;
	const char *folder;
	const char *first; /* the first file */
	struct render_site site;
	struct arena *arena; /* of what outlives a compilation: entries of the index */
	struct map built;    /* the identifiers of the policies written */
	VEC(struct render_entry) entries;
	struct findings total; /* counts alone */
	size_t drafts;
	size_t blocked;
	int status;
};

/* Findings of a build go to standard error: its product is files. */
static void report_findings(struct build *build, struct compilation *compilation)
{
	struct report_options options = { .lang = build->cli->lang };
	struct buf out = BUF_INIT;

	if (build->cli->is_set[OPTION_QUIET] && !compilation_is_blocked(compilation))
		return;
	options.color = cli_color(build->cli, STDERR_FILENO);
	report_terminal(&out, &compilation->sources, &compilation->findings, &options);
	if (out.n)
		fwrite(out.s, 1, out.n, stderr);
	buf_release(&out);
}

static void add_entry(struct build *build, const struct compilation *compilation)
{
	struct render_entry entry = {
		.id = str_copy(build->arena, compilation->model->policy->id),
		.draft = compilation_is_draft(compilation),
	};

	for (size_t i = 0; i < compilation->model->language_count; i++)
		entry.title[compilation->docs[i]->lang] = str_copy(build->arena, compilation->docs[i]->title);
	site_fill_entry(build->arena, &entry, compilation->model);
	vec_add(build->arena, &build->entries, entry);
	map_set(build->arena, &build->built, entry.id, build);
	build->drafts += entry.draft;
}

static void write_pages(struct build *build, struct compilation *compilation)
{
	int error;

	if (map_get(&build->built, compilation->model->policy->id)) {
		cli_error(build->cli, MESSAGE_SAME_ID, compilation->path.s);
		build->status = STATUS_FINDINGS;
		return;
	}
	error = compilation_write(compilation, build->folder);
	if (error) {
		cli_system_error(build->cli, MESSAGE_CANNOT_WRITE, compilation->failed.s, error);
		build->status = STATUS_ENVIRONMENT;
		return;
	}
	add_entry(build, compilation);
}

static int build_each(void *context, struct compilation *compilation)
{
	struct build *build = context;

	if (compilation->error) {
		cli_system_error(build->cli, MESSAGE_CANNOT_READ, compilation->path.s, compilation->error);
		build->status = STATUS_ENVIRONMENT;
		return 0;
	}
	report_findings(build, compilation);
	for (int level = LEVEL_NOTE; level <= LEVEL_ERROR; level++)
		build->total.count[level] += compilation->findings.count[level];
	if (compilation_is_blocked(compilation)) {
		cli_error(build->cli, MESSAGE_NOT_BUILT, compilation->path.s);
		build->blocked++;
	} else if (!compilation_is_library(compilation)) {
		write_pages(build, compilation);
	}
	return build->status == STATUS_ENVIRONMENT ? STATUS_ENVIRONMENT : 0;
}

static bool names_folder(const struct cli *cli)
{
	for (int i = 0; i < cli->argument_count; i++) {
		if (file_kind(cli->arguments[i]) == FILE_FOLDER)
			return true;
	}
	return false;
}

static void add_count(struct buf *out, const struct build *build, enum message message, size_t n)
{
	char number[24];

	snprintf(number, sizeof(number), "%zu", n);
	cli_add_message(out, message, number, build->cli->lang);
}

/* "Policies built: 7, of which drafts: 5. 40 errors, 52 warnings. output/index.html" */
static int print_summary(const struct build *build, bool has_index)
{
	struct buf out = BUF_INIT;
	int status;

	add_count(&out, build, MESSAGE_BUILT, build->entries.n);
	if (build->drafts)
		add_count(&out, build, MESSAGE_DRAFTS, build->drafts);
	buf_add_text(&out, "\n");
	report_summary(&out, &build->total, build->cli->lang);
	buf_add_char(&out, '\n');
	report_add_visible(&out, str_of(build->folder));
	buf_add_text(&out, has_index ? "/index.html\n" : "/\n");
	if (build->cli->is_set[OPTION_PRINT_CSP])
		cli_add_csp(&out, &build->site);
	status = cli_print(build->cli, buf_str(&out));
	buf_release(&out);
	return status;
}

static int finish(struct build *build)
{
	bool has_index = names_folder(build->cli) && !build->blocked && build->entries.n &&
			 build->site.has_html && !build->site.fragment;

	if (build->status != STATUS_OK)
		return build->status;
	if (!build->entries.n && !build->blocked)
		cli_error(build->cli, MESSAGE_LIBRARY, build->first);
	if (has_index &&
	    cli_site_write(build->cli, &build->site, build->folder, build->entries.v, build->entries.n))
		return STATUS_ENVIRONMENT;
	if (build->entries.n && print_summary(build, has_index))
		return STATUS_ENVIRONMENT;
	return build->blocked || !build->entries.n ? STATUS_FINDINGS : STATUS_OK;
}

int cli_build(const struct cli *cli)
{
	struct compile_options options = { .until = STAGE_OUTPUT };
	struct build build = { .cli = cli, .options = &options, .arena = arena_new() };
	struct compile_paths paths = { 0 };
	int status = cli_compile_options(cli, &options);

	if (status == STATUS_OK)
		status = cli_site_read(cli, build.arena, options.formats, &build.site);
	options.site = &build.site;
	build.folder = cli->is_set[OPTION_OUTPUT] ? cli->value[OPTION_OUTPUT] : "output";
	if (status == STATUS_OK)
		status = cli_paths(cli, build.arena, &paths);
	if (status == STATUS_OK) {
		build.first = str_copy(build.arena, paths.v[0].path).s;
		status = batch_compile(&paths, &options, cli_jobs(cli), build_each, &build);
	}
	if (status == STATUS_OK)
		status = finish(&build);
	arena_free(build.arena);
	return status;
}
