/*
 * What the purposes that use a category of data have in common. Takes a judgement
 * of one purpose, gives for each category the judgements of all that use it.
 */
#ifndef RULES_GDPR_DATA_USE_H
#define RULES_GDPR_DATA_USE_H

#include "rules/engine.h"

/* A set of bits that the purpose puts on the data that it uses. */
typedef unsigned data_use_mark(const struct rules_run *run, const struct object *purpose);

/* By number of data: the union of the marks of the purposes that use it, those that
 * name no data using the data by default; 0 where none does. Linear. In the arena. */
const unsigned *data_use(struct rules_run *run, data_use_mark *mark);

/* By number of data: those that only an activity carried out as a processor, or an
 * agreement, uses; the duties of a controller do not concern them. Linear. In the arena. */
const bool *data_of_clients(struct rules_run *run);
/* Does the person give the data? So they do where no source is said. */
bool data_is_given(const struct object *data);

#endif
