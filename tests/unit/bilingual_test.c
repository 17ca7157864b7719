/*
 * BIL-NUM and BIL-CONTACT: pairs of texts that say the same in both languages, and pairs
 * that do not. Each pair is compiled as the body of a section; the finding's region, cut
 * out of the source, is what one language says alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "driver/driver.h"

static const struct pair {
	const char *fr, *en;
	const char *alone; /* what the English says alone, else the French; NULL: nothing */
} amounts[] = {
	{ "Nous les gardons 3 ans.", "We keep them for 3 years.", NULL },
	{ "Nous les gardons trois ans.", "We keep them for thirty-six months.", NULL },
	{ "pendant trente-six mois", "for P3Y", NULL },
	{ "pendant P36M", "for three (3) years", NULL },
	{ "sous quarante-huit (48) heures", "within two days", NULL },
	{ "quatre-vingt-dix-neuf jours", "99 days", NULL },
	{ "soixante et onze jours", "seventy-one days", NULL },
	{ "quatre-vingts jours", "eighty days", NULL },
	{ "cent vingt jours", "one hundred and twenty days", NULL },
	{ "un an après l'achat", "a year after the purchase", NULL },
	{ "deux fois par an", "twice a year", NULL },
	{ "les deux parties", "both parties", NULL },
	{ "une semaine", "7 days", NULL },
	{ "un délai de 13 mois", "a 13-month period", NULL },
	{ "30 jours ouvrés", "30 working days", NULL },
	{ "un mineur de moins de 15 ans", "a child under 15", NULL },
	{ "depuis le 16/07/2020", "since 16 July 2020", NULL },
	{ "depuis le 16 juillet 2020", "since July 16, 2020", NULL },
	{ "le 1er janvier 2021", "on 1 January 2021", NULL },
	{ "le 1er janvier 2021", "on the 1st of January, 2021", NULL },
	{ "le 31 décembre", "on 31 December", NULL },
	{ "le 31.12.2021", "on 2021-12-31", NULL },
	{ "en mars 2022", "in March 2022", NULL },
	{ "le 05/07/2020", "on 5 July 2020", NULL },
	{ "le 25/12/2020", "on 12/25/2020", NULL },
	{ "une amende de 1 500,50 euros", "a fine of EUR 1,500.50", NULL },
	{ "20 000 000 d'euros", "20 million euros", NULL },
	{ "plus de 1\u202F000 personnes", "over 1,000 people", NULL },
	{ "50 % des cas", "50% of cases", NULL },
	{ "RCS Tours 532 321 916", "Tours register 532 321 916", NULL },
	{ "l'article 13, § 1, point a), du RGPD", "Article 13(1)(a) of the GDPR", NULL },
	{ "l'article L. 123-22 du code de commerce", "Article L123-22 of the Commercial Code", NULL },
	{ "l'article 1er de la loi n° 78-17", "Article 1 of Act No 78-17", NULL },
	{ "le règlement (UE) 2016/679", "Regulation (EU) 2016/679", NULL },
	{ "la directive 95/46/CE", "Directive 95/46/EC", NULL },
	{ "le premier alinéa", "the first paragraph", NULL },
	{ "au 2e étage", "on the second floor", NULL },
	{ "de 9 h à 18 h", "from 9 a.m. to 6 p.m.", NULL },
	{ "à 9h30", "at 9:30", NULL },
	{ "24h/24 et 7j/7", "24/7", NULL },
	{ "nos 2 principes", "our two principles", NULL },
	{ "entre 2 et 3 ans", "between 2 and 3 years", NULL },
	{ "1. Un point\n2. Un autre", "- A point\n- Another one", NULL },
	{ "une norme B2B et la version 2.1", "a B2B standard, in version 2.1", NULL },
	{ "Elle peut durer.", "It may last.", NULL },
	{ "voir {renvoi section s}", "see {ref section s}", NULL },
	{ "pendant 3 ans", "for 5 years", "5 years" },
	{ "pendant 3 ans", "for 3 months", "3 months" },
	{ "pendant trois ans", "for as long as you wish", "trois ans" },
	{ "depuis le 16 juillet 2020", "since 17 July 2020", "17 July 2020" },
	{ "1 500 euros", "15,000 euros", "15,000" },
	{ "en vertu de l'article 82", "under Article 32", "32" },
	{ "13 mois, puis 6 mois", "13 months", "6 mois" },
	{ "deux semaines", "fifteen days", "fifteen days" },
	{ "sous un mois", "within two months", "two months" },
}, contacts[] = {
	{ "écrire à dpo@exemple.fr.", "write to DPO@exemple.fr, please", NULL },
	{ "au 04 77 42 02 74", "on +33 4 77 42 02 74", NULL },
	{ "au 04.77.42.02.74", "on +33 (0)4 77 42 02 74", NULL },
	{ "Tél. 04 77 42 02 74 - 42000 Saint-Étienne", "Tel. 0033 4 77 42 02 74, 42000 Saint-Étienne", NULL },
	{ "[la page](https://www.example.com/fr/aide)", "[the page](http://example.com/en/aide/)", NULL },
	{ "<https://fr.example.org/a?hl=fr>", "<https://en.example.org/a?hl=en>", NULL },
	{ "voir https://example.fr.", "see https://example.fr", NULL },
	{ "[écrire](mailto:a@b.fr)", "write to a@b.fr", NULL },
	{ "a@b.fr ou encore a@b.fr", "a@b.fr", NULL },
	{ "écrire à dpo@exemple.fr", "write to dpo@example.com", "dpo@example.com" },
	{ "au 04 77 42 02 74", "on 04 77 42 02 75", "04 77 42 02 75" },
	{ "voir https://example.com/fr/a", "see https://example.com/en/b", "https://example.com/en/b" },
	{ "voir https://example.com/", "see our site", "https://example.com/" },
};

static struct compilation compilation;

static int set_up(void **state)
{
	(void)state;
	compilation_init(&compilation);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	compilation_release(&compilation);
	return 0;
}

/* The region of the finding of the code, cut out of the source; NULL: there is none. */
static const char *region(const struct pair *pair, const char *id)
{
	static const struct compile_options options = { .as_of = { 2026, 11, 21 }, .until = STAGE_RULES };
	struct compile_path path = { .path = STR("pair.policy"), .root = STR(".") };
	struct buf source = BUF_INIT;
	const char *found = NULL;

	buf_add_format(&source,
		       "polc 1 en\npolicy p { languages fr, en; law FR }\nsection s {\n body {\n"
		       "fr \"\"\"\n%s\n\"\"\"\nen \"\"\"\n%s\n\"\"\"\n }\n}\n",
		       pair->fr, pair->en);
	compilation_run_bytes(&compilation, &path, buf_str(&source), &options);
	buf_release(&source);
	for (size_t i = 0; i < compilation.findings.list.n; i++) {
		const struct diag *diag = compilation.findings.list.v[i];

		if (!strcmp(diag->code->id, id))
			found = str_copy(compilation.arena, sources_text(&compilation.sources, diag->span)).s;
	}
	return found;
}

static void compare(const struct pair *pairs, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++) {
		const char *found = region(&pairs[i], id);

		if (!found != !pairs[i].alone || (found && strcmp(found, pairs[i].alone) != 0))
			fail_msg("'%s' and '%s': '%s', not '%s'", pairs[i].fr, pairs[i].en,
				 found ? found : "nothing", pairs[i].alone ? pairs[i].alone : "nothing");
	}
}

static void test_amounts(void **state)
{
	(void)state;
	compare(amounts, sizeof(amounts) / sizeof(amounts[0]), "BIL-NUM");
}

static void test_contacts(void **state)
{
	(void)state;
	compare(contacts, sizeof(contacts) / sizeof(contacts[0]), "BIL-CONTACT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_contacts),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
