/*
 * How rights are used (contact, time, cost, identity, limits) and the complaint to a
 * supervisory authority. What the policy does not state is the law's where rights
 * are derived, and absent where they are claimed.
 */
#include "doc/parts.h"

#include "law/law.h"

static bool says_contact(const struct doc_builder *b, const struct object *object, struct doc_contact fields)
{
	return object && (doc_says(b, object, fields.address) || doc_says(b, object, fields.email) ||
			  doc_says(b, object, fields.phone) || doc_says(b, object, fields.form));
}

/* Channels said with the rights; else the officer's; else the controller's. */
static void add_contact(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	const struct object *dpo = object_object(b->model->root, ROOT_DPO);
	const struct object *controller = object_object(b->model->root, ROOT_CONTROLLER);
	enum word by = object_word(rights, RIGHTS_BY);
	bool own = says_contact(b, rights, DOC_CONTACT(RIGHTS));
	bool use_dpo = !own && by != WORD_EXERCISED_WITH_CONTROLLER && doc_has_contact(dpo, DOC_CONTACT(DPO));
	struct doc_node *terms = doc_terms(b);

	if (own)
		doc_add_contact(b, terms, rights, DOC_CONTACT(RIGHTS));
	else if (use_dpo)
		doc_add_contact(b, terms, dpo, DOC_CONTACT(DPO));
	else if (doc_has_contact(controller, DOC_CONTACT(CONTROLLER)))
		doc_add_contact(b, terms, controller, DOC_CONTACT(CONTROLLER));
	if (!terms->first)
		return;
	doc_add_sentence(b, section,
			 use_dpo || by == WORD_EXERCISED_WITH_DPO ? CLAUSE_EXERCISE_DPO
								  : CLAUSE_EXERCISE_CONTROLLER,
			 NULL);
	doc_attach(section, terms);
}

static void add_response(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	if (doc_says(b, rights, RIGHTS_RESPONSE))
		doc_add_sentence(b, section, CLAUSE_RESPONSE_STATED,
				 HOLES(doc_hole_duration(b, "duration", rights, RIGHTS_RESPONSE)));
	else if (!model_claims_rights(b->model))
		doc_add_sentence(b, section, CLAUSE_RESPONSE_LAW, NULL);
	if (doc_says(b, rights, RIGHTS_EXTENSION))
		doc_add_sentence(b, section, CLAUSE_RESPONSE_EXTENSION,
				 HOLES(doc_hole_duration(b, "duration", rights, RIGHTS_EXTENSION)));
}

static void add_cost(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	enum tri is_free = object_flag(rights, RIGHTS_FREE);
	bool fee = doc_says(b, rights, RIGHTS_FEE);

	if (is_free == TRI_NO)
		doc_add_sentence(b, section, CLAUSE_NOT_FREE, NULL);
	else if (is_free == TRI_YES || (!fee && !model_claims_rights(b->model)))
		doc_add_sentence(b, section, CLAUSE_FREE, NULL);
	if (fee)
		doc_add_sentence(b, section, CLAUSE_FEE, HOLES(doc_hole_list(b, "fee", rights, RIGHTS_FEE)));
}

static void add_identity(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	enum word identity = object_word(rights, RIGHTS_IDENTITY);

	if (identity == WORD_IDENTITY_ALWAYS)
		doc_add_sentence(b, section, CLAUSE_IDENTITY_ALWAYS, NULL);
	else if (identity == WORD_IDENTITY_NEVER)
		doc_add_sentence(b, section, CLAUSE_IDENTITY_NEVER, NULL);
	else if (identity == WORD_IDENTITY_ON_DOUBT || !model_claims_rights(b->model))
		doc_add_sentence(b, section, CLAUSE_IDENTITY_ON_DOUBT, NULL);
}

static void add_limits(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	struct doc_node *list = doc_list(b);

	for_each_value(v, rights, RIGHTS_LIMITS)
	{
		struct doc_node *item = doc_add_item(b, list);

		doc_add_values(b, item, v->as.object, LIMIT_TEXT);
		if (doc_says(b, v->as.object, LIMIT_GROUND))
			doc_add_clause(b, item, CLAUSE_LIMIT_GROUND,
				       HOLES(doc_hole_list(b, "ground", v->as.object, LIMIT_GROUND)));
	}
	if (!list->first)
		return;
	doc_add_sentence(b, section, CLAUSE_LIMITS, NULL);
	doc_attach(section, list);
}

void doc_build_exercise(struct doc_builder *b, struct doc_node *rights_section)
{
	const struct object *rights = object_object(b->model->root, ROOT_RIGHTS);
	struct doc_node *section = doc_section(b, rights_section->level + 1, STR("exercise"));

	doc_add_clause(b, section->first, CLAUSE_EXERCISE_TITLE, NULL);
	add_contact(b, section, rights);
	add_response(b, section, rights);
	add_cost(b, section, rights);
	add_identity(b, section, rights);
	add_limits(b, section, rights);
	if (!doc_section_is_empty(section))
		doc_attach(rights_section, section);
}

/* --- complaint --- */

/* An authority that polc knows, of a country other than those of the policy's law: its
 * address needs the country. */
static bool is_foreign(const struct model *model, const struct object *authority)
{
	const struct value *country = object_value(authority, AUTHORITY_COUNTRY);

	return country && !model_is_under(model, country->as.country->code);
}

static void add_authority(struct doc_builder *b, struct doc_node *section, const struct object *authority)
{
	struct doc_node *terms = doc_terms(b);

	doc_add_term_field(b, terms, CLAUSE_COMPLAINT_AUTHORITY, authority, AUTHORITY_NAME);
	if (!terms->first)
		return;
	doc_add_term_field(b, terms, CLAUSE_COMPLAINT_PAGE, authority, AUTHORITY_FORM);
	doc_add_term_field(b, terms, CLAUSE_SITE, authority, AUTHORITY_SITE);
	doc_add_term_field(b, terms, CLAUSE_PHONE, authority, AUTHORITY_PHONE);
	doc_add_term_field(b, terms, CLAUSE_EMAIL, authority, AUTHORITY_EMAIL);
	doc_add_term_field(b, terms, CLAUSE_ADDRESS, authority, AUTHORITY_ADDRESS);
	if (!authority->built_in || is_foreign(b->model, authority))
		doc_add_term_field(b, terms, CLAUSE_COUNTRY, authority, AUTHORITY_COUNTRY);
	doc_attach(section, terms);
}

static void add_stated_complaint(struct doc_builder *b, struct doc_node *section, const struct object *rights)
{
	bool first = doc_says(b, rights, RIGHTS_FIRST);

	if (first || doc_says(b, rights, RIGHTS_COMPLAINT))
		doc_add_todos(b, doc_add_sentence(b, section, CLAUSE_COMPLAINT_STATED, NULL), rights,
			      RIGHTS_COMPLAINT);
	if (first)
		doc_add_sentence(b, section, CLAUSE_COMPLAINT_FIRST,
				 HOLES(doc_hole_list(b, "first", rights, RIGHTS_FIRST)));
	for_each_value(v, rights, RIGHTS_COMPLAINT) add_authority(b, section, v->as.reference);
}

/* As Art. 77 has it; a step that the policy demands first is printed as it states it. */
static void add_derived_complaint(struct doc_builder *b, struct doc_node *section,
				  const struct object *rights)
{
	const struct object *authority = model_authority(b->model);

	doc_add_sentence(b, section, CLAUSE_COMPLAINT, NULL);
	doc_add_sentence(b, section, CLAUSE_COMPLAINT_WHERE, NULL);
	if (authority && object_has(authority, AUTHORITY_NAME))
		doc_add_sentence(b, section, CLAUSE_COMPLAINT_NAMED, NULL);
	if (!object_value(rights, RIGHTS_COMPLAINT) && authority)
		add_authority(b, section, authority);
	for_each_value(v, rights, RIGHTS_COMPLAINT) add_authority(b, section, v->as.reference);
}

void doc_build_complaint(struct doc_builder *b, struct doc_node *section)
{
	const struct object *rights = object_object(b->model->root, ROOT_RIGHTS);

	if (model_claims_rights(b->model) || doc_says(b, rights, RIGHTS_FIRST))
		add_stated_complaint(b, section, rights);
	else
		add_derived_complaint(b, section, rights);
}
