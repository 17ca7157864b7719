/*
 * Who receives data outside the EEA, as the policy says or as a known name lets one
 * presume, against the transfers that it declares, or denies. Takes the whole policy,
 * adds at most one finding for each recipient, tracker or transfer; linear.
 */
#include "law/law.h"
#include "rules/gdpr/transfers.h"

/* A recipient, or 0 for any, and a destination: "" any of its own, "*" whatever it is. */
struct cover_key {
	uint32_t recipient;
	char country[4];
};

struct cover {
	struct rules_run *run;
	const struct rule *rule;
	struct map transfers; /* struct object *, the first one, by struct cover_key */
	struct map providers; /* struct object *, a recipient, by the name of the provider */
	bool has_providers;   /* they have been looked for */
	bool denied;	      /* the policy says that there is no transfer */
	struct span claim;    /* where it says so */
};

/* Somewhere outside the EEA. */
struct place {
	struct words is;	/* "se trouve" / "is" */
	struct rule_list where; /* "aux États-Unis" / "in the United States" */
	struct span span;
};

static const struct words declared = WORDS("se trouve", "is");
static const struct words presumed =
		WORDS("est présumé, d'après son nom, se trouver", "is presumed, from its name, to be");
static const struct words possible = WORDS("se trouve, ou peut se trouver,", "is, or may be,");
static const struct words receives = WORDS("reçoit des données", "receives data");

static struct cover_key key_of(const struct object *recipient, const char *country)
{
	struct cover_key key = { recipient ? recipient->number : 0, "" };
	size_t n = strlen(country);

	memcpy(key.country, country, n < sizeof(key.country) ? n : sizeof(key.country));
	return key;
}

static const struct object *cover_get(const struct cover *cover, const struct object *recipient,
				      const char *country)
{
	struct cover_key key = key_of(recipient, country);

	return map_get(&cover->transfers, (struct str) { (const char *)&key, sizeof(key) });
}

static void cover_set(struct cover *cover, const struct object *recipient, const char *country,
		      const struct object *transfer)
{
	struct arena *arena = cover->run->arena;
	struct cover_key key = key_of(recipient, country);

	if (!cover_get(cover, recipient, country))
		map_set(arena, &cover->transfers,
			str_copy(arena, (struct str) { (const char *)&key, sizeof(key) }), (void *)transfer);
}

static void cover_add(struct cover *cover, const struct object *recipient, const struct object *transfer)
{
	const struct country *country = transfer_country(transfer);

	cover_set(cover, recipient, country ? country->code : "", transfer);
	cover_set(cover, recipient, "*", transfer);
}

/* A transfer to nobody in particular covers all that go to its country. */
static void add_transfer(struct cover *cover, const struct object *transfer)
{
	if (transfer->parent->block == BLOCK_RECIPIENT)
		cover_add(cover, transfer->parent, transfer);
	for_each_value(value, transfer, TRANSFER_RECIPIENT)
	{
		if (value->kind == VALUE_REFERENCE)
			cover_add(cover, value->as.reference, transfer);
	}
	if (transfer->parent->block != BLOCK_RECIPIENT && !object_has(transfer, TRANSFER_RECIPIENT))
		cover_add(cover, NULL, transfer);
}

static bool is_covered(const struct cover *cover, const struct object *recipient,
		       const struct country *country)
{
	return cover_get(cover, recipient, country->code) || cover_get(cover, NULL, country->code) ||
	       (recipient && cover_get(cover, recipient, ""));
}

static void read_claim(struct cover *cover)
{
	const struct object *transfers = object_object(cover->run->model->root, ROOT_TRANSFERS);

	for_each_value(value, cover->run->model->policy, POLICY_CLAIMS)
	{
		if (value->kind != VALUE_WORD || value->as.word != WORD_CLAIM_NO_TRANSFERS)
			continue;
		cover->denied = true;
		cover->claim = value->span;
		return;
	}
	if (object_flag(transfers, TRANSFERS_OUTSIDE_EU) != TRI_NO)
		return;
	cover->denied = true;
	cover->claim = object_place(transfers, TRANSFERS_OUTSIDE_EU);
}

static struct cover cover_of(struct rules_run *run, const struct rule *rule)
{
	struct cover cover = { .run = run, .rule = rule };

	read_claim(&cover);
	for (size_t i = 0; i < run->objects[BLOCK_TRANSFER].list.n; i++) {
		if (transfer_is_governed(run, run->objects[BLOCK_TRANSFER].list.v[i]))
			add_transfer(&cover, run->objects[BLOCK_TRANSFER].list.v[i]);
	}
	return cover;
}

/* --- where recipients and trackers are --- */

static const struct provider *provider_in(const struct object *object, enum field field)
{
	for_each_value(value, object, field)
	{
		const struct provider *found = NULL;

		if (value->kind == VALUE_NAME)
			found = law_provider(value->as.name);
		for (int lang = 0; lang < LANG_COUNT && value->kind == VALUE_TEXT && !found; lang++)
			found = law_provider(text_in(value->as.text, (enum lang)lang));
		if (found)
			return found;
	}
	return NULL;
}

/* A tracker's technical names speak only where it has no other. */
static const struct provider *provider_of(const struct object *object)
{
	const struct provider *found;

	if (object->block == BLOCK_TRACKER)
		return provider_in(object, object_has(object, TRACKER_LABEL) ? TRACKER_LABEL : TRACKER_NAME);
	found = provider_in(object, RECIPIENT_NAME);
	return found ? found : provider_in(object, RECIPIENT_LABEL);
}

static void add_country(struct cover *cover, struct place *place, const struct country *country)
{
	rule_list_add(cover->run, &place->where, str_of(country->in.in[LANG_FR]),
		      str_of(country->in.in[LANG_EN]));
}

/* The countries outside the EEA that it names and that no transfer covers. */
static bool find_declared(struct cover *cover, const struct object *recipient, struct place *place)
{
	place->is = declared;
	for_each_value(value, recipient, RECIPIENT_COUNTRY)
	{
		if (value->kind != VALUE_COUNTRY || !country_is_outside(cover->run, value->as.country) ||
		    (!cover->denied && is_covered(cover, recipient, value->as.country)))
			continue;
		if (!place->where.items.n)
			place->span = value->span;
		add_country(cover, place, value->as.country);
	}
	return place->where.items.n > 0;
}

/* Where a provider of that name is known to process data. What the policy says of its
 * transfers goes before what is presumed. */
static bool find_presumed(struct cover *cover, const struct object *object, struct place *place)
{
	const struct object *recipient = object->block == BLOCK_RECIPIENT ? object : NULL;
	const struct provider *provider;
	const struct country *country;

	if (recipient && cover_get(cover, recipient, "*"))
		return false;
	provider = provider_of(object);
	country = provider ? law_country(str_of(provider->country)) : NULL;
	if (!country_is_outside(cover->run, country) ||
	    (!cover->denied && is_covered(cover, recipient, country)))
		return false;
	place->is = presumed;
	place->span = object->keyword;
	add_country(cover, place, country);
	return true;
}

static bool find_recipient(struct cover *cover, const struct object *recipient, struct place *place)
{
	if (object_has(recipient, RECIPIENT_COUNTRY))
		return find_declared(cover, recipient, place);
	return object_flag(recipient, RECIPIENT_ABROAD) != TRI_NO && find_presumed(cover, recipient, place);
}

/* Some recipient is of that provider: what is to be said of it is said there. */
static bool is_recipient(struct cover *cover, const struct provider *provider)
{
	const struct rule_objects *recipients = &cover->run->objects[BLOCK_RECIPIENT];

	for (size_t i = 0; i < recipients->list.n && !cover->has_providers; i++) {
		const struct provider *other = provider_of(recipients->list.v[i]);

		if (other)
			map_set(cover->run->arena, &cover->providers, str_of(other->name),
				(void *)recipients->list.v[i]);
	}
	cover->has_providers = true;
	return map_get(&cover->providers, str_of(provider->name));
}

static bool find_tracker(struct cover *cover, const struct object *tracker, struct place *place)
{
	return !object_has(tracker, TRACKER_PROVIDER) && find_presumed(cover, tracker, place) &&
	       !is_recipient(cover, provider_of(tracker));
}

/* --- findings --- */

static void report(struct cover *cover, const struct object *object, struct rule_item who,
		   const struct place *place)
{
	struct diag *diag = rule_fire(cover->run, cover->rule, object, place->span);

	rule_arg_both(cover->run, diag, "who", who);
	rule_arg_words(cover->run, diag, "is", place->is);
	rule_arg_list(cover->run, diag, "where", &place->where);
	if (cover->denied)
		diag_add_label(cover->run->findings, diag, cover->claim,
			       (struct words)WORDS("affirmé ici", "claimed here"));
}

static struct rule_item titled(struct rules_run *run, const struct object *object)
{
	bool tracker = object->block == BLOCK_TRACKER;
	struct str fr = rule_quote(run, object_title(object, LANG_FR));
	struct str en = rule_quote(run, object_title(object, LANG_EN));

	return (struct rule_item) {
		{ str_format(run->arena, "le %s « %.*s »",
			     tracker ? "fournisseur du traceur" : "destinataire", STR_ARGS(fr)),
		  str_format(run->arena, "%s '%.*s'", tracker ? "the provider of tracker" : "recipient",
			     STR_ARGS(en)) }
	};
}

static void report_trackers(struct cover *cover)
{
	const struct rule_objects *trackers = &cover->run->objects[BLOCK_TRACKER];

	for (size_t i = 0; i < trackers->list.n; i++) {
		const struct object *tracker = trackers->list.v[i];
		struct place place = { 0 };

		if (find_tracker(cover, tracker, &place))
			report(cover, tracker, titled(cover->run, tracker), &place);
	}
}

/* GDPR Arts. 13(1)(f) and 44. */
void check_transfer_declared(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	struct cover cover = cover_of(run, rule);

	(void)root;
	if (cover.denied)
		return; /* the denial is what is wrong */
	for (size_t i = 0; i < run->objects[BLOCK_RECIPIENT].list.n; i++) {
		const struct object *recipient = run->objects[BLOCK_RECIPIENT].list.v[i];
		struct place place = { 0 };

		if (find_recipient(&cover, recipient, &place))
			report(&cover, recipient, titled(run, recipient), &place);
	}
	report_trackers(&cover);
}

/* Where the transfer goes; outside the EEA where it names no country. */
static void place_transfer(struct cover *cover, const struct object *transfer, struct place *place)
{
	const struct country *country = transfer_country(transfer);

	place->span = object_place(transfer, TRANSFER_COUNTRY);
	if (country)
		add_country(cover, place, country);
	else
		rule_list_add(cover->run, &place->where, STR("hors de l'EEE"), STR("outside the EEA"));
}

/* A recipient that is, receives data or may be outside the EEA. */
static bool find_denied(struct cover *cover, const struct object *recipient, struct place *place)
{
	const struct object *transfer = cover_get(cover, recipient, "*");

	if (find_recipient(cover, recipient, place))
		return true;
	if (transfer) {
		place->is = receives;
		place_transfer(cover, transfer, place);
		return true;
	}
	if (object_flag(recipient, RECIPIENT_ABROAD) != TRI_YES)
		return false;
	place->is = possible;
	place->span = object_place(recipient, RECIPIENT_ABROAD);
	rule_list_add(cover->run, &place->where, STR("dans un pays étranger que le texte ne nomme pas"),
		      STR("in a foreign country that the text does not name"));
	return true;
}

/* Transfers to nobody in particular, and the flag that says that there are some. */
static void report_denied_transfers(struct cover *cover)
{
	const struct object *transfers = object_object(cover->run->model->root, ROOT_TRANSFERS);
	struct place flag = { WORDS("dit que des données sortent", "says that data go"), { { 0 } }, NO_SPAN };

	for_each_value(value, transfers, TRANSFERS_TRANSFER)
	{
		struct place place = { .is = WORDS("est déclaré vers un destinataire situé",
						   "is declared to a recipient") };

		if (value->kind != VALUE_OBJECT || object_has(value->as.object, TRANSFER_RECIPIENT) ||
		    !transfer_is_governed(cover->run, value->as.object))
			continue;
		place_transfer(cover, value->as.object, &place);
		report(cover, value->as.object,
		       (struct rule_item) { { STR("un transfert"), STR("a transfer") } }, &place);
	}
	if (object_flag(transfers, TRANSFERS_OUTSIDE_EU) != TRI_YES)
		return;
	flag.span = object_place(transfers, TRANSFERS_OUTSIDE_EU);
	rule_list_add(cover->run, &flag.where, STR("de l'EEE"), STR("outside the EEA"));
	report(cover, transfers, (struct rule_item) { { STR("`hors-ue oui`"), STR("`outside-eu yes`") } },
	       &flag);
}

/* GDPR Arts. 5(1)(a) and 13(1)(f). */
void check_transfer_denied(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	struct cover cover = cover_of(run, rule);

	(void)root;
	if (!cover.denied)
		return;
	for (size_t i = 0; i < run->objects[BLOCK_RECIPIENT].list.n; i++) {
		const struct object *recipient = run->objects[BLOCK_RECIPIENT].list.v[i];
		struct place place = { 0 };

		if (find_denied(&cover, recipient, &place))
			report(&cover, recipient, titled(run, recipient), &place);
	}
	report_trackers(&cover);
	report_denied_transfers(&cover);
}
