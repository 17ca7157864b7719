/*
 * Reading a policy's XML: the statements it stands for, and where each value stands in
 * the file. The round trip of whole policies is tests/render/roundtrip.sh.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/render.h"
#include "render/xml_read.h"

#define HEAD "<policy xmlns=\"urn:polc:policy:1\" id=\"a\" edition=\"1\" languages=\"en\"><facts>"
#define TAIL "</facts></policy>"

struct read {
	struct arena *arena;
	struct sources sources;
	struct findings findings;
	struct tree *tree;
};

static void read_xml(struct read *read, const char *xml)
{
	read->arena = arena_new();
	sources_init(&read->sources, read->arena);
	findings_init(&read->findings, read->arena);
	read->tree = render_read_xml(read->arena, sources_add(&read->sources, STR("a.xml"), str_of(xml)),
				     &read->findings);
}

/* The values of the statement, a space between them and a comma behind those that have one. */
static void assert_values(const struct statement *st, const char *keyword, const char *values)
{
	struct buf out = BUF_INIT;

	assert_true(str_is(st->keyword, keyword));
	for (size_t i = 0; i < st->values.n; i++) {
		buf_add_text(&out, i ? " " : "");
		buf_add_str(&out, st->values.v[i].text);
		buf_add_text(&out, st->values.v[i].comma ? "," : "");
	}
	assert_string_equal(out.s ? out.s : "", values);
	buf_release(&out);
}

static void elements_are_statements(void **state)
{
	struct read read;
	const struct statement *st;

	(void)state;
	read_xml(&read, HEAD "<policy id=\"a\"><languages>en</languages><languages> fr </languages></policy>"
			     "<dpo><designation>none</designation><external>false</external></dpo>" TAIL);
	assert_int_equal(read.findings.list.n, 0);
	st = read.tree->first;
	assert_values(st, "policy", "a");
	assert_true(st->has_block);
	assert_values(st->first, "languages", "en, fr");
	assert_null(st->first->next);
	assert_values(st->next->first, "designation", "none");
	assert_values(st->next->first->next, "external", "no");
	arena_free(read.arena);
}

static void periods_are_words(void **state)
{
	struct read read;
	const struct statement *st;

	(void)state;
	read_xml(&read, HEAD
		 "<retention><period kind=\"after\" bound=\"at-most\"><duration>P3Y</duration>"
		 "<event ref=\"order\"/><event ref=\"delivery\"/><from>year-end</from></period></retention>"
		 "<retention><period kind=\"during\"><event ref=\"a\"/><event "
		 "ref=\"b\"/></period></retention>"
		 "<retention><todo field=\"period\"/></retention>" TAIL);
	assert_int_equal(read.findings.list.n, 0);
	st = read.tree->first;
	assert_values(st->first, "period", "at-most 3 years after order, delivery from year-end");
	assert_values(st->next->first, "period", "during a, b");
	assert_values(st->next->next->first, "period", "todo");
	arena_free(read.arena);
}

static void values_stand_where_the_file_has_them(void **state)
{
	struct read read;
	const struct statement *st;
	struct span span;

	(void)state;
	read_xml(&read,
		 HEAD "<controller id=\"us\"><name>A &amp; B</name><alias>Us</alias></controller>" TAIL);
	st = read.tree->first->first;
	assert_values(st, "name", "A & B");
	span = st->values.v[0].span;
	assert_true(str_is(sources_text(&read.sources, span), "A &amp; B"));
	assert_int_equal(syntax_source_offset(read.tree->source, &st->values.v[0], 0), span.start);
	assert_int_equal(syntax_source_offset(read.tree->source, &st->values.v[0], 5), span.end);
	span = st->next->values.v[0].span;
	assert_true(str_is(sources_text(&read.sources, span), "Us"));
	assert_int_equal(syntax_source_offset(read.tree->source, &st->next->values.v[0], 1), span.start + 1);
	assert_true(str_is(sources_text(&read.sources, read.tree->first->values.v[0].span), "us"));
	arena_free(read.arena);
}

static void refuses_with_a_code(void **state)
{
	static const struct {
		const char *xml;
		enum xml_code code;
	} cases[] = {
		{ "", XML_FORM },
		{ HEAD, XML_FORM },
		{ "<rss/>", XML_ROOT },
		{ "<!DOCTYPE a [<!ENTITY a \"b\">]>" HEAD TAIL, XML_DOCTYPE },
		{ "<policy xmlns=\"urn:polc:policy:1\"/>", XML_EDITION },
		{ "<policy xmlns=\"urn:polc:policy:1\" edition=\"1\"/>", XML_FACTS },
		{ HEAD "<purposes/>" TAIL, XML_ELEMENT },
		{ HEAD "<dpo>words</dpo>" TAIL, XML_TEXT },
		{ HEAD "<dpo id=\"a\"/>" TAIL, XML_ATTRIBUTE },
		{ HEAD "<dpo><todo/></dpo>" TAIL, XML_NO_ATTRIBUTE },
		{ HEAD "<dpo><external>often</external></dpo>" TAIL, XML_VALUE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct read read;

		read_xml(&read, cases[i].xml);
		assert_int_equal(read.findings.list.n, 1);
		assert_ptr_equal(read.findings.list.v[0]->code, &xml_codes[cases[i].code]);
		arena_free(read.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_are_statements),
		cmocka_unit_test(periods_are_words),
		cmocka_unit_test(values_stand_where_the_file_has_them),
		cmocka_unit_test(refuses_with_a_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
