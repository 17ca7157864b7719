/*
 * The facts of the notice beside a form. Takes the purposes that the form serves, gives
 * phrases that hold for these purposes alone; says nothing of what the policy does not.
 */
#include "doc/notice_facts.h"

enum { RECIPIENT_LIMIT = 5 }; /* what is read beside a form; the policy lists them all */

static void add_named(struct doc_builder *b, struct doc_node *inlines, struct str what, struct str name)
{
	doc_add_clause(b, inlines, CLAUSE_NOTICE_RECIPIENT,
		       HOLES({ "what", what, NULL }, { "name", name, NULL }));
}

void notice_add_controller(struct doc_builder *b, struct doc_node *inlines, const struct object *controller)
{
	struct str title = object_title(controller, b->lang);
	struct str legal = object_name(controller, CONTROLLER_LEGAL_NAME);
	const char *usual = str_copy(b->arena, title).s;

	if (!legal.n || str_eq(legal, title))
		doc_add_text(b, inlines, title);
	else if (str_find(legal, usual, 0) < legal.n)
		doc_add_text(b, inlines, legal);
	else
		add_named(b, inlines, legal, title);
	doc_add_todos(b, inlines, controller, CONTROLLER_NAME);
}

/* --- bases --- */

/* In a word or two where the page has the words of the law. */
static void add_short_basis(struct doc_builder *b, struct doc_node *inlines, enum word basis)
{
	if (basis == WORD_BASIS_CONTRACT)
		doc_add_clause(b, inlines, CLAUSE_NOTICE_CONTRACT, NULL);
	else if (basis == WORD_BASIS_PUBLIC_TASK)
		doc_add_clause(b, inlines, CLAUSE_NOTICE_PUBLIC_TASK, NULL);
	else
		doc_add_word(b, inlines, basis);
	doc_add_basis_law(b, inlines, basis);
}

static void add_withdrawal(struct doc_builder *b, struct doc_node *item, const struct object *basis)
{
	if (object_word(basis, BASIS_TYPE) != WORD_BASIS_CONSENT &&
	    object_word(basis, BASIS_CONDITION) != WORD_CONDITION_A)
		return;
	if (object_value(basis, BASIS_WITHDRAWN))
		doc_add_clause(b, item, CLAUSE_NOTICE_WITHDRAW_BY,
			       HOLES(doc_hole_words(b, "channels", basis, BASIS_WITHDRAWN)));
	else
		doc_add_clause(b, item, CLAUSE_NOTICE_WITHDRAW, NULL);
}

/* "Visitors: our legitimate interests (answering questions)." */
void notice_add_basis(struct doc_builder *b, struct doc_node *item, const struct object *basis)
{
	struct doc_hole label = { "basis", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };
	struct doc_node *more = doc_detached(b, DOC_PARAGRAPH);

	add_short_basis(b, label.inlines, object_word(basis, BASIS_TYPE));
	doc_add_todos(b, label.inlines, basis, BASIS_TYPE);
	if (doc_says(b, basis, BASIS_COVERS))
		doc_add_clause(b, item, CLAUSE_NOTICE_COVERED,
			       HOLES(doc_hole_list(b, "covers", basis, BASIS_COVERS), label));
	else
		doc_move_children(item, label.inlines);
	if (doc_says(b, basis, BASIS_INTEREST))
		doc_add_clause(b, item, CLAUSE_NOTICE_INTEREST,
			       HOLES(doc_hole_list(b, "interest", basis, BASIS_INTEREST)));
	if (doc_says(b, basis, BASIS_STATUTE))
		doc_add_clause(b, item, CLAUSE_NOTICE_STATUTE,
			       HOLES(doc_hole_list(b, "statute", basis, BASIS_STATUTE)));
	if (doc_says(b, basis, BASIS_CONDITION))
		doc_add_clause(b, more, CLAUSE_BASIS_CONDITION,
			       HOLES(doc_hole_list(b, "condition", basis, BASIS_CONDITION)));
	add_withdrawal(b, more, basis);
	if (more->first)
		doc_add_set_text(b, item, STR("."));
	doc_move_children(item, more);
	doc_add_basis_gaps(b, item, basis);
}

/* --- recipients and transfers --- */

static void add_recipient(struct doc_builder *b, struct doc_node *inlines, const struct object *recipient)
{
	struct str label = object_title(recipient, b->lang), name = object_name(recipient, RECIPIENT_NAME);

	if (!name.n || !object_has(recipient, RECIPIENT_LABEL))
		doc_add_title(b, inlines, recipient);
	else if (doc_is_named_alike(b->model, recipient))
		doc_add_text(b, inlines, name.n > label.n ? name : label);
	else
		add_named(b, inlines, label, name);
	doc_add_todos(b, inlines, recipient, RECIPIENT_LABEL);
}

/* "Host (Nuage), United States"; what the policy does not name is left out. */
static void add_destination(struct doc_builder *b, struct doc_node *item, const struct object *transfer,
			    const struct object *recipient)
{
	struct doc_hole who = { "recipient", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };

	if (recipient)
		add_recipient(b, who.inlines, recipient);
	else if (doc_says(b, transfer, TRANSFER_LABEL))
		doc_add_values(b, who.inlines, transfer, TRANSFER_LABEL);
	if (!doc_says(b, transfer, TRANSFER_COUNTRY))
		doc_move_children(item, who.inlines);
	else if (who.inlines->first)
		doc_add_clause(b, item, CLAUSE_NOTICE_TRANSFER,
			       HOLES(who, doc_hole_list(b, "country", transfer, TRANSFER_COUNTRY)));
	else
		doc_add_values(b, item, transfer, TRANSFER_COUNTRY);
}

static void add_transfer(struct doc_builder *b, struct doc_node *item, const struct object *transfer,
			 const struct object *recipient)
{
	add_destination(b, item, transfer, recipient);
	if (!doc_says(b, transfer, TRANSFER_SAFEGUARD))
		return;
	if (item->first)
		doc_add_clause(b, item, CLAUSE_NOTICE_SAFEGUARD,
			       HOLES(doc_hole_list(b, "safeguard", transfer, TRANSFER_SAFEGUARD)));
	else
		doc_add_values(b, item, transfer, TRANSFER_SAFEGUARD);
}

/* The purpose's own recipients, then those of every purpose; by number, each once. */
struct recipients {
	VEC(const struct object *) list;
	bool *seen;
};

static void add_once(struct doc_builder *b, struct recipients *recipients, const struct object *recipient)
{
	if (recipients->seen[recipient->number])
		return;
	recipients->seen[recipient->number] = true;
	vec_add(b->arena, &recipients->list, recipient);
}

static void collect(struct doc_builder *b, const struct object *purpose, struct recipients *recipients)
{
	recipients->seen = ARENA_ARRAY(b->arena, bool, b->model->named[BLOCK_RECIPIENT].n + 1);
	for_each_value(v, purpose, PURPOSE_RECIPIENTS) add_once(b, recipients, v->as.reference);
	for_each_value(v, b->model->root, ROOT_RECIPIENT) if (object_flag(v->as.object, RECIPIENT_DEFAULT) ==
							      TRI_YES) add_once(b, recipients, v->as.object);
}

/* Those that the file declares apart: to one of these recipients, or to nobody named. */
static void add_other_transfers(struct doc_builder *b, const struct recipients *recipients,
				struct doc_node *list)
{
	const struct object *transfers = object_object(b->model->root, ROOT_TRANSFERS);

	for_each_value(v, transfers, TRANSFERS_TRANSFER)
	{
		if (!object_value(v->as.object, TRANSFER_RECIPIENT))
			add_transfer(b, doc_add_item(b, list), v->as.object, NULL);
		for_each_value(r, v->as.object,
			       TRANSFER_RECIPIENT) if (recipients->seen[r->as.reference->number])
				add_transfer(b, doc_add_item(b, list), v->as.object, r->as.reference);
	}
}

void notice_list_recipients(struct doc_builder *b, const struct object *purpose, struct doc_node *list,
			    struct doc_node *transfers)
{
	struct recipients recipients = { .seen = NULL };
	size_t shown;

	collect(b, purpose, &recipients);
	shown = recipients.list.n > RECIPIENT_LIMIT + 1 ? RECIPIENT_LIMIT : recipients.list.n;
	for (size_t i = 0; i < shown; i++)
		add_recipient(b, doc_add_item(b, list), recipients.list.v[i]);
	if (shown < recipients.list.n)
		doc_add_clause(b, doc_add_item(b, list), CLAUSE_NOTICE_OTHERS,
			       HOLES({ "count", str_format(b->arena, "%zu", recipients.list.n - shown),
				       NULL }));
	for (size_t i = 0; i < recipients.list.n; i++)
		for_each_value(v, recipients.list.v[i], RECIPIENT_TRANSFER) add_transfer(
				b, doc_add_item(b, transfers), v->as.object, recipients.list.v[i]);
	add_other_transfers(b, &recipients, transfers);
}

/* --- mandatory or optional --- */

/* Data of the form, and whether they must be given: their own requirement, or that of all. */
struct entry {
	const struct object *data, *requirement;
};
struct entries {
	VEC(struct entry) list;
	bool *seen;
};

/* Only the reader can give it; what is observed or comes from others is no field of a form. */
static bool is_on_form(const struct object *data)
{
	for_each_value(v, data, DATA_SOURCE) if (object_word(v->as.object, SOURCE_ORIGIN) ==
						 WORD_SOURCE_DATA_SUBJECT) return true;
	return !object_value(data, DATA_SOURCE);
}

static void add_entry(struct doc_builder *b, struct entries *entries, const struct object *data)
{
	struct entry entry = { data, object_object(data, DATA_REQUIRED) };

	if (!entry.requirement)
		entry.requirement = object_object(b->model->root, ROOT_REQUIRED);
	if (entries->seen[data->number] || !is_on_form(data) ||
	    !object_has(entry.requirement, REQUIREMENT_NATURE))
		return;
	entries->seen[data->number] = true;
	vec_add(b->arena, &entries->list, entry);
}

static void collect_entries(struct doc_builder *b, const struct doc_notice *notice, struct entries *entries)
{
	entries->seen = ARENA_ARRAY(b->arena, bool, b->model->named[BLOCK_DATA].n + 1);
	for (size_t i = 0; i < notice->n; i++) {
		for_each_value(v, notice->purposes[i], PURPOSE_DATA) add_entry(b, entries, v->as.reference);
		if (object_get(notice->purposes[i], PURPOSE_DATA))
			continue;
		for_each_value(v, b->model->root, ROOT_DATA) if (object_flag(v->as.object, DATA_DEFAULT) ==
								 TRI_YES) add_entry(b, entries, v->as.object);
	}
}

/* One answer for all of them: the data need not be named. */
static bool is_uniform(const struct entries *entries)
{
	for (size_t i = 1; i < entries->list.n; i++)
		if (object_word(entries->list.v[i].requirement, REQUIREMENT_NATURE) !=
				    object_word(entries->list.v[0].requirement, REQUIREMENT_NATURE) ||
		    object_has(entries->list.v[i].requirement, REQUIREMENT_OTHERWISE))
			return false;
	return entries->list.n == 1 || !object_has(entries->list.v[0].requirement, REQUIREMENT_OTHERWISE);
}

static void add_nature(struct doc_builder *b, struct doc_node *item, const struct entry *entry, bool named)
{
	bool otherwise = doc_says(b, entry->requirement, REQUIREMENT_OTHERWISE);

	if (named)
		doc_add_clause(b, item, CLAUSE_NOTICE_REQUIRED,
			       HOLES({ "data", object_title(entry->data, b->lang), NULL },
				     doc_hole_list(b, "required", entry->requirement, REQUIREMENT_NATURE)));
	else
		doc_add_capital(b, item, object_word(entry->requirement, REQUIREMENT_NATURE));
	if (!named && otherwise)
		doc_add_set_text(b, item, STR("."));
	if (otherwise)
		doc_add_clause(b, item, CLAUSE_NOTICE_OTHERWISE,
			       HOLES(doc_hole_list(b, "otherwise", entry->requirement,
						   REQUIREMENT_OTHERWISE)));
}

void notice_list_required(struct doc_builder *b, const struct doc_notice *notice, struct doc_node *list)
{
	struct entries entries = { .seen = NULL };

	collect_entries(b, notice, &entries);
	if (entries.list.n && is_uniform(&entries)) {
		add_nature(b, doc_add_item(b, list), &entries.list.v[0], false);
		return;
	}
	for (size_t i = 0; i < entries.list.n; i++)
		add_nature(b, doc_add_item(b, list), &entries.list.v[i], true);
}

/* --- objection and complaint --- */

static bool has_basis(const struct doc_notice *notice, enum word basis)
{
	for (size_t i = 0; i < notice->n; i++)
		for_each_value(v, notice->purposes[i],
			       PURPOSE_BASIS) if (object_word(v->as.object, BASIS_TYPE) == basis) return true;
	return false;
}

static bool has_marketing(const struct doc_notice *notice)
{
	for (size_t i = 0; i < notice->n; i++)
		if (purpose_is_marketing(notice->purposes[i]))
			return true;
	return has_basis(notice, WORD_BASIS_SOFT_OPT_IN);
}

/* True when no other basis could be meant. */
static bool has_no_other_basis(const struct doc_notice *notice)
{
	for (size_t i = 0; i < notice->n; i++) {
		for_each_value(v, notice->purposes[i], PURPOSE_BASIS)
		{
			enum word basis = object_word(v->as.object, BASIS_TYPE);

			if (basis != WORD_BASIS_LEGITIMATE_INTERESTS && basis != WORD_BASIS_PUBLIC_TASK)
				return false;
		}
	}
	return true;
}

static void add_general_objection(struct doc_builder *b, struct doc_node *box,
				  const struct doc_notice *notice)
{
	static const enum word bases[] = { WORD_BASIS_LEGITIMATE_INTERESTS, WORD_BASIS_PUBLIC_TASK };
	struct doc_hole hole = { "basis", { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };
	size_t n = 0, i = 0;

	for (size_t k = 0; k < 2; k++)
		n += has_basis(notice, bases[k]);
	for (size_t k = 0; k < 2; k++) {
		if (!has_basis(notice, bases[k]))
			continue;
		add_short_basis(b, hole.inlines, bases[k]);
		doc_add_separator(b, hole.inlines, i++, n);
	}
	if (n && has_no_other_basis(notice))
		doc_add_sentence(b, box, CLAUSE_NOTICE_OBJECTION_TO_THIS, NULL);
	else if (n)
		doc_add_sentence(b, box, CLAUSE_NOTICE_OBJECTION, HOLES(hole));
}

/* An author's own notice of the right says it all; rights that are claimed say no more. */
void notice_add_objection(struct doc_builder *b, struct doc_node *parent, const struct doc_notice *notice)
{
	const struct object *rights = object_object(b->model->root, ROOT_RIGHTS);
	struct doc_node *box = doc_detached(b, DOC_NOTICE);
	bool marketing = has_marketing(notice);
	bool general = has_basis(notice, WORD_BASIS_LEGITIMATE_INTERESTS) ||
		       has_basis(notice, WORD_BASIS_PUBLIC_TASK);

	box->id = STR("objection");
	if ((general || marketing) && object_has(rights, RIGHTS_OBJECTION_NOTICE)) {
		doc_add_values(b, doc_add(b, box, DOC_PARAGRAPH), rights, RIGHTS_OBJECTION_NOTICE);
	} else if (!model_claims_rights(b->model)) {
		add_general_objection(b, box, notice);
		if (marketing)
			doc_add_sentence(b, box, CLAUSE_NOTICE_OBJECTION_MARKETING, NULL);
	}
	doc_attach_filled(parent, box);
}

void notice_add_authority(struct doc_builder *b, struct doc_node *inlines, const struct object *authority)
{
	const struct value *page = object_value(authority, AUTHORITY_FORM);

	if (!page)
		page = object_value(authority, AUTHORITY_SITE);
	if (page) {
		inlines = doc_add(b, inlines, DOC_LINK);
		inlines->href = page->as.name;
	}
	doc_add_title(b, inlines, authority);
}
