/*
 * Check of data.def: each purpose uses data whose content is given. Purposes that use
 * indirect data alone are left to GDPR Art. 14(1)(d).
 */
#include "rules/engine.h"

enum { NAMES_DATA = 1, GIVES_CONTENT = 2, OBTAINS_FROM_PERSON = 4 };

static unsigned describe(const struct object *data)
{
	bool content = object_has(data, DATA_ITEM) || object_has(data, DATA_DETAIL);

	return NAMES_DATA | (content ? GIVES_CONTENT : 0) |
	       (rule_is_indirect(data) ? 0 : OBTAINS_FROM_PERSON);
}

/* A reference that could not be read counts as one to data that are specified. */
static unsigned describe_references(const struct object *object, enum field field)
{
	unsigned marks = 0;

	for (const struct value *value = object_get(object, field); value; value = value->next) {
		if (value->kind == VALUE_REFERENCE)
			marks |= describe(value->as.reference);
		else if (value->kind == VALUE_HOLE)
			marks |= NAMES_DATA | GIVES_CONTENT;
	}
	return marks;
}

/* By number of purpose: what the trackers that serve it read or store. */
static unsigned *describe_trackers(struct rules_run *run)
{
	const struct rule_objects *trackers = &run->objects[BLOCK_TRACKER];
	unsigned *marks = ARENA_ARRAY(run->arena, unsigned, run->objects[BLOCK_PURPOSE].numbers + 1);

	for (size_t i = 0; i < trackers->list.n; i++) {
		unsigned read = describe_references(trackers->list.v[i], TRACKER_DATA);

		for_each_value(value, trackers->list.v[i], TRACKER_PURPOSE)
		{
			if (value->kind == VALUE_REFERENCE)
				marks[value->as.reference->number] |= read;
		}
	}
	return marks;
}

static bool is_specified(unsigned marks)
{
	return (marks & GIVES_CONTENT) || ((marks & NAMES_DATA) && !(marks & OBTAINS_FROM_PERSON));
}

static void report_unspecified(struct rules_run *run, const struct rule *rule, const struct object *object,
			       struct span place)
{
	rule_arg_purpose(run, rule_fire(run, rule, object, place), object);
}

void check_data_specified(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE], *data = &run->objects[BLOCK_DATA];
	unsigned *of_trackers = describe_trackers(run), by_default = 0, any = 0;

	(void)root;
	for (size_t i = 0; i < data->list.n; i++) {
		any |= describe(data->list.v[i]);
		if (object_flag(data->list.v[i], DATA_DEFAULT) == TRI_YES)
			by_default |= describe(data->list.v[i]);
	}
	for (size_t i = 0; i < purposes->list.n; i++) {
		const struct object *purpose = purposes->list.v[i];
		unsigned marks = of_trackers[purpose->number];

		marks |= object_has(purpose, PURPOSE_DATA) ? describe_references(purpose, PURPOSE_DATA)
							   : by_default;
		if (!is_specified(marks))
			report_unspecified(run, rule, purpose, object_place(purpose, PURPOSE_DATA));
	}
	if (!purposes->list.n && !is_specified(any))
		report_unspecified(run, rule, run->model->policy, run->model->policy->keyword);
}
