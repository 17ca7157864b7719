/*
 * From words of the command line to what the driver needs: the day, the formats,
 * the paths. Refuses what is not allowed with a message that names it.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "driver/configuration.h"

#define PATH_LIMIT 4096

/* "2026-03-01" into *date; -1 when it is not a day of the calendar. */
static int read_day(const char *text, struct date *date)
{
	static const char form[] = "0000-00-00";

	for (size_t i = 0; i < sizeof(form); i++) {
		if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
			return -1;
	}
	sscanf(text, "%4d-%2d-%2d", &date->year, &date->month, &date->day);
	return date_is_real(*date) ? 0 : -1;
}

/* The last second of the year 9999: days after it have no form. */
#define LAST_SECOND INT64_C(253402300799)

/* The day of --as-of, else of SOURCE_DATE_EPOCH, else today (UTC). */
static int read_as_of(const struct cli *cli, struct date *date)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = time(NULL);
	struct tm day;
	char *end;

	if (cli->is_set[OPTION_AS_OF])
		return read_day(cli->value[OPTION_AS_OF], date) ? cli_refuse(cli, OPTION_AS_OF) : STATUS_OK;
	if (epoch && *epoch) {
		errno = 0;
		now = (time_t)strtoll(epoch, &end, 10);
		if (errno || *end || *epoch < '0' || *epoch > '9' || now > LAST_SECOND) {
			cli_error(cli, MESSAGE_EPOCH, epoch);
			return STATUS_USAGE;
		}
	}
	if (!gmtime_r(&now, &day)) {
		cli_error(cli, MESSAGE_EPOCH, epoch ? epoch : "");
		return STATUS_USAGE;
	}
	*date = (struct date) { day.tm_year + 1900, day.tm_mon + 1, day.tm_mday };
	return STATUS_OK;
}

static const struct {
	const char *word;
	enum format format;
} formats[] = {
	{ "html", FORMAT_HTML },
	{ "md", FORMAT_MARKDOWN },
	{ "xml", FORMAT_XML },
};

static unsigned format_of(struct str word)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (str_is(word, formats[i].word))
			return formats[i].format;
	}
	return 0;
}

static int read_formats(const struct cli *cli, unsigned *out)
{
	struct str list = str_of(cli->is_set[OPTION_FORMATS] ? cli->value[OPTION_FORMATS] : "html,md,xml");
	size_t start = 0;

	*out = 0;
	while (start <= list.n) {
		size_t end = str_find(list, ",", start);
		unsigned format = format_of(str_part(list, start, end));

		if (!format)
			return cli_refuse(cli, OPTION_FORMATS);
		*out |= format;
		start = end + 1;
	}
	return STATUS_OK;
}

/* The current folder as an absolute path; empty when it is not known, or is that of all. */
static struct str current_folder(struct arena *arena)
{
	char folder[PATH_LIMIT];

	return getcwd(folder, sizeof(folder)) && folder[1] ? str_copy(arena, str_of(folder)) : STR("");
}

struct compile_path cli_path(const struct cli *cli, struct arena *arena, const char *argument,
			     struct str path)
{
	struct str place = path_join(arena, STR("."), str_of(argument));
	struct str root = place, current = *argument == '/' ? current_folder(arena) : STR("");

	if (cli->is_set[OPTION_ROOT])
		root = str_of(cli->value[OPTION_ROOT]);
	else if (path_is_inside(place, STR(".")))
		root = STR(".");
	else if (!str_is_empty(current) && path_is_inside(place, current))
		root = current;
	else if (file_kind(argument) != FILE_FOLDER)
		root = path_folder(arena, place);
	return (struct compile_path) { .path = path, .root = root };
}

static int add_folder(const struct cli *cli, struct arena *arena, const char *folder,
		      struct compile_paths *paths)
{
	struct file_list found = { 0 };
	int error = file_list(arena, folder, ".policy", &found);

	if (error) {
		cli_system_error(cli, MESSAGE_CANNOT_READ, folder, error);
		return STATUS_ENVIRONMENT;
	}
	if (!found.n) {
		cli_error(cli, MESSAGE_NO_POLICY, folder);
		return STATUS_USAGE;
	}
	for (size_t i = 0; i < found.n; i++)
		vec_add(arena, paths, cli_path(cli, arena, folder, found.v[i]));
	return STATUS_OK;
}

static int add_path(const struct cli *cli, struct arena *arena, const char *path, struct compile_paths *paths)
{
	if (strcmp(path, "-") && file_kind(path) == FILE_FOLDER)
		return add_folder(cli, arena, path, paths);
	vec_add(arena, paths, cli_path(cli, arena, path, str_of(path)));
	return STATUS_OK;
}

static void add_xml(const struct cli *cli, struct arena *arena, struct compile_paths *paths)
{
	const char *file = cli->value[OPTION_FROM_XML];
	struct compile_path path = cli_path(cli, arena, file, str_of(file));

	path.is_xml = true;
	vec_add(arena, paths, path);
}

/* Says why the severities of the command line or of a polc.conf cannot be followed. */
static int refuse_configuration(const struct cli *cli, struct arena *arena,
				const struct configuration_problem *problem)
{
	static const enum message messages[] = {
		[SEVERITY_UNKNOWN_RULE] = MESSAGE_SEVERITY_RULE,
		[SEVERITY_UNKNOWN_LEVEL] = MESSAGE_SEVERITY_LEVEL,
		[SEVERITY_REQUIRED] = MESSAGE_SEVERITY_REQUIRED,
	};
	struct str where = STR("");

	if (problem->error) {
		cli_system_error(cli, MESSAGE_CANNOT_READ, problem->path.s, problem->error);
		return STATUS_ENVIRONMENT;
	}
	if (!str_is_empty(problem->path))
		where = str_format(arena, " (%s:%zu)", problem->path.s, problem->line);
	where = str_join(arena, problem->word, where);
	if (problem->is_unknown)
		cli_error(cli, MESSAGE_CONFIGURATION, where.s);
	else if (problem->result == SEVERITY_UNKNOWN_RULE)
		cli_unknown_rule(cli, messages[problem->result], where.s, problem->word.s);
	else
		cli_error(cli, messages[problem->result], where.s);
	return STATUS_USAGE;
}

static bool is_read(struct arena *arena, const struct compile_paths *paths, const char *file)
{
	if (!file || file_kind(file) != FILE_REGULAR)
		return false;
	for (size_t i = 0; i < paths->n; i++) {
		if (file_same(arena, file, paths->v[i].path.s))
			return true;
	}
	return false;
}

/* What the command writes may not take the place of what it reads. */
static int refuse_replacing(const struct cli *cli, struct arena *arena, const struct compile_paths *paths)
{
	static const enum option outputs[] = { OPTION_COVERAGE_OUTPUT, OPTION_NOTICE_OUTPUT,
					       OPTION_WRITE_BASELINE };
	const char *replaced = NULL;

	for (size_t i = 0; i < sizeof(outputs) / sizeof(outputs[0]) && !replaced; i++)
		replaced = is_read(arena, paths, cli->value[outputs[i]]) ? cli->value[outputs[i]] : NULL;
	for (size_t i = 0; i < cli->report_count && !replaced; i++) {
		const char *equals = strchr(cli->reports[i], '=');

		replaced = equals && is_read(arena, paths, equals + 1) ? equals + 1 : NULL;
	}
	if (!replaced)
		return STATUS_OK;
	cli_error(cli, MESSAGE_REPLACES, replaced);
	return STATUS_USAGE;
}

int cli_paths(const struct cli *cli, struct arena *arena, struct compile_paths *paths)
{
	struct configuration_problem problem = { .line = 0 };
	int status = STATUS_OK;

	if (cli->is_set[OPTION_FROM_XML])
		add_xml(cli, arena, paths);
	else if (!cli->argument_count) {
		cli_error(cli, MESSAGE_NO_PATH, "");
		return STATUS_USAGE;
	}
	for (int i = 0; i < cli->argument_count && status == STATUS_OK; i++)
		status = add_path(cli, arena, cli->arguments[i], paths);
	if (status == STATUS_OK)
		status = refuse_replacing(cli, arena, paths);
	if (status == STATUS_OK &&
	    !configuration_apply(arena, paths, cli->severities, cli->severity_count, &problem))
		status = refuse_configuration(cli, arena, &problem);
	return status;
}

static const char *color_word(const struct cli *cli)
{
	return cli->is_set[OPTION_COLOR] ? cli->value[OPTION_COLOR] : "auto";
}

bool cli_color(const struct cli *cli, int descriptor)
{
	const char *forbidden = getenv("NO_COLOR"), *terminal = getenv("TERM");

	if (forbidden && *forbidden)
		return false;
	if (!strcmp(color_word(cli), "always"))
		return true;
	return strcmp(color_word(cli), "never") && isatty(descriptor) &&
	       !(terminal && !strcmp(terminal, "dumb"));
}

static int check_color(const struct cli *cli)
{
	static const char *const allowed[] = { "auto", "always", "never" };

	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++) {
		if (!strcmp(color_word(cli), allowed[i]))
			return STATUS_OK;
	}
	return cli_refuse(cli, OPTION_COLOR);
}

#define JOBS_ALLOWED 1024

/* The number of --jobs, or 0 when it is none. */
static long read_jobs(const struct cli *cli)
{
	const char *word = cli->is_set[OPTION_JOBS] ? cli->value[OPTION_JOBS] : "1";
	char *end;
	long jobs = strtol(word, &end, 10);

	return *end || end == word || jobs < 1 || jobs > JOBS_ALLOWED ? 0 : jobs;
}

int cli_jobs(const struct cli *cli)
{
	return (int)read_jobs(cli);
}

int cli_compile_options(const struct cli *cli, struct compile_options *options)
{
	int status = read_as_of(cli, &options->as_of);

	options->draft = cli->is_set[OPTION_DRAFT];
	if (status == STATUS_OK)
		status = read_formats(cli, &options->formats);
	if (status == STATUS_OK)
		status = check_color(cli);
	if (status == STATUS_OK && !read_jobs(cli))
		status = cli_refuse(cli, OPTION_JOBS);
	return status;
}
