/*
 * Typography: each row gives a plain text and what both passes over it must give.
 * In the rows '~' stands for U+00A0 and '_' for U+202F.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/typography.h"

struct row {
	const char *plain, *set;
};

static const struct row french[] = {
	{ "", "" },
	{ "rien de spécial", "rien de spécial" },
	{ "l'adresse d'une personne", "l’adresse d’une personne" },
	{ "dite « donnée » ici", "dite «~donnée~» ici" },
	{ "dite «donnée», ici", "dite «~donnée~», ici" },
	{ "dit \"oui\" et 5\" de", "dit «~oui~» et 5\" de" },
	{ "« x »: y", "«~x~»~: y" },
	{ "Finalités : deux ; vraiment ? Oui !", "Finalités~: deux_; vraiment_? Oui_!" },
	{ "Finalités: deux; vraiment? Oui!", "Finalités~: deux_; vraiment_? Oui_!" },
	{ "quoi ?!", "quoi_?!" },
	{ "(fin ?) et [?]", "(fin_?) et [?]" },
	{ "à 12:30, de 9:00", "à 12:30, de 9:00" },
	{ "voir https://example.org/a?b=c;d!e 'x'", "voir https://example.org/a?b=c;d!e ’x’" },
	{ "«https://example.org/?a» !", "«~https://example.org/?a~»_!" },
	{ "mailto:a@b.fr et tel:+33153732222", "mailto:a@b.fr et tel:+33153732222" },
	{ "o'neil@example.org: l'adresse", "o'neil@example.org~: l’adresse" },
	{ "écrire `conserver 3 ans ; d'ici` ; puis", "écrire `conserver 3 ans ; d'ici`_; puis" },
	{ "``a ` b ;`` ! un ` seul ;", "``a ` b ;``_! un ` seul_;" },
	{ "attendez... puis", "attendez… puis" },
	{ "4 000 euros, 1 234 567 km, 0 800 123 456", "4_000~euros, 1_234_567~km, 0 800 123 456" },
	{ "de 2016 679 et 01 53 73 22 22", "de 2016 679 et 01 53 73 22 22" },
	{ "3 ans, 13 mois, 90 jours et 2,5 heures", "3~ans, 13~mois, 90~jours et 2,5~heures" },
	{ "3 anses, R3 ans, 10 %, 4 €", "3 anses, R3 ans, 10~%, 4~€" },
	{ "le 25 mars 2026 et le 1er mars", "le 25~mars 2026 et le 1er~mars" },
	{ "n° 5, art. 5, § 3, p. 3, art. L. 223-1", "n°~5, art.~5, §~3, p.~3, art.~L.~223-1" },
	{ "part. 5 et fin p. suite", "part. 5 et fin p. suite" },
	{ "purpose {a} : « {b} »", "purpose {a}~: «~{b}~»" },
	{ "{a}: b", "{a}~: b" },
	{ "\n: b", "\n: b" },
	{ "C++ :: x", "C++ :: x" },
};

static const struct row english[] = {
	{ "the controller's and users' data", "the controller’s and users’ data" },
	{ "purpose 'mesure-d-audience' gives none", "purpose 'mesure-d-audience' gives none" },
	{ "'{a}' isn't '{b}'", "'{a}' isn’t '{b}'" },
	{ "{name}'s `don't` don't", "{name}’s `don't` don’t" },
	{ "a \"word\" and 5\" more", "a “word” and 5\" more" },
	{ "(\"x\") \"y", "(“x”) \"y" },
	{ "wait... 3 years; 1 March 2026: 1,000 days!", "wait… 3~years; 1~March 2026: 1,000~days!" },
	{ "Art. 13, No. 5, § 3, p. 3, 3 yearsago", "Art.~13, No.~5, §~3, p.~3, 3 yearsago" },
	{ "https://example.org/it's \"it's\"", "https://example.org/it's “it’s”" },
	{ "o'neil@example.org, o'neil", "o'neil@example.org, o’neil" },
	{ "« kept »", "« kept »" },
};

/* The row's text with its stand-ins replaced. */
static void unmask(struct buf *out, const char *set)
{
	for (; *set; set++) {
		if (*set == '~')
			buf_add_text(out, "\xC2\xA0");
		else if (*set == '_')
			buf_add_text(out, "\xE2\x80\xAF");
		else
			buf_add_char(out, *set);
	}
	buf_add_text(out, "");
}

static void check_row(struct row row, enum lang lang)
{
	struct buf expected = BUF_INIT, once = BUF_INIT, twice = BUF_INIT;

	unmask(&expected, row.set);
	buf_add_text(&once, "");
	buf_add_text(&twice, "before ");
	typography_add(&once, str_of(row.plain), lang);
	typography_add(&twice, buf_str(&once), lang);
	assert_string_equal(once.s, expected.s);
	assert_string_equal(twice.s + 7, expected.s);
	buf_release(&expected);
	buf_release(&once);
	buf_release(&twice);
}

static void sets_french(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(french) / sizeof(*french); i++)
		check_row(french[i], LANG_FR);
}

static void sets_english(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
		check_row(english[i], LANG_EN);
}

/* Any bytes: nothing is read past the end, and the second pass changes nothing. */
static void survives_any_bytes(void **state)
{
	static const char alphabet[] = "a1 \"'`.:;!?/@\xC2\xAB\xBB\xA0\xE2\x80\xAF{n4\n";
	uint32_t seed = 1;
	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct buf plain = BUF_INIT, once = BUF_INIT, twice = BUF_INIT;
		for (int k = 0; k < 12; k++) {
			seed = seed * 1664525u + 1013904223u;
			buf_add_char(&plain, alphabet[(seed >> 16) % (sizeof(alphabet) - 1)]);
		}
		typography_add(&once, buf_str(&plain), round % 2 ? LANG_EN : LANG_FR);
		typography_add(&twice, buf_str(&once), round % 2 ? LANG_EN : LANG_FR);
		assert_string_equal(twice.s, once.s);
		buf_release(&plain);
		buf_release(&once);
		buf_release(&twice);
	}
}

/* Texts of every length with one mark at every place, which is found wherever it stands. */
static void finds_marks_anywhere(void **state)
{
	(void)state;
	for (size_t n = 1; n <= 40; n++) {
		for (size_t at = 0; at <= n; at++) { /* at n: no mark */
			struct buf plain = BUF_INIT, set = BUF_INIT;

			buf_add_repeat(&plain, 'x', n);
			if (at < n)
				plain.s[at] = '\'';
			typography_add(&set, buf_str(&plain), LANG_FR);
			assert_int_equal(typography_keeps(buf_str(&plain), LANG_FR), at == n);
			assert_int_equal(set.n, at < n ? n + 2 : n);
			if (at < n)
				assert_memory_equal(set.s + at, "\xE2\x80\x99", 3);
			buf_release(&plain);
			buf_release(&set);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sets_french),
		cmocka_unit_test(sets_english),
		cmocka_unit_test(survives_any_bytes),
		cmocka_unit_test(finds_marks_anywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
