/*
 * What stands behind the notice itself: the organisation's role as a processor, its
 * data processing agreements (Art. 28), and definitions.
 */
#include "doc/parts.h"

/* --- processor role --- */

static void add_retention(struct doc_builder *b, struct doc_node *terms, const struct object *role)
{
	struct doc_node *meaning, *paragraph;

	if (!doc_says(b, role, PROCESSOR_ROLE_RETAIN))
		return;
	paragraph = doc_add_term(b, terms, CLAUSE_PROCESSOR_RETAIN);
	meaning = paragraph->parent;
	for_each_value(v, role, PROCESSOR_ROLE_RETAIN)
	{
		if (paragraph->first)
			paragraph = doc_add(b, meaning, DOC_PARAGRAPH);
		doc_add_values(b, paragraph, v->as.object, RETAIN_PERIOD);
		if (paragraph->first && paragraph->first->kind == DOC_TEXT)
			doc_capitalise(b, paragraph->first);
		if (!doc_says(b, v->as.object, RETAIN_BECAUSE))
			continue;
		paragraph = doc_add(b, meaning, DOC_PARAGRAPH);
		doc_add_values(b, paragraph, v->as.object, RETAIN_BECAUSE);
	}
	doc_add_todos(b, paragraph, role, PROCESSOR_ROLE_RETAIN);
}

/* "Country: what is sent. What covers it."; the country alone when that is all. */
static void add_transfer(struct doc_builder *b, struct doc_node *paragraph, const struct object *transfer)
{
	struct doc_node *what = doc_detached(b, DOC_PARAGRAPH), *how = doc_detached(b, DOC_PARAGRAPH);

	doc_add_values(b, what, transfer, TRANSFER_COUNTRY);
	if (doc_says(b, transfer, TRANSFER_LABEL))
		doc_add_clause(b, how, CLAUSE_PROCESSOR_TRANSFERRED,
			       HOLES(doc_hole_list(b, "what", transfer, TRANSFER_LABEL)));
	if (how->first && doc_says(b, transfer, TRANSFER_SAFEGUARD))
		doc_add_set_text(b, how, STR(" "));
	doc_add_safeguard(b, how, transfer);
	if (doc_says(b, transfer, TRANSFER_COPY))
		doc_add_clause(b, how, CLAUSE_PROCESSOR_COPY,
			       HOLES(doc_hole_list(b, "copy", transfer, TRANSFER_COPY)));
	if (how->first)
		doc_add_clause(b, paragraph, CLAUSE_RETENTION_OF,
			       HOLES({ "what", { "", 0 }, what }, { "period", { "", 0 }, how }));
	else
		doc_move_children(paragraph, what);
}

static void add_transfers(struct doc_builder *b, struct doc_node *terms, const struct object *role)
{
	struct doc_node *meaning, *paragraph;

	if (!doc_says(b, role, PROCESSOR_ROLE_TRANSFER))
		return;
	paragraph = doc_add_term(b, terms, CLAUSE_PROCESSOR_TRANSFER);
	meaning = paragraph->parent;
	for_each_value(v, role, PROCESSOR_ROLE_TRANSFER)
	{
		if (paragraph->first)
			paragraph = doc_add(b, meaning, DOC_PARAGRAPH);
		add_transfer(b, paragraph, v->as.object);
	}
	doc_add_todos(b, paragraph, role, PROCESSOR_ROLE_TRANSFER);
}

static const struct term_row {
	enum clause clause;
	enum field field;
} role_terms[] = {
	{ CLAUSE_PROCESSOR_FOR, PROCESSOR_ROLE_FOR },
	{ CLAUSE_PROCESSOR_PEOPLE, PROCESSOR_ROLE_PEOPLE },
	{ CLAUSE_PROCESSOR_DATA, PROCESSOR_ROLE_DATA },
	{ CLAUSE_PROCESSOR_OPERATIONS, PROCESSOR_ROLE_OPERATIONS },
};

static void add_role(struct doc_builder *b, struct doc_node *parent, const struct object *role)
{
	struct doc_node *section = doc_add_section(b, parent, STR("")), *terms = doc_terms(b);
	enum tri client = object_flag(role, PROCESSOR_ROLE_CLIENT_IS_CONTROLLER);

	doc_take_place(section, doc_place(b, role));
	doc_add_title(b, section->first, role);
	for (size_t i = 0; i < sizeof(role_terms) / sizeof(role_terms[0]); i++)
		doc_add_term_field(b, terms, role_terms[i].clause, role, role_terms[i].field);
	add_retention(b, terms, role);
	add_transfers(b, terms, role);
	if (client != TRI_UNKNOWN)
		doc_add_clause(b, doc_add_term(b, terms, CLAUSE_PROCESSOR_CONTROLLER),
			       client == TRI_YES ? CLAUSE_PROCESSOR_CLIENT : CLAUSE_PROCESSOR_NOT_CLIENT,
			       NULL);
	doc_add_term_field(b, terms, CLAUSE_PROCESSOR_REQUESTS, role, PROCESSOR_ROLE_REQUESTS);
	doc_attach_filled(section, terms);
	doc_add_prose_field(b, section, role, PROCESSOR_ROLE_STATEMENT);
	doc_add_body_gaps(b, section, role);
}

void doc_build_processor_role(struct doc_builder *b, struct doc_node *section)
{
	if (object_value(b->model->root, ROOT_PROCESSOR_ROLE))
		doc_add_sentence(b, section, CLAUSE_PROCESSOR_ROLE_INTRO, NULL);
	for_each_value(v, b->model->root, ROOT_PROCESSOR_ROLE) add_role(b, section, v->as.object);
}

/* --- agreement --- */

static const struct term_row description_terms[] = {
	{ CLAUSE_AGREEMENT_SUBJECT, AGREEMENT_SUBJECT }, { CLAUSE_AGREEMENT_DURATION, AGREEMENT_DURATION },
	{ CLAUSE_AGREEMENT_NATURE, AGREEMENT_NATURE },	 { CLAUSE_AGREEMENT_PURPOSE, AGREEMENT_PURPOSE },
	{ CLAUSE_AGREEMENT_DATA, AGREEMENT_DATA },	 { CLAUSE_AGREEMENT_PEOPLE, AGREEMENT_PEOPLE },
};

/* Parts of an agreement in Markdown, each a section of its own: (a) to (h). */
static const struct part_row {
	enum clause clause;
	enum field field;
	const char *id;
} parts[] = {
	{ CLAUSE_AGREEMENT_A, AGREEMENT_A, "a" }, { CLAUSE_AGREEMENT_B, AGREEMENT_B, "b" },
	{ CLAUSE_AGREEMENT_C, AGREEMENT_C, "c" }, { CLAUSE_AGREEMENT_D, AGREEMENT_D, "d" },
	{ CLAUSE_AGREEMENT_E, AGREEMENT_E, "e" }, { CLAUSE_AGREEMENT_F, AGREEMENT_F, "f" },
	{ CLAUSE_AGREEMENT_G, AGREEMENT_G, "g" }, { CLAUSE_AGREEMENT_H, AGREEMENT_H, "h" },
};
static const struct part_row parties = { CLAUSE_AGREEMENT_PARTIES, AGREEMENT_PARTIES, "parties" };

/* "agreement-x:a": the colon keeps parts apart from what authors can name. */
static struct str part_id(struct doc_builder *b, const struct doc_node *agreement, struct str part)
{
	return str_format(b->arena, "%.*s:%.*s", STR_ARGS(agreement->id), STR_ARGS(part));
}

static void add_part(struct doc_builder *b, struct doc_node *agreement, const struct object *object,
		     const struct part_row *row)
{
	struct doc_node *section;

	if (!doc_says(b, object, row->field))
		return;
	section = doc_add_section(b, agreement, part_id(b, agreement, str_of(row->id)));
	doc_add_clause(b, section->first, row->clause, NULL);
	doc_add_prose_sections(b, section, object_text(object, row->field));
	if (doc_section_is_empty(section))
		doc_add_todos(b, doc_add(b, section, DOC_PARAGRAPH), object, row->field);
}

static void add_description(struct doc_builder *b, struct doc_node *agreement, const struct object *object)
{
	struct doc_node *terms = doc_terms(b), *section;

	for (size_t i = 0; i < sizeof(description_terms) / sizeof(description_terms[0]); i++)
		doc_add_term_field(b, terms, description_terms[i].clause, object, description_terms[i].field);
	if (!terms->first)
		return;
	section = doc_add_section(b, agreement, part_id(b, agreement, STR("description")));
	doc_add_clause(b, section->first, CLAUSE_AGREEMENT_DESCRIPTION, NULL);
	doc_attach(section, terms);
}

static void add_subprocessing(struct doc_builder *b, struct doc_node *agreement, const struct object *object)
{
	const struct object *sub = object_object(object, AGREEMENT_SUBPROCESSORS);
	enum tri same = object_flag(sub, SUBPROCESSING_SAME_OBLIGATIONS);
	struct doc_node *section;

	if (!sub)
		return;
	section = doc_add_section(b, agreement, part_id(b, agreement, STR("subprocessors")));
	doc_add_clause(b, section->first, CLAUSE_AGREEMENT_SUB, NULL);
	if (doc_says(b, sub, SUBPROCESSING_ALLOWED))
		doc_add_sentence(b, section, CLAUSE_AGREEMENT_SUB_ALLOWED,
				 HOLES(doc_hole_list(b, "allowed", sub, SUBPROCESSING_ALLOWED)));
	if (same != TRI_UNKNOWN)
		doc_add_sentence(b, section,
				 same == TRI_YES ? CLAUSE_AGREEMENT_SUB_SAME : CLAUSE_AGREEMENT_SUB_NOT_SAME,
				 NULL);
	if (doc_says(b, sub, SUBPROCESSING_NOTICE))
		doc_add_sentence(b, section, CLAUSE_AGREEMENT_SUB_NOTICE,
				 HOLES(doc_hole_list(b, "duration", sub, SUBPROCESSING_NOTICE)));
	doc_add_prose_field(b, section, sub, SUBPROCESSING_TEXT);
}

static void add_clause(struct doc_builder *b, struct doc_node *agreement, const struct object *clause,
		       size_t n)
{
	struct doc_node *section;
	struct str id = str_format(b->arena, "clause-%zu", n);

	section = doc_add_section(b, agreement, part_id(b, agreement, id));
	doc_add_values(b, section->first, clause, CLAUSE_LABEL);
	doc_add_prose_sections(b, section, object_text(clause, CLAUSE_BODY));
	if (doc_section_is_empty(section) && doc_says(b, clause, CLAUSE_BODY))
		doc_add_todos(b, doc_add(b, section, DOC_PARAGRAPH), clause, CLAUSE_BODY);
}

static void add_agreement(struct doc_builder *b, struct doc_node *parent, const struct object *object)
{
	struct doc_node *section = doc_add_section(b, parent, STR(""));
	size_t n = 0;

	doc_take_place(section, doc_place(b, object));
	doc_add_title(b, section->first, object);
	add_part(b, section, object, &parties);
	add_description(b, section, object);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		add_part(b, section, object, &parts[i]);
	add_subprocessing(b, section, object);
	for_each_value(v, object, AGREEMENT_CLAUSE) add_clause(b, section, v->as.object, ++n);
	doc_add_body_gaps(b, section, object);
}

void doc_build_agreement(struct doc_builder *b, struct doc_node *section)
{
	for_each_value(v, b->model->root, ROOT_AGREEMENT) add_agreement(b, section, v->as.object);
}

/* --- definitions --- */

void doc_build_definitions(struct doc_builder *b, struct doc_node *section)
{
	struct doc_node *terms = doc_terms(b);

	for_each_value(v, b->model->root, ROOT_DEFINITION)
	{
		const struct object *definition = v->as.object;
		struct doc_node *term = doc_add(b, terms, DOC_TERM);

		doc_take_place(term, doc_place(b, definition));
		if (!doc_add_values(b, term, definition, DEFINITION_TERM))
			doc_add_title(b, term, definition);
		doc_add_prose_field(b, doc_add(b, terms, DOC_MEANING), definition, DEFINITION_MEANS);
		doc_add_object_gaps(b, term, definition);
	}
	doc_attach_filled(section, terms);
}
