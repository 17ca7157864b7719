/*
 * Texts that readers see: `{ fr "…"; en "…" }`, or one string where the policy has
 * one language. Refuses empty texts, languages that the policy does not have, and
 * those that it has and the text lacks.
 */
#include "model/reading.h"
#include "model/complain.h"
#include "model/keyword.h"

static bool has_language(const struct builder *b, enum lang lang)
{
	const struct model *model = b->model;

	for (size_t i = 0; i < model->language_count; i++) {
		if (model->languages[i] == lang)
			return true;
	}
	return false;
}

static struct value *text_value(struct reading *r, const struct written *written)
{
	struct value *value = value_new(r, VALUE_TEXT, written);

	value->as.text = ARENA_NEW(r->b->arena, struct text);
	return value;
}

static void text_set(struct text *text, enum lang lang, const struct written *written)
{
	text->in[lang] = written->text;
	text->origin[lang] = written;
	text->braces = text->braces || memchr(written->text.s, '{', written->text.n);
}

struct value *value_text(struct reading *r)
{
	const struct model *model = r->b->model;
	const struct written *written;
	struct value *value;

	if (!reading_peek(r)) {
		r->took_block = true;
		return value_block_text(r, false);
	}
	written = reading_take(r);
	if (str_is_blank(written->text))
		return complain_hole(r, MODEL_TEXT_EMPTY, written);
	if (model->language_count > 1 && !r->b->library)
		return complain_hole(r, MODEL_TEXT_BARE, written);
	value = text_value(r, written);
	text_set(value->as.text, model->languages[0], written);
	return value;
}

struct value *value_text_or_reference(struct reading *r)
{
	const struct written *written = reading_peek(r);

	return written && written->kind == TOKEN_WORD ? value_reference(r) : value_text(r);
}

struct value *value_text_or_url(struct reading *r)
{
	const struct written *written = reading_peek(r);
	struct str s = written ? written->text : STR("");

	if (written &&
	    (written->kind == TOKEN_WORD || str_has_prefix(s, "https:") || str_has_prefix(s, "http:") ||
	     str_has_prefix(s, "mailto:") || str_has_prefix(s, "tel:")))
		return value_url(r);
	return value_text(r);
}

/* todo = "todo" | "à-préciser", [ string | text ] ; the reason may be the same in
 * every language, as it is not for the page. */
struct value *value_todo(struct reading *r)
{
	const struct written *written = reading_take(r), *reason = reading_peek(r);
	struct value *value = value_new(r, VALUE_TODO, written);

	value->as.text = ARENA_NEW(r->b->arena, struct text);
	if (reason && reason->kind != TOKEN_WORD) {
		reading_take(r);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			text_set(value->as.text, (enum lang)lang, reason);
	} else if (!reason && r->statement->has_block && !r->in_head) {
		struct value *text = value_block_text(r, false);
		r->took_block = true;
		if (text->kind == VALUE_TEXT)
			value->as.text = text->as.text;
	}
	return value;
}

/* A text being read from a brace. */
struct languages {
	struct value *value;
	bool given[LANG_COUNT]; /* a finding counts as given */
	bool hole;
};

/* A second language behind the text of the first, on its line. */
static bool complain_separator(struct reading *r, const struct statement *st, enum lang next,
			       struct languages *to)
{
	struct diag *diag = complain_value(r, MODEL_TEXT_SEPARATOR, &st->values.v[1]);
	struct span gap = st->values.v[0].span;

	gap.start = gap.end;
	diag_add_fix(r->b->findings, diag, gap, STR(";"), TRUST_SAFE);
	to->given[next] = true;
	return false;
}

/* The words of one language; false when something was reported instead. */
static bool read_words(struct reading *r, const struct statement *st, struct languages *to)
{
	const struct written *written = st->values.n ? &st->values.v[0] : NULL;
	enum lang next;

	if (!written) {
		struct reading language = { .b = r->b, .statement = st, .field = r->field };
		complain_field(&language, MODEL_VALUE_MISSING);
		return false;
	}
	if (written->kind == TOKEN_WORD) {
		complain_quotes(r->b, span_join(written->span, st->values.v[st->values.n - 1].span));
		return false;
	}
	if (str_is_blank(written->text)) {
		complain_value(r, MODEL_TEXT_EMPTY, written);
		return false;
	}
	if (st->values.n > 1 && keyword_is_language(r->b, st->values.v[1].text, &next))
		return complain_separator(r, st, next, to);
	if (st->values.n > 1)
		complain_value(r, MODEL_VALUE_EXTRA, &st->values.v[1]);
	else if (st->has_block)
		complain_field(r, MODEL_BLOCK_UNEXPECTED);
	return true;
}

/* A policy that names no languages is told once of each that it needs. */
static void complain_foreign(struct reading *r, const struct statement *st, enum lang lang)
{
	struct builder *b = r->b;

	if (b->shared || (b->refused[lang] && !b->languages_said))
		return;
	b->refused[lang] = true;
	complain_language(b, complain_keyword(b, MODEL_TEXT_LANGUAGE, st), lang);
}

/* language = ( "fr" | "en" ), ( string | text | todo ), end ; */
static void read_one_language(struct reading *r, const struct statement *st, enum lang lang,
			      struct languages *to)
{
	struct reading one = { .b = r->b, .statement = st, .field = r->field };

	if (to->given[lang]) {
		complain_keyword(r->b, MODEL_REPEATED, st);
		return;
	}
	to->given[lang] = true;
	if (!r->b->library && !has_language(r->b, lang)) {
		complain_foreign(r, st, lang);
	} else if (reading_is_todo(&one)) {
		*to->value = *value_todo(&one);
	} else if (!read_words(r, st, to)) {
		to->hole = true;
	} else if (to->value->kind == VALUE_TEXT) {
		text_set(to->value->as.text, lang, &st->values.v[0]);
	}
}

static void complain_missing(struct reading *r, const struct languages *read)
{
	const struct model *model = r->b->model;

	for (size_t i = 0; i < model->language_count && !r->b->library; i++) {
		enum lang lang = model->languages[i];
		struct diag *diag;
		if (read->given[lang])
			continue;
		diag = complain_field(r, MODEL_BIL_MISSING);
		complain_language(r->b, diag, lang);
		diag_add_arg(r->b->findings, diag, "tag", str_of(lang_tag(lang)));
	}
}

struct value *value_block_text(struct reading *r, bool mixed)
{
	struct languages read = { .value = text_value(r, NULL) };

	for (const struct statement *st = r->statement->first; st; st = st->next) {
		enum lang lang;
		if (keyword_is_language(r->b, st->keyword, &lang))
			read_one_language(r, st, lang, &read);
		else if (!mixed)
			complain_keyword(r->b, MODEL_TEXT_KEY, st);
	}
	if (read.value->kind == VALUE_TEXT)
		complain_missing(r, &read);
	if (read.hole && read.value->kind == VALUE_TEXT)
		read.value->kind = VALUE_HOLE;
	return read.value;
}
