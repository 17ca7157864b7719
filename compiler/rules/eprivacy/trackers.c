/*
 * Checks of cookies and other trackers: described, consented to beforehand, as easily
 * refused as accepted, and open to a change of mind (French Data Protection Act,
 * Art. 82). Adds findings about the trackers, or once about what is said of them all.
 */
#include "rules/eprivacy/trackers.h"

#include "rules/gdpr/retention.h"

/* How consent to the tracker is obtained: what it says, else what holds for all of them.
 * WORD_NONE: said, but unreadable. */
static enum word consent_of(const struct object *tracker)
{
	if (object_has(tracker, TRACKER_CONSENT))
		return object_word(tracker, TRACKER_CONSENT);
	if (object_has(tracker->parent, TRACKERS_CONSENT))
		return object_word(tracker->parent, TRACKERS_CONSENT);
	return WORD_TRACKER_CONSENT_UNSTATED;
}

static bool has_only_exemptible_kinds(const struct object *tracker)
{
	for_each_value(value, tracker, TRACKER_KIND)
	{
		if (!tracker_kind_is_exemptible(value->as.word))
			return false;
	}
	return object_has(tracker, TRACKER_KIND);
}

/* Consent is the rule and exemption has to be said: a tracker that is silent is exempt
 * from none, unless its kind tells otherwise or a document of its own describes it. */
static bool needs_consent(const struct object *tracker)
{
	if (object_has(tracker, TRACKER_EXEMPT))
		return object_word(tracker, TRACKER_EXEMPT) == WORD_EXEMPT_NO;
	return !object_has(tracker->parent, TRACKERS_DETAILS) && !has_only_exemptible_kinds(tracker);
}

/* The details are here, and some tracker needs consent. */
static bool describes_consent(const struct object *trackers)
{
	if (object_has(trackers, TRACKERS_DETAILS))
		return false;
	for_each_value(value, trackers, TRACKERS_TRACKER)
	{
		if (needs_consent(value->as.object))
			return true;
	}
	return false;
}

void check_trackers_described(struct rules_run *run, const struct rule *rule, const struct object *trackers)
{
	if (object_has(trackers, TRACKERS_DETAILS))
		return;
	for_each_value(value, trackers, TRACKERS_TRACKER)
	{
		if (object_has(value->as.object, TRACKER_PURPOSE))
			return;
	}
	rule_fire(run, rule, trackers, object_place(trackers, TRACKERS_USED));
}

void check_tracker_consent(struct rules_run *run, const struct rule *rule, const struct object *tracker)
{
	static const struct words label = WORDS("d'après cette ligne", "by this line");
	enum word consent = consent_of(tracker);
	struct diag *diag;

	if (consent != WORD_TRACKER_CONSENT_NONE && consent != WORD_TRACKER_CONSENT_UNSTATED)
		return;
	if (!needs_consent(tracker))
		return;
	diag = rule_fire(run, rule, tracker, object_place(tracker, TRACKER_CONSENT));
	rule_arg_title(run, diag, "tracker", tracker);
	if (!object_has(tracker, TRACKER_CONSENT) && object_has(tracker->parent, TRACKERS_CONSENT))
		diag_add_label(run->findings, diag, object_place(tracker->parent, TRACKERS_CONSENT), label);
}

/* EDPB 05/2020: scrolling or browsing on is no clear affirmative act. Once, where first said. */
void check_tracker_browsing(struct rules_run *run, const struct rule *rule, const struct object *trackers)
{
	if (object_word(trackers, TRACKERS_CONSENT) == WORD_TRACKER_CONSENT_CONTINUED_BROWSING) {
		rule_fire(run, rule, trackers, object_place(trackers, TRACKERS_CONSENT));
		return;
	}
	for_each_value(value, trackers, TRACKERS_TRACKER)
	{
		const struct object *tracker = value->as.object;

		if (object_word(tracker, TRACKER_CONSENT) == WORD_TRACKER_CONSENT_CONTINUED_BROWSING) {
			rule_fire(run, rule, tracker, object_place(tracker, TRACKER_CONSENT));
			return;
		}
	}
}

/* What is wrong with the way of refusing, or NULL. */
static const struct words *refusal_fault(const struct object *trackers)
{
	static const struct words unstated = WORDS("aucun moyen n'est indiqué", "no means is stated");
	static const struct words faults[WORD_COUNT] = {
		[WORD_REFUSE_HARDER] = WORDS("il demande plus d'étapes que l'acceptation",
					     "it takes more steps than accepting"),
		[WORD_REFUSE_BROWSER_ONLY] = WORDS("il passe par les seuls réglages du navigateur",
						   "only the browser's settings allow it"),
		[WORD_REFUSE_NONE] = WORDS("aucun moyen n'est offert", "no means is offered"),
	};
	const struct words *fault = &faults[object_word(trackers, TRACKERS_REFUSE)];

	if (!object_has(trackers, TRACKERS_REFUSE))
		return &unstated;
	return fault->in[LANG_EN] ? fault : NULL;
}

void check_tracker_refusal(struct rules_run *run, const struct rule *rule, const struct object *trackers)
{
	const struct words *fault = refusal_fault(trackers);

	if (fault && describes_consent(trackers))
		rule_arg_words(run, rule_fire(run, rule, trackers, object_place(trackers, TRACKERS_REFUSE)),
			       "state", *fault);
}

void check_tracker_withdrawal(struct rules_run *run, const struct rule *rule, const struct object *trackers)
{
	if (!object_has(trackers, TRACKERS_WITHDRAW) && describes_consent(trackers))
		rule_fire(run, rule, trackers, trackers->keyword);
}

/* CJEU, C-673/17, paras 75-81. */
void check_tracker_lifetime(struct rules_run *run, const struct rule *rule, const struct object *tracker)
{
	struct rule_list missing = { 0 };
	struct diag *diag;

	if (object_has(tracker->parent, TRACKERS_DETAILS) || !needs_consent(tracker))
		return;
	if (!object_has(tracker, TRACKER_LIFETIME) && !object_has(tracker->parent, TRACKERS_LIFETIME))
		rule_list_add(run, &missing, STR("sa durée de vie"), STR("its lifetime"));
	if (!object_has(tracker, TRACKER_THIRD_PARTY_ACCESS) && !object_has(tracker, TRACKER_PROVIDER))
		rule_list_add(run, &missing, STR("l'indication d'un éventuel accès de tiers"),
			      STR("whether third parties have access to it"));
	if (!missing.items.n)
		return;
	diag = rule_fire(run, rule, tracker, tracker->keyword);
	rule_arg_title(run, diag, "tracker", tracker);
	rule_arg_list(run, diag, "missing", &missing);
}

/* Some language of the text leads somewhere: to a section of the page or to an address. */
static bool leads_somewhere(const struct text *text)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct str said = text_in(text, (enum lang)lang);

		if (str_find(said, "://", 0) < said.n || str_find(said, "www.", 0) < said.n)
			return true;
	}
	return text->braces;
}

void check_tracker_details(struct rules_run *run, const struct rule *rule, const struct object *trackers)
{
	const struct value *details = object_value(trackers, TRACKERS_DETAILS);

	if (details && details->kind == VALUE_TEXT && !leads_somewhere(details->as.text))
		rule_fire(run, rule, trackers, details->span);
}

/* The first pixel that nothing says is consented to beforehand; *declared: there is a pixel. */
static const struct object *find_pixel(const struct rules_run *run, bool *declared)
{
	static const bool prior[WORD_COUNT] = {
		[WORD_NONE] = true, /* unreadable: reported already */
		[WORD_TRACKER_CONSENT_BANNER] = true,
		[WORD_TRACKER_CONSENT_SETTINGS] = true,
		[WORD_TRACKER_CONSENT_PRIOR] = true,
	};
	const struct rule_objects *trackers = &run->objects[BLOCK_TRACKER];

	*declared = false;
	for (size_t i = 0; i < trackers->list.n; i++) {
		if (!object_has_word(trackers->list.v[i], TRACKER_KIND, WORD_TRACKER_KIND_EMAIL_PIXEL))
			continue;
		*declared = true;
		if (!prior[consent_of(trackers->list.v[i])])
			return trackers->list.v[i];
	}
	return NULL;
}

/* The first storage period that the opening of an e-mail starts, or NULL. */
static const struct value *find_period_of_opening(struct rules_run *run, const struct object **object)
{
	const struct retention_index *index = rule_retention(run);

	for (size_t i = 0; i < index->entries.n; i++) {
		const struct value *event =
				rule_period_event(index->entries.v[i]->period, rule_email_opening);

		*object = index->entries.v[i]->object;
		if (event)
			return event;
	}
	return NULL;
}

/* The first consent that the opening of an e-mail renews, or NULL. */
static const struct value *find_renewal_by_opening(const struct rules_run *run, const struct object **object)
{
	const struct rule_objects *renewals = &run->objects[BLOCK_RENEWAL];

	for (size_t i = 0; i < renewals->list.n; i++) {
		*object = renewals->list.v[i];
		for_each_value(value, *object, RENEWAL_ON)
		{
			if (rule_is_event(value->as.reference, rule_email_opening))
				return value;
		}
	}
	return NULL;
}

/* Once for the policy: a pixel declared, or one that counting from an opening supposes. */
void check_email_pixel(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	static const struct words explicit = WORDS("", "");
	static const struct words by_period =
			WORDS(" (une durée de conservation en part)", " (a storage period runs from it)");
	static const struct words by_renewal = WORDS(" (le renouvellement d'un consentement en dépend)",
						     " (the renewal of a consent depends on it)");
	const struct words *how = &by_period;
	bool declared;
	const struct object *object = find_pixel(run, &declared);
	const struct value *event;

	(void)root;
	if (declared) {
		enum field place = object && object_has(object, TRACKER_CONSENT) ? TRACKER_CONSENT
										 : TRACKER_KIND;
		if (object)
			rule_arg_words(run, rule_fire(run, rule, object, object_place(object, place)),
				       "implicit", explicit);
		return;
	}
	event = find_period_of_opening(run, &object);
	if (!event) {
		how = &by_renewal;
		event = find_renewal_by_opening(run, &object);
	}
	if (event)
		rule_arg_words(run, rule_fire(run, rule, object, event->span), "implicit", *how);
}
