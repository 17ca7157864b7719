/*
 * References by identifier, resolved when every file is read. Takes pending
 * values, gives them their objects; what no declaration and no built-in table has
 * becomes a finding with the nearest name, and a hole.
 */
#include "model/reading.h"
#include "model/builtin.h"
#include "model/complain.h"

struct value *value_reference(struct reading *r)
{
	const struct field_row *row = &schema_fields[r->field];
	const struct written *written = reading_take(r);
	struct value *value = value_new(r, VALUE_REFERENCE, written);
	struct pending pending = { .value = value, .of = (enum block)row->of, .lang = r->b->lang };

	if (written->kind != TOKEN_WORD) {
		struct diag *diag = complain_value(r, MODEL_UNQUOTE, written);
		diag_add_fix(r->b->findings, diag, written->span, written->text, TRUST_SAFE);
	}
	if (row->type == TYPE_PERIOD)
		pending.of = BLOCK_EVENT;
	else if (row->type == TYPE_SECTION)
		pending.of = BLOCK_SECTION;
	vec_add(r->b->arena, &r->b->pending, pending);
	return value;
}

/* The root's field for declarations of the block. */
static enum field declared_in(enum block block)
{
	const struct block_row *row = schema_block(BLOCK_ROOT);
	unsigned field = (unsigned)row->first;

	while (schema_fields[field].type != TYPE_BLOCK || schema_fields[field].of != (int)block)
		field++;
	return (enum field)field;
}

/* The field that such a declaration begins with: its title. */
static const char *title_field(enum block block, enum lang lang)
{
	const struct block_row *row = schema_block(block);
	unsigned field = (unsigned)row->first;

	while (field + 1 < (unsigned)row->first + row->n && !(schema_fields[field].flags & TITLE))
		field++;
	return schema_fields[field].word[lang];
}

/* Gives the identifier that was meant, or "". */
static struct str complain_unknown(struct builder *b, const struct pending *pending)
{
	const struct written *written = pending->value->origin;
	bool one = id_is_valid(written->text);
	struct str id = one ? written->text : usual_form(b, written->text);
	enum field field = declared_in(pending->of);
	struct suggestion near = suggestion_of(b, id);
	struct diag *diag;

	for_each_value(value, b->model->root, field)
	{
		if (value->kind == VALUE_OBJECT)
			suggestion_try(&near, value->as.object->id);
	}
	builtin_suggest(&near, pending->of, pending->lang);
	diag = complain(b, near.best.n ? MODEL_REFERENCE_MEANT : MODEL_REFERENCE, written->span);
	diag_add_arg(b->findings, diag, "value", written->text);
	diag_add_arg(b->findings, diag, "block", str_of(schema_fields[field].word[pending->lang]));
	diag_add_arg(b->findings, diag, "id", id);
	diag_add_arg(b->findings, diag, "label", str_of(title_field(pending->of, pending->lang)));
	if (near.best.n)
		complain_meant(b, diag, written->span, near.best);
	return near.best;
}

static struct object *find_declared(struct builder *b, const struct pending *pending, struct str id)
{
	struct object *object = map_get(&b->model->named[pending->of], id);

	return object ? object : builtin_find(b, pending->of, id, pending->lang);
}

/* A misspelt reference leads where it was meant to, so that one typo gives one finding. */
void references_resolve(struct builder *b)
{
	for (size_t i = 0; i < b->pending.n; i++) {
		const struct pending *pending = &b->pending.v[i];
		struct str id = utf8_nfc(b->arena, pending->value->origin->text);
		struct object *object = find_declared(b, pending, id);
		if (!object)
			object = find_declared(b, pending, complain_unknown(b, pending));
		if (!object)
			pending->value->kind = VALUE_HOLE;
		pending->value->as.reference = object;
	}
}
