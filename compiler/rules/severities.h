/*
 * The level at which each rule's findings are reported, where users want another
 * than the catalogue's. Takes words of the command line or of a polc.conf; refuses to
 * report below an error what the law requires without dispute.
 */
#ifndef RULES_SEVERITIES_H
#define RULES_SEVERITIES_H

#include "rules/rules.h"

struct severities {
	enum level level[RULE_COUNT];
};

enum severity_result {
	SEVERITY_SET,
	SEVERITY_UNKNOWN_RULE,
	SEVERITY_UNKNOWN_LEVEL,
	SEVERITY_REQUIRED /* an error that is not contested keeps its level */
};

/* The catalogue's own levels. */
void severities_init(struct severities *severities);
/* Reports the rule at the level from now on; both are words, in either language. Changes
 * nothing unless the result is SEVERITY_SET. */
enum severity_result severities_set(struct severities *severities, struct str rule, struct str level);

#endif
