/*
 * --since: a policy against its older version, as a git revision or another file holds
 * it, with what it includes. Adds the findings of rules/translations.h.
 */
#ifndef DRIVER_SINCE_H
#define DRIVER_SINCE_H

#include "driver/driver.h"
#include "driver/git.h"

/* Compares the compilation, which has a model, with the version that `since` names: a
 * file that exists, else a revision of the repository that holds the policy. On failure
 * *reason says what is known of why, or is "". */
enum git_state compilation_compare(struct compilation *compilation, const char *since, struct str *reason);
/* True when it names a file, which is the older version of one policy only. */
bool since_is_file(const char *since);

#endif
