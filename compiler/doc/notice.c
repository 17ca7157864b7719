/*
 * The notice that stands beside a form: who is responsible, then for each purpose of the
 * form why, who receives, how long, then the reader's rights and the way to the policy.
 * Takes what is known; what a draft lacks of these facts becomes a gap.
 */
#include "doc/notices.h"

#include "doc/brief.h"
#include "doc/notice_facts.h"
#include "model/retention.h"

struct notice {
	struct doc_builder *b;
	const struct doc_notice *spec;
	struct doc_node *terms;
	struct retention_index *retention; /* NULL: every period stands in its purpose */
	struct retention_groups groups;
};

/* The list as the meaning of a term: as one phrase when it has one item. */
static void end_list(struct notice *notice, enum clause clause, struct doc_node *list)
{
	struct doc_node *paragraph;

	if (!list->first)
		return;
	paragraph = doc_add_term(notice->b, notice->terms, clause);
	if (!list->first->next) {
		doc_move_children(paragraph, list->first->first);
		return;
	}
	paragraph->parent->first = paragraph->parent->last = NULL;
	doc_attach(paragraph->parent, list);
}

static void capitalise_items(struct doc_builder *b, struct doc_node *list)
{
	for (struct doc_node *item = list->first; item; item = item->next)
		if (item->first->first && item->first->first->kind == DOC_TEXT)
			doc_capitalise(b, item->first->first);
}

/* What a draft lacks, as an item of its own. */
static void add_gaps(struct doc_builder *b, struct doc_node *list, struct doc_node *gaps)
{
	if (gaps->first)
		doc_move_children(doc_add_item(b, list), gaps);
}

/* --- who --- */

static void add_who(struct notice *notice)
{
	struct doc_builder *b = notice->b;
	const struct value *first = object_value(b->model->root, ROOT_CONTROLLER);
	struct doc_node *list = doc_list(b);
	bool joint = first && value_after(first);

	for (const struct value *v = first; v; v = value_after(v)) {
		struct doc_hole name = { "name", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };

		notice_add_controller(b, name.inlines, v->as.object);
		if (joint)
			doc_move_children(doc_add_item(b, list), name.inlines);
		else
			doc_add_clause(b, doc_add_item(b, list), CLAUSE_NOTICE_WE, HOLES(name));
	}
	end_list(notice, joint ? CLAUSE_NOTICE_JOINT : CLAUSE_BRIEF_WHO, list);
}

/* --- each purpose --- */

static void add_bases(struct notice *notice, const struct object *purpose)
{
	struct doc_builder *b = notice->b;
	struct doc_node *list = doc_list(b), *gaps = doc_detached(b, DOC_PARAGRAPH);

	for_each_value(v, purpose, PURPOSE_BASIS) notice_add_basis(b, doc_add_item(b, list), v->as.object);
	doc_add_todos(b, gaps, purpose, PURPOSE_BASIS);
	doc_add_bases_gaps(b, gaps, purpose);
	add_gaps(b, list, gaps);
	capitalise_items(b, list);
	end_list(notice, CLAUSE_COLUMN_BASIS, list);
}

static void add_recipients(struct notice *notice, const struct object *purpose)
{
	struct doc_builder *b = notice->b;
	struct doc_node *recipients = doc_list(b), *transfers = doc_list(b);
	struct doc_node *gaps = doc_detached(b, DOC_PARAGRAPH);

	notice_list_recipients(b, purpose, recipients, transfers);
	if (!recipients->first && object_has_word(b->model->policy, POLICY_CLAIMS, WORD_CLAIM_NO_RECIPIENTS))
		doc_add_word(b, doc_add_item(b, recipients), WORD_CLAIM_NO_RECIPIENTS);
	doc_add_todos(b, gaps, purpose, PURPOSE_RECIPIENTS);
	add_gaps(b, recipients, gaps);
	capitalise_items(b, transfers);
	end_list(notice, CLAUSE_NOTICE_RECIPIENTS, recipients);
	end_list(notice, CLAUSE_NOTICE_TRANSFERS, transfers);
}

/* Active use, then the archive, said as such. */
static void add_periods(struct notice *notice, const struct object *purpose)
{
	struct doc_builder *b = notice->b;
	struct doc_node *list = doc_list(b), *gaps = doc_detached(b, DOC_PARAGRAPH);

	doc_add_periods(b, list, notice->retention, &notice->groups, purpose);
	for_each_value(v, purpose, PURPOSE_ARCHIVE)
	{
		struct doc_hole archive = { "what", b->wording->text[CLAUSE_COLUMN_ARCHIVE][b->lang], NULL };

		doc_add_clause(b, doc_add_item(b, list), CLAUSE_RETENTION_OF,
			       HOLES(archive, doc_hole_list(b, "period", v->as.object, RETAIN_PERIOD)));
	}
	capitalise_items(b, list);
	doc_add_todos(b, gaps, purpose, PURPOSE_RETAIN);
	doc_add_period_gaps(b, gaps, purpose);
	add_gaps(b, list, gaps);
	end_list(notice, CLAUSE_COLUMN_PERIOD, list);
}

static void add_purpose(struct notice *notice, const struct object *purpose)
{
	struct doc_builder *b = notice->b;
	struct doc_node *meaning = doc_add_term(b, notice->terms, CLAUSE_COLUMN_PURPOSE);

	doc_add_title(b, doc_add(b, meaning, DOC_STRONG), purpose);
	doc_add_todos(b, meaning, purpose, PURPOSE_LABEL);
	add_bases(notice, purpose);
	add_recipients(notice, purpose);
	add_periods(notice, purpose);
	doc_add_term_field(b, notice->terms, CLAUSE_NOTICE_DECISION, purpose, PURPOSE_DECISION);
}

/* --- what holds for the whole form --- */

static void add_required(struct notice *notice)
{
	struct doc_node *list = doc_list(notice->b);

	notice_list_required(notice->b, notice->spec, list);
	capitalise_items(notice->b, list);
	end_list(notice, CLAUSE_COLUMN_REQUIRED, list);
}

/* The rights that polc derives, two of them in one phrase. Consent is said to be withdrawn
 * with the basis, and objection apart. */
static const struct right_row {
	enum word right;
	enum clause clause;
} rights_table[] = {
	{ WORD_RIGHT_ACCESS, CLAUSE_NOTICE_ACCESS },
	{ WORD_RIGHT_RECTIFICATION, CLAUSE_NOTICE_RECTIFICATION },
	{ WORD_RIGHT_RESTRICTION, CLAUSE_BRIEF_RESTRICTION },
	{ WORD_RIGHT_PORTABILITY, CLAUSE_BRIEF_PORTABILITY },
	{ WORD_RIGHT_HUMAN_DECISION, CLAUSE_BRIEF_HUMAN_DECISION },
	{ WORD_RIGHT_POST_MORTEM, CLAUSE_BRIEF_POST_MORTEM },
};
enum { RIGHT_COUNT = sizeof(rights_table) / sizeof(rights_table[0]) };

static bool holds_here(const struct notice *notice, enum word right)
{
	const struct doc_notice *spec = notice->spec;

	if (right != WORD_RIGHT_PORTABILITY && right != WORD_RIGHT_HUMAN_DECISION)
		return model_right_applies(notice->b->model, right);
	for (size_t i = 0; i < spec->n; i++) {
		if (right == WORD_RIGHT_PORTABILITY
				    ? model_basis_opening(spec->purposes[i], PURPOSE_BASIS, right) != NULL
				    : object_has(spec->purposes[i], PURPOSE_DECISION))
			return true;
	}
	return false;
}

static void list_derived_rights(struct notice *notice, struct doc_node *inlines)
{
	bool holds[RIGHT_COUNT];
	size_t i = 0, n = 0;

	for (size_t row = 0; row < RIGHT_COUNT; row++)
		n += holds[row] = holds_here(notice, rights_table[row].right);
	for (size_t row = 0; row < RIGHT_COUNT; row++) {
		if (!holds[row])
			continue;
		doc_add_clause(notice->b, inlines, rights_table[row].clause, NULL);
		doc_add_separator(notice->b, inlines, i++, n);
	}
}

/* Rights that the policy claims are said as it claims them. */
static void add_rights(struct notice *notice)
{
	struct doc_builder *b = notice->b;
	struct doc_hole rights = { "rights", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };
	bool claims = model_claims_rights(b->model);

	if (claims)
		doc_list_rights(b, rights.inlines);
	else
		list_derived_rights(notice, rights.inlines);
	if (rights.inlines->first)
		doc_add_clause(b, doc_add_term(b, notice->terms, CLAUSE_BRIEF_RIGHTS),
			       claims ? CLAUSE_BRIEF_CAN : CLAUSE_NOTICE_CAN, HOLES(rights));
}

/* To the authority that the policy or the law names; nothing that a policy does not claim. */
static void add_complaint(struct notice *notice)
{
	struct doc_builder *b = notice->b;
	const struct object *rights = object_object(b->model->root, ROOT_RIGHTS);
	const struct object *authority = model_authority(b->model);
	struct doc_node *meaning;

	if (model_claims_rights(b->model) && !object_value(rights, RIGHTS_COMPLAINT))
		return;
	meaning = doc_add_term(b, notice->terms, CLAUSE_NOTICE_COMPLAINT);
	if (authority && object_has(authority, AUTHORITY_NAME))
		notice_add_authority(b, meaning, authority);
	else
		doc_add_clause(b, meaning, CLAUSE_NOTICE_COMPLAINT_ANY, NULL);
}

static void add_more(struct notice *notice, struct doc_node *root)
{
	struct doc_builder *b = notice->b;
	struct doc_hole page = { "page", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };
	struct doc_hole site = { "site", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };
	const struct value *first = object_value(b->model->policy, POLICY_SITE);

	if (notice->spec->page.n) {
		struct doc_node *link = doc_add(b, page.inlines, DOC_LINK);

		link->href = notice->spec->page;
		doc_add_title(b, link, b->model->policy);
		doc_add_sentence(b, root, CLAUSE_NOTICE_MORE, HOLES(page));
	} else if (first) {
		doc_add_value(b, site.inlines, first, TYPE_URL);
		doc_add_sentence(b, root, CLAUSE_NOTICE_MORE_SITE, HOLES(site));
	} else {
		doc_add_sentence(b, root, CLAUSE_NOTICE_MORE_POLICY, NULL);
	}
}

struct doc *doc_build_notice(struct arena *arena, const struct model *model, const struct wording *wording,
			     const struct doc_options *options, const struct doc_notice *spec)
{
	struct doc_builder builder = {
		.arena = arena, .model = model, .wording = wording, .lang = options->lang
	};
	struct doc_builder *b = &builder;
	struct notice notice = { .b = b, .spec = spec };
	struct doc_node *root = doc_begin(b, options);

	b->doc->title = doc_set_text(b, wording->text[CLAUSE_NOTICE_TITLE][b->lang]);
	notice.terms = doc_terms(b);
	if (object_value(model->root, ROOT_RETENTION))
		notice.retention = model_retention_index(arena, model);
	add_who(&notice);
	for (size_t i = 0; i < spec->n; i++)
		add_purpose(&notice, spec->purposes[i]);
	add_required(&notice);
	add_rights(&notice);
	doc_add_whom(b, notice.terms);
	add_complaint(&notice);
	doc_attach(root, notice.terms);
	notice_add_objection(b, root, spec);
	add_more(&notice, root);
	return doc_end(b);
}

struct doc *doc_build_tracker_notice(struct arena *arena, const struct model *model,
				     const struct wording *wording, const struct doc_options *options)
{
	struct doc_builder builder = {
		.arena = arena, .model = model, .wording = wording, .lang = options->lang
	};
	struct doc_builder *b = &builder;
	struct doc_node *root = doc_begin(b, options);

	b->doc->title = doc_set_text(b, doc_label(b, WORD_SECTION_TRACKERS));
	b->section = WORD_SECTION_TRACKERS;
	doc_build_trackers(b, root);
	return doc_end(b);
}
