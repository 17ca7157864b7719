/*
 * Which of a rule's citations a finding carries. GDPR Art. 13 is about data obtained
 * from the person, Art. 14 about other data; a row that cites both cites twins, and
 * where all data concerned were obtained elsewhere, only those of Art. 14 hold. A policy
 * under the laws of other countries alone is not held to French law.
 */
#include "rules/engine.h"

struct rule_origins {
	bool some, all;	  /* of the categories declared are indirect */
	bool *of_purpose; /* by number: all data that it uses are */
	bool abroad;	  /* French law does not apply */
	/* Those kept, for data obtained from the person and for others; NULL: not made yet. */
	const struct citation *laws[RULE_COUNT][2];
};

static bool all_indirect(const struct object *purpose, bool by_default)
{
	if (!object_value(purpose, PURPOSE_DATA))
		return by_default;
	for_each_value(value, purpose, PURPOSE_DATA)
	{
		if (!rule_is_indirect(value->as.reference))
			return false;
	}
	return true;
}

static void examine_purposes(struct rules_run *run, struct rule_origins *origins, bool by_default)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];

	origins->of_purpose = ARENA_ARRAY(run->arena, bool, purposes->numbers + 1);
	for (size_t i = 0; i < purposes->list.n; i++) {
		const struct object *purpose = purposes->list.v[i];

		origins->of_purpose[purpose->number] = all_indirect(purpose, by_default);
	}
}

static struct rule_origins *origins_get(struct rules_run *run)
{
	const struct rule_objects *data = &run->objects[BLOCK_DATA];
	size_t indirect = 0, defaults = 0, indirect_defaults = 0;

	if (run->origins)
		return run->origins;
	run->origins = ARENA_NEW(run->arena, struct rule_origins);
	for (size_t i = 0; i < data->list.n; i++) {
		bool is_indirect = rule_is_indirect(data->list.v[i]);
		bool is_default = object_flag(data->list.v[i], DATA_DEFAULT) == TRI_YES;

		indirect += is_indirect;
		defaults += is_default;
		indirect_defaults += is_indirect && is_default;
	}
	run->origins->abroad = rules_leave_out_french_law(run->model);
	run->origins->some = indirect > 0;
	run->origins->all = indirect && indirect == data->list.n;
	if (indirect)
		examine_purposes(run, run->origins,
				 defaults ? indirect_defaults == defaults : run->origins->all);
	return run->origins;
}

/* The data concerned are those of the purpose or category in which the subject stands. */
static bool concerns_indirect_data(const struct rule_origins *origins, const struct object *subject)
{
	for (; subject; subject = subject->parent) {
		if (subject->block == BLOCK_DATA)
			return rule_is_indirect(subject);
		if (subject->block == BLOCK_PURPOSE)
			return origins->of_purpose[subject->number];
	}
	return origins->all;
}

static bool is_of_article(const struct citation *citation, const char *number)
{
	return citation->instrument == INSTRUMENT_GDPR && citation->at &&
	       strncmp(citation->at, number, 2) == 0 && (citation->at[2] == '(' || !citation->at[2]);
}

bool rules_leave_out_french_law(const struct model *model)
{
	return object_has(model->policy, POLICY_LAW) && !model_is_under(model, "FR");
}

/* NULL where nothing is left. */
const struct citation *rules_law_abroad(struct arena *arena, const struct citation *law)
{
	VEC(struct citation) kept = { 0 };

	for (const struct citation *c = law; c->instrument != INSTRUMENT_NONE; c++) {
		if (!law_is_french(c->instrument))
			vec_add(arena, &kept, *c);
	}
	if (!kept.n)
		return NULL;
	vec_add(arena, &kept, ((struct citation) { INSTRUMENT_NONE, NULL }));
	return kept.v;
}

/* Where all data concerned were obtained otherwise than from the person: without GDPR Art. 13 when the
 * row also cites its twin in Art. 14. */
static const struct citation *without_article_13(struct rules_run *run, const struct citation *law)
{
	VEC(struct citation) kept = { 0 };
	bool twins = false;

	for (const struct citation *c = law; c->instrument != INSTRUMENT_NONE; c++)
		twins = twins || is_of_article(c, "14");
	for (const struct citation *c = law; twins && c->instrument != INSTRUMENT_NONE; c++) {
		if (!is_of_article(c, "13"))
			vec_add(run->arena, &kept, *c);
	}
	if (!twins)
		return law;
	vec_add(run->arena, &kept, ((struct citation) { INSTRUMENT_NONE, NULL }));
	return kept.v;
}

static const struct citation *make_law(struct rules_run *run, const struct rule *rule, bool is_indirect,
				       bool is_abroad)
{
	const struct citation *law = is_indirect ? without_article_13(run, rule->code.law) : rule->code.law;
	const struct citation *abroad = is_abroad ? rules_law_abroad(run->arena, law) : NULL;

	return abroad ? abroad : law;
}

const struct citation *rule_law(struct rules_run *run, const struct rule *rule, const struct object *subject)
{
	struct rule_origins *origins = origins_get(run);
	bool is_indirect = origins->some && concerns_indirect_data(origins, subject);
	const struct citation **law = &origins->laws[rule - rules_table][is_indirect];

	if (!*law)
		*law = make_law(run, rule, is_indirect, origins->abroad);
	return *law;
}
