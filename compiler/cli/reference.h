/*
 * Inside cli/: the parts of the reference page.
 */
#ifndef CLI_REFERENCE_H
#define CLI_REFERENCE_H

#include "base/buf.h"
#include "base/lang.h"

/* Appends the sections on built-in events, authorities and clauses, in Markdown. */
void reference_add_built_in(struct buf *out, enum lang lang);
/* Appends the section on how a file is written. */
void reference_add_writing(struct buf *out, enum lang lang);
/* Appends the page about themes. */
void reference_add_theme(struct buf *out, enum lang lang);

#endif
