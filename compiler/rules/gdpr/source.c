/*
 * Checks of source.def: data that were not obtained from the person, and data about
 * people other than the one who gives them (GDPR Art. 14).
 */
#include "rules/engine.h"
#include "rules/gdpr/data_use.h"

static bool has_other_source(const struct object *data)
{
	for_each_value(value, data, DATA_SOURCE)
	{
		if (rule_is_other_source(value->as.object))
			return true;
	}
	return false;
}

/* GDPR Art. 14(1)(d). */
void check_source_categories(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *all = &run->objects[BLOCK_DATA];
	const bool *of_clients = data_of_clients(run);

	(void)root;
	for (size_t i = 0; i < all->list.n; i++) {
		const struct object *data = all->list.v[i];

		if (of_clients[data->number] || !has_other_source(data) || object_has(data, DATA_LABEL) ||
		    object_has(data, DATA_ITEM) || object_has(data, DATA_DETAIL))
			continue;
		rule_arg_title(run, rule_fire(run, rule, data, data->keyword), "category", data);
	}
}

static bool is_generic(struct rules_run *run, const struct text *named)
{
	enum lang lang;

	return named && rule_find_words(run, LEXICON_GENERIC_SOURCE, named, &lang, NULL);
}

/* What the source leaves unsaid, and where; false: nothing. A public source is known to be one. */
static bool find_unsaid(struct rules_run *run, const struct object *source, struct rule_list *missing,
			struct span *place)
{
	bool generic = is_generic(run, object_text(source, SOURCE_NAMED));

	*place = generic ? object_place(source, SOURCE_NAMED) : source->keyword;
	if (generic)
		rule_list_add(run, missing, STR("le nom donné est trop général"),
			      STR("the name given is too generic"));
	else if (!object_has(source, SOURCE_NAMED))
		rule_list_add(run, missing, STR("la source n'est pas nommée"),
			      STR("the source is not named"));
	if (object_word(source, SOURCE_ORIGIN) != WORD_SOURCE_PUBLIC_SOURCE &&
	    !object_has(source, SOURCE_PUBLIC))
		rule_list_add(run, missing, STR("rien n'indique si elle est accessible au public"),
			      STR("nothing says whether it is publicly accessible"));
	return missing->items.n > 0;
}

/* The first source of the category that is not said in full. */
static void check_sources(struct rules_run *run, const struct rule *rule, const struct object *data)
{
	for_each_value(value, data, DATA_SOURCE)
	{
		struct rule_list missing = { 0 };
		struct span place;
		struct diag *diag;

		if (!rule_is_other_source(value->as.object) ||
		    !find_unsaid(run, value->as.object, &missing, &place))
			continue;
		diag = rule_fire(run, rule, data, place);
		rule_arg_title(run, diag, "category", data);
		rule_arg_list(run, diag, "missing", &missing);
		return;
	}
}

/* GDPR Art. 14(2)(f). */
void check_source_named(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *all = &run->objects[BLOCK_DATA];
	const bool *of_clients = data_of_clients(run);

	(void)root;
	for (size_t i = 0; i < all->list.n; i++) {
		if (!of_clients[all->list.v[i]->number])
			check_sources(run, rule, all->list.v[i]);
	}
}

/* GDPR Art. 14(1) to (3), (5): how the people whom someone else speaks of are told. */
void check_others_informed(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *all = &run->objects[BLOCK_ABOUT_OTHERS];
	const bool *of_clients = data_of_clients(run);

	(void)root;
	for (size_t i = 0; i < all->list.n; i++) {
		const struct object *others = all->list.v[i];
		const struct text *who = object_text(others, ABOUT_OTHERS_WHO);
		struct diag *diag;

		if (object_flag(others, ABOUT_OTHERS_STATED) == TRI_NO ||
		    of_clients[others->parent->number] || object_has(others, ABOUT_OTHERS_INFORMED) ||
		    object_has(others, ABOUT_OTHERS_EXEMPTION))
			continue;
		diag = rule_fire(run, rule, others->parent, others->keyword);
		if (who)
			rule_arg_text(run, diag, "people", who);
		else
			rule_arg_words(run, diag, "people",
				       (struct words)WORDS("d'autres personnes", "other people"));
	}
}
