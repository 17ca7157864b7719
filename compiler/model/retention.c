/*
 * Resolves which storage periods apply to which purpose. Takes the `retain` and
 * `archive` of purposes and the `retention` declarations, files each entry under
 * what it names, and walks the levels for one purpose at a time.
 */
#include "model/retention.h"

/* False where no period is said. */
static bool entry_read(const struct object *object, bool archive, struct retention_entry *entry)
{
	bool retain = object->block == BLOCK_RETAIN;
	const struct value *period;

	if (!object_has(object, retain ? RETAIN_PERIOD : RETENTION_PERIOD))
		return false;
	period = object_value(object, retain ? RETAIN_PERIOD : RETENTION_PERIOD);
	*entry = (struct retention_entry) {
		.object = object,
		.purpose = retain && object->parent && object->parent->block == BLOCK_PURPOSE ? object->parent
											      : NULL,
		.period = period ? period->as.period : NULL,
		.kind = object_word(object, retain ? RETAIN_KIND : RETENTION_KIND),
		.archive = archive,
	};
	return true;
}

static void list_add(struct retention_index *index, struct retention_list *list,
		     const struct retention_entry *entry)
{
	vec_add(index->arena, &list->entries, entry);
	list->active |= !entry->archive;
}

/* Files the entry under each object that the field names; false where it names none. */
static bool file_under(struct retention_index *index, struct retention_list *lists, enum field field,
		       const struct retention_entry *entry)
{
	bool named = false;

	for_each_value(value, entry->object, field)
	{
		list_add(index, &lists[value->as.reference->number], entry);
		named = true;
	}
	return named;
}

/* `default yes`, or a `retention` that says nothing of what it is about. */
static bool is_default(const struct object *object)
{
	enum tri stated = object_flag(object, RETENTION_DEFAULT);

	if (stated != TRI_UNKNOWN)
		return stated == TRI_YES;
	return !object_has(object, RETENTION_LABEL) && !object_has(object, RETENTION_KIND);
}

static void file_retention(struct retention_index *index, struct retention_entry *entry)
{
	const struct object *object = entry->object;
	bool has_data = object_has(object, RETENTION_DATA);
	bool filed = file_under(index, has_data ? index->purpose_data : index->purpose, RETENTION_PURPOSE,
				entry);

	filed = filed || file_under(index, index->data, RETENTION_DATA, entry);
	filed = filed || file_under(index, index->people, RETENTION_PEOPLE, entry);
	entry->by_default =
			object_flag(object, RETENTION_DEFAULT) == TRI_YES || (!filed && is_default(object));
	if (entry->by_default)
		list_add(index, &index->defaults, entry);
}

static void file_own(struct retention_index *index, const struct object *purpose, enum field field)
{
	for_each_value(value, purpose, field)
	{
		struct retention_entry *entry = ARENA_NEW(index->arena, struct retention_entry);
		bool has_data = object_has(value->as.object, RETAIN_DATA);

		if (!entry_read(value->as.object, field == PURPOSE_ARCHIVE, entry))
			continue;
		vec_add(index->arena, &index->entries, entry);
		list_add(index,
			 has_data ? &index->purpose_data[purpose->number] : &index->purpose[purpose->number],
			 entry);
	}
}

/* One more than the highest number among the objects of the field of the root. */
static size_t count_of(const struct model *model, enum field field)
{
	size_t n = 1;

	for_each_value(value, model->root, field)
	{
		if (value->as.object->number >= n)
			n = value->as.object->number + 1;
	}
	return n;
}

/* Adds the list to the groups unless it is empty; true when it covers its subject. */
static bool add_group(struct retention_index *index, struct retention_groups *groups,
		      enum retention_reach reach, const struct object *subject, struct retention_list *list)
{
	if (list->entries.n)
		vec_add(index->arena, &groups->list, ((struct retention_group) { reach, subject, list }));
	return list->active;
}

/* What purposes without data of their own fall back on, computed once for all. */
static void index_default_data(struct retention_index *index)
{
	bool any = false, all = true;

	for_each_value(value, index->model->root, ROOT_DATA)
	{
		const struct object *data = value->as.object;

		if (object_flag(data, DATA_DEFAULT) != TRI_YES)
			continue;
		any = true;
		all &= add_group(index, &index->default_data, REACH_DATA, data, &index->data[data->number]);
	}
	index->default_data_covered = any && all;
}

struct retention_index *model_retention_index(struct arena *arena, const struct model *model)
{
	struct retention_index *index = ARENA_NEW(arena, struct retention_index);
	size_t purposes = count_of(model, ROOT_PURPOSE), data = count_of(model, ROOT_DATA);

	index->arena = arena;
	index->model = model;
	index->purpose_data = ARENA_ARRAY(arena, struct retention_list, purposes);
	index->purpose = ARENA_ARRAY(arena, struct retention_list, purposes);
	index->data = ARENA_ARRAY(arena, struct retention_list, data);
	index->people = ARENA_ARRAY(arena, struct retention_list, count_of(model, ROOT_PEOPLE));
	index->stamps = ARENA_ARRAY(arena, uint32_t, data);
	for_each_value(value, model->root, ROOT_PURPOSE)
	{
		file_own(index, value->as.object, PURPOSE_RETAIN);
		file_own(index, value->as.object, PURPOSE_ARCHIVE);
	}
	for_each_value(value, model->root, ROOT_RETENTION)
	{
		struct retention_entry *entry = ARENA_NEW(arena, struct retention_entry);

		if (!entry_read(value->as.object,
				object_word(value->as.object, RETENTION_STAGE) == WORD_STAGE_ARCHIVE, entry))
			continue;
		vec_add(arena, &index->entries, entry);
		file_retention(index, entry);
	}
	index_default_data(index);
	return index;
}

/* Marks the data that the purpose's own active entries name. */
static void stamp_data(struct retention_index *index, const struct retention_list *list)
{
	index->stamp++;
	for (size_t i = 0; i < list->entries.n; i++) {
		const struct object *object = list->entries.v[i]->object;
		enum field field = object->block == BLOCK_RETAIN ? RETAIN_DATA : RETENTION_DATA;

		if (list->entries.v[i]->archive)
			continue;
		for_each_value(value, object, field) index->stamps[value->as.reference->number] =
				index->stamp;
	}
}

/* The level of data; true when an entry covers each of the purpose's. */
static bool add_data(struct retention_index *index, const struct object *purpose,
		     struct retention_groups *groups)
{
	bool all = true;

	if (!object_has(purpose, PURPOSE_DATA)) {
		groups->also = &index->default_data;
		return index->default_data_covered;
	}
	stamp_data(index, &index->purpose_data[purpose->number]);
	for_each_value(value, purpose, PURPOSE_DATA)
	{
		const struct object *data = value->as.reference;

		if (index->stamps[data->number] != index->stamp)
			all &= add_group(index, groups, REACH_DATA, data, &index->data[data->number]);
	}
	return all;
}

/* The level of people; true when an entry covers each group of the purpose. */
static bool add_people(struct retention_index *index, const struct object *purpose,
		       struct retention_groups *groups)
{
	bool any = false, all = true;

	for_each_value(value, purpose, PURPOSE_PEOPLE)
	{
		const struct object *people = value->as.reference;

		any = true;
		all &= add_group(index, groups, REACH_PEOPLE, people, &index->people[people->number]);
	}
	return any && all;
}

void model_retention_for(struct retention_index *index, const struct object *purpose,
			 struct retention_groups *groups)
{
	groups->list.n = 0;
	groups->also = NULL;
	add_group(index, groups, REACH_PURPOSE_DATA, NULL, &index->purpose_data[purpose->number]);
	if (add_group(index, groups, REACH_PURPOSE, NULL, &index->purpose[purpose->number]))
		return;
	if (add_data(index, purpose, groups) || add_people(index, purpose, groups))
		return;
	add_group(index, groups, REACH_DEFAULT, NULL, &index->defaults);
}
