/*
 * The table of requirements against the catalogue of rules: nothing is judged twice, nothing
 * is left out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/coverage_table.h"
#include "rules/rules.h"

/* How often the requirements name the rule. */
static int times_named(const char *id)
{
	int n = 0;

	for (int i = 0; i < REQUIRED_COUNT; i++) {
		struct str list = str_of(coverage_rules((enum requirement)i));

		for (size_t start = 0, end; start < list.n; start = end + 1) {
			end = str_find(list, " ", start);
			n += str_is(str_part(list, start, end), id);
		}
	}
	return n;
}

static void each_rule_judges_one_requirement(void **state)
{
	(void)state;
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (times_named(rules_table[i].code.id) != 1)
			fail_msg("%s is named %d times", rules_table[i].code.id,
				 times_named(rules_table[i].code.id));
	}
}

static void each_name_is_a_rule(void **state)
{
	(void)state;
	for (int i = 0; i < REQUIRED_COUNT; i++) {
		struct str list = str_of(coverage_rules((enum requirement)i));

		for (size_t start = 0, end; start < list.n; start = end + 1) {
			end = str_find(list, " ", start);
			if (!rules_find(str_part(list, start, end)))
				fail_msg("%.*s is no rule", STR_ARGS(str_part(list, start, end)));
		}
	}
}

/* A group is one table of the page: its rows stand together, and it has some. */
static void groups_stand_together(void **state)
{
	int groups = 1;

	(void)state;
	assert_int_equal(requirements_table[0].group, 0);
	for (int i = 1; i < REQUIRED_COUNT; i++) {
		int step = (int)requirements_table[i].group - (int)requirements_table[i - 1].group;

		assert_in_range(step, 0, 1);
		groups += step;
	}
	assert_int_equal(groups, GROUP_COUNT);
}

static void each_row_has_its_texts(void **state)
{
	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		for (int i = 0; i < REQUIRED_COUNT; i++)
			assert_true(*requirements_table[i].title.in[lang]);
		for (int i = CONDITION_ALWAYS + 1; i < CONDITION_COUNT; i++)
			assert_true(*conditions_table[i].no.in[lang] ||
				    *conditions_table[i].unknown.in[lang]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_judges_one_requirement),
		cmocka_unit_test(each_name_is_a_rule),
		cmocka_unit_test(groups_stand_together),
		cmocka_unit_test(each_row_has_its_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
