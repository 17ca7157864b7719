/*
 * Checks of the legal bases of purposes (GDPR Arts. 6, 13(1)(c) and 13(1)(d)).
 * Reads purposes, their bases and storage periods; adds findings.
 */
#include "rules/gdpr/retention.h"

/* A basis is said, readable or not; a `todo` is none. */
static bool has_basis(const struct object *object, enum field field)
{
	for (const struct value *value = object_get(object, field); value; value = value->next) {
		if (value->kind == VALUE_HOLE)
			return true;
		if (value->kind == VALUE_OBJECT && object_has(value->as.object, BASIS_TYPE))
			return true;
	}
	return false;
}

/* GDPR Art. 13(1)(c): a purpose, or the whole policy, without any basis. */
void check_basis_missing(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];

	if (has_basis(policy, POLICY_BASES))
		return;
	if (!purposes->list.n && !run->objects[BLOCK_BASIS].list.n)
		rule_arg_purpose(run, rule_fire(run, rule, policy, policy->keyword), policy);
	for (size_t i = 0; i < purposes->list.n; i++) {
		const struct object *purpose = purposes->list.v[i];

		if (!has_basis(purpose, PURPOSE_BASIS))
			rule_arg_purpose(run, rule_fire(run, rule, purpose, purpose->keyword), purpose);
	}
}

/* GDPR Art. 13(1)(c): bases in bulk, and purposes without one of their own. */
void check_bases_not_mapped(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];
	struct rule_list list = { 0 };
	struct diag *diag;

	if (!has_basis(policy, POLICY_BASES))
		return;
	for (size_t i = 0; i < purposes->list.n; i++) {
		if (!has_basis(purposes->list.v[i], PURPOSE_BASIS))
			rule_list_add_title(run, &list, purposes->list.v[i]);
	}
	if (!list.items.n)
		return;
	diag = rule_fire(run, rule, policy, object_place(policy, POLICY_BASES));
	rule_arg_number(run, diag, "n", (long)list.items.n);
	rule_arg_list(run, diag, "list", &list);
}

/* EDPB 05/2020: several bases, one of which does not say what it covers. */
void check_bases_several(struct rules_run *run, const struct rule *rule, const struct object *purpose)
{
	static const struct words mixed = WORDS(
			" ; une autre base ne pourra pas être substituée au consentement, selon le CEPD",
			"; consent cannot be swapped for another basis later, according to the EDPB");
	static const struct words plain = WORDS("", "");
	const struct value *first = object_value(purpose, PURPOSE_BASIS);
	struct rule_list list = { 0 };
	struct diag *diag;
	bool split = true;

	if (!first || !first->next)
		return;
	for_each_value(value, purpose, PURPOSE_BASIS)
	{
		enum word type = object_word(value->as.object, BASIS_TYPE);

		if (type == WORD_NONE)
			continue;
		split &= object_has(value->as.object, BASIS_COVERS);
		rule_list_add(run, &list, str_format(run->arena, "`%s`", schema_words[type].word[LANG_FR]),
			      str_format(run->arena, "`%s`", schema_words[type].word[LANG_EN]));
	}
	if (list.items.n < 2 || split)
		return;
	diag = rule_fire(run, rule, purpose, object_place(purpose, PURPOSE_BASIS));
	rule_arg_title(run, diag, "purpose", purpose);
	rule_arg_list(run, diag, "bases", &list);
	rule_arg_words(run, diag, "mix",
		       rule_has_basis(purpose, PURPOSE_BASIS, WORD_BASIS_CONSENT) ? mixed : plain);
}

/* A basis of a purpose (not of the global list) that is legitimate interests. */
static bool is_interest(const struct object *basis)
{
	return basis->parent->block == BLOCK_PURPOSE &&
	       object_word(basis, BASIS_TYPE) == WORD_BASIS_LEGITIMATE_INTERESTS;
}

/* GDPR Art. 13(1)(d). */
void check_interest_missing(struct rules_run *run, const struct rule *rule, const struct object *basis)
{
	if (is_interest(basis) && !object_has(basis, BASIS_INTEREST))
		rule_arg_title(run, rule_fire(run, rule, basis, basis->keyword), "purpose", basis->parent);
}

/* Words that carry meaning; those that fit any business left out in *specific. */
static size_t count_words(struct rules_run *run, struct str text, enum lang lang, size_t *specific)
{
	struct lexicon_match word = { 0, 0 }, vague = { 0, 0 };
	bool more = lexicon_find_next(run, LEXICON_VAGUE_INTEREST, text, lang, &vague);
	size_t n = 0;

	*specific = 0;
	while (lexicon_find_next(run, LEXICON_CONTENT_WORD, text, lang, &word)) {
		n++;
		while (more && vague.end <= word.start)
			more = lexicon_find_next(run, LEXICON_VAGUE_INTEREST, text, lang, &vague);
		*specific += !(more && word.start < vague.end && vague.start < word.end);
	}
	return n;
}

/* EDPB 1/2024: fewer than four words of content, or a stock phrase with little else. */
void check_interest_vague(struct rules_run *run, const struct rule *rule, const struct object *basis)
{
	const struct text *interest = is_interest(basis) ? object_text(basis, BASIS_INTEREST) : NULL;
	enum lang lang = run->model->languages[0];
	struct str text;
	struct diag *diag;
	size_t n, specific;

	if (!interest || text_is_blank(interest))
		return;
	if (str_is_blank(interest->in[lang]))
		lang = lang_other(lang);
	text = str_trim(interest->in[lang]);
	n = count_words(run, text, lang, &specific);
	if (n >= 4 && (specific == n || specific >= 3))
		return;
	diag = rule_fire(run, rule, basis, object_place(basis, BASIS_INTEREST));
	rule_arg_title(run, diag, "purpose", basis->parent);
	rule_arg_text(run, diag, "interest", interest);
}

/* GDPR Art. 6(1), second subparagraph. */
void check_public_interest(struct rules_run *run, const struct rule *rule, const struct object *basis)
{
	if (is_interest(basis) && object_flag(basis->parent, PURPOSE_PUBLIC_TASK) != TRI_NO)
		rule_arg_title(run, rule_fire(run, rule, basis, basis->keyword), "purpose", basis->parent);
}

static void fire_party(struct rules_run *run, const struct rule *rule, const struct value *contract,
		       const struct object *people)
{
	static const struct words anyone = WORDS("la personne concernée", "the data subject");
	const struct object *basis = contract->as.object;
	struct diag *diag = rule_fire(run, rule, basis, basis->keyword);

	rule_arg_title(run, diag, "purpose", basis->parent);
	if (people)
		rule_arg_title(run, diag, "subject", people);
	else
		rule_arg_words(run, diag, "subject", anyone);
}

static struct value *find_contract(const struct object *purpose)
{
	for_each_value(value, purpose, PURPOSE_BASIS)
	{
		if (object_word(value->as.object, BASIS_TYPE) == WORD_BASIS_CONTRACT)
			return value;
	}
	return NULL;
}

/* Stamps the people that the bases other than contract cover. */
static void stamp_covered(const struct object *purpose, uint32_t *stamps)
{
	for_each_value(value, purpose, PURPOSE_BASIS)
	{
		if (object_word(value->as.object, BASIS_TYPE) == WORD_BASIS_CONTRACT)
			continue;
		for_each_value(covered, value->as.object, BASIS_COVERS)
		{
			if (covered->kind == VALUE_REFERENCE)
				stamps[covered->as.reference->number] = purpose->number;
		}
	}
}

/* GDPR Art. 6(1)(b): "a contract to which the data subject is party". */
void check_contract_party(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE],
				  *people = &run->objects[BLOCK_PEOPLE];
	uint32_t *stamps, n = 0;

	(void)policy;
	for (size_t i = 0; i < people->list.n; i++)
		n = people->list.v[i]->number > n ? people->list.v[i]->number : n;
	stamps = ARENA_ARRAY(run->arena, uint32_t, n + 1);
	for (size_t i = 0; i < purposes->list.n; i++) {
		const struct object *purpose = purposes->list.v[i];
		const struct value *contract = find_contract(purpose);
		bool said = false;

		if (!contract)
			continue;
		stamp_covered(purpose, stamps);
		for_each_value(value, purpose, PURPOSE_PEOPLE)
		{
			const struct object *group = value->as.reference;

			if (object_flag(group, PEOPLE_PARTY) != TRI_NO ||
			    stamps[group->number] == purpose->number)
				continue;
			fire_party(run, rule, contract, group);
			said = true;
		}
		if (!said && object_flag(contract->as.object, BASIS_PARTY) == TRI_NO)
			fire_party(run, rule, contract, NULL);
	}
}

/* CJEU C-252/21, C-394/23: what a contract does not objectively need. */
void check_contract_necessity(struct rules_run *run, const struct rule *rule, const struct object *purpose)
{
	static const bool unneeded[WORD_COUNT] = {
		[WORD_PURPOSE_TYPE_ANALYTICS] = true,	    [WORD_PURPOSE_TYPE_IMPROVEMENT] = true,
		[WORD_PURPOSE_TYPE_PERSONALISATION] = true, [WORD_PURPOSE_TYPE_MARKETING] = true,
		[WORD_PURPOSE_TYPE_NEWSLETTER] = true,	    [WORD_PURPOSE_TYPE_ADS] = true,
		[WORD_PURPOSE_TYPE_PROFILING] = true,	    [WORD_PURPOSE_TYPE_STATISTICS] = true,
	};
	struct rule_list list = { 0 };
	const struct value *first = NULL;
	struct diag *diag;

	if (!find_contract(purpose))
		return;
	for_each_value(value, purpose, PURPOSE_TYPES)
	{
		if (!unneeded[value->as.word])
			continue;
		first = first ? first : value;
		rule_list_add_word(run, &list, value->as.word);
	}
	if (!first)
		return;
	diag = rule_fire(run, rule, purpose, first->span);
	rule_arg_list(run, diag, "types", &list);
	rule_arg_title(run, diag, "purpose", purpose);
}

/* One of the field's provisions names an article, a section or a numbered act. */
static bool cites_provision(struct rules_run *run, const struct object *object, enum field field)
{
	for_each_value(value, object, field)
	{
		if (lexicon_find(run, LEXICON_PROVISION, value->as.name, LANG_FR, NULL) ||
		    lexicon_find(run, LEXICON_PROVISION, value->as.name, LANG_EN, NULL))
			return true;
	}
	return false;
}

static bool says_legal_ground(struct rules_run *run, const struct text *text)
{
	return text && (lexicon_find(run, LEXICON_LEGAL_GROUND, text->in[LANG_FR], LANG_FR, NULL) ||
			lexicon_find(run, LEXICON_LEGAL_GROUND, text->in[LANG_EN], LANG_EN, NULL));
}

/* The entry cites a statute, or says in words that the law sets its period. */
static bool invokes_law(struct rules_run *run, const struct retention_entry *entry)
{
	bool retain = entry->object->block == BLOCK_RETAIN;

	return object_has(entry->object, retain ? RETAIN_STATUTE : RETENTION_STATUTE) ||
	       says_legal_ground(run,
				 object_text(entry->object, retain ? RETAIN_BECAUSE : RETENTION_BECAUSE)) ||
	       says_legal_ground(run, entry->period ? entry->period->criteria : NULL);
}

/* GDPR Art. 6(3), recital 41: the law invoked by a basis or a storage period. */
void check_law_not_cited(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct rule_objects *bases = &run->objects[BLOCK_BASIS];
	const struct retention_index *index = rule_retention(run);

	(void)policy;
	for (size_t i = 0; i < bases->list.n; i++) {
		const struct object *basis = bases->list.v[i];
		enum word type = object_word(basis, BASIS_TYPE);

		if (basis->parent->block == BLOCK_PURPOSE && !cites_provision(run, basis, BASIS_STATUTE) &&
		    (type == WORD_BASIS_LEGAL_OBLIGATION || type == WORD_BASIS_PUBLIC_TASK))
			rule_arg_title(run, rule_fire(run, rule, basis, object_place(basis, BASIS_STATUTE)),
				       "item", basis->parent);
	}
	for (size_t i = 0; i < index->entries.n; i++) {
		const struct retention_entry *entry = index->entries.v[i];
		enum field statute =
				entry->object->block == BLOCK_RETAIN ? RETAIN_STATUTE : RETENTION_STATUTE;

		if (invokes_law(run, entry) && !cites_provision(run, entry->object, statute))
			rule_arg_title(run,
				       rule_fire(run, rule, entry->object,
						 object_place(entry->object, statute)),
				       "item", rule_retention_about(run, entry));
	}
}
