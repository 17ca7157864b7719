/*
 * Findings of the model with the arguments that their rows use, and the words
 * for each type of value. Takes places and codes, adds findings; reads nothing.
 */
#include "model/complain.h"

struct type_row {
	struct words what; /* French ones begin with a vowel: "au lieu d'une date" */
	struct words sample;
};

static const struct type_row types[] = {
	[TYPE_TEXT] = { WORDS("un texte dans chaque langue", "a text in each language"),
			WORDS("fr \"…\"; en \"…\"", "fr \"…\"; en \"…\"") },
	[TYPE_MARKDOWN] = { WORDS("un texte dans chaque langue", "a text in each language"),
			    WORDS("fr \"…\"; en \"…\"", "fr \"…\"; en \"…\"") },
	[TYPE_NAME] = { WORDS("un texte entre guillemets", "a text between quotation marks"),
			WORDS("\"Mairie de Tours\"", "\"Example Ltd\"") },
	[TYPE_WORDS] = { WORDS("un mot, ou un texte entre guillemets",
			       "a word, or a text between quotation marks"),
			 WORDS("\"1.0\"", "\"1.0\"") },
	[TYPE_LAW] = { WORDS("un texte de loi entre guillemets",
			     "a provision of law between quotation marks"),
		       WORDS("\"L. 123-22 du code de commerce\"", "\"L. 123-22 du code de commerce\"") },
	[TYPE_CHOICE] = { WORDS("un mot du vocabulaire", "a word of the vocabulary"), WORDS("", "") },
	[TYPE_FLAG] = { WORDS("une réponse, `oui` ou `non`", "`yes` or `no`"), WORDS("oui", "yes") },
	[TYPE_REFERENCE] = { WORDS("un identifiant déclaré", "an identifier that is declared"),
			     WORDS("newsletter", "newsletter") },
	[TYPE_REFERENCE_OR_TEXT] = { WORDS("un identifiant déclaré, ou un texte",
					   "an identifier that is declared, or a text"),
				     WORDS("newsletter", "newsletter") },
	[TYPE_URL] = { WORDS("une adresse de page", "the address of a page"),
		       WORDS("https://www.example.fr/contact", "https://www.example.com/contact") },
	[TYPE_URL_OR_TEXT] = { WORDS("une adresse de page, ou un texte", "the address of a page, or a text"),
			       WORDS("https://www.example.fr/contact", "https://www.example.com/contact") },
	[TYPE_FLAG_OR_URL] = { WORDS("une réponse, `oui` ou `non`, ou une adresse de page",
				     "`yes`, `no`, or the address of a page"),
			       WORDS("oui", "yes") },
	[TYPE_EMAIL] = { WORDS("une adresse électronique", "an e-mail address"),
			 WORDS("contact@example.fr", "contact@example.com") },
	[TYPE_PHONE] = { WORDS("un numéro de téléphone", "a telephone number"),
			 WORDS("\"+33 1 99 00 12 34\"", "\"+44 20 7946 0000\"") },
	[TYPE_DATE] = { WORDS("une date", "a date"), WORDS("2026-03-01", "2026-03-01") },
	[TYPE_DURATION] = { WORDS("une durée", "a duration"), WORDS("13 mois", "13 months") },
	[TYPE_PERIOD] = { WORDS("une durée de conservation", "a storage period"),
			  WORDS("3 ans après dernier-contact", "3 years after last-contact") },
	[TYPE_COUNTRY] = { WORDS("un code de pays de deux lettres", "a country code of two letters"),
			   WORDS("FR", "FR") },
	[TYPE_INTEGER] = { WORDS("un nombre entier", "a whole number"), WORDS("15", "15") },
	[TYPE_LANGUAGE] = { WORDS("une langue, `fr` ou `en`", "a language, `fr` or `en`"),
			    WORDS("fr, en", "fr, en") },
	[TYPE_RULE] = { WORDS("un identifiant de règle", "the identifier of a rule"),
			WORDS("GDPR-13-1-b", "GDPR-13-1-b") },
	[TYPE_SECTION] = { WORDS("une section de la page", "a section of the page"),
			   WORDS("droits", "rights") },
	[TYPE_CLAUSE] = { WORDS("un identifiant de clause", "the identifier of a clause"),
			  WORDS("dpo-contact", "dpo-contact") },
	[TYPE_BLOCK] = { WORDS("un bloc entre accolades", "a block between braces"), WORDS("", "") },
};

struct diag *complain(struct builder *b, enum model_code code, struct span span)
{
	return findings_add(b->findings, &model_codes[code], span);
}

struct diag *complain_keyword(struct builder *b, enum model_code code, const struct statement *st)
{
	struct diag *diag = complain(b, code, st->keyword_span);

	diag_add_arg(b->findings, diag, "keyword", st->keyword);
	return diag;
}

/* An example of a choice is its vocabulary's first word; of others, the type's. */
static struct words sample_of(const struct field_row *row)
{
	const struct word_row *word;

	if (row->type != TYPE_CHOICE)
		return types[row->type].sample;
	word = &schema_words[schema_vocabulary((enum vocabulary)row->of)->first];
	return (struct words) { { word->word[LANG_FR], word->word[LANG_EN] } };
}

/* Fills {what} and {sample} for the field's type. */
static void add_type(struct builder *b, struct diag *diag, enum field field)
{
	const struct words *what = &types[schema_fields[field].type].what;
	struct words sample = sample_of(&schema_fields[field]);

	diag_add_words(b->findings, diag, "what", str_of(what->in[LANG_FR]), str_of(what->in[LANG_EN]));
	diag_add_words(b->findings, diag, "sample", str_of(sample.in[LANG_FR]), str_of(sample.in[LANG_EN]));
}

/* In a head, a value mostly stands behind the block's keyword, not its field's. */
static struct diag *complain_at(const struct reading *r, enum model_code code, struct span span)
{
	struct diag *diag = complain(r->b, code, span);
	enum field written = r->in_head && !r->introduced ? r->block : r->field;

	diag_add_arg(r->b->findings, diag, "keyword", str_of(schema_fields[written].word[r->b->lang]));
	add_type(r->b, diag, r->field);
	return diag;
}

void complain_needed(const struct reading *r, enum field field)
{
	struct diag *diag = complain_keyword(r->b, MODEL_NEEDED, r->statement);

	diag_add_arg(r->b->findings, diag, "field", str_of(schema_fields[field].word[r->b->lang]));
	add_type(r->b, diag, field);
}

struct diag *complain_value(const struct reading *r, enum model_code code, const struct written *written)
{
	struct diag *diag = complain_at(r, code, written->span);

	diag_add_arg(r->b->findings, diag, "value", written->text);
	return diag;
}

struct diag *complain_field(const struct reading *r, enum model_code code)
{
	return complain_at(r, code, r->statement->keyword_span);
}

struct value *complain_hole(struct reading *r, enum model_code code, const struct written *written)
{
	complain_value(r, code, written);
	return value_new(r, VALUE_HOLE, written);
}

struct written written_phrase(struct reading *r, const struct written *first)
{
	struct written whole = *first;
	const struct written *last = first, *next;

	while (!last->comma && last->kind == TOKEN_WORD && (next = reading_peek(r)) &&
	       next->kind == TOKEN_WORD)
		last = reading_take(r);
	if (last == first)
		return whole;
	whole.span = span_join(first->span, last->span);
	whole.text = sources_text(r->b->sources, whole.span);
	whole.comma = last->comma;
	return whole;
}

struct value *complain_phrase(struct reading *r, enum model_code code, const struct written *first)
{
	struct written whole = written_phrase(r, first);

	complain_value(r, code, &whole);
	return value_new(r, VALUE_HOLE, first);
}

/* A parenthesis for a brace, or one field for several values, or else too much. */
void complain_extra(const struct reading *r)
{
	const struct written *next = reading_peek(r);
	bool again = (schema_fields[r->field].flags & MANY) && r->at && next[-1].comma;
	struct diag *diag;

	if (!str_is(next->text, "(") && !str_is(next->text, "[")) {
		complain_value(r, again ? MODEL_VALUE_AGAIN : MODEL_VALUE_EXTRA, next);
		return;
	}
	diag = complain_value(r, MODEL_BRACKET, next);
	diag_add_fix(r->b->findings, diag, next->span, STR("{"), TRUST_LIKELY);
}

void complain_meant(struct builder *b, struct diag *diag, struct span span, struct str meant)
{
	diag_add_arg(b->findings, diag, "meant", meant);
	diag_add_fix(b->findings, diag, span, meant, TRUST_LIKELY);
}

static const struct words language_names[LANG_COUNT] = { WORDS("français", "French"),
							 WORDS("anglais", "English") };

void complain_quotes(struct builder *b, struct span words)
{
	struct diag *diag = complain(b, MODEL_QUOTES, words);
	struct str text = sources_text(b->sources, words);

	diag_add_arg(b->findings, diag, "value", text);
	diag_add_fix(b->findings, diag, words, str_format(b->arena, "\"%.*s\"", STR_ARGS(text)), TRUST_SAFE);
}

void complain_language(struct builder *b, struct diag *diag, enum lang lang)
{
	struct words name = language_names[lang];

	diag_add_words(b->findings, diag, "language", str_of(name.in[LANG_FR]), str_of(name.in[LANG_EN]));
}

void complain_other_language(struct builder *b, struct diag *diag)
{
	struct words own = language_names[b->lang];

	complain_language(b, diag, lang_other(b->lang));
	diag_add_words(b->findings, diag, "own", str_of(own.in[LANG_FR]), str_of(own.in[LANG_EN]));
}

void complain_words(struct builder *b, struct diag *diag, const struct str *words, size_t n)
{
	struct buf list = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_add_text(&list, ", ");
		buf_add_str(&list, words[i]);
	}
	diag_add_arg(b->findings, diag, "words", str_copy(b->arena, buf_str(&list)));
	buf_release(&list);
}
