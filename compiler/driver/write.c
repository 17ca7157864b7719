/*
 * The outputs of a policy, below folder/<policy id>/: written beside their places
 * first, put there when all of them could be written, and untouched when their bytes
 * would not change. A folder that is new is filled beside its place, and put there as a
 * whole. An interruption waits until they are all there.
 */
#include "driver/driver.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/signals.h"

/* An output on its way: its place, and the file that waits beside it. */
struct staged {
	struct str path;
	struct buf temporary;
};

static void remove_outputs(struct compilation *compilation, struct str folder, size_t n)
{
	while (n-- > 0)
		unlink(path_join(compilation->arena, folder, str_of(compilation->outputs[n].name)).s);
	rmdir(folder.s);
}

/* The outputs in a folder of their own, which is then given its name. False, and nothing
 * is left of it, where that does not work: the other way shall say why. */
static bool write_folder(struct compilation *compilation, struct str below)
{
	struct str beside = str_join(compilation->arena, below, STR(".tmp"));
	bool made = false, good = !file_make_folder(beside.s, &made) && made;
	size_t n = 0;

	for (; good && n < compilation->output_count; n++) {
		const struct output *output = &compilation->outputs[n];
		struct str path = path_join(compilation->arena, beside, str_of(output->name));

		good = !file_create(path.s, buf_str(&output->bytes));
	}
	good = good && rename(beside.s, below.s) == 0;
	if (made && !good)
		remove_outputs(compilation, beside, n);
	return good;
}

static int stage_outputs(struct compilation *compilation, struct str below, struct staged *staged)
{
	int error = 0;

	for (size_t i = 0; i < compilation->output_count && !error; i++) {
		const struct output *output = &compilation->outputs[i];
		struct str bytes = buf_str(&output->bytes);

		staged[i].path = path_join(compilation->arena, below, str_of(output->name));
		error = file_stage(staged[i].path.s, bytes, &staged[i].temporary, NULL);
		compilation->failed = error ? staged[i].path : compilation->failed;
	}
	return error;
}

static int place_outputs(struct compilation *compilation, struct staged *staged)
{
	int error = 0;

	for (size_t i = 0; i < compilation->output_count && !error; i++) {
		error = file_place(staged[i].path.s, &staged[i].temporary);
		compilation->failed = error ? staged[i].path : compilation->failed;
	}
	return error;
}

static int write_outputs(struct compilation *compilation, struct str below)
{
	struct staged staged[OUTPUT_COUNT] = { { { NULL, 0 }, BUF_INIT } };
	bool made = false;
	int error;

	if (file_kind(below.s) == FILE_MISSING && write_folder(compilation, below))
		return 0;
	error = file_make_folder(below.s, &made);
	if (error) {
		compilation->failed = below;
		return error;
	}
	error = stage_outputs(compilation, below, staged);
	if (!error)
		error = place_outputs(compilation, staged);
	for (size_t i = 0; i < compilation->output_count; i++)
		file_unstage(&staged[i].temporary);
	if (error && made)
		rmdir(below.s);
	return error;
}

int compilation_write(struct compilation *compilation, const char *folder)
{
	struct str below = path_join(compilation->arena, str_of(folder), compilation->model->policy->id);
	sigset_t before;
	int error;

	signals_hold(&before);
	error = write_outputs(compilation, below);
	signals_restore(&before);
	return error;
}
