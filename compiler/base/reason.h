/*
 * Why the environment refuses a file, for those who know no errno.
 */
#ifndef BASE_REASON_H
#define BASE_REASON_H

#include "base/lang.h"

/* The usual errors of reading and writing; NULL for the others. */
const struct words *reason_of(int error);

#endif
