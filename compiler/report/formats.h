/*
 * The reports of a run of polc check. Takes the policies of the run one by one; gives
 * the whole report in its buffer, complete once it was ended. Documents (JSON, SARIF,
 * JUnit, GitLab) hold waived findings and those of the baseline too, marked as such;
 * what is for people leaves them out.
 */
#ifndef REPORT_FORMATS_H
#define REPORT_FORMATS_H

#include "base/date.h"
#include "model/model.h"
#include "report/report.h"

/* The words of the formats, as help and manual show them; report_formats holds the same. */
#define REPORT_FORMAT_WORDS "terminal|line|json|sarif|junit|github|gitlab"

/* Appends the page that explains the rule; false when there is none. */
typedef bool report_add_page(struct buf *out, const char *rule, enum lang lang);

/* What a report says beside its policies. */
struct report_run {
	const char *version; /* of polc */
	struct date as_of;
	enum level fail_on; /* the level from which the run fails */
	bool has_baseline;
	struct report_options options;
	report_add_page *add_page;
};

/* One policy of the run. Findings stand in the order in which they are to be shown. */
struct report_policy {
	struct str path;	   /* of the main file, as given */
	const struct model *model; /* NULL: none was read */
	const struct sources *sources;
	const struct findings *findings; /* NULL: the file could not be read */
};

struct report_format;

struct report {
	struct report_run run;
	const struct report_format *format;
	struct buf out;
	struct arena *arena;   /* of the report */
	struct arena *scratch; /* of one policy */
	struct report_totals totals;
	size_t policies; /* those added so far; while one is added, those before it */
	size_t items;	 /* written so far, in formats that separate them */
	bool incomplete; /* a file could not be read */
	void *state;	 /* the format's own, in the arena */
};

struct report_format {
	const char *word;
	bool for_people;  /* a summary follows it on standard output */
	bool is_document; /* whole or not at all; else each policy stands alone */
	void (*begin)(struct report *report);
	void (*add)(struct report *report, const struct report_policy *policy);
	void (*end)(struct report *report);
};

/* In the order of REPORT_FORMAT_WORDS; ends with a row without word. */
extern const struct report_format report_formats[];

/* The format of the word, or NULL. */
const struct report_format *report_format_of(struct str word);

void report_begin(struct report *report, const struct report_format *format, const struct report_run *run);
void report_add(struct report *report, const struct report_policy *policy);
void report_end(struct report *report);
void report_release(struct report *report);

/* The identifier by which a report names the policy: its own, else its path. */
struct str report_policy_name(const struct report_policy *policy);
/* Appends the kind of declaration in lower case: "purpose", "consent-record". */
void report_add_block(struct buf *out, enum block block);

/* --- the formats: begin, add and end of each, in the file of its name --- */

void report_terminal_add(struct report *report, const struct report_policy *policy);
void report_line_add(struct report *report, const struct report_policy *policy);
void report_json_begin(struct report *report);
void report_json_add(struct report *report, const struct report_policy *policy);
void report_json_end(struct report *report);
void report_sarif_begin(struct report *report);
void report_sarif_add(struct report *report, const struct report_policy *policy);
void report_sarif_end(struct report *report);
void report_junit_begin(struct report *report);
void report_junit_add(struct report *report, const struct report_policy *policy);
void report_junit_end(struct report *report);
void report_github_add(struct report *report, const struct report_policy *policy);
void report_gitlab_begin(struct report *report);
void report_gitlab_add(struct report *report, const struct report_policy *policy);
void report_gitlab_end(struct report *report);

#endif
