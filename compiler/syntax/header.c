/*
 * The header of a file, "polc 1 fr". Takes the tree as parsed, gives its edition and
 * keyword language and takes the header out of the statements; refuses a file without
 * one, an unknown edition and an unknown language, with one finding in all.
 */
#include "syntax/parse.h"

/* Words that most files begin with. They only spare the follow-ups of a header that does
 * not tell the language: the header alone decides otherwise. */
static const struct {
	const char *word;
	enum lang lang;
} hints[] = {
	{ "policy", LANG_EN },	  { "controller", LANG_EN },   { "purpose", LANG_EN },
	{ "recipient", LANG_EN }, { "data", LANG_EN },	       { "people", LANG_EN },
	{ "politique", LANG_FR }, { "responsable", LANG_FR },  { "finalité", LANG_FR },
	{ "finalite", LANG_FR },  { "données", LANG_FR },      { "donnees", LANG_FR },
	{ "personnes", LANG_FR }, { "destinataire", LANG_FR },
};

static enum lang guess_language(const struct tree *tree)
{
	for (const struct statement *s = tree->first; s; s = s->next)
		for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++)
			if (str_is(s->keyword, hints[i].word))
				return hints[i].lang;
	return LANG_FR;
}

/* True when the value is the tag of a keyword language, which goes to *lang. */
static bool is_language(const struct written *value, enum lang *lang)
{
	return value->kind == TOKEN_WORD && lang_of_tag(value->text.s, value->text.n, lang) == 0;
}

static bool is_edition(const struct written *value)
{
	return value->kind == TOKEN_WORD && str_is(value->text, "1");
}

/* The statement that names the language, wherever it stands; else the first one when it
 * reads as a header with a wrong first word; else NULL. */
static struct statement *find_header(const struct tree *tree)
{
	struct statement *first = tree->first;
	enum lang lang;
	for (struct statement *s = first; s; s = s->next)
		if (str_is(s->keyword, "polc"))
			return s;
	if (first && !first->has_block && first->values.n == 2 && is_edition(&first->values.v[0]) &&
	    is_language(&first->values.v[1], &lang))
		return first;
	return NULL;
}

static void take_out(struct tree *tree, struct statement *s)
{
	struct statement *before = NULL;
	for (struct statement *k = tree->first; k != s; k = k->next)
		before = k;
	if (before)
		before->next = s->next;
	else
		tree->first = s->next;
	if (tree->last == s)
		tree->last = before;
}

static void report_missing(struct parser *parser)
{
	const struct statement *first = parser->tree->first;
	struct span start = { parser->source->number, 0, 0 };
	struct diag *diag = parse_report(parser, SYNTAX_HEADER, first ? first->keyword_span : start);
	struct str line = str_format(parser->arena, "polc 1 %s\n\n", lang_tag(parser->tree->keywords));
	parse_fix(parser, diag, start, line);
}

/* header = "polc" , edition , ( "en" | "fr" ) , end ; */
static void read_header(struct parser *parser, const struct statement *s)
{
	struct tree *tree = parser->tree;
	const struct written *v = s->values.v;
	size_t n = s->values.n;
	bool edition = n > 0 && is_edition(&v[0]);
	bool language = n > 0 && is_language(&v[n > 1 ? 1 : 0], &tree->keywords);
	bool whole = n == 2 && !s->has_block && s == tree->first && str_is(s->keyword, "polc");
	if (edition && language && whole) {
		tree->edition = 1;
		return;
	}
	enum syntax_code code = !edition ? SYNTAX_EDITION : !language ? SYNTAX_LANGUAGE : SYNTAX_HEADER;
	struct span span = { s->span.file, s->span.start, s->has_block ? s->open.start : s->span.end };
	struct diag *diag = parse_report(parser, code, span);
	diag_add_arg(parser->findings, diag, "language", str_of(lang_tag(tree->keywords)));
	if (s == tree->first && !s->has_block) {
		struct str text = str_format(parser->arena, "polc 1 %s", lang_tag(tree->keywords));
		parse_fix(parser, diag, span, text);
	}
}

void parse_header(struct parser *parser)
{
	struct statement *header = find_header(parser->tree);
	parser->tree->keywords = guess_language(parser->tree);
	if (header) {
		read_header(parser, header);
		take_out(parser->tree, header);
	} else {
		report_missing(parser);
	}
}
