/*
 * Automated decisions (Art. 22), each in a section of its own, and what concerns
 * children (Art. 8).
 */
#include "doc/parts.h"

static const struct term_row {
	enum clause clause;
	enum field field;
} texts[] = {
	{ CLAUSE_DECISION_LOGIC, DECISION_LOGIC },
	{ CLAUSE_DECISION_SIGNIFICANCE, DECISION_SIGNIFICANCE },
	{ CLAUSE_DECISION_CONSEQUENCES, DECISION_CONSEQUENCES },
};

static const struct flag_row {
	enum field field;
	enum tri value;
	enum clause clause;
} flags[] = {
	{ DECISION_PROFILING, TRI_YES, CLAUSE_DECISION_PROFILING },
	{ DECISION_PROFILING, TRI_NO, CLAUSE_DECISION_NO_PROFILING },
	{ DECISION_SPECIAL, TRI_YES, CLAUSE_DECISION_SPECIAL },
	{ DECISION_SPECIAL, TRI_NO, CLAUSE_DECISION_NO_SPECIAL },
	{ DECISION_ADMINISTRATIVE, TRI_YES, CLAUSE_DECISION_ADMINISTRATIVE },
};

/* A term whose meaning is made of whole sentences. */
static void add_features(struct doc_builder *b, struct doc_node *terms, const struct object *decision)
{
	struct doc_node *meaning = NULL;

	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
		if (object_flag(decision, flags[i].field) != flags[i].value)
			continue;
		if (!meaning)
			meaning = doc_add_term(b, terms, CLAUSE_DECISION_FEATURES);
		else
			doc_add_set_text(b, meaning, STR(" "));
		doc_add_clause(b, meaning, flags[i].clause, NULL);
	}
}

static void add_basis(struct doc_builder *b, struct doc_node *terms, const struct object *decision)
{
	struct doc_node *meaning;

	if (!doc_says(b, decision, DECISION_BASIS) && !doc_says(b, decision, DECISION_STATUTE))
		return;
	meaning = doc_add_term(b, terms, CLAUSE_DECISION_BASIS);
	if (object_has(decision, DECISION_BASIS)) {
		doc_add_capital(b, meaning, object_word(decision, DECISION_BASIS));
		doc_add_set_text(b, meaning, STR("."));
	}
	doc_add_todos(b, meaning, decision, DECISION_BASIS);
	if (doc_says(b, decision, DECISION_STATUTE))
		doc_add_clause(b, meaning, CLAUSE_BASIS_STATUTE,
			       HOLES(doc_hole_list(b, "statute", decision, DECISION_STATUTE)));
}

static void add_decision(struct doc_builder *b, struct doc_node *parent, const struct object *decision)
{
	struct doc_node *section = doc_add_section(b, parent, STR("")), *terms = doc_terms(b);

	doc_take_place(section, doc_place(b, decision));
	doc_add_title(b, section->first, decision);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		doc_add_term_field(b, terms, texts[i].clause, decision, texts[i].field);
	add_basis(b, terms, decision);
	if (doc_says(b, decision, DECISION_SAFEGUARDS))
		doc_add_clause(b, doc_add_term(b, terms, CLAUSE_DECISION_SAFEGUARDS),
			       CLAUSE_DECISION_SAFEGUARD_LIST,
			       HOLES(doc_hole_list(b, "safeguards", decision, DECISION_SAFEGUARDS)));
	add_features(b, terms, decision);
	doc_add_term_field(b, terms, CLAUSE_DECISION_MENTION, decision, DECISION_MENTION);
	doc_attach_filled(section, terms);
	doc_add_body_gaps(b, section, decision);
}

void doc_build_decisions(struct doc_builder *b, struct doc_node *section)
{
	if (model_has_decisions(b->model) == TRI_NO)
		doc_add_sentence(b, section, CLAUSE_DECISIONS_NONE, NULL);
	for_each_value(v, b->model->root, ROOT_DECISION) add_decision(b, section, v->as.object);
}

/* --- children --- */

static void add_age(struct doc_builder *b, struct doc_node *section, const struct object *children)
{
	bool joint = object_flag(children, CHILDREN_JOINT_CONSENT) == TRI_YES;

	if (doc_says(b, children, CHILDREN_AGE))
		doc_add_sentence(b, section, joint ? CLAUSE_CHILDREN_JOINT : CLAUSE_CHILDREN_AGE,
				 HOLES(doc_hole_list(b, "age", children, CHILDREN_AGE)));
	else if (joint)
		doc_add_sentence(b, section, CLAUSE_CHILDREN_JOINT_NO_AGE, NULL);
}

void doc_build_children(struct doc_builder *b, struct doc_node *section)
{
	const struct object *children = object_object(b->model->root, ROOT_CHILDREN);
	enum tri directed = object_flag(children, CHILDREN_DIRECTED);

	if (!children)
		return;
	if (directed != TRI_UNKNOWN)
		doc_add_sentence(b, section,
				 directed == TRI_YES ? CLAUSE_CHILDREN_DIRECTED
						     : CLAUSE_CHILDREN_NOT_DIRECTED,
				 NULL);
	add_age(b, section, children);
	if (doc_says(b, children, CHILDREN_PARENTAL))
		doc_add_values(b, doc_add(b, section, DOC_PARAGRAPH), children, CHILDREN_PARENTAL);
	doc_add_prose_field(b, section, children, CHILDREN_TEXT);
}
