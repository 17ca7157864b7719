/*
 * When a requirement applies: each test reads a model and answers yes, no, or that the
 * policy does not say. Changes nothing.
 */
#include "report/coverage_table.h"

/* Depth is bounded by SYNTAX_DEPTH_LIMIT. */
static void index_object(struct coverage_index *index, const struct object *object)
{
	const struct block_row *block = schema_block(object->block);

	if (object->built_in)
		return;
	vec_add(index->arena, &index->objects[object->block].list, object);
	for (unsigned i = 0; i < block->n; i++) {
		for (const struct value *value = object->slots[i]; value; value = value->next) {
			if (value->kind == VALUE_OBJECT)
				index_object(index, value->as.object);
		}
	}
}

void coverage_index_init(struct coverage_index *index)
{
	index_object(index, index->model->root);
}

static enum tri tri_of(bool yes)
{
	return yes ? TRI_YES : TRI_NO;
}

/* The objects of the block that the field belongs to. */
#define for_each_object(it, index, of)                                                                       \
	for (size_t n = 0; n < (index)->objects[of].list.n; n++)                                             \
		for (const struct object *it = (index)->objects[of].list.v[n]; it; it = NULL)

static bool any_word(const struct coverage_index *index, enum field field, enum word word)
{
	for_each_object(object, index, schema_fields[field].block)
	{
		if (object_has_word(object, field, word))
			return true;
	}
	return false;
}

static bool any_yes(const struct coverage_index *index, enum field field)
{
	for_each_object(object, index, schema_fields[field].block)
	{
		if (object_flag(object, field) == TRI_YES)
			return true;
	}
	return false;
}

enum tri condition_always(const struct coverage_index *index, const struct condition *condition)
{
	(void)index;
	(void)condition;
	return TRI_YES;
}

enum tri condition_says_word(const struct coverage_index *index, const struct condition *condition)
{
	for (const enum word *word = condition->words; *word != WORD_NONE; word++) {
		if (any_word(index, (enum field)condition->subject, *word))
			return TRI_YES;
	}
	return TRI_NO;
}

enum tri condition_says_yes(const struct coverage_index *index, const struct condition *condition)
{
	return tri_of(any_yes(index, (enum field)condition->subject));
}

enum tri condition_has_block(const struct coverage_index *index, const struct condition *condition)
{
	return tri_of(index->objects[condition->subject].list.n > 0);
}

enum tri condition_has_right(const struct coverage_index *index, const struct condition *condition)
{
	return tri_of(model_right_applies(index->model, condition->words[0]));
}

enum tri condition_has_dpo(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return model_has_dpo(index->model);
}

/* Applies whether there is an officer or not, once the policy says which. */
enum tri condition_is_dpo_said(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return model_has_dpo(index->model) == TRI_UNKNOWN ? TRI_UNKNOWN : TRI_YES;
}

enum tri condition_is_public_body(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return model_public_body(index->model);
}

enum tri condition_has_decisions(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return model_has_decisions(index->model);
}

enum tri condition_has_trackers(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return model_has_trackers(index->model);
}

enum tri condition_is_administrative(const struct coverage_index *index, const struct condition *condition)
{
	enum tri decisions = model_has_decisions(index->model);

	if (model_public_body(index->model) == TRI_NO)
		return TRI_NO;
	return decisions == TRI_YES ? condition_says_yes(index, condition) : decisions;
}

enum tri condition_is_joint(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return tri_of(object_word(index->model->policy, POLICY_KIND) == WORD_KIND_JOINT ||
		      index->objects[BLOCK_CONTROLLER].list.n > 1);
}

static bool is_outside_eea(const struct object *object, enum field field)
{
	for_each_value(value, object, field)
	{
		if (value->kind == VALUE_COUNTRY && !value->as.country->eea)
			return true;
	}
	return false;
}

enum tri condition_is_outside_union(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	for_each_object(controller, index, BLOCK_CONTROLLER)
	{
		if (is_outside_eea(controller, CONTROLLER_COUNTRY) &&
		    object_flag(controller, CONTROLLER_OFFERS_IN_EU) == TRI_YES)
			return TRI_YES;
	}
	return TRI_NO;
}

enum tri condition_has_transfers(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	if (index->objects[BLOCK_TRANSFER].list.n || any_yes(index, TRANSFERS_OUTSIDE_EU))
		return TRI_YES;
	for_each_object(recipient, index, BLOCK_RECIPIENT)
	{
		if (is_outside_eea(recipient, RECIPIENT_COUNTRY))
			return TRI_YES;
	}
	return TRI_NO;
}

enum tri condition_is_further(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return tri_of(any_yes(index, FURTHER_STATED) || any_yes(index, CHANGES_NEW_PURPOSES));
}

/* Some data are obtained from the person; data without a source are taken to be. */
enum tri condition_is_direct(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	for_each_object(data, index, BLOCK_DATA)
	{
		if (!object_has(data, DATA_SOURCE))
			return TRI_YES;
	}
	return tri_of(any_word(index, SOURCE_ORIGIN, WORD_SOURCE_DATA_SUBJECT));
}

enum tri condition_is_bilingual(const struct coverage_index *index, const struct condition *condition)
{
	(void)condition;
	return tri_of(index->model->language_count > 1);
}
