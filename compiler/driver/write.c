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

/* The folder beside that of the policy, hidden and of a name that nobody else gives. */
static struct str folder_beside(struct compilation *compilation, struct str below)
{
	struct str id = compilation->model->policy->id;

	return path_join(compilation->arena, path_folder(compilation->arena, below),
			 str_format(compilation->arena, ".%.*s.polc.tmp", STR_ARGS(id)));
}

/* The outputs in a folder of their own, which is then given its name. False, and nothing
 * is left of it, where that does not work: the other way shall say why. A folder that is
 * there already goes: a build that was killed left it, or else the build that fills it
 * goes the other way too. */
static bool write_folder(struct compilation *compilation, struct str below)
{
	struct str beside = folder_beside(compilation, below);
	bool made = false, good = !file_make_folder(beside.s, &made) && made;

	for (size_t i = 0; good && i < compilation->output_count; i++) {
		const struct output *output = &compilation->outputs[i];
		struct str path = path_join(compilation->arena, beside, str_of(output->name));

		good = !file_create(path.s, buf_str(&output->bytes));
	}
	good = good && rename(beside.s, below.s) == 0;
	if (!good)
		file_remove_folder(beside.s);
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
