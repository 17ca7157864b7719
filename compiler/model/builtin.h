/*
 * The objects that polc knows without a declaration: events, and supervisory
 * authorities. Internal to model/.
 */
#ifndef MODEL_BUILTIN_H
#define MODEL_BUILTIN_H

#include "model/complain.h"

/* The identifier of the authority that a text leaves unnamed. */
#define UNNAMED_AUTHORITY "unnamed"

/* The built-in object that the identifier names, in the file's keyword language
 * first; made at its first use. NULL when there is none. */
struct object *builtin_find(struct builder *b, enum block block, struct str id, enum lang lang);
/* Tries every built-in identifier. */
void builtin_suggest(struct suggestion *near, enum block block, enum lang lang);
/* Makes the authority of the policy's law known, for pages that name none. */
void builtin_add_authority(struct builder *b);

#endif
