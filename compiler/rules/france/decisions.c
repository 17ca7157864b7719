/*
 * Check of decisions.def: the notice of Article L. 311-3-1 of the CRPA.
 */
#include "rules/engine.h"

void check_administrative_mention(struct rules_run *run, const struct rule *rule,
				  const struct object *decision)
{
	if (object_flag(decision, DECISION_ADMINISTRATIVE) != TRI_YES ||
	    object_has(decision, DECISION_MENTION))
		return;
	rule_arg_title(run, rule_fire(run, rule, decision, object_place(decision, DECISION_MENTION)),
		       "decision", decision);
}
