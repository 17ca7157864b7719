/*
 * Levels by rule: the catalogue's, then what users set.
 */
#include "rules/severities.h"

void severities_init(struct severities *severities)
{
	for (size_t i = 0; i < RULE_COUNT; i++)
		severities->level[i] = rules_table[i].code.level;
}

enum severity_result severities_set(struct severities *severities, struct str rule, struct str level)
{
	const struct rule *row = rules_find(rule);
	enum level wanted;

	if (!row)
		return SEVERITY_UNKNOWN_RULE;
	if (!level_of_word(level, &wanted))
		return SEVERITY_UNKNOWN_LEVEL;
	if (row->code.level == LEVEL_ERROR && wanted != LEVEL_ERROR && !(row->flags & RULE_CONTESTED))
		return SEVERITY_REQUIRED;
	severities->level[row - rules_table] = wanted;
	return SEVERITY_SET;
}
