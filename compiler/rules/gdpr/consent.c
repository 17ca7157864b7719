/*
 * Checks of consent: how it is given, renewed and withdrawn, and whether it is free
 * (GDPR Arts. 4(11), 7 and 13(2)(c)). Adds findings.
 */
#include "rules/gdpr/data_use.h"

/* GDPR recital 43. */
void check_consent_public_body(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct rule_objects *bases = &run->objects[BLOCK_BASIS];

	for (size_t i = 0; i < bases->list.n; i++) {
		if (object_word(bases->list.v[i], BASIS_TYPE) == WORD_BASIS_CONSENT) {
			rule_fire(run, rule, policy, bases->list.v[i]->keyword);
			return;
		}
	}
}

/* Is the basis consent, or does it rest on the explicit consent of Art. 9(2)(a)? */
static bool is_consent(const struct object *basis)
{
	return object_word(basis, BASIS_TYPE) == WORD_BASIS_CONSENT ||
	       object_word(basis, BASIS_CONDITION) == WORD_CONDITION_A;
}

/* The first basis that is consent. */
static const struct object *find_consent(const struct rules_run *run)
{
	const struct rule_objects *bases = &run->objects[BLOCK_BASIS];

	for (size_t i = 0; i < bases->list.n; i++) {
		if (is_consent(bases->list.v[i]))
			return bases->list.v[i];
	}
	return NULL;
}

/* GDPR Art. 13(2)(c); without a list of rights, polc states this one itself. */
void check_withdrawal_missing(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	static const struct words label =
			WORDS("le consentement est invoqué ici", "consent is relied on here");
	const struct object *consent = find_consent(run);
	const struct object *rights = object_object(run->model->root, ROOT_RIGHTS);
	struct diag *diag;

	if (!consent || !model_claims_rights(run->model) ||
	    model_granted(run->model, WORD_RIGHT_WITHDRAW_CONSENT))
		return;
	diag = rule_fire(run, rule, rights ? rights : policy,
			 rights ? object_place(rights, RIGHTS_GRANTED) : policy->keyword);
	diag_add_label(run->findings, diag, consent->keyword, label);
}

/* GDPR Art. 13(2)(c): "without affecting the lawfulness of processing [...] before its withdrawal". */
void check_withdrawal_past(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct object *granted =
			model_claims_rights(run->model)
					? model_granted(run->model, WORD_RIGHT_WITHDRAW_CONSENT)
					: NULL;

	(void)policy;
	if (granted && object_flag(granted, GRANT_PAST_LAWFULNESS) != TRI_YES)
		rule_fire(run, rule, granted, granted->span);
}

/* GDPR Arts. 4(11) and 7(2): no clear affirmative act of the person. */
void check_consent_inferred(struct rules_run *run, const struct rule *rule, const struct object *basis)
{
	static const bool inferred[WORD_COUNT] = {
		[WORD_CONSENT_MODE_POLICY_ACCEPTANCE] = true, [WORD_CONSENT_MODE_CONTINUED_USE] = true,
		[WORD_CONSENT_MODE_SPONTANEOUS] = true,	      [WORD_CONSENT_MODE_PRE_TICKED] = true,
		[WORD_CONSENT_MODE_SILENCE] = true,	      [WORD_CONSENT_MODE_BY_THIRD_PERSON] = true,
	};
	enum word mode = object_word(basis, BASIS_MODE);

	if (object_word(basis, BASIS_TYPE) == WORD_BASIS_CONSENT && inferred[mode])
		rule_arg_word(run, rule_fire(run, rule, basis, object_place(basis, BASIS_MODE)), "mode",
			      mode);
}

/* Effort of a channel, from none to going there; the scale is polc's own. */
static const int effort[WORD_COUNT] = {
	[WORD_CHANNEL_SAME_SCREEN] = 0, [WORD_CHANNEL_LINK] = 1,      [WORD_CHANNEL_ACCOUNT] = 1,
	[WORD_CHANNEL_EMAIL] = 2,	[WORD_CHANNEL_FORM] = 2,      [WORD_CHANNEL_PHONE] = 3,
	[WORD_CHANNEL_POST] = 4,	[WORD_CHANNEL_IN_PERSON] = 5,
};

/* The least demanding channel of the field, or WORD_NONE. */
static enum word easiest(const struct object *basis, enum field field)
{
	enum word best = WORD_NONE;

	for_each_value(value, basis, field)
	{
		if (best == WORD_NONE || effort[value->as.word] < effort[best])
			best = value->as.word;
	}
	return best;
}

/* GDPR Art. 7(3): "as easy to withdraw as to give consent". */
void check_withdrawal_harder(struct rules_run *run, const struct rule *rule, const struct object *basis)
{
	enum word given = easiest(basis, BASIS_GIVEN), withdrawn = easiest(basis, BASIS_WITHDRAWN);
	struct diag *diag;

	if (!is_consent(basis))
		return;
	if (given == WORD_NONE || withdrawn == WORD_NONE || effort[withdrawn] <= effort[given] + 1)
		return;
	diag = rule_fire(run, rule, basis, object_place(basis, BASIS_WITHDRAWN));
	rule_arg_word(run, diag, "w", withdrawn);
	rule_arg_word(run, diag, "g", given);
}

/* GDPR Arts. 4(11) and 7(1): a visit or an order renews no consent. */
void check_consent_renewed(struct rules_run *run, const struct rule *rule, const struct object *renewal)
{
	static const struct words unnamed = WORDS("un évènement non précisé", "an event left unstated");
	struct rule_list list = { 0 };
	struct diag *diag;

	if (object_word(renewal, RENEWAL_MODE) != WORD_RENEWAL_AUTOMATIC)
		return;
	for_each_value(value, renewal, RENEWAL_ON) rule_list_add_title(run, &list, value->as.reference);
	diag = rule_fire(run, rule, renewal, object_place(renewal, RENEWAL_MODE));
	if (list.items.n)
		rule_arg_list(run, diag, "event", &list);
	else
		rule_arg_words(run, diag, "event", unnamed);
}

enum { USED_BY_CONSENT = 1, USED_OTHERWISE = 2 };

/* Does the purpose rest on consent and on nothing else? */
static unsigned mark_consent(const struct rules_run *run, const struct object *purpose)
{
	unsigned mark = 0;

	(void)run;
	for_each_value(value, purpose, PURPOSE_BASIS)
	{
		if (object_word(value->as.object, BASIS_TYPE) != WORD_BASIS_CONSENT)
			return USED_OTHERWISE;
		mark = USED_BY_CONSENT;
	}
	return mark ? mark : USED_OTHERWISE;
}

/* Data said to be mandatory, which only purposes based on consent use; or NULL. */
static const struct object *find_mandatory(struct rules_run *run)
{
	const struct rule_objects *data = &run->objects[BLOCK_DATA];
	const unsigned *marks = data_use(run, mark_consent);

	for (size_t i = 0; i < data->list.n; i++) {
		enum word nature = object_word(object_object(data->list.v[i], DATA_REQUIRED),
					       REQUIREMENT_NATURE);

		if (marks[data->list.v[i]->number] == USED_BY_CONSENT &&
		    (nature == WORD_REQUIRED_STATUTORY || nature == WORD_REQUIRED_CONTRACTUAL ||
		     nature == WORD_REQUIRED_PRECONTRACTUAL))
			return data->list.v[i];
	}
	return NULL;
}

static void fire_tied(struct rules_run *run, const struct rule *rule, const struct object *subject,
		      enum field field, struct words detail)
{
	struct diag *diag = rule_fire(run, rule, subject, object_place(subject, field));

	rule_arg_words(run, diag, "detail", detail);
}

/* GDPR Art. 7(4): one finding, at the first sign of a consent that is not free. */
void check_consent_tied(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	static const struct words tied =
			WORDS("un consentement est déclaré imposé", "it is declared tied to the service");
	static const struct words wall =
			WORDS("un mur de traceurs barre l'accès", "a tracker wall bars access");
	static const struct words mandatory =
			WORDS("des données traitées sur ce seul fondement sont obligatoires",
			      "data processed on that basis alone are mandatory");
	const struct rule_objects *bases = &run->objects[BLOCK_BASIS];
	const struct object *trackers = object_object(run->model->root, ROOT_TRACKERS), *data;

	(void)policy;
	for (size_t i = 0; i < bases->list.n; i++) {
		if (object_word(bases->list.v[i], BASIS_TYPE) == WORD_BASIS_CONSENT &&
		    object_flag(bases->list.v[i], BASIS_TIED) == TRI_YES) {
			fire_tied(run, rule, bases->list.v[i], BASIS_TIED, tied);
			return;
		}
	}
	if (object_flag(trackers, TRACKERS_WALL) == TRI_YES) {
		fire_tied(run, rule, trackers, TRACKERS_WALL, wall);
		return;
	}
	data = find_mandatory(run);
	if (data)
		fire_tied(run, rule, data, DATA_REQUIRED, mandatory);
}
