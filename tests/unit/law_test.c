/*
 * Citations in both languages, and the tables of law: their rows, and what they say on
 * a day.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "law/consent_ages.h"
#include "law/law.h"
#include "law/retention.h"
#include "law/tables.h"
#include "law/transfers.h"

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
	expect(LAW(CITE(GDPR, "44-49")), "RGPD, art. 44 à 49", "GDPR Arts. 44-49");
	expect(LAW(CITE(GDPR, "4(11)")), "RGPD, art. 4, point 11)", "GDPR Art. 4(11)");
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
	       "French Data Protection Act (Act no. 78-17) Art. 48, para. 3");
	expect(LAW(CITE(LIL, "82, 2°")), "loi Informatique et Libertés, art. 82, 2°",
	       "French Data Protection Act (Act no. 78-17) Art. 82, 2°");
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
}

static const struct date today = { 2026, 11, 21 };

static struct date day_of(int year, int month, int day)
{
	return (struct date) { year, month, day };
}

/* The States of the EEA, of the codes that the table marks as within it. */
static bool is_state(const struct country *country)
{
	static const char *const others[] = { "EU", "EEA", "AX", "GF", "GP", "MF", "MQ", "RE", "YT" };

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (!strcmp(country->code, others[i]))
			return false;
	return country->eea;
}

static bool is_address_on_the_web(const char *url)
{
	return !strncmp(url, "https://", 8) || !strncmp(url, "http://", 7);
}

/* One general authority, named in both languages, that can be written to and visited. */
static void expect_one_authority(const char *country)
{
	const struct authority *authority, *found = NULL;

	for (size_t i = 0; (authority = law_authority_at(i)); i++) {
		if (!authority->competent || strcmp(authority->country, country))
			continue;
		assert_null(found);
		found = authority;
	}
	assert_non_null(found);
	assert_true(found->name.in[LANG_FR][0] && found->name.in[LANG_EN][0]);
	assert_true(found->address[0] && is_address_on_the_web(found->site));
	assert_true(!found->form[0] || is_address_on_the_web(found->form));
	assert_true(found->phone[0] == '+');
}

static void test_authority_of_each_state(void **state)
{
	const struct country *country;
	size_t states = 0;

	(void)state;
	for (size_t i = 0; (country = law_country_at(i)); i++) {
		if (!is_state(country))
			continue;
		expect_one_authority(country->code);
		states++;
	}
	assert_int_equal(states, 30);
	expect_one_authority("GB");
	expect_one_authority("CH");
}

/* Pages print the country of a foreign authority in their own language. */
static void test_addresses_name_no_country(void **state)
{
	const struct authority *authority;

	(void)state;
	for (size_t i = 0; (authority = law_authority_at(i)); i++) {
		struct words name = law_country(str_of(authority->country))->name;

		for (int lang = 0; lang < LANG_COUNT; lang++)
			assert_false(str_has_suffix(str_of(authority->address), name.in[lang]) &&
				     strcmp(name.in[lang], "Luxembourg"));
	}
}

static void test_adequacy(void **state)
{
	const struct adequacy *before = NULL, *row;

	(void)state;
	for (unsigned i = 0; (row = law_adequacy_at(i)); before = row, i++) {
		int order = before ? strcmp(before->country, row->country) : -1;

		assert_true(order < 0 || (order == 0 && date_cmp(before->from, row->from) < 0));
		assert_true(date_is_real(row->from));
		assert_true(!row->until.year ||
			    (date_is_real(row->until) && date_cmp(row->from, row->until) < 0));
		assert_true(!strncmp(row->identifier, "CELEX:3", 7) && strlen(row->identifier) == 16);
		assert_true(!strcmp(row->country, "EPO") || !law_country(str_of(row->country))->eea);
		assert_ptr_equal(law_adequacy(str_of(row->country), row->from), row);
	}
	assert_string_equal(law_adequacy(STR("US"), day_of(2019, 5, 1))->identifier, "CELEX:32016D1250");
	assert_null(law_adequacy(STR("US"), day_of(2020, 7, 16)));
	assert_null(law_adequacy(STR("US"), day_of(2023, 7, 9)));
	assert_true(law_adequacy(STR("US"), today)->listed_only);
	assert_int_equal(law_adequacy(STR("GB"), day_of(2025, 6, 1))->until.month, 6);
	assert_int_equal(law_adequacy(STR("GB"), day_of(2025, 8, 1))->until.month, 12);
	assert_int_equal(law_adequacy(STR("GB"), today)->until.year, 2031);
	assert_null(law_adequacy(STR("GB"), day_of(2031, 12, 28)));
	assert_null(law_adequacy(STR("BR"), day_of(2026, 1, 25)));
	assert_non_null(law_adequacy(STR("EPO"), today));
	assert_null(law_adequacy(STR("FR"), today));
	assert_true(law_is_within_eea(STR("GB"), day_of(2020, 12, 31)));
	assert_false(law_is_within_eea(STR("GB"), day_of(2021, 7, 1)));
	assert_true(law_is_within_eea(STR("IS"), today));
	assert_false(law_is_within_eea(STR("ZZ"), today));
}

static void test_mechanisms(void **state)
{
	const struct mechanism *row;
	struct date end;

	(void)state;
	for (unsigned i = 0; (row = law_mechanism_at(i)); i++) {
		assert_ptr_equal(law_mechanism(str_of(row->word)), row);
		assert_true(date_is_real(row->from) && law_mechanism_is_valid(str_of(row->word), row->from));
		assert_int_equal(row->until.year != 0, row->end.in[LANG_EN][0] != '\0');
	}
	assert_true(law_mechanism_is_valid(STR("privacy-shield"), day_of(2019, 1, 1)));
	assert_false(law_mechanism_is_valid(STR("privacy-shield"), day_of(2020, 7, 16)));
	assert_false(law_mechanism_is_valid(STR("safe-harbour"), day_of(2015, 10, 6)));
	assert_true(law_mechanism_is_valid(STR("scc-old"), day_of(2022, 12, 27)));
	assert_false(law_mechanism_is_valid(STR("scc-old"), day_of(2022, 12, 28)));
	assert_false(law_mechanism_is_valid(STR("scc-2021"), day_of(2021, 6, 26)));
	assert_false(law_mechanism_is_valid(STR("dpf"), day_of(2023, 7, 9)));
	assert_true(law_mechanism_is_valid(STR("bcr"), day_of(2018, 5, 25)));
	end = law_mechanism_end(law_mechanism(STR("privacy-shield")));
	assert_int_equal(date_cmp(end, day_of(2020, 7, 16)), 0);
	assert_int_equal(law_mechanism_end(law_mechanism(STR("dpf"))).year, 0);
}

static const char *provider_of(struct str name)
{
	const struct provider *provider = law_provider(name);

	return provider ? provider->name : "";
}

static void test_providers(void **state)
{
	(void)state;
	assert_string_equal(provider_of(STR("Google Ireland Ltd")), "Google");
	assert_string_equal(provider_of(STR("Meta pixel")), "Meta");
	assert_string_equal(provider_of(STR("LINKEDIN-Insight")), "LinkedIn");
	assert_string_equal(provider_of(STR("Microsoft  Clarity")), "Microsoft (Clarity, Advertising)");
	assert_string_equal(provider_of(STR("X")), "X (Twitter)");
	assert_string_equal(provider_of(STR("Groupe X")), "");
	assert_string_equal(provider_of(STR("Googleplex")), "");
	assert_string_equal(provider_of(STR("métadonnées")), "");
	assert_string_equal(provider_of(STR("Microsoft")), "");
	assert_string_equal(provider_of(STR("")), "");
	assert_false(law_provider(STR("YouTube"))->exempt_allowed);
	assert_string_equal(law_provider(STR("YouTube"))->country, "US");
}

static int age(const char *country, struct date day)
{
	const struct consent_age *row = law_consent_age(law_country(str_of(country)), day);

	return row ? row->age : 0;
}

static void test_consent_ages(void **state)
{
	static const struct {
		const char *country;
		int age;
	} expected[] = {
		{ "FR", 15 }, { "AT", 14 }, { "BE", 13 }, { "CZ", 15 }, { "DE", 16 }, { "DK", 15 },
		{ "ES", 14 }, { "FI", 13 }, { "IE", 16 }, { "IT", 14 }, { "NL", 16 }, { "PL", 16 },
		{ "PT", 13 }, { "SE", 13 }, { "RE", 15 }, { "AX", 13 }, { "GR", 15 }, { "US", 0 },
		{ "BG", 14 }, { "CY", 14 }, { "EE", 13 }, { "HR", 16 }, { "IS", 13 }, { "LT", 14 },
		{ "LV", 13 }, { "MT", 13 }, { "NO", 13 }, { "SI", 15 }, { "SK", 16 }, { "GB", 0 },
	};
	const struct consent_age *row;

	(void)state;
	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++)
		assert_int_equal(age(expected[i].country, today), expected[i].age);
	assert_int_equal(age("DK", day_of(2023, 12, 31)), 13);
	assert_int_equal(age("DK", day_of(2024, 1, 1)), 15);
	assert_int_equal(age("IT", day_of(2018, 6, 1)), 0);
	assert_int_equal(age("SI", day_of(2023, 1, 25)), 0);
	for (size_t i = 0; law_country_at(i); i++)
		if (is_state(law_country_at(i)))
			assert_true(age(law_country_at(i)->code, today) >= 13);
	for (size_t i = 0; (row = law_consent_age_at(i)); i++) {
		assert_true(date_is_real(row->from) && row->age >= 13 && row->age <= 16);
		assert_true(is_state(law_country(str_of(row->country))));
	}
}

static void test_retention_days(void **state)
{
	const struct retention_reference *row;

	(void)state;
	for (size_t i = 0; (row = law_retention_at(i)); i++) {
		assert_true(!row->from.year || date_is_real(row->from));
		assert_ptr_equal(law_retention_on(str_of(row->kind), today), row);
	}
	assert_null(law_retention_on(STR("prospect"), day_of(2021, 9, 22)));
	assert_non_null(law_retention_on(STR("accounting"), day_of(2018, 5, 25)));
	assert_null(law_retention_on(STR("prospects"), today));
}

static bool has_digits(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789") == n;
}

/* CELEX numbers of acts are 3, the year, a letter, four digits; others have a '/'. */
static void expect_plausible(const char *identifier)
{
	const char *celex = identifier + 6;

	if (!strncmp(identifier, "CELEX:3", 7))
		assert_true(strlen(celex) == 10 && strspn(celex, "0123456789") == 5 &&
			    strchr("RLD", celex[5]) && has_digits(celex + 6, 4));
	else if (!strncmp(identifier, "LEGITEXT", 8) || !strncmp(identifier, "JORFTEXT", 8))
		assert_true(has_digits(identifier + 8, 12));
	else
		assert_true(!identifier[0] || strchr(identifier, '/'));
}

static const char *url(struct buf *out, enum instrument instrument, enum lang lang)
{
	buf_reset(out);
	law_add_instrument_url(out, instrument, lang);
	return out->n ? out->s : "";
}

static void test_instruments(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	for (int i = INSTRUMENT_NONE + 1; i < INSTRUMENT_COUNT; i++) {
		const char *identifier = law_identifier((enum instrument)i);
		bool statute = !strncmp(identifier, "CELEX:", 6) || !strncmp(identifier, "ELI:", 4) ||
			       !strncmp(identifier, "LEGITEXT0", 9) || !strncmp(identifier, "JORFTEXT0", 9);

		expect_plausible(identifier);
		assert_true(law_instrument_name((enum instrument)i).in[LANG_FR][0]);
		assert_int_equal(is_address_on_the_web(url(&out, (enum instrument)i, LANG_EN)), statute);
	}
	assert_string_equal(url(&out, INSTRUMENT_GDPR, LANG_FR),
			    "https://eur-lex.europa.eu/eli/reg/2016/679/oj");
	assert_string_equal(url(&out, INSTRUMENT_EPRIVACY, LANG_FR),
			    "https://eur-lex.europa.eu/eli/dir/2002/58/oj");
	assert_string_equal(url(&out, INSTRUMENT_DECISION_2023_1795, LANG_EN),
			    "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32023D1795");
	assert_string_equal(url(&out, INSTRUMENT_LIL, LANG_FR),
			    "https://www.legifrance.gouv.fr/loda/id/LEGITEXT000006068624");
	assert_string_equal(url(&out, INSTRUMENT_CCONSO, LANG_FR),
			    "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565");
	assert_string_equal(url(&out, INSTRUMENT_CJEU, LANG_FR), "");
	buf_release(&out);
}

static void test_tables(void **state)
{
	(void)state;
	for (int i = 0; i < LAW_TABLE_COUNT; i++) {
		const struct law_table *table = law_table((enum law_table_name)i);

		assert_int_equal(law_table_find(str_of(table->id)), i);
		assert_true(date_is_real(table->as_of) &&
			    date_cmp(law_table_oldest()->as_of, table->as_of) <= 0);
		assert_true(table->title.in[LANG_FR][0] && table->source.in[LANG_EN][0]);
		assert_false(law_table_is_older(table, 12, table->as_of));
		assert_false(law_table_is_older(table, 12, date_add_months(table->as_of, 12)));
		assert_true(law_table_is_older(table, 12, date_add_months(table->as_of, 13)));
	}
	assert_int_equal(law_table_find(STR("")), LAW_TABLE_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_union_law),
		cmocka_unit_test(test_french_law),
		cmocka_unit_test(test_bodies),
		cmocka_unit_test(test_countries),
		cmocka_unit_test(test_authorities),
		cmocka_unit_test(test_authority_of_each_state),
		cmocka_unit_test(test_addresses_name_no_country),
		cmocka_unit_test(test_adequacy),
		cmocka_unit_test(test_mechanisms),
		cmocka_unit_test(test_providers),
		cmocka_unit_test(test_consent_ages),
		cmocka_unit_test(test_retention_days),
		cmocka_unit_test(test_instruments),
		cmocka_unit_test(test_tables),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
