/*
 * Checks of security.def.
 */
#include "rules/engine.h"

void check_security_stated(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const struct object *security = object_object(run->model->root, ROOT_SECURITY);

	if (!object_has(security, SECURITY_STATEMENT) && !object_has(security, SECURITY_MEASURE))
		rule_fire(run, rule, policy, security ? security->keyword : policy->keyword);
}

static void check_promises(struct rules_run *run, const struct rule *rule, const struct object *security,
			   enum field field)
{
	for_each_value(value, security, field)
	{
		struct rule_text text = { security, field, value, value->as.text, { 0 } };
		struct lexicon_match match;
		enum lang lang;

		if (!rule_find_words(run, LEXICON_ABSOLUTE_SECURITY, text.text, &lang, &match))
			continue;
		rule_arg(run, rule_fire(run, rule, security, rule_text_span(run, &text, lang, match)), "text",
			 str_part(text_in(text.text, lang), match.start, match.end));
	}
}

void check_security_promise(struct rules_run *run, const struct rule *rule, const struct object *security)
{
	check_promises(run, rule, security, SECURITY_STATEMENT);
	check_promises(run, rule, security, SECURITY_MEASURE);
}
