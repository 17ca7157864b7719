/*
 * Files and paths: whole writes or none, a full disk, listings in byte order.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"

/* An arena, and a folder of the test's own that is the working folder. */
struct place {
	struct arena *arena;
	char folder[64];
};

static int enter(void **state)
{
	struct place *place = calloc(1, sizeof(*place));
	strcpy(place->folder, "/tmp/polc-file-test-XXXXXX");
	place->arena = arena_new();
	*state = place;
	return mkdtemp(place->folder) && chdir(place->folder) == 0 ? 0 : -1;
}

static int leave(void **state)
{
	struct place *place = *state;
	struct file_list left;
	file_list(place->arena, ".", "", &left);
	for (size_t i = 0; i < left.n; i++)
		unlink(left.v[i].s);
	rmdir("a/b/c");
	rmdir("a/b");
	rmdir("a/.hidden");
	rmdir("a");
	if (chdir("/") == 0)
		rmdir(place->folder);
	arena_free(place->arena);
	free(place);
	return 0;
}

static void check_holds(const char *path, const char *text)
{
	struct buf buf = BUF_INIT;
	assert_int_equal(file_read(path, 0, &buf), 0);
	assert_true(str_is(buf_str(&buf), text));
	buf_release(&buf);
}

static void writes_only_changes(void **state)
{
	struct place *place = *state;
	enum file_change change;
	struct file_list files;
	struct stat status;

	assert_int_equal(file_write("x", STR("one"), &change), 0);
	assert_int_equal(change, FILE_WRITTEN);
	assert_int_equal(chmod("x", 0640), 0);
	assert_int_equal(file_write("x", STR("one"), &change), 0);
	assert_int_equal(change, FILE_UNCHANGED);
	assert_int_equal(file_write("x", STR("two"), &change), 0);
	assert_int_equal(change, FILE_WRITTEN);
	check_holds("x", "two");
	assert_int_equal(stat("x", &status), 0);
	assert_int_equal(status.st_mode & 0777, 0640);
	assert_int_equal(file_list(place->arena, ".", "", &files), 0);
	assert_int_equal(files.n, 1);
}

static void creates_files(void **state)
{
	struct place *place = *state;
	struct file_list files;

	assert_int_equal(file_create("x", STR("one")), 0);
	check_holds("x", "one");
	assert_int_equal(file_create("x", STR("two")), EEXIST);
	check_holds("x", "one");
	assert_int_equal(file_create("missing/x", STR("text")), ENOENT);
	assert_int_equal(file_list(place->arena, ".", "", &files), 0);
	assert_int_equal(files.n, 1);
}

static void unstages(void **state)
{
	struct place *place = *state;
	struct buf temporary = BUF_INIT;
	struct file_list files;

	assert_int_equal(file_write("x", STR("one"), NULL), 0);
	assert_int_equal(file_stage("x", STR("two"), &temporary, NULL), 0);
	assert_true(temporary.n > 0);
	check_holds("x", "one");
	file_unstage(&temporary);
	check_holds("x", "one");
	assert_int_equal(file_list(place->arena, ".", "", &files), 0);
	assert_int_equal(files.n, 1);
	assert_int_equal(file_stage("x", STR("one"), &temporary, NULL), 0);
	assert_int_equal(temporary.n, 0);
	assert_int_equal(file_place("x", &temporary), 0);
}

static void reports_failures(void **state)
{
	struct buf buf = BUF_INIT;
	(void)state;
	assert_int_equal(file_write("/dev/full", STR("text"), NULL), ENOSPC);
	assert_int_equal(file_write("missing/x", STR("text"), NULL), ENOENT);
	assert_int_equal(file_write(".", STR("text"), NULL), EISDIR);
	assert_int_equal(file_read("missing", 0, &buf), ENOENT);
	assert_int_equal(file_read(".", 0, &buf), EISDIR);
	assert_int_equal(file_read("/dev/zero", 100000, &buf), EFBIG);
	assert_int_equal(file_write("x", STR("12345"), NULL), 0);
	buf_reset(&buf);
	assert_int_equal(file_read("x", 4, &buf), EFBIG);
	assert_int_equal(file_read("x", 5, &buf), 0);
	assert_int_equal(file_make_folder("x/y", NULL), ENOTDIR);
	assert_int_equal(file_kind("x"), FILE_REGULAR);
	assert_int_equal(file_kind("y"), FILE_MISSING);
	assert_int_equal(file_kind("/dev/null"), FILE_OTHER);
	buf_release(&buf);
}

static void lists_in_byte_order(void **state)
{
	struct place *place = *state;
	struct file_list files;
	bool made = false;

	assert_int_equal(file_make_folder("a/b/c", &made), 0);
	assert_true(made);
	assert_int_equal(file_make_folder("a/b/c/", &made), 0);
	assert_false(made);
	assert_int_equal(file_make_folder("a/.hidden", NULL), 0);
	assert_int_equal(file_write("a/b/c/1.policy", STR(""), NULL), 0);
	assert_int_equal(file_write("a/b.policy", STR(""), NULL), 0);
	assert_int_equal(file_write("a/.h.policy", STR(""), NULL), 0);
	assert_int_equal(file_write("a/b/x.txt", STR(""), NULL), 0);
	assert_int_equal(symlink("../a", "a/loop"), 0);
	assert_int_equal(symlink("b.policy", "a/a.policy"), 0);
	assert_int_equal(file_list(place->arena, "a", ".policy", &files), 0);
	assert_int_equal(files.n, 3);
	assert_string_equal(files.v[0].s, "a/a.policy");
	assert_string_equal(files.v[1].s, "a/b.policy");
	assert_string_equal(files.v[2].s, "a/b/c/1.policy");
	assert_int_equal(file_list(place->arena, "none", "", &files), ENOENT);
	unlink("a/loop");
	unlink("a/.h.policy");
}

static void knows_one_file(void **state)
{
	static const char *const one[][2] = {
		{ "x", "./a/../x" }, { "x", "link" }, { "new", "a/../new" }, { "a/new", "b/new" }
	};
	static const char *const two[][2] = { { "x", "y" },	{ "x", "new" },
					      { "a", "a" },	{ "a/new", "new" },
					      { "c/n", "d/n" }, { "/dev/null", "/dev/null" } };
	struct arena *arena = ((struct place *)*state)->arena;

	assert_int_equal(file_make_folder("a", NULL), 0);
	assert_int_equal(file_write("x", STR("one"), NULL), 0);
	assert_int_equal(file_write("y", STR("one"), NULL), 0);
	assert_int_equal(symlink("x", "link"), 0);
	assert_int_equal(symlink("a", "b"), 0);
	for (size_t i = 0; i < sizeof(one) / sizeof(*one); i++)
		assert_true(file_same(arena, one[i][0], one[i][1]));
	for (size_t i = 0; i < sizeof(two) / sizeof(*two); i++)
		assert_false(file_same(arena, two[i][0], two[i][1]));
	unlink("b");
}

static void removes_folders(void **state)
{
	(void)state;
	assert_int_equal(file_make_folder("a/b/c", NULL), 0);
	assert_int_equal(file_write("a/x", STR("one"), NULL), 0);
	assert_int_equal(symlink("a", "link"), 0);
	file_remove_folder("link");
	check_holds("a/x", "one");
	file_remove_folder("a");
	assert_int_equal(file_kind("a/x"), FILE_MISSING);
	assert_int_equal(file_kind("a/b"), FILE_FOLDER);
	file_remove_folder("a/b/c");
	assert_int_equal(file_kind("a/b/c"), FILE_MISSING);
	file_remove_folder("missing");
	unlink("link");
}

static void joins_paths(void **state)
{
	static const char *const rows[][3] = {
		{ "a/b", "c.x", "a/b/c.x" },
		{ "a/b", "../c", "a/c" },
		{ "a", "../../c", "../c" },
		{ ".", "./x", "x" },
		{ "a", "..", "." },
		{ "/a", "../../b", "/b" },
		{ "a", "/b//c/", "/b/c" },
		{ "../a", "../..", "../.." },
		{ "", "", "." },
		{ "/", "", "/" },
	};
	struct arena *arena = ((struct place *)*state)->arena;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(path_join(arena, str_of(rows[i][0]), str_of(rows[i][1])).s, rows[i][2]);
	assert_string_equal(path_folder(arena, STR("a/b/c.x")).s, "a/b");
	assert_string_equal(path_folder(arena, STR("c.x")).s, ".");
	assert_string_equal(path_folder(arena, STR("/c")).s, "/");
}

static void knows_what_is_inside(void **state)
{
	static const char *const inside[][2] = { { "a/b", "a" }, { "a", "a" },	   { "a", "." },
						 { "/a", "/" },	 { "../a", ".." }, { "../a/b", "../a" },
						 { "a", ".." } };
	static const char *const outside[][2] = { { "ab", "a" },      { "../a", "." }, { "/a", "." },
						  { "a", "/" },	      { "a", "a/b" },  { "../..", ".." },
						  { "../ab", "../a" } };
	(void)state;
	for (size_t i = 0; i < sizeof(inside) / sizeof(*inside); i++)
		assert_true(path_is_inside(str_of(inside[i][0]), str_of(inside[i][1])));
	for (size_t i = 0; i < sizeof(outside) / sizeof(*outside); i++)
		assert_false(path_is_inside(str_of(outside[i][0]), str_of(outside[i][1])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(writes_only_changes, enter, leave),
		cmocka_unit_test_setup_teardown(creates_files, enter, leave),
		cmocka_unit_test_setup_teardown(unstages, enter, leave),
		cmocka_unit_test_setup_teardown(reports_failures, enter, leave),
		cmocka_unit_test_setup_teardown(lists_in_byte_order, enter, leave),
		cmocka_unit_test_setup_teardown(knows_one_file, enter, leave),
		cmocka_unit_test_setup_teardown(removes_folders, enter, leave),
		cmocka_unit_test_setup_teardown(joins_paths, enter, leave),
		cmocka_unit_test(knows_what_is_inside),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
