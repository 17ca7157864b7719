/*
 * Findings: counts, order, the limit, waivers, holes, and the bridge from sources.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "diag/diag.h"

static const struct code first = { "A-1", LEVEL_ERROR, NULL,
				   WORDS("{x} { … } « {nom} »", "{x} { ... } '{nom}'"), WORDS("", "") };
static const struct code second = { "B-1", LEVEL_WARNING, NULL, WORDS("", ""), WORDS("", "") };

static int enter(void **state)
{
	struct findings *findings = test_malloc(sizeof(*findings));
	findings_init(findings, arena_new());
	*state = findings;
	return 0;
}

static int leave(void **state)
{
	struct findings *findings = *state;
	arena_free(findings->arena);
	test_free(findings);
	return 0;
}

static void sorts_by_place_then_code(void **state)
{
	struct findings *findings = *state;
	struct span late = { 1, 9, 10 }, early = { 1, 2, 3 }, other = { 2, 0, 1 };
	struct diag *expected[6];
	expected[5] = findings_add(findings, &first, other);
	expected[4] = findings_add(findings, &second, late);
	expected[2] = findings_add(findings, &first, late);
	expected[3] = findings_add(findings, &first, late);
	expected[1] = findings_add(findings, &second, early);
	expected[0] = findings_add(findings, &second, NO_SPAN);
	findings_sort(findings);
	assert_memory_equal(findings->list.v, expected, sizeof(expected));
	assert_int_equal(findings->count[LEVEL_ERROR], 3);
	assert_int_equal(findings->count[LEVEL_WARNING], 3);
}

static void waives_once(void **state)
{
	struct findings *findings = *state;
	struct diag *diag = findings_add(findings, &first, NO_SPAN);
	findings_waive(findings, diag, "why");
	findings_waive(findings, diag, "why not");
	assert_int_equal(findings->count[LEVEL_ERROR], 0);
	assert_int_equal(findings->list.n, 1);
	assert_string_equal(diag->waived, "why not");
}

static void counts_past_the_limit(void **state)
{
	struct findings *findings = *state;
	for (int i = 0; i < FINDINGS_LIMIT + 7; i++)
		assert_non_null(findings_add(findings, &second, NO_SPAN));
	assert_int_equal(findings->list.n, FINDINGS_LIMIT);
	assert_int_equal(findings->limit_hit, 7);
	assert_int_equal(findings->count[LEVEL_WARNING], FINDINGS_LIMIT + 7);
}

static void fills_holes(void **state)
{
	struct findings *findings = *state;
	struct diag *diag = findings_add(findings, &first, NO_SPAN);
	struct buf buf = BUF_INIT;
	diag_add_number(findings, diag, "x", -3);
	diag_add_words(findings, diag, "nom", STR("{x} fr"), STR("{x} en"));
	diag_fill(&buf, first.message.in[LANG_FR], diag, LANG_FR);
	diag_fill(&buf, first.message.in[LANG_EN], diag, LANG_EN);
	assert_string_equal(buf.s, "-3 { … } « {x} fr »-3 { ... } '{x} en'");
	buf_release(&buf);
}

static void turns_source_problems_into_findings(void **state)
{
	static const char *const ids[] = { "ENCODING-WINDOWS-1252", "SOURCE-BYTE", "SOURCE-NUL" };
	struct findings *findings = *state;
	struct sources sources;
	struct buf buf = BUF_INIT;
	sources_init(&sources, findings->arena);
	diag_add_source_problems(findings, sources_add(&sources, STR("good"), STR("bon")));
	assert_int_equal(findings->list.n, 0);
	diag_add_source_problems(findings, sources_add(&sources, STR("bad"), STR("\xE9\x81\0")));
	assert_int_equal(findings->list.n, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(findings->list.v[i]->code->id, ids[i]);
	diag_fill(&buf, findings->list.v[1]->code->message.in[LANG_EN], findings->list.v[1], LANG_EN);
	assert_string_equal(buf.s, "byte 0x81 means nothing in Windows-1252");
	buf_release(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(sorts_by_place_then_code, enter, leave),
		cmocka_unit_test_setup_teardown(waives_once, enter, leave),
		cmocka_unit_test_setup_teardown(counts_past_the_limit, enter, leave),
		cmocka_unit_test_setup_teardown(fills_holes, enter, leave),
		cmocka_unit_test_setup_teardown(turns_source_problems_into_findings, enter, leave),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
