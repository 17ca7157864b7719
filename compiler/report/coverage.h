/*
 * Coverage for sign-off: each requirement of coverage.def judged against one policy,
 * and for each purpose the rights that hold; and how easy its pages are to read. Takes a
 * model, the findings of its rules and its pages; gives rows that a data protection officer can check line by
 * line and sign, written as Markdown, HTML or JSON.
 */
#ifndef REPORT_COVERAGE_H
#define REPORT_COVERAGE_H

#include "model/model.h"
#include "report/readability.h"

enum requirement {
#define CONDITION(...)
#define GROUP(...)
#define REQUIREMENT(name, ...) REQUIRED_##name,
#include "report/coverage.def"
#undef CONDITION
#undef GROUP
#undef REQUIREMENT
	REQUIRED_COUNT
};

enum coverage_state {
	COVERAGE_MET,
	COVERAGE_NOT_APPLICABLE,
	COVERAGE_WAIVED,
	COVERAGE_OPEN,
	COVERAGE_STATES
};

/* One reason of a row: a value that meets it, why it does not apply, or a finding. */
struct coverage_point {
	const char *rule; /* of a finding, or NULL */
	enum level level; /* of a finding */
	VEC(struct span) places;
	struct str text;   /* in the language of the coverage, typeset */
	bool is_value;	   /* the text is the author's: no sign of it is markup */
	struct str remark; /* what to write; the reason of a waiver; or "" */
	struct date until; /* of a waiver; none: year 0 */
};

struct coverage_row {
	enum coverage_state state;
	enum level level; /* the highest of the findings that are open */
	VEC(struct coverage_point) points;
};

/* A right in one purpose. */
struct coverage_right {
	enum word right;
	bool holds;
	struct span place; /* what opens it, or NO_SPAN */
	struct str why;
};

#define COVERAGE_RIGHTS (WORD_RIGHT_POST_MORTEM - WORD_RIGHT_ACCESS + 1)

struct coverage_purpose {
	struct str title;
	struct span place;
	struct coverage_right rights[COVERAGE_RIGHTS];
};

struct coverage {
	struct arena *arena;
	const struct model *model;
	const struct sources *sources;
	const struct findings *findings; /* sorted */
	struct str path;
	struct date as_of;
	enum lang lang;
	const struct doc *docs[LANG_COUNT]; /* the pages, those that could be built first */
	struct str title;		    /* of the policy */
	struct coverage_row rows[REQUIRED_COUNT];
	size_t count[COVERAGE_STATES];
	VEC(struct coverage_purpose) purposes;			   /* none: a processor's policy */
	struct readability pages[LANG_COUNT], clauses[LANG_COUNT]; /* by language */
};

/* Fills in what depends on the others: the caller sets the members from `arena` to `docs`;
 * the rest is zero. The model has a policy. */
void coverage_build(struct coverage *coverage);

/* The identifiers of the rules that judge the requirement, one space between them. */
const char *coverage_rules(enum requirement requirement);

/* A format: text before the first policy, each policy, text behind the last. */
struct coverage_format {
	const char *word; /* of --format */
	void (*open)(struct buf *out, enum lang lang);
	void (*add)(struct buf *out, const struct coverage *coverage);
	void (*close)(struct buf *out, enum lang lang);
};
/* The format of the word, or NULL. */
const struct coverage_format *coverage_format(const char *word);

#endif
