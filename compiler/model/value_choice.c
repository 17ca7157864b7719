/*
 * Words of a vocabulary. Takes one word, gives its enumerator. A word misspelt, in
 * the other language, in several pieces, or usual among authors is understood, and
 * reported with the word to write.
 */
#include "model/reading.h"
#include "model/complain.h"

enum { WORDS_LISTED = 64 };

static enum vocabulary vocabulary_of(const struct reading *r)
{
	return (enum vocabulary)schema_fields[r->field].of;
}

/* The nearest word of the vocabulary; WORD_NONE: none is near. */
static enum word nearest(const struct reading *r, struct str written)
{
	const struct vocabulary_row *row = schema_vocabulary(vocabulary_of(r));
	struct suggestion near = suggestion_of(r->b, written);
	enum lang lang = r->b->lang;

	for (unsigned n = 0; n < row->n; n++)
		suggestion_try(&near, str_of(schema_words[(unsigned)row->first + n].word[lang]));
	return near.best.n ? schema_word(vocabulary_of(r), utf8_fold(r->b->arena, near.best), lang)
			   : WORD_NONE;
}

/* The written word and the bare ones of no meaning by themselves that go on behind
 * it; the whole as it stands in the source. */
static struct written take_phrase(struct reading *r, const struct written *first)
{
	struct written whole = *first;
	const struct written *next;

	while (!whole.comma && whole.kind == TOKEN_WORD && (next = reading_peek(r)) &&
	       next->kind == TOKEN_WORD &&
	       schema_word(vocabulary_of(r), written_fold(r->b, next), r->b->lang) == WORD_NONE) {
		reading_take(r);
		whole.span = span_join(first->span, next->span);
		whole.comma = next->comma;
	}
	if (whole.span.end != first->span.end)
		whole.text = sources_text(r->b->sources, whole.span);
	return whole;
}

/* Does the phrase begin with a word that denies the next? */
static bool is_denial(struct str form)
{
	static const char *const words[] = { "aucun", "aucune", "hors", "ni",  "non", "pas",
					     "sans",  "sauf",	"no",	"nor", "not", "without" };
	struct str first = str_part(form, 0, str_find(form, "-", 0));

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_is(first, words[i]))
			return true;
	}
	return false;
}

/* "performance of a contract": the phrase goes on with a word of the vocabulary, which
 * is taken too; WORD_NONE: it does not, or denies the word. */
static enum word take_last(struct reading *r, struct written *whole)
{
	const struct written *next = reading_peek(r);
	enum word word = WORD_NONE;
	bool denied = is_denial(usual_form(r->b, whole->text));

	if (next && next->kind == TOKEN_WORD && whole->kind == TOKEN_WORD && !whole->comma)
		word = schema_word(vocabulary_of(r), written_fold(r->b, next), r->b->lang);
	if (word == WORD_NONE)
		return word;
	reading_take(r);
	whole->span = span_join(whole->span, next->span);
	whole->text = sources_text(r->b->sources, whole->span);
	return denied ? WORD_NONE : word;
}

/* No word is near: those that there are. */
static struct value *complain_all(struct reading *r, struct diag *diag, const struct written *written)
{
	const struct vocabulary_row *row = schema_vocabulary(vocabulary_of(r));
	struct str words[WORDS_LISTED];
	unsigned n = 0;

	for (; n < row->n && n < WORDS_LISTED; n++)
		words[n] = str_of(schema_words[(unsigned)row->first + n].word[r->b->lang]);
	complain_words(r->b, diag, words, n);
	return value_new(r, VALUE_HOLE, written);
}

/* A word that the vocabulary does not have in the file's language. */
static struct value *unknown_choice(struct reading *r, const struct written *written, struct str folded)
{
	enum lang lang = r->b->lang;
	enum word word = schema_word(vocabulary_of(r), folded, lang_other(lang));
	enum model_code code = word != WORD_NONE ? MODEL_CHOICE_LANGUAGE : MODEL_CHOICE_MEANT;
	struct written whole = *written;
	struct value *value;
	struct diag *diag;

	if (word == WORD_NONE)
		word = nearest(r, whole.text);
	if (word == WORD_NONE) {
		whole = take_phrase(r, written);
		word = nearest(r, usual_form(r->b, whole.text));
	}
	if (word == WORD_NONE)
		word = usual_word(r->b, vocabulary_of(r), whole.text);
	if (word == WORD_NONE)
		word = take_last(r, &whole);
	diag = complain_value(r, word == WORD_NONE ? MODEL_CHOICE : code, &whole);
	if (word == WORD_NONE)
		return complain_all(r, diag, written);
	if (code == MODEL_CHOICE_LANGUAGE)
		complain_other_language(r->b, diag);
	complain_meant(r->b, diag, whole.span, str_of(schema_words[word].word[lang]));
	value = value_new(r, VALUE_WORD, written);
	value->as.word = word;
	return value;
}

/* French declines the word: `délégué aucun`, `décisions aucune`. */
static enum word undeclined(enum word word)
{
	return word == WORD_ABSENCE_NONE_FEMININE ? WORD_ABSENCE_NONE : word;
}

struct value *value_choice(struct reading *r)
{
	const struct written *written = reading_take(r);
	enum word word = schema_word_exactly(vocabulary_of(r), written->text, r->b->lang);
	struct value *value;

	if (word == WORD_NONE) {
		struct str folded = written_fold(r->b, written);
		word = schema_word(vocabulary_of(r), folded, r->b->lang);
		if (word == WORD_NONE)
			return unknown_choice(r, written, folded);
	}
	value_check_bare(r, written);
	value = value_new(r, VALUE_WORD, written);
	value->as.word = undeclined(word);
	return value;
}
