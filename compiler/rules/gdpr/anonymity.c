/*
 * Check of anonymity.def: data declared anonymous, or read by trackers that the policy
 * claims to be, among which an identifier is listed.
 */
#include "rules/engine.h"

/* By number of data: the place of the claim that covers it; start == end: none. */
static void mark_claimed(const struct rules_run *run, struct span *claims)
{
	const struct rule_objects *trackers = &run->objects[BLOCK_TRACKER], *data = &run->objects[BLOCK_DATA];

	for_each_value(claim, run->model->policy, POLICY_CLAIMS)
	{
		if (claim->kind != VALUE_WORD || claim->as.word != WORD_CLAIM_ANONYMOUS)
			continue;
		for (size_t i = 0; i < trackers->list.n; i++) {
			for_each_value(value, trackers->list.v[i], TRACKER_DATA)
					claims[value->as.reference->number] = claim->span;
		}
		break;
	}
	for (size_t i = 0; i < data->list.n; i++) {
		if (object_flag(data->list.v[i], DATA_ANONYMISED) == TRI_YES)
			claims[data->list.v[i]->number] = object_place(data->list.v[i], DATA_ANONYMISED);
	}
}

static void check_texts(struct rules_run *run, const struct rule *rule, const struct object *data,
			enum field field, struct span claim)
{
	for_each_value(value, data, field)
	{
		struct rule_text text = { data, field, value, value->as.text, { 0 } };
		struct lexicon_match match;
		struct diag *diag;
		enum lang lang;

		if (!rule_find_words(run, LEXICON_IDENTIFIER, text.text, &lang, &match))
			continue;
		diag = rule_fire(run, rule, data, rule_text_span(run, &text, lang, match));
		rule_arg_text(run, diag, "item", text.text);
		diag_add_label(run->findings, diag, claim,
			       (struct words)WORDS("dites anonymes ici", "called anonymous here"));
	}
}

void check_anonymity(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *data = &run->objects[BLOCK_DATA];
	struct span *claims = ARENA_ARRAY(run->arena, struct span, data->numbers + 1);

	(void)root;
	mark_claimed(run, claims);
	for (size_t i = 0; i < data->list.n; i++) {
		struct span claim = claims[data->list.v[i]->number];

		if (claim.start == claim.end)
			continue;
		check_texts(run, rule, data->list.v[i], DATA_DETAIL, claim);
		check_texts(run, rule, data->list.v[i], DATA_ITEM, claim);
	}
}
