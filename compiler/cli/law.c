/*
 * polc law: the tables of law by which policies are judged, with their sources and the
 * day they were reviewed, and which rows are in force on the day of --as-of.
 */
#include "cli/cli.h"

#include <string.h>

#include "base/typography.h"
#include "report/law_sheet.h"

static const struct words title =
		WORDS("# Le droit que polc applique au ", "# The law that polc applies on ");
static const struct words introduction = WORDS(
		"\"En vigueur\" s'entend de ce jour : celui de --as-of, à défaut celui de SOURCE_DATE_EPOCH, "
		"à défaut aujourd'hui. "
		"\"À confirmer\" marque une ligne tirée d'une source secondaire : relire le texte avant de "
		"la citer.",
		"\"In force\" is as of this day: that of --as-of, else of SOURCE_DATE_EPOCH, else today. "
		"\"Unconfirmed\" marks a row taken from a secondary source: read the instrument before you "
		"quote it.");

/* True for csv; *status says when the value of --format is neither. */
static bool wants_csv(const struct cli *cli, int *status)
{
	const char *format = cli->is_set[OPTION_LAW_FORMAT] ? cli->value[OPTION_LAW_FORMAT] : "md";

	if (!strcmp(format, "csv"))
		return true;
	if (strcmp(format, "md"))
		*status = cli_refuse(cli, OPTION_LAW_FORMAT);
	return false;
}

/* The day, what the columns mean, and one table, or all for LAW_TABLE_COUNT. */
static void add_page(struct buf *out, enum law_table_name only, struct date day, enum lang lang)
{
	buf_add_text(out, title.in[lang]);
	buf_add_format(out, "%04d-%02d-%02d\n\n", day.year, day.month, day.day);
	typography_add(out, str_of(introduction.in[lang]), lang);
	buf_add_char(out, '\n');
	for (int table = 0; table < LAW_TABLE_COUNT; table++) {
		if (only != LAW_TABLE_COUNT && table != (int)only)
			continue;
		buf_add_char(out, '\n');
		report_law_table(out, (enum law_table_name)table, day, lang);
	}
}

/* The one table that is named, or LAW_TABLE_COUNT for all; a message where that is wrong. */
static int read_table(const struct cli *cli, bool csv, enum law_table_name *table)
{
	*table = LAW_TABLE_COUNT;
	if (cli->argument_count > 1) {
		cli_error(cli, MESSAGE_TOO_MANY, cli->arguments[1]);
		return STATUS_USAGE;
	}
	if (!cli->argument_count) {
		if (csv)
			cli_error(cli, MESSAGE_NO_LAW_TABLE, "");
		return csv ? STATUS_USAGE : STATUS_OK;
	}
	*table = law_table_find(str_of(cli->arguments[0]));
	if (*table != LAW_TABLE_COUNT)
		return STATUS_OK;
	cli_error(cli, MESSAGE_UNKNOWN_LAW_TABLE, cli->arguments[0]);
	return STATUS_USAGE;
}

int cli_law(const struct cli *cli)
{
	struct compile_options options = { .until = STAGE_TOKENS };
	struct buf out = BUF_INIT;
	enum law_table_name table;
	int status = cli_compile_options(cli, &options);
	bool csv = status == STATUS_OK && wants_csv(cli, &status);

	if (status == STATUS_OK)
		status = read_table(cli, csv, &table);
	if (status != STATUS_OK)
		return status;
	if (csv)
		report_law_csv(&out, table, options.as_of, cli->lang);
	else
		add_page(&out, table, options.as_of, cli->lang);
	status = cli_print(cli, buf_str(&out));
	buf_release(&out);
	return status;
}
