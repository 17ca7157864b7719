/*
 * Compiles the patterns of lexicon.def and of the tables of phrases, each once for the
 * process and only when a text calls for it, and matches them. A compiled pattern never
 * changes, so that policies compile in parallel; what a match writes to belongs to the
 * run. A match that reaches its limits is reported as a text that was not read.
 * Where the library can, a pattern that is matched often becomes machine code: that costs
 * what some ten matches without it do.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "rules/lexicon.h"

#include <assert.h>
#include <pcre2.h>
#include <stdatomic.h>
#include <stdint.h>

#include "base/buf.h"
#include "rules/engine.h"
#include "rules/triggers.h"

/* Of one match, so that no text can stall the compiler or fill its memory. */
#define STEP_LIMIT 200000
#define HEAP_LIMIT 20000 /* kilobytes */

#define OFTEN 10 /* matches of a pattern, behind which it is worth machine code */

struct lexicon_matcher {
	pcre2_match_data *data;
	pcre2_match_context *context;
	VEC(const struct value *) unread; /* reported already */
};

static const char *const patterns[LEXICON_COUNT][LANG_COUNT] = {
#define LEXICON(name, fr, en) [LEXICON_##name] = { fr, en },
#define TRIGGERS(name, fr, en)
#define PHRASE(name, since, fr, en, ...) LEXICON(name, fr, en)
#include "rules/lexicon.def"
#include "rules/language/stale.def"
#include "rules/language/terms.def"
#undef LEXICON
#undef TRIGGERS
#undef PHRASE
};

/* Line breaks, no-break spaces and indentation are spaces to a reader: a space of a row
 * stands for white space of any length, and for one of it in a class, before a quantifier
 * and in a look behind. */
static void pattern_write(struct buf *out, const char *pattern)
{
	bool in_class = false, looks_behind = false;

	for (const char *s = pattern; *s; s++) {
		if (*s == '\\') {
			buf_add_char(out, *s++);
			buf_add_char(out, *s);
		} else if (*s == ' ') {
			buf_add_text(out, in_class || looks_behind || strchr("?*+{", s[1]) ? "\\s" : "\\s+");
		} else {
			in_class = *s == '[' || (in_class && *s != ']');
			looks_behind = !strncmp(s, "(?<!", 4) || !strncmp(s, "(?<=", 4) ||
				       (looks_behind && *s != ')');
			buf_add_char(out, *s);
		}
	}
}

static pcre2_code *pattern_compile(enum lexicon lexicon, enum lang lang, bool to_machine_code)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NO_UTF_CHECK;
	struct buf written = BUF_INIT;
	int error;
	uint32_t can_jit = 0;
	PCRE2_SIZE at;
	pcre2_code *code;

	pattern_write(&written, patterns[lexicon][lang]);
	code = pcre2_compile((PCRE2_SPTR)written.s, written.n, options, &error, &at, NULL);
	if (!code && error == PCRE2_ERROR_HEAP_FAILED)
		memory_exhausted();
	assert(code); /* a row of the tables is not a pattern */
	buf_release(&written);
	pcre2_config(PCRE2_CONFIG_JIT, &can_jit);
	if (can_jit && to_machine_code) /* where it fails, the pattern is interpreted */
		pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return code;
}

/* The compiled pattern; two threads may compile it at once, the first to store wins. */
static const pcre2_code *pattern_get(enum lexicon lexicon, enum lang lang, bool to_machine_code)
{
	static _Atomic(pcre2_code *) compiled[LEXICON_COUNT][LANG_COUNT][2];
	_Atomic(pcre2_code *) *place = &compiled[lexicon][lang][to_machine_code];
	pcre2_code *code = atomic_load(place);
	pcre2_code *mine;

	if (code)
		return code;
	mine = pattern_compile(lexicon, lang, to_machine_code);
	if (atomic_compare_exchange_strong(place, &code, mine))
		return mine;
	pcre2_code_free(mine);
	return code;
}

static struct lexicon_matcher *matcher_get(struct rules_run *run)
{
	if (!run->matcher) {
		run->matcher = ARENA_NEW(run->arena, struct lexicon_matcher);
		run->matcher->data = pcre2_match_data_create(1, NULL);
		run->matcher->context = pcre2_match_context_create(NULL);
		if (!run->matcher->data || !run->matcher->context)
			memory_exhausted();
		pcre2_set_match_limit(run->matcher->context, STEP_LIMIT);
		pcre2_set_depth_limit(run->matcher->context, STEP_LIMIT);
		pcre2_set_heap_limit(run->matcher->context, HEAP_LIMIT);
	}
	return run->matcher;
}

static const struct code unread_code = {
	.id = "TEXT-UNREAD",
	.level = LEVEL_WARNING,
	.message = WORDS("« {field} » : texte trop enchevêtré, les règles de rédaction ne l'ont pas lu en "
			 "entier",
			 "'{field}': too tangled a text, the wording rules have not read all of it"),
	.help = WORDS("le couper en plusieurs textes, sans longues suites de signes répétés",
		      "cut it into several texts, without long runs of repeated signs"),
};

static bool holds(struct str whole, struct str part)
{
	return whole.s && whole.s <= part.s && part.s + part.n <= whole.s + whole.n;
}

/* The text or the name of the policy that the bytes belong to, or NULL. */
static const struct rule_text *text_of(const struct rules_run *run, struct str bytes, enum lang lang)
{
	for (size_t i = 0; i < run->texts.n; i++) {
		if (holds(text_in(run->texts.v[i].text, lang), bytes))
			return &run->texts.v[i];
	}
	for (size_t i = 0; i < run->names.n; i++) {
		if (holds(run->names.v[i].value->as.name, bytes))
			return &run->names.v[i];
	}
	return NULL;
}

/* A limit was reached: says so, once for each text. */
static void report_unread(struct rules_run *run, struct str bytes, enum lang lang)
{
	const struct rule_text *text = text_of(run, bytes, lang);
	struct diag *diag;

	if (!text)
		return;
	for (size_t i = 0; i < run->matcher->unread.n; i++) {
		if (run->matcher->unread.v[i] == text->value)
			return;
	}
	vec_add(run->arena, &run->matcher->unread, text->value);
	diag = findings_add(run->findings, &unread_code, text->value->span);
	diag->subject = text->object;
	rule_arg_field(run, diag, "field", text->object, text->field);
}

static int match(struct lexicon_matcher *matcher, const pcre2_code *code, struct str text, size_t start,
		 uint32_t options)
{
	return pcre2_match(code, (PCRE2_SPTR)text.s, text.n, start, PCRE2_NO_UTF_CHECK | options,
			   matcher->data, matcher->context);
}

/* What comes of a match does not depend on how often there were others: the interpreter,
 * which counts more steps, gives no limit the last word. Machine code has little room for
 * backtracking: the interpreter has all that is allowed. */
static int match_at(struct lexicon_matcher *matcher, enum lexicon lexicon, enum lang lang, struct str text,
		    size_t start)
{
	static atomic_uint matches[LEXICON_COUNT][LANG_COUNT];
	bool often = atomic_fetch_add_explicit(&matches[lexicon][lang], 1, memory_order_relaxed) >= OFTEN;
	int found = match(matcher, pattern_get(lexicon, lang, often), text, start, 0);

	if (found < 0 && found != PCRE2_ERROR_NOMATCH && !often)
		found = match(matcher, pattern_get(lexicon, lang, true), text, start, 0);
	if (found == PCRE2_ERROR_JIT_STACKLIMIT)
		found = match(matcher, pattern_get(lexicon, lang, true), text, start, PCRE2_NO_JIT);
	return found;
}

bool lexicon_find_next(struct rules_run *run, enum lexicon lexicon, struct str text, enum lang lang,
		       struct lexicon_match *match)
{
	struct lexicon_matcher *matcher;
	const PCRE2_SIZE *places;
	int found;

	if (match->end >= text.n || !patterns[lexicon][lang][0])
		return false;
	matcher = matcher_get(run);
	found = match_at(matcher, lexicon, lang, text, match->end);
	if (found < 0) {
		if (found != PCRE2_ERROR_NOMATCH)
			report_unread(run, text, lang);
		return false;
	}
	places = pcre2_get_ovector_pointer(matcher->data);
	match->start = places[0];
	match->end = places[1];
	return true;
}

bool lexicon_find(struct rules_run *run, enum lexicon lexicon, struct str text, enum lang lang,
		  struct lexicon_match *match)
{
	struct lexicon_match first = { 0, 0 };

	if (!triggers_found(lexicon, text, lang) || !lexicon_find_next(run, lexicon, text, lang, &first))
		return false;
	if (match)
		*match = first;
	return true;
}

void lexicon_release(struct rules_run *run)
{
	if (!run->matcher)
		return;
	pcre2_match_data_free(run->matcher->data);
	pcre2_match_context_free(run->matcher->context);
	run->matcher = NULL;
}
