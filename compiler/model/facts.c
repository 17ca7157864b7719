/*
 * Facts of a policy that several passes read: who it is, whose law it is under,
 * which rights hold. Three-valued where silence says nothing.
 */
#include "law/law.h"
#include "model/model.h"

static enum tri public_by_nature(const struct object *controller)
{
	enum word nature = object_word(controller, CONTROLLER_NATURE);

	return nature == WORD_NATURE_PUBLIC_AUTHORITY || nature == WORD_NATURE_PUBLIC_BODY ? TRI_YES
											   : TRI_UNKNOWN;
}

enum tri model_public_body(const struct model *model)
{
	enum tri result = TRI_UNKNOWN;

	for_each_value(value, model->root, ROOT_CONTROLLER)
	{
		enum tri said = object_flag(value->as.object, CONTROLLER_PUBLIC_BODY);
		if (said == TRI_UNKNOWN)
			said = public_by_nature(value->as.object);
		if (said == TRI_YES)
			return TRI_YES;
		if (said == TRI_NO)
			result = TRI_NO;
	}
	return result;
}

enum tri model_has_dpo(const struct model *model)
{
	const struct object *dpo = object_object(model->root, ROOT_DPO);

	if (!dpo)
		return TRI_UNKNOWN;
	return object_value(dpo, DPO_NONE) ? TRI_NO : TRI_YES;
}

enum tri model_has_decisions(const struct model *model)
{
	if (object_value(model->root, ROOT_DECISION))
		return TRI_YES;
	return object_value(model->root, ROOT_DECISIONS) ? TRI_NO : TRI_UNKNOWN;
}

enum tri model_has_trackers(const struct model *model)
{
	const struct object *trackers = object_object(model->root, ROOT_TRACKERS);
	enum tri used = object_flag(trackers, TRACKERS_USED);

	if (used != TRI_UNKNOWN)
		return used;
	return object_value(trackers, TRACKERS_TRACKER) ? TRI_YES : TRI_UNKNOWN;
}

bool model_is_under(const struct model *model, const char *country)
{
	for_each_value(value, model->policy, POLICY_LAW)
	{
		if (value->kind == VALUE_COUNTRY && str_is(str_of(value->as.country->code), country))
			return true;
	}
	return false;
}

bool model_is_controller(const struct model *model)
{
	return object_word(model->policy, POLICY_KIND) != WORD_KIND_PROCESSOR;
}

bool model_claims_rights(const struct model *model)
{
	return object_get(object_object(model->root, ROOT_RIGHTS), RIGHTS_GRANTED) != NULL;
}

struct object *model_granted(const struct model *model, enum word right)
{
	for_each_value(value, object_object(model->root, ROOT_RIGHTS), RIGHTS_GRANTED)
	{
		if (object_word(value->as.object, GRANT_RIGHT) == right)
			return value->as.object;
	}
	return NULL;
}

/* A text that names no authority (`unnamed`) gets none; silence, that of the law. */
struct object *model_authority(const struct model *model)
{
	const struct object *rights = object_object(model->root, ROOT_RIGHTS);
	const struct value *law = object_value(model->policy, POLICY_LAW);
	struct object *said = object_object(rights, RIGHTS_COMPLAINT);
	const struct authority *row;

	if (said)
		return said->built_in && !object_has(said, AUTHORITY_NAME) ? NULL : said;
	if (!law || object_has(rights, RIGHTS_COMPLAINT))
		return NULL;
	row = law_authority_of(str_of(law->as.country->code));
	return row ? map_get(&model->named[BLOCK_AUTHORITY], str_of(row->id)) : NULL;
}
