/*
 * Finds two storage periods that contradict each other: the same purpose, data and
 * people, the same stage, kind and label, and another period. Takes the entries of
 * the model, adds at most one finding for each; linear.
 */
#include <string.h>

#include "rules/gdpr/retention.h"

/* What makes two entries speak of the same thing. A set of objects is its digest. */
struct key {
	uint64_t purposes, data, people;
	uint64_t label;
	uint32_t kind, archive;
};

static uint64_t mix(uint64_t x)
{
	x ^= x >> 33;
	x *= 0xff51afd7ed558ccdU;
	x ^= x >> 33;
	return x;
}

/* The same for the same objects in any order; 0 for none. */
static uint64_t digest(const struct object *object, enum field field)
{
	uint64_t sum = 0;

	for_each_value(value, object, field) sum += mix(value->as.reference->number);
	return sum;
}

static uint64_t digest_text(const struct text *text, enum lang lang)
{
	uint64_t sum = 0;
	struct str s = text_in(text, lang);

	for (size_t i = 0; i < s.n; i++)
		sum = mix(sum + (unsigned char)s.s[i]);
	return sum;
}

/* A start is the set of its events and the end of year from which it counts. */
static uint64_t start_of(const struct period *period)
{
	uint64_t sum = period->from;

	for (const struct value *value = period->events; value; value = value->next) {
		if (value->kind == VALUE_REFERENCE)
			sum += mix((uint64_t)(uintptr_t)value->as.reference);
	}
	return sum;
}

/* Periods of which two for the same thing exclude each other: `during` and `until`
 * may precede the count, and a criterion is no figure. */
static bool is_figure(const struct retention_entry *entry)
{
	return entry->period &&
	       (entry->period->kind == PERIOD_AFTER || entry->period->kind == PERIOD_INDEFINITE);
}

static bool differ(const struct period *a, const struct period *b)
{
	if (a->kind != b->kind)
		return true;
	if (a->kind == PERIOD_INDEFINITE)
		return false;
	return duration_months(a->duration) < duration_months(b->duration) ||
	       duration_months(a->duration) > duration_months(b->duration) || start_of(a) != start_of(b);
}

struct conflicts {
	struct rules_run *run;
	const struct rule *rule;
	struct map seen; /* the first entry of each key */
};

/* "3 ans" and " après le dernier contact"; the second is empty without an event. */
static void arg_period(struct rules_run *run, struct diag *diag, const char *const names[2],
		       const struct period *period)
{
	static const struct words after = WORDS(" après ", " after ");
	struct rule_item start = { { { "", 0 }, { "", 0 } } };
	const struct value *event = period->events;

	if (period->kind == PERIOD_INDEFINITE)
		rule_arg_word(run, diag, names[0], WORD_PERIOD_WORD_INDEFINITE);
	else
		rule_arg_duration(run, diag, names[0], period->duration);
	for (int lang = 0; lang < LANG_COUNT && event && event->kind == VALUE_REFERENCE; lang++)
		start.in[lang] = str_format(run->arena, "%s%.*s", after.in[lang],
					    STR_ARGS(object_title(event->as.reference, (enum lang)lang)));
	rule_arg_both(run, diag, names[1], start);
}

/* True when the entry contradicts the first one of its key. */
static bool compare(struct conflicts *conflicts, const struct key *key, const struct retention_entry *entry)
{
	static const struct words label = WORDS("autre durée", "the other period");
	struct rules_run *run = conflicts->run;
	struct str bytes = { (const char *)key, sizeof(*key) };
	const struct retention_entry *first = map_get(&conflicts->seen, bytes);
	struct diag *diag;

	if (!first) {
		map_set(run->arena, &conflicts->seen, str_copy(run->arena, bytes), (void *)entry);
		return false;
	}
	if (first == entry || !differ(first->period, entry->period))
		return false;
	diag = rule_fire(run, conflicts->rule, entry->object, rule_retention_place(entry));
	rule_arg_title(run, diag, "key", rule_retention_about(run, entry));
	arg_period(run, diag, (const char *const[]) { "a", "astart" }, first->period);
	arg_period(run, diag, (const char *const[]) { "b", "bstart" }, entry->period);
	diag_add_label(run->findings, diag, rule_retention_place(first), label);
	return true;
}

/* Compares under each object of the field in turn, which takes the place of the set
 * in that part of the key; the other two sets count as a whole. */
static bool compare_each(struct conflicts *conflicts, const struct key *key, uint64_t *part, enum field field,
			 const struct retention_entry *entry)
{
	for_each_value(value, entry->object, field)
	{
		*part = mix(value->as.reference->number);
		if (compare(conflicts, key, entry))
			return true;
	}
	return false;
}

static void examine(struct conflicts *conflicts, const struct retention_entry *entry)
{
	const struct object *object = entry->object;
	bool retain = object->block == BLOCK_RETAIN;
	enum field data = retain ? RETAIN_DATA : RETENTION_DATA;
	struct key key;

	memset(&key, 0, sizeof(key));
	key.kind = entry->kind;
	key.archive = entry->archive;
	key.data = digest(object, data);
	key.people = digest(object, retain ? RETAIN_PEOPLE : RETENTION_PEOPLE);
	key.purposes = retain ? mix(entry->purpose->number) : digest(object, RETENTION_PURPOSE);
	if (!retain)
		key.label = digest_text(object_text(object, RETENTION_LABEL),
					conflicts->run->model->languages[0]);
	if (!key.purposes && !key.data && !key.people && !entry->by_default)
		return;
	if (compare(conflicts, &key, entry))
		return;
	if (!retain) {
		struct key each = key;

		if (compare_each(conflicts, &each, &each.purposes, RETENTION_PURPOSE, entry))
			return;
	}
	compare_each(conflicts, &key, &key.data, data, entry);
}

/* GDPR Arts. 5(1)(a) and 13(2)(a). */
void check_retention_conflict(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct retention_index *index = rule_retention(run);
	struct conflicts conflicts = { run, rule, { 0 } };

	(void)policy;
	for (size_t i = 0; i < index->entries.n; i++) {
		if (is_figure(index->entries.v[i]))
			examine(&conflicts, index->entries.v[i]);
	}
}
