/*
 * Checks of decisions.def: what an automated decision has to say of itself, what allows
 * it, and what protects the person.
 */
#include "rules/engine.h"

/* GDPR Art. 13(2)(f). */
void check_decision_explained(struct rules_run *run, const struct rule *rule, const struct object *decision)
{
	static const struct {
		enum field field;
		struct words words;
	} rows[] = {
		{ DECISION_LOGIC, WORDS("la logique sous-jacente", "the logic involved") },
		{ DECISION_SIGNIFICANCE, WORDS("son importance pour la personne", "its significance") },
		{ DECISION_CONSEQUENCES, WORDS("ses conséquences prévues", "its envisaged consequences") },
	};
	struct rule_list missing = { 0 };
	struct diag *diag;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (!object_has(decision, rows[i].field))
			rule_list_add(run, &missing, str_of(rows[i].words.in[LANG_FR]),
				      str_of(rows[i].words.in[LANG_EN]));
	}
	if (!missing.items.n)
		return;
	diag = rule_fire(run, rule, decision, decision->keyword);
	rule_arg_title(run, diag, "decision", decision);
	rule_arg_list(run, diag, "missing", &missing);
}

static void report_failure(struct rules_run *run, const struct rule *rule, const struct object *decision,
			   enum field field, struct rule_item failure)
{
	struct diag *diag = rule_fire(run, rule, decision, object_place(decision, field));

	rule_arg_title(run, diag, "decision", decision);
	rule_arg_both(run, diag, "failure", failure);
}

static bool allows_special_data(const struct object *purpose)
{
	for_each_value(value, purpose, PURPOSE_BASIS)
	{
		enum word condition = object_word(value->as.object, BASIS_CONDITION);

		if (condition == WORD_CONDITION_A || condition == WORD_CONDITION_G)
			return true;
	}
	return false;
}

/* By number of decision: a purpose that it serves rests on Art. 9(2)(a) or (g). */
static const bool *special_data_allowed(struct rules_run *run)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];
	bool *allowed = ARENA_ARRAY(run->arena, bool, run->objects[BLOCK_DECISION].numbers + 1);

	for (size_t i = 0; i < purposes->list.n; i++) {
		if (!object_has(purposes->list.v[i], PURPOSE_DECISION) ||
		    !allows_special_data(purposes->list.v[i]))
			continue;
		for_each_value(value, purposes->list.v[i], PURPOSE_DECISION)
				allowed[value->as.reference->number] = true;
	}
	return allowed;
}

/* The safeguards of GDPR Art. 22(3), in the order of the vocabulary; its labels speak to readers. */
static const struct words safeguards[] = {
	WORDS("une intervention humaine", "the right to obtain human intervention"),
	WORDS("la possibilité d'exprimer son point de vue", "the right to express one's point of view"),
	WORDS("la possibilité de contester la décision", "the right to contest the decision"),
};

/* GDPR Art. 22(3): the law that authorises a decision lays down safeguards of its own. */
static void check_safeguards(struct rules_run *run, const struct rule *rule, const struct object *decision)
{
	enum word basis = object_word(decision, DECISION_BASIS);
	struct rule_list missing = { 0 };
	struct rule_item failure;

	if (basis != WORD_DECISION_BASIS_CONTRACT && basis != WORD_DECISION_BASIS_CONSENT)
		return;
	for (int word = WORD_DECISION_SAFEGUARD_HUMAN; word <= WORD_DECISION_SAFEGUARD_CONTEST; word++) {
		if (!object_has_word(decision, DECISION_SAFEGUARDS, (enum word)word))
			rule_list_add(run, &missing,
				      str_of(safeguards[word - WORD_DECISION_SAFEGUARD_HUMAN].in[LANG_FR]),
				      str_of(safeguards[word - WORD_DECISION_SAFEGUARD_HUMAN].in[LANG_EN]));
	}
	if (!missing.items.n)
		return;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		failure.in[lang] = rule_list_text(run, &missing, (enum lang)lang);
	failure.in[LANG_FR] = str_join(run->arena, STR("n'offre pas toutes les garanties ; il manque : "),
				       failure.in[LANG_FR]);
	failure.in[LANG_EN] = str_join(run->arena, STR("lacks safeguards: "), failure.in[LANG_EN]);
	report_failure(run, rule, decision, DECISION_SAFEGUARDS, failure);
}

/* GDPR Art. 22(2) to (4). */
void check_decision_allowed(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *decisions = &run->objects[BLOCK_DECISION];
	const bool *allowed = special_data_allowed(run);

	(void)root;
	for (size_t i = 0; i < decisions->list.n; i++) {
		const struct object *decision = decisions->list.v[i];

		if (!object_has(decision, DECISION_BASIS))
			report_failure(run, rule, decision, DECISION_BASIS,
				       (struct rule_item) {
						       { STR("ne relève d'aucune exception de l'article 22, "
							     "paragraphe 2"),
							 STR("states no exception of Article 22(2)") } });
		check_safeguards(run, rule, decision);
		if (object_flag(decision, DECISION_SPECIAL) == TRI_YES && !allowed[decision->number])
			report_failure(run, rule, decision, DECISION_SPECIAL,
				       (struct rule_item) {
						       { STR("repose sur des données sensibles sans "
							     "consentement explicite ni motif d'intérêt "
							     "public "
							     "important"),
							 STR("rests on special categories of data without "
							     "explicit consent or reasons of substantial "
							     "public "
							     "interest") } });
	}
}
