/*
 * A glance at a text before a pattern sees it: could the lexicon match there at all?
 * Takes the triggers of lexicon.def and a text, gives yes or no; refuses nothing, and
 * a lexicon without triggers may match anywhere.
 */
#ifndef RULES_TRIGGERS_H
#define RULES_TRIGGERS_H

#include <stdint.h>

#include "rules/lexicon.h"

/* False: the lexicon surely has no match in the text. */
bool triggers_found(enum lexicon lexicon, struct str text, enum lang lang);
/* Where the first trigger of the lexicon at or behind `from` begins; text.n: none does. */
size_t triggers_next(enum lexicon lexicon, struct str text, enum lang lang, size_t from);
/* The text may hold an e-mail address, a web address or a telephone number. */
#define TRIGGERED_CONTACT (UINT32_C(1) << 31)
/* It may hold a number in words, or the name of a month. */
#define TRIGGERED_NUMERAL (UINT32_C(1) << 30)
/* It holds a figure. */
#define TRIGGERED_FIGURE (UINT32_C(1) << 29)
/* The same of all lexicons at once, in one pass: bit number LEXICON_X is not set where
 * that lexicon surely has no match; TRIGGERED_ bits
 * likewise. */
uint32_t triggers_all(struct str text, enum lang lang);

#endif
