/*
 * The lexicons of claims that a policy cannot keep: anonymity, absolute security, changes
 * left for people to find, sources that are none. What matches, and what must not.
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
	const char *text;
};

static const struct sample found[] = {
	{ LEXICON_IDENTIFIER, LANG_FR, "Adresse IP de connexion" },
	{ LEXICON_IDENTIFIER, LANG_FR, "Numéro d'identifiant attribué à chacun" },
	{ LEXICON_IDENTIFIER, LANG_FR, "Numéro de visiteur" },
	{ LEXICON_IDENTIFIER, LANG_FR, "Mot de passe" },
	{ LEXICON_IDENTIFIER, LANG_FR, "Localisation précise de l'appareil" },
	{ LEXICON_IDENTIFIER, LANG_FR, "Nom" },
	{ LEXICON_IDENTIFIER, LANG_EN, "IP address" },
	{ LEXICON_IDENTIFIER, LANG_EN, "Identification number given automatically" },
	{ LEXICON_IDENTIFIER, LANG_EN, "Device ID and cookie identifier" },
	{ LEXICON_IDENTIFIER, LANG_EN, "Hashed e-mail address" },
	{ LEXICON_GENERIC_SOURCE, LANG_FR, "nos partenaires" },
	{ LEXICON_GENERIC_SOURCE, LANG_FR, "Des partenaires commerciaux et des tiers" },
	{ LEXICON_GENERIC_SOURCE, LANG_FR, "auprès de nos partenaires" },
	{ LEXICON_GENERIC_SOURCE, LANG_EN, "our trusted partners" },
	{ LEXICON_GENERIC_SOURCE, LANG_EN, "Third parties" },
	{ LEXICON_GENERIC_SOURCE, LANG_EN, "partners and other third-party sources" },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Un site sécurisé à 100 % pour vos achats" },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Nous vous assurons une sécurité totale." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Ces mesures garantissent la sécurité de vos données." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Vous ne courez aucun risque en commandant ici." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Rien n'est vendu. La sécurité absolue est assurée." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_EN, "Our servers are completely secure, day and night." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_EN, "There is no risk in ordering from us." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_EN, "We guarantee the security of your data." },
	{ LEXICON_UNANNOUNCED, LANG_FR, "Cette politique peut être modifiée à tout moment." },
	{ LEXICON_UNANNOUNCED, LANG_FR, "Nous vous invitons à consulter cette page régulièrement." },
	{ LEXICON_UNANNOUNCED, LANG_FR, "Elle évolue sans préavis selon nos besoins." },
	{ LEXICON_UNANNOUNCED, LANG_EN, "Please check back\nregularly for changes." },
	{ LEXICON_UNANNOUNCED, LANG_EN, "We may change it without prior notice." },
};

static const struct sample not_found[] = {
	{ LEXICON_IDENTIFIER, LANG_FR, "Pages vues, type d'appareil et heure de la visite" },
	{ LEXICON_IDENTIFIER, LANG_FR, "Adresse IP tronquée avant tout enregistrement" },
	{ LEXICON_IDENTIFIER, LANG_FR, "Données non identifiantes" },
	{ LEXICON_IDENTIFIER, LANG_EN, "Truncated IP address" },
	{ LEXICON_IDENTIFIER, LANG_EN, "Number of pages viewed and browser version" },
	{ LEXICON_GENERIC_SOURCE, LANG_FR, "nos partenaires hôteliers" },
	{ LEXICON_GENERIC_SOURCE, LANG_FR, "le registre national des entreprises" },
	{ LEXICON_GENERIC_SOURCE, LANG_EN, "travel agencies where you book" },
	{ LEXICON_GENERIC_SOURCE, LANG_EN, "Example Data Ltd" },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Aucun système n'est sécurisé à 100 %." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Nous ne pouvons garantir une sécurité absolue." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_FR, "Des mesures adaptées au risque sont prises." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_EN, "No website is completely secure, and ours is none." },
	{ LEXICON_ABSOLUTE_SECURITY, LANG_EN, "We can't promise absolute security to anyone." },
	{ LEXICON_UNANNOUNCED, LANG_FR, "Une modification entre en vigueur 30 jours après son annonce." },
	{ LEXICON_UNANNOUNCED, LANG_EN, "A change takes effect 30 days after we announce it." },
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

static void test_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++) {
		if (!lexicon_find(&run, found[i].lexicon, str_of(found[i].text), found[i].lang, NULL))
			fail_msg("no match: %s", found[i].text);
	}
}

static void test_not_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(not_found) / sizeof(not_found[0]); i++) {
		if (lexicon_find(&run, not_found[i].lexicon, str_of(not_found[i].text), not_found[i].lang,
				 NULL))
			fail_msg("match: %s", not_found[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),
		cmocka_unit_test(test_not_found),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
