/*
 * The first layer of a page: who, why, rights, whom to ask, the version; and how the page
 * shows it, with what opens on demand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "render/render.h"
#include "tests/unit/doc_fixture.h"

/* What the dump says between two places. */
static size_t count_in_brief(const struct built *b, const char *needle)
{
	struct str dump = buf_str(&b->dump);
	size_t start = str_find(dump, "section #brief", 0), end = str_find(dump, "contents", start), n = 0;

	for (size_t at = str_find(dump, needle, start); at < end; at = str_find(dump, needle, at + 1))
		n++;
	return n;
}

static void test_who_why_rights_whom(void **state)
{
	struct built b;

	(void)state;
	build(&b, "controller c { name \"Café\"; email \"c@x.fr\" }\n"
		  "purpose p { label \"Letters\"; basis consent }");
	make(&b, &english);
	assert_int_equal(count_in_brief(&b, "reference -> controller-c"), 1);
	assert_int_equal(count_in_brief(&b, "reference -> purpose-p"), 1);
	assert_int_equal(count_in_brief(&b, "reference -> right-access"), 1);
	assert_int_equal(count_in_brief(&b, "reference -> right-withdraw-consent"), 1);
	assert_int_equal(count_in_brief(&b, "reference -> right-objection"), 0);
	assert_int_equal(count_in_brief(&b, "link -> mailto:c@x.fr"), 1);
	assert_int_equal(count_in_brief(&b, "reference -> complaint"), 1);
	assert_int_equal(count_in_brief(&b, "\"section\u00A04\""), 1);
	release(&b);
}

static void test_whom_prefers(void **state)
{
	struct built b;

	(void)state;
	build(&b, "controller c { name \"C\"; email \"c@x.fr\" }\ndpo { phone \"+33240000000\" }");
	make(&b, &english);
	assert_int_equal(count_in_brief(&b, "link -> tel:+33240000000"), 1);
	assert_int_equal(count_in_brief(&b, "mailto:c@x.fr"), 0);
	release(&b);
	build(&b, "dpo { phone \"+33240000000\" }\nrights { form https://x.fr/rights }");
	make(&b, &english);
	assert_int_equal(count_in_brief(&b, "link -> https://x.fr/rights"), 1);
	assert_int_equal(count_in_brief(&b, "tel:"), 0);
	release(&b);
}

static void build_purposes(struct built *b, size_t n)
{
	struct buf text = BUF_INIT;

	buf_add_text(&text, "");
	for (size_t i = 0; i < n; i++)
		buf_add_format(&text, "purpose p%zu { label \"P%zu\" }\n", i, i);
	buf_add_text(&text, "purpose later { label todo \"its name\" }\n");
	build(b, text.s);
	make(b, &english);
	buf_release(&text);
}

/* Six purposes and no more; one that has no title yet is none of them. */
static void test_many_purposes(void **state)
{
	struct built b;

	(void)state;
	build_purposes(&b, 6);
	assert_int_equal(count_in_brief(&b, "reference -> purpose-p"), 6);
	assert_int_equal(count_in_brief(&b, "other purposes"), 0);
	release(&b);
	build_purposes(&b, 12);
	assert_int_equal(count_in_brief(&b, "reference -> purpose-p"), 5);
	assert_int_equal(count_in_brief(&b, "and 7 other purposes"), 1);
	assert_int_equal(count_in_brief(&b, "purpose-later"), 0);
	release(&b);
}

/* Rights that the policy lists are those, and lead to no place of their own. */
static void test_claimed_rights(void **state)
{
	struct built b;

	(void)state;
	build(&b, "purpose p { label \"P\"; basis consent }\nrights { granted access, erasure }");
	make(&b, &english);
	assert_int_equal(count_in_brief(&b, "reference -> right-"), 0);
	assert_int_equal(count_in_brief(&b, "you can access them and have them erased."), 1);
	assert_int_equal(count_in_brief(&b, "reference -> rights"), 1);
	release(&b);
}

static void test_processor(void **state)
{
	struct buf text = BUF_INIT;
	struct built b;

	(void)state;
	buf_add_text(&text, "polc 1 en\npolicy t { label \"T\"; languages en; kind processor }\n"
			    "controller c { name \"C\"; email \"c@x.fr\" }\n");
	build_text(&b, text);
	make(&b, &english);
	assert_int_equal(count_in_brief(&b, "\"Who we are\""), 1);
	assert_int_equal(count_in_brief(&b, "\"Your rights\""), 0);
	assert_int_equal(count_in_brief(&b, "mailto:c@x.fr"), 1);
	release(&b);
}

static void test_version(void **state)
{
	struct built b;

	(void)state;
	build(&b, "changes {\n  revision 2025-01-01 { summary \"First.\"; version \"1\" }\n"
		  "  revision 2026-03-01 { summary \"Second.\"; version \"2\"; page https://x.fr/2 }\n"
		  "  revision 2026-05-01 { kind minor }\n}");
	make(&b, &english);
	assert_int_equal(count_in_brief(&b, "March 2026: Second. All changes: "), 1);
	assert_int_equal(count(&b, "link -> https://x.fr/2"), 1);
	assert_int_equal(count(&b, "\"Version 2\""), 1);
	release(&b);
}

static size_t count_html(const struct buf *html, const char *needle)
{
	size_t n = 0;

	for (size_t at = str_find(buf_str(html), needle, 0); at < html->n;
	     at = str_find(buf_str(html), needle, at + 1))
		n++;
	return n;
}

/* What opens is the place of the term, so that a link to it opens it. */
static void test_page(void **state)
{
	struct render_options options = { .xml = NULL };
	struct buf html = BUF_INIT;
	struct built b;

	(void)state;
	build(&b,
	      "controller c { name \"C\" }\n"
	      "purpose p { label \"P\"; basis legal-obligation { statute \"code civil, art. 1 : « x »\" } }");
	make(&b, &english);
	render_html(&html, b.doc, &options);
	assert_int_equal(count_html(&html, "<section id=\"brief\" class=\"brief\""), 1);
	assert_int_equal(count_html(&html, "<details>\n<summary>Right of access</summary>\n<div "
					   "id=\"right-access\">"),
			 1);
	assert_int_equal(count_html(&html, "<a href=\"#right-access\">"), 1);
	assert_int_equal(count_html(&html, "<details>\n<summary>Contents</summary>\n<ol>"), 1);
	assert_int_equal(count_html(&html, "data-title=\"T\""), 1);
	assert_int_equal(count_html(&html, "<span lang=\"fr\">code civil, art.\xC2\xA0"
					   "1\xC2\xA0: «\xC2\xA0x\xC2\xA0»</span>"),
			 1);
	buf_release(&html);
	release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_who_why_rights_whom),
		cmocka_unit_test(test_whom_prefers),
		cmocka_unit_test(test_many_purposes),
		cmocka_unit_test(test_claimed_rights),
		cmocka_unit_test(test_processor),
		cmocka_unit_test(test_version),
		cmocka_unit_test(test_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
