/*
 * Values of one statement, each read by its field's type. Takes words and
 * strings, gives values; what it cannot read becomes a finding and a hole.
 */
#include "model/reading.h"
#include "model/complain.h"
#include "model/keyword.h"

const struct written *reading_peek(const struct reading *r)
{
	return r->at < r->statement->values.n ? &r->statement->values.v[r->at] : NULL;
}

const struct written *reading_take(struct reading *r)
{
	return &r->statement->values.v[r->at++];
}

struct value *value_new(struct reading *r, enum value_kind kind, const struct written *written)
{
	struct value *value = ARENA_NEW(r->b->arena, struct value);

	value->kind = kind;
	value->origin = written;
	value->span = written ? written->span : r->statement->keyword_span;
	return value;
}

struct str written_fold(const struct builder *b, const struct written *written)
{
	return utf8_fold(b->arena, written->text);
}

bool reading_is_todo(const struct reading *r)
{
	const struct written *written = reading_peek(r);

	if (!written || written->kind != TOKEN_WORD)
		return false;
	if (!keyword_may_begin(written->text, r->b->lang == LANG_FR ? 'a' : 't'))
		return false;
	return schema_is(r->b->lang == LANG_FR ? "à-préciser" : "todo", written_fold(r->b, written));
}

/* An unquoted text of several words: one finding for all of them. Within a head,
 * each word may be another field's. */
static struct value *unquoted(struct reading *r, const struct written *first)
{
	const struct written *last = first;

	while (!r->in_head && !last->comma && reading_peek(r) && reading_peek(r)->kind == TOKEN_WORD)
		last = reading_take(r);
	complain_quotes(r->b, span_join(first->span, last->span));
	return value_new(r, VALUE_HOLE, first);
}

/* True when the word goes on: a name of several words without quotation marks. */
static bool goes_on(const struct reading *r, const struct written *written)
{
	const struct written *next = reading_peek(r);

	return written->kind == TOKEN_WORD && !r->in_head && !written->comma && next &&
	       next->kind == TOKEN_WORD;
}

static struct value *read_name(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct value *value;

	if (goes_on(r, written))
		return unquoted(r, written);
	if (str_is_blank(written->text))
		return complain_hole(r, MODEL_TEXT_EMPTY, written);
	value = value_new(r, VALUE_NAME, written);
	value->as.name = str_trim(written->text);
	return value;
}

/* Words without quotation marks, or texts in several languages without braces. */
static struct value *read_text(struct reading *r)
{
	const struct written *written = reading_peek(r), *next;
	enum lang lang;

	if (!written || written->kind != TOKEN_WORD)
		return value_text(r);
	reading_take(r);
	next = reading_peek(r);
	if (!next || next->kind == TOKEN_WORD || !keyword_is_language(r->b, written->text, &lang))
		return unquoted(r, written);
	complain_field(r, MODEL_TEXT_BRACES);
	r->at = r->statement->values.n;
	return value_new(r, VALUE_HOLE, written);
}

/* A word in quotation marks: understood, but reported. */
void value_check_bare(const struct reading *r, const struct written *written)
{
	struct diag *diag;

	if (written->kind == TOKEN_WORD)
		return;
	diag = complain_value(r, MODEL_UNQUOTE, written);
	diag_add_fix(r->b->findings, diag, written->span, written->text, TRUST_SAFE);
}

/* "no" and "yes" as each language writes them, by their truth; then what other
 * programs write. */
static const struct words flags[2] = { WORDS("non", "no"), WORDS("oui", "yes") };
static const struct words usual_flags[2] = { WORDS("faux", "false"), WORDS("vrai", "true") };

static int flag_of(const struct words names[2], struct str folded, enum lang lang)
{
	return schema_is(names[true].in[lang], folded)	  ? 1
	       : schema_is(names[false].in[lang], folded) ? 0
							  : -1;
}

/* A flag in other words than those of the file's language. */
static int foreign_flag(struct reading *r, const struct written *written, struct str folded)
{
	enum lang other = lang_other(r->b->lang);
	int flag = flag_of(flags, folded, other);
	bool usual = flag < 0;
	struct diag *diag;

	if (usual)
		flag = flag_of(usual_flags, folded, r->b->lang);
	if (usual && flag < 0)
		flag = flag_of(usual_flags, folded, other);
	if (flag < 0)
		return flag;
	diag = complain_value(r, usual ? MODEL_CHOICE_MEANT : MODEL_CHOICE_LANGUAGE, written);
	if (!usual)
		complain_other_language(r->b, diag);
	complain_meant(r->b, diag, written->span, str_of(flags[flag].in[r->b->lang]));
	return flag;
}

static struct value *read_flag(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct str folded = written_fold(r->b, written);
	int flag = flag_of(flags, folded, r->b->lang);
	struct value *value;

	if (flag >= 0)
		value_check_bare(r, written);
	else
		flag = foreign_flag(r, written, folded);
	if (flag < 0)
		return complain_phrase(r, MODEL_VALUE, written);
	value = value_new(r, VALUE_FLAG, written);
	value->as.flag = flag == 1;
	return value;
}

static struct value *read_flag_or_url(struct reading *r)
{
	const struct written *written = reading_peek(r);

	return str_find(written->text, ":", 0) < written->text.n ? value_url(r) : read_flag(r);
}

static struct value *read_integer(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct value *value = value_new(r, VALUE_INTEGER, written);

	for (size_t i = 0; i < written->text.n; i++) {
		char c = written->text.s[i];
		if (c < '0' || c > '9' || i == 9)
			return complain_phrase(r, MODEL_VALUE, written);
		value->as.integer = value->as.integer * 10 + (c - '0');
	}
	return written->text.n ? value : complain_phrase(r, MODEL_VALUE, written);
}

static struct value *read_language(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct str folded = written_fold(r->b, written);
	struct value *value = value_new(r, VALUE_LANGUAGE, written);

	if (lang_of_tag(folded.s, folded.n, &value->as.lang))
		return complain_hole(r, MODEL_VALUE, written);
	value_check_bare(r, written);
	return value;
}

/* rule = upper-case letters, { "-", letters or digits }: which rules there are is
 * the rules' to know. */
static struct value *read_rule(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct str s = written->text;
	struct value *value;

	if (!id_is_valid(s) || s.s[0] < 'A' || s.s[0] > 'Z')
		return complain_hole(r, MODEL_VALUE, written);
	value_check_bare(r, written);
	value = value_new(r, VALUE_NAME, written);
	value->as.name = s;
	return value;
}

static struct value *read_clause(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct value *value;

	if (!id_is_valid(written->text))
		return complain_hole(r, MODEL_VALUE, written);
	value_check_bare(r, written);
	value = value_new(r, VALUE_NAME, written);
	value->as.name = written->text;
	return value;
}

static struct value *read_section(struct reading *r)
{
	const struct written *written = reading_peek(r);
	enum word word = schema_word(VOCABULARY_SECTION, written_fold(r->b, written), r->b->lang);
	struct value *value;

	if (word == WORD_NONE)
		return value_reference(r);
	reading_take(r);
	value_check_bare(r, written);
	value = value_new(r, VALUE_WORD, written);
	value->as.word = word;
	return value;
}

/* By enum type. Those of texts may also take the statement's brace. */
static struct value *(*const readers[])(struct reading *r) = {
	[TYPE_TEXT] = read_text,
	[TYPE_MARKDOWN] = read_text,
	[TYPE_NAME] = read_name,
	[TYPE_WORDS] = read_name,
	[TYPE_LAW] = read_name,
	[TYPE_CHOICE] = value_choice,
	[TYPE_FLAG] = read_flag,
	[TYPE_REFERENCE] = value_reference,
	[TYPE_REFERENCE_OR_TEXT] = value_text_or_reference,
	[TYPE_URL] = value_url,
	[TYPE_URL_OR_TEXT] = value_text_or_url,
	[TYPE_FLAG_OR_URL] = read_flag_or_url,
	[TYPE_EMAIL] = value_email,
	[TYPE_PHONE] = value_phone,
	[TYPE_DATE] = value_date,
	[TYPE_DURATION] = value_duration,
	[TYPE_PERIOD] = value_period,
	[TYPE_COUNTRY] = value_country,
	[TYPE_INTEGER] = read_integer,
	[TYPE_LANGUAGE] = read_language,
	[TYPE_RULE] = read_rule,
	[TYPE_SECTION] = read_section,
	[TYPE_CLAUSE] = read_clause,
};

static bool takes_brace(enum type type)
{
	return type == TYPE_TEXT || type == TYPE_MARKDOWN || type == TYPE_REFERENCE_OR_TEXT ||
	       type == TYPE_URL_OR_TEXT;
}

struct value *value_read(struct reading *r)
{
	enum type type = schema_fields[r->field].type;

	if (reading_is_todo(r))
		return value_todo(r);
	if (!reading_peek(r) && !(takes_brace(type) && r->statement->has_block)) {
		complain_field(r, MODEL_VALUE_MISSING);
		return value_new(r, VALUE_HOLE, NULL);
	}
	return readers[type](r);
}

/* What follows a value: false at the end of the list, with a finding where there
 * is more than the field takes, unless the last value was refused already. */
static bool another_follows(struct reading *r, const struct value *last)
{
	const struct written *next = reading_peek(r);
	struct diag *diag;

	if (!next)
		return false;
	if (!(schema_fields[r->field].flags & LIST)) {
		if (last->kind != VALUE_HOLE)
			complain_extra(r);
		return false;
	}
	if (!r->statement->values.v[r->at - 1].comma) {
		struct span gap = next->span;
		gap.start = gap.end = r->statement->values.v[r->at - 1].span.end;
		diag = complain_value(r, MODEL_COMMA, next);
		diag_add_fix(r->b->findings, diag, gap, STR(","), TRUST_SAFE);
	}
	return true;
}

void values_read(struct reading *r, struct object *object)
{
	struct value *value;

	do {
		value = value_read(r);
		object_add(object, r->field, value);
	} while (another_follows(r, value));
	if (r->statement->has_block && !r->took_block)
		complain_field(r, MODEL_BLOCK_UNEXPECTED);
}
