/*
 * The questions that several checks ask of a model. Reads only.
 */
#include "rules/engine.h"

bool rule_has_basis(const struct object *object, enum field field, enum word type)
{
	for_each_value(value, object, field)
	{
		if (value->kind == VALUE_OBJECT && object_word(value->as.object, BASIS_TYPE) == type)
			return true;
	}
	return false;
}

const struct object *rule_basis(const struct rules_run *run, enum word type)
{
	const struct rule_objects *bases = &run->objects[BLOCK_BASIS];

	for (size_t i = 0; i < bases->list.n; i++) {
		if (object_word(bases->list.v[i], BASIS_TYPE) == type)
			return bases->list.v[i]->parent;
	}
	return NULL;
}

bool rule_has_contact(const struct object *object, enum field address)
{
	for (int i = 0; i < 4; i++) {
		if (object_has(object, (enum field)(address + i)))
			return true;
	}
	return false;
}

bool rule_is_placeholder(struct rules_run *run, struct str text, enum lang lang)
{
	return lexicon_find(run, LEXICON_PLACEHOLDER, text, lang, NULL);
}

bool rule_find_words(struct rules_run *run, enum lexicon lexicon, const struct text *text, enum lang *lang,
		     struct lexicon_match *match)
{
	for (size_t i = 0; i < run->model->language_count; i++) {
		*lang = run->model->languages[i];
		if (lexicon_find(run, lexicon, text_in(text, *lang), *lang, match))
			return true;
	}
	return false;
}

bool rule_is_other_source(const struct object *source)
{
	enum word origin = object_word(source, SOURCE_ORIGIN);

	return origin == WORD_SOURCE_THIRD_PARTY || origin == WORD_SOURCE_PUBLIC_SOURCE;
}

bool rule_is_indirect(const struct object *data)
{
	for_each_value(value, data, DATA_SOURCE)
	{
		if (!rule_is_other_source(value->as.object))
			return false;
	}
	return object_value(data, DATA_SOURCE) != NULL;
}
