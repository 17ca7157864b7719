/*
 * Checks of storage periods against the references of law/retention.def, and of the
 * events from which they run. Adds findings about entries and trackers.
 */
#include "law/retention.h"

#include "rules/gdpr/retention.h"

#define YEAR 12

/* WP260 annex: a period whose start nobody can tell. */
void check_retention_start(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct retention_index *index = rule_retention(run);

	(void)policy;
	for (size_t i = 0; i < index->entries.n; i++) {
		const struct retention_entry *entry = index->entries.v[i];
		const struct period *period = entry->period;

		if (period && period->kind == PERIOD_AFTER && !period->events && period->from == WORD_NONE)
			rule_arg_duration(run,
					  rule_fire(run, rule, entry->object, rule_retention_place(entry)),
					  "period", period->duration);
	}
}

/* CNIL SAN-2020-003: opening an e-mail is no contact from the person. */
void check_retention_email_open(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct retention_index *index = rule_retention(run);

	(void)policy;
	for (size_t i = 0; i < index->entries.n; i++) {
		const struct value *event =
				rule_period_event(index->entries.v[i]->period, rule_email_opening);

		if (event)
			rule_fire(run, rule, index->entries.v[i]->object, event->span);
	}
}

static struct duration duration_of_months(int months)
{
	return months % YEAR ? (struct duration) { months, UNIT_MONTH }
			     : (struct duration) { months / YEAR, UNIT_YEAR };
}

/* Reference for the kind's word, or NULL. */
static const struct retention_reference *reference_of(const struct rules_run *run, enum word kind)
{
	if (kind == WORD_NONE)
		return NULL;
	return law_retention_on(str_of(schema_words[kind].word[LANG_EN]), run->options->as_of);
}

/* A month counts up to 31 days, so that "31 days" does not exceed "1 month". */
static bool exceeds(double months, int limit)
{
	return months > limit * (31.0 / 30.0);
}

static bool is_exact(enum unit unit)
{
	return unit == UNIT_MONTH || unit == UNIT_YEAR;
}

struct measured {
	struct duration duration;
	enum word kind;
	enum word from; /* the end of year that adds to the period, or WORD_NONE */
	bool is_justified;
};

static void fire_maximum(struct rules_run *run, const struct rule *rule, const struct object *subject,
			 struct span place, struct measured measured)
{
	const struct retention_reference *reference = reference_of(run, measured.kind);
	double months = duration_months(measured.duration) + (measured.from != WORD_NONE ? YEAR : 0);
	static const struct words a_year_more = WORDS(" (jusqu'à un an de plus)", " (up to a year more)");
	struct rule_item slack = { { { "", 0 }, { "", 0 } } };
	struct diag *diag;

	if (!reference || !reference->max_months)
		return;
	if (is_exact(measured.duration.unit) ? months <= reference->max_months
					     : !exceeds(months, reference->max_months))
		return;
	for (int lang = 0; lang < LANG_COUNT && measured.from != WORD_NONE; lang++)
		slack.in[lang] = str_format(run->arena, " %s%s", schema_words[measured.from].label.in[lang],
					    a_year_more.in[lang]);
	diag = rule_fire(run, rule, subject, place);
	rule_arg_duration(run, diag, "period", measured.duration);
	rule_arg_both(run, diag, "slack", slack);
	rule_arg_word(run, diag, "type", measured.kind);
	rule_arg_duration(run, diag, "max", duration_of_months(reference->max_months));
	rule_arg_words(run, diag, "source", reference->source);
	if (measured.is_justified)
		findings_set_level(run->findings, diag, LEVEL_NOTE);
}

/* A duration of a tracker, which is of a kind by nature. */
static void check_field(struct rules_run *run, const struct rule *rule, const struct object *object,
			enum field field, enum word kind)
{
	const struct value *value = object_value(object, field);

	if (value)
		fire_maximum(run, rule, object, value->span,
			     (struct measured) { value->as.duration, kind, WORD_NONE, false });
}

static void check_trackers(struct rules_run *run, const struct rule *rule)
{
	const struct rule_objects *trackers = &run->objects[BLOCK_TRACKER];
	const struct object *all = object_object(run->model->root, ROOT_TRACKERS);

	check_field(run, rule, all, TRACKERS_LIFETIME, WORD_RETENTION_KIND_TRACKER_LIFETIME);
	check_field(run, rule, all, TRACKERS_REMEMBER_CHOICE, WORD_RETENTION_KIND_CONSENT_CHOICE);
	for (size_t i = 0; i < trackers->list.n; i++) {
		const struct object *tracker = trackers->list.v[i];

		check_field(run, rule, tracker, TRACKER_LIFETIME, WORD_RETENTION_KIND_TRACKER_LIFETIME);
		if (object_has_word(tracker, TRACKER_KIND, WORD_TRACKER_KIND_AUDIENCE_OWN) ||
		    object_has_word(tracker, TRACKER_KIND, WORD_TRACKER_KIND_AUDIENCE_THIRD))
			check_field(run, rule, tracker, TRACKER_DATA_KEPT, WORD_RETENTION_KIND_AUDIENCE_DATA);
	}
}

/* The CNIL's maxima: indicative, so that a justification leaves but a note. */
void check_retention_maximum(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct retention_index *index = rule_retention(run);

	(void)policy;
	for (size_t i = 0; i < index->entries.n; i++) {
		const struct retention_entry *entry = index->entries.v[i];
		const struct period *period = entry->period;
		bool retain = entry->object->block == BLOCK_RETAIN;
		bool justified = object_has(entry->object, retain ? RETAIN_BECAUSE : RETENTION_BECAUSE);

		if (!period || period->kind != PERIOD_AFTER || period->bound == BOUND_AT_LEAST)
			continue;
		fire_maximum(run, rule, entry->object, rule_retention_place(entry),
			     (struct measured) { period->duration, entry->kind, period->from, justified });
	}
	check_trackers(run, rule);
}

/* For each kind the longest period of an archive, in months. */
static double *longest_archives(struct rules_run *run, const struct retention_index *index)
{
	double *longest = ARENA_ARRAY(run->arena, double, WORD_COUNT);

	for (size_t i = 0; i < index->entries.n; i++) {
		const struct retention_entry *entry = index->entries.v[i];
		double months;

		if (!entry->archive || !entry->period || entry->period->kind != PERIOD_AFTER)
			continue;
		months = duration_months(entry->period->duration);
		longest[entry->kind] = months > longest[entry->kind] ? months : longest[entry->kind];
	}
	return longest;
}

/* Statutory minima: the active period may be shorter when an archive of the same kind
 * takes over. A month counts from 30 days on. */
void check_retention_minimum(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct retention_index *index = rule_retention(run);
	const double *archived = longest_archives(run, index);

	(void)policy;
	for (size_t i = 0; i < index->entries.n; i++) {
		const struct retention_entry *entry = index->entries.v[i];
		const struct retention_reference *reference = reference_of(run, entry->kind);
		struct diag *diag;

		if (!reference || !reference->min_months || !entry->period ||
		    entry->period->kind != PERIOD_AFTER)
			continue;
		if (duration_months(entry->period->duration) >= reference->min_months ||
		    archived[entry->kind] >= reference->min_months)
			continue;
		diag = rule_fire(run, rule, entry->object, rule_retention_place(entry));
		rule_arg_duration(run, diag, "period", entry->period->duration);
		rule_arg_word(run, diag, "type", entry->kind);
		rule_arg_duration(run, diag, "min", duration_of_months(reference->min_months));
		rule_arg_words(run, diag, "source", reference->source);
	}
}
