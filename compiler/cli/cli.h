/*
 * The command line: options, commands, and everything that polc prints. The only
 * folder that writes to standard output and error and gives exit statuses.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "driver/driver.h"
#include "report/formats.h"

#define POLC_VERSION "0.1.0"

enum exit_status { STATUS_OK, STATUS_FINDINGS, STATUS_USAGE, STATUS_ENVIRONMENT };

enum message {
#define MESSAGE(name, fr, en) MESSAGE_##name,
#include "cli/messages.def"
#undef MESSAGE
	MESSAGE_COUNT
};

enum option {
#define OPTION(name, letter, word, commands, argument_fr, argument_en, fr, en) OPTION_##name,
#include "cli/options.def"
#undef OPTION
	OPTION_COUNT
};

enum command_name {
#define COMMAND(name, word, arguments_fr, arguments_en, fr, en) COMMAND_##name,
#include "cli/commands.def"
#undef COMMAND
	COMMAND_COUNT
};

enum command_set {
	FOR_NONE = 0,
#define COMMAND(name, word, arguments_fr, arguments_en, fr, en) FOR_##name = 1 << COMMAND_##name,
#include "cli/commands.def"
#undef COMMAND
	FOR_ALL = (1 << COMMAND_COUNT) - 1
};

#define REPORT_LIMIT   8
#define SEVERITY_LIMIT 256
#define PURPOSE_LIMIT  16

/* A command line, read. Strings point into argv. */
struct cli {
	enum lang lang;
	enum command_name command;
	bool is_set[OPTION_COUNT];
	const char *value[OPTION_COUNT]; /* the last one given */
	const char *reports[REPORT_LIMIT];
	size_t report_count;
	const char *severities[SEVERITY_LIMIT];
	size_t severity_count;
	const char *purposes[PURPOSE_LIMIT];
	size_t purpose_count;
	char **arguments; /* what is not an option, in order */
	int argument_count;
};

/* polc itself: reads argv, runs a command, gives the exit status. */
int cli_main(int argc, char **argv);

/* Reads the options behind the command; a message and STATUS_USAGE when it cannot. */
int cli_parse(struct cli *cli, int argc, char **argv);
/* May the option stand behind the command (COMMAND_COUNT: before any)? */
bool cli_option_allowed(enum option option, enum command_name command);
/* The language of LC_ALL, LC_MESSAGES or LANG; English for all but French. */
enum lang cli_system_language(void);

/* "polc: message" on standard error; `text` fills the message's %s. */
void cli_error(const struct cli *cli, enum message message, const char *text);
/* The same about a word that names no rule; adds the rule that it is nearest to. */
void cli_unknown_rule(const struct cli *cli, enum message message, const char *text, const char *rule);
/* The same with the system's reason for the error. */
void cli_system_error(const struct cli *cli, enum message message, const char *text, int error);
/* Appends the message, its %s filled, with control characters as visible signs; typography
 * touches the message alone. */
void cli_add_message(struct buf *out, enum message message, const char *text, enum lang lang);
/* Says that the option's value is not allowed, and which are; gives STATUS_USAGE. */
int cli_refuse(const struct cli *cli, enum option option);
const char *cli_message(enum message message, enum lang lang);
/* Writes the bytes to standard output; STATUS_ENVIRONMENT and a message when it fails. */
int cli_print(const struct cli *cli, struct str bytes);
/* The same to the file, whole or not at all; to standard output for "-". */
int cli_write(const struct cli *cli, const char *path, struct str bytes);
/* The help of polc, or of one command. */
void cli_help(struct buf *out, enum lang lang);
void cli_command_help(struct buf *out, enum command_name command, enum lang lang);
/* The manual page, in mdoc. */
void cli_manual(struct buf *out, enum lang lang);

/* Appends the page that explains the rule, typeset; false when there is none. */
bool cli_add_page(struct buf *out, const char *rule, enum lang lang);

/* Fills options from the command line; STATUS_OK, or STATUS_USAGE after a message. */
int cli_compile_options(const struct cli *cli, struct compile_options *options);
/* The file, and the folder that its includes may not leave: that of --root, else the
 * current folder when the argument is below it, else the argument's own. */
struct compile_path cli_path(const struct cli *cli, struct arena *arena, const char *argument,
			     struct str path);
/* Every .policy file that the arguments name, folders searched; STATUS_OK, or a
 * status after a message. */
int cli_paths(const struct cli *cli, struct arena *arena, struct compile_paths *paths);
/* Compares the compilation with the version that --since names; STATUS_OK, or a status
 * after a message. */
int cli_compare(const struct cli *cli, struct compilation *compilation);
bool cli_color(const struct cli *cli, int descriptor);
/* The number of --jobs, which cli_compile_options() has checked. */
int cli_jobs(const struct cli *cli);

/* One function a command, as commands.def lists them. */
#define COMMAND(name, word, arguments_fr, arguments_en, fr, en) int cli_##word(const struct cli *cli);
#include "cli/commands.def"
#undef COMMAND

#endif
