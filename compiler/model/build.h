/*
 * What the files that build a model share: one builder over one compile, and what each
 * file gives the others. Internal to model/.
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
	struct object *unbraced;  /* the block of the file opened last, without braces; or NULL */
	struct object *patch;	  /* the fields of the `override` being read, or NULL */
	VEC(struct pending) pending;
	VEC(struct override) overrides;
	struct object *events[BUILTIN_COUNT]; /* built-in ones in use */
	uint32_t counts[BLOCK_COUNT];
	size_t comparisons; /* made for suggestions */
	void *match;	    /* PCRE2's memory of one match, made at first use */
};

struct reading; /* reading.h */

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

/* --- reference.c --- */
void references_resolve(struct builder *b);

#endif
