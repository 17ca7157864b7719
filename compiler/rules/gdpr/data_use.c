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
