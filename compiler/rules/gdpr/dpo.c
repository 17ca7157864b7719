/*
 * Checks of dpo.def: whether an officer is due, can be reached, and holds no role
 * that decides on purposes and means.
 */
#include "rules/engine.h"

static struct words dpo_reason(const struct object *controller)
{
	enum word nature = object_word(controller, CONTROLLER_NATURE);

	if (object_flag(controller, CONTROLLER_PUBLIC_BODY) == TRI_YES ||
	    nature == WORD_NATURE_PUBLIC_AUTHORITY || nature == WORD_NATURE_PUBLIC_BODY)
		return (struct words)WORDS("l'organisme est une autorité ou un organisme public",
					   "the organisation is a public authority or body");
	if (object_has_word(controller, CONTROLLER_LARGE_SCALE, WORD_LARGE_SCALE_MONITORING))
		return (struct words)WORDS(
				"l'activité de base comporte un suivi régulier et systématique à grande "
				"échelle",
				"its core activities involve regular and systematic monitoring of data "
				"subjects on a large scale");
	if (object_has_word(controller, CONTROLLER_LARGE_SCALE, WORD_LARGE_SCALE_SPECIAL_DATA))
		return (struct words)WORDS(
				"l'activité de base porte à grande échelle sur des données sensibles",
				"its core activities involve the processing of special categories of data on "
				"a large scale");
	return (struct words)WORDS("", "");
}

static struct span dpo_place(const struct object *root, const struct object *controller)
{
	const struct object *dpo = object_object(root, ROOT_DPO);

	return dpo ? dpo->keyword : controller->keyword;
}

void check_dpo_required(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];

	if (run->gates[GATE_DPO] == TRI_YES)
		return;
	for (size_t i = 0; i < controllers->list.n; i++) {
		const struct object *controller = controllers->list.v[i];
		struct words reason = dpo_reason(controller);

		if (!reason.in[LANG_EN][0] || object_flag(controller, CONTROLLER_COURT) == TRI_YES)
			continue;
		rule_arg_words(run, rule_fire(run, rule, controller, dpo_place(root, controller)), "reason",
			       reason);
		return;
	}
}

void check_dpo_contact(struct rules_run *run, const struct rule *rule, const struct object *dpo)
{
	if (!rule_has_contact(dpo, DPO_ADDRESS))
		rule_fire(run, rule, dpo, object_place(dpo, DPO_NAME));
}

static bool is_same_name(struct rules_run *run, struct str a, struct str b)
{
	return !str_is_blank(a) &&
	       str_eq(utf8_fold(run->arena, str_trim(a)), utf8_fold(run->arena, str_trim(b)));
}

static void report_person(struct rules_run *run, const struct rule *rule, const struct object *dpo,
			  struct span other, struct words role)
{
	struct diag *diag = rule_fire(run, rule, dpo, object_place(dpo, DPO_NAME));

	rule_arg_words(run, diag, "role", role);
	diag_add_label(run->findings, diag, other,
		       (struct words)WORDS("la même personne", "the same person"));
}

/* The role that the officer's name also holds elsewhere in the policy. */
static bool check_dpo_name(struct rules_run *run, const struct rule *rule, const struct object *dpo)
{
	const struct object *representative = object_object(run->model->root, ROOT_REPRESENTATIVE);
	struct str name = object_name(dpo, DPO_NAME);

	for (size_t i = 0; i < run->objects[BLOCK_CONTROLLER].list.n; i++) {
		const struct object *controller = run->objects[BLOCK_CONTROLLER].list.v[i];
		const struct object *person = object_object(controller, CONTROLLER_REPRESENTED_BY);

		if (is_same_name(run, name, object_name(person, PERSON_NAME))) {
			report_person(run, rule, dpo, object_place(person, PERSON_NAME),
				      (struct words)WORDS("représentant légal du responsable",
							  "legal representative of the controller"));
			return true;
		}
		if (is_same_name(run, name, object_name(controller, CONTROLLER_NAME))) {
			report_person(run, rule, dpo, object_place(controller, CONTROLLER_NAME),
				      (struct words)WORDS("responsable du traitement", "controller"));
			return true;
		}
	}
	if (!is_same_name(run, name, object_name(representative, REPRESENTATIVE_NAME)))
		return false;
	report_person(run, rule, dpo, object_place(representative, REPRESENTATIVE_NAME),
		      (struct words)WORDS("représentant dans l'Union", "representative in the Union"));
	return true;
}

void check_dpo_independent(struct rules_run *run, const struct rule *rule, const struct object *dpo)
{
	const struct text *role = object_text(dpo, DPO_ROLE);

	if (check_dpo_name(run, rule, dpo) || !role)
		return;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		if (!lexicon_find(run, LEXICON_CONFLICTING_ROLE, text_in(role, (enum lang)lang),
				  (enum lang)lang, NULL))
			continue;
		rule_arg_text(run, rule_fire(run, rule, dpo, object_place(dpo, DPO_ROLE)), "role", role);
		return;
	}
}
