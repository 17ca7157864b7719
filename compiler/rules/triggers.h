/*
 * A glance at a text before any pattern sees it: which lexicons could match there at
 * all. One pass over the text finds the triggers of every lexicon at once.
 */
#ifndef RULES_TRIGGERS_H
#define RULES_TRIGGERS_H

#include <stdint.h>

#include "base/arena.h"
#include "rules/lexicon.h"

struct triggers;

/* The triggers of all lexicons, in the arena. */
struct triggers *triggers_new(struct arena *arena);
/* Bit by bit, the lexicons that may match in the text; asked again for the same
 * bytes, it mostly remembers. */
uint64_t triggers_look(struct triggers *triggers, struct str text, enum lang lang);

#endif
