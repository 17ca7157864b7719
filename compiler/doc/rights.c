/*
 * The reader's rights. Without a `granted` list: every right that holds by the bases
 * and the law, and the objection notice on its own before them (Art. 21(4)). With
 * one: what it states and nothing else.
 */
#include "doc/brief.h"
#include "doc/reference.h"

static bool has_type(const struct object *object, enum field field, enum word one, enum word other)
{
	for_each_value(v, object, field)
	{
		enum word type = object_word(v->as.object, BASIS_TYPE);

		if (type != WORD_NONE && (type == one || type == other))
			return true;
	}
	return false;
}

static bool is_based_on(const struct model *model, enum word one, enum word other)
{
	if (has_type(model->policy, POLICY_BASES, one, other))
		return true;
	for_each_value(v, model->root,
		       ROOT_PURPOSE) if (has_type(v->as.object, PURPOSE_BASIS, one, other)) return true;
	return false;
}

/* "Purposes concerned:" and their list; nothing when no purpose has such a basis. */
static void add_purposes(struct doc_builder *b, struct doc_node *parent, enum word one, enum word other)
{
	struct doc_node *list = doc_list(b);

	for_each_value(v, b->model->root, ROOT_PURPOSE) if (has_type(v->as.object, PURPOSE_BASIS, one, other))
			doc_add_object(b, doc_add_item(b, list), v->as.object);
	if (!list->first)
		return;
	doc_add_sentence(b, parent, CLAUSE_RIGHT_PURPOSES, NULL);
	doc_attach(parent, list);
}

/* --- which rights hold --- */

static bool objects_in_general(const struct model *model)
{
	return is_based_on(model, WORD_BASIS_LEGITIMATE_INTERESTS, WORD_BASIS_PUBLIC_TASK);
}

static bool objects_to_marketing(const struct model *model)
{
	return model_right_applies(model, WORD_RIGHT_OBJECTION_MARKETING) ||
	       (model_right_applies(model, WORD_RIGHT_OBJECTION) && !objects_in_general(model));
}

static bool holds(const struct model *model, const struct doc_objection *objection, enum word right)
{
	if (right == WORD_RIGHT_OBJECTION)
		return objection->general;
	if (right == WORD_RIGHT_OBJECTION_MARKETING)
		return objection->marketing;
	return model_right_applies(model, right);
}

struct doc_objection doc_objection(const struct model *model)
{
	struct doc_objection objection = { false, false };

	if (model_claims_rights(model))
		return objection;
	objection.general = objects_in_general(model);
	objection.marketing = objects_to_marketing(model);
	return objection;
}

bool doc_offers_right(const struct model *model, const struct doc_objection *objection, enum word right)
{
	if (model_claims_rights(model))
		return model_granted(model, right) != NULL;
	return holds(model, objection, right);
}

/* --- the objection notice --- */

static struct doc_node *add_notice(struct doc_builder *b, struct doc_node *section)
{
	struct doc_node *notice = doc_add(b, section, DOC_NOTICE);

	notice->id = STR("objection");
	doc_add_clause(b, doc_add(b, notice, DOC_HEADING), CLAUSE_OBJECTION_TITLE, NULL);
	return notice;
}

static void add_derived_notice(struct doc_builder *b, struct doc_node *section,
			       const struct doc_objection *objection)
{
	struct doc_node *notice;

	if (!objection->general && !objection->marketing)
		return;
	notice = add_notice(b, section);
	if (objection->general) {
		doc_add_sentence(b, notice, CLAUSE_OBJECTION_NOTICE, NULL);
		add_purposes(b, notice, WORD_BASIS_LEGITIMATE_INTERESTS, WORD_BASIS_PUBLIC_TASK);
	}
	if (objection->marketing)
		doc_add_sentence(b, notice, CLAUSE_OBJECTION_NOTICE_MARKETING, NULL);
}

/* --- derived rights --- */

static const struct right_row {
	enum word right;
	enum clause text;
	enum word basis[2];  /* the purposes to name; WORD_NONE: all */
	enum clause more[2]; /* further sentences; CLAUSE_COUNT: none */
} rights_table[] = {
	{ WORD_RIGHT_ACCESS, CLAUSE_RIGHT_ACCESS, { WORD_NONE, WORD_NONE }, { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_RECTIFICATION,
	  CLAUSE_RIGHT_RECTIFICATION,
	  { WORD_NONE, WORD_NONE },
	  { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_ERASURE,
	  CLAUSE_RIGHT_ERASURE,
	  { WORD_NONE, WORD_NONE },
	  { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_RESTRICTION,
	  CLAUSE_RIGHT_RESTRICTION,
	  { WORD_NONE, WORD_NONE },
	  { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_OBJECTION,
	  CLAUSE_RIGHT_OBJECTION,
	  { WORD_NONE, WORD_NONE },
	  { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_OBJECTION_MARKETING,
	  CLAUSE_RIGHT_OBJECTION_MARKETING,
	  { WORD_NONE, WORD_NONE },
	  { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_PORTABILITY,
	  CLAUSE_RIGHT_PORTABILITY,
	  { WORD_BASIS_CONSENT, WORD_BASIS_CONTRACT },
	  { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_WITHDRAW_CONSENT,
	  CLAUSE_RIGHT_WITHDRAW_CONSENT,
	  { WORD_BASIS_CONSENT, WORD_NONE },
	  { CLAUSE_RIGHT_PAST_LAWFULNESS, CLAUSE_COUNT } },
	{ WORD_RIGHT_HUMAN_DECISION,
	  CLAUSE_RIGHT_HUMAN_DECISION,
	  { WORD_NONE, WORD_NONE },
	  { CLAUSE_COUNT, CLAUSE_COUNT } },
	{ WORD_RIGHT_POST_MORTEM,
	  CLAUSE_RIGHT_POST_MORTEM,
	  { WORD_NONE, WORD_NONE },
	  { CLAUSE_RIGHT_POST_MORTEM_GENERAL, CLAUSE_RIGHT_POST_MORTEM_PARTICULAR } },
};

static void add_derived_right(struct doc_builder *b, struct doc_node *terms, const struct right_row *row)
{
	struct doc_node *term = doc_add(b, terms, DOC_TERM), *meaning = doc_add(b, terms, DOC_MEANING);

	doc_take_place(term, doc_word_place(b, row->right));
	doc_add_capital(b, term, row->right);
	doc_add_sentence(b, meaning, row->text, NULL);
	for (size_t i = 0; i < 2; i++)
		if (row->more[i] != CLAUSE_COUNT)
			doc_add_sentence(b, meaning, row->more[i], NULL);
	if (row->basis[0] != WORD_NONE)
		add_purposes(b, meaning, row->basis[0], row->basis[1]);
}

static void add_derived_rights(struct doc_builder *b, struct doc_node *section,
			       const struct doc_objection *objection)
{
	struct doc_node *terms = doc_terms(b);

	terms->flag = true;
	for (size_t i = 0; i < sizeof(rights_table) / sizeof(rights_table[0]); i++)
		if (holds(b->model, objection, rights_table[i].right))
			add_derived_right(b, terms, &rights_table[i]);
	doc_add_sentence(b, section, CLAUSE_RIGHTS_INTRO, NULL);
	doc_attach_filled(section, terms);
}

/* --- claimed rights --- */

static void add_grant_details(struct doc_builder *b, struct doc_node *item, const struct object *grant)
{
	if (doc_says(b, grant, GRANT_TEXT))
		doc_add_values(b, doc_add(b, item, DOC_PARAGRAPH), grant, GRANT_TEXT);
	if (doc_says(b, grant, GRANT_CONDITION))
		doc_add_sentence(b, item, CLAUSE_GRANT_CONDITION,
				 HOLES(doc_hole_list(b, "condition", grant, GRANT_CONDITION)));
	if (doc_says(b, grant, GRANT_GROUNDS))
		doc_add_sentence(b, item, CLAUSE_GRANT_GROUNDS,
				 HOLES(doc_hole_list(b, "grounds", grant, GRANT_GROUNDS)));
	if (doc_says(b, grant, GRANT_EXCLUDED_FOR))
		doc_add_sentence(b, item, CLAUSE_GRANT_EXCLUDED,
				 HOLES(doc_hole_list(b, "bases", grant, GRANT_EXCLUDED_FOR)));
	if (object_flag(grant, GRANT_PAST_LAWFULNESS) == TRI_YES)
		doc_add_sentence(b, item, CLAUSE_RIGHT_PAST_LAWFULNESS, NULL);
	if (object_flag(grant, GRANT_GENERAL) == TRI_YES)
		doc_add_sentence(b, item, CLAUSE_RIGHT_POST_MORTEM_GENERAL, NULL);
	if (object_flag(grant, GRANT_PARTICULAR) == TRI_YES)
		doc_add_sentence(b, item, CLAUSE_RIGHT_POST_MORTEM_PARTICULAR, NULL);
}

static void add_claimed_rights(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	struct doc_node *list = doc_list(b);

	doc_add_sentence(b, section, CLAUSE_RIGHTS_INTRO, NULL);
	for_each_value(v, rights, RIGHTS_GRANTED)
	{
		struct doc_node *paragraph = doc_add_item(b, list);

		doc_add_capital(b, doc_add(b, paragraph, DOC_STRONG), object_word(v->as.object, GRANT_RIGHT));
		add_grant_details(b, paragraph->parent, v->as.object);
	}
	doc_attach_filled(section, list);
}

/* The list as a whole still to be said. */
static void add_granted_todo(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	if (!object_value(rights, RIGHTS_GRANTED) && doc_says(b, rights, RIGHTS_GRANTED))
		doc_add_todos(b, doc_add(b, section, DOC_PARAGRAPH), rights, RIGHTS_GRANTED);
}

void doc_build_rights(struct doc_builder *b, struct doc_node *section)
{
	const struct object *rights = object_object(b->model->root, ROOT_RIGHTS);
	struct doc_objection objection = doc_objection(b->model);

	if (rights && doc_says(b, rights, RIGHTS_OBJECTION_NOTICE))
		doc_add_values(b, doc_add(b, add_notice(b, section), DOC_PARAGRAPH), rights,
			       RIGHTS_OBJECTION_NOTICE);
	else
		add_derived_notice(b, section, &objection);
	if (model_claims_rights(b->model))
		add_claimed_rights(b, section, rights);
	else
		add_derived_rights(b, section, &objection);
	add_granted_todo(b, section, rights);
	doc_add_prose_field(b, section, rights, RIGHTS_STATEMENT);
	doc_build_exercise(b, section);
}
