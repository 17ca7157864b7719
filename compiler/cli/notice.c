/*
 * polc notice and polc trackers: the other notices that one policy gives, each language
 * behind the other. They take what build takes, and refuse what build does not build.
 */
#include "cli/site.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "doc/notices.h"
#include "report/trackers_json.h"

struct notice_run {
	const struct cli *cli;
	struct arena *arena;
	struct compilation *compilation;
	struct render_site site;
	const char *format;
	enum lang languages[LANG_COUNT]; /* those of the text */
	size_t language_count;
	struct buf out;
};

/* --- what the command line says --- */

/* The languages of the policy, or the one that --lang asks for. */
static int read_languages(struct notice_run *run)
{
	const struct model *model = run->compilation->model;

	for (size_t i = 0; i < model->language_count; i++) {
		if (!run->cli->is_set[OPTION_LANG] || model->languages[i] == run->cli->lang)
			run->languages[run->language_count++] = model->languages[i];
	}
	if (run->language_count)
		return STATUS_OK;
	cli_error(run->cli, MESSAGE_NO_LANGUAGE, run->compilation->path.s);
	return STATUS_USAGE;
}

static int read_format(struct notice_run *run, enum option option, const char *const *formats, size_t n)
{
	run->format = run->cli->is_set[option] ? run->cli->value[option] : formats[0];
	for (size_t i = 0; i < n; i++) {
		if (!strcmp(run->format, formats[i]))
			return STATUS_OK;
	}
	return cli_refuse(run->cli, option);
}

/* An address that a page may link to: a web address, or a path of the same site. */
static bool is_link(struct str link)
{
	bool path = str_has_prefix(link, "/") && !str_has_prefix(link, "//");

	for (size_t i = 0; i < link.n; i++) {
		unsigned char c = (unsigned char)link.s[i];

		if (c <= ' ' || c == 0x7F || strchr("\"<>\\^`", c))
			return false;
	}
	return utf8_invalid_at(link) == link.n && (path || (str_has_prefix(link, "https://") && link.n > 8) ||
						   (str_has_prefix(link, "http://") && link.n > 7));
}

/* --link in the language; "" without it. */
static struct str link_in(const struct notice_run *run, enum lang lang)
{
	const char *word = run->cli->is_set[OPTION_LINK] ? run->cli->value[OPTION_LINK] : "";
	struct str link = str_of(word);
	struct buf filled = BUF_INIT;
	size_t done = 0, hole;
	struct str result;

	while ((hole = str_find(link, "{lang}", done)) < link.n) {
		buf_add_str(&filled, str_part(link, done, hole));
		buf_add_text(&filled, lang_tag(lang));
		done = hole + 6;
	}
	buf_add_str(&filled, str_part(link, done, link.n));
	result = str_copy(run->arena, buf_str(&filled));
	buf_release(&filled);
	return result;
}

/* --- the policy --- */

static void report_findings(const struct notice_run *run)
{
	struct report_options options = { .lang = run->cli->lang };
	struct buf out = BUF_INIT;

	options.color = cli_color(run->cli, STDERR_FILENO);
	report_terminal(&out, &run->compilation->sources, &run->compilation->findings, &options);
	if (out.n)
		fwrite(out.s, 1, out.n, stderr);
	buf_release(&out);
}

/* --- what is written --- */

/* The article or page of one language; its identifiers begin with `name` and, where there
 * are two languages, with the language too. */
static void add_doc(struct notice_run *run, const struct doc *doc, const char *name)
{
	struct render_options options = { .site = &run->site };
	struct str given = run->site.id_prefix;

	doc_check(doc);
	if (run->out.n)
		buf_add_char(&run->out, '\n');
	if (str_is_empty(given))
		run->site.id_prefix = str_of(name);
	if (run->language_count > 1)
		run->site.id_prefix = str_format(run->arena, "%.*s-%s", STR_ARGS(run->site.id_prefix),
						 lang_tag(doc->lang));
	if (strcmp(run->format, "html"))
		render_markdown(&run->out, doc, &options);
	else
		render_html(&run->out, doc, &options);
	run->site.id_prefix = given;
}

static int write_out(const struct notice_run *run)
{
	bool to_file = run->cli->is_set[OPTION_NOTICE_OUTPUT];

	return cli_write(run->cli, to_file ? run->cli->value[OPTION_NOTICE_OUTPUT] : "-", buf_str(&run->out));
}

/* --- polc notice --- */

/* The nearest identifier, or else those that there are. */
static void say_unknown(const struct notice_run *run, const char *word)
{
	struct str target = utf8_fold(run->arena, str_of(word)), best = { "", 0 };
	size_t least = utf8_length(target) / 3 + 1;
	struct buf message = BUF_INIT, all = BUF_INIT;

	for_each_value(v, run->compilation->model->root, ROOT_PURPOSE)
	{
		struct str id = v->as.object->id;
		size_t distance = utf8_distance(target, utf8_fold(run->arena, id), least);

		if (distance < least || (distance == least && !best.n)) {
			least = distance;
			best = id;
		}
		if (all.n < 400)
			buf_add_format(&all, "%s%.*s", all.n ? ", " : "", STR_ARGS(id));
	}
	cli_add_message(&message, MESSAGE_UNKNOWN_PURPOSE, word, run->cli->lang);
	if (best.n)
		cli_add_message(&message, MESSAGE_UNKNOWN_PURPOSE_MEANT, str_copy(run->arena, best).s,
				run->cli->lang);
	else if (all.n)
		cli_add_message(&message, MESSAGE_PURPOSES_ARE, all.s, run->cli->lang);
	fprintf(stderr, "polc: %s\n", message.s);
	buf_release(&message);
	buf_release(&all);
}

/* The purposes by their identifiers, each once. */
static int find_purposes(struct notice_run *run, struct doc_notice *notice)
{
	const struct model *model = run->compilation->model;

	notice->purposes = ARENA_ARRAY(run->arena, const struct object *, PURPOSE_LIMIT);
	for (size_t i = 0; i < run->cli->purpose_count; i++) {
		struct str id = str_of(run->cli->purposes[i]);
		const struct object *purpose = NULL;
		bool is_new = true;

		if (utf8_invalid_at(id) == id.n)
			purpose = map_get(&model->named[BLOCK_PURPOSE], utf8_nfc(run->arena, id));
		if (!purpose) {
			say_unknown(run, run->cli->purposes[i]);
			return STATUS_USAGE;
		}
		for (size_t k = 0; k < notice->n; k++)
			is_new = is_new && notice->purposes[k] != purpose;
		if (is_new)
			notice->purposes[notice->n++] = purpose;
	}
	return STATUS_OK;
}

/* Says so of a purpose that the policy lacks; an error of writing may be what hides it. */
static bool are_unknown(struct notice_run *run)
{
	struct doc_notice notice = { .n = 0 };

	return run->compilation->model && find_purposes(run, &notice) != STATUS_OK;
}

/* Compiles the only file; its findings are said when they stop the notice. */
static int compile(struct notice_run *run, const struct compile_options *options)
{
	const struct cli *cli = run->cli;
	struct compile_paths paths = { 0 };
	int status = cli_paths(cli, run->arena, &paths);

	if (status != STATUS_OK)
		return status;
	if (paths.n != 1) {
		cli_error(cli, MESSAGE_ONE_PATH, "");
		return STATUS_USAGE;
	}
	compilation_run(run->compilation, &paths.v[0], options);
	if (run->compilation->error) {
		cli_system_error(cli, MESSAGE_CANNOT_READ, run->compilation->path.s, run->compilation->error);
		return STATUS_ENVIRONMENT;
	}
	if (compilation_is_blocked(run->compilation)) {
		if (are_unknown(run) && !compilation_language_errors(run->compilation))
			return STATUS_USAGE;
		report_findings(run);
		cli_error(cli, MESSAGE_NOT_BUILT, run->compilation->path.s);
		return STATUS_FINDINGS;
	}
	if (compilation_is_library(run->compilation)) {
		cli_error(cli, MESSAGE_LIBRARY, run->compilation->path.s);
		return STATUS_FINDINGS;
	}
	return read_languages(run);
}

static int add_notices(struct notice_run *run)
{
	const struct compilation *compilation = run->compilation;
	struct doc_options options = compilation_doc_options(compilation);
	struct doc_notice notice = { .n = 0 };
	struct str name;
	int status;

	if (!model_is_controller(compilation->model)) {
		cli_error(run->cli, MESSAGE_PROCESSOR, compilation->path.s);
		return STATUS_USAGE;
	}
	status = find_purposes(run, &notice);
	if (status != STATUS_OK)
		return status;
	name = str_format(run->arena, "notice-%.*s", STR_ARGS(notice.purposes[0]->id));
	for (size_t i = 0; i < run->language_count; i++) {
		options.lang = run->languages[i];
		notice.page = link_in(run, options.lang);
		add_doc(run,
			doc_build_notice(compilation->arena, compilation->model, &compilation->wording,
					 &options, &notice),
			name.s);
	}
	if (!run->cli->is_set[OPTION_LINK] && !object_value(compilation->model->policy, POLICY_SITE))
		cli_error(run->cli, MESSAGE_NO_LINK, "");
	return STATUS_OK;
}

static int check_notice(struct notice_run *run)
{
	static const char *const formats[] = { "html", "md" };
	const struct cli *cli = run->cli;

	if (!cli->purpose_count) {
		cli_error(cli, MESSAGE_NO_PURPOSE, cli->argument_count ? cli->arguments[0] : "");
		return STATUS_USAGE;
	}
	if (cli->is_set[OPTION_LINK] && !is_link(link_in(run, LANG_EN)))
		return cli_refuse(cli, OPTION_LINK);
	return read_format(run, OPTION_NOTICE_FORMAT, formats, 2);
}

/* --- polc trackers --- */

static int add_trackers(struct notice_run *run)
{
	const struct compilation *compilation = run->compilation;
	const struct model *model = compilation->model;
	struct doc_options options = compilation_doc_options(compilation);
	struct trackers_options json = { run->languages, run->language_count, options.gaps != NULL };

	if (!object_object(model->root, ROOT_TRACKERS) || model_has_trackers(model) == TRI_UNKNOWN) {
		cli_error(run->cli, MESSAGE_NO_TRACKERS, compilation->path.s);
		return STATUS_FINDINGS;
	}
	if (!strcmp(run->format, "json")) {
		trackers_json(&run->out, model, &json);
		return STATUS_OK;
	}
	for (size_t i = 0; i < run->language_count; i++) {
		options.lang = run->languages[i];
		add_doc(run,
			doc_build_tracker_notice(compilation->arena, model, &compilation->wording, &options),
			"trackers");
	}
	return STATUS_OK;
}

static int check_trackers(struct notice_run *run)
{
	static const char *const formats[] = { "html", "md", "json" };

	return read_format(run, OPTION_TRACKERS_FORMAT, formats, 3);
}

/* --- both --- */

static int run_notice(const struct cli *cli, int (*check)(struct notice_run *run),
		      int (*add)(struct notice_run *run))
{
	struct compile_options options = { .until = STAGE_RULES };
	struct compilation compilation;
	struct notice_run run = { .cli = cli, .compilation = &compilation, .out = BUF_INIT };
	int status;

	run.arena = arena_new();
	compilation_init(&compilation);
	status = check(&run);
	if (status == STATUS_OK)
		status = cli_site_read_fragment(cli, &run.site);
	if (status == STATUS_OK)
		status = cli_compile_options(cli, &options);
	if (status == STATUS_OK)
		status = compile(&run, &options);
	if (status == STATUS_OK)
		status = add(&run);
	if (status == STATUS_OK)
		status = write_out(&run);
	buf_release(&run.out);
	compilation_release(&compilation);
	arena_free(run.arena);
	return status;
}

int cli_notice(const struct cli *cli)
{
	return run_notice(cli, check_notice, add_notices);
}

int cli_trackers(const struct cli *cli)
{
	return run_notice(cli, check_trackers, add_trackers);
}
