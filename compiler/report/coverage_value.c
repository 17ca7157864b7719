/*
 * Values as polc read them, for people: texts in the page's language, words by their
 * labels, dates and periods as the policy's own page writes them; and whose they are.
 */
#include "report/coverage_table.h"

#include "base/typography.h"
#include "base/utf8.h"
#include "report/report.h"
#include "wording/wording.h"

enum { QUOTE_LIMIT = 140 };

/* One line of the text, cut when it is long, in the language or else in the other. */
static void add_text(struct buf *out, const struct text *text, enum lang lang)
{
	struct str said = text_in(text, lang);
	struct buf line = BUF_INIT;
	size_t end = 0;

	if (!said.n)
		said = text_in(text, lang_other(lang));
	said = str_trim(said);
	for (int n = 0; end < said.n && n < QUOTE_LIMIT; n++)
		utf8_next(said, &end);
	for (size_t i = 0; i < end; i++)
		buf_add_char(&line, said.s[i] == '\n' || said.s[i] == '\r' ? ' ' : said.s[i]);
	if (end < said.n)
		buf_add_text(&line, "…");
	typography_add(out, buf_str(&line), lang);
	buf_release(&line);
}

/* "mandatory: required by law" behind a keyword that says "required" already. */
static void add_label(struct buf *out, enum word word, enum lang lang)
{
	static const struct words colon = WORDS(" : ", ": ");
	struct str label = str_of(schema_words[word].label.in[lang]), mark = str_of(colon.in[lang]);
	size_t at = str_find(label, colon.in[lang], 0);

	typography_add(out, at < label.n ? str_part(label, at + mark.n, label.n) : label, lang);
}

/* What says something of its own; objects are read by coverage_value(). */
static void add_scalar(struct buf *out, enum field field, const struct value *value, enum lang lang)
{
	switch (value->kind) {
	case VALUE_TEXT:
		add_text(out, value->as.text, lang);
		break;
	case VALUE_NAME:
		if (schema_fields[field].type == TYPE_NAME)
			typography_add(out, value->as.name, lang);
		else
			buf_add_str(out, value->as.name);
		break;
	case VALUE_WORD:
		add_label(out, value->as.word, lang);
		break;
	case VALUE_FLAG:
		coverage_add_word(out, value->as.flag ? COVERAGE_WORD_YES : COVERAGE_WORD_NO, lang);
		break;
	case VALUE_REFERENCE:
		typography_add(out, object_title(value->as.reference, lang), lang);
		break;
	case VALUE_DATE:
		wording_add_date(out, value->as.date, lang);
		break;
	case VALUE_DURATION:
		wording_add_duration(out, value->as.duration, lang);
		break;
	case VALUE_PERIOD:
		wording_add_period(out, value->as.period, lang);
		break;
	case VALUE_COUNTRY:
		wording_add_country(out, value->as.country, lang);
		break;
	case VALUE_INTEGER:
		buf_add_format(out, "%ld", value->as.integer);
		break;
	case VALUE_LANGUAGE:
		buf_add_text(out, lang_tag(value->as.lang));
		break;
	case VALUE_OBJECT:
	case VALUE_HOLE:
	case VALUE_TODO:
		break;
	}
}

/* The title of the object, or what its first field that says something says. */
static void add_object(struct buf *out, const struct object *object, enum lang lang)
{
	struct str title = object_title(object, lang);
	const struct block_row *block = schema_block(object->block);
	size_t start = out->n;

	typography_add(out, title, lang);
	for (unsigned i = 0; i < block->n && out->n == start; i++) {
		for_each_value(value, object, (enum field)((unsigned)block->first + i))
		{
			if (value->kind == VALUE_OBJECT)
				continue;
			if (out->n > start)
				buf_add_text(out, ", ");
			add_scalar(out, (enum field)((unsigned)block->first + i), value, lang);
		}
	}
}

/* The keyword of the field; behind a block's keyword (basis consent), that keyword. */
static struct str keyword_of(const struct coverage *coverage, const struct object *object, enum field field)
{
	struct str written = sources_text(coverage->sources, object->keyword);

	if (!(schema_fields[field].flags & HEAD) || !object->parent)
		return str_of(schema_fields[field].word[coverage->lang]);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		int found = schema_field_exactly(object->parent->block, written, (enum lang)lang);
		if (found >= 0)
			return str_of(schema_fields[found].word[coverage->lang]);
	}
	return written;
}

/* The object, or the nearest one around it, that has a title; NULL: none but the policy. */
static const struct object *owner_of(const struct object *object, enum field field)
{
	bool own = schema_fields[field].flags & TITLE;

	for (; object && object->parent; object = object->parent) {
		if (object->block == BLOCK_POLICY)
			return NULL;
		if (!own && object_title(object, LANG_EN).n)
			return object;
		own = false;
	}
	return NULL;
}

struct str coverage_value(const struct coverage *coverage, const struct object *object, enum field field,
			  const struct value *value)
{
	const struct object *owner = owner_of(object, field);
	enum lang lang = coverage->lang;
	struct buf plain = BUF_INIT, text = BUF_INIT;
	struct str result;

	if (owner) {
		typography_add(&plain, object_title(owner, lang), lang);
		buf_add_text(&plain, ", ");
	}
	buf_add_str(&plain, keyword_of(coverage, object, field));
	coverage_add_word(&plain, COVERAGE_WORD_COLON, lang);
	if (value->kind == VALUE_OBJECT)
		add_object(&plain, value->as.object, lang);
	else
		add_scalar(&plain, field, value, lang);
	report_add_visible(&text, buf_str(&plain));
	result = str_copy(coverage->arena, buf_str(&text));
	buf_release(&plain);
	buf_release(&text);
	return result;
}

struct span coverage_place(const struct value *value)
{
	return value->kind == VALUE_OBJECT ? value->as.object->keyword : value->span;
}
