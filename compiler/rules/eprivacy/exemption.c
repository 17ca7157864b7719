/*
 * Trackers said to be exempt from consent: which kinds may be, and what their use or
 * their provider rules out (CNIL guidelines 2020-091). Adds one finding a tracker, with
 * all its reasons.
 */
#include "law/transfers.h"

#include "rules/eprivacy/trackers.h"

bool tracker_kind_is_exemptible(enum word kind)
{
	static const bool exemptible[WORD_COUNT] = {
		[WORD_TRACKER_KIND_STRICTLY_NECESSARY] = true,
		[WORD_TRACKER_KIND_AUTH] = true,
		[WORD_TRACKER_KIND_CART] = true,
		[WORD_TRACKER_KIND_UI_PREFERENCE] = true,
		[WORD_TRACKER_KIND_LOAD_BALANCING] = true,
		[WORD_TRACKER_KIND_CONSENT_CHOICE] = true,
		[WORD_TRACKER_KIND_PAYWALL] = true,
		[WORD_TRACKER_KIND_AUDIENCE_OWN] = true,
	};

	return exemptible[kind];
}

/* Reasons against an exemption, and where the first one stands. */
struct objections {
	struct rule_list reasons;
	struct span place;
};

static void object_to(struct rules_run *run, struct objections *objections, struct span place,
		      struct rule_item reason)
{
	if (!objections->reasons.items.n)
		objections->place = place;
	rule_list_add(run, &objections->reasons, reason.in[LANG_FR], reason.in[LANG_EN]);
}

/* Every kind that no exemption covers. */
static void examine_kinds(struct rules_run *run, const struct object *tracker, struct objections *objections)
{
	for_each_value(value, tracker, TRACKER_KIND)
	{
		const struct words *label = &schema_words[value->as.word].label;
		struct rule_item reason;

		if (tracker_kind_is_exemptible(value->as.word))
			continue;
		reason.in[LANG_FR] = str_format(run->arena, "aucune exemption ne couvre la nature « %s »",
						label->in[LANG_FR]);
		reason.in[LANG_EN] = str_format(run->arena, "no exemption covers its kind, '%s'",
						label->in[LANG_EN]);
		object_to(run, objections, value->span, reason);
	}
}

static bool is_processor(const struct object *tracker)
{
	enum word role = object_word(tracker, TRACKER_ROLE);

	if (role == WORD_NONE)
		role = object_word(object_object(tracker, TRACKER_PROVIDER), RECIPIENT_ROLE);
	return role == WORD_RECIPIENT_ROLE_PROCESSOR;
}

/* Audience measurement is exempt for the publisher's account alone, one site at a time, in
 * anonymous statistics; a processor is no third party (GDPR Art. 4(10)). */
static void examine_audience(struct rules_run *run, const struct object *tracker,
			     struct objections *objections)
{
	const struct rule_item follows = { { STR("il suit les personnes d'un site à l'autre"),
					     STR("it follows people across sites") } };
	const struct rule_item shared = { { STR("des tiers accèdent aux données"),
					    STR("third parties have access to the data") } };
	const struct rule_item nominal = { { STR("ses statistiques ne sont pas anonymes"),
					     STR("its statistics are not anonymous") } };

	if (object_word(tracker, TRACKER_EXEMPT) != WORD_EXEMPT_AUDIENCE_MEASUREMENT &&
	    !object_has_word(tracker, TRACKER_KIND, WORD_TRACKER_KIND_AUDIENCE_OWN))
		return;
	if (object_flag(tracker, TRACKER_CROSS_SITE) == TRI_YES)
		object_to(run, objections, object_place(tracker, TRACKER_CROSS_SITE), follows);
	if (object_flag(tracker, TRACKER_THIRD_PARTY_ACCESS) == TRI_YES && !is_processor(tracker))
		object_to(run, objections, object_place(tracker, TRACKER_THIRD_PARTY_ACCESS), shared);
	if (object_flag(tracker, TRACKER_ANONYMOUS_STATISTICS) == TRI_NO)
		object_to(run, objections, object_place(tracker, TRACKER_ANONYMOUS_STATISTICS), nominal);
}

/* The known provider that the object's name or label speaks of, or NULL. */
static const struct provider *provider_of(const struct object *object, enum field name, enum field label)
{
	const struct text *text = object_text(object, label);
	const struct provider *found = NULL;

	for_each_value(value, object, name)
	{
		found = law_provider(value->as.name);
		if (found)
			return found;
	}
	for (int lang = 0; lang < LANG_COUNT && !found; lang++)
		found = law_provider(text_in(text, (enum lang)lang));
	return found;
}

/* Its provider; where it names none, what it is itself called. */
static void examine_provider(struct rules_run *run, const struct object *tracker,
			     struct objections *objections)
{
	const struct object *recipient = object_object(tracker, TRACKER_PROVIDER);
	const struct provider *provider = recipient ? provider_of(recipient, RECIPIENT_NAME, RECIPIENT_LABEL)
						    : provider_of(tracker, TRACKER_NAME, TRACKER_LABEL);
	struct rule_item reason;

	if (!provider || provider->exempt_allowed)
		return;
	reason.in[LANG_FR] = str_format(run->arena, "%s est présumé réutiliser les données", provider->name);
	reason.in[LANG_EN] = str_format(run->arena, "%s is presumed to reuse the data", provider->name);
	object_to(run, objections, object_place(tracker, recipient ? TRACKER_PROVIDER : TRACKER_LABEL),
		  reason);
}

void check_tracker_exemption(struct rules_run *run, const struct rule *rule, const struct object *tracker)
{
	static const struct words label = WORDS("exempté d'après cette ligne", "said here to be exempt");
	enum word exempt = object_word(tracker, TRACKER_EXEMPT);
	struct objections objections = { 0 };
	struct diag *diag;

	if (exempt == WORD_NONE || exempt == WORD_EXEMPT_NO)
		return;
	examine_kinds(run, tracker, &objections);
	examine_audience(run, tracker, &objections);
	examine_provider(run, tracker, &objections);
	if (!objections.reasons.items.n)
		return;
	diag = rule_fire(run, rule, tracker, objections.place);
	rule_arg_title(run, diag, "tracker", tracker);
	rule_arg_list(run, diag, "reason", &objections.reasons);
	diag_add_label(run->findings, diag, object_place(tracker, TRACKER_EXEMPT), label);
}
