/*
 * Files as a git revision holds them. Runs the git program without a shell, in the folder
 * of the file; takes a revision and paths, gives bytes. Changes nothing in a repository.
 */
#ifndef DRIVER_GIT_H
#define DRIVER_GIT_H

#include "base/buf.h"

struct arena;

enum git_state {
	GIT_FOUND,
	GIT_MISSING,	   /* there is no git program, or it cannot be started */
	GIT_NO_REPOSITORY, /* the folder is in none that git may read */
	GIT_UNKNOWN_REVISION,
	GIT_SHALLOW,   /* the same, in a clone without all of the history */
	GIT_NO_POLICY, /* a file is named, but no policy is declared in it */
	GIT_UNREADABLE
};

/* A commit, seen from a folder of its repository. */
struct git_commit {
	struct arena *arena;
	const char *folder; /* normalised */
	struct str name;    /* its full identifier */
	struct str reason;  /* what git said where it failed; or "" */
};

/* Finds the commit that the revision names. */
enum git_state git_find(struct git_commit *commit, struct arena *arena, const char *folder,
			const char *revision);
/* A source_reader (source/source.h) of the commit's files; the context is the commit.
 * ENOENT: the commit has no such file. */
int git_read(void *context, const char *path, size_t limit, struct buf *bytes);

#endif
