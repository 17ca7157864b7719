/*
 * Typography of what every policy says alike: clauses without holes and the labels of
 * vocabularies. Made at the first use, for all threads, and never changed after that.
 */
#include "doc/constant.h"

#include <pthread.h>

#include "base/typography.h"
#include "base/utf8.h"

static pthread_once_t made_once = PTHREAD_ONCE_INIT;
static struct arena *texts; /* for the life of the process */
static struct doc_constant clauses[CLAUSE_COUNT][LANG_COUNT];
static struct doc_constant labels[WORD_COUNT][LANG_COUNT], capitals[WORD_COUNT][LANG_COUNT];

/* ASCII, and the letters of Latin-1: "é" is C3 A9, "É" C3 89. */
struct str doc_capital(struct arena *arena, struct str text)
{
	const unsigned char *s = (const unsigned char *)text.s;
	bool ascii = text.n && s[0] >= 'a' && s[0] <= 'z';
	char *copy;

	if (!ascii && (text.n < 2 || s[0] != 0xC3 || s[1] < 0xA0 || s[1] == 0xB7 || s[1] == 0xBF))
		return text;
	copy = arena_alloc_unset(arena, text.n);
	memcpy(copy, text.s, text.n);
	copy[ascii ? 0 : 1] = (char)(s[ascii ? 0 : 1] - 0x20);
	return (struct str) { copy, text.n };
}

static struct doc_constant set_constant(struct buf *typeset, struct str text, enum lang lang)
{
	if (!typography_keeps(text, lang)) {
		buf_reset(typeset);
		typography_add(typeset, text, lang);
		text = str_copy(texts, buf_str(typeset));
	}
	return (struct doc_constant) { text, utf8_is_plain(text) };
}

static void make_all(void)
{
	struct buf typeset = BUF_INIT;

	texts = arena_new();
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		for (int i = 0; i < CLAUSE_COUNT; i++) {
			struct str text = wording_built_in((enum clause)i, (enum lang)lang);

			if (!memchr(text.s, '{', text.n))
				clauses[i][lang] = set_constant(&typeset, text, (enum lang)lang);
		}
		for (int i = WORD_NONE + 1; i < WORD_COUNT; i++) {
			struct str label = str_of(schema_words[i].label.in[lang]);

			labels[i][lang] = capitals[i][lang] = set_constant(&typeset, label, (enum lang)lang);
			capitals[i][lang].text = doc_capital(texts, labels[i][lang].text);
		}
	}
	buf_release(&typeset);
}

const struct doc_constant *doc_constant_clause(const struct wording *wording, enum clause clause,
					       enum lang lang)
{
	pthread_once(&made_once, make_all);
	if (!clauses[clause][lang].text.s ||
	    wording->text[clause][lang].s != wording_built_in(clause, lang).s)
		return NULL;
	return &clauses[clause][lang];
}

const struct doc_constant *doc_constant_label(enum word word, enum lang lang)
{
	pthread_once(&made_once, make_all);
	return &labels[word][lang];
}

const struct doc_constant *doc_constant_capital(enum word word, enum lang lang)
{
	pthread_once(&made_once, make_all);
	return &capitals[word][lang];
}
