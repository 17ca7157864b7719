/*
 * The age of the law's own tables: whoever publishes by old law is told.
 * Internal to rules/.
 */
#ifndef RULES_TABLE_AGE_H
#define RULES_TABLE_AGE_H

#include "rules/engine.h"

/* A note, at the policy block, when the oldest table of law/ was reviewed more than a
 * year before the day whose law applies. Neither a waiver nor a severity silences it. */
void table_age_check(struct rules_run *run);

#endif
