/*
 * Checks of identity.def: the controller's name and contact details, facts that
 * gate other rules, values that contradict each other (conflict.c holds the rest).
 */
#include "rules/engine.h"

static bool is_named(struct rules_run *run, const struct object *controller)
{
	struct str name = object_name(controller, CONTROLLER_NAME);

	if (str_is_blank(name))
		name = object_name(controller, CONTROLLER_LEGAL_NAME);
	if (str_is_blank(name)) /* a hole counts as said */
		return object_has(controller, CONTROLLER_NAME) ||
		       object_has(controller, CONTROLLER_LEGAL_NAME);
	return !rule_is_placeholder(run, name, LANG_FR);
}

void check_controller_name(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];
	const struct object *policy = run->model->policy;

	if (!controllers->list.n && !object_get(root, ROOT_CONTROLLER))
		rule_fire(run, rule, policy, policy->keyword);
	for (size_t i = 0; i < controllers->list.n; i++) {
		const struct object *controller = controllers->list.v[i];

		if (!is_named(run, controller))
			rule_fire(run, rule, controller, object_place(controller, CONTROLLER_NAME));
	}
}

/* The channels of the rights are the controller's where requests are made to it. */
void check_controller_contact(struct rules_run *run, const struct rule *rule, const struct object *controller)
{
	const struct object *rights = object_object(run->model->root, ROOT_RIGHTS);

	if (rule_has_contact(controller, CONTROLLER_ADDRESS))
		return;
	if (object_word(rights, RIGHTS_BY) == WORD_EXERCISED_WITH_CONTROLLER &&
	    rule_has_contact(rights, RIGHTS_ADDRESS) && run->objects[BLOCK_CONTROLLER].list.n == 1)
		return;
	rule_arg_title(run, rule_fire(run, rule, controller, controller->keyword), "entity", controller);
}

void check_controller_person(struct rules_run *run, const struct rule *rule, const struct object *controller)
{
	struct diag *diag;

	if (object_word(controller, CONTROLLER_NATURE) != WORD_NATURE_NATURAL_PERSON)
		return;
	if (!object_has(controller, CONTROLLER_ROLE) && !object_has(controller, CONTROLLER_EMPLOYER))
		return;
	diag = rule_fire(run, rule, controller, object_place(controller, CONTROLLER_NATURE));
	rule_arg_title(run, diag, "person", controller);
}

/* The facts, in plain words, and what to write when the answer is no. */
static const struct {
	struct words fact;
	struct words write;
	bool of_processor; /* also asked of a policy of kind processor */
} gate_facts[GATE_COUNT] = {
	[GATE_PUBLIC_BODY] = { WORDS("l'organisme est-il une autorité ou un organisme public ?",
				     "is the organisation a public authority or body?"),
			       WORDS("organisme-public non", "public-body no"), false },
	[GATE_DPO] = { WORDS("un délégué à la protection des données est-il désigné ?",
			     "has a data protection officer been designated?"),
		       WORDS("délégué aucun", "dpo none"), true },
	[GATE_DECISIONS] = { WORDS("des décisions sont-elles fondées exclusivement sur un traitement "
				   "automatisé ?",
				   "are any decisions based solely on automated processing?"),
			     WORDS("décisions aucune", "decisions none"), false },
	[GATE_TRACKERS] = { WORDS("le service emploie-t-il des cookies ou d'autres traceurs ?",
				  "does the service use cookies or other trackers?"),
			    WORDS("traceurs { utilisés non }", "trackers { used no }"), false },
};

static long rules_gated_by(const struct rules_run *run, enum gate gate)
{
	long n = 0;

	for (size_t i = 0; i < RULE_COUNT; i++)
		n += rules_table[i].gate == gate && rule_is_in_profile(run, &rules_table[i]);
	return n;
}

/* " (2 rules could not be evaluated)"; nothing when the fact gates none. */
static struct rule_item rules_not_evaluated(struct rules_run *run, long n)
{
	struct rule_item item = { { STR(""), STR("") } };

	if (!n)
		return item;
	item.in[LANG_FR] = str_format(run->arena,
				      n > 1 ? " (%ld règles n'ont pas pu être évaluées)"
					    : " (%ld règle n'a pas pu être évaluée)",
				      n);
	item.in[LANG_EN] = str_format(run->arena,
				      n > 1 ? " (%ld rules could not be evaluated)"
					    : " (%ld rule could not be evaluated)",
				      n);
	return item;
}

/* True when the fact is said, in a word that could not be read: that is reported already. */
static bool is_unreadable(const struct object *object, enum field field)
{
	const struct value *value = object_get(object, field);

	return value && value->kind == VALUE_HOLE;
}

static bool is_said_unreadably(const struct rules_run *run, enum gate gate)
{
	const struct object *controller = object_object(run->model->root, ROOT_CONTROLLER);

	if (gate == GATE_PUBLIC_BODY)
		return is_unreadable(controller, CONTROLLER_PUBLIC_BODY) ||
		       is_unreadable(controller, CONTROLLER_NATURE);
	return gate == GATE_TRACKERS &&
	       is_unreadable(object_object(run->model->root, ROOT_TRACKERS), TRACKERS_USED);
}

void check_unknown_facts(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];

	(void)root;
	for (enum gate gate = GATE_NONE + 1; gate < GATE_COUNT; gate++) {
		const struct object *subject = run->model->policy;
		struct diag *diag;

		if (run->gates[gate] != TRI_UNKNOWN)
			continue;
		if (!model_is_controller(run->model) && !gate_facts[gate].of_processor)
			continue;
		if (gate == GATE_PUBLIC_BODY && controllers->list.n)
			subject = controllers->list.v[0];
		if (is_said_unreadably(run, gate))
			continue;
		diag = rule_fire(run, rule, subject, subject->keyword);
		rule_arg_words(run, diag, "fact", gate_facts[gate].fact);
		diag_add_words(run->findings, diag, "write", str_of(gate_facts[gate].write.in[LANG_FR]),
			       str_of(gate_facts[gate].write.in[LANG_EN]));
		rule_arg_both(run, diag, "effect", rules_not_evaluated(run, rules_gated_by(run, gate)));
	}
}
