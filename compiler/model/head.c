/*
 * The head of a block: its identifier, and the fields written behind its keyword.
 * Takes the values of one statement, fills an object's fields; refuses what is
 * too much and what does not name a thing.
 */
#include "model/reading.h"
#include "model/complain.h"
#include "model/keyword.h"

enum { ID_LIMIT = 100 }; /* characters */

static bool is_word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '-' || c == '.' || c == '_';
}

/* id = letter, { letter | digit | "-" | "." | "_" } ; beyond ASCII, letters are
 * what lies outside of punctuation and signs. That of a policy names a folder. */
bool id_is_valid(struct str id)
{
	size_t i = 0;

	if (id.n == 0 || utf8_length(id) > ID_LIMIT || !is_word_byte((unsigned char)id.s[0]) ||
	    (id.s[0] >= '-' && id.s[0] <= '9') || id.s[0] == '_')
		return false;
	while (i < id.n) {
		unsigned char byte = (unsigned char)id.s[i];
		uint32_t c = byte < 0x80 ? (i++, byte) : utf8_next(id, &i);
		bool sign = (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 ||
			    (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) || c >= 0xE000;
		if (sign || (c < 0x80 && !is_word_byte((unsigned char)c)))
			return false;
	}
	return true;
}

void id_read(struct reading *r, struct object *object, unsigned flags)
{
	const struct written *written = reading_peek(r);

	if (!(flags & (ID | ID_OPTIONAL)))
		return;
	if (!written || ((flags & ID_OPTIONAL) && written->kind != TOKEN_WORD)) {
		if (flags & ID)
			complain_keyword(r->b, MODEL_ID_MISSING, r->statement);
		return;
	}
	reading_take(r);
	if (written->kind != TOKEN_WORD || !id_is_valid(written->text)) {
		complain_value(r, MODEL_ID, written);
		return;
	}
	object->id = utf8_nfc(r->b->arena, written->text);
	object->id_span = written->span;
}

static bool is_said(const struct object *object, int field)
{
	return object->slots[field - (int)schema_block(object->block)->first] != NULL;
}

/* The head's first field that is not said yet, a text if `text`; or -1. */
static int next_head_field(const struct object *object, bool text)
{
	const struct block_row *row = schema_block(object->block);

	for (int field = (int)row->first; field < (int)row->first + (int)row->n; field++) {
		const struct field_row *candidate = &schema_fields[field];
		if ((candidate->flags & HEAD) && !is_said(object, field) &&
		    (!text || candidate->type == TYPE_TEXT))
			return field;
	}
	return -1;
}

/* The head's field that the word introduces, with a value behind it; or -1. */
static int introduced_field(const struct reading *r, const struct object *object)
{
	const struct block_row *row = schema_block(object->block);
	const struct written *written = reading_peek(r);
	struct str folded;

	if (written->kind != TOKEN_WORD || r->at + 1 == r->statement->values.n || written->comma)
		return -1;
	folded = written_fold(r->b, written);
	for (int field = (int)row->first; field < (int)row->first + (int)row->n; field++) {
		const struct field_row *candidate = &schema_fields[field];
		if ((candidate->flags & HEAD) && schema_is(candidate->word[r->b->lang], folded) &&
		    !is_said(object, field))
			return field;
	}
	return -1;
}

/* One head field: its value, or all of a list. */
static void read_field(struct reading *r, struct object *object, struct value **spread)
{
	bool list = schema_fields[r->field].flags & LIST;
	struct value **end = spread;

	object_add(object, r->field, value_read(r));
	while (reading_peek(r)) {
		bool comma = r->statement->values.v[r->at - 1].comma;
		if ((!list && !end) || (!comma && next_head_field(object, false) >= 0))
			return;
		if (!comma)
			complain_value(r, MODEL_COMMA, reading_peek(r));
		if (end) {
			*end = value_read(r);
			end = &(*end)->next;
		} else {
			object_add(object, r->field, value_read(r));
		}
	}
}

/* head = { [ keyword ], value } ; `spread`: where further values of the first
 * field go, each for an object of its own; NULL: there is one object. */
void head_read(struct reading *r, struct object *object, struct value **spread)
{
	enum field outer = r->field;

	r->in_head = true;
	r->block = outer;
	while (reading_peek(r)) {
		int field = introduced_field(r, object);
		r->introduced = field >= 0;
		if (field >= 0)
			reading_take(r);
		else
			field = next_head_field(object, false);
		if (field < 0) {
			r->field = outer;
			complain_extra(r);
			reading_take(r); /* so that no missing brace is reported too */
			break;
		}
		r->field = (enum field)field;
		read_field(r, object, spread);
		spread = NULL;
	}
	r->field = outer;
}

static bool holds_languages(struct builder *b, const struct statement *st)
{
	for (const struct statement *child = st->first; child; child = child->next) {
		enum lang lang;
		if (keyword_is_language(b, child->keyword, &lang))
			return true;
	}
	return false;
}

bool head_read_languages(struct reading *r, struct object *object)
{
	int field = next_head_field(object, true);
	enum field outer = r->field;

	if (r->took_block)
		return true;
	if (field < 0 || !holds_languages(r->b, r->statement))
		return false;
	r->field = (enum field)field;
	object_add(object, r->field, value_block_text(r, true));
	r->field = outer;
	return true;
}
