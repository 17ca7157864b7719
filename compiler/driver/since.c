/*
 * Reads the older version as far as its model: its own findings are of no interest here.
 */
#include "driver/since.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "rules/translations.h"

bool since_is_file(const char *since)
{
	return file_kind(since) == FILE_REGULAR;
}

/* The model of the older version, or NULL and an errno value. */
static const struct model *read_past(struct arena *arena, struct sources *sources, struct str path,
				     struct str root, int *error)
{
	struct model_options options = { .root = root };
	struct findings findings;
	struct tokens tokens = { 0 };
	struct source *source;

	*error = sources_read(sources, path, &source);
	if (*error)
		return NULL;
	findings_init(&findings, arena);
	syntax_lex(arena, source, &findings, &tokens);
	return model_from_tree(arena, sources, syntax_parse(arena, source, &tokens, &findings), &options,
			       &findings);
}

/* The includes of a file are read beside it, those of a policy below its root. */
static enum git_state compare_file(struct compilation *compilation, struct arena *arena, const char *since,
				   struct since_problem *problem)
{
	struct str place = path_join(arena, STR("."), str_of(since));
	bool inside = path_is_inside(place, compilation->root);
	const struct model *then;
	struct sources sources;

	sources_init(&sources, arena);
	then = read_past(arena, &sources, place, inside ? compilation->root : path_folder(arena, place),
			 &problem->error);
	if (problem->error)
		return GIT_UNREADABLE;
	if (!then->policy)
		return GIT_NO_POLICY;
	translations_compare(compilation->model, then, str_copy(compilation->arena, str_of(since)),
			     &compilation->findings);
	return GIT_FOUND;
}

/* The folder in which git is run: that of the policy, or, under GIT_DIR, the current one. */
static const char *git_folder(struct arena *arena, struct str place)
{
	char current[4096];

	if (!getenv("GIT_DIR"))
		return path_folder(arena, place).s;
	if (str_has_prefix(place, "/") && getcwd(current, sizeof(current)))
		return str_copy(arena, str_of(current)).s;
	return ".";
}

static enum git_state compare_revision(struct compilation *compilation, struct arena *arena,
				       const char *since, struct since_problem *problem)
{
	struct str place = path_join(arena, STR("."), compilation->path);
	const struct model *then;
	struct git_commit commit;
	struct sources sources;
	enum git_state state = git_find(&commit, arena, git_folder(arena, place), since);

	if (state != GIT_FOUND) {
		problem->said = str_copy(compilation->arena, commit.reason);
		return state;
	}
	sources_init(&sources, arena);
	sources.reader = git_read;
	sources.reader_context = &commit;
	then = read_past(arena, &sources, compilation->path, compilation->root, &problem->error);
	if (problem->error && problem->error != ENOENT)
		return GIT_UNREADABLE;
	translations_compare(compilation->model, then, str_copy(compilation->arena, str_of(since)),
			     &compilation->findings);
	return GIT_FOUND;
}

enum git_state compilation_compare(struct compilation *compilation, const char *since,
				   struct since_problem *problem)
{
	struct arena *arena;
	enum git_state state;

	*problem = (struct since_problem) { STR(""), 0 };
	if (!compilation->model || compilation_is_library(compilation))
		return GIT_FOUND;
	arena = arena_new();
	state = since_is_file(since) ? compare_file(compilation, arena, since, problem)
				     : compare_revision(compilation, arena, since, problem);
	arena_free(arena);
	findings_sort(&compilation->findings);
	return state;
}
