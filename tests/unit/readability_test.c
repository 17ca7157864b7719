/*
 * Syllables, sentences and the figures made of them, on words and sentences counted by
 * hand. With arguments, LANGUAGE FILE: prints the figures of a text file whose blocks are
 * its lines, as tests/property/readability.txt records them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "report/readability.h"

/* A digit ends a word with its number of syllables. */
static const char *const words[LANG_COUNT] = {
	[LANG_FR] = "le1 données2 traitement3 politique3 client2 clients2 société3 responsable3 européen4 "
		    "européenne4 évalué4 actuel3 recueillies3 accueil2 employé3 voyage2 payer2 moyen2 "
		    "utilisation5 concernent2 peuvent1 argent2 souvent2 consentement4 agent2 document3 "
		    "indiquent2 continuent3 qualité3 langue1 guerre1 poème2 naïf2 œuvre1 nous1 aujourd'hui3 "
		    "l'accès2 coopération5 février3 oublie2 étaient2 idée2 située3 être1 c'est-à-dire3 "
		    "demandent2 présent2 permanent3 client2 pays2 personnes2 créée2 vue1 exception3",
	[LANG_EN] = "the1 data2 processing3 controller3 purposes3 people2 use1 used1 created3 collected3 "
		    "services3 service2 society4 client2 science2 information4 special2 individual5 "
		    "annual3 language2 request2 required2 agreement3 statement2 element3 completely3 "
		    "table2 tables2 changes2 being2 saying2 you1 your1 employee3 behaviour3 previous3 "
		    "period3 video3 area3 idea3 mechanism4 enabled3 installed2 cookies2 policies3 "
		    "safeguard2 continuing4 lawful2 don't1 device2 influence3 audience3 read1 we1",
};

static void syllables_are_counted(void **state)
{
	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const char *word = words[lang];

		for (size_t n; *word; word += n + 1 + (word[n + 1] == ' ')) {
			long counted;

			n = strcspn(word, "123456789");
			counted = readability_syllables((struct str) { word, n }, (enum lang)lang);
			if (counted != word[n] - '0')
				fail_msg("%.*s: %ld", (int)n, word, counted);
		}
	}
}

static const struct {
	enum lang lang;
	const char *text;
	long sentences, words, syllables;
} blocks[] = {
	{ LANG_EN, "The cat sat on the mat.", 1, 6, 6 },
	{ LANG_EN, "We keep it. You can object!", 2, 6, 7 },
	{ LANG_EN, "Under Art. 6 of the GDPR, we keep it for 3 years (no. 4).", 1, 11, 12 },
	{ LANG_EN, "Storage period", 0, 0, 0 },
	{ LANG_EN, "We keep it. Afterwards", 1, 3, 3 },
	{ LANG_EN, "You can:", 1, 2, 2 },
	{ LANG_EN, "Write to dpo@example.com or https://www.example.com/ now.", 1, 4, 4 },
	{ LANG_EN, "{name} (\"we\") is here.", 1, 4, 5 },
	{ LANG_EN, "", 0, 0, 0 },
	{ LANG_FR, "Le chat dort sur le tapis.", 1, 6, 7 },
	{ LANG_FR, "Qui reçoit vos données\xC2\xA0? Nous… et vous.", 2, 7, 9 },
	{ LANG_FR, "Elle est «\xC2\xA0sûre.\xC2\xA0» Elle dure.", 2, 5, 5 },
	{ LANG_FR, "Voir l'art. L. 123-22 du code civil.", 1, 6, 7 },
	{ LANG_FR, "Vos droits\xE2\x80\xAF: {rights}\xE2\x80\xAF;", 1, 3, 4 },
};

static void sentences_are_counted(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
		struct readability counts = { .lang = blocks[i].lang };

		readability_add(&counts, str_of(blocks[i].text));
		if (counts.sentences != blocks[i].sentences || counts.words != blocks[i].words ||
		    counts.syllables != blocks[i].syllables)
			fail_msg("%s: %ld, %ld, %ld", blocks[i].text, counts.sentences, counts.words,
				 counts.syllables);
	}
}

/* 206.835 - 1.015 * 10 - 84.6 * 1.5 = 69.785; 0.39 * 10 + 11.8 * 1.5 - 15.59 = 6.01;
 * 207 - 1.015 * 10 - 73.6 * 1.5 = 86.45. */
static void figures_follow_the_formulas(void **state)
{
	struct readability counts = { LANG_EN, 10, 100, 150 };

	(void)state;
	assert_int_equal(readability_ease(&counts), 698);
	assert_int_equal(readability_grade(&counts), 60);
	counts.lang = LANG_FR;
	assert_int_equal(readability_ease(&counts), 865);
	assert_int_equal(readability_grade(&counts), 0);
	counts = (struct readability) { LANG_EN, 1, 100, 300 };
	assert_int_equal(readability_ease(&counts), -1485);
	counts = (struct readability) { .lang = LANG_EN };
	assert_int_equal(readability_ease(&counts), 0);
}

static int measure(enum lang lang, const char *path)
{
	struct readability counts = { .lang = lang };
	static char line[65536];
	FILE *file = fopen(path, "r");

	if (!file)
		return 1;
	while (fgets(line, sizeof(line), file))
		readability_add(&counts, str_of(line));
	fclose(file);
	printf("%s %ld %ld %ld %ld %ld\n", lang_tag(lang), counts.sentences, counts.words, counts.syllables,
	       readability_ease(&counts), readability_grade(&counts));
	return 0;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(syllables_are_counted),
		cmocka_unit_test(sentences_are_counted),
		cmocka_unit_test(figures_follow_the_formulas),
	};

	if (argc == 3)
		return measure(strcmp(argv[1], "fr") ? LANG_EN : LANG_FR, argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
