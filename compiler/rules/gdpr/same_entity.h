/*
 * Who stands behind the recipients: several declarations may name one entity. Takes a
 * run, gives for each recipient the first declaration of the same name.
 */
#ifndef RULES_GDPR_SAME_ENTITY_H
#define RULES_GDPR_SAME_ENTITY_H

#include "rules/engine.h"

/* By number of recipient: the controller of the same name (its usual or legal name, an
 * alias), else the first recipient of that name, which may be itself. Names are compared
 * without regard to case and accents. Linear. In the arena. */
const struct object *const *same_entity(struct rules_run *run);

#endif
