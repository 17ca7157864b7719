/*
 * Storage periods: a duration and its starting point, or the events and criteria
 * that stand for them. Refuses what no period is made of, at its place.
 */
#include "model/reading.h"
#include "model/builtin.h"
#include "model/complain.h"

/* The period's word that comes next, or WORD_NONE. */
static enum word next_word(const struct reading *r)
{
	const struct written *written = reading_peek(r);

	if (!written || written->kind != TOKEN_WORD)
		return WORD_NONE;
	return schema_word(VOCABULARY_PERIOD_WORD, written_fold(r->b, written), r->b->lang);
}

/* An event. In several words of which the first is none, a reference by all of them:
 * nothing has such a name. */
static struct value *read_event(struct reading *r)
{
	struct value *value = value_reference(r);
	struct written *whole = ARENA_NEW(r->b->arena, struct written);
	const struct written *last = value->origin;

	if (builtin_find(r->b, BLOCK_EVENT, last->text, r->b->lang))
		return value;
	while (!last->comma && reading_peek(r) && reading_peek(r)->kind == TOKEN_WORD &&
	       next_word(r) == WORD_NONE)
		last = reading_take(r);
	if (last == value->origin)
		return value;
	*whole = *value->origin;
	whole->span = value->span = span_join(whole->span, last->span);
	whole->text = sources_text(r->b->sources, whole->span);
	value->origin = whole;
	return value;
}

/* events = event, { ( "," | "or" ), event } ; behind the word that was just taken. */
static void read_events(struct reading *r, struct period *period)
{
	const struct written *word = &r->statement->values.v[r->at - 1];
	struct value **end = &period->events;

	do {
		const struct written *written = reading_peek(r);
		if (!written || written->kind != TOKEN_WORD || next_word(r) != WORD_NONE) {
			complain_value(r, MODEL_PERIOD_EVENT, word);
			*end = value_new(r, VALUE_HOLE, NULL);
			return;
		}
		*end = read_event(r);
		end = &(*end)->next;
		word = &r->statement->values.v[r->at - 1];
		if (next_word(r) == WORD_PERIOD_WORD_OR)
			word = reading_take(r);
		else if (!word->comma)
			return;
	} while (reading_peek(r) || !word->comma);
}

/* start = "from", ( "year-end" | "financial-year-end" ) ; */
static bool read_start(struct reading *r, struct period *period)
{
	const struct written *from = reading_take(r), *written = reading_peek(r);
	const struct vocabulary_row *row = schema_vocabulary(VOCABULARY_PERIOD_START);
	struct str words[8];
	struct diag *diag;

	if (written)
		period->from = schema_word(VOCABULARY_PERIOD_START, written_fold(r->b, reading_take(r)),
					   r->b->lang);
	if (period->from != WORD_NONE)
		return true;
	for (unsigned i = 0; i < row->n; i++)
		words[i] = str_of(schema_words[(unsigned)row->first + i].word[r->b->lang]);
	diag = complain_value(r, MODEL_CHOICE, written ? written : from);
	complain_words(r->b, diag, words, row->n);
	return false;
}

/* criteria = "criteria", ( string | text | todo ) ; the text may be the brace's. */
static struct value *read_criteria(struct reading *r, struct value *value)
{
	struct value *text;

	reading_take(r);
	if (reading_is_todo(r))
		return value_todo(r);
	value->as.period->kind = PERIOD_CRITERIA;
	if (!reading_peek(r)) {
		if (r->statement->has_block) {
			text = value_block_text(r, r->in_head);
			r->took_block = true;
		} else {
			complain_field(r, MODEL_VALUE_MISSING);
			text = value_new(r, VALUE_HOLE, NULL);
		}
	} else {
		text = reading_peek(r)->kind == TOKEN_WORD ? complain_hole(r, MODEL_PERIOD, reading_take(r))
							   : value_text(r);
	}
	if (text->kind != VALUE_TEXT)
		return text;
	value->as.period->criteria = text->as.text;
	return value;
}

/* timed = [ "at-most" | "at-least" ], duration, [ "after", events ], [ start ] ; */
static struct value *read_timed(struct reading *r, struct value *value)
{
	struct period *period = value->as.period;
	struct value *duration;
	bool good = true;

	if (period->bound != BOUND_NONE)
		reading_take(r);
	if (!reading_peek(r)) {
		complain_field(r, MODEL_VALUE_MISSING);
		value->kind = VALUE_HOLE;
		return value;
	}
	duration = value_duration(r);
	if (duration->kind != VALUE_DURATION)
		return duration;
	period->duration = duration->as.duration;
	if (next_word(r) == WORD_PERIOD_WORD_AFTER) {
		reading_take(r);
		read_events(r, period);
	}
	if (next_word(r) == WORD_PERIOD_WORD_FROM)
		good = read_start(r, period);
	if (!good)
		value->kind = VALUE_HOLE;
	return value;
}

static struct value *read_with_events(struct reading *r, struct value *value, enum period_kind kind)
{
	reading_take(r);
	value->as.period->kind = kind;
	read_events(r, value->as.period);
	return value;
}

/* What a word may begin: one row a word of the vocabulary that does. */
static struct value *read_period(struct reading *r, struct value *value, enum word word)
{
	struct period *period = value->as.period;

	if (word == WORD_PERIOD_WORD_DURING)
		return read_with_events(r, value, PERIOD_DURING);
	if (word == WORD_PERIOD_WORD_UNTIL)
		return read_with_events(r, value, PERIOD_UNTIL);
	if (word == WORD_PERIOD_WORD_CRITERIA)
		return read_criteria(r, value);
	if (word == WORD_PERIOD_WORD_INDEFINITE) {
		reading_take(r);
		period->kind = PERIOD_INDEFINITE;
		return value;
	}
	if (word == WORD_PERIOD_WORD_AT_MOST)
		period->bound = BOUND_AT_MOST;
	else if (word == WORD_PERIOD_WORD_AT_LEAST)
		period->bound = BOUND_AT_LEAST;
	else if (word != WORD_NONE)
		return complain_hole(r, MODEL_PERIOD, reading_take(r));
	return read_timed(r, value);
}

/* period = timed | ( "during" | "until" ), events | criteria | "indefinite" ; */
struct value *value_period(struct reading *r)
{
	struct value *value = value_new(r, VALUE_PERIOD, reading_peek(r)), *read;
	struct span first = value->span;

	value->as.period = ARENA_NEW(r->b->arena, struct period);
	value->as.period->from = WORD_NONE;
	read = read_period(r, value, next_word(r));
	while (reading_peek(r) && reading_peek(r)->kind == TOKEN_WORD) {
		const struct written *written = reading_take(r);
		if (read->kind != VALUE_HOLE)
			read = complain_phrase(r, MODEL_PERIOD, written);
	}
	if (read->kind == VALUE_PERIOD)
		read->span = span_join(first, r->statement->values.v[r->at - 1].span);
	return read;
}
