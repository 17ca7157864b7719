/*
 * Checks of joint.def: the representative of a controller established outside the
 * Union, the arrangement of joint controllers, and third parties' components and pages
 * whose role is not said.
 */
#include "rules/gdpr/same_entity.h"

static bool is_public(const struct object *controller)
{
	enum word nature = object_word(controller, CONTROLLER_NATURE);

	return object_flag(controller, CONTROLLER_PUBLIC_BODY) == TRI_YES ||
	       nature == WORD_NATURE_PUBLIC_AUTHORITY || nature == WORD_NATURE_PUBLIC_BODY;
}

/* Art. 27(1) and (2). */
static bool needs_representative(const struct object *controller)
{
	const struct value *country = object_value(controller, CONTROLLER_COUNTRY);

	return country && country->kind == VALUE_COUNTRY && !country->as.country->eea &&
	       object_flag(controller, CONTROLLER_OFFERS_IN_EU) == TRI_YES &&
	       object_flag(controller, CONTROLLER_REPRESENTATIVE_EXEMPT) != TRI_YES && !is_public(controller);
}

/* In a Member State, or in a value that could not be read. */
static bool is_in_union(const struct object *representative)
{
	const struct value *country = object_value(representative, REPRESENTATIVE_COUNTRY);

	if (!country || country->kind != VALUE_COUNTRY)
		return object_has(representative, REPRESENTATIVE_COUNTRY);
	return country->as.country->eea;
}

/* What the representative lacks; nothing: it will do. */
static void list_missing(struct rules_run *run, struct rule_list *missing,
			 const struct object *representative)
{
	if (!representative) {
		rule_list_add(run, missing, STR("la désignation d'un représentant"),
			      STR("a representative in the Union"));
		return;
	}
	if (!object_has(representative, REPRESENTATIVE_NAME))
		rule_list_add(run, missing, STR("le nom du représentant"), STR("the representative's name"));
	if (!rule_has_contact(representative, REPRESENTATIVE_ADDRESS))
		rule_list_add(run, missing, STR("les coordonnées du représentant"),
			      STR("the representative's contact details"));
	if (!is_in_union(representative))
		rule_list_add(run, missing, STR("l'établissement du représentant dans un État membre"),
			      STR("a representative established in a Member State"));
}

/* The first controller that needs one speaks for all: a policy declares one representative. */
void check_representative(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];
	const struct object *representative = object_object(root, ROOT_REPRESENTATIVE);

	for (size_t i = 0; i < controllers->list.n; i++) {
		const struct object *controller = controllers->list.v[i];
		struct rule_list missing = { 0 };
		struct diag *diag;

		if (!needs_representative(controller))
			continue;
		list_missing(run, &missing, representative);
		if (!missing.items.n)
			return;
		diag = rule_fire(run, rule, controller,
				 representative ? representative->keyword : controller->keyword);
		rule_arg_title(run, diag, "entity", controller);
		rule_arg_list(run, diag, "missing", &missing);
		diag_add_label(run->findings, diag, object_place(controller, CONTROLLER_COUNTRY),
			       (struct words)WORDS("hors de l'Union", "outside the Union"));
		return;
	}
}

static bool is_joint(const struct rules_run *run, const struct object *arrangement)
{
	return arrangement || run->objects[BLOCK_CONTROLLER].list.n > 1 ||
	       object_word(run->model->policy, POLICY_KIND) == WORD_KIND_JOINT;
}

/* Without an arrangement the finding stands at the second controller, which makes it due. */
static const struct object *arrangement_subject(const struct rules_run *run, const struct object *arrangement)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];

	if (arrangement)
		return arrangement;
	return controllers->list.n > 1 ? controllers->list.v[1] : run->model->policy;
}

void check_arrangement(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *arrangement = object_object(root, ROOT_ARRANGEMENT);
	const struct object *subject = arrangement_subject(run, arrangement);
	struct diag *diag;

	if (!is_joint(run, arrangement))
		return;
	if (!object_has(arrangement, ARRANGEMENT_ESSENCE)) {
		diag = rule_fire(run, rule, subject,
				 arrangement ? object_place(arrangement, ARRANGEMENT_ESSENCE)
					     : subject->keyword);
		rule_arg_words(run, diag, "detail",
			       (struct words)WORDS("ses grandes lignes ne sont pas mises à disposition",
						   "its essence is not made available"));
	}
	if (object_flag(arrangement, ARRANGEMENT_EXCLUSIVE) == TRI_YES) {
		diag = rule_fire(run, rule, arrangement, object_place(arrangement, ARRANGEMENT_EXCLUSIVE));
		rule_arg_words(run, diag, "detail",
			       (struct words)WORDS("il ne permet d'agir que contre un seul d'entre eux",
						   "it lets people act against only one of them"));
	}
}

/* --- components and pages of third parties --- */

/* By number of recipient: what its trackers say of its role. */
enum provider_state { PROVIDER_TOLD = 1, PROVIDER_REPORTED = 2 };

struct providers {
	unsigned char *states;
	const struct object *const *entities;
};

static bool is_social_or_ads(const struct object *tracker)
{
	return object_has_word(tracker, TRACKER_KIND, WORD_TRACKER_KIND_SOCIAL) ||
	       object_has_word(tracker, TRACKER_KIND, WORD_TRACKER_KIND_ADS);
}

/* A social component is its network's unless the text says otherwise. */
static bool is_third_party(const struct object *tracker)
{
	enum word party = object_word(tracker, TRACKER_PARTY);
	const struct object *provider = object_object(tracker, TRACKER_PROVIDER);

	if (provider)
		return object_word(provider, RECIPIENT_ROLE) != WORD_RECIPIENT_ROLE_INTERNAL;
	return party == WORD_TRACKER_PARTY_THIRD ||
	       object_flag(tracker, TRACKER_THIRD_PARTY_ACCESS) == TRI_YES ||
	       (party != WORD_TRACKER_PARTY_FIRST &&
		object_has_word(tracker, TRACKER_KIND, WORD_TRACKER_KIND_SOCIAL));
}

static bool is_joint_controller(const struct providers *providers, const struct object *recipient)
{
	return object_word(recipient, RECIPIENT_ROLE) == WORD_RECIPIENT_ROLE_JOINT_CONTROLLER ||
	       providers->entities[recipient->number]->block == BLOCK_CONTROLLER;
}

static struct providers read_providers(struct rules_run *run)
{
	const struct rule_objects *trackers = &run->objects[BLOCK_TRACKER];
	struct providers providers = {
		ARENA_ARRAY(run->arena, unsigned char, run->objects[BLOCK_RECIPIENT].numbers + 1),
		same_entity(run),
	};

	for (size_t i = 0; i < trackers->list.n; i++) {
		const struct object *provider = object_object(trackers->list.v[i], TRACKER_PROVIDER);

		if (provider && object_has(trackers->list.v[i], TRACKER_ROLE))
			providers.states[provider->number] |= PROVIDER_TOLD;
	}
	return providers;
}

static void report_component(struct rules_run *run, const struct rule *rule, const struct object *tracker,
			     const struct object *provider)
{
	struct diag *diag = rule_fire(run, rule, tracker, object_place(tracker, TRACKER_PROVIDER));

	if (!provider)
		diag->span = tracker->keyword;
	rule_arg_title(run, diag, "provider", provider ? provider : tracker);
	rule_arg_words(run, diag, "component",
		       object_has_word(tracker, TRACKER_KIND, WORD_TRACKER_KIND_SOCIAL)
				       ? (struct words)WORDS("un module de réseau social est intégré",
							     "a social network component is embedded")
				       : (struct words)WORDS("un traceur publicitaire est intégré",
							     "an advertising tag is embedded"));
}

static void check_component(struct rules_run *run, const struct rule *rule, struct providers *providers,
			    const struct object *tracker)
{
	const struct object *provider = object_object(tracker, TRACKER_PROVIDER);

	if (!is_social_or_ads(tracker) || !is_third_party(tracker) || object_has(tracker, TRACKER_ROLE))
		return;
	if (provider) {
		if (providers->states[provider->number] || is_joint_controller(providers, provider))
			return;
		providers->states[provider->number] |= PROVIDER_REPORTED;
	}
	report_component(run, rule, tracker, provider);
}

static bool is_fan_page(struct rules_run *run, const struct object *recipient)
{
	const struct text *texts[] = { object_text(recipient, RECIPIENT_LABEL),
				       object_text(recipient, RECIPIENT_ACTIVITY) };
	struct str name = object_name(recipient, RECIPIENT_NAME);

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		if (lexicon_find(run, LEXICON_FAN_PAGE, name, (enum lang)lang, NULL))
			return true;
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
			if (lexicon_find(run, LEXICON_FAN_PAGE, text_in(texts[i], (enum lang)lang),
					 (enum lang)lang, NULL))
				return true;
		}
	}
	return false;
}

static void check_page(struct rules_run *run, const struct rule *rule, const struct providers *providers,
		       const struct object *recipient)
{
	struct diag *diag;

	if (providers->states[recipient->number] || is_joint_controller(providers, recipient) ||
	    !is_fan_page(run, recipient))
		return;
	diag = rule_fire(run, rule, recipient, recipient->keyword);
	rule_arg_title(run, diag, "provider", recipient);
	rule_arg_words(run, diag, "component",
		       (struct words)WORDS("une page est tenue sur un réseau social",
					   "a page is kept on a social network"));
}

void check_component_role(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *trackers = &run->objects[BLOCK_TRACKER];
	const struct rule_objects *recipients = &run->objects[BLOCK_RECIPIENT];
	struct providers providers = read_providers(run);

	(void)root;
	for (size_t i = 0; i < trackers->list.n; i++)
		check_component(run, rule, &providers, trackers->list.v[i]);
	for (size_t i = 0; i < recipients->list.n; i++)
		check_page(run, rule, &providers, recipients->list.v[i]);
}
