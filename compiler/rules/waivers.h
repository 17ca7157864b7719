/*
 * Waivers: `allow RULE "reason" until DATE` in an object covers the findings about
 * it and about what stands inside it; in the policy block, all findings. Refuses a
 * waiver of a rule that is not contested, one that has expired, and says which
 * waivers serve no more.
 */
#ifndef RULES_WAIVERS_H
#define RULES_WAIVERS_H

#include "rules/engine.h"

enum waiver_code {
#define CODE(name, id, level, fr, en, help_fr, help_en) WAIVER_##name,
#include "rules/waivers.def"
#undef CODE
	WAIVER_CODE_COUNT
};

extern const struct code waiver_codes[WAIVER_CODE_COUNT];

/* Takes the findings that waivers cover out of the counts; adds findings about
 * the waivers themselves. */
void waivers_apply(struct rules_run *run);

#endif
