/*
 * Checks of rights.def. With a list of granted rights a policy makes a claim, which
 * these compare with what its legal bases and the law give; without one it makes
 * none, and most of them are silent.
 */
#include "rules/engine.h"

static struct span rights_place(const struct rules_run *run)
{
	const struct object *rights = object_object(run->model->root, ROOT_RIGHTS);

	return object_place(rights ? rights : run->model->policy, rights ? RIGHTS_GRANTED : POLICY_LABEL);
}

/* Fires when the policy lists rights and this one is not among them. */
static struct diag *require_right(struct rules_run *run, const struct rule *rule, enum word right)
{
	if (!model_claims_rights(run->model) || model_granted(run->model, right))
		return NULL;
	return rule_fire(run, rule, object_object(run->model->root, ROOT_RIGHTS), rights_place(run));
}

void check_right_access(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	require_right(run, rule, WORD_RIGHT_ACCESS);
}

void check_right_rectification(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	require_right(run, rule, WORD_RIGHT_RECTIFICATION);
}

void check_right_erasure(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	require_right(run, rule, WORD_RIGHT_ERASURE);
}

void check_right_restriction(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	require_right(run, rule, WORD_RIGHT_RESTRICTION);
}

static const struct object *marketing_purpose(const struct rules_run *run)
{
	for (size_t i = 0; i < run->objects[BLOCK_PURPOSE].list.n; i++) {
		if (purpose_is_marketing(run->objects[BLOCK_PURPOSE].list.v[i]))
			return run->objects[BLOCK_PURPOSE].list.v[i];
	}
	return NULL;
}

/* A reason for a right, of a purpose or of the policy as a whole. */
static struct rule_item reason(struct rules_run *run, const struct object *object, struct words rests)
{
	struct rule_item item;

	if (object->block == BLOCK_POLICY) {
		item.in[LANG_FR] = str_format(run->arena, "la politique %s", rests.in[LANG_FR]);
		item.in[LANG_EN] = str_format(run->arena, "the policy %s", rests.in[LANG_EN]);
		return item;
	}
	item.in[LANG_FR] = str_format(run->arena, "la finalité « %.*s » %s",
				      STR_ARGS(object_title(object, LANG_FR)), rests.in[LANG_FR]);
	item.in[LANG_EN] = str_format(run->arena, "purpose '%.*s' %s",
				      STR_ARGS(object_title(object, LANG_EN)), rests.in[LANG_EN]);
	return item;
}

struct ground {
	enum word basis;
	struct words rests;
};

/* The first of the bases that the policy uses, as a reason; false when it uses none. */
static bool find_reason(struct rules_run *run, const struct ground *grounds, size_t n, struct rule_item *item)
{
	for (size_t i = 0; i < n; i++) {
		const struct object *object = rule_basis(run, grounds[i].basis);

		if (!object)
			continue;
		*item = reason(run, object, grounds[i].rests);
		return true;
	}
	return false;
}

static bool objection_reason(struct rules_run *run, struct rule_item *item)
{
	static const struct ground grounds[] = {
		{ WORD_BASIS_LEGITIMATE_INTERESTS,
		  WORDS("repose sur l'intérêt légitime", "relies on legitimate interests") },
		{ WORD_BASIS_PUBLIC_TASK, WORDS("repose sur une mission d'intérêt public",
						"relies on a task in the public interest") },
	};
	const struct object *marketing;

	if (find_reason(run, grounds, sizeof(grounds) / sizeof(grounds[0]), item))
		return true;
	marketing = marketing_purpose(run);
	if (!marketing || model_granted(run->model, WORD_RIGHT_OBJECTION_MARKETING))
		return false;
	*item = reason(run, marketing,
		       (struct words)WORDS("relève de la prospection", "is direct marketing"));
	return true;
}

static bool portability_reason(struct rules_run *run, struct rule_item *item)
{
	static const struct ground grounds[] = {
		{ WORD_BASIS_CONSENT, WORDS("repose sur le consentement", "relies on consent") },
		{ WORD_BASIS_CONTRACT, WORDS("repose sur un contrat", "relies on a contract") },
	};

	return find_reason(run, grounds, sizeof(grounds) / sizeof(grounds[0]), item);
}

void check_right_objection(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	struct rule_item why;
	struct diag *diag;

	(void)root;
	if (!objection_reason(run, &why))
		return;
	diag = require_right(run, rule, WORD_RIGHT_OBJECTION);
	if (diag)
		rule_arg_both(run, diag, "reason", why);
}

void check_right_portability(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	struct rule_item why;
	struct diag *diag;

	(void)root;
	if (!portability_reason(run, &why))
		return;
	diag = require_right(run, rule, WORD_RIGHT_PORTABILITY);
	if (diag)
		rule_arg_both(run, diag, "reason", why);
}

void check_portability_possible(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *grant = model_granted(run->model, WORD_RIGHT_PORTABILITY);
	struct rule_item why;

	(void)root;
	if (grant && !object_has(grant, GRANT_CONDITION) && !portability_reason(run, &why))
		rule_fire(run, rule, grant, object_place(grant, GRANT_RIGHT));
}

static bool is_objection(const struct object *grant)
{
	enum word right = object_word(grant, GRANT_RIGHT);

	return right == WORD_RIGHT_OBJECTION || right == WORD_RIGHT_OBJECTION_MARKETING;
}

void check_objection_grounds(struct rules_run *run, const struct rule *rule, const struct object *grant)
{
	enum word grounds = object_word(grant, GRANT_GROUNDS);

	if (!is_objection(grant))
		return;
	if (grounds != WORD_OBJECTION_GROUNDS_LEGITIMATE_REASONS &&
	    grounds != WORD_OBJECTION_GROUNDS_MARKETING_REASONS)
		return;
	rule_arg_word(run, rule_fire(run, rule, grant, object_place(grant, GRANT_GROUNDS)), "text", grounds);
}

void check_right_objection_marketing(struct rules_run *run, const struct rule *rule,
				     const struct object *root)
{
	(void)root;
	if (marketing_purpose(run))
		require_right(run, rule, WORD_RIGHT_OBJECTION_MARKETING);
}

/* Where the policy lists its rights, polc adds no notice of its own. */
void check_objection_separate(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);
	const struct object *objection = model_granted(run->model, WORD_RIGHT_OBJECTION);
	struct rule_item why;

	if (!model_claims_rights(run->model) || object_has(rights, RIGHTS_OBJECTION_NOTICE))
		return;
	if (marketing_purpose(run) || objection_reason(run, &why))
		rule_fire(run, rule, rights,
			  objection ? object_place(objection, GRANT_RIGHT) : rights_place(run));
}

void check_restriction_denied(struct rules_run *run, const struct rule *rule, const struct object *grant)
{
	struct rule_list bases = { 0 };

	if (object_word(grant, GRANT_RIGHT) != WORD_RIGHT_RESTRICTION)
		return;
	for_each_value(value, grant, GRANT_EXCLUDED_FOR)
	{
		if (value->kind == VALUE_WORD)
			rule_list_add_word(run, &bases, value->as.word);
	}
	if (bases.items.n)
		rule_arg_list(run, rule_fire(run, rule, grant, object_place(grant, GRANT_EXCLUDED_FOR)),
			      "bases", &bases);
}

void check_rights_explained(struct rules_run *run, const struct rule *rule, const struct object *rights)
{
	struct span span = object_place(rights, RIGHTS_GRANTED);
	struct rule_list list = { 0 };

	for_each_value(value, rights, RIGHTS_GRANTED)
	{
		if (value->kind != VALUE_OBJECT || object_has(value->as.object, GRANT_TEXT) ||
		    object_word(value->as.object, GRANT_RIGHT) == WORD_NONE)
			continue;
		if (!list.items.n)
			span = object_place(value->as.object, GRANT_RIGHT);
		rule_list_add_word(run, &list, object_word(value->as.object, GRANT_RIGHT));
	}
	if (list.items.n)
		rule_arg_list(run, rule_fire(run, rule, rights, span), "list", &list);
}
