/*
 * Cookies and other trackers: what the policy says of consent and refusal, then one
 * table, a tracker a row.
 */
#include "doc/parts.h"

static void add_consent(struct doc_builder *b, struct doc_node *section, const struct object *trackers)
{
	enum word consent = object_word(trackers, TRACKERS_CONSENT);

	if (consent == WORD_TRACKER_CONSENT_NONE)
		doc_add_sentence(b, section, CLAUSE_TRACKERS_NO_CONSENT, NULL);
	else if (consent != WORD_TRACKER_CONSENT_UNSTATED && doc_says(b, trackers, TRACKERS_CONSENT))
		doc_add_sentence(b, section, CLAUSE_TRACKERS_CONSENT,
				 HOLES(doc_hole_list(b, "how", trackers, TRACKERS_CONSENT)));
	if (doc_says(b, trackers, TRACKERS_REFUSE))
		doc_add_values(b, doc_add(b, section, DOC_PARAGRAPH), trackers, TRACKERS_REFUSE);
	if (doc_says(b, trackers, TRACKERS_WITHDRAW))
		doc_add_values(b, doc_add(b, section, DOC_PARAGRAPH), trackers, TRACKERS_WITHDRAW);
	if (object_flag(trackers, TRACKERS_WALL) != TRI_UNKNOWN)
		doc_add_sentence(b, section,
				 object_flag(trackers, TRACKERS_WALL) == TRI_YES ? CLAUSE_TRACKERS_WALL
										 : CLAUSE_TRACKERS_NO_WALL,
				 NULL);
}

static const struct sentence_row {
	enum field field;
	enum clause clause;
	const char *hole;
} sentences[] = {
	{ TRACKERS_REMEMBER_CHOICE, CLAUSE_TRACKERS_REMEMBER, "duration" },
	{ TRACKERS_LIFETIME, CLAUSE_TRACKERS_LIFETIME, "duration" },
	{ TRACKERS_DETAILS, CLAUSE_TRACKERS_DETAILS, "details" },
};

static void add_tracker(struct doc_builder *b, struct doc_node *cell, const struct object *tracker)
{
	doc_add_title(b, cell, tracker);
	doc_add_todos(b, cell, tracker, TRACKER_LABEL);
	for_each_value(v, tracker, TRACKER_NAME)
	{
		if (v == object_value(tracker, TRACKER_NAME))
			doc_add_break(b, cell);
		else
			doc_add_set_text(b, cell, STR(", "));
		doc_add(b, cell, DOC_CODE)->text = v->as.name;
	}
	if (doc_says(b, tracker, TRACKER_KIND)) {
		doc_add_break(b, cell);
		doc_add_values(b, cell, tracker, TRACKER_KIND);
	}
}

static void add_purpose(struct doc_builder *b, struct doc_node *cell, const struct object *tracker)
{
	struct doc_node *list = doc_list(b);

	for_each_value(v, tracker, TRACKER_PURPOSE)
			doc_add_value(b, doc_add_item(b, list), v, schema_fields[TRACKER_PURPOSE].type);
	if (doc_says(b, tracker, TRACKER_DATA))
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_TRACKER_DATA,
			       HOLES(doc_hole_list(b, "data", tracker, TRACKER_DATA)));
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, tracker, TRACKER_PURPOSE);
}

/* A sentence behind what the cell holds, which becomes one itself. */
static void add_sentence(struct doc_builder *b, struct doc_node *cell, enum clause clause,
			 const struct doc_hole *holes)
{
	if (cell->last && cell->last->kind == DOC_TEXT)
		doc_add_set_text(b, cell, str_has_suffix(cell->last->text, ".") ? STR(" ") : STR(". "));
	doc_add_clause(b, cell, clause, holes);
}

static const struct flag_row {
	enum field field;
	enum clause yes, no;
} flags[] = {
	{ TRACKER_THIRD_PARTY_ACCESS, CLAUSE_TRACKER_SHARED, CLAUSE_TRACKER_NOT_SHARED },
	{ TRACKER_CROSS_SITE, CLAUSE_TRACKER_CROSS_SITE, CLAUSE_TRACKER_NOT_CROSS_SITE },
	{ TRACKER_ANONYMOUS_STATISTICS, CLAUSE_TRACKER_ANONYMOUS, CLAUSE_TRACKER_NOT_ANONYMOUS },
};

/* By its name too, which readers of the trackers alone find nowhere else. */
static struct doc_hole hole_provider(struct doc_builder *b, const struct object *tracker)
{
	struct doc_hole hole = doc_hole_list(b, "provider", tracker, TRACKER_PROVIDER);
	const struct object *provider = object_object(tracker, TRACKER_PROVIDER);
	struct str name = object_name(provider, RECIPIENT_NAME);

	if (!name.n || doc_is_named_alike(b->model, provider))
		return hole;
	doc_add_set_text(b, hole.inlines, STR(" ("));
	doc_add_text(b, hole.inlines, name);
	doc_add_set_text(b, hole.inlines, STR(")"));
	return hole;
}

static void add_party(struct doc_builder *b, struct doc_node *cell, const struct object *tracker)
{
	if (object_has(tracker, TRACKER_PARTY))
		doc_add_capital(b, cell, object_word(tracker, TRACKER_PARTY));
	doc_add_todos(b, cell, tracker, TRACKER_PARTY);
	if (doc_says(b, tracker, TRACKER_PROVIDER))
		add_sentence(b, cell, CLAUSE_TRACKER_PROVIDER, HOLES(hole_provider(b, tracker)));
	if (doc_says(b, tracker, TRACKER_ROLE))
		add_sentence(b, cell, CLAUSE_TRACKER_ROLE,
			     HOLES(doc_hole_list(b, "role", tracker, TRACKER_ROLE)));
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
		enum tri said = object_flag(tracker, flags[i].field);

		if (said != TRI_UNKNOWN)
			add_sentence(b, cell, said == TRI_YES ? flags[i].yes : flags[i].no, NULL);
	}
}

static void add_lifetime(struct doc_builder *b, struct doc_node *cell, const struct object *tracker)
{
	doc_add_values(b, cell, tracker, TRACKER_LIFETIME);
	if (doc_says(b, tracker, TRACKER_DATA_KEPT))
		add_sentence(b, cell, CLAUSE_TRACKER_DATA_KEPT,
			     HOLES(doc_hole_duration(b, "duration", tracker, TRACKER_DATA_KEPT)));
}

static void add_exemption(struct doc_builder *b, struct doc_node *cell, const struct object *tracker)
{
	enum word consent = object_word(tracker, TRACKER_CONSENT);

	if (object_has(tracker, TRACKER_EXEMPT))
		doc_add_capital(b, cell, object_word(tracker, TRACKER_EXEMPT));
	doc_add_todos(b, cell, tracker, TRACKER_EXEMPT);
	if (consent == WORD_TRACKER_CONSENT_NONE)
		add_sentence(b, cell, CLAUSE_TRACKER_NO_CONSENT, NULL);
	else if (consent != WORD_TRACKER_CONSENT_UNSTATED && doc_says(b, tracker, TRACKER_CONSENT))
		add_sentence(b, cell, CLAUSE_TRACKER_CONSENT,
			     HOLES(doc_hole_list(b, "how", tracker, TRACKER_CONSENT)));
}

static void add_row(struct doc_builder *b, struct doc_node *table, const struct object *tracker)
{
	struct doc_node *row = doc_add_object_row(b, table, tracker);

	add_tracker(b, doc_add_cell(b, row), tracker);
	add_purpose(b, doc_add_cell(b, row), tracker);
	add_party(b, doc_add_cell(b, row), tracker);
	add_lifetime(b, doc_add_cell(b, row), tracker);
	add_exemption(b, doc_add_cell(b, row), tracker);
	doc_add_object_gaps(b, row->first, tracker);
}

void doc_build_trackers(struct doc_builder *b, struct doc_node *section)
{
	static const enum clause columns[] = { CLAUSE_COLUMN_TRACKER, CLAUSE_COLUMN_PURPOSE,
					       CLAUSE_COLUMN_PARTY, CLAUSE_COLUMN_LIFETIME,
					       CLAUSE_COLUMN_CONSENT };
	struct doc_node *table = doc_table(b, CLAUSE_TRACKERS_CAPTION, columns, 5);
	const struct object *trackers = object_object(b->model->root, ROOT_TRACKERS);

	if (model_has_trackers(b->model) == TRI_NO)
		doc_add_sentence(b, section, CLAUSE_TRACKERS_NONE, NULL);
	else if (model_has_trackers(b->model) == TRI_YES)
		doc_add_sentence(b, section, CLAUSE_TRACKERS_INTRO, NULL);
	if (object_has_word(b->model->policy, POLICY_CLAIMS, WORD_CLAIM_ANONYMOUS))
		doc_add_word(b, doc_add(b, section, DOC_PARAGRAPH), WORD_CLAIM_ANONYMOUS);
	if (!trackers)
		return;
	add_consent(b, section, trackers);
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (doc_says(b, trackers, sentences[i].field))
			doc_add_sentence(b, section, sentences[i].clause,
					 HOLES(doc_hole_duration(b, sentences[i].hole, trackers,
								 sentences[i].field)));
	for_each_value(v, trackers, TRACKERS_TRACKER) add_row(b, table, v->as.object);
	doc_table_end(b, section, table);
	doc_add_prose_field(b, section, trackers, TRACKERS_STATEMENT);
}
