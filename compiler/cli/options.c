/*
 * Reading the command line by the table of options.def: GNU style, long options
 * with "=" or the next word, letters with the value attached or next, "--" ends
 * them, options and arguments in any order.
 */
#include "cli/tables.h"

#include <string.h>

/* What is left of argv: the words, and where the next value is taken from. */
struct words_left {
	int argc;
	char **argv;
	int i;
};

bool cli_option_allowed(enum option option, enum command_name command)
{
	if (command == COMMAND_COUNT)
		return option_rows[option].commands == FOR_NONE || option_rows[option].commands == FOR_ALL;
	return option_rows[option].commands & 1u << command;
}

/* Of two options of one name, each for commands of its own, the one that is allowed. */
static int option_of_word(const struct cli *cli, const char *word, size_t n)
{
	int found = -1;

	for (int i = 0; i < OPTION_COUNT; i++) {
		if (strlen(option_rows[i].word) != n || memcmp(option_rows[i].word, word, n))
			continue;
		found = i;
		if (cli_option_allowed((enum option)i, cli->command))
			break;
	}
	return found;
}

static int option_of_letter(const struct cli *cli, char letter)
{
	int found = -1;

	for (int i = 0; i < OPTION_COUNT; i++) {
		if (option_rows[i].letter != letter)
			continue;
		found = i;
		if (cli_option_allowed((enum option)i, cli->command))
			break;
	}
	return found;
}

/* One more value of an option that may stand several times. */
static int add_value(const struct cli *cli, const char *value, const char **values, size_t *n, size_t limit)
{
	if (*n == limit) {
		cli_error(cli, MESSAGE_TOO_MANY, value);
		return STATUS_USAGE;
	}
	values[(*n)++] = value;
	return STATUS_OK;
}

static int set_option(struct cli *cli, int option, const char *value)
{
	cli->is_set[option] = true;
	cli->value[option] = value;
	if (option == OPTION_LANG && lang_of_tag(value, strlen(value), &cli->lang)) {
		return cli_refuse(cli, OPTION_LANG);
	}
	if (option == OPTION_REPORT)
		return add_value(cli, value, cli->reports, &cli->report_count, REPORT_LIMIT);
	if (option == OPTION_SEVERITY)
		return add_value(cli, value, cli->severities, &cli->severity_count, SEVERITY_LIMIT);
	if (option == OPTION_PURPOSE)
		return add_value(cli, value, cli->purposes, &cli->purpose_count, PURPOSE_LIMIT);
	return STATUS_OK;
}

/* option = "--" word [ "=" value ] | "-" letter [ value ] ; */
static int parse_option(struct cli *cli, struct words_left *left)
{
	const char *word = left->argv[left->i];
	bool is_long = word[1] == '-';
	const char *value = NULL;
	int option;

	if (is_long) {
		const char *equals = strchr(word, '=');

		option = option_of_word(cli, word + 2,
					equals ? (size_t)(equals - word - 2) : strlen(word + 2));
		value = equals ? equals + 1 : NULL;
	} else {
		option = option_of_letter(cli, word[1]);
		value = word[2] ? word + 2 : NULL;
	}
	if (option < 0 || !cli_option_allowed((enum option)option, cli->command)) {
		cli_error(cli, MESSAGE_UNKNOWN_OPTION, word);
		return STATUS_USAGE;
	}
	if (value && !option_rows[option].argument.in[LANG_EN]) {
		cli_error(cli, MESSAGE_OPTION_TAKES_NONE, word);
		return STATUS_USAGE;
	}
	if (!value && option_rows[option].argument.in[LANG_EN] && left->i + 1 < left->argc)
		value = left->argv[++left->i];
	if (!value && option_rows[option].argument.in[LANG_EN]) {
		cli_error(cli, MESSAGE_OPTION_NEEDS, word);
		return STATUS_USAGE;
	}
	return set_option(cli, option, value);
}

int cli_parse(struct cli *cli, int argc, char **argv)
{
	struct words_left left = { argc, argv, 1 };
	bool options_ended = false;

	cli->arguments = argv + 1;
	for (; left.i < argc; left.i++) {
		char *word = argv[left.i];
		int status;

		if (!options_ended && !strcmp(word, "--")) {
			options_ended = true;
		} else if (!options_ended && word[0] == '-' && word[1]) {
			status = parse_option(cli, &left);
			if (status != STATUS_OK)
				return status;
		} else {
			cli->arguments[cli->argument_count++] = word;
		}
	}
	return STATUS_OK;
}
