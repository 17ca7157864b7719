/*
 * What the policy covers and who is responsible: scope, controllers, their
 * arrangement, their representative in the Union, the data protection officer.
 */
#include "doc/parts.h"
#include "doc/reference.h"

/* --- scope --- */

static void add_items(struct doc_builder *b, struct doc_node *list, enum clause clause, const char *hole,
		      enum field field)
{
	enum type type = schema_fields[field].type;

	for_each_value(v, b->model->policy, field)
	{
		struct doc_hole inlines = { hole, { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };

		doc_add_value(b, inlines.inlines, v, type);
		doc_add_clause(b, doc_add_item(b, list), clause, HOLES(inlines));
	}
}

static void add_services(struct doc_builder *b, struct doc_node *list)
{
	for_each_value(v, b->model->policy, POLICY_SERVICE)
			doc_add_value(b, doc_add_item(b, list), v, TYPE_TEXT);
}

void doc_build_scope(struct doc_builder *b, struct doc_node *section)
{
	const struct object *policy = b->model->policy;
	struct doc_node *list = doc_list(b);

	add_items(b, list, CLAUSE_SCOPE_SITE, "site", POLICY_SITE);
	add_items(b, list, CLAUSE_SCOPE_APP, "name", POLICY_APP);
	add_services(b, list);
	if (list->first) {
		doc_add_sentence(b, section, CLAUSE_SCOPE_INTRO, NULL);
		doc_attach(section, list);
	}
	doc_add_prose_field(b, section, policy, POLICY_SCOPE);
	if (doc_says(b, policy, POLICY_AUDIENCE))
		doc_add_sentence(b, section, CLAUSE_AUDIENCE,
				 HOLES(doc_hole_list(b, "audience", policy, POLICY_AUDIENCE)));
	if (doc_says(b, policy, POLICY_LAW))
		doc_add_sentence(b, section, CLAUSE_APPLICABLE_LAW,
				 HOLES(doc_hole_list(b, "countries", policy, POLICY_LAW)));
}

/* --- controllers --- */

static void add_intro(struct doc_builder *b, struct doc_node *section, const struct object *controller)
{
	struct doc_hole name = { "name", object_title(controller, b->lang), NULL };
	bool as_person = object_word(controller, CONTROLLER_NATURE) == WORD_NATURE_NATURAL_PERSON;

	if (!model_is_controller(b->model))
		doc_add_sentence(b, section, CLAUSE_PROCESSOR_INTRO, HOLES(name));
	else if (object_value(b->model->root, ROOT_CONTROLLER)->next)
		doc_add_sentence(b, section, CLAUSE_CONTROLLERS_JOINT, NULL);
	else if (as_person && object_has(controller, CONTROLLER_ROLE))
		doc_add_sentence(b, section, CLAUSE_CONTROLLER_INTRO_PERSON,
				 HOLES(name,
				       doc_hole_text(b, "role", object_text(controller, CONTROLLER_ROLE))));
	else
		doc_add_sentence(b, section, CLAUSE_CONTROLLER_INTRO, HOLES(name));
}

static const struct term_row {
	enum clause clause;
	enum field field;
} controller_terms[] = {
	{ CLAUSE_LEGAL_NAME, CONTROLLER_LEGAL_NAME },
	{ CLAUSE_ALIAS, CONTROLLER_ALIAS },
	{ CLAUSE_ROLE, CONTROLLER_ROLE },
	{ CLAUSE_EMPLOYER, CONTROLLER_EMPLOYER },
	{ CLAUSE_LEGAL_FORM, CONTROLLER_LEGAL_FORM },
	{ CLAUSE_LEGAL_NATURE, CONTROLLER_NATURE },
	{ CLAUSE_REGISTRATION, CONTROLLER_REGISTRATION },
	{ CLAUSE_REPRESENTED_BY, CONTROLLER_REPRESENTED_BY },
};

/* The usual name, else the legal one, which is then not said twice. */
static void add_names(struct doc_builder *b, struct doc_node *terms, const struct object *controller)
{
	struct doc_node *meaning = doc_add_term(b, terms, CLAUSE_NAME);

	doc_take_place(terms->first, doc_place(b, controller));
	if (!doc_says(b, controller, CONTROLLER_NAME))
		doc_add_title(b, meaning, controller);
	doc_add_values(b, meaning, controller, CONTROLLER_NAME);
}

static void add_controller(struct doc_builder *b, struct doc_node *section, const struct object *controller)
{
	struct doc_node *terms = doc_terms(b);

	add_names(b, terms, controller);
	for (size_t i = 0; i < sizeof(controller_terms) / sizeof(controller_terms[0]); i++) {
		const struct term_row *row = &controller_terms[i];

		if (row->field == CONTROLLER_NATURE &&
		    object_word(controller, CONTROLLER_NATURE) == WORD_NATURE_OTHER)
			continue;
		doc_add_term_field(b, terms, row->clause, controller, row->field);
	}
	doc_add_contact(b, terms, controller, DOC_CONTACT(CONTROLLER));
	doc_add_term_field(b, terms, CLAUSE_COUNTRY, controller, CONTROLLER_COUNTRY);
	doc_add_object_gaps(b, terms->first->next->first, controller);
	doc_attach_filled(section, terms);
}

static struct doc_node *add_titled(struct doc_builder *b, struct doc_node *parent, struct str id,
				   enum clause title)
{
	struct doc_node *section = doc_add_section(b, parent, id);

	doc_add_clause(b, section->first, title, NULL);
	return section;
}

static void add_arrangement(struct doc_builder *b, struct doc_node *parent)
{
	const struct object *arrangement = object_object(b->model->root, ROOT_ARRANGEMENT);
	struct doc_node *section = add_titled(b, parent, STR("arrangement"), CLAUSE_ARRANGEMENT_TITLE);

	if (doc_says(b, arrangement, ARRANGEMENT_ESSENCE)) {
		doc_add_sentence(b, section, CLAUSE_ARRANGEMENT_ESSENCE, NULL);
		doc_add_values(b, doc_add(b, section, DOC_PARAGRAPH), arrangement, ARRANGEMENT_ESSENCE);
	}
	if (doc_says(b, arrangement, ARRANGEMENT_CONTACT_POINT))
		doc_add_sentence(b, section, CLAUSE_ARRANGEMENT_CONTACT,
				 HOLES(doc_hole_list(b, "contact", arrangement, ARRANGEMENT_CONTACT_POINT)));
	/* A text that reserves claims to one controller cannot say the contrary too. */
	if (object_flag(arrangement, ARRANGEMENT_EXCLUSIVE) != TRI_YES)
		doc_add_sentence(b, section, CLAUSE_ARRANGEMENT_RIGHTS, NULL);
}

static void add_representative(struct doc_builder *b, struct doc_node *parent)
{
	const struct object *object = object_object(b->model->root, ROOT_REPRESENTATIVE);
	struct doc_node *section, *terms = doc_terms(b);

	if (!object)
		return;
	section = add_titled(b, parent, STR("representative"), CLAUSE_REPRESENTATIVE_TITLE);
	doc_add_sentence(b, section, CLAUSE_REPRESENTATIVE_INTRO, NULL);
	doc_add_term_field(b, terms, CLAUSE_NAME, object, REPRESENTATIVE_NAME);
	doc_add_contact(b, terms, object, DOC_CONTACT(REPRESENTATIVE));
	doc_add_term_field(b, terms, CLAUSE_COUNTRY, object, REPRESENTATIVE_COUNTRY);
	doc_attach_filled(section, terms);
}

static void add_dpo(struct doc_builder *b, struct doc_node *parent)
{
	const struct object *dpo = object_object(b->model->root, ROOT_DPO);
	struct doc_node *section, *intro, *terms = doc_terms(b);

	if (!dpo || model_has_dpo(b->model) == TRI_NO)
		return;
	section = add_titled(b, parent, STR("dpo"), CLAUSE_DPO_TITLE);
	intro = doc_add_sentence(b, section, CLAUSE_DPO_INTRO, NULL);
	doc_add_term_field(b, terms, CLAUSE_NAME, dpo, DPO_NAME);
	doc_add_term_field(b, terms, CLAUSE_ROLE, dpo, DPO_ROLE);
	doc_add_contact(b, terms, dpo, DOC_CONTACT(DPO));
	doc_attach_filled(section, terms);
	if (object_flag(dpo, DPO_EXTERNAL) == TRI_YES)
		doc_add_sentence(b, section, CLAUSE_DPO_EXTERNAL, NULL);
	doc_add_object_gaps(b, intro, dpo);
}

void doc_build_controller(struct doc_builder *b, struct doc_node *section)
{
	const struct object *root = b->model->root;
	const struct object *controller = object_object(root, ROOT_CONTROLLER);
	bool joint = controller && value_after(object_value(root, ROOT_CONTROLLER));

	if (controller)
		add_intro(b, section, controller);
	for_each_value(v, root, ROOT_CONTROLLER) add_controller(b, section, v->as.object);
	if (object_word(b->model->policy, POLICY_KIND) == WORD_KIND_MIXED) {
		struct doc_hole reference = { "section", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };

		doc_add_section_reference(b, reference.inlines, WORD_SECTION_PROCESSOR_ROLE);
		doc_add_sentence(b, section, CLAUSE_CONTROLLER_MIXED, HOLES(reference));
	}
	if (joint || object_object(root, ROOT_ARRANGEMENT))
		add_arrangement(b, section);
	add_representative(b, section);
	add_dpo(b, section);
}
