/*
 * The formats of reports: what is theirs alone, without a compile. '~' stands for U+00A0.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "law/law.h"
#include "report/fingerprint.h"
#include "report/formats.h"
#include "report/place.h"

static const struct code brace = { "SYNTAX-BRACE", LEVEL_WARNING, NULL,
				   WORDS("accolade « {name} »", "brace '{name}'"), WORDS("", "") };
static const struct code colon = { "SYNTAX-COLON", LEVEL_ERROR, LAW(CITE(GDPR, "5")),
				   WORDS("deux points", "colon"), WORDS("un", "one") };

struct stage {
	struct sources sources;
	struct findings findings;
	struct report report;
};

static int enter(void **state)
{
	struct stage *stage = test_calloc(1, sizeof(*stage));
	sources_init(&stage->sources, arena_new());
	findings_init(&stage->findings, stage->sources.arena);
	*state = stage;
	return 0;
}

static int leave(void **state)
{
	arena_free(((struct stage *)*state)->sources.arena);
	test_free(*state);
	return 0;
}

static struct diag *add(struct stage *stage, const struct code *code, struct span span, const char *name)
{
	struct diag *diag = findings_add(&stage->findings, code, span);
	diag_add_arg(&stage->findings, diag, "name", str_of(name));
	return diag;
}

/* Runs one format over the stage's findings, and over a file that could not be read. */
static struct str run(struct stage *stage, const char *word, bool with_unread)
{
	const struct report_run options = { .version = "1.2.3",
					    .as_of = { 2026, 11, 21 },
					    .fail_on = LEVEL_ERROR,
					    .options = { .lang = LANG_EN } };
	const struct report_policy policy = { STR("./a b.policy"), NULL, &stage->sources, &stage->findings };
	const struct report_policy unread = { STR("gone"), NULL, &stage->sources, NULL };
	struct str out;

	report_begin(&stage->report, report_format_of(str_of(word)), &options);
	report_add(&stage->report, &policy);
	if (with_unread)
		report_add(&stage->report, &unread);
	report_end(&stage->report);
	out = str_copy(stage->sources.arena, buf_str(&stage->report.out));
	report_release(&stage->report);
	return out;
}

static bool holds(struct str text, const char *part)
{
	return str_find(text, part, 0) < text.n;
}

static void names_every_format(void **state)
{
	struct buf words = BUF_INIT;
	(void)state;
	for (const struct report_format *format = report_formats; format->word; format++) {
		buf_add_format(&words, "%s%s", words.n ? "|" : "", format->word);
		assert_ptr_equal(report_format_of(str_of(format->word)), format);
	}
	assert_string_equal(words.s, REPORT_FORMAT_WORDS);
	assert_null(report_format_of(STR("jso")));
	assert_null(report_format_of(STR("")));
	buf_release(&words);
}

static void counts_columns_in_utf16(void **state)
{
	struct stage *stage = *state;
	const struct source *source =
			sources_add(&stage->sources, STR("s"), STR("é\n\xF0\x9F\xA6\x8A\xC3\xA9x\n"));
	struct span span = { source->number, 9, 10 };
	struct region region;
	assert_true(place_region(&stage->sources, span, COLUMNS_OF_CODE_POINTS, &region));
	assert_int_equal(region.start.line, 2);
	assert_int_equal(region.start.column, 3);
	assert_true(place_region(&stage->sources, span, COLUMNS_OF_UTF16, &region));
	assert_int_equal(region.start.column, 4);
	assert_int_equal(region.end.column, 5);
	assert_false(place_region(&stage->sources, NO_SPAN, COLUMNS_OF_UTF16, &region));
}

static void check_uri(struct stage *stage, const char *path, const char *expected, bool relative)
{
	struct buf uri = BUF_INIT;
	assert_int_equal(place_add_uri(&uri, stage->sources.arena, str_of(path)), relative);
	assert_string_equal(uri.s, expected);
	buf_release(&uri);
}

static void writes_uris(void **state)
{
	check_uri(*state, "./a/b.policy", "a/b.policy", true);
	check_uri(*state, "a/../b c.policy", "b%20c.policy", true);
	check_uri(*state, "x:y", "x%3Ay", true);
	check_uri(*state, "\xFF\n%", "%FF%0A%25", true);
	check_uri(*state, "/t/\xC3\xA9", "file:///t/%C3%A9", false);
}

static void fingerprints_what_is_said(void **state)
{
	struct stage *stage = *state;
	struct str out[4], moved[4], renamed[4];
	add(stage, &brace, (struct span) { 1, 5, 6 }, "a");
	add(stage, &brace, (struct span) { 1, 7, 8 }, "a");
	add(stage, &brace, NO_SPAN, "b");
	add(stage, &colon, NO_SPAN, "a");
	report_fingerprints(stage->sources.arena, &stage->findings, STR("p"), out);
	assert_int_equal(out[0].n, 18);
	assert_memory_equal(out[0].s, out[1].s, 17);
	assert_int_equal(out[0].s[17], '1');
	assert_int_equal(out[1].s[17], '2');
	assert_false(str_eq(out[0], out[2]) || str_eq(out[0], out[3]) || str_eq(out[2], out[3]));
	stage->findings.list.v[0]->span = (struct span) { 3, 50, 60 };
	report_fingerprints(stage->sources.arena, &stage->findings, STR("p"), moved);
	report_fingerprints(stage->sources.arena, &stage->findings, STR("q"), renamed);
	for (int i = 0; i < 4; i++) {
		assert_true(str_eq(out[i], moved[i]));
		assert_false(str_eq(out[i], renamed[i]));
	}
}

/* A count in a message is no part of what the finding is known by. */
static void fingerprints_no_numbers(void **state)
{
	struct stage *stage = *state;
	struct str out[2];
	add(stage, &brace, NO_SPAN, "12");
	add(stage, &brace, NO_SPAN, "7");
	report_fingerprints(stage->sources.arena, &stage->findings, STR("p"), out);
	assert_memory_equal(out[0].s, out[1].s, 17);
}

static void escapes_workflow_commands(void **state)
{
	struct stage *stage = *state;
	add(stage, &brace, NO_SPAN, "50%,\n::x");
	add(stage, &colon, NO_SPAN, "");
	findings_waive(&stage->findings, add(stage, &colon, NO_SPAN, ""), "why");
	assert_true(str_is(run(stage, "github", false),
			   "::warning file=a b.policy,title=SYNTAX-BRACE::brace '50%25, ::x'\n"
			   "::error file=a b.policy,title=SYNTAX-COLON::colon%0AGDPR "
			   "Art.\xC2\xA0"
			   "5%0Aone\n"));
}

static void fails_and_skips_cases(void **state)
{
	struct stage *stage = *state;
	struct str out;
	add(stage, &brace, NO_SPAN, "<]]>&\"\001");
	add(stage, &colon, NO_SPAN, "");
	findings_waive(&stage->findings, add(stage, &colon, NO_SPAN, ""), "why");
	out = run(stage, "junit", true);
	assert_true(holds(out, "<skipped message=\"below the threshold: brace "
			       "'&lt;]]&gt;&amp;&quot;\xE2\x90\x81'\">"));
	assert_true(holds(out, "<failure message=\"colon\" type=\"error\">a b.policy: error: colon&#10;a "
			       "b.policy: error"));
	assert_true(holds(out, "<testsuite name=\"a b.policy\" package=\"a b.policy\" id=\"0\" "
			       "timestamp=\"2026-11-21T00:00:00\""));
	assert_true(holds(out, "failures=\"1\" errors=\"0\" skipped=\"1\""));
	assert_true(holds(out, "tests=\"1\" failures=\"0\" errors=\"1\""));
}

static void holds_waivers_and_both_languages(void **state)
{
	struct stage *stage = *state;
	struct str out;
	findings_waive(&stage->findings, add(stage, &brace, NO_SPAN, "\xF0\x9F\xA6\x8A"), "\"why\"");
	findings_set_known(&stage->findings, add(stage, &colon, NO_SPAN, ""));
	out = run(stage, "json", true);
	assert_true(holds(out, "\"message\":{\"fr\":\"accolade "
			       "«\xC2\xA0\xF0\x9F\xA6\x8A\xC2\xA0»\",\"en\":\"brace "));
	assert_true(holds(out, "\"waived\":{\"reason\":\"\\\"why\\\"\",\"until\":null},\"known\":false"));
	assert_true(holds(out, "\"waived\":null,\"known\":true"));
	assert_true(holds(out, "\"counts\":{\"error\":0,\"warning\":0,\"note\":0,\"waived\":1,\"known\":1,"
			       "\"unlisted\":0}"));
	assert_true(holds(out, "{\"path\":\"gone\",\"id\":null,\"read\":false,\"findings\":[]"));
	assert_true(str_has_suffix(out, "\"complete\":false}\n"));
}

static void writes_suppressions_and_no_links(void **state)
{
	struct stage *stage = *state;
	struct str out;
	findings_waive(&stage->findings, add(stage, &brace, NO_SPAN, "[a](b)"), "why");
	out = run(stage, "sarif", true);
	assert_true(holds(out, "\"text\":\"brace '\\\\[a\\\\](b)'\""));
	assert_true(holds(out, "\"kind\":\"inSource\",\"status\":\"accepted\",\"justification\":\"why\""));
	assert_true(holds(out, "\"uri\":\"a%20b.policy\",\"uriBaseId\":\"%SRCROOT%\""));
	assert_true(holds(out, "\"executionSuccessful\":false"));
	assert_false(holds(out, "baselineState"));
	out = run(stage, "gitlab", true);
	assert_true(str_is(out, "[\n]\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_every_format),
		cmocka_unit_test_setup_teardown(counts_columns_in_utf16, enter, leave),
		cmocka_unit_test_setup_teardown(writes_uris, enter, leave),
		cmocka_unit_test_setup_teardown(fingerprints_what_is_said, enter, leave),
		cmocka_unit_test_setup_teardown(fingerprints_no_numbers, enter, leave),
		cmocka_unit_test_setup_teardown(escapes_workflow_commands, enter, leave),
		cmocka_unit_test_setup_teardown(fails_and_skips_cases, enter, leave),
		cmocka_unit_test_setup_teardown(holds_waivers_and_both_languages, enter, leave),
		cmocka_unit_test_setup_teardown(writes_suppressions_and_no_links, enter, leave),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
