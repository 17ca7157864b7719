/*
 * The rows of coverage.def and coverage_words.def as tables.
 */
#include "report/coverage_table.h"

#include <string.h>

#include "base/typography.h"

#define NO_FIELD      -1
#define NO_WORDS      NULL
#define OF_WORDS(...) ((const enum word[]) { __VA_ARGS__, WORD_NONE })
#define EVIDENCE(...) ((const int[]) { __VA_ARGS__, -1 })
#define NO_EVIDENCE   ((const int[]) { -1 })

const struct condition conditions_table[CONDITION_COUNT] = {
#define CONDITION(name, test, subject, words, place, no_fr, no_en, fr, en)                                   \
	[CONDITION_##name] = { condition_##test, (subject),	      (words),                               \
			       (place),		 WORDS(no_fr, no_en), WORDS(fr, en) },
#define GROUP(...)
#define REQUIREMENT(...)
#include "report/coverage.def"
#undef CONDITION
#undef GROUP
#undef REQUIREMENT
};

const struct words groups_table[GROUP_COUNT] = {
#define CONDITION(...)
#define GROUP(name, fr, en) [GROUP_##name] = WORDS(fr, en),
#define REQUIREMENT(...)
#include "report/coverage.def"
#undef CONDITION
#undef GROUP
#undef REQUIREMENT
};

const struct requirement_row requirements_table[REQUIRED_COUNT] = {
#define CONDITION(...)
#define GROUP(...)
#define REQUIREMENT(name, group, condition, law, fr, en, rules, right, evidence, derived_fr, derived_en)     \
	[REQUIRED_##name] = { #name,   GROUP_##group, CONDITION_##condition,                                 \
			      (law),   WORDS(fr, en), (rules),                                               \
			      (right), (evidence),    WORDS(derived_fr, derived_en) },
#include "report/coverage.def"
#undef CONDITION
#undef GROUP
#undef REQUIREMENT
};

static const struct words words_table[COVERAGE_WORD_COUNT] = {
#define COVERAGE_WORD(name, fr, en) [COVERAGE_WORD_##name] = WORDS(fr, en),
#include "report/coverage_words.def"
#undef COVERAGE_WORD
};

static const struct coverage_format formats[] = {
	{ "md", coverage_markdown_open, coverage_markdown_add, coverage_markdown_close },
	{ "html", coverage_html_open, coverage_html_add, coverage_html_close },
	{ "json", coverage_json_open, coverage_json_add, coverage_json_close },
};

const struct coverage_format *coverage_format(const char *word)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (!strcmp(formats[i].word, word))
			return &formats[i];
	}
	return NULL;
}

const char *coverage_rules(enum requirement requirement)
{
	return requirements_table[requirement].rules;
}

void coverage_add_word(struct buf *out, enum coverage_word word, enum lang lang)
{
	typography_add(out, str_of(words_table[word].in[lang]), lang);
}

struct str coverage_words(struct arena *arena, struct words words, enum lang lang)
{
	struct buf set = BUF_INIT;
	struct str text;

	typography_add(&set, str_of(words.in[lang]), lang);
	text = str_copy(arena, buf_str(&set));
	buf_release(&set);
	return text;
}

struct str coverage_word(struct arena *arena, enum coverage_word word, enum lang lang)
{
	return coverage_words(arena, words_table[word], lang);
}
