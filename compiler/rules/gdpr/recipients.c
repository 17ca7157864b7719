/*
 * Checks of recipients.def: recipients said for each purpose, a denial that the
 * facts contradict, recipients named too broadly.
 */
#include "rules/engine.h"

static bool has_default_recipient(const struct rules_run *run)
{
	for (size_t i = 0; i < run->objects[BLOCK_RECIPIENT].list.n; i++) {
		if (object_flag(run->objects[BLOCK_RECIPIENT].list.v[i], RECIPIENT_DEFAULT) == TRI_YES)
			return true;
	}
	return false;
}

/* The provider of a tracker receives what the tracker's purposes collect. */
static void mark_purposes_of_providers(const struct rules_run *run, bool *served)
{
	const struct rule_objects *trackers = &run->objects[BLOCK_TRACKER];

	for (size_t i = 0; i < trackers->list.n; i++) {
		if (!object_has(trackers->list.v[i], TRACKER_PROVIDER))
			continue;
		for_each_value(value, trackers->list.v[i], TRACKER_PURPOSE)
		{
			if (value->kind == VALUE_REFERENCE)
				served[value->as.reference->number] = true;
		}
	}
}

void check_recipients_stated(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];
	bool *served = ARENA_ARRAY(run->arena, bool, purposes->numbers + 1);
	const struct object *first = NULL;
	struct rule_list list = { 0 };

	(void)root;
	if (has_default_recipient(run) ||
	    object_has_word(run->model->policy, POLICY_CLAIMS, WORD_CLAIM_NO_RECIPIENTS))
		return;
	mark_purposes_of_providers(run, served);
	for (size_t i = 0; i < purposes->list.n; i++) {
		const struct object *purpose = purposes->list.v[i];

		if (object_has(purpose, PURPOSE_RECIPIENTS) || served[purpose->number])
			continue;
		first = first ? first : purpose;
		rule_list_add_title(run, &list, purpose);
	}
	if (first)
		rule_arg_list(run, rule_fire(run, rule, run->model->policy, first->keyword), "list", &list);
}

static struct span claim_place(const struct rules_run *run)
{
	for_each_value(value, run->model->policy, POLICY_CLAIMS)
	{
		if (value->kind == VALUE_WORD && value->as.word == WORD_CLAIM_NO_RECIPIENTS)
			return value->span;
	}
	return run->model->policy->keyword;
}

static void report_denied(struct rules_run *run, const struct rule *rule, const struct object *object,
			  struct rule_item what)
{
	struct diag *diag = rule_fire(run, rule, object, object->keyword);

	rule_arg_both(run, diag, "recipient", what);
	diag_add_label(run->findings, diag, claim_place(run),
		       (struct words)WORDS("affirmé ici", "claimed here"));
}

static struct rule_item quoted_title(struct rules_run *run, const struct object *object, struct words kind)
{
	struct rule_item item;

	item.in[LANG_FR] = str_format(run->arena, "%s « %.*s »", kind.in[LANG_FR],
				      STR_ARGS(object_title(object, LANG_FR)));
	item.in[LANG_EN] = str_format(run->arena, "%s '%.*s'", kind.in[LANG_EN],
				      STR_ARGS(object_title(object, LANG_EN)));
	return item;
}

static bool is_outside(const struct object *recipient)
{
	enum word role = object_word(recipient, RECIPIENT_ROLE);

	return role == WORD_RECIPIENT_ROLE_PROCESSOR || role == WORD_RECIPIENT_ROLE_CONTROLLER ||
	       role == WORD_RECIPIENT_ROLE_JOINT_CONTROLLER || role == WORD_RECIPIENT_ROLE_PARTNER ||
	       object_has(recipient, RECIPIENT_TRANSFER);
}

static void check_denied_trackers(struct rules_run *run, const struct rule *rule)
{
	for (size_t i = 0; i < run->objects[BLOCK_TRACKER].list.n; i++) {
		const struct object *tracker = run->objects[BLOCK_TRACKER].list.v[i];

		if (is_outside(object_object(tracker, TRACKER_PROVIDER)))
			continue; /* reported as a recipient */
		if (object_word(tracker, TRACKER_PARTY) == WORD_TRACKER_PARTY_THIRD ||
		    object_flag(tracker, TRACKER_THIRD_PARTY_ACCESS) == TRI_YES)
			report_denied(run, rule, tracker,
				      quoted_title(run, tracker,
						   (struct words)WORDS("le traceur de tiers",
								       "the third-party tracker")));
	}
}

static void check_denied_transfers(struct rules_run *run, const struct rule *rule)
{
	const struct object *transfers = object_object(run->model->root, ROOT_TRANSFERS);

	for_each_value(value, transfers, TRANSFERS_TRANSFER)
	{
		const struct value *country;

		if (value->kind != VALUE_OBJECT)
			continue;
		country = object_value(value->as.object, TRANSFER_COUNTRY);
		if (object_has(value->as.object, TRANSFER_RECIPIENT) || !country ||
		    country->kind != VALUE_COUNTRY)
			continue;
		report_denied(run, rule, value->as.object,
			      (struct rule_item) { { str_format(run->arena, "un transfert %s",
								country->as.country->in.in[LANG_FR]),
						     str_format(run->arena, "a transfer to a recipient %s",
								country->as.country->in.in[LANG_EN]) } });
	}
}

void check_recipients_denied(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	if (!object_has_word(run->model->policy, POLICY_CLAIMS, WORD_CLAIM_NO_RECIPIENTS))
		return;
	for (size_t i = 0; i < run->objects[BLOCK_RECIPIENT].list.n; i++) {
		const struct object *recipient = run->objects[BLOCK_RECIPIENT].list.v[i];

		if (is_outside(recipient))
			report_denied(run, rule, recipient,
				      quoted_title(run, recipient,
						   (struct words)WORDS("le destinataire", "recipient")));
	}
	check_denied_trackers(run, rule);
	check_denied_transfers(run, rule);
}

/* Its name, or what it does and where; one that the person chooses is known to them. */
void check_recipient_meaningful(struct rules_run *run, const struct rule *rule,
				const struct object *recipient)
{
	enum word role = object_word(recipient, RECIPIENT_ROLE);
	bool activity = object_has(recipient, RECIPIENT_ACTIVITY),
	     country = object_has(recipient, RECIPIENT_COUNTRY);
	struct rule_list missing = { 0 };
	struct rule_item lacks;
	struct diag *diag;

	if (role == WORD_RECIPIENT_ROLE_INTERNAL || role == WORD_RECIPIENT_ROLE_PUBLIC_AUTHORITY ||
	    role == WORD_RECIPIENT_ROLE_PUBLIC)
		return;
	if (object_has(recipient, RECIPIENT_NAME) || (activity && country) ||
	    object_flag(recipient, RECIPIENT_CHOSEN_BY_PERSON) == TRI_YES)
		return;
	if (!activity)
		rule_list_add(run, &missing, STR("une activité"), STR("an activity"));
	if (!country)
		rule_list_add(run, &missing, STR("un pays"), STR("a country"));
	diag = rule_fire(run, rule, recipient, recipient->keyword);
	rule_arg_title(run, diag, "label", recipient);
	lacks.in[LANG_FR] = str_join(run->arena, STR("un nom ou, à défaut, "),
				     rule_list_text(run, &missing, LANG_FR));
	lacks.in[LANG_EN] = str_join(run->arena, STR("a name or, failing that, "),
				     rule_list_text(run, &missing, LANG_EN));
	rule_arg_both(run, diag, "missing", lacks);
}
