/*
 * The table of usual words: every row can be met, and nothing that stands before it
 * in the search for a meaning gives another one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "model/complain.h"

static const struct {
	enum vocabulary vocabulary;
	enum word word;
	struct words forms;
} words[] = {
#define USUAL_WORD(v, w, fr, en) { VOCABULARY_##v, WORD_##v##_##w, WORDS(fr, en) },
#define USUAL_KEYWORD(fr_keyword, en_keyword, fr, en)
#include "model/usual.def"
#undef USUAL_WORD
#undef USUAL_KEYWORD
};

static const struct {
	struct words keyword, forms;
} keywords[] = {
#define USUAL_WORD(v, w, fr, en)
#define USUAL_KEYWORD(fr_keyword, en_keyword, fr, en) { WORDS(fr_keyword, en_keyword), WORDS(fr, en) },
#include "model/usual.def"
#undef USUAL_WORD
#undef USUAL_KEYWORD
};

/* The next of the forms that spaces part; false behind the last. */
static bool next_form(struct str forms, size_t *at, struct str *form)
{
	size_t end = str_find(forms, " ", *at);

	*form = str_part(forms, *at, end);
	*at = end + 1;
	return form->n > 0;
}

/* The form is written as authors' words are compared, and the one word near it is its own. */
static void check_word(struct builder *b, size_t row, struct str form)
{
	const struct vocabulary_row *vocabulary = schema_vocabulary(words[row].vocabulary);
	struct suggestion near = suggestion_of(b, form);
	enum word found = usual_word(b, words[row].vocabulary, form);

	if (!str_eq(usual_form(b, form), form))
		fail_msg("'%.*s' is never met", STR_ARGS(form));
	for (unsigned i = 0; i < vocabulary->n; i++)
		suggestion_try(&near, str_of(schema_words[(unsigned)vocabulary->first + i].word[b->lang]));
	if (near.best.n)
		found = schema_word(words[row].vocabulary, utf8_fold(b->arena, near.best), b->lang);
	if (found != words[row].word)
		fail_msg("'%.*s' is taken for '%s'", STR_ARGS(form), schema_words[found].word[b->lang]);
}

static void test_words(void **state)
{
	struct builder b = { .arena = arena_new() };

	(void)state;
	for (size_t row = 0; row < sizeof(words) / sizeof(words[0]); row++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct str form;
			b.lang = (enum lang)lang;
			for (size_t at = 0; next_form(str_of(words[row].forms.in[lang]), &at, &form);)
				check_word(&b, row, form);
		}
	}
	arena_free(b.arena);
}

/* Some block has the keyword, and takes the form for it, but where the form is one of its own. */
static void check_keyword(struct builder *b, struct str keyword, struct str form)
{
	struct str folded = utf8_fold(b->arena, keyword);
	size_t blocks = 0;

	if (!str_eq(usual_form(b, form), form))
		fail_msg("'%.*s' is never met", STR_ARGS(form));
	for (int block = 0; block < BLOCK_COUNT; block++) {
		int field = schema_field((enum block)block, folded, b->lang);
		if (field < 0 || schema_field((enum block)block, form, b->lang) >= 0)
			continue;
		blocks += usual_field(b, (enum block)block, form) == field;
	}
	if (!blocks)
		fail_msg("'%.*s' is never taken for '%.*s'", STR_ARGS(form), STR_ARGS(keyword));
}

static void test_keywords(void **state)
{
	struct builder b = { .arena = arena_new() };

	(void)state;
	for (size_t row = 0; row < sizeof(keywords) / sizeof(keywords[0]); row++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct str form, keyword = str_of(keywords[row].keyword.in[lang]);
			b.lang = (enum lang)lang;
			for (size_t at = 0; next_form(str_of(keywords[row].forms.in[lang]), &at, &form);)
				check_keyword(&b, keyword, form);
		}
	}
	arena_free(b.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_keywords),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
