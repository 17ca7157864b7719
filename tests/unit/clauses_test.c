/*
 * The clauses of polc, and the labels of its words, under its own rules on texts: nothing
 * that it writes leaves open what is done, cites law that is out of date, uses another term
 * than the Regulation's, says other numbers in one language than in the other, or takes too
 * long a sentence.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "driver/driver.h"

static const char *const rules[] = { "WP260-VAGUE", "LAW-STALE", "TERM-LEGAL", "READ-SENT", "BIL-NUM" };

/* The clause as a string of the policy language, each {hole} as a word. */
static void add_string(struct buf *source, struct str clause)
{
	buf_add_char(source, '"');
	for (size_t i = 0; i < clause.n; i++) {
		if (clause.s[i] == '{') {
			buf_add_text(source, "Dupont");
			i = str_find(clause, "}", i);
			continue;
		}
		if (clause.s[i] == '"')
			buf_add_char(source, '\\');
		buf_add_char(source, clause.s[i]);
	}
	buf_add_text(source, "\"");
}

/* A policy that says each clause, and each label of a word, of its purposes. */
static void add_policy(struct buf *source)
{
	buf_add_text(source, "polc 1 en\npolicy p { languages fr, en; law FR }\n");
	for (int i = 0; i < CLAUSE_COUNT; i++) {
		buf_add_format(source, "purpose clause-%s { detail { fr ", wording_clause_id((enum clause)i));
		add_string(source, wording_built_in((enum clause)i, LANG_FR));
		buf_add_text(source, "; en ");
		add_string(source, wording_built_in((enum clause)i, LANG_EN));
		buf_add_text(source, " } }\n");
	}
	for (int i = 0; i < WORD_COUNT; i++) {
		if (!schema_words[i].label.in[LANG_FR][0])
			continue;
		buf_add_format(source, "purpose word-%d { detail { fr ", i);
		add_string(source, str_of(schema_words[i].label.in[LANG_FR]));
		buf_add_text(source, "; en ");
		add_string(source, str_of(schema_words[i].label.in[LANG_EN]));
		buf_add_text(source, " } }\n");
	}
}

static void judge(struct compilation *compilation, const struct buf *source)
{
	struct compile_options options = { .as_of = { 2026, 11, 21 }, .until = STAGE_RULES };
	struct compile_path path = { .path = STR("clauses.policy"), .root = STR(".") };

	compilation_run_bytes(compilation, &path, buf_str(source), &options);
}

static const struct diag *find(const struct compilation *compilation, const char *id)
{
	for (size_t i = 0; i < compilation->findings.list.n; i++) {
		if (!strcmp(compilation->findings.list.v[i]->code->id, id))
			return compilation->findings.list.v[i];
	}
	return NULL;
}

static void no_clause_is_flagged(void **state)
{
	struct compilation compilation;
	struct buf source = BUF_INIT;

	(void)state;
	compilation_init(&compilation);
	add_policy(&source);
	judge(&compilation, &source);
	assert_int_equal(compilation_language_errors(&compilation), 0);
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		const struct diag *diag = find(&compilation, rules[i]);

		if (diag)
			fail_msg("%s: %.*s", rules[i],
				 STR_ARGS(str_part(buf_str(&source), diag->span.start,
						   diag->span.start + 80)));
	}
	buf_release(&source);
	compilation_release(&compilation);
}

/* The same rules do speak of such a policy. */
static void a_hedge_would_be_flagged(void **state)
{
	struct compilation compilation;
	struct buf source = BUF_INIT;

	(void)state;
	compilation_init(&compilation);
	add_policy(&source);
	buf_add_text(&source, "purpose more { detail { fr \"Nous pouvons les transmettre.\"; en \"We may "
			      "share them.\" } }\n");
	judge(&compilation, &source);
	assert_non_null(find(&compilation, "WP260-VAGUE"));
	buf_release(&source);
	compilation_release(&compilation);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_clause_is_flagged),
		cmocka_unit_test(a_hedge_would_be_flagged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
