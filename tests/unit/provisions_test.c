/*
 * Provisions that a policy names in French, in English: whole, or not at all.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "law/law.h"

static const char *const names[] = {
#define INSTRUMENT(name, fr, en, identifier, names) names,
#include "law/instruments.def"
#undef INSTRUMENT
};

static const char *const cases[][2] = {
	{ "code de commerce, art. L. 123-22", "French Commercial Code, Art. L. 123-22" },
	{ "Code de commerce, article L.123-22", "French Commercial Code, Art. L. 123-22" },
	{ "C. com., art. L. 123-22", "French Commercial Code, Art. L. 123-22" },
	{ "L. 123-22 du code de commerce", "French Commercial Code, Art. L. 123-22" },
	{ "Code de la consommation, art. L. 213-1 et D. 213-1",
	  "French Consumer Code, Arts. L. 213-1 and D. 213-1" },
	{ "code du travail, articles L1221-6 \xC3\xA0 L1221-9",
	  "French Labour Code, Arts. L. 1221-6 to L. 1221-9" },
	{ "code du patrimoine, art. L. 310-1 A", "French Heritage Code, Art. L. 310-1 A" },
	{ "article 9 du code de proc\xC3\xA9"
	  "dure p\xC3\xA9nale",
	  "French Code of Criminal Procedure, Art. 9" },
	{ "loi Informatique et Libert\xC3\xA9s, art. 82",
	  "French Data Protection Act (Act no. 78-17), Art. 82" },
	{ "article 85 I de la loi n\xC2\xB0 78-17 du 6 janvier 1978",
	  "French Data Protection Act (Act no. 78-17), Art. 85 I" },
	{ "code civil, art. 1er, al. 2", "French Civil Code, Art. 1, para. 2" },
	{ "code civil", "French Civil Code" },
	{ "RGPD, art. 6, \xC2\xA7 1, point c)", "GDPR Art. 6(1)(c)" },
	{ "RGPD, art. 4, point 11)", "GDPR Art. 4(11)" },
	{ "l'article 9, al. 1er du code civil", "French Civil Code, Art. 9, para. 1" },
	{ "articles 15 \xC3\xA0 22 du RGPD", "GDPR Arts. 15 to 22" },
	{ "CGI, art. 289 A \xC3\xA0 289 C", "French General Tax Code, Arts. 289 A to 289 C" },
	{ "code de commerce, art. A. 123-1 \xC3\xA0 A. 123-4",
	  "French Commercial Code, Arts. A. 123-1 to A. 123-4" },
	/* Parts, which are not articles of their own. */
	{ "code civil, art. 9, al. 1 et 2", "" },
	{ "RGPD, art. 6, 1", "" },
	{ "RGPD, art. 9 a", "" },
	{ "RGPD, art. 6, \xC2\xA7 1 et 3", "" },
	{ "RGPD, art. 6, \xC2\xA7 premier", "" },
	{ "code civil, art. 9, al. dernier", "" },
	/* Not understood, or not whole. */
	{ "code de commerce, art. L. 123-22, sauf exception", "" },
	{ "code de commerce, titre II", "" },
	{ "articles 9 et suivants du code civil", "" },
	{ "code civil alg\xC3\xA9rien, art. 9", "" },
	{ "code de l'urbanisme, art. L. 1", "" },
	{ "French Commercial Code, Art. L. 123-22", "" },
	{ "article du code civil", "" },
	{ "L. du code civil", "" },
	{ "", "" },
};

static void expect_provision(struct arena *arena, const char *written, const char *expected, bool in_france)
{
	struct buf out = BUF_INIT;
	bool known = law_add_provision_in_english(&out, arena, str_of(written), in_france);

	assert_int_equal(known, expected[0] != '\0');
	assert_string_equal(known ? out.s : "", expected);
	buf_release(&out);
}

static void test_provisions(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		assert_true(str_is(utf8_fold(arena, str_of(names[i])), names[i]));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_provision(arena, cases[i][0], cases[i][1], true);
	/* Other countries have a code civil too. */
	expect_provision(arena, "code civil, art. 9", "", false);
	expect_provision(arena, "article 6 du RGPD", "GDPR Art. 6", false);
	expect_provision(arena, "code civil belge", "", false);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_provisions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
