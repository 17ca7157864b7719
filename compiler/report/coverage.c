/*
 * Judges each requirement: open where a finding of its rules stands, waived where all of
 * them are, not applicable where its condition says no, met otherwise. A fact that the
 * policy does not say leaves open what depends on it. No finding is left out: what no
 * requirement claims is the source file's.
 */
#include "report/coverage_table.h"

#include "base/typography.h"
#include "report/report.h"
#include "rules/rules.h"

struct coverage_run {
	struct coverage *coverage;
	struct coverage_index index;
	enum requirement of_rule[RULE_COUNT];
};

/* The next rule of the requirement's list, which *rest goes past; NULL: none is left. An
 * identifier that no rule has is passed over. */
static const struct rule *next_rule(struct str *rest)
{
	const struct rule *rule = NULL;

	while (rest->n && !rule) {
		size_t end = str_find(*rest, " ", 0);

		rule = rules_find(str_part(*rest, 0, end));
		*rest = str_part(*rest, end + 1, rest->n);
	}
	return rule;
}

static void index_rules(struct coverage_run *run)
{
	for (size_t i = 0; i < RULE_COUNT; i++)
		run->of_rule[i] = REQUIRED_SOURCE;
	for (int i = 0; i < REQUIRED_COUNT; i++) {
		struct str rest = str_of(requirements_table[i].rules);

		for (const struct rule *rule; (rule = next_rule(&rest));)
			run->of_rule[rule - rules_table] = (enum requirement)i;
	}
}

static struct coverage_point *add_point(struct coverage *coverage, struct coverage_row *row,
					struct coverage_point point)
{
	vec_add(coverage->arena, &row->points, point);
	return &row->points.v[row->points.n - 1];
}

static void add_place(struct coverage *coverage, struct coverage_point *point, struct span place)
{
	if (place.file)
		vec_add(coverage->arena, &point->places, place);
}

/* --- findings --- */

static struct str finding_text(struct coverage *coverage, const struct diag *diag,
			       void (*add)(struct buf *out, const struct diag *diag, enum lang lang))
{
	struct buf text = BUF_INIT;
	struct str result;

	add(&text, diag, coverage->lang);
	result = str_copy(coverage->arena, buf_str(&text));
	buf_release(&text);
	return result;
}

static void add_waiver(struct coverage *coverage, struct coverage_point *point, const struct diag *diag)
{
	const struct value *until = object_value(diag->waiver, ALLOW_UNTIL);
	struct buf reason = BUF_INIT;

	report_add_visible(&reason, str_of(diag->waived));
	point->remark = str_copy(coverage->arena, buf_str(&reason));
	buf_release(&reason);
	if (diag->waiver)
		add_place(coverage, point, diag->waiver->keyword);
	if (until)
		point->until = until->as.date;
}

static void add_finding(struct coverage_run *run, const struct diag *diag)
{
	struct coverage *coverage = run->coverage;
	const struct rule *rule = rules_of_code(diag->code);
	struct coverage_row *row = &coverage->rows[rule ? run->of_rule[rule - rules_table] : REQUIRED_SOURCE];
	struct coverage_point *point =
			add_point(coverage, row,
				  (struct coverage_point) { .rule = diag->code->id, .level = diag->level });

	add_place(coverage, point, diag->span);
	point->text = finding_text(coverage, diag, report_add_message);
	if (diag->waived) {
		add_waiver(coverage, point, diag);
		row->state = row->state == COVERAGE_OPEN ? COVERAGE_OPEN : COVERAGE_WAIVED;
		return;
	}
	point->remark = finding_text(coverage, diag, report_add_help);
	row->level = row->state == COVERAGE_OPEN && row->level > diag->level ? row->level : diag->level;
	row->state = COVERAGE_OPEN;
}

/* --- rows without a finding --- */

/* Of the rules that judge the row, does one concern a policy of this kind, of this law? */
static bool is_in_profile(const struct model *model, const struct requirement_row *row, unsigned flags)
{
	struct str rest = str_of(row->rules);
	const struct rule *rule = next_rule(&rest);

	if (!rule)
		return true;
	for (; rule; rule = next_rule(&rest)) {
		if (flags == RULE_FRANCE ? !(rule->flags & RULE_FRANCE) || model_is_under(model, "FR")
					 : rule->flags & flags)
			return true;
	}
	return false;
}

/* Every value of the field, object by object, as points or as the places of one. */
static void add_values(struct coverage_run *run, struct coverage_row *row, struct coverage_point *point,
		       enum field field)
{
	const struct object *const *objects = run->index.objects[schema_fields[field].block].list.v;
	size_t n = run->index.objects[schema_fields[field].block].list.n;

	for (size_t i = 0; i < n; i++) {
		for_each_value(value, objects[i], field)
		{
			struct coverage_point own = { .rule = NULL };

			add_place(run->coverage, point ? point : &own, coverage_place(value));
			if (point)
				continue;
			own.text = coverage_value(run->coverage, objects[i], field, value);
			own.is_value = true;
			add_point(run->coverage, row, own);
		}
	}
}

static void set_not_applicable(struct coverage_run *run, struct coverage_row *row, struct str why, int field)
{
	struct coverage_point point = { .text = why };

	if (field >= 0)
		add_values(run, row, &point, (enum field)field);
	add_point(run->coverage, row, point);
	row->state = COVERAGE_NOT_APPLICABLE;
}

static void set_unknown(struct coverage_run *run, struct coverage_row *row, struct words why)
{
	struct coverage *coverage = run->coverage;
	struct coverage_point point = { .rule = rules_table[RULE_FACT_UNKNOWN].code.id,
					.level = LEVEL_WARNING };

	point.text = coverage_words(coverage->arena, why, coverage->lang);
	point.remark = coverage_word(coverage->arena, COVERAGE_WORD_SAY, coverage->lang);
	add_place(coverage, &point, coverage->model->policy->keyword);
	add_point(coverage, row, point);
	row->state = COVERAGE_OPEN;
	row->level = LEVEL_WARNING;
}

static void set_met(struct coverage_run *run, struct coverage_row *row,
		    const struct requirement_row *requirement)
{
	struct coverage *coverage = run->coverage;
	struct coverage_point silent = { .rule = NULL };

	row->state = COVERAGE_MET;
	if (requirement->right != WORD_NONE)
		coverage_add_right(coverage, row, requirement->right);
	for (const int *field = requirement->evidence; *field >= 0; field++)
		add_values(run, row, NULL, (enum field) * field);
	if (row->points.n)
		return;
	if (*requirement->derived.in[coverage->lang] && !model_claims_rights(coverage->model))
		silent.text = coverage_words(coverage->arena, requirement->derived, coverage->lang);
	else
		silent.text = coverage_word(coverage->arena,
					    *requirement->evidence >= 0 ? COVERAGE_WORD_UNSAID
									: COVERAGE_WORD_SILENT,
					    coverage->lang);
	add_point(coverage, row, silent);
}

const struct citation *coverage_law(const struct coverage *coverage, const struct requirement_row *row)
{
	const struct citation *abroad = NULL;

	if (rules_leave_out_french_law(coverage->model) && is_in_profile(coverage->model, row, RULE_FRANCE))
		abroad = rules_law_abroad(coverage->arena, row->law);
	return abroad ? abroad : row->law;
}

static void judge(struct coverage_run *run, enum requirement i)
{
	struct coverage *coverage = run->coverage;
	const struct requirement_row *requirement = &requirements_table[i];
	const struct condition *condition = &conditions_table[requirement->condition];
	struct coverage_row *row = &coverage->rows[i];
	enum tri applies;

	if (row->points.n)
		return;
	if (!model_is_controller(coverage->model) &&
	    !is_in_profile(coverage->model, requirement, RULE_PROCESSOR | RULE_ANYONE)) {
		set_not_applicable(run, row,
				   coverage_word(coverage->arena, COVERAGE_WORD_PROCESSOR, coverage->lang),
				   POLICY_KIND);
		return;
	}
	if (!is_in_profile(coverage->model, requirement, RULE_FRANCE)) {
		set_not_applicable(run, row,
				   coverage_word(coverage->arena, COVERAGE_WORD_NOT_FRANCE, coverage->lang),
				   POLICY_LAW);
		return;
	}
	applies = condition->test(&run->index, condition);
	if (applies == TRI_UNKNOWN)
		set_unknown(run, row, condition->unknown);
	else if (applies == TRI_NO)
		set_not_applicable(run, row, coverage_words(coverage->arena, condition->no, coverage->lang),
				   condition->place);
	else
		set_met(run, row, requirement);
}

/* The pages that there are, and the clauses of polc in each language. */
static void measure(struct coverage *coverage)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		coverage->pages[lang].lang = coverage->clauses[lang].lang = (enum lang)lang;
		readability_add_clauses(&coverage->clauses[lang]);
	}
	for (int i = 0; i < LANG_COUNT && coverage->docs[i]; i++)
		readability_add_page(&coverage->pages[coverage->docs[i]->lang], coverage->docs[i]);
}

void coverage_build(struct coverage *coverage)
{
	struct coverage_run run = { .coverage = coverage };
	struct buf set = BUF_INIT, title = BUF_INIT;

	run.index = (struct coverage_index) { .model = coverage->model, .arena = coverage->arena };
	coverage_index_init(&run.index);
	index_rules(&run);
	typography_add(&set, object_title(coverage->model->policy, coverage->lang), coverage->lang);
	report_add_visible(&title, buf_str(&set));
	coverage->title = str_copy(coverage->arena, buf_str(&title));
	buf_release(&set);
	buf_release(&title);
	for (size_t i = 0; i < coverage->findings->list.n; i++)
		add_finding(&run, coverage->findings->list.v[i]);
	for (int i = 0; i < REQUIRED_COUNT; i++) {
		judge(&run, (enum requirement)i);
		coverage->count[coverage->rows[i].state]++;
	}
	coverage_add_rights(coverage);
	measure(coverage);
}
