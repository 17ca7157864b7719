/*
 * One reading over the values of one statement, and a reader for each type of value.
 * Internal to model/.
 */
#ifndef MODEL_READING_H
#define MODEL_READING_H

#include "model/build.h"

/* The values of one statement, taken from left to right. */
struct reading {
	struct builder *b;
	const struct statement *statement;
	enum field field; /* that the values belong to */
	size_t at;	  /* next value */
	bool in_head;	  /* of a block: its brace holds fields of the object */
	enum field block; /* in a head: the block's field, whose keyword the author wrote */
	bool introduced;  /* in a head: `field` too stands behind its own keyword */
	bool took_block;  /* the brace was read as a value */
};

/* --- value.c and value_*.c: one value of the field's type; never NULL --- */
struct value *value_read(struct reading *r);
/* Every value up to the end of the statement, into the object's field. */
void values_read(struct reading *r, struct object *object);
struct value *value_new(struct reading *r, enum value_kind kind, const struct written *written);
const struct written *reading_peek(const struct reading *r);
const struct written *reading_take(struct reading *r);
bool reading_is_todo(const struct reading *r);
struct str written_fold(const struct builder *b, const struct written *written);
/* Reports a word in quotation marks, which is understood. */
void value_check_bare(const struct reading *r, const struct written *written);
struct value *value_choice(struct reading *r);
struct value *value_todo(struct reading *r);
struct value *value_text(struct reading *r);
struct value *value_text_or_reference(struct reading *r);
struct value *value_text_or_url(struct reading *r);
/* The text of the brace; `mixed`: other statements in it are not the text's. */
struct value *value_block_text(struct reading *r, bool mixed);
struct value *value_date(struct reading *r);
struct value *value_duration(struct reading *r);
struct value *value_period(struct reading *r);
struct value *value_country(struct reading *r);
struct value *value_url(struct reading *r);
struct value *value_email(struct reading *r);
struct value *value_phone(struct reading *r);
struct value *value_reference(struct reading *r); /* reference.c */
/* Frees what matching allocated outside of the arena. */
void formats_release(struct builder *b);

#endif
