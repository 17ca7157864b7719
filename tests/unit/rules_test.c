/*
 * The table of rules, and what the engine does with it: profiles, gates, waivers,
 * typed references.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/xref.h"
#include "rules/rules.h"

static struct arena *arena;
static struct sources sources;
static struct findings findings;

static const struct model *build(const char *text)
{
	const struct model_options options = { STR(".") };
	const struct source *source;
	struct tokens tokens = { 0 };

	arena_reset(arena);
	sources_init(&sources, arena);
	findings_init(&findings, arena);
	source = sources_add(&sources, STR("test.policy"), str_of(text));
	syntax_lex(arena, source, &findings, &tokens);
	return model_from_tree(arena, &sources, syntax_parse(arena, source, &tokens, &findings), &options,
			       &findings);
}

static void check(const char *text)
{
	const struct rules_options options = { .as_of = { 2026, 11, 21 } };
	const struct model *model = build(text);

	model_check_xrefs(model, &findings);
	rules_run(arena, model, &options, &findings);
}

static size_t count(const char *id, bool waived)
{
	size_t n = 0;

	for (size_t i = 0; i < findings.list.n; i++) {
		const struct diag *diag = findings.list.v[i];

		n += !strcmp(diag->code->id, id) && (diag->waived != NULL) == waived;
	}
	return n;
}

static const struct diag *find(const char *id)
{
	for (size_t i = 0; i < findings.list.n; i++) {
		if (!strcmp(findings.list.v[i]->code->id, id))
			return findings.list.v[i];
	}
	fail_msg("no finding %s", id);
	return NULL;
}

static void test_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < RULE_COUNT; i++) {
		const struct rule *rule = &rules_table[i];

		assert_ptr_equal(rules_find(str_of(rule->code.id)), rule); /* no identifier twice */
		assert_ptr_equal(rules_of_code(&rule->code), rule);
		assert_non_null(rule->code.law);
		assert_int_not_equal(rule->code.law[0].instrument, INSTRUMENT_NONE);
		assert_true(rule->check || rule->need >= 0);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			assert_true(rule->code.message.in[lang][0] && rule->code.help.in[lang][0]);
		assert_string_not_equal(rule->code.message.in[LANG_FR], rule->code.message.in[LANG_EN]);
		assert_string_not_equal(rule->code.help.in[LANG_FR], rule->code.help.in[LANG_EN]);
	}
	assert_ptr_equal(rules_find(STR("doc-date")), &rules_table[RULE_DOC_DATE]);
	assert_null(rules_find(STR("DOC-DATES")));
	assert_null(rules_find(STR("")));
}

static void test_profiles(void **state)
{
	static const char rights[] =
			"polc 1 en\npolicy p { languages en; law %s }\nrights { granted access }\n";
	char text[200];

	(void)state;
	snprintf(text, sizeof(text), rights, "FR");
	check(text);
	assert_int_equal(count("GDPR-13-2-b-REC", false), 1);
	snprintf(text, sizeof(text), rights, "IE");
	check(text);
	assert_int_equal(count("GDPR-13-2-b-REC", false), 1);
	assert_int_equal(count("LIL-48-3", false), 0);
	check("polc 1 en\npolicy p { kind processor; languages en; law FR }\nrights { granted access }\n");
	assert_int_equal(count("GDPR-13-2-b-REC", false), 0);
	assert_int_equal(count("GDPR-13-1-a", false), 1);
	check("polc 1 en\npurpose a { label \"A library declares no policy\" }\n");
	assert_int_equal(findings.list.n, 0);
}

static void test_facts(void **state)
{
	(void)state;
	check("polc 1 en\npolicy p { languages en; law FR }\ncontroller c { name \"C\" }\n");
	assert_int_equal(count("FACT-UNKNOWN", false), GATE_COUNT - 1);
	assert_int_equal(count("GDPR-13-1-b", false), 0);
	check("polc 1 en\npolicy p { languages en; law FR }\ncontroller c { name \"C\"; public-body no }\n"
	      "dpo { name \"D\" }\ndecisions none\ntrackers { used no }\n");
	assert_int_equal(count("FACT-UNKNOWN", false), 0);
	assert_int_equal(count("GDPR-13-1-b", false), 1);
}

#define PURPOSE "purpose a { label \"Accounts\"; types service, billing; basis contract %s }\n"

static void test_waivers(void **state)
{
	char text[400];

	(void)state;
	snprintf(text, sizeof(text), "polc 1 en\npolicy p { languages en }\n" PURPOSE,
		 "; allow GDPR-5-1-b-BUNDLE \"one service\"");
	check(text);
	assert_int_equal(count("GDPR-5-1-b-BUNDLE", true), 1);
	assert_int_equal(count("GDPR-5-1-b-BUNDLE", false), 0);
	assert_string_equal(find("GDPR-5-1-b-BUNDLE")->waived, "one service");
	snprintf(text, sizeof(text),
		 "polc 1 en\npolicy p { languages en; allow GDPR-5-1-b-BUNDLE \"all\" until 2026-11-21 "
		 "}\n" PURPOSE,
		 "");
	check(text);
	assert_int_equal(count("GDPR-5-1-b-BUNDLE", true), 1);
	snprintf(text, sizeof(text),
		 "polc 1 en\npolicy p { languages en; allow GDPR-5-1-b-BUNDLE \"all\" until 2026-11-20 "
		 "}\n" PURPOSE,
		 "");
	check(text);
	assert_int_equal(count("GDPR-5-1-b-BUNDLE", false), 1);
	assert_int_equal(count("WAIVER-EXPIRED", false), 1);
}

static void test_wrong_waivers(void **state)
{
	(void)state;
	check("polc 1 en\npolicy p { languages en\nallow GDPR-13-1-a \"no controller\"\nallow DOC-DATES "
	      "\"x\"\n"
	      "allow SEC-ABS-NOT-A-RULE \"x\" }\npurpose a { label \"Accounts\"; allow DOC-DATE "
	      "\"elsewhere\" }\n");
	assert_int_equal(count("WAIVER-DENIED", false), 1);
	assert_int_equal(count("GDPR-13-1-a", false), 1);
	assert_int_equal(count("WAIVER-UNKNOWN", false), 2);
	assert_string_equal(find("WAIVER-UNKNOWN")->fixes.v[0].replacement.s, "DOC-DATE");
	assert_int_equal(count("WAIVER-UNUSED", false), 1);
	assert_int_equal(count("DOC-DATE", false), 1);
}

static struct xref refer(const struct model *model, const char *text)
{
	struct xref xref = { 0 };
	size_t offset = 0;

	if (!model_xref_next(model, str_of(text), &offset, &xref))
		fail_msg("no reference in %s", text);
	return xref;
}

static void test_references(void **state)
{
	const struct model *model =
			build("polc 1 fr\npolitique p { langues fr }\nsection valeurs { intitulé \"V\" }\n"
			      "finalité envois { intitulé \"E\" }\ntraceurs { traceur mesure { intitulé "
			      "\"M\" } }\n");
	struct xref xref;
	size_t offset = 0;

	(void)state;
	xref = refer(model, "voir {renvoi droits}");
	assert_true(xref.state == XREF_FOUND && xref.section == WORD_SECTION_RIGHTS && xref.start == 5 &&
		    xref.end == 20);
	assert_int_equal(refer(model, "{ref rights}").section, WORD_SECTION_RIGHTS);
	assert_int_equal(refer(model, "{renvoi finalites}").section, WORD_SECTION_PURPOSES);
	assert_ptr_equal(refer(model, "{ref purpose envois}").object,
			 map_get(&model->named[BLOCK_PURPOSE], STR("envois")));
	assert_int_equal(refer(model, "{renvoi traceur mesure}").object->block, BLOCK_TRACKER);
	assert_int_equal(refer(model, "{renvoi section valeurs}").state, XREF_FOUND);
	assert_int_equal(refer(model, "{renvoi section droits}").state, XREF_FOUND);
	assert_int_equal(refer(model, "{renvoi droits droits}").state, XREF_FOUND);
	assert_int_equal(refer(model, "{renvoi droits valeurs}").state, XREF_OTHER_KIND);
	assert_int_equal(refer(model, "{renvoi finalité droits}").state, XREF_OTHER_KIND);
	assert_int_equal(refer(model, "{renvoi finalité envoi}").state, XREF_UNKNOWN);
	assert_int_equal(refer(model, "{renvoi ailleurs droits}").state, XREF_UNKNOWN);
	assert_int_equal(refer(model, "{renvoi droit}").state, XREF_UNKNOWN);
	assert_false(model_xref_next(model, STR("{reference} {ref} {renvoi } {ref droits"), &offset, &xref));
}

static void test_unknown_references(void **state)
{
	(void)state;
	check("polc 1 en\npolicy p { languages en }\n"
	      "section values { label \"Values\"; body \"See {ref right}, {ref purpose news} and {ref "
	      "rights}.\" }\n"
	      "purpose new { label \"New\" }\n");
	assert_int_equal(count("MODEL-XREF", false), 2);
	assert_true(str_is(sources_text(&sources, find("MODEL-XREF")->span), "{ref right}"));
}

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_profiles),
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_waivers),
		cmocka_unit_test(test_wrong_waivers),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_unknown_references),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
