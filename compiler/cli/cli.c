/*
 * The dispatcher, messages and standard output.
 */
#include "cli/tables.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/typography.h"

static const struct words messages[MESSAGE_COUNT] = {
#define MESSAGE(name, fr, en) [MESSAGE_##name] = WORDS(fr, en),
#include "cli/messages.def"
#undef MESSAGE
};

const char *cli_message(enum message message, enum lang lang)
{
	return messages[message].in[lang];
}

void cli_add_message(struct buf *out, enum message message, const char *text, enum lang lang)
{
	struct buf typeset = BUF_INIT;
	struct str format;
	size_t hole;

	typography_add(&typeset, str_of(cli_message(message, lang)), lang);
	format = buf_str(&typeset);
	hole = str_find(format, "%s", 0);
	buf_add_str(out, str_part(format, 0, hole));
	if (hole < format.n) {
		report_add_visible(out, str_of(text));
		buf_add_str(out, str_part(format, hole + 2, format.n));
	}
	buf_release(&typeset);
}

static void print_error(const struct cli *cli, enum message message, const char *text, const char *reason)
{
	static const struct words colon = WORDS("\u00A0: ", ": ");
	struct buf out = BUF_INIT;

	buf_add_text(&out, "polc: ");
	cli_add_message(&out, message, text, cli->lang);
	if (reason)
		buf_add_format(&out, "%s%s", colon.in[cli->lang], reason);
	buf_add_char(&out, '\n');
	fwrite(out.s, 1, out.n, stderr);
	buf_release(&out);
}

void cli_error(const struct cli *cli, enum message message, const char *text)
{
	print_error(cli, message, text, NULL);
}

void cli_unknown_rule(const struct cli *cli, enum message message, const char *text, const char *rule)
{
	struct arena *arena = arena_new();
	const struct rule *nearest = rules_nearest(arena, str_of(rule));
	struct buf out = BUF_INIT;

	buf_add_text(&out, "polc: ");
	cli_add_message(&out, message, text, cli->lang);
	if (nearest)
		cli_add_message(&out, MESSAGE_RULE_MEANT, nearest->code.id, cli->lang);
	buf_add_char(&out, '\n');
	fwrite(out.s, 1, out.n, stderr);
	buf_release(&out);
	arena_free(arena);
}

void cli_system_error(const struct cli *cli, enum message message, const char *text, int error)
{
	const struct words *reason = reason_of(error);

	print_error(cli, message, text, reason ? reason->in[cli->lang] : strerror(error));
}

int cli_refuse(const struct cli *cli, enum option option)
{
	struct buf expected = BUF_INIT;

	buf_add_format(&expected, "--%s %s", option_rows[option].word,
		       option_rows[option].argument.in[cli->lang]);
	print_error(cli, MESSAGE_OPTION_VALUE, cli->value[option], expected.s);
	buf_release(&expected);
	return STATUS_USAGE;
}

int cli_print(const struct cli *cli, struct str bytes)
{
	if (fwrite(bytes.s, 1, bytes.n, stdout) == bytes.n && !fflush(stdout))
		return STATUS_OK;
	cli_system_error(cli, MESSAGE_CANNOT_WRITE, "<stdout>", errno);
	return STATUS_ENVIRONMENT;
}

int cli_write(const struct cli *cli, const char *path, struct str bytes)
{
	int error;

	if (!strcmp(path, "-"))
		return cli_print(cli, bytes);
	error = file_write(path, bytes, NULL);
	if (!error)
		return STATUS_OK;
	cli_system_error(cli, MESSAGE_CANNOT_WRITE, path, error);
	return STATUS_ENVIRONMENT;
}

enum lang cli_system_language(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			return strncmp(value, "fr", 2) ? LANG_EN : LANG_FR;
	}
	return LANG_EN;
}

static int find_command(const char *word)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		if (!strcmp(command_rows[i].word, word))
			return i;
	}
	return -1;
}

/* `polc --help`, `polc --version`, and what is neither. */
static int run_without_command(struct cli *cli, int argc, char **argv)
{
	struct buf out = BUF_INIT;
	int status = cli_parse(cli, argc, argv);

	if (status != STATUS_OK)
		return status;
	if (cli->is_set[OPTION_VERSION]) {
		buf_add_text(&out, "polc " POLC_VERSION "\n");
	} else if (cli->is_set[OPTION_HELP]) {
		cli_help(&out, cli->lang);
	} else {
		cli_error(cli, MESSAGE_NO_COMMAND, "");
		return STATUS_USAGE;
	}
	status = cli_print(cli, buf_str(&out));
	buf_release(&out);
	return status;
}

static int run_command(struct cli *cli, int argc, char **argv)
{
	struct buf out = BUF_INIT;
	int status = cli_parse(cli, argc, argv);

	if (status != STATUS_OK)
		return status;
	if (!cli->is_set[OPTION_HELP])
		return command_rows[cli->command].run(cli);
	cli_command_help(&out, cli->command, cli->lang);
	status = cli_print(cli, buf_str(&out));
	buf_release(&out);
	return status;
}

int cli_main(int argc, char **argv)
{
	struct cli cli = { .lang = cli_system_language(), .command = COMMAND_COUNT };
	int command, status;

	if (argc < 2 || argv[1][0] == '-')
		return run_without_command(&cli, argc, argv);
	command = find_command(argv[1]);
	if (command < 0) {
		cli_error(&cli, MESSAGE_UNKNOWN_COMMAND, argv[1]);
		return STATUS_USAGE;
	}
	cli.command = (enum command_name)command;
	signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is an error like a full disk */
	xmlInitParser();
	status = run_command(&cli, argc - 1, argv + 1);
	xmlCleanupParser();
	return status;
}
