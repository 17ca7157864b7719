/*
 * Carries a judgement of each purpose over to the data that it uses.
 */
#include "rules/gdpr/data_use.h"

const unsigned *data_use(struct rules_run *run, data_use_mark *mark)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE], *data = &run->objects[BLOCK_DATA];
	size_t n = data->list.n ? data->list.v[data->list.n - 1]->number + 1 : 1;
	unsigned *marks, by_default = 0;

	for (size_t i = 0; i < data->list.n; i++) {
		if (data->list.v[i]->number >= n)
			n = data->list.v[i]->number + 1;
	}
	marks = ARENA_ARRAY(run->arena, unsigned, n);
	for (size_t i = 0; i < purposes->list.n; i++) {
		unsigned bits = mark(run, purposes->list.v[i]);

		if (!object_has(purposes->list.v[i], PURPOSE_DATA))
			by_default |= bits;
		for_each_value(value, purposes->list.v[i], PURPOSE_DATA) marks[value->as.reference->number] |=
				bits;
	}
	for (size_t i = 0; i < data->list.n; i++) {
		if (object_flag(data->list.v[i], DATA_DEFAULT) == TRI_YES)
			marks[data->list.v[i]->number] |= by_default;
	}
	return marks;
}

static void mark_referred(const struct rules_run *run, bool *marks, enum field field, bool mark)
{
	const struct rule_objects *objects = &run->objects[schema_fields[field].block];

	for (size_t i = 0; i < objects->list.n; i++) {
		for_each_value(value, objects->list.v[i], field)
		{
			if (value->kind == VALUE_REFERENCE)
				marks[value->as.reference->number] = mark;
		}
	}
}

const bool *data_of_clients(struct rules_run *run)
{
	const struct rule_objects *data = &run->objects[BLOCK_DATA];
	bool *marks = ARENA_ARRAY(run->arena, bool, data->numbers + 1);

	mark_referred(run, marks, PROCESSOR_ROLE_DATA, true);
	mark_referred(run, marks, AGREEMENT_DATA, true);
	mark_referred(run, marks, PURPOSE_DATA, false);
	mark_referred(run, marks, TRACKER_DATA, false);
	for (size_t i = 0; i < data->list.n; i++) {
		if (object_flag(data->list.v[i], DATA_DEFAULT) == TRI_YES)
			marks[data->list.v[i]->number] = false;
	}
	return marks;
}

bool data_is_given(const struct object *data)
{
	for_each_value(value, data, DATA_SOURCE)
	{
		if (value->kind == VALUE_OBJECT &&
		    object_word(value->as.object, SOURCE_ORIGIN) == WORD_SOURCE_DATA_SUBJECT)
			return true;
	}
	return !object_has(data, DATA_SOURCE);
}
