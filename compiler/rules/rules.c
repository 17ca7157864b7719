/*
 * The table of rules, filled from the rows of rules.def, and the two ways into it:
 * by identifier, and from the code of a finding.
 */
#include "rules/rules.h"

#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "rules/engine.h"

#define NEED(field)	(field), NULL
#define CHECK(function) -1, check_##function
#define RULE(name, id, level, subject, section, flags, gate, law, test, fr, en, help_fr, help_en)            \
	[RULE_##name] = { { (id), (level), (law), WORDS(fr, en), WORDS(help_fr, help_en) },                  \
			  BLOCK_##subject,                                                                   \
			  (section),                                                                         \
			  (flags),                                                                           \
			  (gate),                                                                            \
			  test },

const struct rule rules_table[RULE_COUNT] = {
#include "rules/rules.def"
};

static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Identifiers are ASCII letters, digits and hyphens. */
static bool is_same_id(const char *id, struct str written)
{
	size_t i = 0;

	while (i < written.n && id[i] && upper(id[i]) == upper(written.s[i]))
		i++;
	return i == written.n && !id[i];
}

const struct rule *rules_find(struct str id)
{
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (is_same_id(rules_table[i].code.id, id))
			return &rules_table[i];
	}
	return NULL;
}

const struct rule *rules_nearest(struct arena *arena, struct str id)
{
	const struct rule *best = NULL;
	struct str target = utf8_fold(arena, id);
	size_t least = utf8_length(target) / 4 + 1;

	for (size_t i = 0; i < RULE_COUNT; i++) {
		struct str known = utf8_fold(arena, str_of(rules_table[i].code.id));
		size_t distance = utf8_distance(target, known, least);

		if (distance < least) {
			least = distance;
			best = &rules_table[i];
		}
	}
	return best;
}

const struct rule *rules_of_code(const struct code *code)
{
	uintptr_t first = (uintptr_t)&rules_table[0].code;
	uintptr_t at = (uintptr_t)code;

	if (at < first || at >= first + sizeof(rules_table))
		return NULL;
	return &rules_table[(at - first) / sizeof(rules_table[0])];
}
