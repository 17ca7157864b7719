/*
 * polc reference: the language, from its tables, as a Markdown page in either
 * language; or the schemas of the XML output, from the same tables.
 */
#include "cli/cli.h"

#include <string.h>

#include "base/typography.h"
#include "cli/reference.h"
#include "render/render.h"

/* The words of the reference page itself. */
enum heading {
	PAGE_TITLE,
	FILE_HEAD,
	ANY_BLOCK,
	INTRODUCTION,
	BLOCKS,
	VOCABULARIES,
	FIELDS,
	WORDS_HEAD,
	HEADING_COUNT
};
static const struct words headings[HEADING_COUNT] = {
	[PAGE_TITLE] = WORDS("Référence du langage polc, édition 1",
			     "Reference of the polc language, edition 1"),
	[INTRODUCTION] = WORDS("Chaque bloc, chaque champ et chaque mot du langage, tirés des tables du "
			       "compilateur. "
			       "`*` : le champ peut être répété. `,` : il accepte plusieurs valeurs séparées "
			       "par des virgules.",
			       "Every block, field and word of the language, from the compiler's own tables. "
			       "`*`: the "
			       "field may be given more than once. `,`: it takes several values, separated "
			       "by commas."),
	[FILE_HEAD] = WORDS("fichier", "file"),
	[ANY_BLOCK] = WORDS("tout bloc", "any block"),
	[BLOCKS] = WORDS("Blocs", "Blocks"),
	[VOCABULARIES] = WORDS("Vocabulaires", "Vocabularies"),
	[FIELDS] = WORDS("| champ | en anglais | valeur | sens |", "| field | in French | value | meaning |"),
	[WORDS_HEAD] = WORDS("| mot | en anglais | sens |", "| word | in French | meaning |"),
};

static const struct words type_names[] = {
	[TYPE_TEXT] = WORDS("texte", "text"),
	[TYPE_MARKDOWN] = WORDS("texte Markdown", "Markdown text"),
	[TYPE_NAME] = WORDS("nom", "name"),
	[TYPE_WORDS] = WORDS("mot", "word"),
	[TYPE_LAW] = WORDS("référence légale", "law reference"),
	[TYPE_CHOICE] = WORDS("mot", "word"),
	[TYPE_FLAG] = WORDS("oui ou non", "yes or no"),
	[TYPE_REFERENCE] = WORDS("renvoi à", "reference to"),
	[TYPE_REFERENCE_OR_TEXT] = WORDS("texte, ou renvoi à", "text, or reference to"),
	[TYPE_URL] = WORDS("adresse web", "URL"),
	[TYPE_URL_OR_TEXT] = WORDS("adresse web ou texte", "URL or text"),
	[TYPE_FLAG_OR_URL] = WORDS("oui, non ou adresse web", "yes, no or URL"),
	[TYPE_EMAIL] = WORDS("courriel", "e-mail"),
	[TYPE_PHONE] = WORDS("téléphone", "telephone"),
	[TYPE_DATE] = WORDS("date (`2026-03-01`)", "date (`2026-03-01`)"),
	[TYPE_DURATION] = WORDS("durée (`3 ans`)", "duration (`3 years`)"),
	[TYPE_PERIOD] = WORDS("période (`3 ans après dernier-contact`)",
			      "period (`3 years after last-contact`)"),
	[TYPE_COUNTRY] = WORDS("pays (`FR`)", "country (`FR`)"),
	[TYPE_INTEGER] = WORDS("nombre", "number"),
	[TYPE_LANGUAGE] = WORDS("langue (`fr`, `en`)", "language (`fr`, `en`)"),
	[TYPE_RULE] = WORDS("règle", "rule"),
	[TYPE_SECTION] = WORDS("section", "section"),
	[TYPE_CLAUSE] = WORDS("clause", "clause"),
	[TYPE_BLOCK] = WORDS("bloc", "block"),
};

/* The keyword under which a block stands: that of the first field that takes it. */
static const char *block_keyword(enum block block, enum lang lang)
{
	for (int field = 0; field < FIELD_COUNT; field++) {
		if (schema_fields[field].type == TYPE_BLOCK && schema_fields[field].of == (int)block)
			return schema_fields[field].word[lang];
	}
	return block == BLOCK_ROOT ? headings[FILE_HEAD].in[lang] : headings[ANY_BLOCK].in[lang];
}

static void add_text(struct buf *out, const char *text, enum lang lang)
{
	typography_add(out, str_of(text), lang);
}

static void add_type(struct buf *out, const struct field_row *field, enum lang lang)
{
	const char *target = "";

	add_text(out, type_names[field->type].in[lang], lang);
	if (field->type == TYPE_CHOICE)
		target = schema_vocabulary((enum vocabulary)field->of)->help.in[lang];
	else if (field->of)
		target = block_keyword((enum block)field->of, lang);
	if (*target && field->type == TYPE_CHOICE) {
		add_text(out, lang == LANG_FR ? " : " : ": ", lang);
		add_text(out, target, lang);
	} else if (*target) {
		buf_add_format(out, " `%s`", target);
	}
	if (field->flags & LIST)
		buf_add_text(out, " `,`");
	if (field->flags & MANY)
		buf_add_text(out, " `*`");
}

static void add_block(struct buf *out, enum block which, enum lang lang)
{
	const struct block_row *block = schema_block(which);

	buf_add_format(out, "\n### `%s`\n\n", block_keyword(which, lang));
	add_text(out, block->help.in[lang], lang);
	buf_add_format(out, "\n\n%s\n| --- | --- | --- | --- |\n", headings[FIELDS].in[lang]);
	for (unsigned i = 0; i < block->n; i++) {
		const struct field_row *field = &schema_fields[block->first + i];

		buf_add_format(out, "| `%s` | `%s` | ", field->word[lang], field->word[lang_other(lang)]);
		add_type(out, field, lang);
		buf_add_text(out, " | ");
		add_text(out, field->help.in[lang], lang);
		buf_add_text(out, " |\n");
	}
}

static void add_vocabulary(struct buf *out, const struct vocabulary_row *vocabulary, enum lang lang)
{
	buf_add_text(out, "\n### ");
	add_text(out, vocabulary->help.in[lang], lang);
	buf_add_format(out, "\n\n%s\n| --- | --- | --- |\n", headings[WORDS_HEAD].in[lang]);
	for (unsigned i = 0; i < vocabulary->n; i++) {
		const struct word_row *word = &schema_words[vocabulary->first + i];

		buf_add_format(out, "| `%s` | `%s` | ", word->word[lang], word->word[lang_other(lang)]);
		add_text(out, word->label.in[lang], lang);
		buf_add_text(out, " |\n");
	}
}

static void add_reference(struct buf *out, enum lang lang)
{
	buf_add_text(out, "# ");
	add_text(out, headings[PAGE_TITLE].in[lang], lang);
	buf_add_text(out, "\n\n");
	add_text(out, headings[INTRODUCTION].in[lang], lang);
	buf_add_char(out, '\n');
	reference_add_writing(out, lang);
	buf_add_format(out, "\n## %s\n", headings[BLOCKS].in[lang]);
	for (int block = BLOCK_NONE + 1; block < BLOCK_COUNT; block++)
		add_block(out, (enum block)block, lang);
	buf_add_format(out, "\n## %s\n", headings[VOCABULARIES].in[lang]);
	for (int vocabulary = VOCABULARY_NONE + 1; vocabulary < VOCABULARY_COUNT; vocabulary++)
		add_vocabulary(out, schema_vocabulary((enum vocabulary)vocabulary), lang);
	reference_add_built_in(out, lang);
}

int cli_reference(const struct cli *cli)
{
	const char *format = cli->is_set[OPTION_FORMAT] ? cli->value[OPTION_FORMAT] : "md";
	struct buf out = BUF_INIT;
	int status;

	if (!strcmp(format, "md")) {
		add_reference(&out, cli->lang);
	} else if (!strcmp(format, "man")) {
		cli_manual(&out, cli->lang);
	} else if (!strcmp(format, "xsd")) {
		render_schema_xsd(&out);
	} else if (!strcmp(format, "rng")) {
		render_schema_rng(&out);
	} else if (!strcmp(format, "theme")) {
		reference_add_theme(&out, cli->lang);
	} else if (!strcmp(format, "dpv")) {
		render_dpv(&out);
	} else {
		return cli_refuse(cli, OPTION_FORMAT);
	}
	status = cli_print(cli, buf_str(&out));
	buf_release(&out);
	return status;
}
