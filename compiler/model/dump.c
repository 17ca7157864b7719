/*
 * `polc dump model`: every fact, indented, in English keywords and normal forms,
 * so that two sources that say the same give the same text.
 */
#include "base/buf.h"
#include "law/law.h"
#include "model/model.h"

static void dump_object(struct buf *out, const struct object *object, unsigned depth);

static void indent(struct buf *out, unsigned depth)
{
	buf_add_repeat(out, ' ', depth * (size_t)2);
}

static void add_quoted(struct buf *out, struct str s)
{
	buf_add_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '\n') {
			buf_add_text(out, "\\n");
			continue;
		}
		if (s.s[i] == '"' || s.s[i] == '\\')
			buf_add_char(out, '\\');
		buf_add_char(out, s.s[i]);
	}
	buf_add_char(out, '"');
}

/* fr "…" and en "…", those that are given. */
static void add_text(struct buf *out, const struct text *text)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct str s = text_in(text, (enum lang)lang);
		if (s.n == 0)
			continue;
		buf_add_format(out, " %s ", lang_tag((enum lang)lang));
		add_quoted(out, s);
	}
}

static void add_duration(struct buf *out, struct duration duration)
{
	static const char *const letters = "HDWMY";

	buf_add_format(out, duration.unit == UNIT_HOUR ? "PT%ld%c" : "P%ld%c", duration.count,
		       letters[duration.unit]);
}

static void add_reference(struct buf *out, const struct object *object)
{
	static const char *const none = "nothing";
	const struct block_row *root = schema_block(BLOCK_ROOT);
	const char *kind = none;

	for (unsigned i = 0; i < root->n && kind == none; i++) {
		const struct field_row *field = &schema_fields[(unsigned)root->first + i];
		if (field->type == TYPE_BLOCK && field->of == (int)object->block)
			kind = field->word[LANG_EN];
	}
	buf_add_format(out, "%s/%.*s", kind, STR_ARGS(object->id));
}

static void add_period(struct buf *out, const struct period *period)
{
	static const char *const bounds[] = { "", "at-most ", "at-least " };
	static const char *const kinds[] = { "after", "during", "until", "criteria", "indefinite" };

	buf_add_text(out, bounds[period->bound]);
	if (period->kind == PERIOD_AFTER)
		add_duration(out, period->duration);
	if (period->kind != PERIOD_AFTER || period->events)
		buf_add_format(out, "%s%s", period->kind == PERIOD_AFTER ? " " : "", kinds[period->kind]);
	for (const struct value *event = period->events; event; event = event->next) {
		buf_add_char(out, ' ');
		if (event->kind == VALUE_REFERENCE)
			add_reference(out, event->as.reference);
		else
			buf_add_text(out, "(unreadable)");
	}
	if (period->criteria)
		add_text(out, period->criteria);
	if (period->from != WORD_NONE)
		buf_add_format(out, " from %s", schema_words[period->from].word[LANG_EN]);
}

/* Behind the keyword and a space; texts bring their own. */
static void add_value(struct buf *out, const struct value *value)
{
	switch (value->kind) {
	case VALUE_HOLE:
		buf_add_text(out, "(unreadable)");
		break;
	case VALUE_TODO:
		buf_add_text(out, "todo");
		add_text(out, value->as.text);
		break;
	case VALUE_TEXT:
		buf_add_text(out, "text");
		add_text(out, value->as.text);
		break;
	case VALUE_NAME:
		add_quoted(out, value->as.name);
		break;
	case VALUE_WORD:
		buf_add_text(out, schema_words[value->as.word].word[LANG_EN]);
		break;
	case VALUE_FLAG:
		buf_add_text(out, value->as.flag ? "yes" : "no");
		break;
	case VALUE_REFERENCE:
		add_reference(out, value->as.reference);
		break;
	case VALUE_DATE:
		buf_add_format(out, "%04d-%02d-%02d", value->as.date.year, value->as.date.month,
			       value->as.date.day);
		break;
	case VALUE_DURATION:
		add_duration(out, value->as.duration);
		break;
	case VALUE_PERIOD:
		add_period(out, value->as.period);
		break;
	case VALUE_COUNTRY:
		buf_add_text(out, value->as.country->code);
		break;
	case VALUE_INTEGER:
		buf_add_format(out, "%ld", value->as.integer);
		break;
	case VALUE_LANGUAGE:
		buf_add_text(out, lang_tag(value->as.lang));
		break;
	case VALUE_OBJECT:
		buf_add_str(out, value->as.object->id);
		break;
	}
}

/* A line a value; an object's fields stand below it. */
static void dump_field(struct buf *out, const char *keyword, const struct value *value, unsigned depth)
{
	for (; value; value = value->next) {
		bool bare = value->kind == VALUE_OBJECT && value->as.object->id.n == 0;
		indent(out, depth);
		buf_add_format(out, bare ? "%s" : "%s ", keyword);
		add_value(out, value);
		buf_add_char(out, '\n');
		if (value->kind == VALUE_OBJECT)
			dump_object(out, value->as.object, depth + 1);
	}
}

static void dump_object(struct buf *out, const struct object *object, unsigned depth)
{
	const struct block_row *row = schema_block(object->block);

	for (unsigned i = 0; i < row->n; i++)
		dump_field(out, schema_fields[(unsigned)row->first + i].word[LANG_EN], object->slots[i],
			   depth);
	dump_field(out, schema_fields[ANY_NOTE].word[LANG_EN], object->notes, depth);
	dump_field(out, schema_fields[ANY_ALLOW].word[LANG_EN], object->allows, depth);
}

void model_dump(struct buf *out, const struct model *model)
{
	buf_add_text(out, "model");
	for (size_t i = 0; i < model->language_count; i++)
		buf_add_format(out, " %s", lang_tag(model->languages[i]));
	buf_add_text(out, model->policy ? "\n" : " library\n");
	dump_object(out, model->root, 1);
}
