/*
 * Strings, buffers, arenas, arrays and maps: the edges of each contract.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/map.h"
#include "base/vec.h"

static void compares_and_cuts_text(void **state)
{
	struct str s = STR("  a needle, a need \t\n");
	(void)state;
	assert_true(str_is(str_trim(s), "a needle, a need"));
	assert_int_equal(str_find(s, "need", 0), 4);
	assert_int_equal(str_find(s, "need", 5), 14);
	assert_int_equal(str_find(s, "needless", 0), s.n);
	assert_int_equal(str_find(s, "\n", 0), s.n - 1);
	assert_true(str_is(str_part(s, 4, 8), "need"));
	assert_int_equal(str_part(s, 50, 60).n, 0);
	assert_true(str_is_blank(STR(" \t\r\n")) && !str_is_blank(STR(" x ")));
	assert_true(str_cmp(STR("ab"), STR("abc")) < 0 && str_cmp(STR("b"), STR("abc")) > 0);
	assert_int_equal(str_cmp(STR("\xC3"), STR("\xC3")), 0);
	assert_true(str_cmp(STR("\xC3"), STR("z")) > 0);
	assert_true(str_has_prefix(s, "  a") && str_has_suffix(s, "\n") && !str_has_suffix(STR("a"), "aa"));
	assert_true(str_eq((struct str) { NULL, 0 }, STR("")));
}

static void formats_text(void **state)
{
	struct arena *arena = arena_new();
	struct buf buf = BUF_INIT;
	(void)state;
	assert_string_equal(str_format(arena, "%s-%d", "a", 12).s, "a-12");
	assert_string_equal(str_join(arena, STR("a"), STR("b")).s, "ab");
	assert_int_equal(buf_str(&buf).n, 0);
	buf_add_format(&buf, "%0100d", 7);
	assert_int_equal(buf.n, 100);
	buf_add_repeat(&buf, '=', 3);
	buf_add_char(&buf, '!');
	assert_string_equal(buf.s + 99, "7===!");
	buf_reset(&buf);
	assert_string_equal(buf.s, "");
	buf_release(&buf);
	arena_free(arena);
}

/* Blocks of all sizes are zeroed, aligned and apart, before and after a reset. */
static void hands_out_memory(void **state)
{
	static const size_t sizes[] = { 0, 1, 17, 5000, 40000, 3000000, 8, 700000, 2000000, 24 };
	struct arena *arena = arena_new();
	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
			unsigned char *p = arena_alloc(arena, sizes[i]);
			assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
			assert_true(sizes[i] == 0 || (p[0] == 0 && memcmp(p, p + 1, sizes[i] - 1) == 0));
			memset(p, 0xA5, sizes[i]);
		}
		arena_reset(arena);
	}
	arena_free(arena);
	arena_free(NULL);
}

static void maps_many_keys(void **state)
{
	enum { KEYS = 20000 };
	struct arena *arena = arena_new();
	struct map map = { 0 };
	VEC(struct str) keys = { 0 };
	(void)state;
	assert_null(map_get(&map, STR("")));
	for (size_t i = 0; i < KEYS; i++) {
		vec_add(arena, &keys, str_format(arena, "key%zu", i));
		assert_null(map_set(arena, &map, keys.v[i], (void *)(i + 1)));
	}
	for (size_t i = 0; i < KEYS; i++)
		assert_ptr_equal(map_get(&map, keys.v[i]), (void *)(i + 1));
	assert_ptr_equal(map_set(arena, &map, STR("key7"), &map), (void *)8);
	assert_ptr_equal(map_get(&map, STR("key7")), &map);
	assert_null(map_get(&map, STR("key")));
	assert_int_equal(map.n, KEYS);
	arena_free(arena);
}

static void reads_language_tags(void **state)
{
	enum lang lang = LANG_EN;
	(void)state;
	assert_int_equal(lang_of_tag("fr", 2, &lang), 0);
	assert_int_equal(lang, LANG_FR);
	assert_int_equal(lang_of_tag("fra", 3, &lang), -1);
	assert_int_equal(lang_of_tag("f", 1, &lang), -1);
	assert_string_equal(lang_tag(LANG_EN), "en");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compares_and_cuts_text), cmocka_unit_test(formats_text),
		cmocka_unit_test(hands_out_memory),	  cmocka_unit_test(maps_many_keys),
		cmocka_unit_test(reads_language_tags),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
