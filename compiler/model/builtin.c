/*
 * Events and supervisory authorities from tables, as objects like any declared
 * one. Takes identifiers, gives objects marked built_in, which stand in no field
 * of the root and have no place in a file.
 */
#include "model/builtin.h"

struct event_row {
	const char *id[LANG_COUNT];
	struct words label;
};

static const struct event_row events[BUILTIN_COUNT] = {
#define EVENT(name, fr_id, en_id, fr, en) [BUILTIN_##name] = { { fr_id, en_id }, WORDS(fr, en) },
#include "grammar/events.def"
#undef EVENT
};

static const char *const unnamed[LANG_COUNT] = { "non-nommée", UNNAMED_AUTHORITY };

static struct object *object_of(struct builder *b, enum block block, const char *id)
{
	struct object *object = object_new(b, block, b->model->root);

	object->id = str_of(id);
	object->built_in = true;
	return object;
}

static struct value *add(struct builder *b, struct object *object, enum field field, enum value_kind kind)
{
	struct value *value = ARENA_NEW(b->arena, struct value);

	value->kind = kind;
	object_add(object, field, value);
	return value;
}

static void add_text(struct builder *b, struct object *object, enum field field, struct words words)
{
	struct text *text = ARENA_NEW(b->arena, struct text);

	for (int lang = 0; lang < LANG_COUNT; lang++)
		text->in[lang] = str_of(words.in[lang]);
	add(b, object, field, VALUE_TEXT)->as.text = text;
}

static void add_name(struct builder *b, struct object *object, enum field field, const char *name)
{
	if (name && *name)
		add(b, object, field, VALUE_NAME)->as.name = str_of(name);
}

/* One object of BLOCK_ADDRESS, a line a name. */
static void add_address(struct builder *b, struct object *authority, const char *lines)
{
	struct str all = str_of(lines ? lines : "");
	struct object *address;

	if (all.n == 0)
		return;
	address = object_of(b, BLOCK_ADDRESS, "");
	address->parent = authority;
	for (size_t start = 0; start <= all.n;) {
		size_t end = str_find(all, "\n", start);
		add(b, address, ADDRESS_LINE, VALUE_NAME)->as.name = str_part(all, start, end);
		start = end + 1;
	}
	add(b, authority, AUTHORITY_ADDRESS, VALUE_OBJECT)->as.object = address;
}

static struct object *authority_of(struct builder *b, const struct authority *row)
{
	struct object *object = object_of(b, BLOCK_AUTHORITY, row->id);
	const struct country *country = law_country(str_of(row->country));

	add_text(b, object, AUTHORITY_NAME, row->name);
	add_address(b, object, row->address);
	add_name(b, object, AUTHORITY_PHONE, row->phone);
	add_name(b, object, AUTHORITY_EMAIL, row->email);
	add_name(b, object, AUTHORITY_FORM, row->form);
	add_name(b, object, AUTHORITY_SITE, row->site);
	if (country)
		add(b, object, AUTHORITY_COUNTRY, VALUE_COUNTRY)->as.country = country;
	map_set(b->arena, &b->model->named[BLOCK_AUTHORITY], object->id, object);
	return object;
}

static struct object *find_authority(struct builder *b, struct str id)
{
	struct str folded = utf8_fold(b->arena, id);
	const struct authority *row = law_authority(folded);
	struct object *object;

	if (row) {
		object = map_get(&b->model->named[BLOCK_AUTHORITY], str_of(row->id));
		return object ? object : authority_of(b, row);
	}
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		if (!schema_is(unnamed[lang], folded))
			continue;
		object = map_get(&b->model->named[BLOCK_AUTHORITY], STR(UNNAMED_AUTHORITY));
		if (object)
			return object;
		object = object_of(b, BLOCK_AUTHORITY, UNNAMED_AUTHORITY);
		map_set(b->arena, &b->model->named[BLOCK_AUTHORITY], object->id, object);
		return object;
	}
	return NULL;
}

static struct object *event_of(struct builder *b, int event)
{
	struct map *named = &b->model->named[BLOCK_EVENT];

	if (!b->events[event]) {
		struct object *object = object_of(b, BLOCK_EVENT, events[event].id[LANG_EN]);
		add_text(b, object, EVENT_LABEL, events[event].label);
		b->events[event] = object;
		if (!map_get(named, object->id))
			map_set(b->arena, named, object->id, object);
	}
	return b->events[event];
}

static struct object *find_event(struct builder *b, struct str id, enum lang lang)
{
	struct str folded = utf8_fold(b->arena, id);
	const enum lang order[] = { lang, lang_other(lang) };

	for (size_t i = 0; i < LANG_COUNT; i++) {
		for (int event = 0; event < BUILTIN_COUNT; event++) {
			if (schema_is(events[event].id[order[i]], folded))
				return event_of(b, event);
		}
	}
	return NULL;
}

struct object *builtin_find(struct builder *b, enum block block, struct str id, enum lang lang)
{
	if (block == BLOCK_EVENT)
		return find_event(b, id, lang);
	return block == BLOCK_AUTHORITY ? find_authority(b, id) : NULL;
}

void builtin_suggest(struct suggestion *near, enum block block, enum lang lang)
{
	if (block == BLOCK_EVENT) {
		for (int event = 0; event < BUILTIN_COUNT; event++)
			suggestion_try(near, str_of(events[event].id[lang]));
	}
	if (block != BLOCK_AUTHORITY)
		return;
	suggestion_try(near, str_of(unnamed[lang]));
	for (int i = 0; i < 26 * 26; i++) {
		char code[2] = { (char)('A' + i / 26), (char)('A' + i % 26) };
		const struct authority *row = law_authority_of((struct str) { code, 2 });
		if (row)
			suggestion_try(near, str_of(row->id));
	}
}

void builtin_add_authority(struct builder *b)
{
	const struct value *law = object_value(b->model->policy, POLICY_LAW);
	const struct authority *row;

	if (!law || law->kind != VALUE_COUNTRY)
		return;
	row = law_authority_of(str_of(law->as.country->code));
	if (row)
		find_authority(b, str_of(row->id));
}
