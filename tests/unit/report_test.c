/*
 * The terminal and line emitters, compared as whole texts. '~' stands for U+00A0.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "law/law.h"
#include "report/report.h"

static const struct code period = { "GDPR-13-2-a", LEVEL_ERROR, LAW(CITE(GDPR, "13(2)(a)")),
				    WORDS("la finalité « {purpose} » n'a ni durée ni critère",
					  "purpose '{purpose}' has no storage period"),
				    WORDS("écrire `conserver 3 ans` ;\nou un critère",
					  "write `retain 3 years`;\nor don't") };
static const struct code plain = { "SYNTAX-BRACE", LEVEL_WARNING, NULL, WORDS("accolade : oui ?", "brace"),
				   WORDS("", "") };

struct stage {
	struct sources sources;
	struct findings findings;
	struct report_options options;
};

static int enter(void **state)
{
	struct stage *stage = test_calloc(1, sizeof(*stage));
	sources_init(&stage->sources, arena_new());
	findings_init(&stage->findings, stage->sources.arena);
	stage->options.lang = LANG_EN;
	*state = stage;
	return 0;
}

static int leave(void **state)
{
	arena_free(((struct stage *)*state)->sources.arena);
	test_free(*state);
	return 0;
}

/* The span of the first `text` in the source. */
static struct span find(const struct source *source, const char *text)
{
	size_t at = str_find(source->text, text, 0);
	return (struct span) { source->number, (uint32_t)at, (uint32_t)(at + strlen(text)) };
}

static void check(const struct buf *got, const char *expected)
{
	struct buf unmasked = BUF_INIT;
	for (; *expected; expected++) {
		if (*expected == '~')
			buf_add_text(&unmasked, "\xC2\xA0");
		else
			buf_add_char(&unmasked, *expected);
	}
	assert_string_equal(got->s, unmasked.s);
	buf_release(&unmasked);
}

static void check_terminal(const struct stage *stage, const char *expected)
{
	struct buf out = BUF_INIT;
	report_terminal(&out, &stage->sources, &stage->findings, &stage->options);
	check(&out, expected);
	buf_release(&out);
}

static struct diag *add_period(struct stage *stage)
{
	struct source *source = sources_add(&stage->sources, STR("a/b.policy"),
					    STR("\n\nfinalité mesure {\n\tx\n}\n"));
	struct diag *diag = findings_add(&stage->findings, &period, find(source, "finalité"));
	struct words here = WORDS("ajouter `conserver` ici", "add `retain` here");
	diag_add_arg(&stage->findings, diag, "purpose", STR("mesure"));
	diag_add_label(&stage->findings, diag, find(source, "mesure"), here);
	return diag;
}

static void shows_a_finding_in_english(void **state)
{
	add_period(*state);
	check_terminal(*state, "error[GDPR-13-2-a]: purpose 'mesure' has no storage period\n"
			       "  --> a/b.policy:3:1\n"
			       "    |\n"
			       "  3 | finalité mesure {\n"
			       "    | ^^^^^^^^ ------ add `retain` here\n"
			       "    |\n"
			       "   = law:  GDPR Art.~13(2)(a)\n"
			       "   = help: write `retain 3 years`;\n"
			       "           or don’t\n"
			       "   = more: polc explain GDPR-13-2-a\n\n");
}

static void shows_a_finding_in_french(void **state)
{
	struct stage *stage = *state;
	struct diag *diag = add_period(stage);
	stage->options.lang = LANG_FR;
	diag_add_fix(&stage->findings, diag, find(stage->sources.files.v[0], "x"), STR("y"), TRUST_SAFE);
	check_terminal(stage, "erreur[GDPR-13-2-a]~: la finalité «~mesure~» n’a ni durée ni critère\n"
			      "  --> a/b.policy:3:1\n"
			      "    |\n"
			      "  3 | finalité mesure {\n"
			      "    | ^^^^^^^^ ------ ajouter `conserver` ici\n"
			      "    |\n"
			      "   = loi~:  RGPD, art.~13, §~2, point a)\n"
			      "   = aide~: écrire `conserver 3 ans`\xE2\x80\xAF;\n"
			      "            ou un critère\n"
			      "   = correction~: ligne 4~: remplacer `x` par `y`\n"
			      "   = voir~: polc explain GDPR-13-2-a\n\n");
}

static void places_many_labels(void **state)
{
	struct stage *stage = *state;
	struct source *here = sources_add(&stage->sources, STR("here"), STR("a bb ccc\n\n\n\n\td\033 e\n"));
	struct source *there = sources_add(&stage->sources, STR("there"), STR("f\n"));
	struct diag *diag = findings_add(&stage->findings, &plain, find(here, "bb"));
	diag_add_label(&stage->findings, diag, find(there, "f"), (struct words)WORDS("", "elsewhere"));
	diag_add_label(&stage->findings, diag, find(here, "e\n"), (struct words)WORDS("", "below"));
	diag_add_label(&stage->findings, diag, find(here, "ccc"), (struct words)WORDS("", "right"));
	diag_add_label(&stage->findings, diag, find(here, "a"), (struct words)WORDS("", "left"));
	diag_add_label(&stage->findings, diag, find(here, "bb"), (struct words)WORDS("", "middle"));
	diag_add_label(&stage->findings, diag, NO_SPAN, (struct words)WORDS("", "nowhere"));
	check_terminal(stage, "warning[SYNTAX-BRACE]: brace\n"
			      "  --> here:1:3\n"
			      "    |\n"
			      "  1 | a bb ccc\n"
			      "    | - ^^ --- right\n"
			      "    | | middle\n"
			      "    | left\n"
			      "...\n"
			      "  5 |     d\xE2\x90\x9B e\n"
			      "    |        - below\n"
			      "    |\n"
			      "  ::: there:1:1\n"
			      "    |\n"
			      "  1 | f\n"
			      "    | - elsewhere\n"
			      "    |\n"
			      "   = note: nowhere\n\n");
}

/* One line of a megabyte, marked in its middle: the extract stays short. */
static void cuts_long_lines(void **state)
{
	struct stage *stage = *state;
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct source *source;
	buf_add_repeat(&text, 'x', 500000);
	buf_add_text(&text, "HERE");
	buf_add_repeat(&text, 'y', 500000);
	source = sources_add(&stage->sources, STR("long"), buf_str(&text));
	findings_add(&stage->findings, &plain, find(source, "HERE"));
	findings_add(&stage->findings, &plain, (struct span) { source->number, 5, 900000 });
	report_terminal(&out, &stage->sources, &stage->findings, &stage->options);
	assert_true(out.n < 1000);
	assert_true(str_find(buf_str(&out), "…xxx", 0) < out.n);
	assert_true(str_find(buf_str(&out), "yyy…\n", 0) < out.n);
	buf_release(&text);
	buf_release(&out);
}

static void marks_empty_places(void **state)
{
	struct stage *stage = *state;
	struct source *source = sources_add(&stage->sources, STR("e"), STR(""));
	findings_add(&stage->findings, &plain, (struct span) { source->number, 0, 0 });
	findings_add(&stage->findings, &plain, NO_SPAN);
	check_terminal(stage, "warning[SYNTAX-BRACE]: brace\n"
			      "  --> e:1:1\n    |\n  1 |\n    | ^\n    |\n\n"
			      "warning[SYNTAX-BRACE]: brace\n\n");
}

static void colours_when_asked(void **state)
{
	struct stage *stage = *state;
	stage->options.color = true;
	findings_add(&stage->findings, &plain, NO_SPAN);
	check_terminal(stage, "\033[1;33mwarning[SYNTAX-BRACE]\033[0m\033[1m: brace\033[0m\n\n");
}

/* Waivers with a last day: tests/cli/waived.terminal. */
static void lists_what_is_waived(void **state)
{
	struct stage *stage = *state;
	struct diag *diag = add_period(stage);

	findings_waive(&stage->findings, diag, "a\033 reason");
	findings_waive(&stage->findings, findings_add(&stage->findings, &plain, NO_SPAN), "why");
	findings_set_known(&stage->findings, findings_add(&stage->findings, &plain, NO_SPAN));
	check_terminal(stage, "waived:\n"
			      "  GDPR-13-2-a at a/b.policy:3:1: a\xE2\x90\x9B reason\n"
			      "  SYNTAX-BRACE: why\n\n");
	stage->options.lang = LANG_FR;
	check_terminal(stage, "dérogations~:\n"
			      "  GDPR-13-2-a à a/b.policy:3:1~: a\xE2\x90\x9B reason\n"
			      "  SYNTAX-BRACE~: why\n\n");
}

static void writes_one_line_each(void **state)
{
	struct stage *stage = *state;
	struct buf out = BUF_INIT;
	struct diag *diag = add_period(stage);
	diag->args.v[0].in[LANG_EN] = STR("a\nb\033");
	findings_add(&stage->findings, &plain, NO_SPAN);
	findings_waive(&stage->findings, findings_add(&stage->findings, &plain, NO_SPAN), "why");
	report_line(&out, &stage->sources, &stage->findings, &stage->options);
	check(&out, "a/b.policy:3:1: error[GDPR-13-2-a]: purpose 'a b\xE2\x90\x9B' has no storage period\n"
		    "polc: warning[SYNTAX-BRACE]: brace\n");
	buf_reset(&out);
	stage->options = (struct report_options) { LANG_FR, false, true };
	report_line(&out, &stage->sources, &stage->findings, &stage->options);
	check(&out, "a/b.policy:3:1: erreur[GDPR-13-2-a]: la finalité «~mesure~» n’a ni durée ni critère\n"
		    "polc: avertissement[SYNTAX-BRACE]: accolade~: oui\xE2\x80\xAF?\n"
		    "polc: avertissement[SYNTAX-BRACE] (dérogation): accolade~: oui\xE2\x80\xAF?\n");
	buf_release(&out);
}

static void sums_up(void **state)
{
	struct stage *stage = *state;
	struct buf out = BUF_INIT;
	report_summary(&out, &stage->findings, LANG_EN);
	report_summary(&out, &stage->findings, LANG_FR);
	findings_add(&stage->findings, &period, NO_SPAN);
	findings_add(&stage->findings, &period, NO_SPAN);
	findings_add(&stage->findings, &plain, NO_SPAN);
	buf_add_char(&out, '\n');
	report_summary(&out, &stage->findings, LANG_EN);
	buf_add_char(&out, '\n');
	report_summary(&out, &stage->findings, LANG_FR);
	check(&out, "no findingsaucun constat\n2 errors, 1 warning\n2 erreurs, 1 avertissement");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(shows_a_finding_in_english, enter, leave),
		cmocka_unit_test_setup_teardown(shows_a_finding_in_french, enter, leave),
		cmocka_unit_test_setup_teardown(places_many_labels, enter, leave),
		cmocka_unit_test_setup_teardown(cuts_long_lines, enter, leave),
		cmocka_unit_test_setup_teardown(marks_empty_places, enter, leave),
		cmocka_unit_test_setup_teardown(colours_when_asked, enter, leave),
		cmocka_unit_test_setup_teardown(lists_what_is_waived, enter, leave),
		cmocka_unit_test_setup_teardown(writes_one_line_each, enter, leave),
		cmocka_unit_test_setup_teardown(sums_up, enter, leave),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
