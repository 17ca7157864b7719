/*
 * Sources: every encoding, every refused character at its place, lines and columns.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <string.h>

#include <cmocka.h>

#include "source/source.h"

static int enter(void **state)
{
	struct sources *sources = test_malloc(sizeof(*sources));
	sources_init(sources, arena_new());
	*state = sources;
	return 0;
}

static int leave(void **state)
{
	struct sources *sources = *state;
	arena_free(sources->arena);
	test_free(sources);
	return 0;
}

static void decodes_every_encoding(void **state)
{
	static const struct {
		struct str bytes;
		enum encoding encoding;
	} rows[] = {
		{ { "d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC", 10 }, ENCODING_UTF8 },
		{ { "\xEF\xBB\xBF"
		    "d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC",
		    13 },
		  ENCODING_UTF8_BOM },
		{ { "\xFF\xFE"
		    "d\0\xE9\0j\0\xE0\0 \0\xAC\x20",
		    14 },
		  ENCODING_UTF16LE },
		{ { "\xFE\xFF\0d\0\xE9\0j\0\xE0\0 \x20\xAC", 14 }, ENCODING_UTF16BE },
		{ { "d\xE9j\xE0 \x80", 6 }, ENCODING_WINDOWS_1252 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct source *source = sources_add(*state, STR("x"), rows[i].bytes);
		assert_int_equal(source->encoding, rows[i].encoding);
		assert_string_equal(source->text.s, "déjà €");
		assert_int_equal(source->problems.n, 0);
	}
}

static void check_problem(struct sources *sources, struct str bytes, struct source_problem expected,
			  const char *text)
{
	struct source *source = sources_add(sources, STR("x"), bytes);
	assert_int_equal(source->problems.n, 1);
	assert_int_equal(source->problems.v[0].kind, expected.kind);
	assert_int_equal(source->problems.v[0].span.start, expected.span.start);
	assert_int_equal(source->problems.v[0].span.end, expected.span.end);
	assert_int_equal(source->problems.v[0].code_point, expected.code_point);
	assert_memory_equal(source->text.s, text, strlen(text));
}

static void notes_problems_at_their_places(void **state)
{
	check_problem(*state, STR("a\0b"), (struct source_problem) { SOURCE_NUL, { 0, 1, 2 }, 0 }, "a");
	check_problem(*state, STR("é\xE2\x80\xAEx"),
		      (struct source_problem) { SOURCE_BIDI_CONTROL, { 0, 2, 5 }, 0x202E }, "é");
	check_problem(*state, STR("\xE9\x81x"),
		      (struct source_problem) { SOURCE_INVALID_BYTE, { 0, 2, 5 }, 0x81 }, "é\xEF\xBF\xBDx");
	check_problem(*state,
		      STR("\xEF\xBB\xBF"
			  "a\xFFz"),
		      (struct source_problem) { SOURCE_INVALID_BYTE, { 0, 1, 4 }, 0xFF }, "a\xEF\xBF\xBDz");
	check_problem(*state, STR("\xFF\xFE\x00\xD8z\0"),
		      (struct source_problem) { SOURCE_INVALID_BYTE, { 0, 0, 3 }, 0xD800 }, "\xEF\xBF\xBDz");
	check_problem(*state, STR("\xFE\xFF\0z\0"),
		      (struct source_problem) { SOURCE_INVALID_BYTE, { 0, 1, 4 }, 0 }, "z\xEF\xBF\xBD");
}

static void keeps_few_problems_of_a_binary_file(void **state)
{
	static const char zeros[100000];
	struct source *source = sources_add(*state, STR("x"), (struct str) { zeros, sizeof(zeros) });
	assert_true(source->problems.n > 0 && source->problems.n <= 20);
}

static void finds_lines_and_columns(void **state)
{
	struct source *source = sources_add(*state, STR("x"), STR("été\r\n\nzwölf\n"));
	struct position position = source_position(source, 14);
	assert_int_equal(source->lines.n, 4);
	assert_int_equal(position.line, 3);
	assert_int_equal(position.column, 6);
	assert_true(str_is(source_line(source, 1), "été"));
	assert_true(str_is(source_line(source, 2), ""));
	assert_true(str_is(source_line(source, 3), "zwölf"));
	assert_true(str_is(source_line(source, 4), ""));
	position = source_position(source, (uint32_t)source->text.n);
	assert_int_equal(position.line, 4);
	assert_int_equal(position.column, 1);
	assert_true(str_is(sources_text(*state, (struct span) { 1, 8, 14 }), "zwölf"));
	assert_int_equal(sources_text(*state, NO_SPAN).n, 0);
}

static void reads_a_file_once(void **state)
{
	struct source *first, *second;
	assert_int_equal(sources_read(*state, STR("/dev/null"), &first), 0);
	assert_int_equal(sources_read(*state, STR("/dev/null"), &second), 0);
	assert_ptr_equal(first, second);
	assert_int_equal(sources_read(*state, STR("/"), &second), EISDIR);
	assert_null(second);
	assert_ptr_equal(sources_get(*state, first->number), first);
	assert_null(sources_get(*state, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(decodes_every_encoding, enter, leave),
		cmocka_unit_test_setup_teardown(notes_problems_at_their_places, enter, leave),
		cmocka_unit_test_setup_teardown(keeps_few_problems_of_a_binary_file, enter, leave),
		cmocka_unit_test_setup_teardown(finds_lines_and_columns, enter, leave),
		cmocka_unit_test_setup_teardown(reads_a_file_once, enter, leave),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
