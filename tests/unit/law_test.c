/*
 * Citations in both languages, and the tables of countries and authorities.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "law/law.h"

static void expect(const struct citation *law, const char *fr, const char *en)
{
	struct buf out = BUF_INIT;
	law_add_citations(&out, law, LANG_FR);
	assert_string_equal(out.s, fr);
	buf_reset(&out);
	law_add_citations(&out, law, LANG_EN);
	assert_string_equal(out.s, en);
	buf_release(&out);
}

static void test_union_law(void **state)
{
	(void)state;
	expect(LAW(CITE(GDPR, "13(1)(a)")), "RGPD, art. 13, § 1, point a)", "GDPR Art. 13(1)(a)");
	expect(LAW(CITE(GDPR, "77")), "RGPD, art. 77", "GDPR Art. 77");
	expect(LAW(CITE(GDPR, "28(3)(a)-(h)")), "RGPD, art. 28, § 3, points a) à h)",
	       "GDPR Art. 28(3)(a)-(h)");
	expect(LAW(CITE(GDPR, "21(2)-(3)")), "RGPD, art. 21, §§ 2 et 3", "GDPR Art. 21(2)-(3)");
	expect(LAW(CITE(GDPR, "44-49")), "RGPD, art. 44 à 49", "GDPR Art. 44-49");
	expect(LAW(CITE(GDPR, "4(11)")), "RGPD, art. 4, point 11", "GDPR Art. 4(11)");
	expect(LAW(CITE(GDPR, "recital:47")), "RGPD, considérant 47", "GDPR recital 47");
	expect(LAW(CITE(GDPR, "recital:41, 45")), "RGPD, considérants 41, 45", "GDPR recitals 41, 45");
	expect(LAW(CITE(GDPR, "6(1), dernier alinéa|6(1), last subparagraph")),
	       "RGPD, art. 6, § 1, dernier alinéa", "GDPR Art. 6(1), last subparagraph");
	expect(LAW(CITE(GDPR, NULL)), "RGPD", "GDPR");
	expect(LAW(CITE(GDPR, "13(1)(a)"), CITE(WP260, "annexe|annex")),
	       "RGPD, art. 13, § 1, point a) ; WP260 rév. 01, annexe",
	       "GDPR Art. 13(1)(a); WP260 rev.01 annex");
	expect(LAW(CITE(DECISION_2021_914, "4")), "décision (UE) 2021/914, art. 4",
	       "Decision (EU) 2021/914 Art. 4");
}

static void test_french_law(void **state)
{
	(void)state;
	expect(LAW(CITE(CCONSO, "L.223-1")), "C. consom., art. L. 223-1",
	       "French Consumer Code Art. L. 223-1");
	expect(LAW(CITE(CCONSO, "L. 223-1")), "C. consom., art. L. 223-1",
	       "French Consumer Code Art. L. 223-1");
	expect(LAW(CITE(LIL, "48 al. 3")), "loi Informatique et Libertés, art. 48, al. 3",
	       "French Data Protection Act Art. 48, para. 3");
	expect(LAW(CITE(LIL, "82, 2°")), "loi Informatique et Libertés, art. 82, 2°",
	       "French Data Protection Act Art. 82, 2°");
	expect(LAW(CITE(DECRET_2019_536, "77")), "décret n° 2019-536, art. 77",
	       "French Decree no. 2019-536 Art. 77");
}

static void test_bodies(void **state)
{
	(void)state;
	expect(LAW(CITE(EDPB, "05/2020, §§ 121-123")), "CEPD, lignes directrices 05/2020, §§ 121-123",
	       "EDPB Guidelines 05/2020, §§ 121-123");
	expect(LAW(CITE(CNIL, "durées de conservation|retention periods")), "CNIL, durées de conservation",
	       "CNIL, retention periods");
	expect(LAW(CITE(CJEU, "C-673/17 Planet49")), "CJUE, C-673/17 Planet49", "CJEU, C-673/17 Planet49");
	expect(LAW(CITE(CE, "19 juin 2020, n° 434684|19 June 2020, no. 434684")),
	       "Conseil d'État, 19 juin 2020, n° 434684",
	       "French Council of State, 19 June 2020, no. 434684");
	assert_string_equal(law_identifier(INSTRUMENT_GDPR), "CELEX:32016R0679");
	assert_string_equal(law_identifier(INSTRUMENT_CJEU), "");
	assert_string_equal(law_instrument_name(INSTRUMENT_GDPR).in[LANG_FR], "RGPD");
}

static void test_countries(void **state)
{
	(void)state;
	const struct country *before = NULL, *country;
	size_t eu = 0;
	for (size_t i = 0; (country = law_country_at(i)); before = country, i++) {
		assert_true(!before || strcmp(before->code, country->code) < 0);
		assert_ptr_equal(law_country(str_of(country->code)), country);
		assert_true(!country->eu || country->eea);
		assert_non_null(strstr(country->in.in[LANG_EN], country->name.in[LANG_EN]));
		eu += country->eu;
	}
	assert_int_equal(eu, 27 + 1 + 6 + 1); /* States, EU itself, outermost regions, Åland */
	assert_string_equal(law_country(STR("US"))->in.in[LANG_FR], "aux États-Unis");
	assert_string_equal(law_country(STR("MT"))->in.in[LANG_FR], "à Malte");
	assert_string_equal(law_country(STR("GB"))->in.in[LANG_EN], "in the United Kingdom");
	assert_int_equal(law_country(STR("FR"))->consent_age, 15);
	assert_true(law_country(STR("NO"))->eea && !law_country(STR("NO"))->eu);
	assert_true(law_country(STR("EEA"))->eea);
	assert_false(law_country(STR("CH"))->eea);
	assert_null(law_country(STR("fr")));
	assert_null(law_country(STR("")));
	assert_null(law_country(STR("ZZ")));
}

static void test_authorities(void **state)
{
	(void)state;
	const struct authority *before = NULL, *authority;
	for (size_t i = 0; (authority = law_authority_at(i)); before = authority, i++) {
		assert_true(!before || strcmp(before->id, authority->id) < 0);
		assert_ptr_equal(law_authority(str_of(authority->id)), authority);
		assert_non_null(law_country(str_of(authority->country)));
		if (authority->competent)
			assert_ptr_equal(law_authority_of(str_of(authority->country)), authority);
	}
	assert_string_equal(law_authority_of(STR("FR"))->id, "cnil");
	assert_string_equal(law_authority(STR("cnil"))->form, "https://www.cnil.fr/fr/plaintes");
	assert_string_equal(law_authority(STR("cnil"))->address,
			    "3 place de Fontenoy\nTSA 80715\n75334 Paris Cedex 07");
	assert_string_equal(law_authority_of(STR("DE"))->id, "bfdi");
	assert_null(law_authority_of(STR("US")));
	assert_null(law_authority(STR("CNIL")));
	for (size_t i = 0; law_country_at(i); i++) {
		const struct country *c = law_country_at(i);
		bool state_of_eea = c->eea && !strstr("EU EEA AX GP GF MQ RE YT MF", c->code);
		assert_true(!state_of_eea || law_authority_of(str_of(c->code)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_union_law),   cmocka_unit_test(test_french_law),
		cmocka_unit_test(test_bodies),	    cmocka_unit_test(test_countries),
		cmocka_unit_test(test_authorities),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
