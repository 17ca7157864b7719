/*
 * A glance at a text before a pattern sees it: could the lexicon match there at all?
 * Takes the triggers of lexicon.def and a text, gives yes or no; refuses nothing, and
 * a lexicon without triggers may match anywhere.
 */
#ifndef RULES_TRIGGERS_H
#define RULES_TRIGGERS_H

#include "rules/lexicon.h"

/* False: the lexicon surely has no match in the text. */
bool triggers_found(enum lexicon lexicon, struct str text, enum lang lang);

#endif
