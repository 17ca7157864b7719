/*
 * Checks of storage periods (GDPR Arts. 5(1)(e), 13(2)(a) and 21(3)), and what all
 * checks of periods share. Reads the index of model/retention.h; adds findings.
 */
#include "rules/gdpr/retention.h"

enum { MARK_APPLIES = 1, MARK_EXAMINED = 2 };

const char *const rule_email_opening[] = { "email-open", "ouverture-de-courriel", NULL };

struct retention_index *rule_retention(struct rules_run *run)
{
	if (!run->retention)
		run->retention = model_retention_index(run->arena, run->model);
	return run->retention;
}

struct span rule_retention_place(const struct retention_entry *entry)
{
	return object_place(entry->object,
			    entry->object->block == BLOCK_RETAIN ? RETAIN_PERIOD : RETENTION_PERIOD);
}

bool rule_is_event(const struct object *event, const char *const *identifiers)
{
	for (; *identifiers; identifiers++) {
		if (str_is(event->id, *identifiers))
			return true;
	}
	return false;
}

const struct value *rule_period_event(const struct period *period, const char *const *identifiers)
{
	for (const struct value *value = period ? period->events : NULL; value; value = value->next) {
		if (value->kind == VALUE_REFERENCE && rule_is_event(value->as.reference, identifiers))
			return value;
	}
	return NULL;
}

const struct object *rule_retention_about(const struct rules_run *run, const struct retention_entry *entry)
{
	static const enum field named[] = { RETENTION_PURPOSE, RETENTION_DATA, RETENTION_PEOPLE };

	if (entry->purpose)
		return entry->purpose;
	if (object_has(entry->object, RETENTION_LABEL))
		return entry->object;
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		const struct value *value = object_value(entry->object, named[i]);

		if (value)
			return value->as.reference;
	}
	return run->model->policy;
}

/* GDPR Art. 13(2)(a). */
void check_retention_missing(struct rules_run *run, const struct rule *rule, const struct object *purpose)
{
	struct retention_groups groups = { 0 };

	model_retention_for(rule_retention(run), purpose, &groups);
	if (!groups.list.n && !(groups.also && groups.also->list.n))
		rule_arg_title(run, rule_fire(run, rule, purpose, purpose->keyword), "purpose", purpose);
}

static bool is_vague(struct rules_run *run, const struct period *period)
{
	const struct text *criteria = period ? period->criteria : NULL;

	if (period && period->kind == PERIOD_INDEFINITE)
		return true;
	return criteria &&
	       (lexicon_find(run, LEXICON_VAGUE_RETENTION, criteria->in[LANG_FR], LANG_FR, NULL) ||
		lexicon_find(run, LEXICON_VAGUE_RETENTION, criteria->in[LANG_EN], LANG_EN, NULL));
}

static void mark_groups(const struct retention_groups *groups)
{
	for (size_t i = 0; groups && i < groups->list.n; i++)
		groups->list.v[i].list->marks |= MARK_APPLIES;
}

static void fire_vague(struct rules_run *run, const struct rule *rule, const struct retention_entry *entry)
{
	struct diag *diag;

	if (!is_vague(run, entry->period))
		return;
	diag = rule_fire(run, rule, entry->object, rule_retention_place(entry));
	if (entry->period->criteria)
		rule_arg_text(run, diag, "text", entry->period->criteria);
	else
		rule_arg_word(run, diag, "text", WORD_PERIOD_WORD_INDEFINITE);
}

/* One of the lists under which the entry is filed applies to some purpose. */
static bool applies(const struct retention_index *index, const struct retention_entry *entry)
{
	const struct object *object = entry->object;
	const struct retention_list *own;

	if (entry->purpose) {
		own = object_has(object, RETAIN_DATA) ? index->purpose_data : index->purpose;
		return own[entry->purpose->number].marks & MARK_APPLIES;
	}
	own = object_has(object, RETENTION_DATA) ? index->purpose_data : index->purpose;
	for_each_value(value, object, RETENTION_PURPOSE)
	{
		if (own[value->as.reference->number].marks & MARK_APPLIES)
			return true;
	}
	if (!object_has(object, RETENTION_PURPOSE)) {
		for_each_value(value, object, RETENTION_DATA)
		{
			if (index->data[value->as.reference->number].marks & MARK_APPLIES)
				return true;
		}
		for_each_value(value, object, RETENTION_PEOPLE)
		{
			if (index->people[value->as.reference->number].marks & MARK_APPLIES)
				return true;
		}
	}
	return entry->by_default && (index->defaults.marks & MARK_APPLIES);
}

/* GDPR Art. 13(2)(a), Art. 5(1)(e): only the entries that apply to some purpose, or
 * the default where no purpose is declared. */
void check_retention_vague(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	struct retention_index *index = rule_retention(run);
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];
	struct retention_groups groups = { 0 };

	(void)policy;
	for (size_t i = 0; i < purposes->list.n; i++) {
		model_retention_for(index, purposes->list.v[i], &groups);
		mark_groups(&groups);
		mark_groups(groups.also);
	}
	if (!purposes->list.n)
		index->defaults.marks |= MARK_APPLIES;
	for (size_t i = 0; i < index->entries.n; i++) {
		if (applies(index, index->entries.v[i]))
			fire_vague(run, rule, index->entries.v[i]);
	}
}

static const char *const opt_out[] = {
	"unsubscribe", "objection", "consent-withdrawal", "désinscription", "opposition", "retrait", NULL
};

/* The first entry of the list that counts a period from the opt-out, looked for once. */
static const struct retention_entry *find_after_opt_out(struct retention_list *list)
{
	for (size_t i = 0; i < list->entries.n && !(list->marks & MARK_EXAMINED); i++) {
		const struct retention_entry *entry = list->entries.v[i];

		if (entry->period && entry->period->kind == PERIOD_AFTER &&
		    entry->kind != WORD_RETENTION_KIND_OPPOSITION_LIST &&
		    rule_period_event(entry->period, opt_out)) {
			list->found = entry;
			break;
		}
	}
	list->marks |= MARK_EXAMINED;
	return list->found;
}

static const struct retention_entry *find_in_groups(const struct retention_groups *groups)
{
	for (size_t i = 0; groups && i < groups->list.n; i++) {
		const struct retention_entry *entry = find_after_opt_out(groups->list.v[i].list);

		if (entry)
			return entry;
	}
	return NULL;
}

/* GDPR Art. 21(3): "shall no longer be processed for such purposes". */
void check_retention_after_opt_out(struct rules_run *run, const struct rule *rule,
				   const struct object *purpose)
{
	struct retention_groups groups = { 0 };
	const struct retention_entry *entry;
	const struct value *event;
	struct diag *diag;

	if (!purpose_is_marketing(purpose))
		return;
	model_retention_for(rule_retention(run), purpose, &groups);
	entry = find_in_groups(&groups);
	entry = entry ? entry : find_in_groups(groups.also);
	if (!entry)
		return;
	event = rule_period_event(entry->period, opt_out);
	diag = rule_fire(run, rule, purpose, rule_retention_place(entry));
	rule_arg_title(run, diag, "purpose", purpose);
	rule_arg_title(run, diag, "event", event->as.reference);
}
