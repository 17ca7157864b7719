/*
 * The command line's own tables, one row each of commands.def and options.def: what
 * the parser, the help text and the manual page read.
 */
#ifndef CLI_TABLES_H
#define CLI_TABLES_H

#include "cli/cli.h"

struct command_row {
	const char *word;
	int (*run)(const struct cli *cli);
	struct words arguments;
	struct words summary;
};

struct option_row {
	char letter; /* 0: none */
	const char *word;
	unsigned commands;     /* enum command_set */
	struct words argument; /* NULL: it takes no value */
	struct words help;
};

extern const struct command_row command_rows[COMMAND_COUNT];
extern const struct option_row option_rows[OPTION_COUNT];

#endif
