/*
 * The law as rows: each rule of the catalogue is one row of a .def, with its
 * citation, both texts and either a field that must be said (NEED) or a check.
 * Takes a model, adds findings; knows no output format.
 *
 * RULE(NAME, "ID", level, SUBJECT, SECTION, flags, gate, law, test,
 *      message fr, message en, help fr, help en)
 *   SUBJECT  the block it is evaluated for, once for each such object (ROOT: once)
 *   SECTION  the section of the page where its gap stands in a draft
 *   gate     the fact it needs; unknown: FACT-UNKNOWN counts it; no: it does not apply
 *   test     NEED(FIELD) or CHECK(function)
 */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "law/law.h"
#include "model/model.h"

enum rule_flags {
	RULE_CONTESTED = 1,	/* the law or its reading is disputed: may be waived */
	RULE_UNCONDITIONAL = 2, /* required of every policy */
	RULE_PROCESSOR = 4,	/* also applies to a policy of kind processor */
	RULE_ANYONE = 8,	/* applies whatever the kind; RULE_PROCESSOR alone: processors too */
	RULE_FRANCE = 16	/* only where the policy's law includes France */
};

/* The three-valued facts that gate rules. */
enum gate { GATE_NONE, GATE_PUBLIC_BODY, GATE_DPO, GATE_DECISIONS, GATE_TRACKERS, GATE_COUNT };

struct rules_run;
struct rule;
typedef void rule_check(struct rules_run *run, const struct rule *rule, const struct object *subject);

struct rule {
	struct code code;
	enum block subject;
	enum word section; /* WORD_SECTION_*, or WORD_NONE: the top of the page */
	unsigned flags;
	enum gate gate;
	int need;	   /* a field that must be said, or -1 */
	rule_check *check; /* NULL for NEED rows */
};

enum rule_name {
#define RULE(name, ...) RULE_##name,
#include "rules/rules.def"
#undef RULE
	RULE_COUNT
};

extern const struct rule rules_table[RULE_COUNT];

struct severities; /* rules/severities.h */

struct rules_options {
	struct date as_of;		     /* the day whose law applies */
	const struct severities *severities; /* NULL: the catalogue's levels */
};

/* Evaluates every rule that applies, then the waivers. */
void rules_run(struct arena *arena, const struct model *model, const struct rules_options *options,
	       struct findings *findings);

/* The rule with the identifier (any case), or NULL. */
const struct rule *rules_find(struct str id);
/* The rule whose identifier is nearest to a word that names none, or NULL. */
const struct rule *rules_nearest(struct arena *arena, struct str id);
/* Does the policy name the laws that apply, without that of France? */
bool rules_leave_out_french_law(const struct model *model);
/* The citations but for those of French law and of French authorities; NULL: none is left. */
const struct citation *rules_law_abroad(struct arena *arena, const struct citation *law);
/* The rule that a code belongs to, or NULL for codes of other passes. */
const struct rule *rules_of_code(const struct code *code);

#endif
