/*
 * Compiles the patterns of lexicon.def, each once for the process and only when
 * a text calls for it, and matches them. A compiled pattern never changes, so that
 * policies compile in parallel; what a match writes to belongs to the run. Triggers
 * keep most texts away, so that compiling to machine code (JIT) would cost more than
 * it saves.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "rules/lexicon.h"

#include <assert.h>
#include <pcre2.h>
#include <stdatomic.h>

#include "rules/engine.h"
#include "rules/triggers.h"

#define MATCH_LIMIT 200000 /* steps of one match: a text cannot stall the compiler */

struct lexicon_matcher {
	pcre2_match_data *data;
	pcre2_match_context *context;
};

static const char *const patterns[LEXICON_COUNT][LANG_COUNT] = {
#define LEXICON(name, fr, en) [LEXICON_##name] = { fr, en },
#define TRIGGERS(name, fr, en)
#include "rules/lexicon.def"
#undef LEXICON
#undef TRIGGERS
};

static pcre2_code *pattern_compile(const char *pattern)
{
	int error;
	PCRE2_SIZE at;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
					 PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NO_UTF_CHECK, &error,
					 &at, NULL);

	assert(code); /* a row of lexicon.def is not a pattern */
	return code;
}

/* The compiled pattern; two threads may compile it at once, the first to store wins. */
static const pcre2_code *pattern_get(enum lexicon lexicon, enum lang lang)
{
	static _Atomic(pcre2_code *) compiled[LEXICON_COUNT][LANG_COUNT];
	pcre2_code *code = atomic_load(&compiled[lexicon][lang]);
	pcre2_code *mine;

	if (code)
		return code;
	mine = pattern_compile(patterns[lexicon][lang]);
	if (atomic_compare_exchange_strong(&compiled[lexicon][lang], &code, mine))
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
		assert(run->matcher->data && run->matcher->context);
		pcre2_set_match_limit(run->matcher->context, MATCH_LIMIT);
	}
	return run->matcher;
}

bool lexicon_find_next(struct rules_run *run, enum lexicon lexicon, struct str text, enum lang lang,
		       struct lexicon_match *match)
{
	struct lexicon_matcher *matcher;
	const PCRE2_SIZE *places;

	if (match->end >= text.n || !patterns[lexicon][lang][0])
		return false;
	if (!triggers_found(lexicon, text, lang))
		return false;
	matcher = matcher_get(run);
	if (pcre2_match(pattern_get(lexicon, lang), (PCRE2_SPTR)text.s, text.n, match->end,
			PCRE2_NO_UTF_CHECK, matcher->data, matcher->context) < 0)
		return false;
	places = pcre2_get_ovector_pointer(matcher->data);
	match->start = places[0];
	match->end = places[1];
	return true;
}

bool lexicon_find(struct rules_run *run, enum lexicon lexicon, struct str text, enum lang lang,
		  struct lexicon_match *match)
{
	struct lexicon_match first = { 0, 0 };

	if (!lexicon_find_next(run, lexicon, text, lang, &first))
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
