/*
 * What each table of law/ shows, column by column. Takes rows as law/ gives them; gives
 * cells in a language, set for it; changes and judges nothing.
 */
#include "report/law_sheet.h"

#include "base/typography.h"
#include "law/consent_ages.h"
#include "law/law.h"
#include "law/retention.h"
#include "law/transfers.h"
#include "model/schema.h"

static const struct words yes = WORDS("oui", "yes");
static const struct words no = WORDS("non", "no");

/* A cell that stays as it is: an identifier, an address, a name. */
static void add(struct sheet_row *row, const char *text)
{
	buf_add_text(&row->cells[row->n++], text);
}

static void add_words(struct sheet_row *row, struct words words)
{
	typography_add(&row->cells[row->n++], str_of(words.in[row->lang]), row->lang);
}

/* A list or lines, its separator as a comma. */
static void add_list(struct sheet_row *row, const char *text, char separator)
{
	struct buf *cell = &row->cells[row->n++];

	for (; *text; text++) {
		if (*text == separator)
			buf_add_text(cell, ", ");
		else
			buf_add_char(cell, *text);
	}
}

static void add_flag(struct sheet_row *row, bool flag)
{
	add(row, (flag ? yes : no).in[row->lang]);
}

/* "yes" where a row was not read in its source, and nothing where it was. */
static void add_unconfirmed(struct sheet_row *row, bool confirmed)
{
	add(row, confirmed ? "" : yes.in[row->lang]);
}

static void add_date(struct sheet_row *row, struct date date)
{
	struct buf *cell = &row->cells[row->n++];

	if (date.year)
		buf_add_format(cell, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void add_number(struct sheet_row *row, int number)
{
	struct buf *cell = &row->cells[row->n++];

	if (number)
		buf_add_format(cell, "%d", number);
}

static void add_country(struct sheet_row *row, const char *code)
{
	static const struct words patents =
			WORDS("Organisation européenne des brevets", "European Patent Organisation");
	const struct country *country = law_country(str_of(code));

	add(row, code);
	add_words(row, country ? country->name : patents);
}

/* The word of a vocabulary, by its English form, as sources write it in the language. */
static void add_word(struct sheet_row *row, enum vocabulary vocabulary, const char *english)
{
	int word = 0;

	while (word < WORD_COUNT && (schema_words[word].vocabulary != vocabulary ||
				     strcmp(schema_words[word].word[LANG_EN], english)))
		word++;
	add(row, word < WORD_COUNT ? schema_words[word].word[row->lang] : english);
}

/* The headings that several sheets have. */
#define CODE_COLUMN	   WORDS("code", "code")
#define COUNTRY_COLUMN	   WORDS("pays", "country")
#define FROM_COLUMN	   WORDS("depuis le", "since")
#define UNTIL_COLUMN	   WORDS("jusqu'au", "until")
#define FORCE_COLUMN	   WORDS("en vigueur", "in force")
#define UNCONFIRMED_COLUMN WORDS("à confirmer", "unconfirmed")

static bool fill_adequacy(struct sheet_row *row, unsigned i)
{
	const struct adequacy *adequacy = law_adequacy_at(i);

	if (!adequacy)
		return false;
	add_country(row, adequacy->country);
	add_words(row, adequacy->decision);
	add(row, adequacy->identifier);
	add_words(row, adequacy->scope);
	add_date(row, adequacy->from);
	add_date(row, adequacy->until);
	add_flag(row, law_adequacy(str_of(adequacy->country), row->day) == adequacy);
	add_words(row, adequacy->fragile);
	add_unconfirmed(row, adequacy->confirmed);
	return true;
}

static bool fill_mechanism(struct sheet_row *row, unsigned i)
{
	const struct mechanism *mechanism = law_mechanism_at(i);

	if (!mechanism)
		return false;
	add_word(row, VOCABULARY_SAFEGUARD, mechanism->word);
	add_words(row, mechanism->instrument);
	add_date(row, mechanism->from);
	add_date(row, mechanism->until);
	add_flag(row, law_mechanism_is_valid(str_of(mechanism->word), row->day));
	add_words(row, mechanism->end);
	add_unconfirmed(row, mechanism->confirmed);
	return true;
}

static bool fill_provider(struct sheet_row *row, unsigned i)
{
	const struct provider *provider = law_provider_at(i);

	if (!provider)
		return false;
	add(row, provider->name);
	add_country(row, provider->country);
	add_flag(row, provider->exempt_allowed);
	add_list(row, provider->names, '|');
	return true;
}

static bool fill_authority(struct sheet_row *row, unsigned i)
{
	const struct authority *authority = law_authority_at(i);

	if (!authority)
		return false;
	add(row, authority->id);
	add_country(row, authority->country);
	add_words(row, authority->name);
	add_flag(row, authority->competent);
	add_list(row, authority->address, '\n');
	add(row, authority->phone);
	add(row, authority->email);
	add(row, authority->site);
	add(row, authority->form);
	return true;
}

static bool fill_country(struct sheet_row *row, unsigned i)
{
	const struct country *country = law_country_at(i);

	if (!country)
		return false;
	add_country(row, country->code);
	add_flag(row, country->eu);
	add_flag(row, law_is_within_eea(str_of(country->code), row->day));
	return true;
}

static bool fill_consent_age(struct sheet_row *row, unsigned i)
{
	const struct consent_age *age = law_consent_age_at(i);

	if (!age)
		return false;
	add_country(row, age->country);
	add_number(row, age->age);
	add_words(row, age->statute);
	add_date(row, age->from);
	add_flag(row, law_consent_age(law_country(str_of(age->country)), row->day) == age);
	add_unconfirmed(row, age->confirmed);
	return true;
}

static bool fill_retention(struct sheet_row *row, unsigned i)
{
	const struct retention_reference *reference = law_retention_at(i);

	if (!reference)
		return false;
	add_word(row, VOCABULARY_RETENTION_KIND, reference->kind);
	add_number(row, reference->max_months);
	add_number(row, reference->min_months);
	add_words(row, reference->start);
	add_words(row, reference->source);
	add_date(row, reference->from);
	add_flag(row, law_retention_on(str_of(reference->kind), row->day) == reference);
	add_unconfirmed(row, reference->confirmed);
	return true;
}

static bool fill_instrument(struct sheet_row *row, unsigned i)
{
	enum instrument instrument = (enum instrument)(i + 1);

	if (instrument >= INSTRUMENT_COUNT)
		return false;
	add_words(row, law_instrument_name(instrument));
	add(row, law_identifier(instrument));
	law_add_instrument_url(&row->cells[row->n++], instrument, row->lang);
	return true;
}

/* The phrases that a rule of rules/language/ looks for; their patterns are not for people. */
static const struct {
	const char *name;
	struct date since;
	struct words instead;
} stale[] = {
#define DAY(year, month, day)                                                                                \
	{                                                                                                    \
		(year), (month), (day)                                                                       \
	}
#define PHRASE(name, since, fr, en, instead_fr, instead_en, ...)                                             \
	{ #name, since, WORDS(instead_fr, instead_en) },
#include "rules/language/stale.def"
#undef PHRASE
#undef DAY
};

static bool fill_stale(struct sheet_row *row, unsigned i)
{
	if (i >= sizeof(stale) / sizeof(*stale))
		return false;
	add(row, stale[i].name);
	add_date(row, stale[i].since);
	add_flag(row, date_cmp(stale[i].since, row->day) <= 0);
	add_words(row, stale[i].instead);
	return true;
}

static const struct sheet sheets[LAW_TABLE_COUNT] = {
	[LAW_TABLE_ADEQUACY] = { { CODE_COLUMN, COUNTRY_COLUMN, WORDS("décision", "decision"),
				   WORDS("identifiant", "identifier"), WORDS("champ", "scope"), FROM_COLUMN,
				   UNTIL_COLUMN, FORCE_COLUMN, WORDS("fragilité", "threatened by"),
				   UNCONFIRMED_COLUMN },
				 fill_adequacy },
	[LAW_TABLE_MECHANISMS] = { { WORDS("mot", "word"), WORDS("texte", "instrument"), FROM_COLUMN,
				     UNTIL_COLUMN, FORCE_COLUMN, WORDS("fin", "ended by"),
				     UNCONFIRMED_COLUMN },
				   fill_mechanism },
	[LAW_TABLE_PROVIDERS] = { { WORDS("prestataire", "provider"), CODE_COLUMN, COUNTRY_COLUMN,
				    WORDS("exemption possible", "may be exempt"),
				    WORDS("noms reconnus", "names matched") },
				  fill_provider },
	[LAW_TABLE_AUTHORITIES] = { { WORDS("identifiant", "identifier"), CODE_COLUMN, COUNTRY_COLUMN,
				      WORDS("nom", "name"), WORDS("générale", "general"),
				      WORDS("adresse", "address"), WORDS("téléphone", "telephone"),
				      WORDS("courriel", "e-mail"), WORDS("site", "site"),
				      WORDS("réclamations", "complaints") },
				    fill_authority },
	[LAW_TABLE_COUNTRIES] = { { CODE_COLUMN, COUNTRY_COLUMN, WORDS("Union", "Union"),
				    WORDS("EEE", "EEA") },
				  fill_country },
	[LAW_TABLE_CONSENT_AGES] = { { CODE_COLUMN, COUNTRY_COLUMN, WORDS("âge", "age"),
				       WORDS("loi", "statute"), FROM_COLUMN, FORCE_COLUMN,
				       UNCONFIRMED_COLUMN },
				     fill_consent_age },
	[LAW_TABLE_RETENTION] = { { WORDS("type", "kind"), WORDS("maximum (mois)", "maximum (months)"),
				    WORDS("minimum (mois)", "minimum (months)"), WORDS("à partir de", "from"),
				    WORDS("source", "source"), FROM_COLUMN, FORCE_COLUMN,
				    UNCONFIRMED_COLUMN },
				  fill_retention },
	[LAW_TABLE_INSTRUMENTS] = { { WORDS("texte", "instrument"), WORDS("identifiant", "identifier"),
				      WORDS("adresse", "address") },
				    fill_instrument },
	[LAW_TABLE_STALE] = { { WORDS("référence", "reference"), WORDS("périmée depuis le", "stale since"),
				WORDS("signalée", "reported"), WORDS("ce qui vaut", "what applies now") },
			      fill_stale },
};

const struct sheet *law_sheet(enum law_table_name table)
{
	return &sheets[table];
}
