/*
 * Compares the day whose law applies with that on which the oldest table was reviewed;
 * one note a policy, since whoever reviews one table reviews them all.
 */
#include "rules/table_age.h"

#include "law/tables.h"

enum table_age_code {
#define CODE(name, ...) TABLE_AGE_##name,
#include "rules/table_age.def"
#undef CODE
};

static const struct code codes[] = {
#define CODE(name, id, level, fr, en, help_fr, help_en)                                                      \
	[TABLE_AGE_##name] = { (id), (level), NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "rules/table_age.def"
#undef CODE
};

#define MONTHS_TRUSTED 12

void table_age_check(struct rules_run *run)
{
	const struct law_table *oldest = law_table_oldest();
	struct diag *diag;

	if (!law_table_is_older(oldest, MONTHS_TRUSTED, run->options->as_of))
		return;
	diag = findings_add(run->findings, &codes[TABLE_AGE_OLD], run->model->policy->keyword);
	diag->subject = run->model->policy;
	rule_arg_words(run, diag, "table", oldest->title);
	rule_arg_date(run, diag, "date", oldest->as_of);
	rule_arg(run, diag, "id", str_of(oldest->id));
}
