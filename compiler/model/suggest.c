/*
 * What an author may have meant by a word that nothing knows. Takes what was
 * written and candidates in a fixed order, gives the nearest, the first of equal
 * ones. The comparisons of one compile are limited: a file of a hundred thousand
 * mistakes gets suggestions for the first of them.
 */
#include "model/complain.h"

enum { COMPARISON_LIMIT = 1000000, KEYWORDS_LISTED = 48 };

struct suggestion suggestion_of(struct builder *b, struct str written)
{
	struct suggestion suggestion = { .b = b, .target = utf8_fold(b->arena, written) };
	size_t third = utf8_length(suggestion.target) / 3;

	suggestion.limit = third < 1 ? 1 : third > 3 ? 3 : third;
	return suggestion;
}

void suggestion_try(struct suggestion *suggestion, struct str candidate)
{
	struct builder *b = suggestion->b;
	size_t limit = suggestion->best.n ? suggestion->distance - 1 : suggestion->limit;
	size_t longer = candidate.n > suggestion->target.n ? candidate.n - suggestion->target.n : 0;
	size_t distance;

	if (b->comparisons >= COMPARISON_LIMIT || (suggestion->best.n && suggestion->distance == 0))
		return;
	b->comparisons++;
	if (longer > 2 * suggestion->limit + 8)
		return;
	distance = utf8_distance(suggestion->target, utf8_fold(b->arena, candidate), limit);
	if (distance <= limit) {
		suggestion->best = candidate;
		suggestion->distance = distance;
	}
}

/* The keyword of another field of the block, or of one that every block takes. */
static struct str nearest_keyword(struct builder *b, enum block block, struct str written)
{
	struct suggestion suggestion = suggestion_of(b, written);
	const enum block both[] = { block, BLOCK_ANY };

	for (size_t i = 0; i < 2; i++) {
		const struct block_row *row = schema_block(both[i]);
		for (unsigned k = 0; k < row->n; k++)
			suggestion_try(&suggestion, str_of(schema_fields[row->first + k].word[b->lang]));
	}
	if (block == BLOCK_ROOT) {
		suggestion_try(&suggestion, b->lang == LANG_FR ? STR("inclure") : STR("include"));
		suggestion_try(&suggestion, b->lang == LANG_FR ? STR("remplacer") : STR("override"));
	}
	return suggestion.best;
}

/* The keyword of the block for what authors call otherwise. */
static struct str usual_keyword(struct builder *b, enum block block, struct str written)
{
	int field = usual_field(b, block, written);

	return field < 0 ? STR("") : str_of(schema_fields[field].word[b->lang]);
}

/* The fields of the block, for an author who has no near miss. */
static void complain_fields(struct builder *b, enum block block, const struct statement *st)
{
	struct diag *diag = complain_keyword(b, MODEL_KEYWORD, st);
	const struct block_row *row = schema_block(block);
	struct str words[KEYWORDS_LISTED];
	size_t n = 0;

	for (; n < row->n && n < KEYWORDS_LISTED; n++)
		words[n] = str_of(schema_fields[row->first + n].word[b->lang]);
	complain_words(b, diag, words, n);
}

/* The keyword of the declarations that hold such a block. */
static struct str keyword_of_block(enum block block, enum lang lang)
{
	if (block == BLOCK_ROOT)
		return lang == LANG_FR ? STR("le premier niveau du fichier")
				       : STR("the top level of the file");
	for (int field = 0; field < FIELD_COUNT; field++) {
		if (schema_fields[field].type == TYPE_BLOCK && schema_fields[field].of == (int)block)
			return str_of(schema_fields[field].word[lang]);
	}
	return STR("");
}

/* Says in which blocks the keyword stands; false when it stands nowhere. */
static bool complain_place(struct builder *b, struct str folded, const struct statement *st)
{
	struct str words[KEYWORDS_LISTED];
	struct diag *diag;
	size_t n = 0;

	for (int field = 0; field < FIELD_COUNT && n < KEYWORDS_LISTED; field++) {
		const struct field_row *row = &schema_fields[field];
		if (schema_is(row->word[b->lang], folded))
			words[n++] = keyword_of_block(row->block, b->lang);
	}
	if (n == 0)
		return false;
	diag = complain_keyword(b, MODEL_KEYWORD_PLACE, st);
	complain_words(b, diag, words, n);
	return true;
}

/* What other languages close a block with, alone in its place. */
static bool is_end(const struct statement *st, struct str folded)
{
	static const char *const ends[] = { "fin", "end", ")", "]" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]) && !st->values.n && !st->has_block; i++) {
		if (str_is(folded, ends[i]))
			return true;
	}
	return false;
}

int complain_unknown_keyword(struct builder *b, enum block block, const struct statement *st)
{
	struct str folded = utf8_fold(b->arena, st->keyword);
	enum lang other = lang_other(b->lang);
	int field = schema_field(block, folded, other);
	struct str meant = field >= 0 ? str_of(schema_fields[field].word[b->lang]) : STR("");
	struct diag *diag;

	if (field < 0 && is_end(st, folded)) {
		diag = complain_keyword(b, MODEL_END, st);
		diag_add_fix(b->findings, diag, st->keyword_span, STR("}"), TRUST_LIKELY);
		return -1;
	}
	if (field < 0)
		meant = nearest_keyword(b, block, st->keyword);
	if (meant.n == 0)
		meant = usual_keyword(b, block, st->keyword);
	if (meant.n == 0) {
		if (!complain_place(b, folded, st))
			complain_fields(b, block, st);
		return -1;
	}
	diag = complain_keyword(b, field >= 0 ? MODEL_KEYWORD_LANGUAGE : MODEL_KEYWORD_MEANT, st);
	complain_meant(b, diag, st->keyword_span, meant);
	if (field < 0)
		return schema_field(block, utf8_fold(b->arena, meant), b->lang);
	complain_other_language(b, diag);
	return field;
}
