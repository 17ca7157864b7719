/*
 * Checks of exercise.def: a channel for requests, and the complaint.
 */
#include "rules/engine.h"

/* The channels of whoever receives the requests. */
static bool has_channel(const struct rules_run *run, const struct object *root, const struct object *rights)
{
	enum word by = object_word(rights, RIGHTS_BY);

	if (rule_has_contact(rights, RIGHTS_ADDRESS))
		return true;
	if (by == WORD_EXERCISED_WITH_DPO)
		return rule_has_contact(object_object(root, ROOT_DPO), DPO_ADDRESS);
	for (size_t i = 0; by == WORD_EXERCISED_WITH_CONTROLLER && i < run->objects[BLOCK_CONTROLLER].list.n;
	     i++) {
		if (rule_has_contact(run->objects[BLOCK_CONTROLLER].list.v[i], CONTROLLER_ADDRESS))
			return true;
	}
	return false;
}

void check_rights_channel(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);
	const struct object *subject = rights ? rights : run->model->policy;

	if (!has_channel(run, root, rights))
		rule_fire(run, rule, subject, subject->keyword);
}

/* Without a list of granted rights polc writes the complaint itself. */
void check_complaint(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);

	if (model_claims_rights(run->model) && !object_has(rights, RIGHTS_COMPLAINT))
		rule_fire(run, rule, rights, rights->keyword);
}
