/*
 * Dates, durations, periods, lists and countries in both languages; the clause
 * library's own rules; what a `wording` may and may not replace.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "law/law.h"
#include "wording/wording.h"

#define NB "\xC2\xA0"

struct built {
	struct arena *arena;
	struct model *model;
	struct findings findings;
};

static void build(struct built *b, const char *declarations)
{
	struct model_options options = { .root = STR(".") };
	struct sources *sources;
	struct tokens tokens = { 0 };
	struct source *source;

	b->arena = arena_new();
	sources = ARENA_NEW(b->arena, struct sources);
	sources_init(sources, b->arena);
	findings_init(&b->findings, b->arena);
	source = sources_add(sources, STR("t.policy"),
			     str_join(b->arena,
				      STR("polc 1 en\npolicy t { label { fr \"T\"; en \"T\" }; languages fr, "
					  "en }\n"),
				      str_of(declarations)));
	syntax_lex(b->arena, source, &b->findings, &tokens);
	b->model = model_from_tree(b->arena, sources, syntax_parse(b->arena, source, &tokens, &b->findings),
				   &options, &b->findings);
	assert_int_equal(b->findings.list.n, 0);
}

/* The page's words for a period, "fr | en". */
static void assert_period(const char *written, const char *expected)
{
	struct built b;
	struct buf out = BUF_INIT, declarations = BUF_INIT;
	const struct object *entry;

	buf_add_format(&declarations,
		       "event visit { label { fr \"les visites\"; en \"the visits\" } }\nretention %s { "
		       "default yes }",
		       written);
	build(&b, declarations.s);
	entry = object_object(b.model->root, ROOT_RETENTION);
	wording_add_period(&out, object_value(entry, RETENTION_PERIOD)->as.period, LANG_FR);
	buf_add_text(&out, " | ");
	wording_add_period(&out, object_value(entry, RETENTION_PERIOD)->as.period, LANG_EN);
	assert_string_equal(out.s, expected);
	buf_release(&out);
	buf_release(&declarations);
	arena_free(b.arena);
}

static void test_periods(void **state)
{
	(void)state;
	assert_period("3 years after last-contact",
		      "3" NB "ans après le dernier contact | 3" NB "years after the last contact");
	assert_period("3 years after last-contact from year-end",
		      "3" NB "ans après le dernier contact, à compter de la fin de l’année civile | 3" NB
		      "years after the last contact, counted from the end of the calendar year");
	assert_period("18 months from year-end", "18" NB "mois à compter de la fin de l’année civile | 18" NB
						 "months, counted from the end of the calendar year");
	assert_period("at-most 1 month after last-contact, visit",
		      "au plus 1" NB "mois après le dernier contact ou les visites | at most 1" NB
		      "month after the last contact or the visits");
	assert_period("at-least 2 days", "au moins 2" NB "jours | at least 2" NB "days");
	assert_period("during contract-term",
		      "pendant la relation contractuelle | during the contractual relationship");
	assert_period("until last-contact", "jusqu’au dernier contact | until the last contact");
	assert_period("until visit, unsubscribe", "jusqu’aux visites ou à la désinscription | until the "
						  "visits or the cancellation of the subscription");
	assert_period("indefinite", "sans limite de durée | without limit in time");
}

static void test_contractions(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	wording_add_contracted(&out, "de", STR("le dernier contact"));
	buf_add_char(&out, '|');
	wording_add_contracted(&out, "de", STR("les visites"));
	buf_add_char(&out, '|');
	wording_add_contracted(&out, "de", STR("l'achat"));
	buf_add_char(&out, '|');
	wording_add_contracted(&out, "à", STR("la fin"));
	assert_string_equal(out.s, "du dernier contact|des visites|de l’achat|à la fin");
	buf_release(&out);
}

static void test_dates(void **state)
{
	static const struct {
		struct date date;
		const char *expected;
	} rows[] = {
		{ { 2026, 3, 1 }, "1er" NB "mars 2026|1" NB "March 2026|2026-03-01" },
		{ { 2026, 12, 31 }, "31" NB "décembre 2026|31" NB "December 2026|2026-12-31" },
		{ { 987, 8, 2 }, "2" NB "août 0987|2" NB "August 0987|0987-08-02" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf out = BUF_INIT;

		wording_add_date(&out, rows[i].date, LANG_FR);
		buf_add_char(&out, '|');
		wording_add_date(&out, rows[i].date, LANG_EN);
		buf_add_char(&out, '|');
		wording_add_iso_date(&out, rows[i].date);
		assert_string_equal(out.s, rows[i].expected);
		buf_release(&out);
	}
}

static void test_durations(void **state)
{
	static const struct {
		struct duration duration;
		const char *expected;
	} rows[] = {
		{ { 1, UNIT_YEAR }, "1" NB "an|1" NB "year|P1Y" },
		{ { 3, UNIT_YEAR }, "3" NB "ans|3" NB "years|P3Y" },
		{ { 18, UNIT_MONTH }, "18" NB "mois|18" NB "months|P18M" },
		{ { 1, UNIT_WEEK }, "1" NB "semaine|1" NB "week|P1W" },
		{ { 90, UNIT_DAY }, "90" NB "jours|90" NB "days|P90D" },
		{ { 2, UNIT_HOUR }, "2" NB "heures|2" NB "hours|PT2H" },
		{ { 0, UNIT_DAY }, "0" NB "jour|0" NB "days|P0D" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf out = BUF_INIT;

		wording_add_duration(&out, rows[i].duration, LANG_FR);
		buf_add_char(&out, '|');
		wording_add_duration(&out, rows[i].duration, LANG_EN);
		buf_add_char(&out, '|');
		wording_add_iso_duration(&out, rows[i].duration);
		assert_string_equal(out.s, rows[i].expected);
		buf_release(&out);
	}
}

/* Within a sentence one is a word. */
static void test_durations_in_words(void **state)
{
	static const struct duration durations[] = {
		{ 1, UNIT_MONTH }, { 1, UNIT_WEEK }, { 1, UNIT_HOUR }, { 2, UNIT_YEAR }
	};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(durations) / sizeof(durations[0]); i++)
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			wording_add_duration_in_words(&out, durations[i], (enum lang)lang);
			buf_add_char(&out, '|');
		}
	assert_string_equal(out.s, "un" NB "mois|one" NB "month|une" NB "semaine|one" NB "week|une" NB
				   "heure|one" NB "hour|2" NB "ans|2" NB "years|");
	buf_release(&out);
}

static void test_lists_and_countries(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t n = 1; n <= 3; n++)
		for (size_t i = 0; i < n; i++) {
			buf_add_char(&out, (char)('a' + i));
			wording_add_separator(&out, i, n, n == 2 ? LANG_FR : LANG_EN);
		}
	assert_string_equal(out.s, "aa et ba, b and c");
	buf_reset(&out);
	wording_add_country(&out, law_country(STR("CI")), LANG_FR);
	assert_string_equal(out.s, "Côte d’Ivoire");
	buf_release(&out);
}

/* --- the library itself --- */

static void built_in(struct wording *wording, struct built *b)
{
	build(b, "");
	wording_init(wording, b->model, &b->findings);
}

/* Every hole of one text stands in the other. */
static void assert_same_holes(struct str from, struct str in)
{
	for (size_t open = str_find(from, "{", 0); open < from.n; open = str_find(from, "{", open + 1)) {
		char hole[64];
		size_t close = str_find(from, "}", open);

		assert_true(close < from.n && close - open < sizeof(hole) - 1);
		memcpy(hole, from.s + open, close - open + 1);
		hole[close - open + 1] = '\0';
		assert_true(str_find(in, hole, 0) < in.n);
	}
}

static bool is_id(const char *id)
{
	return id[0] >= 'a' && id[0] <= 'z' && strspn(id, "abcdefghijklmnopqrstuvwxyz-") == strlen(id);
}

static void test_clauses(void **state)
{
	static struct wording wording;
	struct built b;

	(void)state;
	built_in(&wording, &b);
	for (int i = 0; i < CLAUSE_COUNT; i++) {
		struct str fr = wording.text[i][LANG_FR], en = wording.text[i][LANG_EN];

		assert_true(fr.n && en.n);
		assert_true(is_id(wording_clause_id((enum clause)i)));
		assert_int_equal(wording_clause(str_of(wording_clause_id((enum clause)i))), i);
		assert_same_holes(fr, en);
		assert_same_holes(en, fr);
		assert_true(str_find(fr, "  ", 0) == fr.n && str_find(en, "  ", 0) == en.n);
	}
	arena_free(b.arena);
}

static void test_no_hedging(void **state)
{
	static const char *const fr_words[] = { "peut ",     "pourra",	    "éventuel", "le cas échéant",
						"notamment", "susceptible", "possible " };
	static const char *const en_words[] = { "might",   "often",  "possibl",
						"such as", "may be", "certain other" };
	static struct wording wording;
	struct built b;

	(void)state;
	built_in(&wording, &b);
	for (int i = 0; i < CLAUSE_COUNT; i++) {
		struct str fr = wording.text[i][LANG_FR], en = wording.text[i][LANG_EN];

		for (size_t j = 0; j < sizeof(fr_words) / sizeof(fr_words[0]); j++)
			assert_true(str_find(fr, fr_words[j], 0) == fr.n);
		for (size_t j = 0; j < sizeof(en_words) / sizeof(en_words[0]); j++)
			assert_true(str_find(en, en_words[j], 0) == en.n);
	}
	arena_free(b.arena);
}

/* --- overrides --- */

static void assert_findings(const char *declarations, const char *ids)
{
	static struct wording wording;
	struct built b;
	struct buf out = BUF_INIT;

	build(&b, declarations);
	wording_init(&wording, b.model, &b.findings);
	buf_add_text(&out, "");
	for (size_t i = 0; i < b.findings.list.n; i++)
		buf_add_format(&out, "%s ", b.findings.list.v[i]->code->id);
	assert_string_equal(out.s ? out.s : "", ids);
	buf_release(&out);
	arena_free(b.arena);
}

static void test_override_is_used(void **state)
{
	static struct wording wording;
	struct built b;

	(void)state;
	build(&b, "wording version { fr \"Éd. {version}\"; en \"Ed. {version}\" }");
	wording_init(&wording, b.model, &b.findings);
	assert_int_equal(b.findings.list.n, 0);
	assert_true(str_is(wording.text[CLAUSE_VERSION][LANG_FR], "Éd. {version}"));
	assert_true(str_is(wording.text[CLAUSE_VERSION][LANG_EN], "Ed. {version}"));
	arena_free(b.arena);
}

static void test_override_is_refused(void **state)
{
	(void)state;
	assert_findings("wording version { fr \"Éd.\"; en \"Ed. {version}\" }", "WORDING-HOLE-LOST ");
	assert_findings("wording free { fr \"a {b}\"; en \"a\" }", "WORDING-HOLE-UNKNOWN ");
	assert_findings("wording versoin { fr \"a\"; en \"a\" }", "WORDING-CLAUSE-MEANT ");
	assert_findings("wording zzzzzzzz { fr \"a\"; en \"a\" }", "WORDING-CLAUSE ");
	assert_findings("wording free { fr \"a\"; en \"a\" }\nwording free { fr \"b\"; en \"b\" }",
			"WORDING-REPEATED ");
	assert_findings("wording free { fr \"a {ref rights}\"; en \"a {ref rights}\" }", "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_contractions),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_durations),
		cmocka_unit_test(test_durations_in_words),
		cmocka_unit_test(test_lists_and_countries),
		cmocka_unit_test(test_clauses),
		cmocka_unit_test(test_no_hedging),
		cmocka_unit_test(test_override_is_used),
		cmocka_unit_test(test_override_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
