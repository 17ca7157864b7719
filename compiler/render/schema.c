/*
 * The tables behind both schemas. All else comes from grammar/ and nodes.def: a new
 * field or word is in the schemas when it is in its table.
 */
#include "render/schema.h"

#include <string.h>

#include "base/typography.h"

const struct schema_simple schema_simples[] = {
	{ "name", "string", NULL,
	  WORDS("Un nom, le même dans toutes les langues.", "A name, the same in all languages.") },
	{ "id", "string", "[^\\s\\{\\};,\"]+",
	  WORDS("L'identifiant d'une déclaration.", "The identifier of a declaration.") },
	{ "duration", "string", "P[0-9]+[YMWD]|PT[0-9]+H",
	  WORDS("Une durée, selon la norme ISO 8601.", "A duration, as in ISO 8601.") },
	{ "country", "string", "[A-Z]{2}|EEA",
	  WORDS("Un pays, selon la norme ISO 3166-1 ; EU ou EEA.",
		"A country, as in ISO 3166-1; EU or EEA.") },
	{ "url", "anyURI", "(https?|mailto|tel):\\S+",
	  WORDS("Une adresse internet.", "An address on the internet.") },
	{ "email", "string", "[^@\\s]+@[^@\\s]+", WORDS("Une adresse électronique.", "An e-mail address.") },
	{ "phone", "string", "[+0-9][0-9 ().\\-/]*",
	  WORDS("Un numéro de téléphone.", "A telephone number.") },
	{ "language", "string", "fr|en", WORDS("Une langue de la politique.", "A language of the policy.") },
	{ NULL, NULL, NULL, WORDS("", "") },
};

const struct schema_shape_row schema_shapes[SHAPE_COUNT] = {
	[SHAPE_TEXT] = { "text", WORDS("Un texte, dans chaque langue de la politique.",
				       "A text, in each language of the policy.") },
	[SHAPE_REFERENCE] = { "reference", WORDS("Un renvoi à une déclaration, par son identifiant.",
						 "A reference to a declaration, by its identifier.") },
	[SHAPE_REFERENCE_OR_TEXT] = { "reference-or-text",
				      WORDS("Un renvoi, ou un texte.", "A reference, or a text.") },
	[SHAPE_URL_OR_TEXT] = { "url-or-text", WORDS("Une adresse internet, ou un texte.",
						     "An address on the internet, or a text.") },
	[SHAPE_FLAG_OR_URL] = { "flag-or-url", WORDS("Oui ou non, ou une adresse internet.",
						     "Yes or no, or an address on the internet.") },
	[SHAPE_PERIOD] = { "period",
			   WORDS("Une durée de conservation : sa longueur, son point de départ, ou son "
				 "critère.",
				 "A storage period: its length, where it starts, or its criterion.") },
};

/* Elements that no table of grammar/ names, by their name and type. */
static const struct element_help {
	const char *name, *type;
	struct words help;
} element_helps[] = {
	{ "policy", "",
	  WORDS("Une politique de confidentialité : ses faits, puis son texte dans chaque langue.",
		"A privacy policy: its facts, then its text in each language.") },
	{ "facts", "facts",
	  WORDS("Les faits que l'auteur a déclarés, dont tout le texte découle.",
		"The facts that the author declared, from which all the text follows.") },
	{ "document", "document",
	  WORDS("Le texte de la politique dans une langue.", "The text of the policy in one language.") },
	{ "derived", "",
	  WORDS("Ce qui résulte des bases juridiques et de la loi.",
		"What follows from the legal bases and the law.") },
	{ "right", "word-right",
	  WORDS("Un droit de la personne concernée.", "A right of the data subject.") },
	{ "authority", "reference",
	  WORDS("L'autorité de contrôle que désigne la loi.",
		"The supervisory authority that the law gives.") },
	{ "built-in", "",
	  WORDS("Les évènements et autorités prédéfinis auxquels les faits renvoient.",
		"The built-in events and authorities that the facts refer to.") },
	{ "event", "block-event", WORDS("Un évènement prédéfini.", "A built-in event.") },
	{ "authority", "block-authority",
	  WORDS("Une autorité de contrôle prédéfinie.", "A built-in supervisory authority.") },
	{ "todo", "todo",
	  WORDS("Un champ encore à préciser, et pourquoi.",
		"A field that is still to be filled in, and why.") },
	{ "text", "text-in-language", WORDS("Le texte dans une langue.", "The text in one language.") },
	{ "duration", "duration", WORDS("La longueur de la période.", "The length of the period.") },
	{ "event", "reference",
	  WORDS("L'évènement après lequel, pendant lequel ou jusqu'auquel les données sont conservées.",
		"The event after which, during which or until which the data are kept.") },
	{ "from", "word-period-start",
	  WORDS("Le décompte à partir de la fin de l'année.", "Counted from the end of the year.") },
	{ "criteria", "text",
	  WORDS("Les critères qui déterminent la période.", "The criteria that determine the period.") },
	{ "foreign", "text-in-language",
	  WORDS("Un passage dans l'autre langue.", "A passage in the other language.") },
};

struct words schema_element_help(const char *name, const char *type)
{
	for (size_t i = 0; i < sizeof(element_helps) / sizeof(element_helps[0]); i++) {
		if (!strcmp(element_helps[i].name, name) && !strcmp(element_helps[i].type, type))
			return element_helps[i].help;
	}
	return (struct words)WORDS("", "");
}

static const char *const vocabulary_names[VOCABULARY_COUNT] = {
#define VOCABULARY(v, fr, en) [VOCABULARY_##v] = #v,
#define WORD(v, w, fr_word, en_word, fr_label, en_label)
#include "grammar/vocabularies.def"
#undef VOCABULARY
#undef WORD
};

/* The types of fields; a choice, block or section has one of its own. */
static const char *const type_names[] = {
	[TYPE_TEXT] = "text",	      [TYPE_MARKDOWN] = "text",
	[TYPE_NAME] = "name",	      [TYPE_WORDS] = "name",
	[TYPE_LAW] = "name",	      [TYPE_RULE] = "name",
	[TYPE_CLAUSE] = "name",	      [TYPE_SECTION] = "name",
	[TYPE_FLAG] = "xs:boolean",   [TYPE_REFERENCE] = "reference",
	[TYPE_URL] = "url",	      [TYPE_REFERENCE_OR_TEXT] = "reference-or-text",
	[TYPE_EMAIL] = "email",	      [TYPE_URL_OR_TEXT] = "url-or-text",
	[TYPE_PHONE] = "phone",	      [TYPE_FLAG_OR_URL] = "flag-or-url",
	[TYPE_DATE] = "xs:date",      [TYPE_DURATION] = "duration",
	[TYPE_PERIOD] = "period",     [TYPE_COUNTRY] = "country",
	[TYPE_LANGUAGE] = "language", [TYPE_INTEGER] = "xs:integer",
	[TYPE_BLOCK] = NULL,	      [TYPE_CHOICE] = NULL,
};

/* An enumerator as a name: "PROCESSOR_ROLE" -> "processor-role". */
static void add_name(struct buf *out, const char *prefix, const char *enumerator)
{
	buf_add_text(out, prefix);
	for (const char *c = enumerator; *c; c++)
		buf_add_char(out, *c == '_' ? '-' : (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c));
}

void schema_add_block_name(struct buf *out, enum block block)
{
	add_name(out, "block-", schema_block(block)->name);
}

void schema_add_vocabulary_name(struct buf *out, enum vocabulary vocabulary)
{
	add_name(out, "word-", vocabulary_names[vocabulary]);
}

void schema_add_field_type(struct buf *out, const struct field_row *row)
{
	if (row->type == TYPE_BLOCK)
		schema_add_block_name(out, (enum block)row->of);
	else if (row->type == TYPE_CHOICE)
		schema_add_vocabulary_name(out, (enum vocabulary)row->of);
	else
		buf_add_text(out, type_names[row->type]);
}

bool schema_is_public(const struct field_row *row)
{
	return !(row->flags & INTERNAL);
}

bool schema_repeats(const struct field_row *row)
{
	return (row->flags & (MANY | LIST | SPREAD)) != 0;
}

bool schema_block_is_public(enum block block)
{
	return block != BLOCK_NONE && block != BLOCK_ANY && block != BLOCK_ROOT;
}

bool schema_block_is_named(enum block block, bool always)
{
	unsigned flags = always ? ID : ID | ID_OPTIONAL;

	for (int i = 0; i < FIELD_COUNT; i++) {
		const struct field_row *row = &schema_fields[i];

		if (row->type == TYPE_BLOCK && row->of == (int)block && (row->flags & flags))
			return true;
	}
	return false;
}

bool schema_word_is_public(enum word word)
{
	return facts_word(word) == word;
}

void schema_add_help(struct xml_writer *xml, const char *element, struct words help)
{
	struct buf text = BUF_INIT;

	for (int i = 0; i < LANG_COUNT && *help.in[i]; i++) {
		buf_reset(&text);
		typography_add(&text, str_of(help.in[i]), (enum lang)i);
		xml_open(xml, element);
		xml_attribute(xml, "xml:lang", str_of(lang_tag((enum lang)i)));
		xml_text(xml, buf_str(&text));
		xml_close(xml, element);
	}
	buf_release(&text);
}

void schema_add_head(struct buf *out)
{
	buf_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			  "<!-- Written by polc from its tables: change those, then run polc reference. -->");
}
