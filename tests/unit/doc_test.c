/*
 * Documents: the same skeleton in both languages, sections in order, references,
 * links, Markdown, tables without empty columns, and each gap of a draft once, in its place.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/doc_fixture.h"

/* --- skeleton --- */

static void read_file(struct buf *out, const char *name)
{
	char path[256];
	const char *here = __FILE__;
	size_t n = strlen(here) - strlen("unit/doc_test.c");

	memcpy(path, here, n);
	memcpy(path + n, name, strlen(name) + 1);
	assert_int_equal(file_read(path, 0, out), 0);
}

/* Everything but the words: kinds, flags, numbers, ids; where references lead. */
static void add_skeleton(struct buf *out, const struct doc *doc)
{
	struct doc_walk walk;
	enum doc_event event;

	doc_walk_init(&walk, doc->root);
	while ((event = doc_walk_next(&walk)) != DOC_DONE) {
		const struct doc_node *node = walk.node;

		if (node->kind == DOC_TEXT)
			continue;
		buf_add_format(out, "%s%d %d %.*s %.*s", event == DOC_ENTER ? "+" : "-", (int)node->kind,
			       node->flag, STR_ARGS(node->number), STR_ARGS(node->id));
		if (node->kind == DOC_REFERENCE || node->kind == DOC_LINK)
			buf_add_str(out, node->href);
		buf_add_char(out, '\n');
	}
}

static void assert_same_skeleton(const char *name)
{
	struct doc_options french = { .lang = LANG_FR };
	struct buf text = BUF_INIT, fr = BUF_INIT, en = BUF_INIT;
	struct built b;

	read_file(&text, name);
	build_text(&b, text);
	make(&b, &french);
	add_skeleton(&fr, b.doc);
	make(&b, &english);
	add_skeleton(&en, b.doc);
	assert_string_equal(fr.s, en.s);
	release(&b);
	buf_release(&fr);
	buf_release(&en);
}

static void test_skeleton(void **state)
{
	(void)state;
	assert_same_skeleton("render/everything.policy");
	assert_same_skeleton("render/claimed-rights.policy");
	assert_same_skeleton("render/processor.policy");
	assert_same_skeleton("render/draft.policy");
}

/* Every typed value of a policy stands on the page of each language. */
static void test_values(void **state)
{
	static const char *const fr[] = { "1er\xC2\xA0mars 2026",
					  "5\xC2\xA0octobre 2026",
					  "États-Unis",
					  "Irlande",
					  "Canada",
					  "3\xC2\xA0"
					  "ans après le dernier cours",
					  "10\xC2\xA0"
					  "ans",
					  "25\xC2\xA0mois",
					  "mailto:dpo@atelier.example",
					  "tel:+33240000000",
					  "6\xC2\xA0mois" };
	static const char *const en[] = { "1\xC2\xA0March 2026",
					  "5\xC2\xA0October 2026",
					  "United States",
					  "Ireland",
					  "Canada",
					  "3\xC2\xA0years after the last lesson",
					  "10\xC2\xA0years",
					  "25\xC2\xA0months",
					  "mailto:dpo@atelier.example",
					  "tel:+33240000000",
					  "6\xC2\xA0months" };
	struct doc_options french = { .lang = LANG_FR };
	struct buf text = BUF_INIT;
	struct built b;

	(void)state;
	read_file(&text, "render/everything.policy");
	build_text(&b, text);
	make(&b, &french);
	for (size_t i = 0; i < sizeof(fr) / sizeof(fr[0]); i++)
		assert_true(count(&b, fr[i]) > 0);
	make(&b, &english);
	for (size_t i = 0; i < sizeof(en) / sizeof(en[0]); i++)
		assert_true(count(&b, en[i]) > 0);
	release(&b);
}

/* --- order and references --- */

static void add_headings(struct buf *out, const struct doc *doc)
{
	for (const struct doc_node *node = doc->root->first; node; node = node->next)
		if (node->kind == DOC_SECTION && !node->flag)
			buf_add_format(out, "%.*s ", STR_ARGS(node->id));
}

static void assert_order(const char *declarations, const char *expected)
{
	struct buf ids = BUF_INIT;
	struct built b;

	build(&b, declarations);
	make(&b, &english);
	add_headings(&ids, b.doc);
	assert_string_equal(ids.s, expected);
	buf_release(&ids);
	release(&b);
}

#define OWN(id, after) "section " id " { label \"" id "\"; body \"x\"" after " }\n"

static void test_own_sections(void **state)
{
	(void)state;
	assert_order(OWN("a", "; after b") OWN("b", "; after scope") OWN("c", "; after scope") OWN("d", ""),
		     "scope section-b section-a section-c rights complaint section-d ");
	assert_order(OWN("a", "; after b") OWN("b", "; after a") OWN("c", "; after b") OWN("d", "; after c"),
		     "scope rights complaint section-a section-b section-c section-d ");
	assert_order(OWN("a", "; after a") OWN("b", "; after a"),
		     "scope rights complaint section-a section-b ");
	assert_order(OWN("a", "; after data"), "scope section-a rights complaint ");
}

static void test_references(void **state)
{
	(void)state;
	assert_page(OWN("a", "") "section b { label \"B\"; body \"see {ref a}\" }", "reference -> section-a");
	assert_page("section b { label \"B\"; body \"see {ref rights}.\" }", "text \"section\u00A02\"");
	assert_page("section b { label \"B\"; body \"see {ref trackers}.\" }",
		    "text \"Cookies and other trackers\"");
	assert_page("purpose p { label \"P\" }\nsection b { label \"B\"; body \"see {ref purpose p}\" }",
		    "reference -> purpose-p");
	assert_page("section b { label \"B\"; body \"a {brace} stays\" }", "text \"a {brace} stays\"");
}

static void test_links(void **state)
{
	(void)state;
	assert_page("controller c { name \"C\"; phone \"04 77 42 02 74\" }", "link -> tel:+33477420274");
	assert_page("controller c { name \"C\"; phone \"+33 (0)4 77 42 02 74\" }",
		    "link -> tel:+33477420274");
	assert_page("controller c { name \"C\"; email a@b.fr }", "link -> mailto:a@b.fr");
	assert_page("recipient r { label \"R\"; site https://www.x.fr/ }", "text \"www.x.fr\"");
}

static void test_empty_columns(void **state)
{
	struct built b;

	(void)state;
	build(&b, "purpose p { label \"P\"; basis consent }");
	make(&b, &english);
	assert_int_equal(count(&b, "row #purpose-p"), 1);
	assert_int_equal(count(&b, "\"Legal basis\""), 1);
	assert_int_equal(count(&b, "\"People concerned\""), 0);
	release(&b);
}

/* --- rights --- */

static void test_derived_rights(void **state)
{
	struct built b;
	size_t notice, list;

	(void)state;
	build(&b, "purpose p { label \"P\"; basis legitimate-interests }\npurpose q { label \"Q\"; basis "
		  "consent }");
	make(&b, &english);
	notice = str_find(buf_str(&b.dump), "notice #objection", 0);
	list = str_find(buf_str(&b.dump), "term #right-access", 0);
	assert_true(notice < list && list < b.dump.n);
	assert_int_equal(count(&b, "term #right-objection"), 1);
	assert_int_equal(count(&b, "term #right-withdraw-consent"), 1);
	assert_int_equal(count(&b, "term #right-human-decision"), 0);
	assert_int_equal(count(&b, "based on it before then."), 1);
	assert_int_equal(count(&b, "within one month"), 1);
	release(&b);
}

static void test_claimed_rights(void **state)
{
	struct built b;

	(void)state;
	build(&b,
	      "purpose p { label \"P\"; basis legitimate-interests }\nrights { granted access, objection }");
	make(&b, &english);
	assert_int_equal(count(&b, "notice #objection"), 0);
	assert_int_equal(count(&b, "\"Right to object\""), 1);
	assert_int_equal(count(&b, "\"Right to erasure\""), 0);
	assert_int_equal(count(&b, "within one month"), 0);
	assert_int_equal(count(&b, "#complaint"), 0);
	release(&b);
}

/* --- Markdown --- */

static void test_markdown(void **state)
{
	struct built b;

	(void)state;
	build(&b, "section m { label \"M\"; body \"\"\"\n  # A\n\n  one *two* **three** `four`\n  five\n\n"
		  "  ## B\n\n  1. x\n\n  > quoted\n\n  # C\n\n  ![alt](https://x.fr/i.png) <b>bold</b>\n  "
		  "\"\"\" }");
	make(&b, &english);
	assert_int_equal(count(&b, "section 4.1 #section-m:1"), 1);
	assert_int_equal(count(&b, "section 4.1.1 #section-m:2"), 1);
	assert_int_equal(count(&b, "section 4.2 #section-m:3"), 1);
	assert_int_equal(count(&b, "emphasis"), 1);
	assert_int_equal(count(&b, "code \"four\""), 1);
	assert_int_equal(count(&b, "quote\n"), 1);
	assert_int_equal(count(&b, "<b>"), 0);
	assert_int_equal(count(&b, "\"alt"), 1);
	release(&b);
}

/* The finding's code and the text that it points at, in order. */
static void assert_refused(const char *body, const char *expected)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct built b;

	buf_add_format(&text, "section m { label \"M\"; body %s }", body);
	build(&b, text.s);
	doc_check_texts(b.model, &b.findings);
	buf_add_text(&out, "");
	for (size_t i = 0; i < b.findings.list.n; i++)
		buf_add_format(&out, "%s %.*s|", b.findings.list.v[i]->code->id,
			       STR_ARGS(sources_text(&b.sources, b.findings.list.v[i]->span)));
	assert_string_equal(out.s ? out.s : "", expected);
	buf_release(&text);
	buf_release(&out);
	release(&b);
}

static void test_refused_markdown(void **state)
{
	(void)state;
	assert_refused("\"a <i>b</i>\"", "DOC-HTML <i>|DOC-HTML </i>|");
	assert_refused("\"a \\\"q\\\" <i>b\"", "DOC-HTML <i>|");
	assert_refused("\"\"\"\n    a\n    - b\n\n      <i>c\n    \"\"\"", "DOC-HTML <i>|");
	assert_refused("\"![a](https://x.fr/i.png)\"", "DOC-IMAGE ![a](https://x.fr/i.png)|");
	assert_refused("\"see [a](javascript:x)\"", "DOC-LINK [a]|");
	assert_refused("\"see [a](x.html)\"", "DOC-LINK [a]|");
	assert_refused("\"[a](https://x.fr), <a@b.fr>, <https://x.fr>, [b](tel:+33400000000)\"", "");
	assert_refused("\"2 < 3, \\\\<i>, `<i>`, [x]\"", "");
}

/* --- drafts --- */

static const struct code rule_on_object = { "T-OBJECT", LEVEL_ERROR, LAW(CITE(GDPR, "13")),
					    WORDS("objet", "object"), WORDS("", "") };
static const struct code rule_on_page = { "T-PAGE", LEVEL_ERROR, LAW(CITE(GDPR, "13")), WORDS("page", "page"),
					  WORDS("", "") };
static const struct code rule_on_section = { "T-SECTION", LEVEL_ERROR, LAW(CITE(GDPR, "13")),
					     WORDS("section", "section"), WORDS("", "") };
static const struct code rule_on_todo = { "DOC-EMPTY", LEVEL_ERROR, LAW(CITE(GDPR, "13")),
					  WORDS("à préciser", "still to be said"), WORDS("", "") };
static const struct code warning = { "T-WARNING", LEVEL_WARNING, LAW(CITE(GDPR, "13")),
				     WORDS("alerte", "warning"), WORDS("", "") };
static const struct code waived = { "T-WAIVED", LEVEL_ERROR, LAW(CITE(GDPR, "13")), WORDS("levé", "waived"),
				    WORDS("", "") };
static const struct code of_language = { "T-LANGUAGE", LEVEL_ERROR, NULL, WORDS("langue", "language"),
					 WORDS("", "") };

static enum word section_of(const struct code *code)
{
	if (code == &rule_on_object)
		return WORD_SECTION_PURPOSES;
	return code == &rule_on_section ? WORD_SECTION_TRACKERS : WORD_NONE;
}

static void test_gaps(void **state)
{
	struct doc_options options = { .lang = LANG_EN, .section_of = section_of };
	const struct object *purpose;
	struct built b;

	(void)state;
	build(&b, "purpose p { label \"P\"; detail todo \"why?\"; basis consent }\npurpose q { label todo "
		  "\"which?\" }");
	purpose = object_object(b.model->root, ROOT_PURPOSE);
	findings_add(&b.findings, &rule_on_object, purpose->keyword)->subject =
			object_object(purpose, PURPOSE_BASIS);
	findings_add(&b.findings, &rule_on_page, NO_SPAN);
	findings_add(&b.findings, &rule_on_section, NO_SPAN);
	findings_add(&b.findings, &rule_on_todo, object_get(purpose, PURPOSE_DETAIL)->span)->subject =
			purpose;
	findings_add(&b.findings, &warning, purpose->keyword)->subject = purpose;
	findings_add(&b.findings, &of_language, purpose->keyword)->subject = purpose;
	findings_waive(&b.findings, findings_add(&b.findings, &waived, purpose->keyword), "because");
	options.gaps = &b.findings;
	make(&b, &options);
	assert_int_equal(count(&b, " gap #"), 4);
	assert_int_equal(count(&b, "gap #T-OBJECT \"object\""), 1);
	assert_int_equal(count(&b, "gap #T-PAGE"), 1);
	assert_int_equal(count(&b, "gap #T-SECTION"), 1);
	assert_int_equal(count(&b, "gap #DOC-EMPTY \"why?\""), 1);
	assert_int_equal(count(&b, "#trackers"), 1);
	assert_true(str_find(buf_str(&b.dump), "#T-PAGE", 0) < str_find(buf_str(&b.dump), "contents", 0));
	assert_true(str_find(buf_str(&b.dump), "row #purpose-p", 0) <
		    str_find(buf_str(&b.dump), "T-OBJECT", 0));
	assert_int_equal(count(&b, "notice #draft"), 1);
	assert_true(b.doc->draft.n > 0);
	make(&b, &english);
	assert_int_equal(count(&b, " gap #"), 0);
	assert_int_equal(b.doc->draft.n, 0);
	release(&b);
}

/* The number of gaps with that identifier behind a place of the dump, before another. */
static size_t count_between(const struct built *b, const char *from, const char *to, const char *id)
{
	struct str dump = buf_str(&b->dump);
	size_t start = str_find(dump, from, 0), end = str_find(dump, to, start), n = 0;

	for (size_t at = str_find(dump, id, start); at < end; at = str_find(dump, id, at + 1))
		n++;
	return n;
}

static const struct code rule_on_period = { "T-PERIOD", LEVEL_ERROR, LAW(CITE(GDPR, "13")),
					    WORDS("durée", "period"), WORDS("", "") };

static enum word section_of_cells(const struct code *code)
{
	return code == &rule_on_period ? WORD_SECTION_RETENTION : section_of(code);
}

/* Gaps of a purpose stand in the cell that they speak of. */
static void test_gaps_in_cells(void **state)
{
	struct doc_options options = { .lang = LANG_EN, .section_of = section_of_cells };
	const struct object *purpose;
	struct built b;

	(void)state;
	build(&b, "purpose p { label \"P\"; basis consent; retain 3 years after last-contact }");
	purpose = object_object(b.model->root, ROOT_PURPOSE);
	findings_add(&b.findings, &rule_on_object, purpose->keyword)->subject = purpose;
	findings_add(&b.findings, &rule_on_page, purpose->keyword)->subject =
			object_object(purpose, PURPOSE_BASIS);
	findings_add(&b.findings, &rule_on_period, purpose->keyword)->subject = purpose;
	findings_add(&b.findings, &warning, purpose->keyword)->subject = purpose;
	options.gaps = &b.findings;
	make(&b, &options);
	assert_int_equal(count(&b, " gap #"), 3);
	assert_int_equal(count_between(&b, "\"Your consent\"", "3\xC2\xA0years", "#T-OBJECT"), 1);
	assert_int_equal(count_between(&b, "\"Your consent\"", "3\xC2\xA0years", "#T-PAGE"), 1);
	assert_int_equal(count_between(&b, "3\xC2\xA0years", "#retention", "#T-PERIOD"), 1);
	release(&b);
}

/* A todo that has no place of its own says its reason all the same. */
static void test_todo_without_place(void **state)
{
	struct doc_options options = { .lang = LANG_EN, .section_of = section_of };
	struct built b;

	(void)state;
	build(&b, "section s { label todo \"its title\"; body \"x\" }\nevent todo \"which one\"");
	findings_add(&b.findings, &rule_on_todo, object_get(b.model->root, ROOT_EVENT)->span)->subject =
			b.model->root;
	findings_add(&b.findings, &rule_on_todo,
		     object_get(object_object(b.model->root, ROOT_SECTION), SECTION_LABEL)->span)
			->subject = object_object(b.model->root, ROOT_SECTION);
	options.gaps = &b.findings;
	make(&b, &options);
	assert_int_equal(count(&b, "gap #DOC-EMPTY \"which one\""), 1);
	assert_int_equal(count(&b, "gap #DOC-EMPTY \"its title\""), 1);
	assert_int_equal(count_between(&b, "contents", "section 1", "text \"s\""), 1);
	release(&b);
}

/* A code that French law alone has is named in English; one that Belgium has too is not. */
static void test_french_codes(void **state)
{
	static const struct {
		const char *law, *said;
	} cases[] = {
		{ "law FR, IE", "French Civil Code, Art.\xC2\xA0"
				"9" },
		{ "law BE", "text \"Code civil, art.\xC2\xA0"
			    "9\"" },
		{ "law FR, BE", "text \"Code civil, art.\xC2\xA0"
				"9\"" },
		{ "", "text \"Code civil, art.\xC2\xA0"
		      "9\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf text = BUF_INIT;
		struct built b;

		buf_add_format(&text,
			       "polc 1 en\npolicy t { label \"T\"; languages en; %s }\npurpose p { label "
			       "\"P\"; "
			       "basis legal-obligation { statute \"Code civil, art. 9\" } }\n",
			       cases[i].law);
		build_text(&b, text);
		make(&b, &english);
		if (count(&b, cases[i].said) != 1)
			fail_msg("%s: not %s", cases[i].law, cases[i].said);
		release(&b);
	}
}

/* --- the walker --- */

static void test_walk(void **state)
{
	size_t entered = 0, left = 0;
	struct doc_walk walk;
	enum doc_event event;
	struct built b;

	(void)state;
	build(&b, "controller c { name \"C\" }");
	make(&b, &english);
	doc_walk_init(&walk, b.doc->root);
	while ((event = doc_walk_next(&walk)) != DOC_DONE) {
		entered += event == DOC_ENTER;
		left += event == DOC_EXIT;
	}
	assert_int_equal(entered, left);
	assert_int_equal(entered + 1, count(&b, "\n"));
	assert_int_equal(doc_walk_next(&walk), DOC_DONE);
	assert_true(doc_is_inline(DOC_TEXT) && doc_is_inline(DOC_GAP) && !doc_is_inline(DOC_RULE));
	release(&b);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_skeleton),       cmocka_unit_test(test_values),
		cmocka_unit_test(test_own_sections),   cmocka_unit_test(test_references),
		cmocka_unit_test(test_links),	       cmocka_unit_test(test_empty_columns),
		cmocka_unit_test(test_derived_rights), cmocka_unit_test(test_claimed_rights),
		cmocka_unit_test(test_markdown),       cmocka_unit_test(test_refused_markdown),
		cmocka_unit_test(test_gaps_in_cells),  cmocka_unit_test(test_todo_without_place),
		cmocka_unit_test(test_gaps),	       cmocka_unit_test(test_french_codes),
		cmocka_unit_test(test_walk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
