/*
 * Checks of electronic and telephone marketing to consumers (CPCE, Art. L. 34-5;
 * Consumer Code, Art. L. 223-1). Adds findings about purposes.
 */
#include "rules/engine.h"

static const struct date telephone_opt_in = { 2026, 8, 11 }; /* Act no. 2025-594, Art. 13 */

/* The marketing that the purpose declares, or NULL. */
static const struct object *marketing_of(const struct object *purpose)
{
	const struct object *marketing = object_object(purpose, PURPOSE_MARKETING);

	return object_flag(marketing, MARKETING_STATED) == TRI_NO ? NULL : marketing;
}

/* The first target that is consumers of some kind, or NULL. */
static const struct value *find_consumers(const struct object *marketing)
{
	for_each_value(value, marketing, MARKETING_TARGET)
	{
		if (value->as.word != WORD_MARKETING_TARGET_PROFESSIONAL)
			return value;
	}
	return NULL;
}

/* The first channel for which L. 34-5 wants prior consent, or NULL. */
static const struct value *find_electronic(const struct object *marketing)
{
	static const bool electronic[WORD_COUNT] = {
		[WORD_MARKETING_CHANNEL_EMAIL] = true,
		[WORD_MARKETING_CHANNEL_SMS] = true,
		[WORD_MARKETING_CHANNEL_AUTO_CALL] = true,
		[WORD_MARKETING_CHANNEL_FAX] = true,
	};

	for_each_value(value, marketing, MARKETING_CHANNEL)
	{
		if (electronic[value->as.word])
			return value;
	}
	return NULL;
}

/* A recipient of the purpose that is named. */
static bool names_recipient(const struct object *purpose)
{
	for_each_value(value, purpose, PURPOSE_RECIPIENTS)
	{
		if (object_has(value->as.reference, RECIPIENT_NAME))
			return true;
	}
	return false;
}

/* What the purpose's bases leave wanting, or NULL. */
static const struct words *find_fault(const struct object *purpose, const struct object *marketing)
{
	static const struct words wrong_basis = WORDS("", "");
	static const struct words prospects =
			WORDS(" ; l'exception des clients existants ne vaut pas pour des prospects",
			      "; the existing-customer exception does not extend to prospects");
	static const struct words partners = WORDS(
			" ; la prospection des partenaires suppose un consentement et leur liste nominative",
			"; marketing by partners needs consent and a list of their names");
	bool consent = rule_has_basis(purpose, PURPOSE_BASIS, WORD_BASIS_CONSENT);

	if (!consent && !rule_has_basis(purpose, PURPOSE_BASIS, WORD_BASIS_SOFT_OPT_IN))
		return &wrong_basis;
	if (!consent && object_has_word(marketing, MARKETING_TARGET, WORD_MARKETING_TARGET_CONSUMER_PROSPECT))
		return &prospects;
	if (object_flag(marketing, MARKETING_PARTNERS) == TRI_YES && !(consent && names_recipient(purpose)))
		return &partners;
	return NULL;
}

/* CPCE, Art. L. 34-5. A purpose without any basis has its own finding. */
void check_electronic_marketing(struct rules_run *run, const struct rule *rule, const struct object *purpose)
{
	const struct object *marketing = marketing_of(purpose);
	const struct value *channel = find_electronic(marketing), *target = find_consumers(marketing);
	const struct words *fault;
	struct diag *diag;

	if (!channel || !target || !object_value(purpose, PURPOSE_BASIS))
		return;
	fault = find_fault(purpose, marketing);
	if (!fault)
		return;
	diag = rule_fire(run, rule, purpose, channel->span);
	rule_arg_title(run, diag, "purpose", purpose);
	rule_arg_word(run, diag, "target", target->as.word);
	rule_arg_words(run, diag, "detail", *fault);
}

/* The day whose law applies: that of the policy where it takes effect later. */
static struct date day_of(const struct rules_run *run)
{
	const struct value *effective = object_value(run->model->policy, POLICY_EFFECTIVE);
	struct date as_of = run->options->as_of;

	return effective && date_cmp(effective->as.date, as_of) > 0 ? effective->as.date : as_of;
}

/* Consumer Code, Art. L. 223-1. */
void check_telephone_marketing(struct rules_run *run, const struct rule *rule, const struct object *purpose)
{
	const struct object *marketing = marketing_of(purpose);

	if (!object_has_word(marketing, MARKETING_CHANNEL, WORD_MARKETING_CHANNEL_PHONE) ||
	    !find_consumers(marketing))
		return;
	if (date_cmp(day_of(run), telephone_opt_in) < 0 ||
	    object_flag(marketing, MARKETING_CURRENT_CONTRACT) == TRI_YES ||
	    rule_has_basis(purpose, PURPOSE_BASIS, WORD_BASIS_CONSENT))
		return;
	rule_arg_title(run, rule_fire(run, rule, purpose, object_place(marketing, MARKETING_CHANNEL)),
		       "purpose", purpose);
}
