/*
 * Which rights hold, by the legal bases and the law: GDPR Arts. 15 to 22 and 7(3),
 * and Article 85 of the French Data Protection Act. Takes a model, gives yes or
 * no for one right.
 */
#include "model/model.h"

/* Rights that some legal bases open: one such basis is enough. */
static const struct right_row {
	enum word right, basis;
} rights_by_basis[] = {
	{ WORD_RIGHT_WITHDRAW_CONSENT, WORD_BASIS_CONSENT },	   /* Art. 7(3) */
	{ WORD_RIGHT_PORTABILITY, WORD_BASIS_CONSENT },		   /* Art. 20(1)(a) */
	{ WORD_RIGHT_PORTABILITY, WORD_BASIS_CONTRACT },	   /* Art. 20(1)(a) */
	{ WORD_RIGHT_OBJECTION, WORD_BASIS_PUBLIC_TASK },	   /* Art. 21(1) */
	{ WORD_RIGHT_OBJECTION, WORD_BASIS_LEGITIMATE_INTERESTS }, /* Art. 21(1) */
	{ WORD_RIGHT_OBJECTION, WORD_BASIS_SOFT_OPT_IN },	   /* Art. 21(2) and (3) */
};

struct object *model_basis_opening(const struct object *object, enum field field, enum word right)
{
	for_each_value(value, object, field)
	{
		enum word basis = object_word(value->as.object, BASIS_TYPE);
		for (size_t i = 0; i < sizeof(rights_by_basis) / sizeof(rights_by_basis[0]); i++) {
			if (rights_by_basis[i].right == right && rights_by_basis[i].basis == basis)
				return value->as.object;
		}
	}
	return NULL;
}

static bool any_basis_opens(const struct model *model, enum word right)
{
	if (model_basis_opening(model->policy, POLICY_BASES, right))
		return true;
	for_each_value(value, model->root, ROOT_PURPOSE)
	{
		if (model_basis_opening(value->as.object, PURPOSE_BASIS, right))
			return true;
	}
	return false;
}

bool purpose_is_marketing(const struct object *purpose)
{
	const struct object *marketing = object_object(purpose, PURPOSE_MARKETING);

	if (marketing)
		return object_flag(marketing, MARKETING_STATED) != TRI_NO;
	return object_has_word(purpose, PURPOSE_TYPES, WORD_PURPOSE_TYPE_MARKETING) ||
	       object_has_word(purpose, PURPOSE_TYPES, WORD_PURPOSE_TYPE_NEWSLETTER) ||
	       object_has_word(purpose, PURPOSE_TYPES, WORD_PURPOSE_TYPE_ADS);
}

static bool has_marketing(const struct model *model)
{
	for_each_value(value, model->root, ROOT_PURPOSE)
	{
		if (purpose_is_marketing(value->as.object))
			return true;
	}
	return false;
}

/* Consent is needed where the tracker says so, or where its kind always needs it. */
static bool needs_consent(const struct object *tracker)
{
	static const enum word kinds[] = { WORD_TRACKER_KIND_AUDIENCE_THIRD,
					   WORD_TRACKER_KIND_PERSONALISATION, WORD_TRACKER_KIND_ADS,
					   WORD_TRACKER_KIND_SOCIAL, WORD_TRACKER_KIND_EMAIL_PIXEL };
	enum word exempt = object_word(tracker, TRACKER_EXEMPT);

	if (exempt != WORD_NONE)
		return exempt == WORD_EXEMPT_NO;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (object_has_word(tracker, TRACKER_KIND, kinds[i]))
			return true;
	}
	return false;
}

static bool trackers_need_consent(const struct model *model)
{
	const struct object *trackers = object_object(model->root, ROOT_TRACKERS);
	enum word consent = object_word(trackers, TRACKERS_CONSENT);

	if (consent == WORD_TRACKER_CONSENT_BANNER || consent == WORD_TRACKER_CONSENT_SETTINGS)
		return true;
	for_each_value(value, trackers, TRACKERS_TRACKER)
	{
		if (needs_consent(value->as.object))
			return true;
	}
	return false;
}

static bool has_explicit_consent(const struct model *model)
{
	for_each_value(purpose, model->root, ROOT_PURPOSE)
	{
		for_each_value(basis, purpose->as.object, PURPOSE_BASIS)
		{
			if (object_word(basis->as.object, BASIS_CONDITION) == WORD_CONDITION_A)
				return true;
		}
	}
	return false;
}

/* Some data are collected from the person (LIL, Art. 48): as silence is taken. */
static bool has_data_from_person(const struct model *model)
{
	bool any = false;

	for_each_value(data, model->root, ROOT_DATA)
	{
		any = true;
		if (!object_value(data->as.object, DATA_SOURCE))
			return true;
		for_each_value(source, data->as.object, DATA_SOURCE)
		{
			enum word origin = object_word(source->as.object, SOURCE_ORIGIN);
			if (origin == WORD_SOURCE_DATA_SUBJECT || origin == WORD_SOURCE_OBSERVATION)
				return true;
		}
	}
	return !any;
}

bool model_right_applies(const struct model *model, enum word right)
{
	if (right == WORD_RIGHT_ACCESS || right == WORD_RIGHT_RECTIFICATION || right == WORD_RIGHT_ERASURE ||
	    right == WORD_RIGHT_RESTRICTION)
		return true;
	if (right == WORD_RIGHT_OBJECTION_MARKETING)
		return has_marketing(model);
	if (right == WORD_RIGHT_HUMAN_DECISION)
		return model_has_decisions(model) == TRI_YES;
	if (right == WORD_RIGHT_POST_MORTEM)
		return model_is_under(model, "FR") && has_data_from_person(model);
	if (any_basis_opens(model, right))
		return true;
	if (right == WORD_RIGHT_OBJECTION)
		return has_marketing(model);
	return right == WORD_RIGHT_WITHDRAW_CONSENT &&
	       (trackers_need_consent(model) || has_explicit_consent(model));
}
