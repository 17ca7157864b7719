/*
 * Private to report/: the rows of coverage.def, and what the files that judge them
 * share: the objects of a policy by kind, the tests of conditions, values as read.
 */
#ifndef REPORT_COVERAGE_TABLE_H
#define REPORT_COVERAGE_TABLE_H

#include "law/law.h"
#include "report/coverage.h"

struct coverage_index {
	const struct model *model;
	struct arena *arena;
	struct {
		VEC(const struct object *) list;
	} objects[BLOCK_COUNT]; /* as declared, nested ones included, built-in ones left out */
};

struct condition;
typedef enum tri condition_test(const struct coverage_index *index, const struct condition *condition);

struct condition {
	condition_test *test;
	int subject;		/* field or block, or -1 */
	const enum word *words; /* ends with WORD_NONE; or NULL */
	int place;		/* field, or -1 */
	struct words no, unknown;
};

enum coverage_condition {
#define CONDITION(name, ...) CONDITION_##name,
#define GROUP(...)
#define REQUIREMENT(...)
#include "report/coverage.def"
#undef CONDITION
#undef GROUP
#undef REQUIREMENT
	CONDITION_COUNT
};

enum coverage_group {
#define CONDITION(...)
#define GROUP(name, ...) GROUP_##name,
#define REQUIREMENT(...)
#include "report/coverage.def"
#undef CONDITION
#undef GROUP
#undef REQUIREMENT
	GROUP_COUNT
};

struct requirement_row {
	const char *name;
	enum coverage_group group;
	enum coverage_condition condition;
	const struct citation *law;
	struct words title;
	const char *rules;
	enum word right;     /* whose mention it is, or WORD_NONE */
	const int *evidence; /* fields; ends with -1 */
	struct words derived;
};

extern const struct condition conditions_table[CONDITION_COUNT];
extern const struct words groups_table[GROUP_COUNT];
extern const struct requirement_row requirements_table[REQUIRED_COUNT];

/* The words that coverage_words.def lists, typeset. */
enum coverage_word {
#define COVERAGE_WORD(name, fr, en) COVERAGE_WORD_##name,
#include "report/coverage_words.def"
#undef COVERAGE_WORD
	COVERAGE_WORD_COUNT
};
void coverage_add_word(struct buf *out, enum coverage_word word, enum lang lang);
/* The same in the arena; then any constant text, typeset. */
struct str coverage_word(struct arena *arena, enum coverage_word word, enum lang lang);
struct str coverage_words(struct arena *arena, struct words words, enum lang lang);

/* --- coverage_conditions.c --- */
void coverage_index_init(struct coverage_index *index);
#define CONDITION(name, test, ...) condition_test condition_##test;
#define GROUP(...)
#define REQUIREMENT(...)
#include "report/coverage.def"
#undef CONDITION
#undef GROUP
#undef REQUIREMENT

/* The requirement's law; French law is left out where another applies, but for rows that
 * cite nothing else. */
const struct citation *coverage_law(const struct coverage *coverage, const struct requirement_row *row);

/* --- coverage_value.c --- */
/* "Newsletter, basis: consent": the value of the object's field, and what it is of. */
struct str coverage_value(const struct coverage *coverage, const struct object *object, enum field field,
			  const struct value *value);
/* Where a reader finds the value. */
struct span coverage_place(const struct value *value);

/* --- coverage_rights.c --- */
void coverage_add_rights(struct coverage *coverage);
/* The point that a right's row is met by: where it is granted, or derived from. */
void coverage_add_right(struct coverage *coverage, struct coverage_row *row, enum word right);

/* --- the formats --- */
void coverage_markdown_open(struct buf *out, enum lang lang);
void coverage_markdown_add(struct buf *out, const struct coverage *coverage);
void coverage_markdown_close(struct buf *out, enum lang lang);
void coverage_html_open(struct buf *out, enum lang lang);
void coverage_html_add(struct buf *out, const struct coverage *coverage);
void coverage_html_close(struct buf *out, enum lang lang);
void coverage_json_open(struct buf *out, enum lang lang);
void coverage_json_add(struct buf *out, const struct coverage *coverage);
void coverage_json_close(struct buf *out, enum lang lang);

#endif
