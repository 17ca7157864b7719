/*
 * Reading a model. Takes objects and fields, gives values; an object that is NULL
 * says nothing, and neither does a value that could not be read.
 */
#include "model/model.h"

bool object_has(const struct object *object, enum field field)
{
	for (const struct value *value = object_get(object, field); value; value = value->next) {
		if (value->kind != VALUE_TODO)
			return true;
	}
	return false;
}

/* The first readable value of one kind, or NULL. */
static const struct value *value_of(const struct object *object, enum field field, enum value_kind kind)
{
	for_each_value(value, object, field)
	{
		if (value->kind == kind)
			return value;
	}
	return NULL;
}

/* A certification page says yes, as `yes` does. */
enum tri object_flag(const struct object *object, enum field field)
{
	const struct value *value = value_of(object, field, VALUE_FLAG);

	if (value)
		return value->as.flag ? TRI_YES : TRI_NO;
	if (schema_fields[field].type == TYPE_FLAG_OR_URL && value_of(object, field, VALUE_NAME))
		return TRI_YES;
	return TRI_UNKNOWN;
}

enum word object_word(const struct object *object, enum field field)
{
	const struct value *value = value_of(object, field, VALUE_WORD);

	return value ? value->as.word : WORD_NONE;
}

bool object_has_word(const struct object *object, enum field field, enum word word)
{
	for_each_value(value, object, field)
	{
		if (value->kind == VALUE_WORD && value->as.word == word)
			return true;
	}
	return false;
}

const struct text *object_text(const struct object *object, enum field field)
{
	const struct value *value = value_of(object, field, VALUE_TEXT);

	return value ? value->as.text : NULL;
}

struct str object_name(const struct object *object, enum field field)
{
	const struct value *value = value_of(object, field, VALUE_NAME);

	return value ? value->as.name : STR("");
}

struct object *object_object(const struct object *object, enum field field)
{
	const struct value *value = value_of(object, field, VALUE_OBJECT);

	if (value)
		return value->as.object;
	value = value_of(object, field, VALUE_REFERENCE);
	return value ? value->as.reference : NULL;
}

struct str text_in(const struct text *text, enum lang lang)
{
	return text && text->in[lang].s ? text->in[lang] : STR("");
}

bool text_is_blank(const struct text *text)
{
	for (int lang = 0; text && lang < LANG_COUNT; lang++) {
		if (!str_is_blank(text_in(text, (enum lang)lang)))
			return false;
	}
	return true;
}

/* What the field calls its object in the language, failing that in the other, or "". */
static struct str title_of(const struct object *object, enum field field, enum lang lang)
{
	const struct text *text = object_text(object, field);
	struct str title = text_in(text, lang);

	if (!title.n)
		title = text_in(text, lang_other(lang));
	return title.n ? title : object_name(object, field);
}

struct str object_title(const struct object *object, enum lang lang)
{
	const struct block_row *row;

	if (!object)
		return STR("");
	row = schema_block(object->block);
	for (unsigned i = 0; i < row->n; i++) {
		enum field field = (enum field)((unsigned)row->first + i);
		struct str title;

		if (!(schema_fields[field].flags & TITLE))
			continue;
		title = title_of(object, field, lang);
		if (title.n)
			return str_trim(title);
	}
	return object->id;
}

struct span object_place(const struct object *object, enum field field)
{
	const struct value *value = object_get(object, field);

	if (value)
		return value->span;
	return object ? object->keyword : NO_SPAN;
}
