/*
 * Unicode: decoding as strict as RFC 3629, normal form, folding, width, distance.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static void refuses_what_is_not_utf8(void **state)
{
	static const char *const invalid[] = { "a\x80",		"a\xC0\xAF",
					       "a\xED\xA0\x80", "a\xF4\x90\x80\x80",
					       "a\xE2\x82",	"a\xE2\x28\xA1",
					       "a\xFF",		"a\xF0\x80\x80\x80",
					       "a\xC3",		"a\xE0\x80\x80" };
	(void)state;
	for (size_t i = 0; i < sizeof(invalid) / sizeof(*invalid); i++)
		assert_int_equal(utf8_invalid_at(str_of(invalid[i])), 1);
	assert_int_equal(utf8_invalid_at(STR("long enough ASCII, é, €, \xF0\x9F\x98\x80, end")), 37);
	assert_int_equal(utf8_invalid_at(STR("long enough ASCII for words, then \x80")), 34);
}

static void decodes_and_encodes(void **state)
{
	struct str s = STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xFF");
	struct buf buf = BUF_INIT;
	size_t i = 0;
	(void)state;
	assert_int_equal(utf8_next(s, &i), 'a');
	assert_int_equal(utf8_next(s, &i), 0xE9);
	assert_int_equal(utf8_next(s, &i), 0x20AC);
	assert_int_equal(utf8_next(s, &i), 0x1F600);
	assert_true(utf8_next(s, &i) == UTF8_INVALID);
	assert_int_equal(i, s.n);
	utf8_add(&buf, 0x20AC);
	utf8_add(&buf, 0x1F600);
	assert_string_equal(buf.s, "€\xF0\x9F\x98\x80");
	buf_release(&buf);
	assert_int_equal(utf8_length(STR("finalité €")), 10);
	assert_int_equal(utf8_length(STR("éééééééé€€€€€€€€ and more")), 25);
	assert_int_equal(utf8_width(STR("é\t\xE6\xBC\xA2"
					"e\xCC\x81")),
			 5);
}

static void normalises(void **state)
{
	struct arena *arena = arena_new();
	struct str composed = STR("Déjà « l’été » — 3 €");
	(void)state;
	assert_ptr_equal(utf8_nfc(arena, composed).s, composed.s);
	assert_string_equal(utf8_nfc(arena, STR("e\xCC\x81t\xC3\xA9")).s, "été");
	assert_string_equal(utf8_nfc(arena, STR("\xE2\x84\xAB")).s, "Å");
	assert_true(str_is(utf8_nfc(arena, STR("\xCC\xFF")), "\xCC\xFF"));
	arena_free(arena);
}

static void folds_keywords(void **state)
{
	static const char *const pairs[][2] = {
		{ "finalite", "finalite" },
		{ "Finalité", "finalite" },
		{ "FINALITÉ", "finalite" },
		{ "finalite\xCC\x81", "finalite" },
		{ "reçu-d’œuvre", "recu-d-oeuvre" },
		{ "l'Île", "l-ile" },
		{ "Œ\xCC\x81", "oe" },
		{ "æÆÿ", "aeaey" },
		{ "ß", "ss" },
		{ "\xFFx", "\xFFx" },
	};
	struct arena *arena = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		assert_true(str_is(utf8_fold(arena, str_of(pairs[i][0])), pairs[i][1]));
	arena_free(arena);
}

static void measures_distance(void **state)
{
	(void)state;
	assert_int_equal(utf8_distance(STR("newsletter"), STR("newsletter"), 2), 0);
	assert_int_equal(utf8_distance(STR("newsletter"), STR("newsltter"), 2), 1);
	assert_int_equal(utf8_distance(STR("newsletter"), STR("newlsetter"), 2), 1);
	assert_int_equal(utf8_distance(STR("été"), STR("ete"), 2), 2);
	assert_int_equal(utf8_distance(STR("abcd"), STR("wxyz"), 2), 3);
	assert_int_equal(utf8_distance(STR(""), STR("abc"), 3), 3);
	assert_int_equal(utf8_distance(STR("ab"), STR("abcdefgh"), 3), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refuses_what_is_not_utf8),
		cmocka_unit_test(decodes_and_encodes),
		cmocka_unit_test(normalises),
		cmocka_unit_test(folds_keywords),
		cmocka_unit_test(measures_distance),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
