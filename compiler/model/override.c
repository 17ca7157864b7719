/*
 * `override`: fields that replace those of a declaration made elsewhere. Applied
 * when every file is read, so that the order of the two does not matter. Refuses
 * what overrides nothing.
 */
#include "model/build.h"
#include "model/complain.h"

/* The fields that the patch says take the place of the target's. */
static void patch_apply(struct object *target, const struct object *patch)
{
	unsigned n = schema_block(target->block)->n;

	for (unsigned i = 0; i < n; i++) {
		if (!patch->slots[i])
			continue;
		target->slots[i] = patch->slots[i];
		target->slots[n + i] = patch->slots[n + i];
		for (struct value *value = target->slots[i]; value; value = value->next) {
			if (value->kind == VALUE_OBJECT)
				value->as.object->parent = target;
		}
	}
	for (struct value *note = patch->notes, *next; note; note = next) {
		next = note->next;
		note->next = NULL;
		object_add(target, ANY_NOTE, note);
	}
	for (struct value *allow = patch->allows, *next; allow; allow = next) {
		next = allow->next;
		allow->next = NULL;
		object_add(target, ANY_ALLOW, allow);
	}
}

/* The field of the root that the keyword names, when it can be overridden: one
 * declaration is meant, by its name or because there is no other. */
static int overridable(struct builder *b, const struct statement *st)
{
	const struct written *keyword = st->values.n ? &st->values.v[0] : NULL;
	int field = keyword ? schema_field(BLOCK_ROOT, written_fold(b, keyword), b->lang) : -1;
	const struct field_row *row = field < 0 ? NULL : &schema_fields[field];

	if (!row || row->block != BLOCK_ROOT || row->type != TYPE_BLOCK)
		return -1;
	return (row->flags & MANY) && !(row->flags & ID) ? -1 : field;
}

/* override = ( "override" | "remplacer" ), keyword, [ id ], [ head ], [ body ] ; */
static void override_apply(struct builder *b, const struct override *override)
{
	const struct statement *st = override->statement;
	struct object *root = b->model->root, *target;
	struct reading r = { .b = b, .statement = st, .at = 1 };
	struct diag *diag;
	int field;

	b->lang = override->lang;
	field = overridable(b, st);
	if (field < 0) {
		complain_keyword(b, MODEL_OVERRIDE, st);
		return;
	}
	r.field = (enum field)field;
	b->patch = object_new(b, (enum block)schema_fields[field].of, root);
	object_read(&r, b->patch, NULL);
	target = b->patch->id.n ? map_get(&b->model->named[b->patch->block], b->patch->id)
				: object_object(root, r.field);
	if (target) {
		patch_apply(target, b->patch);
	} else if (b->patch->id.n || !(schema_fields[field].flags & ID)) {
		diag = complain(b, MODEL_OVERRIDE_TARGET, st->values.v[b->patch->id.n ? 1 : 0].span);
		diag_add_arg(b->findings, diag, "block", str_of(schema_fields[field].word[b->lang]));
	}
	b->patch = NULL;
}

void overrides_apply(struct builder *b)
{
	for (size_t i = 0; i < b->overrides.n; i++)
		override_apply(b, &b->overrides.v[i]);
}
