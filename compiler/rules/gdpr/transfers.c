/*
 * Checks of transfers.def on each transfer: its mechanism against the law of the day,
 * the decision that it relies on, the derogation's conditions. Whether a transfer is
 * declared at all stands in transfer_cover.c.
 */
#include "law/law.h"
#include "law/tables.h"
#include "rules/gdpr/transfers.h"

#define RISK_MONTHS  12 /* a decision that ends within them is about to lapse */
#define TABLE_MONTHS 6	/* a table of law older than that is to be compared with its source again */

/* Mechanisms of GDPR Arts. 46, 47 and 49(1), second subparagraph. */
static const enum word safeguards[] = {
	WORD_SAFEGUARD_SCC_2021,
	WORD_SAFEGUARD_BCR,
	WORD_SAFEGUARD_CODE,
	WORD_SAFEGUARD_CERTIFICATION,
	WORD_SAFEGUARD_PUBLIC_INSTRUMENT,
	WORD_SAFEGUARD_AUTHORISED_CLAUSES,
	WORD_SAFEGUARD_ART49_1_2,
	WORD_NONE,
};
static const enum word derogations[] = {
	WORD_SAFEGUARD_ART49_A, WORD_SAFEGUARD_ART49_B,	  WORD_SAFEGUARD_ART49_C,
	WORD_SAFEGUARD_ART49_D, WORD_SAFEGUARD_ART49_E,	  WORD_SAFEGUARD_ART49_F,
	WORD_SAFEGUARD_ART49_G, WORD_SAFEGUARD_ART49_1_2, WORD_NONE,
};
/* GDPR Art. 49(3). */
static const enum word barred[] = {
	WORD_SAFEGUARD_ART49_A,
	WORD_SAFEGUARD_ART49_B,
	WORD_SAFEGUARD_ART49_C,
	WORD_SAFEGUARD_ART49_1_2,
	WORD_NONE,
};

/* A zero-ended list; false for no word. */
static bool is_among(enum word word, const enum word *list)
{
	while (*list && *list != word)
		list++;
	return *list;
}

static enum word safeguard_of(const struct object *transfer)
{
	return object_word(transfer, TRANSFER_SAFEGUARD);
}

static bool rests_on_adequacy(const struct object *transfer)
{
	enum word word = safeguard_of(transfer);

	return word == WORD_SAFEGUARD_ADEQUACY || word == WORD_SAFEGUARD_DPF;
}

static bool is_valid(const struct rules_run *run, enum word word)
{
	return law_mechanism_is_valid(str_of(schema_words[word].word[LANG_EN]), run->options->as_of);
}

/* A flag, or the page of the certification. */
static enum tri certified(const struct object *transfer)
{
	const struct value *value = object_value(transfer, TRANSFER_CERTIFIED);

	if (value && value->kind == VALUE_FLAG)
		return value->as.flag ? TRI_YES : TRI_NO;
	return object_has(transfer, TRANSFER_CERTIFIED) ? TRI_YES : TRI_UNKNOWN;
}

static const struct adequacy *decision_for(const struct rules_run *run, const struct country *country)
{
	return country ? law_adequacy(str_of(country->code), run->options->as_of) : NULL;
}

static struct diag *fire_at(struct rules_run *run, const struct rule *rule, const struct object *transfer,
			    struct span place)
{
	struct diag *diag = rule_fire(run, rule, transfer, place);

	rule_arg_both(run, diag, "transfer", transfer_name(run, transfer));
	return diag;
}

/* --- what every transfer says --- */

void check_transfer_mechanism(struct rules_run *run, const struct rule *rule, const struct object *transfer)
{
	enum word word = safeguard_of(transfer);

	if (!transfer_is_governed(run, transfer) ||
	    (object_has(transfer, TRANSFER_SAFEGUARD) && word != WORD_SAFEGUARD_NONE &&
	     word != WORD_SAFEGUARD_UNSTATED))
		return;
	fire_at(run, rule, transfer, object_place(transfer, TRANSFER_SAFEGUARD));
}

void check_transfer_copy(struct rules_run *run, const struct rule *rule, const struct object *transfer)
{
	if (!transfer_is_governed(run, transfer) || !is_among(safeguard_of(transfer), safeguards) ||
	    object_has(transfer, TRANSFER_COPY))
		return;
	fire_at(run, rule, transfer, object_place(transfer, TRANSFER_SAFEGUARD));
}

void check_transfer_named(struct rules_run *run, const struct rule *rule, const struct object *transfer)
{
	if (transfer_is_governed(run, transfer) && !object_has(transfer, TRANSFER_COUNTRY))
		fire_at(run, rule, transfer, object_place(transfer, TRANSFER_COUNTRY));
}

/* Adequacy and the DPF are judged by the decision: GDPR-45-LIST. */
void check_transfer_valid(struct rules_run *run, const struct rule *rule, const struct object *transfer)
{
	enum word word = safeguard_of(transfer);
	const struct mechanism *mechanism;
	struct diag *diag;
	bool ended;

	if (!word || !transfer_is_governed(run, transfer) || rests_on_adequacy(transfer) ||
	    is_valid(run, word))
		return;
	mechanism = law_mechanism(str_of(schema_words[word].word[LANG_EN]));
	ended = date_cmp(mechanism->from, run->options->as_of) <= 0;
	diag = rule_fire(run, rule, transfer, object_place(transfer, TRANSFER_SAFEGUARD));
	rule_arg_word(run, diag, "mechanism", word);
	rule_arg_words(run, diag, "since",
		       ended ? (struct words)WORDS("depuis", "since")
			     : (struct words)WORDS("avant", "before"));
	rule_arg_date(run, diag, "date", ended ? law_mechanism_end(mechanism) : mechanism->from);
	rule_arg_words(run, diag, "why", ended ? mechanism->end : mechanism->instrument);
}

/* --- adequacy --- */

/* The latest decision that has ended, else the first to come, or NULL. */
static const struct adequacy *other_decision(const struct rules_run *run, const struct country *country)
{
	const struct adequacy *found = NULL, *row;

	for (unsigned i = 0; (row = law_adequacy_at(i)); i++) {
		if (str_is(str_of(country->code), row->country) &&
		    (!found || date_cmp(row->from, run->options->as_of) <= 0))
			found = row;
	}
	return found;
}

/* ": la décision (UE) 2021/1772 n'est plus en vigueur"; nothing where there never was one. */
static struct rule_item why_not(struct rules_run *run, const struct country *country,
				const struct adequacy *row)
{
	struct rule_item why = { { STR(""), STR("") } };
	bool ended;

	if (row) {
		why.in[LANG_FR] = str_format(run->arena, " : la %s couvre %s", row->decision.in[LANG_FR],
					     row->scope.in[LANG_FR]);
		why.in[LANG_EN] = str_format(run->arena, ": %s covers %s", row->decision.in[LANG_EN],
					     row->scope.in[LANG_EN]);
		return why;
	}
	row = other_decision(run, country);
	if (!row)
		return why;
	ended = date_cmp(row->from, run->options->as_of) <= 0;
	why.in[LANG_FR] = str_format(run->arena, " : la %s n'est %s en vigueur", row->decision.in[LANG_FR],
				     ended ? "plus" : "pas encore");
	why.in[LANG_EN] = str_format(run->arena, ": %s is %s in force", row->decision.in[LANG_EN],
				     ended ? "no longer" : "not yet");
	return why;
}

/* A decision for private bodies only does not reach a public authority. */
static bool is_in_scope(const struct adequacy *row, const struct object *transfer)
{
	const struct object *recipient = transfer->parent->block == BLOCK_RECIPIENT
							 ? transfer->parent
							 : object_object(transfer, TRANSFER_RECIPIENT);

	return !row->private_only ||
	       object_word(recipient, RECIPIENT_ROLE) != WORD_RECIPIENT_ROLE_PUBLIC_AUTHORITY;
}

/* The DPF is one of the decisions on lists: it covers the United States alone. */
static bool is_decision_of(const struct rules_run *run, const struct adequacy *row, enum word word)
{
	return word != WORD_SAFEGUARD_DPF || (row->listed_only && is_valid(run, word));
}

void check_transfer_adequate(struct rules_run *run, const struct rule *rule, const struct object *transfer)
{
	const struct country *country = transfer_country(transfer);
	const struct adequacy *row = decision_for(run, country);
	enum word word = safeguard_of(transfer);
	struct diag *diag;
	bool framework;

	if (!country || !transfer_is_governed(run, transfer) || !rests_on_adequacy(transfer) ||
	    (row && is_decision_of(run, row, word) && is_in_scope(row, transfer)))
		return;
	framework = row && !is_decision_of(run, row, word);
	diag = rule_fire(run, rule, transfer, object_place(transfer, TRANSFER_COUNTRY));
	rule_arg_words(run, diag, "none",
		       framework ? (struct words)WORDS("le cadre de protection des données UE–États-Unis ne "
						       "couvre pas",
						       "the EU–US Data Privacy Framework does not cover")
				 : (struct words)WORDS("aucune décision d'adéquation ne couvre",
						       "no adequacy decision covers"));
	rule_arg_words(run, diag, "where", country->in);
	rule_arg_date(run, diag, "date", run->options->as_of);
	rule_arg_both(run, diag, "why",
		      framework ? (struct rule_item) { { STR(""), STR("") } } : why_not(run, country, row));
}

void check_transfer_certified(struct rules_run *run, const struct rule *rule, const struct object *transfer)
{
	const struct country *country = transfer_country(transfer);
	const struct adequacy *row = decision_for(run, country);
	struct diag *diag;
	struct span place;

	if (!row || !row->listed_only || !transfer_is_governed(run, transfer) ||
	    !rests_on_adequacy(transfer) || !is_decision_of(run, row, safeguard_of(transfer)) ||
	    certified(transfer) == TRI_YES)
		return;
	place = object_place(transfer, object_has(transfer, TRANSFER_CERTIFIED) ? TRANSFER_CERTIFIED
										: TRANSFER_SAFEGUARD);
	diag = rule_fire(run, rule, transfer, place);
	rule_arg_words(run, diag, "where", country->in);
	rule_arg_both(run, diag, "recipient", transfer_importer(run, transfer));
}

/* --- adequacy that may not last --- */

static bool is_near_its_end(const struct rules_run *run, const struct adequacy *row)
{
	return row->until.year &&
	       date_cmp(row->until, date_add_months(run->options->as_of, RISK_MONTHS)) <= 0;
}

/* A mechanism that would hold if the decision fell. */
static bool has_fallback(const struct rules_run *run, const struct object *transfer)
{
	enum word word = object_word(transfer, TRANSFER_FALLBACK);

	return object_has(transfer, TRANSFER_FALLBACK) && word != WORD_SAFEGUARD_NONE &&
	       word != WORD_SAFEGUARD_UNSTATED && (!word || is_valid(run, word));
}

static void add_end(struct rules_run *run, struct rule_list *risks, const struct adequacy *row)
{
	struct rule_item day = rule_date(run, row->until);

	rule_list_add(run, risks,
		      str_format(run->arena, "la %s expire le %.*s", row->decision.in[LANG_FR],
				 STR_ARGS(day.in[LANG_FR])),
		      str_format(run->arena, "%s expires on %.*s", row->decision.in[LANG_EN],
				 STR_ARGS(day.in[LANG_EN])));
}

void check_adequacy_fragile(struct rules_run *run, const struct rule *rule, const struct object *transfer)
{
	const struct country *country = transfer_country(transfer);
	const struct adequacy *row = decision_for(run, country);
	struct rule_list risks = { 0 };
	struct diag *diag;

	if (!row || !transfer_is_governed(run, transfer) || !rests_on_adequacy(transfer) ||
	    !is_decision_of(run, row, safeguard_of(transfer)))
		return;
	if (is_near_its_end(run, row))
		add_end(run, &risks, row);
	if (row->fragile.in[LANG_EN][0] && !has_fallback(run, transfer))
		rule_list_add(run, &risks, str_of(row->fragile.in[LANG_FR]),
			      str_of(row->fragile.in[LANG_EN]));
	if (law_table_is_older(law_table(LAW_TABLE_ADEQUACY), TABLE_MONTHS, run->options->as_of))
		rule_list_add(run, &risks, STR("la liste des décisions que polc connaît a plus de six mois"),
			      STR("the list of decisions that polc knows is more than six months old"));
	if (!risks.items.n)
		return;
	diag = rule_fire(run, rule, transfer, object_place(transfer, TRANSFER_SAFEGUARD));
	rule_arg_words(run, diag, "country", country->name);
	rule_arg_list(run, diag, "risk", &risks);
}

/* --- derogations --- */

/* What the policy does not say although the derogation demands it. */
static void find_missing(struct rules_run *run, const struct object *transfer, struct rule_list *missing)
{
	enum word word = safeguard_of(transfer);

	if (word == WORD_SAFEGUARD_ART49_A) {
		if (object_flag(transfer, TRANSFER_EXPLICIT) != TRI_YES)
			rule_list_add(run, missing, STR("consentement explicite"), STR("explicit consent"));
		if (!object_has(transfer, TRANSFER_RISKS))
			rule_list_add(run, missing, STR("information sur les risques"),
				      STR("information on the risks"));
	} else if (word == WORD_SAFEGUARD_ART49_1_2) {
		if (object_flag(transfer, TRANSFER_AUTHORITY_INFORMED) != TRI_YES)
			rule_list_add(run, missing, STR("information de l'autorité de contrôle"),
				      STR("notice to the supervisory authority"));
		if (!object_has(transfer, TRANSFER_INTEREST))
			rule_list_add(run, missing, STR("mention de l'intérêt légitime impérieux"),
				      STR("mention of the compelling legitimate interest"));
	}
}

/* A decision that surely covers the transfer: one without scope, or whose list says so. */
static const struct adequacy *sure_decision(const struct rules_run *run, const struct object *transfer)
{
	const struct adequacy *row = decision_for(run, transfer_country(transfer));

	if (!row || (row->scope.in[LANG_EN][0] && !(row->listed_only && certified(transfer) == TRI_YES)))
		return NULL;
	return row;
}

/* "sans a ni b, et alors que la décision … couvre ce transfert" */
static struct rule_item problem_of(struct rules_run *run, const struct rule_list *missing,
				   const struct adequacy *row)
{
	static const struct words first = WORDS("sans ", "without "), next = WORDS(" ni ", " or ");
	static const struct words and = WORDS(", et ", ", and ");
	struct rule_item problem = { { STR(""), STR("") } };
	struct rule_item covered;

	for (size_t i = 0; i < missing->items.n; i++) {
		for (int lang = 0; lang < LANG_COUNT; lang++)
			problem.in[lang] = str_format(run->arena, "%.*s%s%.*s", STR_ARGS(problem.in[lang]),
						      (i ? next : first).in[lang],
						      STR_ARGS(missing->items.v[i].in[lang]));
	}
	if (!row)
		return problem;
	covered.in[LANG_FR] = str_format(run->arena, "alors que la %s couvre ce transfert",
					 row->decision.in[LANG_FR]);
	covered.in[LANG_EN] =
			str_format(run->arena, "although %s covers this transfer", row->decision.in[LANG_EN]);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		problem.in[lang] =
				str_format(run->arena, "%.*s%s%.*s", STR_ARGS(problem.in[lang]),
					   missing->items.n ? and.in[lang] : "", STR_ARGS(covered.in[lang]));
	return problem;
}

void check_derogation_conditions(struct rules_run *run, const struct rule *rule,
				 const struct object *transfer)
{
	struct rule_list missing = { 0 };
	const struct adequacy *row;
	struct diag *diag;

	if (!transfer_is_governed(run, transfer) || !is_among(safeguard_of(transfer), derogations))
		return;
	find_missing(run, transfer, &missing);
	row = sure_decision(run, transfer);
	if (!missing.items.n && !row)
		return;
	diag = rule_fire(run, rule, transfer, object_place(transfer, TRANSFER_SAFEGUARD));
	rule_arg_both(run, diag, "problem", problem_of(run, &missing, row));
}

void check_derogation_systematic(struct rules_run *run, const struct rule *rule,
				 const struct object *transfer)
{
	if (transfer_is_governed(run, transfer) && is_among(safeguard_of(transfer), derogations) &&
	    object_flag(transfer, TRANSFER_SYSTEMATIC) == TRI_YES)
		fire_at(run, rule, transfer, object_place(transfer, TRANSFER_SYSTEMATIC));
}

/* --- public authorities --- */

/* What the purposes that a recipient serves are, as bits. */
enum { OWN_AFFAIRS = 1, PUBLIC_POWERS = 2 };

static unsigned char *powers_by_recipient(struct rules_run *run)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];
	const struct rule_objects *recipients = &run->objects[BLOCK_RECIPIENT];
	unsigned char *powers = ARENA_ARRAY(run->arena, unsigned char, recipients->numbers + 1), all = 0;

	for (size_t i = 0; i < purposes->list.n; i++) {
		bool own = object_flag(purposes->list.v[i], PURPOSE_PUBLIC_TASK) == TRI_NO;
		unsigned char bit = own ? OWN_AFFAIRS : PUBLIC_POWERS;

		all |= bit;
		for_each_value(value, purposes->list.v[i], PURPOSE_RECIPIENTS)
		{
			if (value->kind == VALUE_REFERENCE)
				powers[value->as.reference->number] |= bit;
		}
	}
	for (size_t i = 0; i < recipients->list.n; i++) {
		if (object_flag(recipients->list.v[i], RECIPIENT_DEFAULT) == TRI_YES)
			powers[recipients->list.v[i]->number] |= all;
	}
	powers[0] = all; /* a transfer to nobody in particular */
	return powers;
}

/* Some purpose served is, or may be, among the tasks of the authority. */
static bool serves_public_powers(const unsigned char *powers, const struct object *transfer)
{
	bool named = false;

	if (transfer->parent->block == BLOCK_RECIPIENT)
		return powers[transfer->parent->number] != OWN_AFFAIRS;
	for_each_value(value, transfer, TRANSFER_RECIPIENT)
	{
		if (value->kind != VALUE_REFERENCE)
			continue;
		named = true;
		if (powers[value->as.reference->number] != OWN_AFFAIRS)
			return true;
	}
	return !named && powers[0] != OWN_AFFAIRS;
}

void check_derogation_barred(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *transfers = &run->objects[BLOCK_TRANSFER];
	unsigned char *powers = NULL;

	(void)root;
	for (size_t i = 0; i < transfers->list.n; i++) {
		const struct object *transfer = transfers->list.v[i];

		if (!transfer_is_governed(run, transfer) || !is_among(safeguard_of(transfer), barred))
			continue;
		powers = powers ? powers : powers_by_recipient(run);
		if (serves_public_powers(powers, transfer))
			fire_at(run, rule, transfer, object_place(transfer, TRANSFER_SAFEGUARD));
	}
}
