/*
 * Values of one statement, each read by its field's type. Takes words and
 * strings, gives values; what it cannot read becomes a finding and a hole.
 */
#include "model/build.h"
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
	struct builder *b = r->b;
	struct diag *diag;
	struct str text;

	while (!r->in_head && !last->comma && reading_peek(r) && reading_peek(r)->kind == TOKEN_WORD)
		last = reading_take(r);
	diag = complain(b, MODEL_QUOTES, span_join(first->span, last->span));
	text = sources_text(b->sources, diag->span);
	diag_add_arg(b->findings, diag, "value", text);
	diag_add_fix(b->findings, diag, diag->span, str_format(b->arena, "\"%.*s\"", STR_ARGS(text)),
		     TRUST_SAFE);
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

static struct value *read_text(struct reading *r)
{
	const struct written *written = reading_peek(r);

	if (written && written->kind == TOKEN_WORD) {
		reading_take(r);
		return unquoted(r, written);
	}
	return value_text(r);
}

/* A word in quotation marks: understood, but reported. */
static void check_bare(const struct reading *r, const struct written *written)
{
	struct diag *diag;

	if (written->kind == TOKEN_WORD)
		return;
	diag = complain_value(r, MODEL_UNQUOTE, written);
	diag_add_fix(r->b->findings, diag, written->span, written->text, TRUST_SAFE);
}

/* A word that the vocabulary does not have in the file's language. */
static struct value *unknown_choice(struct reading *r, const struct written *written, struct str folded)
{
	enum vocabulary vocabulary = (enum vocabulary)schema_fields[r->field].of;
	const struct vocabulary_row *row = schema_vocabulary(vocabulary);
	enum lang lang = r->b->lang, other = lang == LANG_FR ? LANG_EN : LANG_FR;
	enum word word = schema_word(vocabulary, folded, other);
	struct suggestion near = suggestion_of(r->b, written->text);
	struct str words[64];
	struct value *value;
	struct diag *diag;
	unsigned n = 0;

	for (; n < row->n && n < 64; n++) {
		words[n] = str_of(schema_words[(unsigned)row->first + n].word[lang]);
		suggestion_try(&near, words[n]);
	}
	if (word != WORD_NONE) {
		value = value_new(r, VALUE_WORD, written);
		value->as.word = word;
		diag = complain_value(r, MODEL_CHOICE_LANGUAGE, written);
		complain_language(r->b, diag, other);
		complain_meant(r->b, diag, written->span, str_of(schema_words[word].word[lang]));
		return value;
	}
	diag = complain_value(r, near.best.n ? MODEL_CHOICE_MEANT : MODEL_CHOICE, written);
	if (near.best.n == 0) {
		complain_words(r->b, diag, words, n);
		return value_new(r, VALUE_HOLE, written);
	}
	complain_meant(r->b, diag, written->span, near.best);
	value = value_new(r, VALUE_WORD, written);
	value->as.word = schema_word(vocabulary, utf8_fold(r->b->arena, near.best), lang);
	return value;
}

/* French declines the word: `délégué aucun`, `décisions aucune`. */
static enum word undeclined(enum word word)
{
	return word == WORD_ABSENCE_NONE_FEMININE ? WORD_ABSENCE_NONE : word;
}

static struct value *read_choice(struct reading *r)
{
	const struct written *written = reading_take(r);
	enum vocabulary vocabulary = (enum vocabulary)schema_fields[r->field].of;
	enum word word = schema_word_exactly(vocabulary, written->text, r->b->lang);
	struct value *value;

	if (word == WORD_NONE) {
		struct str folded = written_fold(r->b, written);
		word = schema_word(vocabulary, folded, r->b->lang);
		if (word == WORD_NONE)
			return unknown_choice(r, written, folded);
	}
	check_bare(r, written);
	value = value_new(r, VALUE_WORD, written);
	value->as.word = undeclined(word);
	return value;
}

/* "no" and "yes" as each language writes them, by their truth. */
static const struct words flags[2] = { WORDS("non", "no"), WORDS("oui", "yes") };

static int flag_of(struct str folded, enum lang lang)
{
	return schema_is(flags[true].in[lang], folded)	  ? 1
	       : schema_is(flags[false].in[lang], folded) ? 0
							  : -1;
}

static struct value *read_flag(struct reading *r)
{
	const struct written *written = reading_take(r);
	enum lang other = r->b->lang == LANG_FR ? LANG_EN : LANG_FR;
	struct str folded = written_fold(r->b, written);
	int flag = flag_of(folded, r->b->lang);
	struct value *value;
	struct diag *diag;

	if (flag >= 0) {
		check_bare(r, written);
	} else {
		flag = flag_of(folded, other);
		if (flag < 0)
			return complain_hole(r, MODEL_VALUE, written);
		diag = complain_value(r, MODEL_CHOICE_LANGUAGE, written);
		complain_language(r->b, diag, other);
		complain_meant(r->b, diag, written->span, str_of(flags[flag].in[r->b->lang]));
	}
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
			return complain_hole(r, MODEL_VALUE, written);
		value->as.integer = value->as.integer * 10 + (c - '0');
	}
	return written->text.n ? value : complain_hole(r, MODEL_VALUE, written);
}

static struct value *read_language(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct str folded = written_fold(r->b, written);
	struct value *value = value_new(r, VALUE_LANGUAGE, written);

	if (lang_of_tag(folded.s, folded.n, &value->as.lang))
		return complain_hole(r, MODEL_VALUE, written);
	check_bare(r, written);
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
	check_bare(r, written);
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
	check_bare(r, written);
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
	check_bare(r, written);
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
	[TYPE_CHOICE] = read_choice,
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
 * is more than the field takes. */
static bool another_follows(struct reading *r)
{
	const struct written *next = reading_peek(r);
	struct diag *diag;

	if (!next)
		return false;
	if (!(schema_fields[r->field].flags & LIST)) {
		complain_value(r, MODEL_VALUE_EXTRA, next);
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
	do
		object_add(object, r->field, value_read(r));
	while (another_follows(r));
	if (r->statement->has_block && !r->took_block)
		complain_field(r, MODEL_BLOCK_UNEXPECTED);
}
