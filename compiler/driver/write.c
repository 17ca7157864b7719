/*
 * The outputs of a policy, below folder/<policy id>/: each file whole or not at
 * all, and untouched when its bytes would not change.
 */
#include "driver/driver.h"

#include "base/file.h"

int compilation_write(struct compilation *compilation, const char *folder, struct str *path)
{
	struct str below = path_join(compilation->arena, str_of(folder), compilation->model->policy->id);
	bool made;
	int error = file_make_folder(below.s, &made);

	*path = below;
	for (size_t i = 0; i < compilation->output_count && !error; i++) {
		const struct output *output = &compilation->outputs[i];
		struct str bytes = buf_str(&output->bytes);

		*path = path_join(compilation->arena, below, str_of(output->name));
		error = made ? file_write_new(path->s, bytes) : file_write(path->s, bytes, NULL);
	}
	return error;
}
