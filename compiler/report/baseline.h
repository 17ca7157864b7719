/*
 * Baselines: the findings that a team already knows, so that a pipeline fails only
 * on new ones. A JSON file of fingerprints, one a finding of a rule; errors of the
 * language and of waivers are never passed over.
 */
#ifndef REPORT_BASELINE_H
#define REPORT_BASELINE_H

#include "base/map.h"
#include "diag/diag.h"

struct baseline_entry {
	struct str policy; /* identifier */
	struct str rule;
	struct str fingerprint;
	bool is_met; /* a finding of this run has it */
};

/* Zeroed but for its arena, which keeps all it holds: an empty one. */
struct baseline {
	struct arena *arena;
	VEC(struct baseline_entry *) entries;
	struct map by_fingerprint;
	struct map policies; /* those it was applied to */
};

enum baseline_result { BASELINE_READ, BASELINE_UNREADABLE, BASELINE_NOT_ONE };

/* Adds the entries of a file; *error is the errno of one that is unreadable. */
enum baseline_result baseline_read(struct baseline *baseline, const char *path, int *error);
/* Marks the findings of a policy that the baseline knows, and takes them out of the counts. */
void baseline_apply(struct baseline *baseline, struct findings *findings, struct str policy);
/* Entries of the policies it was applied to that no finding had: mended since. */
size_t baseline_unmet(const struct baseline *baseline);
/* Adds the unwaived findings of rules of a policy. */
void baseline_add(struct baseline *baseline, const struct findings *findings, struct str policy);
/* Appends the file, sorted: the same findings give the same bytes. */
void baseline_write(struct buf *out, struct baseline *baseline);

#endif
