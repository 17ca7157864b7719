/*
 * What every later pass relies on, asserted in debug builds: values are of their
 * field's type, references lead somewhere, children know their parent (those that a
 * list in a head gives share the first one's).
 */
#include "model/model.h"

#include <assert.h>

#ifndef NDEBUG
/* The kinds that the values of a type may have, as bits; holes and todos always. */
static unsigned kinds_of(enum type type)
{
	static const unsigned kinds[] = {
		[TYPE_TEXT] = 1u << VALUE_TEXT,
		[TYPE_MARKDOWN] = 1u << VALUE_TEXT,
		[TYPE_NAME] = 1u << VALUE_NAME,
		[TYPE_WORDS] = 1u << VALUE_NAME,
		[TYPE_LAW] = 1u << VALUE_NAME,
		[TYPE_CHOICE] = 1u << VALUE_WORD,
		[TYPE_FLAG] = 1u << VALUE_FLAG,
		[TYPE_REFERENCE] = 1u << VALUE_REFERENCE,
		[TYPE_REFERENCE_OR_TEXT] = 1u << VALUE_REFERENCE | 1u << VALUE_TEXT,
		[TYPE_URL] = 1u << VALUE_NAME,
		[TYPE_URL_OR_TEXT] = 1u << VALUE_NAME | 1u << VALUE_TEXT,
		[TYPE_FLAG_OR_URL] = 1u << VALUE_FLAG | 1u << VALUE_NAME,
		[TYPE_EMAIL] = 1u << VALUE_NAME,
		[TYPE_PHONE] = 1u << VALUE_NAME,
		[TYPE_DATE] = 1u << VALUE_DATE,
		[TYPE_DURATION] = 1u << VALUE_DURATION,
		[TYPE_PERIOD] = 1u << VALUE_PERIOD,
		[TYPE_COUNTRY] = 1u << VALUE_COUNTRY,
		[TYPE_INTEGER] = 1u << VALUE_INTEGER,
		[TYPE_LANGUAGE] = 1u << VALUE_LANGUAGE,
		[TYPE_RULE] = 1u << VALUE_NAME,
		[TYPE_SECTION] = 1u << VALUE_WORD | 1u << VALUE_REFERENCE,
		[TYPE_CLAUSE] = 1u << VALUE_NAME,
		[TYPE_BLOCK] = 1u << VALUE_OBJECT,
	};

	return kinds[type] | 1u << VALUE_HOLE | 1u << VALUE_TODO;
}

static void check_object(const struct object *object);

static void check_value(const struct object *object, const struct value *value, enum type type)
{
	assert(kinds_of(type) & 1u << value->kind);
	if (value->kind == VALUE_TEXT || value->kind == VALUE_TODO)
		assert(value->as.text);
	if (value->kind == VALUE_REFERENCE)
		assert(value->as.reference);
	if (value->kind == VALUE_COUNTRY)
		assert(value->as.country);
	if (value->kind == VALUE_OBJECT) {
		assert(value->as.object->parent && value->as.object->parent->block == object->block);
		check_object(value->as.object);
	}
}

static void check_object(const struct object *object)
{
	const struct block_row *row = schema_block(object->block);

	for (unsigned i = 0; i < row->n; i++) {
		enum type type = schema_fields[(unsigned)row->first + i].type;
		for (const struct value *value = object->slots[i]; value; value = value->next)
			check_value(object, value, type);
	}
}

void model_check(const struct model *model)
{
	assert(model->language_count >= 1 && model->language_count <= LANG_COUNT);
	check_object(model->root);
}
#else
void model_check(const struct model *model)
{
	(void)model;
}
#endif
