/*
 * Facts as documents write them: what is said once for all, names and titles, lists,
 * durations within sentences, transfers of a processor, the right that marketing opens.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/doc_fixture.h"

/* --- facts that are said once for all --- */

static void test_defaults(void **state)
{
	struct built b;

	(void)state;
	build(&b,
	      "data d { label \"D\"; default yes }\ndata e { label \"E\" }\n"
	      "purpose p { label \"P\"; basis consent }\npurpose q { label \"Q\"; data e; basis consent }\n"
	      "recipient r { label \"R\"; default yes }");
	make(&b, &english);
	assert_int_equal(count(&b, "reference -> data-d"), 1);
	assert_int_equal(count(&b, "reference -> data-e"), 1);
	assert_int_equal(count(&b, "\"All purposes\""), 1);
	release(&b);
}

/* A name that says no more than the label is not said again. */
static void test_recipient_names(void **state)
{
	struct built b;

	(void)state;
	build(&b, "recipient a { label \"Big Analytics\"; name \"Big\" }\n"
		  "recipient b { label \"Post\"; name \"Post Ltd\" }\n"
		  "recipient c { label \"Host\"; name \"Cloud\" }");
	make(&b, &english);
	assert_int_equal(count(&b, "text \"Big Analytics\""), 1);
	assert_int_equal(count(&b, "text \"Big\""), 0);
	assert_int_equal(count(&b, "text \"Post Ltd\""), 1);
	assert_int_equal(count(&b, "text \"Post\""), 0);
	assert_int_equal(count(&b, "text \"Host\""), 1);
	assert_int_equal(count(&b, "text \"Cloud\""), 1);
	release(&b);
}

#define TWO_PEOPLE "people k { label \"Kin\" }\npeople m { label \"Members\" }\n"

static void test_titles_in_sentences(void **state)
{
	(void)state;
	assert_page(TWO_PEOPLE "purpose p { label \"P\"; basis contract { covers k, m } }",
		    "This basis covers: \xE2\x80\x9CKin\xE2\x80\x9D and \xE2\x80\x9CMembers\xE2\x80\x9D.");
	assert_page(TWO_PEOPLE "purpose p { label \"P\"; basis contract { covers k } }", "covers: Kin.");
	assert_page(TWO_PEOPLE "agreement a { label \"A\"; people k, m }",
		    "meaning\n              list\n                item\n                  paragraph\n"
		    "                    text \"Kin\"");
}

static void test_processor_transfers(void **state)
{
	(void)state;
	assert_page("processor-role r { label \"R\"; transfer CH { label \"post\"; safeguard adequacy } }",
		    "\"Switzerland: post. An adequacy decision");
	assert_page("processor-role r { label \"R\"; transfer CH { label \"post\" } }",
		    "\"Switzerland: post.\"");
	assert_page("processor-role r { label \"R\"; transfer CH }", "\"Switzerland\"");
}

static void test_durations_in_sentences(void **state)
{
	static const char *const policy =
			"polc 1 fr\npolitique t { intitulé \"T\"; langues fr; droit FR }\n"
			"droits { réponse 1 mois }\ntraceurs { durée 1 an; mémoriser 6 mois }";
	struct doc_options french = { .lang = LANG_FR };
	struct buf text = BUF_INIT;
	struct built b;

	(void)state;
	buf_add_text(&text, policy);
	build_text(&b, text);
	make(&b, &french);
	assert_int_equal(count(&b, "au plus tard un\xC2\xA0mois après"), 1);
	assert_int_equal(count(&b, "est d’un\xC2\xA0"
				   "an."),
			 1);
	assert_int_equal(count(&b, "pendant 6\xC2\xA0mois."), 1);
	release(&b);
	assert_page("rights { response 1 month }", "within one\xC2\xA0month of");
}

/* Art. 21(2): marketing as the purpose says, else as its types say. */
static void test_marketing(void **state)
{
	struct built b;

	(void)state;
	build(&b, "purpose p { label \"P\"; types newsletter; marketing no; basis public-task }");
	make(&b, &english);
	assert_int_equal(count(&b, "term #right-objection-marketing"), 0);
	release(&b);
	assert_page("purpose p { label \"P\"; types newsletter; basis public-task }",
		    "term #right-objection-marketing");
	assert_page("purpose p { label \"P\"; marketing yes; basis consent }",
		    "term #right-objection-marketing");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_recipient_names),
		cmocka_unit_test(test_titles_in_sentences),
		cmocka_unit_test(test_processor_transfers),
		cmocka_unit_test(test_durations_in_sentences),
		cmocka_unit_test(test_marketing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
