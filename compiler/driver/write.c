/*
 * The outputs of a policy, below folder/<policy id>/: written beside their places
 * first, put there when all of them could be written, and untouched when their bytes
 * would not change.
 */
#include "driver/driver.h"

#include <unistd.h>

#include "base/file.h"

/* An output on its way: its place, and the file that waits beside it. */
struct staged {
	struct str path;
	struct buf temporary;
};

static int stage_outputs(struct compilation *compilation, struct str below, bool made, struct staged *staged)
{
	int error = 0;

	for (size_t i = 0; i < compilation->output_count && !error; i++) {
		const struct output *output = &compilation->outputs[i];
		struct str bytes = buf_str(&output->bytes);

		staged[i].path = path_join(compilation->arena, below, str_of(output->name));
		error = made ? file_stage_new(staged[i].path.s, bytes, &staged[i].temporary)
			     : file_stage(staged[i].path.s, bytes, &staged[i].temporary, NULL);
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

int compilation_write(struct compilation *compilation, const char *folder)
{
	struct staged staged[OUTPUT_COUNT] = { { { NULL, 0 }, BUF_INIT } };
	struct str below = path_join(compilation->arena, str_of(folder), compilation->model->policy->id);
	bool made = false;
	int error = file_make_folder(below.s, &made);

	if (error) {
		compilation->failed = below;
		return error;
	}
	error = stage_outputs(compilation, below, made, staged);
	if (!error)
		error = place_outputs(compilation, staged);
	for (size_t i = 0; i < compilation->output_count; i++)
		file_unstage(&staged[i].temporary);
	if (error && made)
		rmdir(below.s);
	return error;
}
