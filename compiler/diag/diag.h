/*
 * Findings: what is wrong, where, under which law, and what to write. A pass
 * adds findings and goes on; nothing here prints. The text is chosen only when
 * an emitter (report/) prints it, from the code's words and the arguments.
 */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include "base/lang.h"
#include "source/source.h"

struct citation; /* law/law.h */
struct object;	 /* model/model.h */

enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };
/* The level of a word in either language, "error" or "erreur"; false: it is none. */
bool level_of_word(struct str word, enum level *level);

/* A code is a constant row of a table (codes.def of a pass, or a rule).
 * message and help hold {holes} that arguments fill. */
struct code {
	const char *id; /* "GDPR-13-2-a", "SYNTAX-BRACE" */
	enum level level;
	const struct citation *law; /* ends with a row without instrument; NULL: none */
	struct words message;
	struct words help; /* what to write; "" when there is nothing to say */
};

/* An argument fills {name}; the text in each language, both the same for names. */
struct diag_arg {
	const char *name;
	struct str in[LANG_COUNT];
	const struct str *items; /* of a list: all that it names, shown or not */
	size_t item_count;
};

/* A second place with its remark ("first declared here"). */
struct diag_label {
	struct span span;
	struct words text;
};

enum trust { TRUST_SAFE, TRUST_LIKELY, TRUST_PLACEHOLDER };

/* Text to put in place of the span (an empty span inserts). */
struct diag_fix {
	struct span span;
	struct str replacement;
	enum trust trust;
};

struct diag {
	const struct code *code;
	const struct citation *law; /* the code's, or those of them that concern the subject */
	enum level level;	    /* the code's, unless findings_set_level() changed it */
	struct span span;
	const struct object *subject; /* the declaration it is about, or NULL */
	const char *waived;	      /* the reason of the waiver that covers it, or NULL */
	const struct object *waiver;  /* that waiver: its `allow` block, or NULL */
	bool known;		      /* already in the baseline */
	VEC(struct diag_arg) args;
	VEC(struct diag_label) labels;
	VEC(struct diag_fix) fixes;
	uint32_t order; /* as added */
};

struct findings {
	struct arena *arena;
	VEC(struct diag *) list;
	size_t count[LEVEL_ERROR + 1]; /* by level, waived and known ones left out */
	size_t limit_hit;	       /* findings dropped past FINDINGS_LIMIT */
};

#define FINDINGS_LIMIT 10000

void findings_init(struct findings *findings, struct arena *arena);
/* Adds one finding. The result lives in the arena; past FINDINGS_LIMIT it is
 * counted, but not listed. */
struct diag *findings_add(struct findings *findings, const struct code *code, struct span span);
/* By file, place, code id; equal ones keep the order in which they came. */
void findings_sort(struct findings *findings);
/* Takes the finding out of the counts, keeping it in the list as waived. */
void findings_waive(struct findings *findings, struct diag *diag, const char *reason);
/* Takes the finding out of the counts as one that the baseline knows. */
void findings_set_known(struct findings *findings, struct diag *diag);
/* Gives the finding another level than its code's. */
void findings_set_level(struct findings *findings, struct diag *diag, enum level level);

void diag_add_arg(struct findings *findings, struct diag *diag, const char *name, struct str text);
void diag_add_words(struct findings *findings, struct diag *diag, const char *name, struct str fr,
		    struct str en);
/* The argument added last lists these, in no order that matters; they are not copied. */
void diag_set_items(struct diag *diag, const struct str *items, size_t n);
void diag_add_number(struct findings *findings, struct diag *diag, const char *name, long number);
void diag_add_label(struct findings *findings, struct diag *diag, struct span span, struct words text);
void diag_add_fix(struct findings *findings, struct diag *diag, struct span span, struct str replacement,
		  enum trust trust);

/* Adds what reading the file had to note: the encoding assumed for it, the bytes
 * and characters that no source may hold. */
void diag_add_source_problems(struct findings *findings, const struct source *source);

/* Appends the text with its {holes} filled from the arguments; an argument that
 * is missing is our bug (assert). A hole is a lower-case word in braces, so that
 * texts may show blocks: "{ ... }". Typography is the emitter's. */
void diag_fill(struct buf *out, const char *text, const struct diag *diag, enum lang lang);

#endif
