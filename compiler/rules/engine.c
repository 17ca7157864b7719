/*
 * Runs the table over a model: lists the objects and texts once, reads the facts
 * that gate rules, evaluates each rule on each object of its subject, then lets
 * the waivers speak. Adds findings; changes nothing in the model.
 */
#include "rules/engine.h"

#include "rules/severities.h"
#include "rules/table_age.h"
#include "rules/triggers.h"
#include "rules/waivers.h"

static void collect_value(struct rules_run *run, const struct object *object, enum field field,
			  struct value *value);

static void add_object(struct rules_run *run, const struct object *object)
{
	struct rule_objects *objects = &run->objects[object->block];

	vec_add(run->arena, &objects->list, object);
	if (object->number >= objects->numbers)
		objects->numbers = object->number + 1u;
}

/* Depth is bounded by SYNTAX_DEPTH_LIMIT. */
static void collect_object(struct rules_run *run, const struct object *object)
{
	const struct block_row *block = schema_block(object->block);

	if (object->built_in)
		return;
	add_object(run, object);
	for (unsigned i = 0; i < block->n; i++) {
		for (struct value *value = object->slots[i]; value; value = value->next)
			collect_value(run, object, (enum field)(block->first + i), value);
	}
	for (struct value *allow = object->allows; allow; allow = allow->next) {
		if (allow->kind == VALUE_OBJECT)
			collect_object(run, allow->as.object);
	}
}

static void collect_value(struct rules_run *run, const struct object *object, enum field field,
			  struct value *value)
{
	struct rule_text text = { .object = object, .field = field, .value = value };

	if (value->kind == VALUE_OBJECT) {
		collect_object(run, value->as.object);
	} else if (value->kind == VALUE_TODO) {
		text.text = value->as.text;
		vec_add(run->arena, &run->todos, text);
	} else if (value->kind == VALUE_TEXT) {
		text.text = value->as.text;
		vec_add(run->arena, &run->texts, text);
	} else if (value->kind == VALUE_NAME) {
		if (schema_fields[field].type == TYPE_NAME || schema_fields[field].type == TYPE_LAW)
			vec_add(run->arena, &run->names, text);
	} else if (value->kind == VALUE_PERIOD && value->as.period->criteria) {
		text.text = value->as.period->criteria;
		vec_add(run->arena, &run->texts, text);
	}
}

/* Looks once at every text, in the languages of the policy, for all lexicons together. */
static void glance_at_texts(struct rules_run *run)
{
	for (size_t l = 0; l < run->model->language_count; l++) {
		enum lang lang = run->model->languages[l];

		for (size_t i = 0; i < run->texts.n; i++)
			run->texts.v[i].may_hold[lang] =
					triggers_met(text_in(run->texts.v[i].text, lang), lang);
		for (size_t i = 0; i < run->names.n; i++)
			run->names.v[i].may_hold[lang] = triggers_met(run->names.v[i].value->as.name, lang);
	}
}

static void read_gates(struct rules_run *run)
{
	run->gates[GATE_NONE] = TRI_YES;
	run->gates[GATE_PUBLIC_BODY] = model_public_body(run->model);
	run->gates[GATE_DPO] = model_has_dpo(run->model);
	run->gates[GATE_DECISIONS] = model_has_decisions(run->model);
	run->gates[GATE_TRACKERS] = model_has_trackers(run->model);
}

bool rule_is_in_profile(const struct rules_run *run, const struct rule *rule)
{
	bool processor = !model_is_controller(run->model);

	return (!processor || (rule->flags & (RULE_PROCESSOR | RULE_ANYONE))) &&
	       (!(rule->flags & RULE_FRANCE) || model_is_under(run->model, "FR"));
}

static void evaluate(struct rules_run *run, const struct rule *rule, const struct object *subject)
{
	if (rule->check)
		rule->check(run, rule, subject);
	else if (!object_has(subject, (enum field)rule->need))
		rule_arg_title(run, rule_fire(run, rule, subject, subject->keyword), "it", subject);
}

static void evaluate_rule(struct rules_run *run, const struct rule *rule)
{
	const struct rule_objects *objects = &run->objects[rule->subject];

	if (run->gates[rule->gate] != TRI_YES || !rule_is_in_profile(run, rule))
		return;
	for (size_t i = 0; i < objects->list.n; i++)
		evaluate(run, rule, objects->list.v[i]);
}

void rules_run(struct arena *arena, const struct model *model, const struct rules_options *options,
	       struct findings *findings)
{
	struct rules_run run = { .arena = arena, .model = model, .options = options, .findings = findings };

	if (!model->policy)
		return;
	collect_object(&run, model->root);
	glance_at_texts(&run);
	read_gates(&run);
	for (size_t i = 0; i < RULE_COUNT; i++)
		evaluate_rule(&run, &rules_table[i]);
	table_age_check(&run);
	waivers_apply(&run);
	lexicon_release(&run);
}

struct diag *rule_fire(struct rules_run *run, const struct rule *rule, const struct object *subject,
		       struct span span)
{
	struct diag *diag = findings_add(run->findings, &rule->code, span);

	diag->subject = subject;
	diag->law = rule_law(run, rule, subject);
	if (run->options->severities)
		findings_set_level(run->findings, diag, run->options->severities->level[rule - rules_table]);
	return diag;
}

struct span rule_text_span(const struct rules_run *run, const struct rule_text *text, enum lang lang,
			   struct lexicon_match match)
{
	const struct written *origin = text->text->origin[lang];
	const struct source *source = origin ? sources_get(run->model->sources, origin->span.file) : NULL;

	if (!source)
		return text->value->span;
	return (struct span) { origin->span.file, syntax_source_offset(source, origin, match.start),
			       syntax_source_offset(source, origin, match.end) };
}
