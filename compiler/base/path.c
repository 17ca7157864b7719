/*
 * Paths as text: no file is looked at. Takes '/'-separated paths, absolute or
 * relative, and gives normalised ones in the arena.
 */
#include "base/file.h"

#include <string.h>

#include "base/arena.h"

struct str path_folder(struct arena *arena, struct str path)
{
	size_t n = path.n;

	while (n > 0 && path.s[n - 1] != '/')
		n--;
	if (n == 0)
		return str_copy(arena, STR("."));
	while (n > 1 && path.s[n - 1] == '/')
		n--;
	return str_copy(arena, str_part(path, 0, n));
}

/* The steps of a path being normalised: `floor` bytes of it can not be undone by
 * "..": the root, or leading ".." steps. */
struct steps {
	char *bytes;
	size_t n;
	size_t floor;
	bool absolute;
};

static void steps_undo(struct steps *steps)
{
	while (steps->n > steps->floor && steps->bytes[steps->n - 1] != '/')
		steps->n--;
	if (steps->n > steps->floor)
		steps->n--;
}

static void steps_add(struct steps *steps, struct str step)
{
	bool up = str_is(step, "..");

	if (step.n == 0 || str_is(step, "."))
		return;
	if (up && steps->n > steps->floor) {
		steps_undo(steps);
		return;
	}
	if (up && steps->absolute)
		return;
	if (steps->n > 0 && steps->bytes[steps->n - 1] != '/')
		steps->bytes[steps->n++] = '/';
	memcpy(steps->bytes + steps->n, step.s, step.n);
	steps->n += step.n;
	if (up)
		steps->floor = steps->n;
}

static void steps_add_path(struct steps *steps, struct str path)
{
	size_t start = 0;

	for (size_t i = 0; i <= path.n; i++) {
		if (i < path.n && path.s[i] != '/')
			continue;
		steps_add(steps, str_part(path, start, i));
		start = i + 1;
	}
}

struct str path_join(struct arena *arena, struct str folder, struct str name)
{
	struct steps steps = { .bytes = arena_alloc(arena, folder.n + name.n + 4) };
	bool alone = str_has_prefix(name, "/");

	steps.absolute = alone || str_has_prefix(folder, "/");
	if (steps.absolute) {
		steps.bytes[0] = '/';
		steps.n = steps.floor = 1;
	}
	if (!alone)
		steps_add_path(&steps, folder);
	steps_add_path(&steps, name);
	if (steps.n == 0)
		steps.bytes[steps.n++] = '.';
	steps.bytes[steps.n] = '\0';
	return (struct str) { steps.bytes, steps.n };
}

/* How many ".." steps the path begins with; *rest is what follows them. */
static size_t leading_ups(struct str path, struct str *rest)
{
	size_t n = 0;

	while (str_has_prefix(path, "../") || str_is(path, "..")) {
		path = str_part(path, 3, path.n);
		n++;
	}
	*rest = str_is(path, ".") ? STR("") : path;
	return n;
}

bool path_is_inside(struct str path, struct str folder)
{
	struct str below, base;
	size_t path_ups = leading_ups(path, &below);
	size_t folder_ups = leading_ups(folder, &base);

	if (str_has_prefix(path, "/") != str_has_prefix(folder, "/"))
		return false;
	if (base.n == 0)
		return path_ups <= folder_ups;
	if (path_ups != folder_ups || below.n < base.n || !str_eq(str_part(below, 0, base.n), base))
		return false;
	return below.n == base.n || below.s[base.n] == '/' || base.s[base.n - 1] == '/';
}
