/*
 * Checks of purposes.def: purposes that are stated, single and clear, data that
 * serve one, further processing, references that keep their word.
 */
#include "model/xref.h"
#include "rules/engine.h"

static bool is_stated(struct rules_run *run, const struct object *purpose)
{
	const struct text *label = object_text(purpose, PURPOSE_LABEL);

	if (!label || text_is_blank(label)) /* a hole counts as said */
		return object_has(purpose, PURPOSE_LABEL);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		if (rule_is_placeholder(run, text_in(label, (enum lang)lang), (enum lang)lang))
			return false;
	}
	return true;
}

void check_purpose_stated(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	for (size_t i = 0; i < run->objects[BLOCK_PURPOSE].list.n; i++) {
		if (is_stated(run, run->objects[BLOCK_PURPOSE].list.v[i]))
			return;
	}
	rule_fire(run, rule, policy, policy->keyword);
}

/* Marks what the field of each object of a kind refers to, by number. */
static bool mark_used(const struct rules_run *run, bool *used, enum field field)
{
	const struct rule_objects *objects = &run->objects[schema_fields[field].block];
	bool some_silent = false;

	for (size_t i = 0; i < objects->list.n; i++) {
		some_silent = some_silent || !object_get(objects->list.v[i], field);
		for_each_value(value, objects->list.v[i], field)
		{
			if (value->kind == VALUE_REFERENCE &&
			    value->as.reference->number < run->objects[BLOCK_DATA].numbers)
				used[value->as.reference->number] = true;
		}
	}
	return some_silent;
}

/* A purpose that names no data uses those declared `default`. */
void check_data_used(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *data = &run->objects[BLOCK_DATA];
	bool *used = ARENA_ARRAY(run->arena, bool, data->numbers + 1);
	bool default_used;

	(void)root;
	if (!run->objects[BLOCK_PURPOSE].list.n)
		return;
	default_used = mark_used(run, used, PURPOSE_DATA);
	mark_used(run, used, TRACKER_DATA);
	mark_used(run, used, PROCESSOR_ROLE_DATA);
	mark_used(run, used, AGREEMENT_DATA);
	for (size_t i = 0; i < data->list.n; i++) {
		const struct object *category = data->list.v[i];
		struct diag *diag;

		if (used[category->number])
			continue;
		if (default_used && object_flag(category, DATA_DEFAULT) == TRI_YES)
			continue;
		diag = rule_fire(run, rule, category, category->keyword);
		rule_arg_title(run, diag, "category", category);
		rule_arg(run, diag, "id", category->id);
	}
}

/* The vague words of a label, in each language that has some. */
static bool find_vague(struct rules_run *run, const struct text *label, struct lexicon_match *matches,
		       struct rule_item *words)
{
	bool found = false;

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct str said = text_in(label, (enum lang)lang);

		words->in[lang] = STR("");
		if (!lexicon_find(run, LEXICON_VAGUE_PURPOSE, said, (enum lang)lang, &matches[lang]))
			continue;
		words->in[lang] = str_part(said, matches[lang].start, matches[lang].end);
		found = true;
	}
	return found;
}

/* The label, at its first language that is vague; a detail makes up for it. */
void check_purpose_clear(struct rules_run *run, const struct rule *rule, const struct object *purpose)
{
	struct rule_text label = { purpose,
				   PURPOSE_LABEL,
				   object_value(purpose, PURPOSE_LABEL),
				   object_text(purpose, PURPOSE_LABEL),
				   { 0 } };
	enum lang first = run->model->languages[0], other = lang_other(first);
	struct lexicon_match matches[LANG_COUNT];
	struct rule_item words;
	struct diag *diag;

	if (!label.text || object_has(purpose, PURPOSE_DETAIL) ||
	    !find_vague(run, label.text, matches, &words))
		return;
	if (!words.in[first].n) {
		words.in[first] = words.in[other];
		first = other;
	} else if (!words.in[other].n) {
		words.in[other] = words.in[first];
	}
	diag = rule_fire(run, rule, purpose, rule_text_span(run, &label, first, matches[first]));
	rule_arg_title(run, diag, "purpose", purpose);
	rule_arg_both(run, diag, "word", words);
}

void check_purpose_single(struct rules_run *run, const struct rule *rule, const struct object *purpose)
{
	bool seen[WORD_COUNT] = { false };
	struct rule_list types = { 0 };
	struct diag *diag;

	for_each_value(value, purpose, PURPOSE_TYPES)
	{
		if (value->kind != VALUE_WORD || seen[value->as.word])
			continue;
		seen[value->as.word] = true;
		rule_list_add_word(run, &types, value->as.word);
	}
	if (types.items.n < 2)
		return;
	diag = rule_fire(run, rule, purpose, object_place(purpose, PURPOSE_TYPES));
	rule_arg_title(run, diag, "purpose", purpose);
	rule_arg_list(run, diag, "types", &types);
}

static void check_further(struct rules_run *run, const struct rule *rule, const struct object *further)
{
	bool notice = object_has(further, FURTHER_NOTICE), ground = object_has(further, FURTHER_GROUND);
	struct rule_list missing = { 0 };

	if (object_flag(further, FURTHER_STATED) == TRI_NO || (notice && ground))
		return;
	if (!notice)
		rule_list_add(run, &missing, STR("l'information préalable des personnes"),
			      STR("prior information"));
	if (!ground)
		rule_list_add(run, &missing, STR("son fondement (consentement, loi ou compatibilité)"),
			      STR("a stated ground"));
	rule_arg_list(run, rule_fire(run, rule, further, further->keyword), "missing", &missing);
}

void check_further_processing(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct object *changes = object_object(root, ROOT_CHANGES);

	for (size_t i = 0; i < run->objects[BLOCK_FURTHER].list.n; i++)
		check_further(run, rule, run->objects[BLOCK_FURTHER].list.v[i]);
	if (object_flag(changes, CHANGES_NEW_PURPOSES) == TRI_YES)
		rule_arg_words(run,
			       rule_fire(run, rule, changes, object_place(changes, CHANGES_NEW_PURPOSES)),
			       "missing",
			       (struct words)WORDS("l'information préalable des personnes",
						   "prior information"));
}

/* The next reference that leads elsewhere than it announces. */
static bool next_wrong(const struct rules_run *run, struct str text, size_t *offset, struct xref *xref)
{
	while (model_xref_next(run->model, text, offset, xref)) {
		if (xref->state == XREF_OTHER_KIND)
			return true;
	}
	return false;
}

/* Languages repeat each other's references, in order: the same mistake is reported in
 * the first one only. */
static void check_text_references(struct rules_run *run, const struct rule *rule,
				  const struct rule_text *text, enum lang lang)
{
	enum lang first = run->model->languages[0];
	size_t offset = 0, offset_of_first = 0;
	struct xref xref, other;

	while (next_wrong(run, text_in(text->text, lang), &offset, &xref)) {
		struct lexicon_match place = { xref.start, xref.end };
		struct diag *diag;

		if (lang != first && next_wrong(run, text_in(text->text, first), &offset_of_first, &other) &&
		    other.section == xref.section && other.object == xref.object)
			continue;
		diag = rule_fire(run, rule, text->object, rule_text_span(run, text, lang, place));
		rule_arg(run, diag, "target", xref.target);
		rule_arg(run, diag, "kind", xref.kind);
	}
}

void check_references(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	for (size_t i = 0; i < run->texts.n; i++) {
		bool braces = run->texts.v[i].text->braces;

		for (size_t l = 0; braces && l < run->model->language_count; l++)
			check_text_references(run, rule, &run->texts.v[i], run->model->languages[l]);
	}
}
