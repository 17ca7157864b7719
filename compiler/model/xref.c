/*
 * Reads typed references out of texts and finds where they lead. Takes a text and
 * a model; refuses, in model_check_xrefs(), references that lead nowhere.
 */
#include "model/xref.h"

#include <string.h>

#include "base/utf8.h"

static const struct code unknown_reference = {
	"MODEL-XREF", LEVEL_ERROR, NULL,
	WORDS("le renvoi « {reference} » ne mène nulle part", "the reference '{reference}' leads nowhere"),
	WORDS("renvoyer à une section, `{renvoi droits}`, ou à une déclaration, `{renvoi finalité "
	      "identifiant}`{suggestion}",
	      "refer to a section, `{ref rights}`, or to a declaration, `{ref purpose "
	      "identifier}`{suggestion}")
};

enum { COMPARISON_LIMIT = 200000, NEAR_ENOUGH = 3 };

static bool is_space(char c)
{
	return c == ' ' || c == '\t';
}

/* The next word of the reference at or after *i. */
static struct str next_word(struct str text, size_t *i, size_t end)
{
	size_t start;

	while (*i < end && is_space(text.s[*i]))
		++*i;
	start = *i;
	while (*i < end && !is_space(text.s[*i]))
		++*i;
	return str_part(text, start, *i);
}

/* Where a brace behind `start` closes; text.n when another opens before. */
static size_t find_close(struct str text, size_t start)
{
	for (size_t i = start + 1; i < text.n && text.s[i] != '{'; i++) {
		if (text.s[i] == '}')
			return i;
	}
	return text.n;
}

/* reference = "{" , ( "ref" | "renvoi" ) , [ kind ] , target , "}" ; */
static bool read_reference(struct str text, size_t start, struct xref *xref)
{
	size_t end = find_close(text, start), i = start + 1;
	struct str head, first, second;

	if (end == text.n)
		return false;
	head = next_word(text, &i, end);
	if (!str_is(head, "ref") && !str_is(head, "renvoi"))
		return false;
	first = next_word(text, &i, end);
	second = next_word(text, &i, end);
	if (!first.n)
		return false;
	*xref = (struct xref) { .start = start, .end = end + 1, .state = XREF_UNKNOWN, .target = first };
	if (second.n) {
		xref->kind = first;
		xref->target = str_trim(str_part(text, (size_t)(second.s - text.s), end));
	}
	return true;
}

static enum word section_word(const struct model *model, struct str written)
{
	struct str folded = utf8_fold(model->arena, written);
	enum word word = schema_word(VOCABULARY_SECTION, folded, LANG_FR);

	return word == WORD_NONE ? schema_word(VOCABULARY_SECTION, folded, LANG_EN) : word;
}

/* The field whose keyword declares a named block: "purpose", "traceur". */
static int naming_field(const struct model *model, struct str written)
{
	static const enum block holders[] = { BLOCK_ROOT, BLOCK_TRACKERS };
	struct str folded = utf8_fold(model->arena, written);

	for (size_t i = 0; i < 2 * LANG_COUNT; i++) {
		int field = schema_field(holders[i / LANG_COUNT], folded, (enum lang)(i % LANG_COUNT));

		if (field >= 0 && schema_fields[field].type == TYPE_BLOCK &&
		    (schema_fields[field].flags & ID))
			return field;
	}
	return -1;
}

static const struct object *named(const struct model *model, enum block block, struct str id)
{
	return map_get(&model->named[block], utf8_nfc(model->arena, id));
}

/* The section of either sort that the target names; false: none. */
static bool find_section(const struct model *model, struct xref *xref)
{
	xref->section = section_word(model, xref->target);
	if (xref->section == WORD_NONE)
		xref->object = named(model, BLOCK_SECTION, xref->target);
	return xref->section != WORD_NONE || xref->object;
}

static void find_target(const struct model *model, struct xref *xref)
{
	enum word announced;
	int field;

	if (!xref->kind.n) {
		xref->state = find_section(model, xref) ? XREF_FOUND : XREF_UNKNOWN;
		return;
	}
	field = naming_field(model, xref->kind);
	if (field >= 0 && schema_fields[field].of != BLOCK_SECTION) {
		xref->object = named(model, (enum block)schema_fields[field].of, xref->target);
		if (xref->object) {
			xref->state = XREF_FOUND;
			return;
		}
	}
	announced = section_word(model, xref->kind);
	if ((field < 0 && announced == WORD_NONE) || !find_section(model, xref))
		return;
	if (field >= 0 && schema_fields[field].of == BLOCK_SECTION)
		xref->state = XREF_FOUND;
	else
		xref->state = announced != WORD_NONE && xref->section == announced ? XREF_FOUND
										   : XREF_OTHER_KIND;
}

bool model_xref_next(const struct model *model, struct str text, size_t *offset, struct xref *xref)
{
	while (*offset < text.n) {
		const char *open = memchr(text.s + *offset, '{', text.n - *offset);

		if (!open)
			break;
		*offset = (size_t)(open - text.s);
		if (read_reference(text, *offset, xref)) {
			*offset = xref->end;
			find_target(model, xref);
			return true;
		}
		++*offset;
	}
	*offset = text.n;
	return false;
}

/* --- references that lead nowhere --- */

struct checker {
	const struct model *model;
	struct findings *findings;
	const struct object *object;
	size_t comparisons;
};

struct nearest {
	struct checker *checker;
	struct str target; /* folded */
	struct str best;
	size_t distance;
};

static void consider(struct nearest *nearest, struct str candidate)
{
	size_t distance;

	nearest->checker->comparisons++;
	distance = utf8_distance(nearest->target, utf8_fold(nearest->checker->model->arena, candidate),
				 NEAR_ENOUGH);
	if (distance >= nearest->distance)
		return;
	nearest->distance = distance;
	nearest->best = candidate;
}

static void consider_declared(struct nearest *nearest, enum field field)
{
	const struct model *model = nearest->checker->model;
	const struct object *holder = model->root;

	if (schema_fields[field].block == BLOCK_TRACKERS)
		holder = object_object(model->root, ROOT_TRACKERS);
	for_each_value(value, holder, field)
	{
		if (nearest->checker->comparisons >= COMPARISON_LIMIT)
			return;
		if (value->kind == VALUE_OBJECT)
			consider(nearest, value->as.object->id);
	}
}

static struct str find_nearest(struct checker *checker, const struct xref *xref)
{
	const struct vocabulary_row *sections = schema_vocabulary(VOCABULARY_SECTION);
	struct nearest nearest = { checker, utf8_fold(checker->model->arena, xref->target), STR(""),
				   NEAR_ENOUGH + 1 };
	int field = xref->kind.n ? naming_field(checker->model, xref->kind) : -1;

	if (field >= 0) {
		consider_declared(&nearest, (enum field)field);
	} else {
		for (unsigned i = 0; i < sections->n; i++) {
			for (int lang = 0; lang < LANG_COUNT; lang++)
				consider(&nearest, str_of(schema_words[sections->first + i].word[lang]));
		}
		consider_declared(&nearest, ROOT_SECTION);
	}
	return nearest.best;
}

/* Past the limit of findings it is counted alone: its place need not be looked for. */
static void report_unknown(struct checker *checker, const struct written *origin, struct str text,
			   const struct xref *xref)
{
	struct arena *arena = checker->model->arena;
	const struct source *source = sources_get(checker->model->sources, origin->span.file);
	struct span span = origin->span;
	struct diag *diag;
	struct str nearest;

	if (checker->findings->limit_hit) {
		findings_add(checker->findings, &unknown_reference, span);
		return;
	}
	span.start = syntax_source_offset(source, origin, xref->start);
	span.end = syntax_source_offset(source, origin, xref->end);
	diag = findings_add(checker->findings, &unknown_reference, span);
	nearest = find_nearest(checker, xref);
	diag->subject = checker->object;
	diag_add_arg(checker->findings, diag, "reference", str_part(text, xref->start, xref->end));
	if (!nearest.n) {
		diag_add_arg(checker->findings, diag, "suggestion", STR(""));
		return;
	}
	diag_add_words(checker->findings, diag, "suggestion",
		       str_format(arena, " ; vouliez-vous écrire « %.*s » ?", STR_ARGS(nearest)),
		       str_format(arena, "; did you mean '%.*s'?", STR_ARGS(nearest)));
}

static void check_text(struct checker *checker, const struct text *text)
{
	struct xref xref;

	for (int lang = 0; text->braces && lang < LANG_COUNT; lang++) {
		struct str said = text_in(text, (enum lang)lang);

		if (!text->origin[lang])
			continue;
		for (size_t offset = 0; model_xref_next(checker->model, said, &offset, &xref);) {
			if (xref.state == XREF_UNKNOWN)
				report_unknown(checker, text->origin[lang], said, &xref);
		}
	}
}

/* Depth is bounded by SYNTAX_DEPTH_LIMIT. */
static void check_object(struct checker *checker, const struct object *object)
{
	const struct block_row *block = schema_block(object->block);

	for (unsigned i = 0; i < block->n; i++) {
		for (const struct value *value = object->slots[i]; value; value = value->next) {
			checker->object = object;
			if (value->kind == VALUE_TEXT)
				check_text(checker, value->as.text);
			else if (value->kind == VALUE_PERIOD && value->as.period->criteria)
				check_text(checker, value->as.period->criteria);
			else if (value->kind == VALUE_OBJECT && !value->as.object->built_in)
				check_object(checker, value->as.object);
		}
	}
}

void model_check_xrefs(const struct model *model, struct findings *findings)
{
	struct checker checker = { model, findings, model->root, 0 };

	check_object(&checker, model->root);
}
