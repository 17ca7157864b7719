/*
 * The clauses of one compile. Takes the built-in ones of clauses.def and the
 * `wording` blocks of a model; refuses a block that names no clause, that names one
 * twice, or whose text does not carry the same {holes} as the clause it replaces.
 */
#include "wording/wording.h"

#include <string.h>

#include "base/utf8.h"
#include "wording/codes.h"

enum { DISTANCE_LIMIT = 3 };

static const struct clause_row {
	struct str id;
	struct str text[LANG_COUNT];
} clauses[CLAUSE_COUNT] = {
#define CLAUSE(name, id, fr, en)                                                                             \
	[CLAUSE_##name] = { { id, sizeof(id) - 1 }, { { fr, sizeof(fr) - 1 }, { en, sizeof(en) - 1 } } },
#include "wording/clauses.def"
#undef CLAUSE
};

const char *wording_clause_id(enum clause clause)
{
	return clauses[clause].id.s;
}

struct str wording_built_in(enum clause clause, enum lang lang)
{
	return clauses[clause].text[lang];
}

/* The clauses by identifier; values are their rows. */
static struct map *map_clauses(struct arena *arena)
{
	struct map *map = ARENA_NEW(arena, struct map);

	for (size_t i = 0; i < CLAUSE_COUNT; i++)
		map_set(arena, map, clauses[i].id, (void *)(uintptr_t)&clauses[i]);
	return map;
}

static enum clause nearest_clause(struct str id)
{
	size_t best = DISTANCE_LIMIT + 1;
	enum clause nearest = CLAUSE_COUNT;

	for (int i = 0; i < CLAUSE_COUNT; i++) {
		size_t distance = utf8_distance(id, clauses[i].id, DISTANCE_LIMIT);

		if (distance < best) {
			best = distance;
			nearest = (enum clause)i;
		}
	}
	return nearest;
}

static void refuse_unknown(struct findings *findings, const struct value *name)
{
	enum clause meant = nearest_clause(name->as.name);
	enum wording_code code = meant == CLAUSE_COUNT ? WORDING_UNKNOWN : WORDING_UNKNOWN_MEANT;
	struct diag *diag = findings_add(findings, &wording_codes[code], name->span);

	diag_add_arg(findings, diag, "clause", name->as.name);
	if (meant == CLAUSE_COUNT)
		return;
	diag_add_arg(findings, diag, "meant", clauses[meant].id);
	diag_add_fix(findings, diag, name->span, clauses[meant].id, TRUST_LIKELY);
}

/* The next {hole} at or after *i, braces included; false when there is none left. */
static bool next_hole(struct str text, size_t *i, struct str *hole)
{
	size_t open = str_find(text, "{", *i), close = str_find(text, "}", open);

	if (close >= text.n)
		return false;
	*hole = str_part(text, open, close + 1);
	*i = close + 1;
	return true;
}

static bool has_hole(struct str text, struct str hole)
{
	struct str other;
	size_t i = 0;

	while (next_hole(text, &i, &other))
		if (str_eq(other, hole))
			return true;
	return false;
}

/* A typed reference, {ref …} or {renvoi …}, is not a hole. */
static bool is_reference(struct str hole)
{
	return str_has_prefix(hole, "{ref ") || str_has_prefix(hole, "{renvoi ");
}

/* The text in one language, or the hole inside it, as it stands in the source. */
static struct span text_span(const struct model *model, const struct object *object, enum lang lang,
			     struct str hole)
{
	const struct text *text = object_text(object, WORDING_TEXT);
	const struct written *written = text->origin[lang];
	const struct source *source = written ? sources_get(model->sources, written->span.file) : NULL;
	size_t start;

	if (!source)
		return object_place(object, WORDING_TEXT);
	if (!hole.n)
		return written->span;
	start = (size_t)(hole.s - text->in[lang].s);
	return (struct span) {
		written->span.file,
		syntax_source_offset(source, written, start),
		syntax_source_offset(source, written, start + hole.n),
	};
}

struct override {
	const struct model *model;
	struct findings *findings;
	const struct object *object;
	enum lang lang;
};

/* Reports the holes of `from` that `in` lacks; true when it has them all. */
static bool check_holes(const struct override *override, enum wording_code code, struct str from,
			struct str in)
{
	struct findings *findings = override->findings;
	struct str hole;
	bool good = true;
	size_t i = 0;

	while (next_hole(from, &i, &hole)) {
		struct str place = code == WORDING_HOLE_UNKNOWN ? hole : (struct str) { NULL, 0 };
		struct diag *diag;

		if (is_reference(hole) || has_hole(in, hole))
			continue;
		good = false;
		diag = findings_add(findings, &wording_codes[code],
				    text_span(override->model, override->object, override->lang, place));
		diag->subject = override->object;
		diag_add_arg(findings, diag, "clause", object_name(override->object, WORDING_CLAUSE));
		diag_add_arg(findings, diag, "hole", str_copy(findings->arena, hole));
	}
	return good;
}

static void replace_clause(struct wording *wording, const struct override *in_language, enum clause clause)
{
	struct override override = *in_language;
	const struct text *text = object_text(override.object, WORDING_TEXT);

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct str own = text_in(text, (enum lang)lang), built_in = clauses[clause].text[lang];

		override.lang = (enum lang)lang;
		if (str_is_blank(own))
			continue;
		if (check_holes(&override, WORDING_HOLE_LOST, built_in, own) &&
		    check_holes(&override, WORDING_HOLE_UNKNOWN, own, built_in))
			wording->text[clause][lang] = own;
	}
}

/* Notes that the clause is reworded; false when it was before. */
static bool claim_clause(struct findings *findings, const struct object **by_clause, enum clause clause,
			 const struct object *object)
{
	static const struct words first = WORDS("première rédaction", "first wording");
	struct diag *diag;

	if (!by_clause[clause]) {
		by_clause[clause] = object;
		return true;
	}
	diag = findings_add(findings, &wording_codes[WORDING_REPEATED], object_place(object, WORDING_CLAUSE));
	diag_add_arg(findings, diag, "clause", clauses[clause].id);
	diag_add_label(findings, diag, object_place(by_clause[clause], WORDING_CLAUSE), first);
	return false;
}

static void read_overrides(struct wording *wording, const struct model *model, struct findings *findings)
{
	const struct object *by_clause[CLAUSE_COUNT] = { NULL };
	const struct map *map = map_clauses(model->arena);

	for_each_value(v, model->root, ROOT_WORDING)
	{
		const struct object *object = v->as.object;
		const struct value *name = object_value(object, WORDING_CLAUSE);
		const struct clause_row *row;
		struct override override = { model, findings, object, LANG_FR };

		if (!name || name->kind != VALUE_NAME)
			continue;
		row = map_get(map, name->as.name);
		if (!row)
			refuse_unknown(findings, name);
		else if (claim_clause(findings, by_clause, (enum clause)(row - clauses), object))
			replace_clause(wording, &override, (enum clause)(row - clauses));
	}
}

void wording_init(struct wording *wording, const struct model *model, struct findings *findings)
{
	for (size_t i = 0; i < CLAUSE_COUNT; i++)
		memcpy(wording->text[i], clauses[i].text, sizeof(wording->text[i]));
	if (object_value(model->root, ROOT_WORDING))
		read_overrides(wording, model, findings);
}
