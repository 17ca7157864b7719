/*
 * Check of quality.def: how people learn that the policy changes.
 */
#include "rules/engine.h"

static const struct value *no_notice(const struct object *changes)
{
	for_each_value(value, changes, CHANGES_BY)
	{
		if (value->kind == VALUE_WORD && value->as.word == WORD_NOTICE_NONE)
			return value;
	}
	return NULL;
}

/* A text that leaves it to people to look again is a problem where no channel is named. */
void check_changes_notified(struct rules_run *run, const struct rule *rule, const struct object *changes)
{
	struct rule_text text = { changes,
				  CHANGES_ANNOUNCED,
				  object_value(changes, CHANGES_ANNOUNCED),
				  object_text(changes, CHANGES_ANNOUNCED),
				  { 0 } };
	const struct value *none = no_notice(changes);
	struct lexicon_match match;
	enum lang lang;

	if (none)
		rule_fire(run, rule, changes, none->span);
	else if (text.text && !object_has(changes, CHANGES_BY) &&
		 rule_find_words(run, LEXICON_UNANNOUNCED, text.text, &lang, &match))
		rule_fire(run, rule, changes, rule_text_span(run, &text, lang, match));
}
