/*
 * Where data go outside the EEA: what the policy claims, then one table, a transfer
 * a row, with what covers it and where to obtain a copy.
 */
#include "doc/parts.h"

static const struct sentence_row {
	enum field field;
	enum clause clause;
	const char *hole;
} sentences[] = {
	{ TRANSFER_FALLBACK, CLAUSE_TRANSFER_FALLBACK, "safeguard" },
	{ TRANSFER_RISKS, CLAUSE_TRANSFER_RISKS, "risks" },
	{ TRANSFER_INTEREST, CLAUSE_TRANSFER_INTEREST, "interest" },
};

static const struct flag_row {
	enum field field;
	enum tri value;
	enum clause clause;
} flags[] = {
	{ TRANSFER_EXPLICIT, TRI_YES, CLAUSE_TRANSFER_EXPLICIT },
	{ TRANSFER_AUTHORITY_INFORMED, TRI_YES, CLAUSE_TRANSFER_AUTHORITY },
	{ TRANSFER_SYSTEMATIC, TRI_YES, CLAUSE_TRANSFER_SYSTEMATIC },
	{ TRANSFER_SYSTEMATIC, TRI_NO, CLAUSE_TRANSFER_OCCASIONAL },
};

static void add_certified(struct doc_builder *b, struct doc_node *cell, const struct object *transfer)
{
	const struct value *certified = object_value(transfer, TRANSFER_CERTIFIED);

	if (!certified)
		return;
	if (certified->kind == VALUE_NAME)
		doc_add_clause(b, cell, CLAUSE_TRANSFER_CERTIFIED_PAGE,
			       HOLES(doc_hole_list(b, "page", transfer, TRANSFER_CERTIFIED)));
	else
		doc_add_clause(b, cell,
			       object_flag(transfer, TRANSFER_CERTIFIED) == TRI_YES
					       ? CLAUSE_TRANSFER_CERTIFIED
					       : CLAUSE_TRANSFER_NOT_CERTIFIED,
			       NULL);
}

void doc_add_safeguard(struct doc_builder *b, struct doc_node *cell, const struct object *transfer)
{
	if (object_has(transfer, TRANSFER_SAFEGUARD)) {
		doc_add_capital(b, cell, object_word(transfer, TRANSFER_SAFEGUARD));
		doc_add_set_text(b, cell, STR("."));
	}
	doc_add_todos(b, cell, transfer, TRANSFER_SAFEGUARD);
	add_certified(b, cell, transfer);
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (doc_says(b, transfer, sentences[i].field))
			doc_add_clause(b, cell, sentences[i].clause,
				       HOLES(doc_hole_list(b, sentences[i].hole, transfer,
							   sentences[i].field)));
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (object_flag(transfer, flags[i].field) == flags[i].value)
			doc_add_clause(b, cell, flags[i].clause, NULL);
}

/* Who receives; else what is sent; else the country. */
static bool add_header(struct doc_builder *b, struct doc_node *cell, const struct object *transfer,
		       const struct object *recipient)
{
	if (recipient) {
		doc_add_object(b, cell, recipient);
		return true;
	}
	if (doc_says(b, transfer, TRANSFER_RECIPIENT)) {
		doc_add_value_list(b, cell, transfer, TRANSFER_RECIPIENT);
		return true;
	}
	if (doc_says(b, transfer, TRANSFER_LABEL)) {
		doc_add_values(b, cell, transfer, TRANSFER_LABEL);
		return false;
	}
	doc_add_values(b, cell, transfer, TRANSFER_COUNTRY);
	return true;
}

static void add_row(struct doc_builder *b, struct doc_node *table, const struct object *transfer,
		    const struct object *recipient)
{
	struct doc_node *row = doc_add_row(b, table), *cell;
	bool named = add_header(b, doc_add_cell(b, row), transfer, recipient);

	doc_add_values(b, doc_add_cell(b, row), transfer, TRANSFER_COUNTRY);
	cell = doc_add_cell(b, row);
	if (named && doc_says(b, transfer, TRANSFER_LABEL))
		doc_add_values(b, cell, transfer, TRANSFER_LABEL);
	else if (recipient)
		doc_add_value_list(b, cell, recipient, RECIPIENT_DATA);
	doc_add_safeguard(b, doc_add_cell(b, row), transfer);
	doc_add_values(b, doc_add_cell(b, row), transfer, TRANSFER_COPY);
	if (recipient)
		doc_add_object_gaps(b, row->first, recipient);
}

static void add_claims(struct doc_builder *b, struct doc_node *section, const struct object *transfers)
{
	enum tri outside = object_flag(transfers, TRANSFERS_OUTSIDE_EU);

	if (object_has_word(b->model->policy, POLICY_CLAIMS, WORD_CLAIM_NO_TRANSFERS))
		doc_add_word(b, doc_add(b, section, DOC_PARAGRAPH), WORD_CLAIM_NO_TRANSFERS);
	else if (outside == TRI_NO)
		doc_add_sentence(b, section, CLAUSE_TRANSFERS_NO, NULL);
	if (outside == TRI_YES)
		doc_add_sentence(b, section, CLAUSE_TRANSFERS_YES, NULL);
}

void doc_build_transfers(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause columns[] = { CLAUSE_COLUMN_RECIPIENT, CLAUSE_COLUMN_DESTINATION,
					       CLAUSE_COLUMN_TRANSFERRED, CLAUSE_COLUMN_SAFEGUARD,
					       CLAUSE_COLUMN_COPY };
	struct doc_node *table = doc_table(b, CLAUSE_TRANSFERS_CAPTION, columns, 5);
	const struct object *transfers = object_object(b->model->root, ROOT_TRANSFERS);

	add_claims(b, section, transfers);
	for_each_value(r, b->model->root, ROOT_RECIPIENT) for_each_value(v, r->as.object, RECIPIENT_TRANSFER)
			add_row(b, table, v->as.object, r->as.object);
	for_each_value(v, transfers, TRANSFERS_TRANSFER) add_row(b, table, v->as.object, NULL);
	doc_table_end(b, section, table);
	doc_add_prose_field(b, section, transfers, TRANSFERS_STATEMENT);
}
