/*
 * --since: a policy against its older version, as a git revision or another file holds
 * it, with what it includes. Adds the findings of rules/translations.h.
 */
#ifndef DRIVER_SINCE_H
#define DRIVER_SINCE_H

#include "driver/driver.h"
#include "driver/git.h"

/* Why a comparison failed, as far as it is known. */
struct since_problem {
	struct str said; /* by git, or "" */
	int error;	 /* errno of what cannot be read, or 0 */
};

/* Compares the compilation, which has a model, with the version that `since` names: a
 * file that exists, else a revision of the repository that holds the policy. */
enum git_state compilation_compare(struct compilation *compilation, const char *since,
				   struct since_problem *problem);
/* True when it names a file, which is the older version of one policy only. */
bool since_is_file(const char *since);

#endif
