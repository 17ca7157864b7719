/*
 * Baselines: the findings that a team already knows, so that a pipeline fails only
 * on new ones. A JSON file of fingerprints, one a finding of a rule; errors of the
 * language and of waivers are never passed over. A finding that names several things
 * stays known while it names no other: some of them may be mended before the rest.
 */
#ifndef REPORT_BASELINE_H
#define REPORT_BASELINE_H

#include "base/map.h"
#include "report/fingerprint.h"

struct baseline_entry {
	struct str policy; /* identifier */
	struct str rule;
	struct str fingerprint;
	struct item_prints items; /* of the lists that the finding named */
	bool is_met;		  /* a finding of this run has it, or some of its items alone */
};

/* Zeroed but for its arena, which keeps all it holds: an empty one. */
struct baseline {
	struct arena *arena;
	VEC(struct baseline_entry *) entries;
	struct map by_fingerprint;
	struct map by_item;
	struct map policies; /* those it was applied to */
};

enum baseline_result { BASELINE_READ, BASELINE_UNREADABLE, BASELINE_NOT_ONE, BASELINE_LATER };

/* Why a file could not be read. */
struct baseline_problem {
	int error; /* errno of one that is unreadable */
	int line;  /* where one that is none stops being JSON; 0: it is */
};

/* Adds the entries of a file. */
enum baseline_result baseline_read(struct baseline *baseline, const char *path,
				   struct baseline_problem *problem);
/* Marks the findings of a policy that the baseline knows, and takes them out of the counts. */
void baseline_apply(struct baseline *baseline, struct findings *findings, struct str policy);
/* Entries of the policies it was applied to that no finding had: mended since. */
size_t baseline_unmet(const struct baseline *baseline);
/* Adds the unwaived findings of rules of a policy. */
void baseline_add(struct baseline *baseline, const struct findings *findings, struct str policy);
/* Appends the file, sorted: the same findings give the same bytes. */
void baseline_write(struct buf *out, struct baseline *baseline);

#endif
