/*
 * The manual page in mdoc, from the tables of commands and options and the prose of
 * manual.def. Its date is the edition's, not the day's: same input, same bytes.
 */
#include "cli/tables.h"

#include "base/typography.h"

enum part_kind {
	PART_SECTION,
	PART_NAME,
	PART_SYNOPSIS,
	PART_TEXT,
	PART_ITEM,
	PART_EXAMPLE,
	PART_COMMANDS,
	PART_OPTIONS
};

static const struct part {
	enum part_kind kind;
	struct words text;
} parts[] = {
#define PART(kind, fr, en) { PART_##kind, WORDS(fr, en) },
#include "cli/manual.def"
#undef PART
};

/* Text of a page: typeset, backslashes doubled, no line that begins like a request. */
static void add_text(struct buf *out, struct str text, enum lang lang)
{
	struct buf typeset = BUF_INIT;

	typography_add(&typeset, text, lang);
	if (typeset.n && (typeset.s[0] == '.' || typeset.s[0] == '\''))
		buf_add_text(out, "\\&");
	for (size_t i = 0; i < typeset.n; i++) {
		if (typeset.s[i] == '\\')
			buf_add_char(out, '\\');
		buf_add_char(out, typeset.s[i]);
	}
	buf_add_char(out, '\n');
	buf_release(&typeset);
}

static void add_section(struct buf *out, struct str text, enum lang lang)
{
	buf_add_text(out, ".Sh ");
	add_text(out, text, lang);
}

static void add_name(struct buf *out, struct str text, enum lang lang)
{
	buf_add_text(out, ".Nm polc\n.Nd ");
	add_text(out, text, lang);
}

static void add_synopsis(struct buf *out, struct str text, enum lang lang)
{
	(void)text;
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_add_format(out, ".Nm polc %s\n.Op OPTION ...\n", command_rows[i].word);
		if (*command_rows[i].arguments.in[lang])
			buf_add_format(out, "%s\n", command_rows[i].arguments.in[lang]);
	}
}

static void add_paragraph(struct buf *out, struct str text, enum lang lang)
{
	buf_add_text(out, ".Pp\n");
	add_text(out, text, lang);
}

static void add_entry(struct buf *out, struct str term, struct str text, enum lang lang)
{
	buf_add_text(out, ".Pp\n.Sy \"");
	for (size_t i = 0; i < term.n; i++) {
		if (term.s[i] == '"') /* within a quoted argument */
			buf_add_text(out, "\\(dq");
		else
			buf_add_char(out, term.s[i]);
	}
	buf_add_text(out, "\"\n.br\n");
	add_text(out, text, lang);
}

static void add_item(struct buf *out, struct str text, enum lang lang)
{
	size_t bar = str_find(text, "|", 0);

	add_entry(out, str_part(text, 0, bar), str_part(text, bar + 1, text.n), lang);
}

static void add_example(struct buf *out, struct str text, enum lang lang)
{
	(void)lang;
	buf_add_text(out, ".Dl ");
	buf_add_str(out, text);
	buf_add_char(out, '\n');
}

static void add_commands(struct buf *out, struct str text, enum lang lang)
{
	(void)text;
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		struct buf term = BUF_INIT;

		buf_add_format(&term, "%s %s", command_rows[i].word, command_rows[i].arguments.in[lang]);
		add_entry(out, buf_str(&term), str_of(command_rows[i].summary.in[lang]), lang);
		buf_release(&term);
	}
}

/* "build, check: the help": which commands take the option, then what it does. */
static void add_options(struct buf *out, struct str text, enum lang lang)
{
	(void)text;
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];
		struct buf term = BUF_INIT, help = BUF_INIT;

		if (row->letter)
			buf_add_format(&term, "-%c, ", row->letter);
		buf_add_format(&term, "--%s", row->word);
		if (row->argument.in[lang])
			buf_add_format(&term, " %s", row->argument.in[lang]);
		for (size_t j = 0; j < COMMAND_COUNT && row->commands != FOR_ALL; j++) {
			if (row->commands & 1u << j)
				buf_add_format(&help, "%s%s", help.n ? ", " : "(", command_rows[j].word);
		}
		buf_add_format(&help, "%s%s", help.n ? ") " : "", row->help.in[lang]);
		add_entry(out, buf_str(&term), buf_str(&help), lang);
		buf_release(&term);
		buf_release(&help);
	}
}

static void (*const writers[])(struct buf *out, struct str text, enum lang lang) = {
	[PART_SECTION] = add_section,	[PART_NAME] = add_name,	      [PART_SYNOPSIS] = add_synopsis,
	[PART_TEXT] = add_paragraph,	[PART_ITEM] = add_item,	      [PART_EXAMPLE] = add_example,
	[PART_COMMANDS] = add_commands, [PART_OPTIONS] = add_options,
};

void cli_manual(struct buf *out, enum lang lang)
{
	buf_add_text(out, ".Dd November 22, 2026\n.Dt POLC 1\n.Os polc " POLC_VERSION "\n");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		writers[parts[i].kind](out, str_of(parts[i].text.in[lang]), lang);
}
