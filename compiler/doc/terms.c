/*
 * Lists of terms: what a fact is called, then what the policy says of it. Takes
 * fields of objects, gives nothing for those that say nothing.
 */
#include "doc/parts.h"

struct doc_node *doc_terms(struct doc_builder *b)
{
	return doc_detached(b, DOC_TERMS);
}

struct doc_node *doc_add_term(struct doc_builder *b, struct doc_node *terms, enum clause clause)
{
	doc_add_clause(b, doc_add(b, terms, DOC_TERM), clause, NULL);
	return doc_add(b, doc_add(b, terms, DOC_MEANING), DOC_PARAGRAPH);
}

/* Several titles read as a list; one value, or texts, as a phrase. */
static bool is_list(const struct object *object, enum field field)
{
	const struct value *first = object_value(object, field);

	return first && first->kind == VALUE_REFERENCE && value_after(first);
}

void doc_add_term_field(struct doc_builder *b, struct doc_node *terms, enum clause clause,
			const struct object *object, enum field field)
{
	struct doc_node *paragraph, *list = doc_list(b);

	if (!doc_says(b, object, field))
		return;
	paragraph = doc_add_term(b, terms, clause);
	if (!is_list(object, field)) {
		doc_add_values(b, paragraph, object, field);
		return;
	}
	for_each_value(v, object, field)
			doc_add_value(b, doc_add_item(b, list), v, schema_fields[field].type);
	doc_add_todos(b, list->last->first, object, field);
	paragraph->parent->first = paragraph->parent->last = NULL;
	doc_attach(paragraph->parent, list);
}

bool doc_has_contact(const struct object *object, struct doc_contact fields)
{
	return object_has(object, fields.address) || object_has(object, fields.email) ||
	       object_has(object, fields.phone) || object_has(object, fields.form);
}

/* Each address in a paragraph of its own. */
static void add_addresses(struct doc_builder *b, struct doc_node *terms, const struct object *object,
			  enum field field)
{
	struct doc_node *paragraph, *meaning;

	if (!doc_says(b, object, field))
		return;
	paragraph = doc_add_term(b, terms, CLAUSE_ADDRESS);
	meaning = paragraph->parent;
	for_each_value(v, object, field)
	{
		if (paragraph->first)
			paragraph = doc_add(b, meaning, DOC_PARAGRAPH);
		doc_add_value(b, paragraph, v, TYPE_BLOCK);
	}
	doc_add_todos(b, paragraph, object, field);
}

void doc_add_contact(struct doc_builder *b, struct doc_node *terms, const struct object *object,
		     struct doc_contact fields)
{
	add_addresses(b, terms, object, fields.address);
	doc_add_term_field(b, terms, CLAUSE_EMAIL, object, fields.email);
	doc_add_term_field(b, terms, CLAUSE_PHONE, object, fields.phone);
	doc_add_term_field(b, terms, CLAUSE_FORM, object, fields.form);
}
