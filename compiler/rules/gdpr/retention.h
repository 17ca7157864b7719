/*
 * What the checks of storage periods share. Internal to rules/.
 */
#ifndef RULES_GDPR_RETENTION_H
#define RULES_GDPR_RETENTION_H

#include "model/retention.h"
#include "rules/engine.h"

/* The entries of the run's model, indexed once. */
struct retention_index *rule_retention(struct rules_run *run);
/* Where a finding about the entry's period points. */
struct span rule_retention_place(const struct retention_entry *entry);
/* The identifiers of the opening of an e-mail, for the two functions below. */
extern const char *const rule_email_opening[];
/* The event has one of the identifiers; the list ends with NULL. */
bool rule_is_event(const struct object *event, const char *const *identifiers);
/* The first event of the period that has one of the identifiers, or NULL. */
const struct value *rule_period_event(const struct period *period, const char *const *identifiers);
/* Whom or what the entry is about: its label, else its purpose, data or people. */
const struct object *rule_retention_about(const struct rules_run *run, const struct retention_entry *entry);

#endif
