/*
 * What a finding is known by from one run to the next: a fingerprint that stays the
 * same when lines move, when the files are named in another way and in whatever
 * language messages are. Baselines and the reports of platforms compare it.
 */
#ifndef REPORT_FINGERPRINT_H
#define REPORT_FINGERPRINT_H

#include "diag/diag.h"

/* "0123456789abcdef:1": a hash over the rule, the policy's identifier, the chain of
 * declarations that the finding is about and the arguments of its message but numbers,
 * items of lists in any order; then the number of the finding, from 1 in the order of the
 * findings, among those of equal hash. out has one place for each finding; the texts are
 * in the arena. */
void report_fingerprints(struct arena *arena, const struct findings *findings, struct str policy,
			 struct str *out);

/* "0123456789abcdef" for each item of the lists that the finding names, none for one
 * without lists: what it says of this item alone. In the arena. */
struct item_prints {
	struct str *v;
	size_t n;
	size_t capacity;
};
struct item_prints report_item_prints(struct arena *arena, const struct diag *diag, struct str policy);

#endif
