/*
 * Checks of exercise.def: a channel for requests, how long they take and what they
 * cost, the proof of identity, and the complaint.
 */
#include "law/law.h"
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

/* --- conditions put on requests --- */

static void check_time(struct rules_run *run, const struct rule *rule, enum field field, struct words what,
		       struct words limit)
{
	const struct object *rights = object_object(run->model->root, ROOT_RIGHTS);
	const struct value *value = object_value(rights, field);
	double months = field == RIGHTS_RESPONSE ? 1 : 2;
	struct diag *diag;

	if (!value || value->kind != VALUE_DURATION || duration_months(value->as.duration) <= months)
		return;
	diag = rule_fire(run, rule, rights, value->span);
	rule_arg_words(run, diag, "what", what);
	rule_arg_duration(run, diag, "duration", value->as.duration);
	rule_arg_words(run, diag, "limit", limit);
}

/* Thirty days count as a month. That people are told of an extension in time is said by
 * the clause that announces it. */
void check_response_time(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	check_time(run, rule, RIGHTS_RESPONSE,
		   (struct words)WORDS("le délai de réponse annoncé", "the response time stated"),
		   (struct words)WORDS("un mois", "one month"));
	check_time(run, rule, RIGHTS_EXTENSION,
		   (struct words)WORDS("la prolongation annoncée", "the extension stated"),
		   (struct words)WORDS("deux mois", "two months"));
}

/* Only further copies, and manifestly unfounded or excessive requests, may be charged. */
static bool is_lawful_fee(struct rules_run *run, const struct text *fee)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct str text = text_in(fee, (enum lang)lang);

		if (!str_is_blank(text) &&
		    (!lexicon_find(run, LEXICON_LAWFUL_FEE, text, (enum lang)lang, NULL) ||
		     lexicon_find(run, LEXICON_ORDINARY_FEE, text, (enum lang)lang, NULL)))
			return false;
	}
	return true;
}

void check_fee(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);
	const struct text *fee = object_text(rights, RIGHTS_FEE);

	if (fee && !is_lawful_fee(run, fee)) {
		rule_arg_text(run, rule_fire(run, rule, rights, object_place(rights, RIGHTS_FEE)), "text",
			      fee);
	} else if (object_flag(rights, RIGHTS_FREE) == TRI_NO) {
		rule_arg_words(run, rule_fire(run, rule, rights, object_place(rights, RIGHTS_FREE)), "text",
			       (struct words)WORDS("L'exercice de vos droits est payant.",
						   "There is a charge for using your rights."));
	}
}

/* The fix is written in the language of the word that it replaces. */
void check_identity_document(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);
	const struct value *value = object_value(rights, RIGHTS_IDENTITY);
	struct diag *diag;

	if (object_word(rights, RIGHTS_IDENTITY) != WORD_IDENTITY_ALWAYS)
		return;
	diag = rule_fire(run, rule, rights, value->span);
	for (int lang = 0; value->origin && lang < LANG_COUNT; lang++) {
		if (schema_is(schema_words[WORD_IDENTITY_ALWAYS].word[lang],
			      utf8_fold(run->arena, value->origin->text)))
			diag_add_fix(run->findings, diag, value->span,
				     str_of(schema_words[WORD_IDENTITY_ON_DOUBT].word[lang]), TRUST_LIKELY);
	}
}

/* --- the authority --- */

/* The countries whose authority is competent: of the policy's law, of the controllers,
 * of their representative. `known`: the authority of one of them is known. */
struct competence {
	struct map countries;
	bool known;
};

static void add_competence(struct rules_run *run, struct competence *competence, const struct object *object,
			   enum field field)
{
	for_each_value(value, object, field)
	{
		const struct country *country = value->kind == VALUE_COUNTRY ? value->as.country : NULL;

		if (!country || map_get(&competence->countries, str_of(country->code)))
			continue;
		map_set(run->arena, &competence->countries, str_of(country->code),
			(void *)(uintptr_t)country);
		competence->known |= law_authority_of(str_of(country->code)) != NULL;
	}
}

static struct competence read_competence(struct rules_run *run, const struct object *root)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];
	struct competence competence = { 0 };

	add_competence(run, &competence, run->model->policy, POLICY_LAW);
	for (size_t i = 0; i < controllers->list.n; i++)
		add_competence(run, &competence, controllers->list.v[i], CONTROLLER_COUNTRY);
	add_competence(run, &competence, object_object(root, ROOT_REPRESENTATIVE), REPRESENTATIVE_COUNTRY);
	return competence;
}

static const struct words unnamed = WORDS("n'est pas nommée", "is not named");

/* What is wrong with the authority as stated; empty words: nothing. */
static struct words authority_problem(const struct competence *competence, const struct object *authority)
{
	const struct value *country = object_value(authority, AUTHORITY_COUNTRY);

	if (!object_has(authority, AUTHORITY_NAME))
		return unnamed;
	if (competence->known && country && country->kind == VALUE_COUNTRY &&
	    !map_get(&competence->countries, str_of(country->as.country->code)))
		return (struct words)WORDS("n'est pas celle qui est indiquée", "is not the one named");
	if (!rule_has_contact(authority, AUTHORITY_ADDRESS) && !object_has(authority, AUTHORITY_SITE))
		return (struct words)WORDS("est nommée sans adresse ni site",
					   "is named without an address or a website");
	return (struct words)WORDS("", "");
}

/* Among several, one that is competent and can be reached will do; else the first is told. */
static void check_stated_authority(struct rules_run *run, const struct rule *rule,
				   const struct object *rights)
{
	const struct competence competence = read_competence(run, run->model->root);
	const struct value *said = object_value(rights, RIGHTS_COMPLAINT);

	for_each_value(value, rights, RIGHTS_COMPLAINT)
	{
		if (value->kind != VALUE_REFERENCE ||
		    !authority_problem(&competence, value->as.reference).in[LANG_EN][0])
			return;
	}
	if (said)
		rule_arg_words(run, rule_fire(run, rule, rights, said->span), "problem",
			       authority_problem(&competence, said->as.reference));
}

/* A complaint that polc writes names the authority of the law; one with a step to take
 * first is printed as stated, and names none. */
void check_authority_named(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);
	const struct object *subject = rights ? rights : run->model->policy;

	if (object_has(rights, RIGHTS_COMPLAINT))
		check_stated_authority(run, rule, rights);
	else if (!model_claims_rights(run->model) &&
		 (object_has(rights, RIGHTS_FIRST) || !model_authority(run->model)))
		rule_arg_words(run, rule_fire(run, rule, subject, subject->keyword), "problem", unnamed);
}

void check_complaint_condition(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *rights = object_object(root, ROOT_RIGHTS);
	const struct text *first = object_text(rights, RIGHTS_FIRST);

	if (first)
		rule_arg_text(run, rule_fire(run, rule, rights, object_place(rights, RIGHTS_FIRST)),
			      "precondition", first);
}
