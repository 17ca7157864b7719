/*
 * The typed policy: objects with fields, every value read by its type, every
 * reference resolved. Takes trees, gives one model; what cannot be read becomes a
 * finding and a hole that silences follow-ups. All in the unit arena.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <assert.h>

#include "base/map.h"
#include "model/value.h"

struct model {
	struct arena *arena;
	const struct sources *sources;
	struct object *root;	       /* BLOCK_ROOT: every top-level declaration */
	struct object *policy;	       /* BLOCK_POLICY; NULL: the file is a library */
	struct map named[BLOCK_COUNT]; /* struct object * by identifier */
	enum lang languages[LANG_COUNT];
	size_t language_count; /* >= 1; the first prevails */
};

struct model_options {
	struct str root; /* the folder that includes may not leave; normalised */
};
/* Reads values, resolves includes, overrides and references. Never NULL. */
struct model *model_from_tree(struct arena *arena, struct sources *sources, const struct tree *tree,
			      const struct model_options *options, struct findings *findings);

/* --- reading a model (read.c); a NULL object reads as one that says nothing --- */

/* First value of the field, holes and todos included, or NULL. */
static inline struct value *object_get(const struct object *object, enum field field)
{
	if (!object)
		return NULL;
	if (field == ANY_NOTE || field == ANY_ALLOW)
		return field == ANY_NOTE ? object->notes : object->allows;
	assert(object->block == schema_fields[field].block);
	return object->slots[schema_slots[field]];
}
/* True when something readable, or a hole, is said (a todo is not). */
bool object_has(const struct object *object, enum field field);
/* The value, or the next one of its field, that is neither a hole nor a todo; or NULL. */
static inline struct value *value_readable(struct value *value)
{
	while (value && (value->kind == VALUE_HOLE || value->kind == VALUE_TODO))
		value = value->next;
	return value;
}
/* The first readable value, or NULL. */
static inline struct value *object_value(const struct object *object, enum field field)
{
	return value_readable(object_get(object, field));
}
/* The next readable value of the same field after `value`, or NULL. */
static inline struct value *value_after(const struct value *value)
{
	return value_readable(value->next);
}
enum tri object_flag(const struct object *object, enum field field);
enum word object_word(const struct object *object, enum field field);
/* True when one of the field's words is `word`. */
bool object_has_word(const struct object *object, enum field field, enum word word);
const struct text *object_text(const struct object *object, enum field field);
struct str object_name(const struct object *object, enum field field);
struct object *object_object(const struct object *object, enum field field);
/* Every readable value of a field:  for_each_value (v, purpose, PURPOSE_BASIS) v->as.object ... */
#define for_each_value(v, object, field)                                                                     \
	for (struct value *v = object_value((object), (field)); v; v = value_after(v))

/* The text in a language; "" when it is missing. NULL is allowed. */
struct str text_in(const struct text *text, enum lang lang);
bool text_is_blank(const struct text *text);
/* What to call the object: its label, else its name, else its identifier. */
struct str object_title(const struct object *object, enum lang lang);
/* Where a finding about the field points: its first value, else the object's keyword. */
struct span object_place(const struct object *object, enum field field);

/* Facts that several passes read (facts.c). */
enum tri model_public_body(const struct model *model); /* any controller; nature counts */
enum tri model_has_dpo(const struct model *model);
enum tri model_has_decisions(const struct model *model);
enum tri model_has_trackers(const struct model *model);
bool model_is_under(const struct model *model, const char *country); /* policy `law` */
bool model_is_controller(const struct model *model);		     /* kind is not processor */
/* With a `granted` list the policy claims its rights; without one they are derived. */
bool model_claims_rights(const struct model *model);
/* What the purpose says of marketing; where it is silent, what its types say. */
bool purpose_is_marketing(const struct object *purpose);
/* The first basis of the object (PURPOSE_BASIS, POLICY_BASES) that opens the right by its
 * type, or NULL: none does, or the right depends on something else. */
struct object *model_basis_opening(const struct object *object, enum field field, enum word right);
/* Does the right (WORD_RIGHT_*) hold by the legal bases and the law? */
bool model_right_applies(const struct model *model, enum word right);
/* The declaration of a granted right, or NULL. */
struct object *model_granted(const struct model *model, enum word right);
/* The authority that the page names: the one said, else that of the law; may be NULL. */
struct object *model_authority(const struct model *model);

/* Months of the duration, days and hours as fractions of 30-day months. */
double duration_months(struct duration duration);

/* Asserts the invariants that rules and documents rely on (debug builds). */
void model_check(const struct model *model);
void model_dump(struct buf *out, const struct model *model);

#endif
