/*
 * The lexicons, and above all their triggers: a trigger that is left out would hide
 * matches without a word.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/engine.h"
#include "rules/triggers.h"

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
	{ LEXICON_PLACEHOLDER, LANG_EN, "|____________|" },
	{ LEXICON_PLACEHOLDER, LANG_EN, "|\u2014\u2014|" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Le délégué, 12 rue|[…]| à Besançon" },
	{ LEXICON_PLACEHOLDER, LANG_FR, "Le délégué, 12 rue |[…2026]| à Besançon" },
	{ LEXICON_FAN_PAGE, LANG_FR, "notre |fanpage| de la marque" },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "une |sécurité\u00A0\u202F totale| des données" },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "des échanges |entierement\n  securisés| entre nous" },
	{ LEXICON_UNANNOUNCED, LANG_FR, "modifiée |à tout moment| par la société" },
	{ LEXICON_HEDGE, LANG_FR, "et, |LE CAS ÉCHÉANT|, des tiers" },
	{ LEXICON_HEDGE, LANG_FR, "et, |le cas\u2009échéant|, des tiers" },
	{ LEXICON_HEDGE, LANG_FR, "d’|éventuels| destinataires" },
	{ LEXICON_HEDGE, LANG_FR, "communiquées |d'une manière générale| à tous" },
	{ LEXICON_HEDGE, LANG_EN, "disclosed (|in certain circumstances|) to others" },
	{ LEXICON_LIL_32, LANG_FR, "selon l’|article 32-II de la loi Informatique et Libertés|" },
	{ LEXICON_LOI_2004, LANG_FR, "modifiée par la |loi du 6 aout 2004|" },
	{ LEXICON_LOI_2004, LANG_EN, "amended by the |Act of August 6, 2004|" },
	{ LEXICON_DECREE_2005, LANG_FR, "le |décret n°2005-1309| du 20 octobre" },
	{ LEXICON_DECREE_2005, LANG_EN, "the |decree no2005-1309| of that year" },
	{ LEXICON_FORMALITIES, LANG_FR, "fichier |déclaré CNIL| en 2010" },
	{ LEXICON_FORMALITIES, LANG_FR, "selon la norme |NS-48| de la CNIL" },
	{ LEXICON_FORMALITIES, LANG_EN, "under |NS99| of the authority" },
	{ LEXICON_CIL, LANG_FR, "écrire au (|CIL|) du groupe" },
	{ LEXICON_WP29, LANG_FR, "le |groupe de travail de l’article 29| l'a dit" },
	{ LEXICON_GOOGLE_PLUS, LANG_EN, "the button of |Google +|, which" },
	{ LEXICON_EPRIVACY, LANG_FR, "le futur |règlement « ePrivacy| »" },
	{ LEXICON_RESTRICTION, LANG_EN, "the |right to limit our processing| of data" },
	{ LEXICON_APPEAL, LANG_FR, "|former un recours auprès de la CNIL|, à Paris" },
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

/* What sets a bit, and what looks like it and does not. */
static void test_bits(void **state)
{
	static const struct {
		uint64_t bit;
		enum lang lang;
		const char *text;
		bool is_set;
	} texts[] = {
		{ TRIGGERED_NUMERAL, LANG_FR, "Conservées Trois\u00A0ans", true },
		{ TRIGGERED_NUMERAL, LANG_FR, "avant le 1er f\u00E9vrier", true },
		{ TRIGGERED_NUMERAL, LANG_FR, "les mails du centre, une fois", false },
		{ TRIGGERED_NUMERAL, LANG_EN, "for (ten) years", true },
		{ TRIGGERED_NUMERAL, LANG_EN, "often attended, a tenth", false },
		{ TRIGGERED_FIGURE, LANG_FR, "un client B2B", true },
		{ TRIGGERED_FIGURE, LANG_FR, "sans aucun chiffre", false },
		{ TRIGGERED_CONTACT, LANG_FR, "écrire à dpo@exemple.example", true },
		{ TRIGGERED_CONTACT, LANG_FR, "voir <HTTPS://exemple.example>", true },
		{ TRIGGERED_CONTACT, LANG_FR, "au 01 23 45 67 89", true },
		{ TRIGGERED_CONTACT, LANG_FR, "la loi 78-17 du 6 janvier 1978", false },
		{ UINT64_C(1) << LEXICON_CIL, LANG_FR, "facile, et conciliable", false },
		{ UINT64_C(1) << LEXICON_PLACEHOLDER, LANG_FR, "\u00A0 […", true },
		{ UINT64_C(1) << LEXICON_PLACEHOLDER, LANG_FR, "Ce texte - fini. [Suite](x)", false },
		{ UINT64_C(1) << LEXICON_PROVISION, LANG_FR, "", true }, /* has no triggers */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		uint64_t met = triggers_met(str_of(texts[i].text), texts[i].lang);

		if (!(met & texts[i].bit) == texts[i].is_set)
			fail_msg("%s: %s", texts[i].text, texts[i].is_set ? "bit not set" : "bit set");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_plain_texts),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_bits),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
