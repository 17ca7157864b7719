/*
 * The elements of a block -> its statements, by the table of fields: an element's name
 * is the field's English keyword. Refuses what the table does not have, and fields
 * that are never published.
 */
#include "render/xml_read.h"

void xml_refuse(struct xml_reader *r, const struct xml_element *element)
{
	xml_complain(r, XML_ELEMENT, element->tag, element->name);
	xml_push(r, element, XML_IN_REFUSED);
}

/* The frame that the element stands in, whatever is pushed behind it. */
static struct xml_frame parent_of(const struct xml_reader *r)
{
	return r->frames.v[r->frames.n - 1];
}

/* Opens an element whose content goes to the statement. */
static struct xml_frame *open_into(struct xml_reader *r, const struct xml_element *element,
				   enum xml_frame_kind kind, struct statement *st)
{
	struct xml_frame *frame = xml_push(r, element, kind);

	frame->statement = st;
	return frame;
}

static void open_object(struct xml_reader *r, const struct xml_element *element, const struct field_row *row)
{
	struct xml_frame parent = parent_of(r), *frame;
	struct statement *st = xml_statement(r, &parent, element->name, element->tag);
	bool named = row->flags & (ID | ID_OPTIONAL);
	struct xml_piece id;

	st->has_block = true;
	xml_check_attributes(r, element, named ? "id" : NULL, NULL);
	frame = open_into(r, element, XML_IN_BLOCK, st);
	frame->block = (enum block)row->of;
	frame->row = row;
	if (named && xml_attribute_of(r, element, "id", &id))
		xml_add_word(r, frame, st, id);
}

static void open_texts(struct xml_reader *r, const struct xml_element *element, const struct field_row *row)
{
	struct xml_frame parent = parent_of(r);
	struct statement *st = xml_field_statement(r, &parent, row, element->tag);

	st->has_block = true;
	open_into(r, element, XML_IN_TEXTS, st);
}

static void open_text(struct xml_reader *r, const struct xml_element *element, const struct field_row *row)
{
	xml_check_attributes(r, element, NULL, NULL);
	open_texts(r, element, row);
}

static void open_leaf(struct xml_reader *r, const struct xml_element *element, const struct field_row *row)
{
	struct xml_frame *frame;

	xml_check_attributes(r, element, NULL, NULL);
	frame = xml_push(r, element, XML_IN_LEAF);
	frame->row = row;
	frame->leaf = xml_leaf_of(row->type);
}

/* The attribute's value as the field's. */
static void open_attribute(struct xml_reader *r, const struct xml_element *element,
			   const struct field_row *row, struct xml_piece value)
{
	struct xml_frame parent = parent_of(r);
	struct statement *st = xml_field_statement(r, &parent, row, element->tag);

	xml_add_word(r, open_into(r, element, XML_IN_NOTHING, st), st, value);
}

static void open_reference(struct xml_reader *r, const struct xml_element *element,
			   const struct field_row *row)
{
	struct xml_piece ref;

	xml_check_attributes(r, element, "ref", NULL);
	if (xml_attribute_needed(r, element, "ref", &ref))
		open_attribute(r, element, row, ref);
	else
		xml_push(r, element, XML_IN_NOTHING);
}

/* An attribute, or texts without one. */
static void open_either(struct xml_reader *r, const struct xml_element *element, const struct field_row *row)
{
	const char *name = row->type == TYPE_REFERENCE_OR_TEXT ? "ref" : "href";
	struct xml_piece value;

	xml_check_attributes(r, element, name, NULL);
	if (xml_attribute_of(r, element, name, &value))
		open_attribute(r, element, row, value);
	else
		open_texts(r, element, row);
}

/* --- storage periods --- */

static bool is_one_of(const enum word *words, size_t n, struct str text)
{
	for (size_t i = 0; i < n; i++) {
		if (words[i] != WORD_NONE && str_is(text, schema_words[words[i]].word[LANG_EN]))
			return true;
	}
	return false;
}

static void add_period_word(struct xml_reader *r, struct statement *st, enum word word, struct span span)
{
	struct xml_piece piece = { str_of(schema_words[word].word[LANG_EN]), span };

	xml_add_value(r, st, TOKEN_WORD, piece);
}

/* An attribute whose value begins the period, unless it is "after", which stands later. */
static void add_period_attribute(struct xml_reader *r, struct xml_frame *frame, struct xml_piece piece,
				 const enum word *words, size_t n)
{
	struct diag *diag;

	if (!is_one_of(words, n, piece.text)) {
		diag = xml_complain(r, XML_VALUE, piece.span, frame->name);
		diag_add_arg(r->findings, diag, "value", piece.text);
	} else if (!str_is(piece.text, schema_words[WORD_PERIOD_WORD_AFTER].word[LANG_EN])) {
		xml_add_value(r, frame->statement, TOKEN_WORD, piece);
		frame->introduced = words == facts_period_kinds;
	}
}

static void open_period(struct xml_reader *r, const struct xml_element *element, const struct field_row *row)
{
	struct xml_frame parent = parent_of(r), *frame;
	struct xml_piece value;

	xml_check_attributes(r, element, "kind", "bound");
	frame = open_into(r, element, XML_IN_PERIOD, xml_field_statement(r, &parent, row, element->tag));
	frame->row = row;
	if (xml_attribute_of(r, element, "bound", &value))
		add_period_attribute(r, frame, value, facts_bounds, BOUND_AT_LEAST + 1);
	if (xml_attribute_needed(r, element, "kind", &value))
		add_period_attribute(r, frame, value, facts_period_kinds, PERIOD_INDEFINITE + 1);
}

static void add_period_duration(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	xml_add_duration(r, frame, frame->statement, piece);
}

static void add_period_start(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	add_period_word(r, frame->statement, WORD_PERIOD_WORD_FROM, frame->tag);
	xml_add_word(r, frame, frame->statement, piece);
}

/* "after ORDER", then ", DELIVERY": the first event follows a word. */
static void add_period_event(struct xml_reader *r, const struct xml_element *element)
{
	struct xml_frame *period = &r->frames.v[r->frames.n - 1];
	struct statement *st = period->statement;
	struct xml_piece ref;

	if (period->events++)
		st->values.v[st->values.n - 1].comma = true;
	else if (!period->introduced)
		add_period_word(r, st, WORD_PERIOD_WORD_AFTER, element->tag);
	xml_check_attributes(r, element, "ref", NULL);
	period = open_into(r, element, XML_IN_NOTHING, st);
	if (xml_attribute_needed(r, element, "ref", &ref))
		xml_add_word(r, period, st, ref);
}

void xml_period_child(struct xml_reader *r, const struct xml_element *element)
{
	struct statement *st = parent_of(r).statement;

	if (!str_is(element->name, "event"))
		xml_check_attributes(r, element, NULL, NULL);
	if (str_is(element->name, "event")) {
		add_period_event(r, element);
	} else if (str_is(element->name, "criteria")) {
		st->has_block = true;
		open_into(r, element, XML_IN_TEXTS, st);
	} else if (str_is(element->name, "duration")) {
		open_into(r, element, XML_IN_LEAF, st)->leaf = add_period_duration;
	} else if (str_is(element->name, "from")) {
		open_into(r, element, XML_IN_LEAF, st)->leaf = add_period_start;
	} else {
		xml_refuse(r, element);
	}
}

/* --- texts --- */

static void add_text(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece)
{
	xml_add_value(r, frame->statement, TOKEN_CHARACTERS, piece);
}

/* <text xml:lang="fr"> -> fr "..." */
void xml_texts_child(struct xml_reader *r, const struct xml_element *element)
{
	struct xml_frame parent = parent_of(r), *frame;
	struct xml_piece tag;
	enum lang lang;

	if (!str_is(element->name, "text")) {
		xml_refuse(r, element);
		return;
	}
	xml_check_attributes(r, element, "xml:lang", NULL);
	frame = xml_push(r, element, XML_IN_LEAF);
	if (!xml_attribute_needed(r, element, "xml:lang", &tag))
		return;
	if (lang_of_tag(tag.text.s, tag.text.n, &lang)) {
		struct diag *diag = xml_complain(r, XML_VALUE, tag.span, element->name);
		diag_add_arg(r->findings, diag, "value", tag.text);
		return;
	}
	parent.statement->has_block = true;
	frame->statement = xml_statement(r, &parent, str_of(lang_tag(lang)), element->tag);
	frame->leaf = add_text;
}

/* <todo field="retain">: FIELD todo, and the reason in the brace. */
static void open_todo(struct xml_reader *r, const struct xml_element *element)
{
	struct xml_frame parent = parent_of(r);
	struct xml_piece name, todo = { STR("todo"), element->tag };
	struct statement *st;
	int field = -1;

	xml_check_attributes(r, element, "field", NULL);
	if (!xml_attribute_needed(r, element, "field", &name)) {
		xml_push(r, element, XML_IN_REFUSED);
		return;
	}
	field = schema_field_exactly(parent.block, name.text, LANG_EN);
	if (field < 0 || !schema_is_public(&schema_fields[field])) {
		struct diag *diag = xml_complain(r, XML_VALUE, name.span, element->name);
		diag_add_arg(r->findings, diag, "value", name.text);
		xml_push(r, element, XML_IN_REFUSED);
		return;
	}
	st = xml_field_statement(r, &parent, &schema_fields[field], element->tag);
	xml_add_value(r, st, TOKEN_WORD, todo);
	open_into(r, element, XML_IN_TEXTS, st);
}

/* --- blocks --- */

/* How the element of a field opens, by its type; leaves where there is no other row. */
static void (*const openers[TYPE_BLOCK + 1])(struct xml_reader *, const struct xml_element *,
					     const struct field_row *) = {
	[TYPE_BLOCK] = open_object,
	[TYPE_TEXT] = open_text,
	[TYPE_MARKDOWN] = open_text,
	[TYPE_REFERENCE] = open_reference,
	[TYPE_REFERENCE_OR_TEXT] = open_either,
	[TYPE_URL_OR_TEXT] = open_either,
	[TYPE_PERIOD] = open_period,
};

/* What polc adds to the facts, and adds anew: read, and left out of the tree. */
static bool open_addition(struct xml_reader *r, const struct xml_element *element)
{
	struct statement *apart;

	if (str_is(element->name, "derived")) {
		xml_push(r, element, XML_IN_DERIVED);
		return true;
	}
	if (!str_is(element->name, "built-in"))
		return false;
	apart = ARENA_NEW(r->arena, struct statement);
	open_into(r, element, XML_IN_BLOCK, apart)->block = BLOCK_ROOT;
	return true;
}

void xml_block_child(struct xml_reader *r, const struct xml_element *element)
{
	struct xml_frame parent = parent_of(r);
	const struct field_row *row;
	int field;

	if (str_is(element->name, "todo")) {
		open_todo(r, element);
		return;
	}
	if (parent.block == BLOCK_ROOT && !parent.statement && open_addition(r, element))
		return;
	field = schema_field_exactly(parent.block, element->name, LANG_EN);
	row = field < 0 ? NULL : &schema_fields[field];
	if (!row || !schema_is_public(row))
		xml_refuse(r, element);
	else if (openers[row->type])
		openers[row->type](r, element, row);
	else
		open_leaf(r, element, row);
}

/* The reason of a waiver is not published; the waiver holds all the same. */
void xml_block_end(struct xml_reader *r, const struct xml_frame *frame)
{
	struct xml_piece reason = { STR("not in the published document"), frame->tag };

	if (frame->block == BLOCK_ALLOW)
		xml_add_value(r,
			      xml_statement(r, frame, str_of(schema_fields[ALLOW_REASON].word[LANG_EN]),
					    frame->tag),
			      TOKEN_CHARACTERS, reason);
}
