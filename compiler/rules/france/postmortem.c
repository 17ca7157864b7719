/*
 * Checks of postmortem.def: LIL Arts. 48 and 85.
 */
#include "rules/engine.h"

void check_post_mortem(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);

	if (!model_claims_rights(run->model) || model_granted(run->model, WORD_RIGHT_POST_MORTEM) ||
	    !model_right_applies(run->model, WORD_RIGHT_POST_MORTEM))
		return;
	rule_fire(run, rule, rights, object_place(rights, RIGHTS_GRANTED));
}

void check_particular_directives(struct rules_run *run, const struct rule *rule, const struct object *grant)
{
	if (object_word(grant, GRANT_RIGHT) == WORD_RIGHT_POST_MORTEM &&
	    object_flag(grant, GRANT_PARTICULAR) == TRI_NO)
		rule_fire(run, rule, grant, object_place(grant, GRANT_PARTICULAR));
}
