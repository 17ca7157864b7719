/*
 * Checks of security.def.
 */
#include "rules/engine.h"

void check_security_stated(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct object *security = object_object(run->model->root, ROOT_SECURITY);

	if (!object_has(security, SECURITY_STATEMENT) && !object_has(security, SECURITY_MEASURE))
		rule_fire(run, rule, policy, security ? security->keyword : policy->keyword);
}
