/*
 * The rows of commands.def and options.def.
 */
#include "cli/tables.h"

const struct command_row command_rows[COMMAND_COUNT] = {
#define COMMAND(name, word, arguments_fr, arguments_en, fr, en)                                              \
	[COMMAND_##name] = { #word, cli_##word, WORDS(arguments_fr, arguments_en), WORDS(fr, en) },
#include "cli/commands.def"
#undef COMMAND
};

const struct option_row option_rows[OPTION_COUNT] = {
#define OPTION(name, letter, word, commands, argument_fr, argument_en, fr, en)                               \
	[OPTION_##name] = { letter, word, commands, WORDS(argument_fr, argument_en), WORDS(fr, en) },
#include "cli/options.def"
#undef OPTION
};
