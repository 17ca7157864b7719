/*
 * The header of a file, "polc 1 fr". Takes the tree as parsed, gives its edition and
 * keyword language and takes the header out of the statements; refuses a file without
 * one, an unknown edition and an unknown language, with one finding in all.
 */
#include <string.h>

#include "base/utf8.h"
#include "syntax/parse.h"

/* The keywords of declarations, of the field table. They only spare the follow-ups of a
 * header that does not tell the language: the header alone decides otherwise. */
static const struct {
	const char *block;
	struct words word;
} keywords[] = {
#define BLOCK(b, fr, en)
#define FIELD(b, f, fr_word, en_word, type, flags, of, fr, en) { #b, WORDS(fr_word, en_word) },
#include "grammar/fields.def"
#undef BLOCK
#undef FIELD
};

/* The language in which the folded word declares something, if just one: -1 when not. */
static int language_of(struct arena *arena, struct str folded)
{
	bool is_word[LANG_COUNT] = { false, false };

	for (size_t i = 0; i < sizeof(keywords) / sizeof(*keywords); i++)
		for (int lang = 0; lang < LANG_COUNT && !strcmp(keywords[i].block, "ROOT"); lang++)
			is_word[lang] |= str_eq(utf8_fold(arena, str_of(keywords[i].word.in[lang])), folded);
	if (is_word[LANG_FR] == is_word[LANG_EN])
		return -1;
	return is_word[LANG_FR] ? LANG_FR : LANG_EN;
}

#define GUESSED_FROM 32 /* statements */

static enum lang guess_language(struct arena *arena, const struct tree *tree)
{
	int n = 0;

	for (const struct statement *s = tree->first; s && n < GUESSED_FROM; s = s->next, n++) {
		int lang = language_of(arena, utf8_fold(arena, s->keyword));

		if (lang >= 0)
			return (enum lang)lang;
	}
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
static struct statement *find_header(struct arena *arena, const struct tree *tree)
{
	struct statement *first = tree->first;
	enum lang lang;
	for (struct statement *s = first; s; s = s->next)
		if (s->keyword.n == 4 && str_is(utf8_fold(arena, s->keyword), "polc"))
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
	if (!language)
		tree->keywords = guess_language(parser->arena, tree);
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
	struct statement *header = find_header(parser->arena, parser->tree);

	if (header) {
		read_header(parser, header);
		take_out(parser->tree, header);
	} else {
		parser->tree->keywords = guess_language(parser->arena, parser->tree);
		report_missing(parser);
	}
}
