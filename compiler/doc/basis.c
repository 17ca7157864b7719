/*
 * Legal bases as items of a list: the basis, then what the policy says of it, each
 * in a short sentence. Takes PURPOSE_BASIS or POLICY_BASES.
 */
#include "doc/parts.h"

/* A sentence for a field, when it says something. */
static const struct detail_row {
	enum field field;
	enum clause clause;
	const char *hole;
} details[] = {
	{ BASIS_COVERS, CLAUSE_BASIS_COVERS, "covers" },
	{ BASIS_INTEREST, CLAUSE_BASIS_INTEREST, "interest" },
	{ BASIS_WHOSE, CLAUSE_BASIS_WHOSE, "whose" },
	{ BASIS_STATUTE, CLAUSE_BASIS_STATUTE, "statute" },
	{ BASIS_CONDITION, CLAUSE_BASIS_CONDITION, "condition" },
	{ BASIS_CRIMINAL_LAW, CLAUSE_BASIS_CRIMINAL, "statute" },
	{ BASIS_MODE, CLAUSE_CONSENT_MODE, "mode" },
};

static const struct flag_row {
	enum field field;
	enum clause clause;
} flags[] = {
	{ BASIS_EXPLICIT, CLAUSE_CONSENT_EXPLICIT },
	{ BASIS_TIED, CLAUSE_CONSENT_TIED },
	{ BASIS_SALE, CLAUSE_BASIS_SALE },
};

/* "de la dernière connexion ou de l'ouverture d'un courriel"; "the last login or …". */
static struct doc_hole hole_events(struct doc_builder *b, const struct object *renewal)
{
	static const struct words or = WORDS(" ou ", " or ");
	struct doc_hole hole = { "events", { "", 0 }, NULL };
	bool first = true;

	buf_reset(&b->plain);
	for_each_value(v, renewal, RENEWAL_ON)
	{
		struct str event = object_title(v->as.reference, b->lang);

		if (!first)
			buf_add_text(&b->plain, or.in[b->lang]);
		first = false;
		if (b->lang == LANG_FR)
			wording_add_contracted(&b->plain, "de", event);
		else
			buf_add_str(&b->plain, event);
	}
	hole.text = str_copy(b->arena, buf_str(&b->plain));
	return hole;
}

static void add_renewal(struct doc_builder *b, struct doc_node *item, const struct object *renewal)
{
	struct doc_hole mode = { "mode", { "", 0 }, NULL };

	if (object_has(renewal, RENEWAL_MODE)) {
		mode.text = doc_label(b, object_word(renewal, RENEWAL_MODE));
		if (object_value(renewal, RENEWAL_ON))
			doc_add_clause(b, item, CLAUSE_CONSENT_RENEWED_ON,
				       HOLES(mode, hole_events(b, renewal)));
		else
			doc_add_clause(b, item, CLAUSE_CONSENT_RENEWED, HOLES(mode));
	}
	if (doc_says(b, renewal, RENEWAL_EVERY))
		doc_add_clause(b, item, CLAUSE_CONSENT_VALID,
			       HOLES(doc_hole_duration(b, "duration", renewal, RENEWAL_EVERY)));
}

static void add_channels(struct doc_builder *b, struct doc_node *item, const struct object *basis,
			 enum field field, enum clause clause)
{
	if (object_value(basis, field))
		doc_add_clause(b, item, clause, HOLES(doc_hole_words(b, "channels", basis, field)));
}

static bool says_more(const struct doc_builder *b, const struct object *basis)
{
	for (size_t i = 0; i < sizeof(details) / sizeof(details[0]); i++)
		if (doc_says(b, basis, details[i].field))
			return true;
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (object_flag(basis, flags[i].field) == TRI_YES)
			return true;
	return object_value(basis, BASIS_GIVEN) || object_value(basis, BASIS_WITHDRAWN) ||
	       object_value(basis, BASIS_RENEWED);
}

static void add_details(struct doc_builder *b, struct doc_node *item, const struct object *basis)
{
	for (size_t i = 0; i < sizeof(details) / sizeof(details[0]); i++)
		if (doc_says(b, basis, details[i].field))
			doc_add_clause(b, item, details[i].clause,
				       HOLES(doc_hole_list(b, details[i].hole, basis, details[i].field)));
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (object_flag(basis, flags[i].field) == TRI_YES)
			doc_add_clause(b, item, flags[i].clause, NULL);
	add_channels(b, item, basis, BASIS_GIVEN, CLAUSE_CONSENT_GIVEN);
	add_channels(b, item, basis, BASIS_WITHDRAWN, CLAUSE_CONSENT_WITHDRAWN);
	for_each_value(v, basis, BASIS_RENEWED) add_renewal(b, item, v->as.object);
}

void doc_add_basis_law(struct doc_builder *b, struct doc_node *inlines, enum word basis)
{
	if (basis == WORD_BASIS_SOFT_OPT_IN)
		doc_add_clause(b, inlines,
			       model_is_under(b->model, "FR") ? CLAUSE_BASIS_SOFT_OPT_IN_FRANCE
							      : CLAUSE_BASIS_SOFT_OPT_IN,
			       NULL);
}

void doc_add_bases(struct doc_builder *b, struct doc_node *list, const struct object *object,
		   enum field field)
{
	for_each_value(v, object, field)
	{
		const struct object *basis = v->as.object;
		struct doc_node *item = doc_add_item(b, list);

		doc_add_capital(b, item, object_word(basis, BASIS_TYPE));
		doc_add_basis_law(b, item, object_word(basis, BASIS_TYPE));
		doc_add_todos(b, item, basis, BASIS_TYPE);
		if (says_more(b, basis)) {
			doc_add_set_text(b, item, STR("."));
			add_details(b, item, basis);
		}
		doc_add_basis_gaps(b, item, basis);
	}
}
