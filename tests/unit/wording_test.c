/*
 * WP260-VAGUE, LAW-STALE and TERM-LEGAL: where they point, whatever the file's encoding,
 * line ends, escapes and margins; what they pass over; on which day; and what happens to
 * a text that no pattern gets to the end of.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "driver/driver.h"

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

/* The first finding of the code in a policy of those bytes, on a day; NULL: none. */
static const struct diag *find(struct str bytes, const char *id, struct date as_of)
{
	struct compile_options options = { .as_of = as_of, .until = STAGE_RULES };
	struct compile_path path = { .path = STR("wording.policy"), .root = STR(".") };

	compilation_run_bytes(&compilation, &path, bytes, &options);
	for (size_t i = 0; i < compilation.findings.list.n; i++) {
		if (!strcmp(compilation.findings.list.v[i]->code->id, id))
			return compilation.findings.list.v[i];
	}
	return NULL;
}

#define TODAY  ((struct date) { 2026, 11, 21 })
#define HEADER "polc 1 en\npolicy p { languages en; law FR }\n"
#define ENTETE "polc 1 fr\npolitique p { langues fr; droit FR }\n"

static const struct place {
	const char *bytes, *id;
	const char *said; /* the region, cut out of the decoded source; NULL: no finding */
} places[] = {
	{ HEADER "purpose q { detail \"He said \\\"we may share\\\" it.\" }", "WP260-VAGUE", "may" },
	{ HEADER "purpose q { detail \"\"\"\n      We keep it.\n\n      Often, we share it.\n      \"\"\" }",
	  "WP260-VAGUE", "Often" },
	{ HEADER "purpose q {\r\n detail \"\"\"\r\n\twe keep it;\r\n\tit is shared from time\r\n\tto "
		 "time.\r\n\t\"\"\"\r\n}",
	  "WP260-VAGUE", "from time\r\n\tto time" },
	{ ENTETE "finalité q { détail \"Vos données sont transmises d’une manière générale.\" }",
	  "WP260-VAGUE", "d’une manière générale" },
	{ ENTETE "finalit\xE9 q { d\xE9tail \"Elles sont \xE9ventuellement transmises.\" }", "WP260-VAGUE",
	  "éventuellement" },
	{ HEADER "purpose q { detail \"You may object.\" }", "WP260-VAGUE", NULL },
	{ HEADER "purpose q { detail \"Users of the site may object at once.\" }", "WP260-VAGUE", NULL },
	{ HEADER "purpose q { detail \"If you agree, we may share it.\" }", "WP260-VAGUE", "may" },
	{ HEADER "purpose q { detail \"We may not share it.\" }", "WP260-VAGUE", NULL },
	{ HEADER "purpose q { detail \"Since 25 May 2018 and until May 2020.\" }", "WP260-VAGUE", NULL },
	{ HEADER "purpose q { detail \"We answer as soon as possible.\" }", "WP260-VAGUE", NULL },
	{ HEADER "section q { body \"We may share it.\" }", "WP260-VAGUE", NULL },
	{ ENTETE "finalité q { détail \"Vous pouvez refuser ; l'utilisateur peut choisir.\" }", "WP260-VAGUE",
	  NULL },
	{ ENTETE "finalité q { détail \"Elles ne peuvent être vendues.\" }", "WP260-VAGUE", NULL },
	{ ENTETE "finalité q { détail \"Vos données peuvent être vendues.\" }", "WP260-VAGUE", "peuvent" },
	{ ENTETE "section q { texte \"Selon la directive 95/46/CE, adoptée en 1995.\" }", "LAW-STALE",
	  "directive 95/46/CE" },
	{ ENTETE "section q { texte \"\"\"\n   Selon l’article 32 II de la\n   loi Informatique et\n   "
		 "Libertés.\n   \"\"\" }",
	  "LAW-STALE", "article 32 II de la\n   loi Informatique et\n   Libertés" },
	{ ENTETE "section q { texte \"L'article 32 du RGPD et la loi 78-17 imposent la sécurité.\" }",
	  "LAW-STALE", NULL },
	{ ENTETE "section q { texte \"Une violation se notifie à la CNIL.\" }", "LAW-STALE", NULL },
	{ ENTETE "section q { texte \"Un clin d'œil : un cil dans l'œil.\" }", "LAW-STALE", NULL },
	{ HEADER "purpose q { basis legal-obligation { statute \"Directive 95/46/EC, Art. 7\" } }",
	  "LAW-STALE", "\"Directive 95/46/EC, Art. 7\"" },
	{ ENTETE "section q { texte \"Le droit de\\\\ refus et le droit de refus.\" }", "TERM-LEGAL",
	  "droit de refus" },
	{ HEADER "section q { body \"You may oppose processing (RGPD).\" }", "TERM-LEGAL",
	  "oppose processing" },
	{ ENTETE "section q { texte \"Un recours juridictionnel reste possible.\" }", "TERM-LEGAL", NULL },
};

static void test_places(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		const struct diag *diag = find(str_of(places[i].bytes), places[i].id, TODAY);
		struct str said = diag ? sources_text(&compilation.sources, diag->span) : STR("nothing");

		if (!str_is(said, places[i].said ? places[i].said : "nothing"))
			fail_msg("%s: '%.*s' in '%s'", places[i].id, STR_ARGS(said), places[i].bytes);
	}
}

static void test_days(void **state)
{
	static const struct {
		const char *text;
		struct date before, from;
	} days[] = {
		{ "Bloctel", { 2026, 8, 10 }, { 2026, 8, 11 } },
		{ "norme simplifiée NS-48", { 2018, 5, 24 }, { 2018, 5, 25 } },
		{ "décret n° 2005-1309", { 2019, 5, 31 }, { 2019, 6, 1 } },
		{ "le règlement ePrivacy", { 2025, 2, 10 }, { 2025, 2, 11 } },
		{ "Google+", { 2019, 4, 1 }, { 2019, 4, 2 } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		struct buf source = BUF_INIT;

		buf_add_format(&source, ENTETE "section q { texte \"Selon %s, donc.\" }", days[i].text);
		assert_null(find(buf_str(&source), "LAW-STALE", days[i].before));
		assert_non_null(find(buf_str(&source), "LAW-STALE", days[i].from));
		buf_release(&source);
	}
}

/* One finding a reference, its other declarations beside it. */
static void test_once(void **state)
{
	struct str source = STR(ENTETE "section a { texte \"Le G29, et encore le G29.\" }\n"
				       "section b { texte \"Toujours le G29.\" }");
	const struct diag *diag = find(source, "LAW-STALE", TODAY);
	size_t n = 0;

	(void)state;
	assert_non_null(diag);
	assert_int_equal(diag->labels.n, 1);
	for (size_t i = 0; i < compilation.findings.list.n; i++)
		n += !strcmp(compilation.findings.list.v[i]->code->id, "LAW-STALE");
	assert_int_equal(n, 1);
}

/* A text on which a pattern would never end is reported, once. */
static void test_limit(void **state)
{
	struct buf source = BUF_INIT;
	const struct diag *diag;

	(void)state;
	buf_add_text(&source, HEADER "section q { body \"");
	buf_add_repeat(&source, ' ', 300000);
	buf_add_text(&source, "[x\" }");
	diag = find(buf_str(&source), "TEXT-UNREAD", TODAY);
	assert_non_null(diag);
	assert_int_equal(sources_text(&compilation.sources, diag->span).n, 300004);
	buf_release(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_once),
		cmocka_unit_test(test_limit),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
