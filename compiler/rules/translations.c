/*
 * Notes every text of the older model under the path that leads to it, then looks each
 * text of the newer one up. A list that gained or lost an entry moves the others: a text
 * that the list held before, at any place, in both languages, has not changed.
 */
#include "rules/translations.h"

#include "rules/engine.h"

const struct code translation_codes[TRANSLATION_CODE_COUNT] = {
#define CODE(name, id, level, fr, en, help_fr, help_en)                                                      \
	[TRANSLATION_##name] = { (id), (level), NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "rules/translations.def"
#undef CODE
};

/* What a text said, without white space and typography. */
struct past_text {
	struct str in[LANG_COUNT];
};

struct comparison {
	struct arena *arena; /* scratch: dropped behind the comparison */
	const struct model *now;
	struct rules_run run; /* for the arguments of findings */
	struct str since;
	struct map at;	  /* struct past_text by path */
	struct map said;  /* the same by path without places in lists, and words */
	struct buf path;  /* of the value at hand */
	struct buf lists; /* the same without places in lists */
};

typedef void text_visitor(struct comparison *comparison, const struct object *object, enum field field,
			  const struct text *text);

/* --- paths --- */

static void visit_object(struct comparison *comparison, const struct object *object, text_visitor *visit);

static void visit_value(struct comparison *comparison, const struct object *object, enum field field,
			const struct value *value, text_visitor *visit)
{
	if (value->kind == VALUE_OBJECT)
		visit_object(comparison, value->as.object, visit);
	else if (value->kind == VALUE_TEXT)
		visit(comparison, object, field, value->as.text);
	else if (value->kind == VALUE_PERIOD && value->as.period->criteria)
		visit(comparison, object, field, value->as.period->criteria);
}

/* A named declaration is known by its identifier, but the policy may be renamed; all else
 * by its place. */
static void add_step(struct comparison *comparison, enum field field, const struct value *value, size_t place)
{
	const struct object *object = value->kind == VALUE_OBJECT ? value->as.object : NULL;

	buf_add_format(&comparison->path, "/%d", (int)field);
	buf_add_format(&comparison->lists, "/%d", (int)field);
	if (object && object->id.n && object->block != BLOCK_POLICY) {
		buf_add_format(&comparison->path, ":%.*s", STR_ARGS(object->id));
		buf_add_format(&comparison->lists, ":%.*s", STR_ARGS(object->id));
	} else {
		buf_add_format(&comparison->path, "#%zu", place);
	}
}

static void shorten(struct buf *buf, size_t n)
{
	buf->n = n;
	buf->s[n] = '\0';
}

static void visit_field(struct comparison *comparison, const struct object *object, enum field field,
			text_visitor *visit)
{
	size_t path = comparison->path.n, lists = comparison->lists.n, place = 0;

	for (const struct value *value = object_get(object, field); value; value = value->next, place++) {
		add_step(comparison, field, value, place);
		visit_value(comparison, object, field, value, visit);
		shorten(&comparison->path, path);
		shorten(&comparison->lists, lists);
	}
}

/* Depth is bounded by SYNTAX_DEPTH_LIMIT. */
static void visit_object(struct comparison *comparison, const struct object *object, text_visitor *visit)
{
	const struct block_row *block = schema_block(object->block);

	if (object->built_in)
		return;
	for (unsigned i = 0; i < block->n; i++)
		visit_field(comparison, object, (enum field)(block->first + i), visit);
}

/* --- words --- */

static bool is_space(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
	       c == 0x3000 || c == 0xFEFF;
}

/* The plain sign that the typographic one is set for, or itself. */
static uint32_t plain_sign(uint32_t c)
{
	static const struct {
		uint32_t first, last, plain;
	} signs[] = {
		{ 0xAB, 0xAB, '"' },	 { 0xBB, 0xBB, '"' },	   { 0x2BC, 0x2BC, '\'' },
		{ 0x2010, 0x2015, '-' }, { 0x2018, 0x201B, '\'' }, { 0x201C, 0x201F, '"' },
		{ 0x2212, 0x2212, '-' },
	};

	for (size_t i = 0; c > 0x7F && i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (c >= signs[i].first && c <= signs[i].last)
			return signs[i].plain;
	}
	return c;
}

static struct str words_of(struct comparison *comparison, struct str text)
{
	struct buf words = BUF_INIT;
	struct str copy;

	text = utf8_nfc(comparison->arena, text);
	for (size_t i = 0; i < text.n;) {
		uint32_t c = utf8_next(text, &i);

		if (c == 0x2026)
			buf_add_text(&words, "...");
		else if (!is_space(c))
			utf8_add(&words, plain_sign(c));
	}
	copy = str_copy(comparison->arena, buf_str(&words));
	buf_release(&words);
	return copy;
}

static struct past_text *read_text(struct comparison *comparison, const struct text *text)
{
	struct past_text *read = ARENA_NEW(comparison->arena, struct past_text);

	for (int lang = 0; lang < LANG_COUNT; lang++)
		read->in[lang] = words_of(comparison, text_in(text, (enum lang)lang));
	return read;
}

static struct str said_key(struct comparison *comparison, const struct past_text *text)
{
	return str_format(comparison->arena, "%.*s\n%.*s\n%.*s", (int)comparison->lists.n,
			  comparison->lists.s, STR_ARGS(text->in[LANG_FR]), STR_ARGS(text->in[LANG_EN]));
}

/* --- comparison --- */

static void note_past(struct comparison *comparison, const struct object *object, enum field field,
		      const struct text *text)
{
	struct past_text *past = read_text(comparison, text);

	(void)object;
	(void)field;
	map_set(comparison->arena, &comparison->at, str_copy(comparison->arena, buf_str(&comparison->path)),
		past);
	map_set(comparison->arena, &comparison->said, said_key(comparison, past), past);
}

static struct span text_span(const struct object *object, const struct text *text, enum lang lang)
{
	return text->origin[lang] ? text->origin[lang]->span : object->keyword;
}

static void report_stale(struct comparison *comparison, const struct object *object, enum field field,
			 const struct text *text, enum lang changed)
{
	static const struct words languages[LANG_COUNT] = {
		[LANG_FR] = WORDS("français", "French"),
		[LANG_EN] = WORDS("anglais", "English"),
	};
	static const struct words changed_here = WORDS("modifié ici", "changed here");
	enum lang stale = lang_other(changed);
	struct rules_run *run = &comparison->run;
	struct diag *diag = findings_add(run->findings, &translation_codes[TRANSLATION_STALE],
					 text_span(object, text, stale));

	diag->subject = object;
	rule_arg_field(run, diag, "field", object, field);
	rule_arg_words(run, diag, "changed", languages[changed]);
	rule_arg_words(run, diag, "stale", languages[stale]);
	rule_arg(run, diag, "since", comparison->since);
	diag_add_label(run->findings, diag, text_span(object, text, changed), changed_here);
}

static void compare_text(struct comparison *comparison, const struct object *object, enum field field,
			 const struct text *text)
{
	const struct past_text *past = map_get(&comparison->at, buf_str(&comparison->path));
	const struct past_text *now;
	bool same[LANG_COUNT];

	if (!past || str_is_empty(past->in[LANG_FR]) || str_is_empty(past->in[LANG_EN]))
		return;
	now = read_text(comparison, text);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		if (str_is_empty(now->in[lang]))
			return;
		same[lang] = str_eq(past->in[lang], now->in[lang]);
	}
	if (same[LANG_FR] == same[LANG_EN] || map_get(&comparison->said, said_key(comparison, now)))
		return;
	report_stale(comparison, object, field, text, same[LANG_FR] ? LANG_EN : LANG_FR);
}

void translations_compare(const struct model *now, const struct model *then, struct str since,
			  struct findings *findings)
{
	struct comparison comparison = { .now = now, .since = since };

	comparison.run = (struct rules_run) { .arena = now->arena, .model = now, .findings = findings };
	if (!then) {
		struct diag *diag = findings_add(findings, &translation_codes[TRANSLATION_NO_PAST],
						 now->policy ? now->policy->keyword : NO_SPAN);

		rule_arg(&comparison.run, diag, "since", since);
		return;
	}
	comparison.arena = arena_new();
	visit_object(&comparison, then->root, note_past);
	visit_object(&comparison, now->root, compare_text);
	buf_release(&comparison.path);
	buf_release(&comparison.lists);
	arena_free(comparison.arena);
}
