/*
 * The help text, from the tables of commands and options.
 */
#include "cli/tables.h"

#include "base/typography.h"
#include "base/utf8.h"

#define HELP_WIDTH 88

/* Adds the text, broken at spaces so that no line passes HELP_WIDTH; lines after
 * the first begin at `margin`, and the first is at `column` already. */
static void add_wrapped(struct buf *out, struct str text, size_t margin, size_t column)
{
	size_t start = 0;

	while (start < text.n) {
		size_t end = str_find(text, " ", start);
		struct str word = str_part(text, start, end);
		size_t width = utf8_width(word);

		if (column > margin && column + 1 + width > HELP_WIDTH) {
			buf_add_char(out, '\n');
			buf_add_repeat(out, ' ', margin);
			column = margin;
		} else if (start) {
			buf_add_char(out, ' ');
			column++;
		}
		buf_add_str(out, word);
		column += width;
		start = end + 1;
	}
	buf_add_char(out, '\n');
}

static void add_paragraph(struct buf *out, const char *text, enum lang lang, size_t margin, size_t column)
{
	struct buf typeset = BUF_INIT;

	typography_add(&typeset, str_of(text), lang);
	add_wrapped(out, buf_str(&typeset), margin, column);
	buf_release(&typeset);
}

/* "  name       text", the text in a column of its own. */
static void add_entry(struct buf *out, struct str name, const char *text, enum lang lang)
{
	enum { TEXT_COLUMN = 30 };
	size_t width = 2 + utf8_width(name);

	buf_add_text(out, "  ");
	buf_add_str(out, name);
	if (width + 1 > TEXT_COLUMN) {
		buf_add_char(out, '\n');
		width = 0;
	}
	buf_add_repeat(out, ' ', TEXT_COLUMN - width);
	add_paragraph(out, text, lang, TEXT_COLUMN, TEXT_COLUMN);
}

static void add_options(struct buf *out, enum command_name command, enum lang lang)
{
	struct buf name = BUF_INIT;

	add_paragraph(out, cli_message(MESSAGE_OPTIONS, lang), lang, 0, 0);
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];

		if (!cli_option_allowed((enum option)i, command))
			continue;
		buf_reset(&name);
		if (row->letter)
			buf_add_format(&name, "-%c, ", row->letter);
		buf_add_format(&name, "--%s", row->word);
		if (row->argument.in[lang])
			buf_add_format(&name, " %s", row->argument.in[lang]);
		add_entry(out, buf_str(&name), row->help.in[lang], lang);
	}
	buf_release(&name);
}

static void add_usage(struct buf *out, const struct command_row *row, enum lang lang)
{
	add_paragraph(out, cli_message(MESSAGE_USAGE, lang), lang, 0, 0);
	buf_add_format(out, "  polc %s [OPTION]... %s\n\n", row->word, row->arguments.in[lang]);
}

void cli_command_help(struct buf *out, enum command_name command, enum lang lang)
{
	const struct command_row *row = &command_rows[command];

	add_usage(out, row, lang);
	add_paragraph(out, row->summary.in[lang], lang, 0, 0);
	buf_add_char(out, '\n');
	add_options(out, command, lang);
	buf_add_char(out, '\n');
	add_paragraph(out, cli_message(MESSAGE_STATUS, lang), lang, 0, 0);
}

void cli_help(struct buf *out, enum lang lang)
{
	add_paragraph(out, cli_message(MESSAGE_TAGLINE, lang), lang, 0, 0);
	buf_add_char(out, '\n');
	add_paragraph(out, cli_message(MESSAGE_COMMANDS, lang), lang, 0, 0);
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		struct buf name = BUF_INIT;

		buf_add_format(&name, "%s %s", command_rows[i].word, command_rows[i].arguments.in[lang]);
		add_entry(out, buf_str(&name), command_rows[i].summary.in[lang], lang);
		buf_release(&name);
	}
	buf_add_char(out, '\n');
	add_options(out, COMMAND_COUNT, lang);
	buf_add_char(out, '\n');
	add_paragraph(out, cli_message(MESSAGE_STATUS, lang), lang, 0, 0);
	add_paragraph(out, cli_message(MESSAGE_MORE, lang), lang, 0, 0);
}
