/*
 * A glance at a text before patterns see it: which lexicons could match there at all?
 * Takes the triggers of lexicon.def and of the tables of phrases, and a text; gives a
 * bit for each lexicon. Refuses nothing: a lexicon without triggers may match anywhere.
 */
#ifndef RULES_TRIGGERS_H
#define RULES_TRIGGERS_H

#include <stdint.h>

#include "rules/lexicon.h"

/* Bits above those of the lexicons. The text may hold an e-mail address, a web address or
 * a telephone number. */
#define TRIGGERED_CONTACT (UINT64_C(1) << 63)
/* It may hold a number in words, or the name of a month. */
#define TRIGGERED_NUMERAL (UINT64_C(1) << 62)
/* It holds a figure. */
#define TRIGGERED_FIGURE (UINT64_C(1) << 61)

/* Bit number LEXICON_X is not set where that lexicon surely has no match in the text;
 * TRIGGERED_ bits likewise. */
uint64_t triggers_met(struct str text, enum lang lang);
/* False: the lexicon surely has no match in the text. */
bool triggers_found(enum lexicon lexicon, struct str text, enum lang lang);

#endif
