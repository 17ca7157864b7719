/*
 * What the checks of transfers share: which transfers Chapter V governs, where they go
 * and what to call them. Internal to rules/.
 */
#ifndef RULES_GDPR_TRANSFERS_H
#define RULES_GDPR_TRANSFERS_H

#include "law/transfers.h"
#include "rules/engine.h"

/* The controller's own, and not to a country that is within the EEA on the run's day.
 * What it does as a processor is its clients' to inform about. */
bool transfer_is_governed(const struct rules_run *run, const struct object *transfer);
/* The country of destination; NULL where none is named. */
const struct country *transfer_country(const struct object *transfer);
/* False for no country: it is not known to be outside. */
bool country_is_outside(const struct rules_run *run, const struct country *country);
/* "le transfert vers « Exemple Inc. » (États-Unis)" / "the transfer to 'Example Inc.' (United States)". */
struct rule_item transfer_name(struct rules_run *run, const struct object *transfer);
/* The recipient in quotation marks, or "l'importateur" / "the importer". */
struct rule_item transfer_importer(struct rules_run *run, const struct object *transfer);

#endif
