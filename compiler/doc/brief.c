/*
 * The first layer of the page: who, why, which rights, whom to ask, each with its way
 * into the whole; then which version this is. Takes facts that are known, and leaves
 * what is still to be said to the sections.
 */
#include "doc/brief.h"

#include "doc/reference.h"

enum { PURPOSE_LIMIT = 5 }; /* what a telephone shows at a glance */

static void add_who(struct doc_builder *b, struct doc_node *terms)
{
	const struct value *first = object_value(b->model->root, ROOT_CONTROLLER);
	bool processor = !model_is_controller(b->model);
	struct doc_node *meaning;
	size_t i = 0, n = 0;

	for (const struct value *v = first; v; v = value_after(v))
		n++;
	if (!n)
		return;
	meaning = doc_add_term(b, terms, processor ? CLAUSE_BRIEF_WHO_PROCESSOR : CLAUSE_BRIEF_WHO);
	for (const struct value *v = first; v; v = value_after(v)) {
		doc_add_object(b, meaning, v->as.object);
		doc_add_separator(b, meaning, i++, n);
	}
}

/* The reference to the section of all purposes, "and 12 others". */
static void add_other_purposes(struct doc_builder *b, struct doc_node *list, size_t n)
{
	struct doc_node *item = doc_add_item(b, list);
	struct str count = str_format(b->arena, "%zu", n);

	doc_add_section_reference(b, item, WORD_SECTION_PURPOSES);
	doc_add_clause(b, item->last, CLAUSE_BRIEF_OTHER_PURPOSES, HOLES({ "count", count, NULL }));
}

/* A purpose that has no title yet would show its identifier. */
static bool has_title(const struct value *purpose)
{
	return object_has(purpose->as.object, PURPOSE_LABEL);
}

/* One purpose too many is shown, since a line would say so anyway. */
static void add_why(struct doc_builder *b, struct doc_node *terms)
{
	struct doc_node *list = doc_list(b), *meaning;
	size_t n = 0, shown = 0;

	for_each_value(v, b->model->root, ROOT_PURPOSE) n += has_title(v);
	if (!n || !model_is_controller(b->model))
		return;
	for_each_value(v, b->model->root, ROOT_PURPOSE)
	{
		if (shown == PURPOSE_LIMIT && n > PURPOSE_LIMIT + 1)
			break;
		if (!has_title(v))
			continue;
		doc_add_object(b, doc_add_item(b, list), v->as.object);
		shown++;
	}
	if (shown < n)
		add_other_purposes(b, list, n - shown);
	meaning = doc_add_term(b, terms, CLAUSE_BRIEF_WHY)->parent;
	meaning->first = meaning->last = NULL;
	doc_attach(meaning, list);
}

/* In the order in which readers think of them. */
static const struct brief_right {
	enum word right;
	enum clause clause;
} brief_rights[] = {
	{ WORD_RIGHT_ACCESS, CLAUSE_BRIEF_ACCESS },
	{ WORD_RIGHT_RECTIFICATION, CLAUSE_BRIEF_RECTIFICATION },
	{ WORD_RIGHT_ERASURE, CLAUSE_BRIEF_ERASURE },
	{ WORD_RIGHT_RESTRICTION, CLAUSE_BRIEF_RESTRICTION },
	{ WORD_RIGHT_PORTABILITY, CLAUSE_BRIEF_PORTABILITY },
	{ WORD_RIGHT_OBJECTION, CLAUSE_BRIEF_OBJECTION },
	{ WORD_RIGHT_OBJECTION_MARKETING, CLAUSE_BRIEF_OBJECTION_MARKETING },
	{ WORD_RIGHT_WITHDRAW_CONSENT, CLAUSE_BRIEF_WITHDRAW_CONSENT },
	{ WORD_RIGHT_HUMAN_DECISION, CLAUSE_BRIEF_HUMAN_DECISION },
	{ WORD_RIGHT_POST_MORTEM, CLAUSE_BRIEF_POST_MORTEM },
};

enum { BRIEF_RIGHT_COUNT = sizeof(brief_rights) / sizeof(brief_rights[0]) };

/* "see them, have them corrected and …": each leads to its place, where it has one. */
void doc_list_rights(struct doc_builder *b, struct doc_node *inlines)
{
	struct doc_objection objection = doc_objection(b->model);
	bool holds[BRIEF_RIGHT_COUNT];
	size_t i = 0, n = 0;

	for (size_t row = 0; row < BRIEF_RIGHT_COUNT; row++)
		n += holds[row] = doc_offers_right(b->model, &objection, brief_rights[row].right);
	for (size_t row = 0; row < BRIEF_RIGHT_COUNT; row++) {
		struct doc_node *parent = inlines;

		if (!holds[row])
			continue;
		if (!model_claims_rights(b->model))
			parent = doc_add_reference(b, inlines, doc_word_place(b, brief_rights[row].right),
						   STR(""));
		doc_add_clause(b, parent, brief_rights[row].clause, NULL);
		doc_add_separator(b, inlines, i++, n);
	}
}

static struct doc_hole hole_section(struct doc_builder *b, enum word section)
{
	struct doc_hole hole = { "section", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };

	doc_add_section_reference(b, hole.inlines, section);
	return hole;
}

static void add_rights(struct doc_builder *b, struct doc_node *terms)
{
	struct doc_hole rights = { "rights", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };
	struct doc_node *meaning;

	if (!model_is_controller(b->model))
		return;
	doc_list_rights(b, rights.inlines);
	if (!rights.inlines->first)
		return;
	meaning = doc_add_term(b, terms, CLAUSE_BRIEF_RIGHTS);
	doc_add_clause(b, meaning, CLAUSE_BRIEF_CAN, HOLES(rights));
	doc_add_clause(b, meaning, CLAUSE_BRIEF_CONDITIONS, HOLES(hole_section(b, WORD_SECTION_RIGHTS)));
}

/* The quickest way that the contact offers, or nothing. */
static bool add_way(struct doc_builder *b, struct doc_node *meaning, const struct object *object,
		    struct doc_contact fields)
{
	const enum field ways[] = { fields.email, fields.form, fields.phone };

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		if (!object_has(object, ways[i]))
			continue;
		doc_add_value(b, meaning, object_value(object, ways[i]), schema_fields[ways[i]].type);
		return true;
	}
	return false;
}

/* The channel of the rights; else the officer's; else the controller's. */
struct doc_node *doc_add_whom(struct doc_builder *b, struct doc_node *terms)
{
	const struct object *rights = object_object(b->model->root, ROOT_RIGHTS);
	const struct object *dpo = object_object(b->model->root, ROOT_DPO);
	const struct object *controller = object_object(b->model->root, ROOT_CONTROLLER);
	struct doc_hole contact = { "contact", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };
	enum clause clause = CLAUSE_BRIEF_CONTACT;
	struct doc_node *meaning;

	if (add_way(b, contact.inlines, rights, DOC_CONTACT(RIGHTS))) {
		if (object_word(rights, RIGHTS_BY) == WORD_EXERCISED_WITH_DPO)
			clause = CLAUSE_BRIEF_CONTACT_DPO;
	} else {
		if (add_way(b, contact.inlines, dpo, DOC_CONTACT(DPO)))
			clause = CLAUSE_BRIEF_CONTACT_DPO;
		else
			add_way(b, contact.inlines, controller, DOC_CONTACT(CONTROLLER));
	}
	if (!contact.inlines->first)
		return NULL;
	meaning = doc_add_term(b, terms, CLAUSE_BRIEF_WHOM);
	doc_add_clause(b, meaning, clause, HOLES(contact));
	return meaning;
}

static void add_whom(struct doc_builder *b, struct doc_node *terms)
{
	struct doc_node *meaning = doc_add_whom(b, terms);

	if (meaning && model_is_controller(b->model) && !model_claims_rights(b->model))
		doc_add_clause(b, meaning, CLAUSE_BRIEF_COMPLAINT,
			       HOLES(hole_section(b, WORD_SECTION_COMPLAINT)));
}

/* --- which version this is --- */

static void add_dated(struct doc_builder *b, struct doc_node *line, enum clause clause, const char *hole,
		      enum field field)
{
	const struct object *policy = b->model->policy;

	if (!doc_says(b, policy, field))
		return;
	if (line->first)
		doc_add_set_text(b, line, STR(" "));
	doc_add_clause(b, line, clause, HOLES(doc_hole_list(b, hole, policy, field)));
}

static void add_prevailing(struct doc_builder *b, struct doc_node *line)
{
	enum clause clause = b->model->languages[0] == LANG_FR ? CLAUSE_PREVAILS_FR : CLAUSE_PREVAILS_EN;

	if (b->model->language_count < 2)
		return;
	if (line->first)
		doc_add_set_text(b, line, STR(" "));
	doc_add_clause(b, line, clause, NULL);
}

/* The latest revision that says what changed, or NULL. */
static const struct object *latest_revision(const struct model *model)
{
	const struct object *latest = NULL;

	for_each_value(v, object_object(model->root, ROOT_CHANGES), CHANGES_REVISION)
	{
		const struct object *revision = v->as.object;

		if (!object_has(revision, REVISION_DATE) || !object_has(revision, REVISION_SUMMARY))
			continue;
		if (!latest || date_cmp(object_value(revision, REVISION_DATE)->as.date,
					object_value(latest, REVISION_DATE)->as.date) > 0)
			latest = revision;
	}
	return latest;
}

static void add_latest_change(struct doc_builder *b, struct doc_node *parent)
{
	const struct object *latest = latest_revision(b->model);

	if (latest)
		doc_add_sentence(b, parent, CLAUSE_LATEST_CHANGE,
				 HOLES(doc_hole_list(b, "date", latest, REVISION_DATE),
				       doc_hole_list(b, "summary", latest, REVISION_SUMMARY),
				       hole_section(b, WORD_SECTION_CHANGES)));
}

static void add_version(struct doc_builder *b, struct doc_node *parent)
{
	struct doc_node *line = doc_detached(b, DOC_PARAGRAPH);

	add_dated(b, line, CLAUSE_VERSION, "version", POLICY_VERSION);
	add_dated(b, line, CLAUSE_EFFECTIVE, "date", POLICY_EFFECTIVE);
	add_dated(b, line, CLAUSE_UPDATED, "date", POLICY_UPDATED);
	add_dated(b, line, CLAUSE_SUPERSEDES, "version", POLICY_SUPERSEDES);
	add_dated(b, line, CLAUSE_EARLIER_VERSIONS, "page", POLICY_EARLIER_VERSIONS);
	add_prevailing(b, line);
	if (line->first)
		doc_attach(parent, line);
	add_latest_change(b, parent);
}

struct doc_node *doc_brief(struct doc_builder *b)
{
	struct doc_node *section = doc_section(b, 1, STR("brief")), *terms = doc_terms(b);

	section->flag = true;
	doc_add_clause(b, section->first, CLAUSE_BRIEF_TITLE, NULL);
	add_who(b, terms);
	add_why(b, terms);
	add_rights(b, terms);
	add_whom(b, terms);
	doc_attach_filled(section, terms);
	add_version(b, section);
	return section;
}
