/*
 * A model -> the facts of the XML output: one element for each value, named by its
 * field's English keyword, in the order of fields.def. Leaves out notes, the reasons
 * of waivers and other fields flagged INTERNAL; all else is there, so that the facts
 * can be read back (xml_read.c). The depth of blocks is that of the tables.
 */
#include "law/law.h"
#include "render/xml.h"

struct facts {
	struct xml_writer *xml;
	const struct model *model;
	VEC(const struct object *) built_in; /* referred to, in that order */
};

const enum word facts_period_kinds[PERIOD_INDEFINITE + 1] = {
	[PERIOD_AFTER] = WORD_PERIOD_WORD_AFTER,	   [PERIOD_DURING] = WORD_PERIOD_WORD_DURING,
	[PERIOD_UNTIL] = WORD_PERIOD_WORD_UNTIL,	   [PERIOD_CRITERIA] = WORD_PERIOD_WORD_CRITERIA,
	[PERIOD_INDEFINITE] = WORD_PERIOD_WORD_INDEFINITE,
};

const enum word facts_bounds[BOUND_AT_LEAST + 1] = {
	[BOUND_AT_MOST] = WORD_PERIOD_WORD_AT_MOST,
	[BOUND_AT_LEAST] = WORD_PERIOD_WORD_AT_LEAST,
};

enum word facts_word(enum word word)
{
	return word == WORD_ABSENCE_NONE_FEMININE ? WORD_ABSENCE_NONE : word;
}

static struct str word_text(enum word word)
{
	return word == WORD_NONE ? STR("") : str_of(schema_words[facts_word(word)].word[LANG_EN]);
}

static void add_object(struct facts *facts, const struct object *object, const char *name);

/* Notes a built-in object, once, so that its reference resolves. */
static void note_built_in(struct facts *facts, const struct object *object)
{
	for (size_t i = 0; i < facts->built_in.n; i++) {
		if (facts->built_in.v[i] == object)
			return;
	}
	vec_add(facts->model->arena, &facts->built_in, object);
}

static void add_reference(struct facts *facts, const struct object *object)
{
	xml_attribute(facts->xml, "ref", object->id);
	if (object->built_in)
		note_built_in(facts, object);
}

static void add_texts(struct xml_writer *xml, const struct text *text)
{
	static const struct str start[LANG_COUNT] = {
		[LANG_FR] = { "text xml:lang=\"fr\"", sizeof("text xml:lang=\"fr\"") - 1 },
		[LANG_EN] = { "text xml:lang=\"en\"", sizeof("text xml:lang=\"en\"") - 1 },
	};

	for (int i = 0; i < LANG_COUNT; i++) {
		struct str in = text_in(text, (enum lang)i);

		if (str_is_empty(in))
			continue;
		xml_open_tag(xml, start[i]);
		xml_text(xml, in);
		xml_close(xml, "text");
	}
}

/* --- the inside of a value's element, by kind --- */

static void add_text_value(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	add_texts(facts->xml, value->as.text);
}

static void add_name(struct facts *facts, const struct value *value, enum type type)
{
	if (type == TYPE_URL_OR_TEXT)
		xml_attribute(facts->xml, "href", value->as.name);
	else
		xml_text(facts->xml, value->as.name);
}

static void add_word(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	xml_text(facts->xml, word_text(value->as.word));
}

static void add_flag(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	xml_text(facts->xml, value->as.flag ? STR("true") : STR("false"));
}

static void add_reference_value(struct facts *facts, const struct value *value, enum type type)
{
	if (type == TYPE_SECTION)
		xml_text(facts->xml, value->as.reference->id);
	else
		add_reference(facts, value->as.reference);
}

static void add_date(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	xml_begin_content(facts->xml);
	wording_add_iso_date(facts->xml->out, value->as.date);
}

static void add_duration(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	xml_begin_content(facts->xml);
	wording_add_iso_duration(facts->xml->out, value->as.duration);
}

static void add_period(struct facts *facts, const struct value *value, enum type type)
{
	const struct period *period = value->as.period;
	struct xml_writer *xml = facts->xml;

	(void)type;
	xml_attribute(xml, "kind", word_text(facts_period_kinds[period->kind]));
	xml_attribute(xml, "bound", word_text(facts_bounds[period->bound]));
	if (period->kind == PERIOD_AFTER) {
		xml_open(xml, "duration");
		xml_begin_content(xml);
		wording_add_iso_duration(xml->out, period->duration);
		xml_close(xml, "duration");
	}
	for (const struct value *event = period->events; event; event = event->next) {
		if (event->kind != VALUE_REFERENCE)
			continue;
		xml_open(xml, "event");
		add_reference(facts, event->as.reference);
		xml_close(xml, "event");
	}
	if (period->from != WORD_NONE)
		xml_element(xml, "from", word_text(period->from));
	if (period->kind == PERIOD_CRITERIA) {
		xml_open(xml, "criteria");
		add_texts(xml, period->criteria);
		xml_close(xml, "criteria");
	}
}

static void add_country(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	xml_text(facts->xml, str_of(value->as.country->code));
}

static void add_integer(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	xml_begin_content(facts->xml);
	buf_add_format(facts->xml->out, "%ld", value->as.integer);
}

static void add_language(struct facts *facts, const struct value *value, enum type type)
{
	(void)type;
	xml_text(facts->xml, str_of(lang_tag(value->as.lang)));
}

/* Holes never reach an output; todos and objects have elements of other shapes. */
static void (*const adders[])(struct facts *, const struct value *, enum type) = {
	[VALUE_TEXT] = add_text_value, [VALUE_NAME] = add_name,
	[VALUE_WORD] = add_word,       [VALUE_FLAG] = add_flag,
	[VALUE_DATE] = add_date,       [VALUE_REFERENCE] = add_reference_value,
	[VALUE_PERIOD] = add_period,   [VALUE_DURATION] = add_duration,
	[VALUE_COUNTRY] = add_country, [VALUE_INTEGER] = add_integer,
	[VALUE_OBJECT] = NULL,	       [VALUE_LANGUAGE] = add_language,
};

static void add_value(struct facts *facts, const struct value *value, const struct field_row *row)
{
	struct str name;

	if (value->kind == VALUE_OBJECT) {
		add_object(facts, value->as.object, row->word[LANG_EN]);
		return;
	}
	if (!adders[value->kind])
		return;
	name = str_of(row->word[LANG_EN]);
	xml_open_tag(facts->xml, name);
	adders[value->kind](facts, value, row->type);
	xml_close_tag(facts->xml, name);
}

/* A reason may be said once for all languages; those of the policy are written. */
static void add_todo(struct facts *facts, const struct value *value, const struct field_row *row)
{
	struct text reason = { .in = { { NULL, 0 } } };

	for (size_t i = 0; i < facts->model->language_count; i++)
		reason.in[facts->model->languages[i]] = value->as.text->in[facts->model->languages[i]];
	xml_open(facts->xml, "todo");
	xml_attribute(facts->xml, "field", str_of(row->word[LANG_EN]));
	add_texts(facts->xml, &reason);
	xml_close(facts->xml, "todo");
}

/* The languages that follow from the keywords of a source that names none. */
static void add_languages(struct facts *facts, const struct field_row *row)
{
	struct value value = { .kind = VALUE_LANGUAGE };

	for (size_t i = 0; i < facts->model->language_count; i++) {
		value.as.lang = facts->model->languages[i];
		add_value(facts, &value, row);
	}
}

static void add_values(struct facts *facts, const struct value *value, const struct field_row *row,
		       bool todos)
{
	for (; value; value = value->next) {
		if (value->kind == VALUE_TODO && todos)
			add_todo(facts, value, row);
		else if (value->kind != VALUE_TODO && !todos)
			add_value(facts, value, row);
	}
}

/* What is still to be said first, then the fields in the order of the table. */
static void add_fields(struct facts *facts, const struct object *object)
{
	const struct block_row *block = schema_block(object->block);

	for (int todos = 1; todos >= 0; todos--) {
		for (unsigned i = 0; i < block->n; i++) {
			const struct field_row *row = &schema_fields[block->first + i];

			if (object->slots[i] && !(row->flags & INTERNAL))
				add_values(facts, object->slots[i], row, todos);
			else if (block->first + i == POLICY_LANGUAGES && !todos)
				add_languages(facts, row);
		}
	}
	for (const struct value *allow = object->allows; allow; allow = allow->next)
		add_value(facts, allow, &schema_fields[ANY_ALLOW]);
}

static void add_object(struct facts *facts, const struct object *object, const char *name)
{
	xml_open(facts->xml, name);
	xml_attribute(facts->xml, "id", object->id);
	add_fields(facts, object);
	xml_close(facts->xml, name);
}

/* The rights that follow from the legal bases, and the authority from the law. */
static void add_derived(struct facts *facts)
{
	const struct vocabulary_row *rights = schema_vocabulary(VOCABULARY_RIGHT);
	const struct object *authority = model_authority(facts->model);
	bool derives = model_is_controller(facts->model) && !model_claims_rights(facts->model);

	if (!derives && !authority)
		return;
	xml_open(facts->xml, "derived");
	for (unsigned i = 0; derives && i < rights->n; i++) {
		enum word right = rights->first + i;

		if (model_right_applies(facts->model, right))
			xml_element(facts->xml, "right", word_text(right));
	}
	if (authority && !str_is_empty(authority->id)) {
		xml_open(facts->xml, "authority");
		add_reference(facts, authority);
		xml_close(facts->xml, "authority");
	}
	xml_close(facts->xml, "derived");
}

/* The events and authorities of polc's own tables that the facts refer to. */
static void add_built_in(struct facts *facts)
{
	if (!facts->built_in.n)
		return;
	xml_open(facts->xml, "built-in");
	for (int events = 1; events >= 0; events--) {
		for (size_t i = 0; i < facts->built_in.n; i++) {
			const struct object *object = facts->built_in.v[i];

			if ((object->block == BLOCK_EVENT) == events)
				add_object(facts, object, events ? "event" : "authority");
		}
	}
	xml_close(facts->xml, "built-in");
}

void facts_add(struct xml_writer *xml, const struct model *model)
{
	struct facts facts = { .xml = xml, .model = model };

	add_fields(&facts, model->root);
	add_derived(&facts);
	add_built_in(&facts);
}
