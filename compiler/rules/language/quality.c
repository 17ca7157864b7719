/*
 * Checks of quality.def: dates, contents that are announced and missing, texts that
 * are the same in both languages. (readability.c measures sentences.)
 */
#include "rules/engine.h"

/* --- dates --- */

static const struct date *date_of(const struct object *policy, enum field field)
{
	const struct value *value = object_value(policy, field);

	return value && value->kind == VALUE_DATE ? &value->as.date : NULL;
}

/* The day after which no past revision can stand. */
static const struct date *later(const struct date *a, const struct date *b)
{
	if (!a || !b)
		return a ? a : b;
	return date_cmp(*a, *b) > 0 ? a : b;
}

static bool has_later_revision(const struct rules_run *run, const struct date *last)
{
	for (size_t i = 0; last && i < run->objects[BLOCK_REVISION].list.n; i++) {
		const struct date *date = date_of(run->objects[BLOCK_REVISION].list.v[i], REVISION_DATE);

		if (date && date_cmp(*date, *last) > 0)
			return true;
	}
	return false;
}

static void find_date_problems(struct rules_run *run, const struct object *policy, struct rule_list *what)
{
	const struct date *effective = date_of(policy, POLICY_EFFECTIVE),
			  *updated = date_of(policy, POLICY_UPDATED);

	if (!object_has(policy, POLICY_EFFECTIVE))
		rule_list_add(run, what, STR("aucune date d'entrée en vigueur"), STR("no effective date"));
	if (!object_has(policy, POLICY_UPDATED))
		rule_list_add(run, what, STR("aucune date de mise à jour"), STR("no date of last update"));
	if (updated && run->options->as_of.year && date_cmp(*updated, run->options->as_of) > 0)
		rule_list_add(run, what, STR("une date de mise à jour à venir"),
			      STR("a last update in the future"));
	if (has_later_revision(run, later(effective, updated)))
		rule_list_add(run, what, STR("une révision postérieure à ces dates"),
			      STR("a revision later than these dates"));
	if (what->items.n && !object_has(policy, POLICY_VERSION))
		rule_list_add(run, what, STR("aucun numéro de version"), STR("no version number"));
}

void check_dates(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	struct rule_list what = { 0 };
	enum field at = object_get(policy, POLICY_UPDATED) ? POLICY_UPDATED : POLICY_EFFECTIVE;

	find_date_problems(run, policy, &what);
	if (what.items.n)
		rule_arg_list(run, rule_fire(run, rule, policy, object_place(policy, at)), "what", &what);
}

/* --- contents --- */

static void report_gap(struct rules_run *run, const struct rule *rule, const struct rule_text *text,
		       struct span span, struct rule_item gap)
{
	struct diag *diag = rule_fire(run, rule, text->object, span);

	rule_arg_field(run, diag, "section", text->object, text->field);
	rule_arg_both(run, diag, "gap", gap);
}

static struct rule_item both(struct words words)
{
	return (struct rule_item) { { str_of(words.in[LANG_FR]), str_of(words.in[LANG_EN]) } };
}

static void report_todo(struct rules_run *run, const struct rule *rule, const struct rule_text *todo)
{
	struct str fr = rule_quote(run, rule_text_in(todo->text, LANG_FR));
	struct str en = rule_quote(run, rule_text_in(todo->text, LANG_EN));

	if (str_is_empty(fr)) {
		report_gap(run, rule, todo, todo->value->span,
			   both((struct words)WORDS("à préciser", "still to be completed")));
		return;
	}
	report_gap(run, rule, todo, todo->value->span,
		   (struct rule_item) { { str_format(run->arena, "à préciser (%.*s)", STR_ARGS(fr)),
					  str_format(run->arena, "still to be completed (%.*s)",
						     STR_ARGS(en)) } });
}

static void report_placeholder(struct rules_run *run, const struct rule *rule, const struct rule_text *text,
			       struct str found, struct span span)
{
	found = rule_quote(run, found);
	report_gap(run, rule, text, span,
		   (struct rule_item) {
				   { str_format(run->arena, "« %.*s » tient lieu de contenu",
						STR_ARGS(found)),
				     str_format(run->arena, "'%.*s' is a placeholder", STR_ARGS(found)) } });
}

static bool check_placeholder(struct rules_run *run, const struct rule *rule, const struct rule_text *text,
			      enum lang lang)
{
	struct str said = text->text ? text_in(text->text, lang) : text->value->as.name;
	struct lexicon_match match;

	if (!rule_text_may_hold(text, LEXICON_PLACEHOLDER, lang) ||
	    !lexicon_find(run, LEXICON_PLACEHOLDER, said, lang, &match))
		return false;
	report_placeholder(run, rule, text, str_part(said, match.start, match.end),
			   text->text ? rule_text_span(run, text, lang, match) : text->value->span);
	return true;
}

/* A text that ends with a colon announces a list. */
static bool announces(const struct rule_text *text, enum lang lang)
{
	struct str said;

	if (schema_fields[text->field].type != TYPE_MARKDOWN)
		return false;
	said = str_trim(text_in(text->text, lang));
	return said.n && said.s[said.n - 1] == ':';
}

static void check_text_content(struct rules_run *run, const struct rule *rule, const struct rule_text *text)
{
	for (size_t i = 0; i < run->model->language_count; i++) {
		enum lang lang = run->model->languages[i];

		if (check_placeholder(run, rule, text, lang))
			return;
		if (announces(text, lang)) {
			report_gap(run, rule, text, text->value->span,
				   both((struct words)WORDS(
						   "texte qui finit par « : », sans la suite annoncée",
						   "ends with ':' and nothing follows")));
			return;
		}
	}
}

void check_content(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *sections = &run->objects[BLOCK_SECTION];

	(void)root;
	for (size_t i = 0; i < run->todos.n; i++)
		report_todo(run, rule, &run->todos.v[i]);
	for (size_t i = 0; i < run->texts.n; i++)
		check_text_content(run, rule, &run->texts.v[i]);
	for (size_t i = 0; i < run->names.n; i++)
		check_placeholder(run, rule, &run->names.v[i], run->model->languages[0]);
	for (size_t i = 0; i < sections->list.n; i++) {
		struct rule_text body = { .object = sections->list.v[i], .field = SECTION_BODY };

		if (object_has(body.object, SECTION_LABEL) && !object_get(body.object, SECTION_BODY))
			report_gap(run, rule, &body, body.object->keyword,
				   both((struct words)WORDS("section sans contenu",
							    "section announced without content")));
	}
}

/* --- languages --- */

#define NAME_WORDS 4 /* up to that many words, a name may be the same in both languages */

static size_t count_words(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.s[i] > ' ' && (i == 0 || (unsigned char)text.s[i - 1] <= ' ');
	return n;
}

void check_translations(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	(void)policy;
	for (size_t i = 0; run->model->language_count > 1 && i < run->texts.n; i++) {
		const struct rule_text *text = &run->texts.v[i];
		struct str fr = str_trim(text_in(text->text, LANG_FR)),
			   en = str_trim(text_in(text->text, LANG_EN));

		if (fr.n != en.n || !str_eq(fr, en) || count_words(fr) <= NAME_WORDS)
			continue;
		rule_arg_field(run, rule_fire(run, rule, text->object, text->value->span), "field",
			       text->object, text->field);
	}
}
