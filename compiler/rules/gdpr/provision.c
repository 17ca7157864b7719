/*
 * Checks of provision.def (GDPR Art. 13(2)(e)): each category says whether providing it
 * is mandatory, or the policy says it once for all those that are silent.
 */
#include "rules/engine.h"
#include "rules/gdpr/data_use.h"

/* The field (DATA_REQUIRED, ROOT_REQUIRED) says the nature, or could not be read. */
static bool says_nature(const struct object *object, enum field field)
{
	const struct object *requirement = object_object(object, field);

	return requirement ? object_has(requirement, REQUIREMENT_NATURE) : object_has(object, field);
}

/* Mandatory, and silent on what happens otherwise. */
static bool lacks_consequences(const struct object *requirement)
{
	enum word nature = object_word(requirement, REQUIREMENT_NATURE);

	return (nature == WORD_REQUIRED_STATUTORY || nature == WORD_REQUIRED_CONTRACTUAL ||
		nature == WORD_REQUIRED_PRECONTRACTUAL) &&
	       !object_has(requirement, REQUIREMENT_OTHERWISE);
}

/* Data whose source is not said are taken to come from the person. */
void check_provision_stated(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *all = &run->objects[BLOCK_DATA];
	const bool *of_clients = data_of_clients(run);
	struct rule_list list = { 0 };
	const struct object *first = NULL;

	if (says_nature(root, ROOT_REQUIRED))
		return;
	for (size_t i = 0; i < all->list.n; i++) {
		const struct object *data = all->list.v[i];

		if (of_clients[data->number] || !data_is_given(data) || says_nature(data, DATA_REQUIRED))
			continue;
		first = first ? first : data;
		rule_list_add_title(run, &list, data);
	}
	if (first)
		rule_arg_list(run,
			      rule_fire(run, rule, run->model->policy, object_place(first, DATA_REQUIRED)),
			      "list", &list);
}

static struct rule_item quoted(struct rules_run *run, const struct object *data)
{
	return (struct rule_item) {
		{ str_format(run->arena, "les données « %.*s »", STR_ARGS(object_title(data, LANG_FR))),
		  str_format(run->arena, "the data '%.*s'", STR_ARGS(object_title(data, LANG_EN))) }
	};
}

static void report_requirement(struct rules_run *run, const struct rule *rule,
			       const struct object *requirement, struct rule_item category)
{
	const struct value *nature = object_value(requirement, REQUIREMENT_NATURE);

	rule_arg_both(run, rule_fire(run, rule, requirement, nature->span), "category", category);
}

/* A default that gives the consequences gives them for all; one that should and does
 * not is the one thing to mend. */
void check_provision_consequences(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *provision = object_object(root, ROOT_REQUIRED);
	const struct rule_objects *all = &run->objects[BLOCK_DATA];
	const bool *of_clients = data_of_clients(run);

	if (lacks_consequences(provision)) {
		report_requirement(run, rule, provision,
				   (struct rule_item) { { STR("les données demandées"),
							  STR("the data requested") } });
		return;
	}
	if (object_has(provision, REQUIREMENT_OTHERWISE))
		return;
	for (size_t i = 0; i < all->list.n; i++) {
		const struct object *data = all->list.v[i];
		const struct object *requirement = object_object(data, DATA_REQUIRED);

		if (!of_clients[data->number] && lacks_consequences(requirement))
			report_requirement(run, rule, requirement, quoted(run, data));
	}
}
