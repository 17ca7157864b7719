/*
 * The rights that each purpose opens, and why: GDPR Arts. 7(3), 15 to 18, 20 to 22, and
 * Articles 48 and 85 of the French Data Protection Act. Takes a model; the rights of the
 * policy as a whole are model/rights.c's.
 */
#include "report/coverage_table.h"

#include "base/typography.h"

/* Why a right that depends on the purpose does not hold. */
static const enum coverage_word refusals[COVERAGE_RIGHTS] = {
	[WORD_RIGHT_OBJECTION - WORD_RIGHT_ACCESS] = COVERAGE_WORD_NOT_OBJECTION,
	[WORD_RIGHT_OBJECTION_MARKETING - WORD_RIGHT_ACCESS] = COVERAGE_WORD_NOT_MARKETING,
	[WORD_RIGHT_PORTABILITY - WORD_RIGHT_ACCESS] = COVERAGE_WORD_NOT_PORTABILITY,
	[WORD_RIGHT_WITHDRAW_CONSENT - WORD_RIGHT_ACCESS] = COVERAGE_WORD_NOT_WITHDRAWAL,
	[WORD_RIGHT_HUMAN_DECISION - WORD_RIGHT_ACCESS] = COVERAGE_WORD_NOT_DECISION,
	[WORD_RIGHT_POST_MORTEM - WORD_RIGHT_ACCESS] = COVERAGE_WORD_NOT_DEATH,
};

static void hold(const struct coverage *coverage, struct coverage_right *right, enum coverage_word why,
		 struct span place)
{
	right->holds = true;
	right->place = place;
	right->why = coverage_word(coverage->arena, why, coverage->lang);
}

static void hold_by_basis(const struct coverage *coverage, struct coverage_right *right,
			  const struct object *basis)
{
	const struct words *label = &schema_words[object_word(basis, BASIS_TYPE)].label;
	struct str pattern, name;
	size_t hole;

	hold(coverage, right, COVERAGE_WORD_FROM_BASIS, basis->keyword);
	pattern = right->why;
	hole = str_find(pattern, "{basis}", 0);
	name = coverage_words(coverage->arena, *label, coverage->lang);
	right->why = str_join(coverage->arena, str_part(pattern, 0, hole), name);
}

/* A basis of the purpose that has the condition of explicit consent, or NULL. */
static const struct object *explicit_consent(const struct object *purpose)
{
	for_each_value(value, purpose, PURPOSE_BASIS)
	{
		if (object_word(value->as.object, BASIS_CONDITION) == WORD_CONDITION_A)
			return value->as.object;
	}
	return NULL;
}

static bool is_required_by_law(const struct object *purpose)
{
	for_each_value(value, purpose, PURPOSE_BASIS)
	{
		enum word type = object_word(value->as.object, BASIS_TYPE);
		if (type == WORD_BASIS_LEGAL_OBLIGATION || type == WORD_BASIS_PUBLIC_TASK)
			return true;
	}
	return false;
}

/* Marketing by what the purpose says, or by the exception for existing customers. */
static bool judge_marketing(const struct coverage *coverage, struct coverage_right *right,
			    const struct object *purpose)
{
	struct span place = object_place(purpose, PURPOSE_MARKETING);

	if (!purpose_is_marketing(purpose))
		return false;
	if (!object_has(purpose, PURPOSE_MARKETING))
		place = object_place(purpose, PURPOSE_TYPES);
	hold(coverage, right, COVERAGE_WORD_FROM_MARKETING, place);
	return true;
}

/* What does not depend on the type of a basis; false: it does, or it does not hold. */
static bool judge_otherwise(const struct coverage *coverage, struct coverage_right *right,
			    const struct object *purpose)
{
	enum word word = right->right;

	if (word == WORD_RIGHT_OBJECTION_MARKETING)
		return judge_marketing(coverage, right, purpose);
	if (word == WORD_RIGHT_WITHDRAW_CONSENT && explicit_consent(purpose))
		hold(coverage, right, COVERAGE_WORD_FROM_EXPLICIT,
		     object_place(explicit_consent(purpose), BASIS_CONDITION));
	else if (word == WORD_RIGHT_HUMAN_DECISION && object_has(purpose, PURPOSE_DECISION))
		hold(coverage, right, COVERAGE_WORD_FROM_DECISION, object_place(purpose, PURPOSE_DECISION));
	else if (word == WORD_RIGHT_POST_MORTEM && model_right_applies(coverage->model, word))
		hold(coverage, right, COVERAGE_WORD_FROM_DEATH_LAW,
		     object_place(coverage->model->policy, POLICY_LAW));
	else if (word == WORD_RIGHT_ERASURE && is_required_by_law(purpose))
		hold(coverage, right, COVERAGE_WORD_ERASURE_LAW, NO_SPAN);
	else if (word <= WORD_RIGHT_RESTRICTION)
		hold(coverage, right, COVERAGE_WORD_ALWAYS_HOLDS, NO_SPAN);
	return right->holds;
}

static void judge(const struct coverage *coverage, struct coverage_right *right, const struct object *purpose)
{
	const struct object *basis = model_basis_opening(purpose, PURPOSE_BASIS, right->right);

	if (basis && object_word(basis, BASIS_TYPE) != WORD_BASIS_SOFT_OPT_IN)
		hold_by_basis(coverage, right, basis);
	else if (!judge_otherwise(coverage, right, purpose))
		right->why = coverage_word(coverage->arena, refusals[right->right - WORD_RIGHT_ACCESS],
					   coverage->lang);
}

void coverage_add_rights(struct coverage *coverage)
{
	if (!model_is_controller(coverage->model))
		return;
	for_each_value(value, coverage->model->root, ROOT_PURPOSE)
	{
		struct coverage_purpose purpose = { .place = value->as.object->keyword };
		struct buf title = BUF_INIT;

		typography_add(&title, object_title(value->as.object, coverage->lang), coverage->lang);
		purpose.title = str_copy(coverage->arena, buf_str(&title));
		buf_release(&title);
		for (int i = 0; i < COVERAGE_RIGHTS; i++) {
			purpose.rights[i].right = (enum word)(WORD_RIGHT_ACCESS + i);
			judge(coverage, &purpose.rights[i], value->as.object);
		}
		vec_add(coverage->arena, &coverage->purposes, purpose);
	}
}

/* Every basis that opens the right: one of each purpose, and of the policy. */
static void add_openings(struct coverage *coverage, struct coverage_point *point, enum word right)
{
	const struct object *basis = model_basis_opening(coverage->model->policy, POLICY_BASES, right);

	if (basis)
		vec_add(coverage->arena, &point->places, basis->keyword);
	for_each_value(value, coverage->model->root, ROOT_PURPOSE)
	{
		basis = model_basis_opening(value->as.object, PURPOSE_BASIS, right);
		if (basis)
			vec_add(coverage->arena, &point->places, basis->keyword);
		else if ((right == WORD_RIGHT_OBJECTION || right == WORD_RIGHT_OBJECTION_MARKETING) &&
			 purpose_is_marketing(value->as.object))
			vec_add(coverage->arena, &point->places, value->as.object->keyword);
	}
}

void coverage_add_right(struct coverage *coverage, struct coverage_row *row, enum word right)
{
	const struct object *grant = model_granted(coverage->model, right);
	struct coverage_point point = { .rule = NULL };

	if (grant) {
		vec_add(coverage->arena, &point.places, object_place(grant, GRANT_RIGHT));
		point.text = coverage_value(coverage, grant, GRANT_RIGHT, object_value(grant, GRANT_RIGHT));
		point.is_value = true;
	} else if (!model_claims_rights(coverage->model)) {
		add_openings(coverage, &point, right);
		point.text = coverage_word(coverage->arena, COVERAGE_WORD_DERIVED, coverage->lang);
	} else {
		return;
	}
	vec_add(coverage->arena, &row->points, point);
}
