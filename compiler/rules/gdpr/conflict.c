/*
 * DOC-CONFLICT: the same fact said twice, differently, with no label that tells the
 * two apart. Takes addresses, e-mail addresses, the claim about sensitive data and
 * organisations of one name.
 */
#include "rules/engine.h"

struct conflict {
	const struct rule *rule;
	struct rule_item fact;
	struct span first, second;
	struct rule_item a, b;
};

static void report(struct rules_run *run, const struct object *subject, const struct conflict *conflict)
{
	struct diag *diag = rule_fire(run, conflict->rule, subject, conflict->second);

	rule_arg_both(run, diag, "fact", conflict->fact);
	rule_arg_both(run, diag, "a", conflict->a);
	rule_arg_both(run, diag, "b", conflict->b);
	diag_add_label(run->findings, diag, conflict->first,
		       (struct words)WORDS("l'autre valeur", "the other value"));
}

static struct rule_item same(struct str text)
{
	return (struct rule_item) { { text, text } };
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool is_number(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		if (word.s[i] < '0' || word.s[i] > '9')
			return false;
	}
	return true;
}

/* The words of a line, folded, up to a postal code: "41 rue montesquieu". "" for the
 * line of the town and for post boxes. */
static struct str street_of_line(struct rules_run *run, struct str line)
{
	struct str folded = utf8_fold(run->arena, line), street = STR("");

	for (size_t i = 0, end; i < folded.n; i = end) {
		struct str word;

		for (end = i; end < folded.n && is_word_byte(folded.s[end]); end++)
			;
		word = str_part(folded, i, end);
		end += end == i;
		if (!word.n)
			continue;
		if (str_is(word, "cedex") || str_is(word, "bp") || str_is(word, "cs") ||
		    str_is(word, "tsa") || (is_number(word) && word.n == 5))
			return street;
		street = street.n ? str_format(run->arena, "%.*s %.*s", STR_ARGS(street), STR_ARGS(word))
				  : word;
	}
	return street;
}

struct street {
	struct str words;
	const struct value *line; /* where they stand, or NULL */
};

/* The first line that names a street: one with a number; else the first line. */
static struct street street_of(struct rules_run *run, const struct object *address)
{
	struct street first = { STR(""), NULL };

	for_each_value(line, address, ADDRESS_LINE)
	{
		struct street street = { STR(""), line };

		if (line->kind != VALUE_NAME)
			continue;
		street.words = street_of_line(run, line->as.name);
		if (!first.line)
			first = street;
		for (size_t i = 0; i < street.words.n; i++) {
			if (street.words.s[i] >= '0' && street.words.s[i] <= '9')
				return street;
		}
	}
	return first;
}

/* The first address without a label, or NULL. */
static const struct object *plain_address(const struct object *object, enum field field)
{
	for_each_value(value, object, field)
	{
		if (value->kind == VALUE_OBJECT && !object_has(value->as.object, ADDRESS_LABEL))
			return value->as.object;
	}
	return NULL;
}

static bool has_street(struct rules_run *run, const struct object *object, enum field field, struct str words)
{
	for_each_value(value, object, field)
	{
		if (value->kind == VALUE_OBJECT && str_eq(street_of(run, value->as.object).words, words))
			return true;
	}
	return false;
}

/* Where requests go, unless they go to the data protection officer. */
static void check_addresses(struct rules_run *run, const struct rule *rule, const struct object *rights)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];
	const struct object *theirs = plain_address(rights, RIGHTS_ADDRESS), *ours = NULL;
	struct street here, there;

	if (!theirs || object_word(rights, RIGHTS_BY) == WORD_EXERCISED_WITH_DPO)
		return;
	there = street_of(run, theirs);
	for (size_t i = 0; i < controllers->list.n; i++) {
		if (has_street(run, controllers->list.v[i], CONTROLLER_ADDRESS, there.words))
			return;
		ours = ours ? ours : plain_address(controllers->list.v[i], CONTROLLER_ADDRESS);
	}
	here = street_of(run, ours);
	if (!here.words.n || !there.words.n)
		return;
	report(run, rights,
	       &(struct conflict) {
			       .rule = rule,
			       .fact = { { STR("l'adresse du responsable"),
					   STR("the controller's address") } },
			       .first = here.line->span,
			       .second = there.line->span,
			       .a = same(here.line->as.name),
			       .b = same(there.line->as.name),
	       });
}

static void check_emails(struct rules_run *run, const struct rule *rule, const struct object *controller)
{
	struct value *first = object_value(controller, CONTROLLER_EMAIL);
	struct conflict conflict = { .rule = rule,
				     .fact = { { STR("l'adresse électronique du responsable"),
						 STR("the controller's e-mail address") } } };

	for (struct value *next = first ? value_after(first) : NULL; next; next = value_after(next)) {
		if (first->kind != VALUE_NAME || next->kind != VALUE_NAME ||
		    str_eq(utf8_fold(run->arena, first->as.name), utf8_fold(run->arena, next->as.name)))
			continue;
		conflict.a = same(first->as.name);
		conflict.b = same(next->as.name);
		conflict.first = first->span;
		conflict.second = next->span;
		report(run, controller, &conflict);
		return;
	}
}

static const struct value *find_claim(const struct object *policy, enum word claim)
{
	for_each_value(value, policy, POLICY_CLAIMS)
	{
		if (value->kind == VALUE_WORD && value->as.word == claim)
			return value;
	}
	return NULL;
}

static bool is_sensitive(const struct object *data)
{
	for_each_value(value, data, DATA_SPECIAL)
	{
		if (value->kind == VALUE_WORD && value->as.word != WORD_SPECIAL_NONE &&
		    value->as.word != WORD_SPECIAL_UNSPECIFIED)
			return true;
	}
	return false;
}

static void check_sensitive_claim(struct rules_run *run, const struct rule *rule)
{
	const struct value *claim = find_claim(run->model->policy, WORD_CLAIM_NO_SENSITIVE_DATA);
	const struct words *label = &schema_words[WORD_CLAIM_NO_SENSITIVE_DATA].label;
	struct conflict conflict = {
		.rule = rule, .fact = { { STR("les données sensibles"), STR("special categories of data") } }
	};

	for (size_t i = 0; claim && i < run->objects[BLOCK_DATA].list.n; i++) {
		const struct object *data = run->objects[BLOCK_DATA].list.v[i];

		if (!is_sensitive(data))
			continue;
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			conflict.a.in[lang] = str_of(label->in[lang]);
			conflict.b.in[lang] = object_title(data, (enum lang)lang);
		}
		conflict.first = claim->span;
		conflict.second = object_place(data, DATA_SPECIAL);
		report(run, data, &conflict);
	}
}

static struct rule_item country_of(const struct object *object, enum field field)
{
	struct value *value = object_value(object, field);
	struct rule_item item = { { STR(""), STR("") } };

	if (value && value->kind == VALUE_COUNTRY) {
		item.in[LANG_FR] = str_of(value->as.country->name.in[LANG_FR]);
		item.in[LANG_EN] = str_of(value->as.country->name.in[LANG_EN]);
	}
	return item;
}

/* Organisations of one kind that bear the same name, in different countries. */
static void check_names(struct rules_run *run, const struct rule *rule, enum field name, enum field country)
{
	const struct rule_objects *objects = &run->objects[schema_fields[name].block];
	struct map by_name = { 0 };

	for (size_t i = 0; i < objects->list.n; i++) {
		const struct object *object = objects->list.v[i];
		struct str key = utf8_fold(run->arena, object_name(object, name));
		const struct object *other = key.n ? map_get(&by_name, key) : NULL;
		struct conflict conflict = { .rule = rule, .b = country_of(object, country) };

		if (key.n && !other)
			map_set(run->arena, &by_name, key, (void *)object);
		conflict.a = country_of(other, country);
		if (!conflict.a.in[LANG_EN].n || !conflict.b.in[LANG_EN].n ||
		    str_eq(conflict.a.in[LANG_EN], conflict.b.in[LANG_EN]))
			continue;
		conflict.fact.in[LANG_FR] = str_format(run->arena, "le pays où se trouve %.*s",
						       STR_ARGS(object_name(object, name)));
		conflict.fact.in[LANG_EN] = str_format(run->arena, "the country of %.*s",
						       STR_ARGS(object_name(object, name)));
		conflict.first = object_place(other, country);
		conflict.second = object_place(object, country);
		report(run, object, &conflict);
	}
}

void check_conflicts(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	check_addresses(run, rule, object_object(root, ROOT_RIGHTS));
	for (size_t i = 0; i < run->objects[BLOCK_CONTROLLER].list.n; i++)
		check_emails(run, rule, run->objects[BLOCK_CONTROLLER].list.v[i]);
	check_sensitive_claim(run, rule);
	check_names(run, rule, CONTROLLER_NAME, CONTROLLER_COUNTRY);
	check_names(run, rule, RECIPIENT_NAME, RECIPIENT_COUNTRY);
}
