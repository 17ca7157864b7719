/*
 * Reads every `allow`, keeps those that hold, and matches them with the findings
 * of this run: a finding is covered by a waiver of its rule in its subject, in a
 * block around that, or in the policy block.
 */
#include "rules/waivers.h"

const struct code waiver_codes[WAIVER_CODE_COUNT] = {
#define CODE(name, id, level, fr, en, help_fr, help_en)                                                      \
	[WAIVER_##name] = { (id), (level), NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "rules/waivers.def"
#undef CODE
};

#define NEAR_ENOUGH 4 /* edits between a mistyped identifier and the one suggested */

/* A waiver that holds, by the number of its `allow`. */
struct waiver {
	const struct object *allow; /* NULL: it does not hold */
	const struct rule *rule;
	const char *reason;
	bool used;
};

static struct diag *waiver_fire(struct rules_run *run, enum waiver_code code, const struct object *allow,
				struct str rule)
{
	struct diag *diag = findings_add(run->findings, &waiver_codes[code], object_place(allow, ALLOW_RULE));

	diag->subject = allow->parent;
	rule_arg(run, diag, "rule", rule);
	return diag;
}

static const struct rule *nearest_rule(struct str written)
{
	const struct rule *nearest = NULL;
	size_t best = NEAR_ENOUGH + 1;

	for (size_t i = 0; i < RULE_COUNT; i++) {
		size_t distance = utf8_distance(written, str_of(rules_table[i].code.id), best);

		if (distance < best) {
			best = distance;
			nearest = &rules_table[i];
		}
	}
	return nearest;
}

static void report_unknown(struct rules_run *run, const struct object *allow, struct str written)
{
	struct diag *diag = waiver_fire(run, WAIVER_UNKNOWN, allow, written);
	const struct rule *nearest = nearest_rule(written);
	struct str id;

	if (!nearest) {
		rule_arg(run, diag, "suggestion", STR(""));
		return;
	}
	id = str_of(nearest->code.id);
	diag_add_words(run->findings, diag, "suggestion",
		       str_format(run->arena, " ; peut-être %.*s", STR_ARGS(id)),
		       str_format(run->arena, "; perhaps %.*s", STR_ARGS(id)));
	diag_add_fix(run->findings, diag, object_place(allow, ALLOW_RULE), id, TRUST_LIKELY);
}

static bool has_expired(const struct rules_run *run, const struct value *until)
{
	return until && run->options->as_of.year && date_cmp(run->options->as_of, until->as.date) > 0;
}

/* Keeps the waiver when it holds; else says why it does not. */
static void read_waiver(struct rules_run *run, struct waiver *waiver, const struct object *allow)
{
	struct str id = object_name(allow, ALLOW_RULE);
	const struct rule *rule = rules_find(id);
	const struct value *until = object_value(allow, ALLOW_UNTIL);

	if (str_is_empty(id) || str_is_blank(object_name(allow, ALLOW_REASON)))
		return; /* the model, or DOC-EMPTY, has said so */
	if (!rule) {
		report_unknown(run, allow, id);
	} else if (rule->code.level == LEVEL_ERROR && !(rule->flags & RULE_CONTESTED)) {
		waiver_fire(run, WAIVER_DENIED, allow, id);
	} else if (has_expired(run, until)) {
		rule_arg_date(run, waiver_fire(run, WAIVER_EXPIRED, allow, id), "date", until->as.date);
	} else {
		waiver->allow = allow;
		waiver->rule = rule;
		waiver->reason = str_copy(run->arena, object_name(allow, ALLOW_REASON)).s;
	}
}

/* The waivers of one object that name the rule of the finding. */
static void waive_by(struct rules_run *run, struct waiver *waivers, const struct object *owner,
		     struct diag *diag)
{
	for (const struct value *value = owner->allows; value; value = value->next) {
		struct waiver *waiver;

		if (value->kind != VALUE_OBJECT)
			continue;
		waiver = &waivers[value->as.object->number];
		if (!waiver->allow || &waiver->rule->code != diag->code)
			continue;
		waiver->used = true;
		if (!diag->waived) {
			findings_waive(run->findings, diag, waiver->reason);
			diag->waiver = waiver->allow;
		}
	}
}

static void waive(struct rules_run *run, struct waiver *waivers, struct diag *diag)
{
	const struct object *policy = run->model->policy;
	const struct object *owner = diag->subject;

	for (; owner && owner != policy && owner->parent; owner = owner->parent)
		waive_by(run, waivers, owner, diag);
	waive_by(run, waivers, policy, diag);
	waive_by(run, waivers, run->model->root, diag);
}

void waivers_apply(struct rules_run *run)
{
	const struct rule_objects *allows = &run->objects[BLOCK_ALLOW];
	size_t findings = run->findings->list.n;
	struct waiver *waivers;

	if (!allows->list.n)
		return;
	waivers = ARENA_ARRAY(run->arena, struct waiver, allows->numbers);
	for (size_t i = 0; i < allows->list.n; i++)
		read_waiver(run, &waivers[allows->list.v[i]->number], allows->list.v[i]);
	for (size_t i = 0; i < findings; i++)
		waive(run, waivers, run->findings->list.v[i]);
	for (size_t i = 0; i < allows->list.n; i++) {
		const struct waiver *waiver = &waivers[allows->list.v[i]->number];

		if (waiver->allow && !waiver->used)
			waiver_fire(run, WAIVER_UNUSED, waiver->allow, str_of(waiver->rule->code.id));
	}
}
