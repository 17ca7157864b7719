/*
 * The characters of leaves -> the values of statements, as an author would have
 * written them: words in English, durations as a number and a unit. What the field's
 * type does not allow is left to the model, which says so at the same place.
 */
#include "base/utf8.h"
#include "render/xml_read.h"

struct statement *xml_statement(struct xml_reader *r, const struct xml_frame *parent, struct str keyword,
				struct span span)
{
	struct statement *st = ARENA_NEW(r->arena, struct statement);
	struct statement **first = parent->statement ? &parent->statement->first : &r->tree->first;
	struct statement **last = parent->statement ? &parent->statement->last : &r->tree->last;

	st->keyword = keyword;
	st->keyword_span = st->span = st->open = span;
	st->parent = parent->statement;
	if (*last)
		(*last)->next = st;
	else
		*first = st;
	*last = st;
	return st;
}

/* A list that may be said once is one statement; the others take a statement a value. */
struct statement *xml_field_statement(struct xml_reader *r, const struct xml_frame *parent,
				      const struct field_row *row, struct span span)
{
	struct statement *last = parent->statement ? parent->statement->last : r->tree->last;
	struct str keyword = str_of(row->word[LANG_EN]);

	if (!last || !(row->flags & LIST) || (row->flags & MANY) || !str_eq(last->keyword, keyword))
		return xml_statement(r, parent, keyword, span);
	if (last->values.n)
		last->values.v[last->values.n - 1].comma = true;
	return last;
}

static bool is_todo(const struct written *written)
{
	return written->kind == TOKEN_WORD && str_is(written->text, "todo");
}

/* A `todo` stays the last of its list, since its reason stands in the statement's brace. */
void xml_add_value(struct xml_reader *r, struct statement *to, enum token_kind kind, struct xml_piece piece)
{
	struct written written = { .kind = kind, .text = piece.text, .span = piece.span };
	size_t n = to->values.n;

	vec_add(r->arena, &to->values, written);
	if (to->span.end < piece.span.end)
		to->span.end = piece.span.end;
	if (n && is_todo(&to->values.v[n - 1])) {
		to->values.v[n] = to->values.v[n - 1];
		to->values.v[n].comma = false;
		to->values.v[n - 1] = written;
		to->values.v[n - 1].comma = true;
	}
}

static void complain_value(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	struct diag *diag = xml_complain(r, XML_VALUE, piece.span, frame->name);

	diag_add_arg(r->findings, diag, "value", str_copy(r->arena, str_trim(piece.text)));
}

/* Without the white space around it, in both respects where the text is the source's. */
static struct xml_piece trim(struct xml_piece piece)
{
	struct str text = str_trim(piece.text);

	if (piece.span.end - piece.span.start == piece.text.n) {
		piece.span.start += (uint32_t)(text.n ? text.s - piece.text.s : 0);
		piece.span.end = piece.span.start + (uint32_t)text.n;
	}
	piece.text = text;
	return piece;
}

bool xml_add_word(struct xml_reader *r, const struct xml_frame *frame, struct statement *to,
		  struct xml_piece piece)
{
	struct xml_piece word = trim(piece);

	if (str_is_empty(word.text) || str_is(utf8_fold(r->arena, word.text), "todo")) {
		complain_value(r, frame, piece);
		return false;
	}
	xml_add_value(r, to, TOKEN_WORD, word);
	return true;
}

static const struct designator {
	char letter;
	bool timed; /* behind a "T" */
	enum word unit;
} designators[] = {
	{ 'Y', false, WORD_UNIT_YEARS }, { 'M', false, WORD_UNIT_MONTHS }, { 'W', false, WORD_UNIT_WEEKS },
	{ 'D', false, WORD_UNIT_DAYS },	 { 'H', true, WORD_UNIT_HOURS },
};

static enum word unit_of(char letter, bool timed)
{
	for (size_t i = 0; i < sizeof(designators) / sizeof(designators[0]); i++) {
		if (designators[i].letter == letter && designators[i].timed == timed)
			return designators[i].unit;
	}
	return WORD_NONE;
}

/* duration = "P" , ( digits , ( "Y" | "M" | "W" | "D" ) | "T" , digits , "H" ) ; */
void xml_add_duration(struct xml_reader *r, const struct xml_frame *frame, struct statement *to,
		      struct xml_piece piece)
{
	struct xml_piece trimmed = trim(piece), number = trimmed;
	bool timed = str_has_prefix(trimmed.text, "PT");
	size_t digits = 0, start = timed ? 2 : 1;
	enum word unit;

	number.text = str_part(trimmed.text, start, trimmed.text.n);
	while (digits < number.text.n && number.text.s[digits] >= '0' && number.text.s[digits] <= '9')
		digits++;
	unit = digits + 1 == number.text.n ? unit_of(number.text.s[digits], timed) : WORD_NONE;
	if (!digits || unit == WORD_NONE || !str_has_prefix(trimmed.text, "P")) {
		complain_value(r, frame, piece);
		return;
	}
	number.text.n = digits;
	xml_add_value(r, to, TOKEN_WORD, number);
	number.text = str_of(schema_words[unit].word[LANG_EN]);
	xml_add_value(r, to, TOKEN_WORD, number);
}

/* --- leaves, by the types of their fields --- */

static struct statement *statement_of(struct xml_reader *r, const struct xml_frame *frame)
{
	return xml_field_statement(r, &r->frames.v[r->frames.n - 1], frame->row, frame->tag);
}

static void add_characters(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	xml_add_value(r, statement_of(r, frame), TOKEN_CHARACTERS, piece);
}

static void add_word(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	if (str_is_blank(piece.text))
		complain_value(r, frame, piece);
	else
		xml_add_word(r, frame, statement_of(r, frame), piece);
}

/* xs:boolean */
static void add_flag(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	struct xml_piece flag = trim(piece);

	if (str_is(flag.text, "true") || str_is(flag.text, "1"))
		flag.text = STR("yes");
	else if (str_is(flag.text, "false") || str_is(flag.text, "0"))
		flag.text = STR("no");
	else if (frame->row->type != TYPE_FLAG_OR_URL || str_find(flag.text, ":", 0) == flag.text.n)
		flag.text = STR("");
	if (str_is_empty(flag.text))
		complain_value(r, frame, piece);
	else
		xml_add_value(r, statement_of(r, frame), TOKEN_WORD, flag);
}

static void add_duration(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	xml_add_duration(r, frame, statement_of(r, frame), piece);
}

static xml_leaf *const leaves[TYPE_BLOCK + 1] = {
	[TYPE_NAME] = add_characters,  [TYPE_WORDS] = add_characters,  [TYPE_LAW] = add_characters,
	[TYPE_URL] = add_characters,   [TYPE_EMAIL] = add_characters,  [TYPE_PHONE] = add_characters,
	[TYPE_CHOICE] = add_word,      [TYPE_DATE] = add_word,	       [TYPE_COUNTRY] = add_word,
	[TYPE_INTEGER] = add_word,     [TYPE_LANGUAGE] = add_word,     [TYPE_RULE] = add_word,
	[TYPE_SECTION] = add_word,     [TYPE_CLAUSE] = add_word,       [TYPE_FLAG] = add_flag,
	[TYPE_FLAG_OR_URL] = add_flag, [TYPE_DURATION] = add_duration,
};

xml_leaf *xml_leaf_of(enum type type)
{
	return leaves[type];
}
