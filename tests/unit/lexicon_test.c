/*
 * The lexicons, and above all their triggers: a trigger that is left out would hide
 * matches without a word. Each sample stands inside a longer text, so that the short
 * texts' way around the triggers is not taken.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/engine.h"

struct sample {
	enum lexicon lexicon;
	enum lang lang;
	const char *text; /* "…" matches between the bars */
};

static const struct sample samples[] = {
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "nous souhaitons |améliorer| nos services" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "dans le but d'une |AMELIORATION| continue" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "afin d'|optimiser| le parcours de chacun" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "pour |développer de nouveaux| produits" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "utilisées à des |fins commerciales| par la société" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "utilisées à des |fins légales| par la société" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "soigner l'|expérience de l’utilisateur| du site" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "et la |personnalisation| de la page d'accueil" },
	{ LEXICON_VAGUE_PURPOSE, LANG_FR, "collectées pour |faciliter votre navigation| sur le site" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "which helps us with |improving| our services" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "in order to |Enhance| the site for everyone" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "in order to |optimise| the site for everyone" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "in order to |develop new products| over time" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "processed for |business purposes| of the group" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "so as to offer |personalised services| to people" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "a concern for |user experience| in general" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "statistics to |adapt the site| to its visitors" },
	{ LEXICON_VAGUE_PURPOSE, LANG_EN, "to orient our |communication strategy| each year" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Le nom du délégué : |TODO|, à voir avec lui" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Voici le texte : |lorem ipsum| dolor sit amet" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Le délégué est |[à compléter avant mise en ligne]| chez nous" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "|[adresse de l'organisme]|" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Le délégué est |[…]| chez nous, à Besançon" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Le délégué est |[..]| chez nous, à Besançon" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Notre adresse est |[insérer l'adresse]| depuis 2020" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "|à compléter|" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "|…|" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "The officer's name: |TBC|, to be asked" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "The officer's name: |XXXX|, to be asked" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "The officer is |[to be confirmed by the board]| this year" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "The officer is |[insert name]| this year" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "|[address of the organisation]|" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "|to be completed.|" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "|----------------------|" },
};

static struct rules_run run;

static int set_up(void **state)
{
	(void)state;
	run.arena = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	lexicon_release(&run);
	arena_free(run.arena);
	return 0;
}

static void test_samples(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		const struct sample *sample = &samples[i];
		struct str marked = str_of(sample->text);
		size_t start = str_find(marked, "|", 0), end = str_find(marked, "|", start + 1) - 1;
		struct str text = str_format(run.arena, "%.*s%.*s%s", (int)start, marked.s,
					     (int)(end - start), marked.s + start + 1, marked.s + end + 2);
		struct lexicon_match match;

		if (!lexicon_find(&run, sample->lexicon, text, sample->lang, &match))
			fail_msg("no match: %s", sample->text);
		assert_int_equal(match.start, start);
		assert_int_equal(match.end, end);
	}
}

static void test_plain_texts(void **state)
{
	static const char *const plain[] = {
		"Nous traitons vos commandes et vous les livrons.",
		"La [charte](https://exemple.example/charte) et la liste todo de chacun.",
		"Une suite de points... au milieu d'une phrase, et un [sic] entre crochets.",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
		assert_false(lexicon_find(&run, LEXICON_PLACEHOLDER, str_of(plain[i]), LANG_FR, NULL));
		assert_false(lexicon_find(&run, LEXICON_VAGUE_PURPOSE, str_of(plain[i]), LANG_FR, NULL));
	}
}

static void test_next(void **state)
{
	struct str text = STR("improving this, then optimising that, for other purposes");
	struct lexicon_match match = { 0, 0 };
	int n = 0;

	(void)state;
	while (lexicon_find_next(&run, LEXICON_VAGUE_PURPOSE, text, LANG_EN, &match))
		n++;
	assert_int_equal(n, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_plain_texts),
		cmocka_unit_test(test_next),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
