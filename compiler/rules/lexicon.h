/*
 * The word lists of the rules and the phrases of their tables, each one regular expression
 * a language (PCRE2, UTF, Unicode classes, any case), compiled at first use and kept for
 * the process.
 * Takes texts, gives the places of matches; knows no rule.
 */
#ifndef RULES_LEXICON_H
#define RULES_LEXICON_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/str.h"

enum lexicon {
#define LEXICON(name, fr, en) LEXICON_##name,
#define TRIGGERS(name, fr, en)
#define PHRASE(name, ...) LEXICON_##name,
#include "rules/lexicon.def"
#include "rules/language/stale.def"
#include "rules/language/terms.def"
#undef LEXICON
#undef TRIGGERS
#undef PHRASE
	LEXICON_COUNT
};

struct lexicon_match {
	size_t start, end; /* bytes of the text */
};

struct rules_run;

/* The first match in the text of that language; match may be NULL. The text lives, and
 * does not change, as long as the run. False: none; also where the match reached its
 * limits, which is reported as TEXT-UNREAD. */
bool lexicon_find(struct rules_run *run, enum lexicon lexicon, struct str text, enum lang lang,
		  struct lexicon_match *match);
/* The first match at or after match->end: a zeroed match finds the first one. Spares
 * itself the glance at triggers, which rule_text_may_hold() keeps. */
bool lexicon_find_next(struct rules_run *run, enum lexicon lexicon, struct str text, enum lang lang,
		       struct lexicon_match *match);
/* Frees what the run's matching took; the engine calls it at the end of a run. */
void lexicon_release(struct rules_run *run);

#endif
