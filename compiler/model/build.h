/*
 * What the files that build a model share: one builder over one compile, and one
 * reading over the values of one statement. Internal to model/.
 */
#ifndef MODEL_BUILD_H
#define MODEL_BUILD_H

#include "base/utf8.h"
#include "law/law.h"
#include "model/codes.h"
#include "model/model.h"

enum builtin_event {
#define EVENT(name, fr_id, en_id, fr, en) BUILTIN_##name,
#include "grammar/events.def"
#undef EVENT
	BUILTIN_COUNT
};

/* A reference to be resolved when every declaration is known. */
struct pending {
	struct value *value; /* its origin is the identifier as written */
	enum block of;
	enum lang lang; /* of the file's keywords */
};

/* An `override`, applied when every declaration is known. */
struct override {
	const struct statement *statement;
	enum lang lang;
};

struct policy_file; /* a file with its inclusions: include.c */

struct builder {
	struct model *model;
	struct arena *arena;
	struct sources *sources;
	struct findings *findings;
	const struct model_options *options;
	enum lang lang;		  /* of the keywords of the file being read */
	bool library;		  /* no policy: texts may be in any language */
	bool shared;		  /* an included file: it may serve policies of other languages */
	bool languages_said;	  /* by the policy; else its keywords' language stands for them */
	bool refused[LANG_COUNT]; /* languages found in texts that the policy lacks */
	struct object *patch;	  /* the fields of the `override` being read, or NULL */
	VEC(struct pending) pending;
	VEC(struct override) overrides;
	struct object *events[BUILTIN_COUNT]; /* built-in ones in use */
	uint32_t counts[BLOCK_COUNT];
	size_t comparisons; /* made for suggestions */
	void *match;	    /* PCRE2's memory of one match, made at first use */
};

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

/* --- build.c: statements to objects --- */
extern const struct words include_word, override_word;
void declaration_read(struct builder *b, struct policy_file *file, const struct statement *st);
/* Identifier, head and body of a block, from r->at on, into the new object. */
void object_read(struct reading *r, struct object *object, struct value **spread);
struct object *object_new(struct builder *b, enum block block, struct object *parent);
/* Appends a value to the field. */
void object_add(struct object *object, enum field field, struct value *value);

/* --- override.c --- */
void overrides_apply(struct builder *b);

/* --- head.c: what stands behind a block's keyword --- */
void head_read(struct reading *r, struct object *object, struct value **spread);
void id_read(struct reading *r, struct object *object, unsigned flags);
/* The texts in the brace that belong to the head; true when there are any. */
bool head_read_languages(struct reading *r, struct object *object);
bool id_is_valid(struct str id);

/* --- include.c --- */
/* The file and all that it includes, parsed; sets the languages of the policy. */
struct policy_file *policy_file_load(struct builder *b, const struct tree *tree);
void policy_file_read(struct builder *b, struct policy_file *file);
/* Reads what stands for the file's next `include`. */
void policy_file_splice(struct builder *b, struct policy_file *file);

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
/* Frees what matching allocated outside of the arena. */
void formats_release(struct builder *b);

/* --- reference.c --- */
struct value *value_reference(struct reading *r);
void references_resolve(struct builder *b);

#endif
