/*
 * The reference periods of the law, and which storage periods apply to a purpose.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/retention.h"
#include "model/retention.h"

#define HEADER "polc 1 en\npolicy example { languages en; law FR }\n"

struct fixture {
	struct arena *arena;
	struct sources sources;
	struct findings findings;
	struct retention_index *index;
	struct retention_groups groups;
};

static int set_up(void **state)
{
	struct arena *arena = arena_new();
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);

	fixture->arena = arena;
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	arena_free(((struct fixture *)*state)->arena);
	return 0;
}

/* Resolves the purpose `p` of the policy. */
static void resolve(struct fixture *fixture, const char *text)
{
	struct tokens tokens = { 0 };
	struct model_options options = { .root = STR(".") };
	struct source *source;
	struct model *model;

	sources_init(&fixture->sources, fixture->arena);
	findings_init(&fixture->findings, fixture->arena);
	source = sources_add(&fixture->sources, STR("test.policy"), str_of(text));
	syntax_lex(fixture->arena, source, &fixture->findings, &tokens);
	model = model_from_tree(fixture->arena, &fixture->sources,
				syntax_parse(fixture->arena, source, &tokens, &fixture->findings), &options,
				&fixture->findings);
	assert_int_equal(fixture->findings.list.n, 0);
	fixture->index = model_retention_index(fixture->arena, model);
	model_retention_for(fixture->index, map_get(&model->named[BLOCK_PURPOSE], STR("p")),
			    &fixture->groups);
}

/* The group number i is of the level and holds the counts of years, in order. */
static void expect(const struct fixture *fixture, size_t i, enum retention_reach reach, const long *years)
{
	const struct retention_group *group;

	assert_true(i < fixture->groups.list.n);
	group = &fixture->groups.list.v[i];
	assert_int_equal(group->reach, reach);
	for (size_t j = 0; j < group->list->entries.n; j++)
		assert_int_equal(group->list->entries.v[j]->period->duration.count, years[j]);
	assert_int_equal(years[group->list->entries.n], 0);
}
#define EXPECT(i, reach, ...) expect(fixture, i, reach, (const long[]) { __VA_ARGS__, 0 })

static void test_reference(void **state)
{
	(void)state;
	assert_int_equal(law_retention(STR("prospect"))->max_months, 36);
	assert_int_equal(law_retention(STR("accounting"))->min_months, 120);
	assert_null(law_retention(STR("prospects")));
	for (int word = 0; word < WORD_COUNT; word++) {
		if (schema_words[word].vocabulary == VOCABULARY_RETENTION_KIND)
			assert_non_null(law_retention(str_of(schema_words[word].word[LANG_EN])));
	}
}

static void test_purpose_hides_the_rest(void **state)
{
	struct fixture *fixture = *state;

	resolve(fixture, HEADER
		"data d { label \"D\" }\n"
		"purpose p { label \"P\"; data d; retain 1 year after order; archive 9 years after order }\n"
		"retention 2 years after order { data d }\n"
		"retention 3 years after order { purpose p }\n"
		"retention 4 years after order\n");
	EXPECT(0, REACH_PURPOSE, 1, 9, 3);
	assert_int_equal(fixture->groups.list.n, 1);
}

static void test_levels(void **state)
{
	struct fixture *fixture = *state;

	resolve(fixture, HEADER
		"data d { label \"D\" }\ndata e { label \"E\" }\ndata f { label \"F\" }\n"
		"people g { label \"G\" }\n"
		"purpose p { label \"P\"; data d, e, f; people g; retain 1 year after order { data d } }\n"
		"retention 2 years after order { data d, e }\n"
		"retention 3 years after order { people g }\n"
		"retention 4 years after order { default yes }\n");
	EXPECT(0, REACH_PURPOSE_DATA, 1);
	EXPECT(1, REACH_DATA, 2);   /* of e: d has its own */
	EXPECT(2, REACH_PEOPLE, 3); /* of f */
	assert_int_equal(fixture->groups.list.n, 3);
	assert_true(str_is(fixture->groups.list.v[1].subject->id, "e"));
}

static void test_archive_hides_nothing(void **state)
{
	struct fixture *fixture = *state;

	resolve(fixture, HEADER "purpose p { label \"P\"; archive 9 years after order }\n"
				"retention 4 years after order { default yes }\n");
	EXPECT(0, REACH_PURPOSE, 9);
	EXPECT(1, REACH_DEFAULT, 4);
}

static void test_default_data(void **state)
{
	struct fixture *fixture = *state;

	resolve(fixture, HEADER "data d { label \"D\"; default yes }\n"
				"purpose p { label \"P\" }\n"
				"retention 2 years after order { data d }\n"
				"retention 4 years after order { default yes }\n");
	assert_int_equal(fixture->groups.list.n, 0);
	assert_non_null(fixture->groups.also);
	assert_int_equal(fixture->groups.also->list.n, 1);
	assert_int_equal(fixture->groups.also->list.v[0].reach, REACH_DATA);
}

static void test_nothing_applies(void **state)
{
	struct fixture *fixture = *state;

	resolve(fixture, HEADER "people g { label \"G\" }\n"
				"purpose p { label \"P\"; retain todo \"not known\" }\n"
				"retention 3 years after order { people g }\n"
				"retention 3 years after order { label \"Proofs\" }\n");
	assert_int_equal(fixture->groups.list.n, 0);
	assert_int_equal(fixture->index->entries.n, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reference),
		cmocka_unit_test_setup_teardown(test_purpose_hides_the_rest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_levels, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_archive_hides_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_default_data, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_nothing_applies, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
