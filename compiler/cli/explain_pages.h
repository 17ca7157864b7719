/*
 * The explain pages of grammar/explain/, as the build embeds them.
 */
#ifndef CLI_EXPLAIN_PAGES_H
#define CLI_EXPLAIN_PAGES_H

#include "base/lang.h"

/* The Markdown page of the rule in the language; NULL for a rule without one. */
const char *explain_page(const char *rule_id, enum lang lang);

#endif
