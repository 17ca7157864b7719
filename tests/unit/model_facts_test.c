/*
 * Facts and rights that a model gives: three-valued, and by the legal bases.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/model.h"

struct built {
	struct arena *arena;
	struct model *model;
};

static void build(struct built *b, const char *declarations)
{
	struct model_options options = { .root = STR(".") };
	struct sources *sources;
	struct findings findings;
	struct tokens tokens = { 0 };
	struct source *source;
	struct str text;

	b->arena = arena_new();
	sources = ARENA_NEW(b->arena, struct sources);
	sources_init(sources, b->arena);
	findings_init(&findings, b->arena);
	text = str_join(b->arena, STR("polc 1 en\n"), str_of(declarations));
	source = sources_add(sources, STR("t.policy"), text);
	syntax_lex(b->arena, source, &findings, &tokens);
	b->model = model_from_tree(b->arena, sources, syntax_parse(b->arena, source, &tokens, &findings),
				   &options, &findings);
	assert_int_equal(findings.list.n, 0);
}

static enum tri fact(enum tri (*of)(const struct model *model), const char *declarations)
{
	struct built b;
	enum tri result;

	build(&b, declarations);
	result = of(b.model);
	arena_free(b.arena);
	return result;
}

static bool applies(enum word right, const char *declarations)
{
	struct built b;
	bool result;

	build(&b, declarations);
	result = model_right_applies(b.model, right);
	arena_free(b.arena);
	return result;
}

#define LAW_FR "policy p { label \"P\"; law FR }\n"

static void test_facts(void **state)
{
	(void)state;
	assert_int_equal(fact(model_public_body, ""), TRI_UNKNOWN);
	assert_int_equal(fact(model_public_body, "controller c { nature company }"), TRI_UNKNOWN);
	assert_int_equal(fact(model_public_body, "controller c { public-body no }"), TRI_NO);
	assert_int_equal(fact(model_public_body,
			      "controller c { public-body no }\ncontroller d { nature public-body }"),
			 TRI_YES);
	assert_int_equal(fact(model_has_dpo, ""), TRI_UNKNOWN);
	assert_int_equal(fact(model_has_dpo, "dpo todo \"who?\""), TRI_UNKNOWN);
	assert_int_equal(fact(model_has_dpo, "dpo none"), TRI_NO);
	assert_int_equal(fact(model_has_dpo, "dpo { name \"X\" }"), TRI_YES);
	assert_int_equal(fact(model_has_decisions, ""), TRI_UNKNOWN);
	assert_int_equal(fact(model_has_decisions, "decisions none"), TRI_NO);
	assert_int_equal(fact(model_has_decisions, "decision d { label \"D\" }"), TRI_YES);
	assert_int_equal(fact(model_has_trackers, "trackers { lifetime 13 months }"), TRI_UNKNOWN);
	assert_int_equal(fact(model_has_trackers, "trackers { tracker t { label \"T\" } }"), TRI_YES);
	assert_int_equal(fact(model_has_trackers, "trackers { used no }"), TRI_NO);
}

static void test_rights(void **state)
{
	(void)state;
	assert_true(applies(WORD_RIGHT_ACCESS, ""));
	assert_false(applies(WORD_RIGHT_PORTABILITY, "purpose p { basis legitimate-interests }"));
	assert_true(applies(WORD_RIGHT_PORTABILITY, "purpose p { basis legitimate-interests, contract }"));
	assert_true(applies(WORD_RIGHT_PORTABILITY, "policy p { label \"P\"; bases consent }"));
	assert_false(applies(WORD_RIGHT_OBJECTION, "purpose p { basis consent }"));
	assert_true(applies(WORD_RIGHT_OBJECTION, "purpose p { basis public-task }"));
	assert_true(applies(WORD_RIGHT_OBJECTION_MARKETING, "purpose p { marketing { channel email } }"));
	assert_false(applies(WORD_RIGHT_OBJECTION_MARKETING, "purpose p { marketing no }"));
	assert_true(applies(WORD_RIGHT_OBJECTION_MARKETING, "purpose p { types newsletter }"));
	assert_false(applies(WORD_RIGHT_WITHDRAW_CONSENT, "purpose p { basis contract }"));
	assert_true(applies(WORD_RIGHT_WITHDRAW_CONSENT, "trackers { tracker t { kind ads } }"));
	assert_false(applies(WORD_RIGHT_WITHDRAW_CONSENT, "trackers { tracker t { kind cart } }"));
	assert_false(applies(WORD_RIGHT_HUMAN_DECISION, "decisions none"));
	assert_true(applies(WORD_RIGHT_POST_MORTEM, LAW_FR));
	assert_false(applies(WORD_RIGHT_POST_MORTEM, LAW_FR "data d { source public-source }"));
	assert_false(applies(WORD_RIGHT_POST_MORTEM, "policy p { label \"P\"; law BE }"));
}

static void test_authority(void **state)
{
	struct built b;
	const struct object *cnil;
	(void)state;
	build(&b, LAW_FR);
	cnil = model_authority(b.model);
	assert_non_null(cnil);
	assert_true(str_is(cnil->id, "cnil"));
	assert_true(cnil->built_in);
	assert_true(object_has(object_object(cnil, AUTHORITY_ADDRESS), ADDRESS_LINE));
	arena_free(b.arena);
	build(&b, LAW_FR "rights { complaint unnamed; granted access, objection }");
	assert_null(model_authority(b.model));
	assert_true(model_claims_rights(b.model));
	assert_non_null(model_granted(b.model, WORD_RIGHT_OBJECTION));
	assert_null(model_granted(b.model, WORD_RIGHT_ERASURE));
	arena_free(b.arena);
}

static void test_arithmetic(void **state)
{
	(void)state;
	assert_true(date_cmp((struct date) { 2026, 3, 1 }, (struct date) { 2026, 2, 28 }) > 0);
	assert_true(date_cmp((struct date) { 2025, 12, 31 }, (struct date) { 2026, 1, 1 }) < 0);
	assert_true(duration_months((struct duration) { 3, UNIT_YEAR }) == 36.0);
	assert_true(duration_months((struct duration) { 90, UNIT_DAY }) < 3.01);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_rights),
		cmocka_unit_test(test_authority),
		cmocka_unit_test(test_arithmetic),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
