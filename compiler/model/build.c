/*
 * Statements to objects. Takes the statements of one file, gives objects with
 * their fields; refuses unknown keywords, repeated fields, duplicate names, and
 * blocks without what they need. Recursion is as deep as blocks nest, which the
 * parser limits.
 */
#include "model/build.h"

#include <string.h>

#include "model/complain.h"
#include "model/keyword.h"

const struct words include_word = WORDS("inclure", "include");
const struct words override_word = WORDS("remplacer", "override");

/* Behind the slots stand the last value of each, then those of notes and allows. */
struct object *object_new(struct builder *b, enum block block, struct object *parent)
{
	struct object *object = ARENA_NEW(b->arena, struct object);

	object->block = block;
	object->parent = parent;
	object->id = STR("");
	object->slots = ARENA_ARRAY(b->arena, struct value *, 2 * schema_block(block)->n + 2);
	return object;
}

void object_add(struct object *object, enum field field, struct value *value)
{
	const struct block_row *row = schema_block(object->block);
	struct value **first, **last;

	if (schema_fields[field].block == BLOCK_ANY) {
		first = field == ANY_NOTE ? &object->notes : &object->allows;
		last = &object->slots[2 * row->n + (field == ANY_NOTE ? 0 : 1)];
	} else {
		first = &object->slots[field - row->first];
		last = &object->slots[row->n + (unsigned)(field - row->first)];
	}
	if (*first)
		(*last)->next = value;
	else
		*first = value;
	*last = value;
}

/* Gives the object its number and its place in the parent. */
static void attach(struct reading *r, struct object *parent, struct object *object)
{
	struct value *value = value_new(r, VALUE_OBJECT, NULL);

	object->number = ++r->b->counts[object->block];
	value->as.object = object;
	object_add(parent, r->field, value);
}

/* One object for each further value of a list in the head: they share the fields
 * of the first, but for that value. */
static void attach_copies(struct reading *r, struct object *first, struct value *spread)
{
	unsigned n = schema_block(first->block)->n;

	while (spread) {
		struct object *copy = object_new(r->b, first->block, first->parent);
		struct value **slots = copy->slots, *next = spread->next;
		memcpy(slots, first->slots, sizeof(*slots) * (2 * n + 2));
		*copy = *first;
		copy->slots = slots;
		spread->next = NULL;
		slots[0] = slots[n] = spread;
		attach(r, first->parent, copy);
		spread = next;
	}
}

/* Makes the object known by its name; false when another has it. */
static bool register_id(struct builder *b, struct object *object)
{
	struct map *named = &b->model->named[object->block];
	const struct object *other;
	struct diag *diag;

	if (object->id.n == 0)
		return true;
	other = map_get(named, object->id);
	if (other && !(b->patch && other->parent != b->patch)) {
		diag = complain(b, MODEL_DUPLICATE, object->id_span);
		diag_add_arg(b->findings, diag, "value", object->id);
		diag_add_label(b->findings, diag, other->id_span,
			       (struct words)WORDS("première déclaration", "first declared here"));
		return false;
	}
	map_set(b->arena, named, object->id, object);
	return true;
}

/* The fields that the block cannot do without. */
static void check_needed(struct reading *r, const struct object *object)
{
	const struct block_row *row = schema_block(object->block);

	for (unsigned i = 0; i < row->n; i++) {
		enum field field = (enum field)((unsigned)row->first + i);
		if ((schema_fields[field].flags & NEEDED) && !object->slots[i])
			complain_needed(r, field);
	}
}

/* True when a block without values or braces is reported for its first field. */
static bool needs_head(enum block block)
{
	return schema_fields[schema_block(block)->first].flags & NEEDED;
}

static void statement_read(struct builder *b, struct object *object, const struct statement *st,
			   enum field field);

/* A statement with a misspelt keyword is read as the one that was meant, so that one
 * typo gives one finding. */
static void statement_read_meant(struct builder *b, struct object *object, const struct statement *st)
{
	int field = complain_unknown_keyword(b, object->block, st);

	if (field >= 0)
		statement_read(b, object, st, (enum field)field);
}

/* body = "{", { statement }, "}" ; the languages of a text in the head are read
 * already. */
static void body_read(struct reading *r, struct object *object)
{
	struct builder *b = r->b;
	bool languages = head_read_languages(r, object);

	for (const struct statement *st = r->statement->first; st; st = st->next) {
		struct str folded;
		int field = keyword_field(b, object->block, st->keyword, &folded);
		enum lang lang;
		if (field >= 0)
			statement_read(b, object, st, (enum field)field);
		else if (languages && lang_of_tag(folded.s, folded.n, &lang) == 0)
			continue;
		else if (schema_is(include_word.in[b->lang], folded) ||
			 schema_is(override_word.in[b->lang], folded))
			complain_keyword(b, MODEL_TOP_LEVEL, st);
		else
			statement_read_meant(b, object, st);
	}
}

/* block = keyword, [ id ], head, [ body ] ; the statement's values are taken from
 * r->at on. */
void object_read(struct reading *r, struct object *object, struct value **spread)
{
	const struct statement *st = r->statement;
	size_t start;

	object->span = st->span;
	object->keyword = st->keyword_span;
	id_read(r, object, schema_fields[r->field].flags);
	start = r->at;
	head_read(r, object, spread);
	if (st->has_block)
		body_read(r, object);
	else if (r->at == start && !needs_head(object->block)) {
		complain_keyword(r->b, MODEL_BLOCK_MISSING, st);
		r->b->unbraced = object->parent == r->b->model->root ? object : NULL;
	}
}

static void block_read(struct builder *b, struct object *parent, const struct statement *st, enum field field,
		       bool repeated)
{
	struct reading r = { .b = b, .statement = st, .field = field };
	struct value *spread = NULL;
	struct object *object;

	if (reading_is_todo(&r)) {
		values_read(&r, parent);
		return;
	}
	object = object_new(b, (enum block)schema_fields[field].of, parent);
	object_read(&r, object, schema_fields[field].flags & SPREAD ? &spread : NULL);
	check_needed(&r, object);
	if (!register_id(b, object) || repeated)
		return;
	attach(&r, parent, object);
	attach_copies(&r, object, spread);
}

/* A single field that was said before: one finding, with both places. */
static bool check_repeated(struct builder *b, const struct object *object, const struct statement *st,
			   enum field field)
{
	const struct block_row *row = schema_block(object->block);
	const struct value *first;
	struct diag *diag;

	if (schema_fields[field].flags & MANY)
		return false;
	first = object->slots[field - row->first];
	if (!first)
		return false;
	diag = complain_keyword(b, MODEL_REPEATED, st);
	diag_add_label(b->findings, diag, first->span,
		       (struct words)WORDS("donné ici d'abord", "first given here"));
	return true;
}

/* statement = keyword, { value, [ "," ] }, ( block | end ) ; */
static void statement_read(struct builder *b, struct object *object, const struct statement *st,
			   enum field field)
{
	struct reading r = { .b = b, .statement = st, .field = field };
	bool repeated = check_repeated(b, object, st, field);

	if (schema_fields[field].type == TYPE_BLOCK)
		block_read(b, object, st, field, repeated);
	else if (!repeated)
		values_read(&r, object);
}

/* A keyword of files that stands in the other language. */
static bool is_foreign(struct builder *b, const struct statement *st, struct str folded)
{
	enum lang other = lang_other(b->lang);
	const struct words *all[] = { &include_word, &override_word };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		struct diag *diag;
		if (!schema_is(all[i]->in[other], folded))
			continue;
		diag = complain_keyword(b, MODEL_KEYWORD_LANGUAGE, st);
		complain_other_language(b, diag);
		complain_meant(b, diag, st->keyword_span, str_of(all[i]->in[b->lang]));
		return true;
	}
	return false;
}

/* declaration = statement of the root block | include | override ; what follows a block
 * without braces, and belongs to it, is read as its own: one mistake, one finding. */
void declaration_read(struct builder *b, struct policy_file *file, const struct statement *st)
{
	struct str folded;
	int field = keyword_field(b, BLOCK_ROOT, st->keyword, &folded), own;

	if (field < 0 && b->unbraced &&
	    (own = keyword_field(b, b->unbraced->block, st->keyword, &folded)) >= 0) {
		statement_read(b, b->unbraced, st, (enum field)own);
		return;
	}
	b->unbraced = NULL;
	if (field >= 0) {
		statement_read(b, b->model->root, st, (enum field)field);
	} else if (schema_is(include_word.in[b->lang], folded)) {
		policy_file_splice(b, file);
	} else if (schema_is(override_word.in[b->lang], folded)) {
		struct override override = { st, b->lang };
		vec_add(b->arena, &b->overrides, override);
	} else if (!is_foreign(b, st, folded)) {
		statement_read_meant(b, b->model->root, st);
	}
}
