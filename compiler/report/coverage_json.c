/*
 * The coverage as JSON: an array with one object for each policy. Texts are in the
 * language asked for; identifiers, states and levels are the same in all.
 */
#include <jansson.h>

#include "report/coverage_table.h"
#include "rules/rules.h"
#include "wording/wording.h"

static const char *const state_names[COVERAGE_STATES] = {
	[COVERAGE_MET] = "met",
	[COVERAGE_NOT_APPLICABLE] = "not-applicable",
	[COVERAGE_WAIVED] = "waived",
	[COVERAGE_OPEN] = "open",
};

static const char *const level_names[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

static void set(json_t *object, const char *key, json_t *value)
{
	if (!value || json_object_set_new(object, key, value))
		memory_exhausted();
}

static void append(json_t *array, json_t *value)
{
	if (!value || json_array_append_new(array, value))
		memory_exhausted();
}

static json_t *text(struct str s)
{
	return json_stringn(s.s ? s.s : "", s.n);
}

static json_t *date(struct date day)
{
	struct buf iso = BUF_INIT;
	json_t *result;

	wording_add_iso_date(&iso, day);
	result = text(buf_str(&iso));
	buf_release(&iso);
	return result;
}

/* {"file": "...", "line": 1, "column": 1} */
static void append_place(json_t *places, const struct coverage *coverage, struct span span)
{
	const struct source *source = sources_get(coverage->sources, span.file);
	struct position position;
	json_t *place;

	if (!source)
		return;
	place = json_object();
	position = source_position(source, span.start);
	set(place, "file", text(source->path));
	set(place, "line", json_integer(position.line));
	set(place, "column", json_integer(position.column));
	append(places, place);
}

static json_t *point_json(const struct coverage *coverage, const struct coverage_point *point,
			  enum coverage_state state)
{
	json_t *object = json_object(), *places = json_array();

	for (size_t i = 0; i < point->places.n; i++)
		append_place(places, coverage, point->places.v[i]);
	set(object, "places", places);
	set(object, "text", text(point->text));
	if (point->rule) {
		set(object, "rule", json_string(point->rule));
		set(object, "level", json_string(level_names[point->level]));
	}
	if (point->remark.n)
		set(object, state == COVERAGE_WAIVED ? "reason" : "help", text(point->remark));
	if (point->until.year)
		set(object, "until", date(point->until));
	return object;
}

/* The rules of the catalogue that judge the requirement. */
static json_t *rules_json(struct str list)
{
	json_t *rules = json_array();

	for (size_t start = 0, end; start < list.n; start = end + 1) {
		end = str_find(list, " ", start);
		append(rules, text(str_part(list, start, end)));
	}
	return rules;
}

/* CONTROLLER_CONTACT as "controller-contact". */
static json_t *id_json(const char *name)
{
	struct buf id = BUF_INIT;
	json_t *result;

	for (; *name; name++)
		buf_add_char(&id, *name == '_' ? '-' : (char)(*name - 'A' + 'a'));
	result = text(buf_str(&id));
	buf_release(&id);
	return result;
}

static json_t *row_json(const struct coverage *coverage, int i)
{
	const struct requirement_row *requirement = &requirements_table[i];
	const struct coverage_row *row = &coverage->rows[i];
	json_t *object = json_object(), *points = json_array();
	struct buf law = BUF_INIT;

	law_add_citations(&law, coverage_law(coverage, requirement), coverage->lang);
	set(object, "id", id_json(requirement->name));
	set(object, "group",
	    text(coverage_words(coverage->arena, groups_table[requirement->group], coverage->lang)));
	set(object, "title", text(coverage_words(coverage->arena, requirement->title, coverage->lang)));
	set(object, "law", text(buf_str(&law)));
	set(object, "rules", rules_json(str_of(requirement->rules)));
	set(object, "state", json_string(state_names[row->state]));
	if (row->state == COVERAGE_OPEN)
		set(object, "level", json_string(level_names[row->level]));
	for (size_t k = 0; k < row->points.n; k++)
		append(points, point_json(coverage, &row->points.v[k], row->state));
	set(object, "points", points);
	buf_release(&law);
	return object;
}

static json_t *purpose_json(const struct coverage *coverage, const struct coverage_purpose *purpose)
{
	json_t *object = json_object(), *rights = json_array(), *places = json_array();

	append_place(places, coverage, purpose->place);
	set(object, "title", text(purpose->title));
	set(object, "places", places);
	for (int i = 0; i < COVERAGE_RIGHTS; i++) {
		const struct coverage_right *right = &purpose->rights[i];
		json_t *one = json_object();

		places = json_array();
		append_place(places, coverage, right->place);
		set(one, "right", json_string(schema_words[right->right].word[LANG_EN]));
		set(one, "holds", json_boolean(right->holds));
		set(one, "why", text(right->why));
		set(one, "places", places);
		append(rights, one);
	}
	set(object, "rights", rights);
	return object;
}

/* "page" or "clauses": the figures of a text, in tenths no more: 45.4. */
static void append_measure(json_t *measures, const char *name, const struct readability *counts)
{
	json_t *measure;

	if (!counts->sentences)
		return;
	measure = json_object();
	set(measure, "text", json_string(name));
	set(measure, "language", json_string(lang_tag(counts->lang)));
	set(measure, "sentences", json_integer((json_int_t)counts->sentences));
	set(measure, "words", json_integer((json_int_t)counts->words));
	set(measure, "syllables", json_integer((json_int_t)counts->syllables));
	set(measure, "reading_ease", json_real((double)readability_ease(counts) / 10));
	if (readability_grade(counts))
		set(measure, "school_grade", json_real((double)readability_grade(counts) / 10));
	append(measures, measure);
}

static json_t *readability_json(const struct coverage *coverage)
{
	json_t *measures = json_array();

	for (int lang = 0; lang < LANG_COUNT; lang++)
		append_measure(measures, "page", &coverage->pages[lang]);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		append_measure(measures, "clauses", &coverage->clauses[lang]);
	return measures;
}

static json_t *coverage_json(const struct coverage *coverage)
{
	json_t *object = json_object(), *count = json_object(), *rows = json_array(),
	       *purposes = json_array();

	for (int i = 0; i < COVERAGE_STATES; i++)
		set(count, state_names[i], json_integer((json_int_t)coverage->count[i]));
	for (int i = 0; i < REQUIRED_COUNT; i++)
		append(rows, row_json(coverage, i));
	for (size_t i = 0; i < coverage->purposes.n; i++)
		append(purposes, purpose_json(coverage, &coverage->purposes.v[i]));
	set(object, "policy", text(coverage->model->policy->id));
	set(object, "title", text(coverage->title));
	set(object, "file", text(coverage->path));
	set(object, "language", json_string(lang_tag(coverage->lang)));
	set(object, "as_of", date(coverage->as_of));
	set(object, "count", count);
	set(object, "findings_not_shown", json_integer((json_int_t)coverage->findings->limit_hit));
	set(object, "requirements", rows);
	set(object, "purposes", purposes);
	set(object, "readability", readability_json(coverage));
	return object;
}

void coverage_json_open(struct buf *out, enum lang lang)
{
	(void)lang;
	buf_add_text(out, "[");
}

void coverage_json_add(struct buf *out, const struct coverage *coverage)
{
	json_t *object = coverage_json(coverage);
	char *dump = json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(6));

	if (!dump)
		memory_exhausted();
	buf_add_text(out, out->n > 1 ? ",\n" : "\n");
	buf_add_text(out, dump);
	memory_free(dump);
	json_decref(object);
}

void coverage_json_close(struct buf *out, enum lang lang)
{
	(void)lang;
	buf_add_text(out, "\n]\n");
}
