/*
 * Reads and writes baselines through jansson. Takes findings of one policy at a
 * time; keeps fingerprints, never places, so that lines may move. Refuses a file
 * that is not a baseline of this edition.
 */
#include "report/baseline.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/file.h"
#include "rules/rules.h"

#define BASELINE_EDITION 1
#define BASELINE_LIMIT	 ((size_t)64 << 20) /* bytes */

static struct str member(struct arena *arena, const json_t *entry, const char *name)
{
	const json_t *text = json_object_get(entry, name);

	return json_is_string(text) ? str_copy(arena, str_of(json_string_value(text))) : STR("");
}

static void add_entry(struct baseline *baseline, struct baseline_entry entry)
{
	struct baseline_entry *kept = ARENA_NEW(baseline->arena, struct baseline_entry);

	if (str_is_empty(entry.fingerprint) || map_get(&baseline->by_fingerprint, entry.fingerprint))
		return;
	*kept = entry;
	map_set(baseline->arena, &baseline->by_fingerprint, kept->fingerprint, kept);
	for (size_t i = 0; i < kept->items.n; i++)
		map_set(baseline->arena, &baseline->by_item, kept->items.v[i], kept);
	vec_add(baseline->arena, &baseline->entries, kept);
}

static struct item_prints items_of(struct arena *arena, const json_t *entry)
{
	struct item_prints items = { NULL, 0, 0 };
	const json_t *item;
	size_t i;

	json_array_foreach(json_object_get(entry, "items"), i, item)
	{
		if (json_is_string(item))
			vec_add(arena, &items, str_copy(arena, str_of(json_string_value(item))));
	}
	return items;
}

static enum baseline_result read_entries(struct baseline *baseline, const json_t *file)
{
	const json_t *findings = json_object_get(file, "findings");
	const json_t *entry;
	size_t i;
	json_int_t edition = json_integer_value(json_object_get(file, "baseline"));

	if (edition > BASELINE_EDITION)
		return BASELINE_LATER;
	if (edition != BASELINE_EDITION || !json_is_array(findings))
		return BASELINE_NOT_ONE;
	json_array_foreach(findings, i, entry)
	{
		struct baseline_entry read = { member(baseline->arena, entry, "policy"),
					       member(baseline->arena, entry, "rule"),
					       member(baseline->arena, entry, "fingerprint"),
					       items_of(baseline->arena, entry), false };

		if (str_is_empty(read.fingerprint))
			return BASELINE_NOT_ONE;
		add_entry(baseline, read);
	}
	return BASELINE_READ;
}

enum baseline_result baseline_read(struct baseline *baseline, const char *path,
				   struct baseline_problem *problem)
{
	struct buf bytes = BUF_INIT;
	enum baseline_result result = BASELINE_NOT_ONE;
	json_error_t error = { .line = 0 };
	json_t *file = NULL;

	*problem = (struct baseline_problem) { .error = file_read(path, BASELINE_LIMIT, &bytes) };
	if (problem->error)
		result = BASELINE_UNREADABLE;
	else
		file = json_loadb(bytes.s ? bytes.s : "", bytes.n, 0, &error);
	if (file)
		result = read_entries(baseline, file);
	else
		problem->line = error.line;
	json_decref(file);
	buf_release(&bytes);
	return result;
}

static struct str *fingerprints_of(struct arena *arena, const struct findings *findings, struct str policy)
{
	struct str *fingerprints = ARENA_ARRAY(arena, struct str, findings->list.n);

	report_fingerprints(arena, findings, policy, fingerprints);
	return fingerprints;
}

/* The entry of the finding, or one of those that together named all of its items. */
static struct baseline_entry *entry_of(const struct baseline *baseline, struct str fingerprint,
				       struct item_prints items)
{
	struct baseline_entry *entry = map_get(&baseline->by_fingerprint, fingerprint);

	if (entry)
		return entry;
	for (size_t i = 0; i < items.n; i++) {
		entry = map_get(&baseline->by_item, items.v[i]);
		if (!entry)
			return NULL;
	}
	return entry;
}

void baseline_apply(struct baseline *baseline, struct findings *findings, struct str policy)
{
	struct str *fingerprints = fingerprints_of(findings->arena, findings, policy);

	map_set(baseline->arena, &baseline->policies, str_copy(baseline->arena, policy), baseline);
	for (size_t i = 0; i < findings->list.n; i++) {
		struct diag *diag = findings->list.v[i];
		struct baseline_entry *entry = entry_of(baseline, fingerprints[i],
							report_item_prints(findings->arena, diag, policy));

		if (!entry || !rules_of_code(diag->code))
			continue;
		entry->is_met = true;
		findings_set_known(findings, diag);
	}
}

size_t baseline_unmet(const struct baseline *baseline)
{
	size_t n = 0;

	for (size_t i = 0; i < baseline->entries.n; i++) {
		const struct baseline_entry *entry = baseline->entries.v[i];

		n += !entry->is_met && map_get(&baseline->policies, entry->policy);
	}
	return n;
}

void baseline_add(struct baseline *baseline, const struct findings *findings, struct str policy)
{
	struct str *fingerprints = fingerprints_of(findings->arena, findings, policy);

	for (size_t i = 0; i < findings->list.n; i++) {
		const struct diag *diag = findings->list.v[i];
		struct baseline_entry entry = { .policy = policy, .fingerprint = fingerprints[i] };

		if (diag->waived || !rules_of_code(diag->code))
			continue;
		entry.policy = str_copy(baseline->arena, policy);
		entry.rule = str_of(diag->code->id);
		entry.fingerprint = str_copy(baseline->arena, fingerprints[i]);
		entry.items = report_item_prints(baseline->arena, diag, policy);
		add_entry(baseline, entry);
	}
}

static int compare_entries(const void *left, const void *right)
{
	const struct baseline_entry *a = *(struct baseline_entry *const *)left;
	const struct baseline_entry *b = *(struct baseline_entry *const *)right;
	int order = str_cmp(a->policy, b->policy);

	order = order ? order : str_cmp(a->rule, b->rule);
	return order ? order : str_cmp(a->fingerprint, b->fingerprint);
}

static json_t *text(struct str s)
{
	return json_stringn_nocheck(s.s, s.n);
}

/* One finding a line, so that a change of the file reads well. */
static void add_line(struct buf *out, const struct baseline_entry *entry)
{
	json_t *line = json_pack("{so so so}", "policy", text(entry->policy), "rule", text(entry->rule),
				 "fingerprint", text(entry->fingerprint));
	json_t *items = json_array();
	char *bytes;

	for (size_t i = 0; i < entry->items.n; i++)
		json_array_append_new(items, text(entry->items.v[i]));
	if (entry->items.n)
		json_object_set(line, "items", items);
	json_decref(items);
	bytes = line ? json_dumps(line, 0) : NULL;
	if (!bytes)
		memory_exhausted();
	buf_add_format(out, "  %s", bytes);
	free(bytes);
	json_decref(line);
}

void baseline_write(struct buf *out, struct baseline *baseline)
{
	if (baseline->entries.n > 1)
		qsort(baseline->entries.v, baseline->entries.n, sizeof(*baseline->entries.v),
		      compare_entries);
	buf_add_format(out, "{\n \"tool\": \"polc\",\n \"baseline\": %d,\n \"findings\": [",
		       BASELINE_EDITION);
	for (size_t i = 0; i < baseline->entries.n; i++) {
		buf_add_text(out, i ? ",\n" : "\n");
		add_line(out, baseline->entries.v[i]);
	}
	buf_add_text(out, baseline->entries.n ? "\n ]\n}\n" : "]\n}\n");
}
