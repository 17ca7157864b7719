/*
 * Lexer, parser and dumps: what each text becomes, and that one mistake gives one
 * finding while everything after it is still read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "syntax/syntax.h"

struct read {
	struct arena *arena;
	struct sources sources;
	struct source *source;
	struct findings findings;
	struct tokens tokens;
	struct tree *tree;
	struct buf out;
};

static void read_bytes(struct read *r, struct str text)
{
	*r = (struct read) { .arena = arena_new(), .out = BUF_INIT };
	sources_init(&r->sources, r->arena);
	findings_init(&r->findings, r->arena);
	r->source = sources_add(&r->sources, STR("t.policy"), text);
	syntax_lex(r->arena, r->source, &r->findings, &r->tokens);
	r->tree = syntax_parse(r->arena, r->source, &r->tokens, &r->findings);
	findings_sort(&r->findings);
}

static void read_text(struct read *r, const char *text)
{
	read_bytes(r, str_of(text));
}

static void read_release(struct read *r)
{
	buf_release(&r->out);
	arena_free(r->arena);
}

/* "line:column CODE" of each finding, separated by spaces. */
static const char *codes_of(struct read *r)
{
	buf_reset(&r->out);
	for (size_t i = 0; i < r->findings.list.n; i++) {
		const struct diag *diag = r->findings.list.v[i];
		struct position at = source_position(r->source, diag->span.start);
		buf_add_format(&r->out, "%s%u:%u %s", i ? " " : "", (unsigned)at.line, (unsigned)at.column,
			       diag->code->id + strlen("SYNTAX-"));
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct buf text = BUF_INIT;
			diag_fill(&text, diag->code->message.in[lang], diag, (enum lang)lang);
			diag_fill(&text, diag->code->help.in[lang], diag, (enum lang)lang);
			assert_true(text.n > 0);
			buf_release(&text);
		}
	}
	return r->out.n ? r->out.s : "";
}

/* The dump without the header line and the places. */
static const char *tree_of(struct read *r)
{
	struct buf dump = BUF_INIT;
	buf_reset(&r->out);
	syntax_dump_tree(&dump, r->tree);
	struct str s = buf_str(&dump);
	for (size_t i = str_find(s, "\n", 0) + 1; i < s.n;) {
		size_t end = str_find(s, "\n", i), place = str_find(s, "  # ", i);
		buf_add_str(&r->out, str_part(s, i, place < end ? place : end));
		buf_add_char(&r->out, '\n');
		i = end + 1;
	}
	buf_release(&dump);
	return r->out.n ? r->out.s : "";
}

static void expect(const char *text, const char *codes, const char *tree)
{
	struct read r;
	read_text(&r, text);
	assert_string_equal(codes_of(&r), codes);
	if (tree)
		assert_string_equal(tree_of(&r), tree);
	read_release(&r);
}

#define H "polc 1 en\n"

static void test_statements(void **state)
{
	(void)state;
	expect(H "a b, c \"d\" { e; f g } h i\n", "", "a b, c \"d\" {\n  e\n  f g\n}\nh i\n");
	expect(H "a x,  # why\n\n  y\nb {}\n", "", "a x, y\nb {}\n");
	expect("# first\n\n  polc 1 en # yes\na https://x.example/#part\n", "",
	       "a https://x.example/#part\n");
	expect(H "keep\xC2\xA0"
		 "3\xE2\x80\xAFyears\r\n",
	       "", "keep 3 years\n");
	expect(H "a //x.example\n", "", "a //x.example\n");
	expect(H "a \"say \\\"x\\\" \\\\\"\n", "", "a \"say \\\"x\\\" \\\\\"\n");
	expect(H "a { b { c } } d", "", "a {\n  b {\n    c\n  }\n}\nd\n");
}

static void test_header(void **state)
{
	(void)state;
	struct read r;
	read_text(&r, "polc 1 fr\n");
	assert_int_equal(r.tree->edition, 1);
	assert_int_equal(r.tree->keywords, LANG_FR);
	read_release(&r);
	expect("", "1:1 HEADER", "");
	expect("\n\npolicy x {\n}\n", "3:1 HEADER", "policy x {}\n");
	expect("polc 2 fr\na b\n", "1:1 EDITION", "a b\n");
	expect("polc fr\na b\n", "1:1 EDITION", "a b\n");
	expect("polc 1\na b\n", "1:1 LANGUAGE", "a b\n");
	expect("polc 1 de\na b\n", "1:1 LANGUAGE", "a b\n");
	expect("polc 1 fr en\na b\n", "1:1 HEADER", "a b\n");
	expect("plc 1 fr\na b\n", "1:1 HEADER", "a b\n");
	expect("a b\npolc 1 fr\nc d\n", "2:1 HEADER", "a b\nc d\n");
	read_text(&r, "policy x {\n}\n");
	assert_int_equal(r.tree->edition, 0);
	assert_int_equal(r.tree->keywords, LANG_EN);
	assert_string_equal(r.findings.list.v[0]->fixes.v[0].replacement.s, "polc 1 en\n\n");
	read_release(&r);
}

static void test_strings(void **state)
{
	(void)state;
	expect(H "a \"open\nb c\n", "2:3 STRING", "a \"open\"\nb c\n");
	expect(H "a { fr \"un; en \"one\" }\nb c\n", "2:8 STRING",
	       "a {\n  fr \"un\"\n  en \"one\"\n}\nb c\n");
	expect(H "a { fr \"un\"; en \"one }\nb c\n", "2:17 STRING",
	       "a {\n  fr \"un\"\n  en \"one\"\n}\nb c\n");
	expect(H "a \"1 rue X, \"2 Y\"\nb c\n", "2:3 STRING", "a \"1 rue X\", \"2 Y\"\nb c\n");
	expect(H "a \"1 rue X,\n  \"2 Y\"\nb c\n", "2:3 STRING", "a \"1 rue X\", \"2 Y\"\nb c\n");
	expect(H "a \"he said \"yes\" twice\"\nb c\n", "2:12 INNER-QUOTE",
	       "a \"he said \\\"yes\\\" twice\"\nb c\n");
	expect(H "a \"C:\\temp\\x\"\n", "2:6 ESCAPE", "a \"C:\\\\temp\\\\x\"\n");
	expect(H "a \"\" b\n", "", "a \"\" b\n");
	expect(H "a \"open", "2:3 STRING", "a \"open\"\n");
}

static void test_quotation_marks(void **state)
{
	(void)state;
	expect(H "a “Site web”\nb c\n", "2:3 QUOTES", "a \"Site web\"\nb c\n");
	expect(H "a { fr « Le «\xC2\xA0site\xC2\xA0» web »; en 'The site' }\n", "2:8 QUOTES 2:32 QUOTES",
	       "a {\n  fr \"Le «\xC2\xA0site\xC2\xA0» web\"\n  en \"The site\"\n}\n");
	expect(H "a \"Site web”\nb c\n", "2:3 QUOTES", "a \"Site web\"\nb c\n");
	expect(H "a { fr \"Un”; en \"One\" }\nb c\n", "2:8 QUOTES",
	       "a {\n  fr \"Un\"\n  en \"One\"\n}\nb c\n");
	expect(H "a “Site web\nb c\n", "2:3 QUOTES", "a \"Site web\"\nb c\n");
	expect(H "a ‘l’accès’ l'x\n", "2:3 QUOTES", "a \"l’accès\" l'x\n");
	expect(H "a \"un “mot” cité\"\n", "", NULL);
	struct read r;
	read_text(&r, H "a « dire \"oui\" »\n");
	assert_true(str_is(r.findings.list.v[0]->fixes.v[0].replacement, "\"dire \\\"oui\\\"\""));
	read_release(&r);
}

#define T "\"\"\""

static void test_text_blocks(void **state)
{
	(void)state;
	expect(H "a " T "\n    one\n      two\n\n    three\n    " T "\nb c\n", "",
	       "a " T "one\\n  two\\n\\nthree" T "\nb c\n");
	expect(H "a " T "one" T " d\n", "", "a " T "one" T " d\n");
	expect(H "a " T "\r\n  one\r\n  two\r\n  " T "\r\n", "", "a " T "one\\ntwo" T "\n");
	expect(H "a " T "\n  one\n  two" T "\n", "", "a " T "one\\ntwo" T "\n");
	expect(H "a " T "\n  " T "\nb " T T "\n", "", "a " T T "\nb " T T "\n");
	expect(H "a " T "\n  say \"x\"" T "\n", "", "a " T "say \\\"x\\\"" T "\n");
	expect(H "a " T "\n one\n  " T "\n", "", "a " T "one" T "\n");
	expect(H "a " T "\n  # no comment { \" }\n  " T "\n", "", "a " T "# no comment { \\\" }" T "\n");
}

static void test_open_text_blocks(void **state)
{
	(void)state;
	expect(H "a " T "\n  one\n", "2:3 TEXT-OPEN", "a " T "one" T "\n");
	expect(H "a {\n  fr\n  un\n  " T "\n}\nb c\n", "5:3 TEXT-CLOSE", "a {\n  fr\n  un\n}\nb c\n");
	expect(H "a {\n  fr " T "\n  un\n  en " T "\n  one\n  " T "\n}\nb c\n", "3:6 TEXT-OPEN",
	       "a {\n  fr " T "un" T "\n  en " T "one" T "\n}\nb c\n");
	expect(H "s x {\n  fr " T "\n    un {ref y}\n}\n\nt y {\n  fr " T "\n    deux\n    " T "\n}\n",
	       "3:6 TEXT-OPEN", "s x {\n  fr " T "un {ref y}" T "\n}\nt y {\n  fr " T "deux" T "\n}\n");
}

static void test_missing_brace(void **state)
{
	(void)state;
	expect(H "a x {\n  b c\n\nd y {\n  e f\n}\n", "2:5 BRACE", "a x {\n  b c\n}\nd y {\n  e f\n}\n");
	expect(H "a x {\n  b {\n    c d\n  e f\n}\ng h\n", "3:5 BRACE",
	       "a x {\n  b {\n    c d\n  }\n  e f\n}\ng h\n");
	expect(H "a x {\n  b {\n    c d\n}\ng {\n  h i\n}\n", "3:5 BRACE",
	       "a x {\n  b {\n    c d\n  }\n}\ng {\n  h i\n}\n");
	expect(H "a x {\n  b c\n", "2:5 BRACE", "a x {\n  b c\n}\n");
	expect(H "a x {\n  b { c d\n  e f\n}\ng h\n", "3:5 BRACE",
	       "a x {\n  b {\n    c d\n  }\n  e f\n}\ng h\n");
	expect(H "a x {\nb c\nd {\ne f\n}\n}\ng h\n", "", "a x {\n  b c\n  d {\n    e f\n  }\n}\ng h\n");
	struct read r;
	read_text(&r, H "a x {\n  b {\n    c d\n  e f\n}\n");
	assert_string_equal(r.findings.list.v[0]->fixes.v[0].replacement.s, "\n  }");
	assert_int_equal(r.findings.list.v[0]->labels.n, 1);
	read_release(&r);
}

static void test_other_braces(void **state)
{
	(void)state;
	expect(H "a b\n}\nc d\n", "3:1 BRACE-EXTRA", "a b\nc d\n");
	expect(H "a {\n  b { c d } }\n  e f\n}\ng h\n", "3:13 BRACE-EXTRA",
	       "a {\n  b {\n    c d\n  }\n  e f\n}\ng h\n");
	expect(H "a x\n{\n  b c\n}\nd e\n", "3:1 BRACE-LINE", "a x {\n  b c\n}\nd e\n");
	expect(H "a {{\n  b c\n}\nd e\n", "2:4 BLOCK", "a {\n  b c\n}\nd e\n");
	expect(H "{\n  b c\n}\nd e\n", "2:1 BLOCK", "d e\n");
}

static void test_commas_and_signs(void **state)
{
	(void)state;
	expect(H "a b,, c\nd e\n", "2:5 COMMA", "a b, c\nd e\n");
	expect(H "a, b\n", "2:2 COMMA", "a b\n");
	expect(H "a {\n  b c,\n  d e\n}\n", "3:6 COMMA", "a {\n  b c\n  d e\n}\n");
	expect(H "a {\n  b c,\n}\n", "3:6 COMMA", "a {\n  b c\n}\n");
	expect(H "a {\n  b \"x\"\n    \"y\", \"z\"\n  d e\n}\n", "4:5 COMMA-MISSING",
	       "a {\n  b \"x\", \"y\", \"z\"\n  d e\n}\n");
	expect(H "a\n  \"x\"\nd e\n", "3:3 VALUE", "a \"x\"\nd e\n");
	expect(H "a: b\nc = d\ne : f\n", "2:2 SEPARATOR 3:3 SEPARATOR 4:3 SEPARATOR", "a b\nc d\ne f\n");
	expect(H "a b\n\"c\" \"d\"\n", "3:1 KEYWORD", "a b\nc \"d\"\n");
	expect(H "// so\na b // and so { \"\n", "2:1 COMMENT 3:5 COMMENT", "a b\n");
}

static void test_depth(void **state)
{
	(void)state;
	struct read r;
	struct buf text = BUF_INIT;
	buf_add_text(&text, H);
	for (int i = 0; i < 10000; i++)
		buf_add_text(&text, "a {\n");
	read_bytes(&r, buf_str(&text));
	assert_string_equal(codes_of(&r), "34:3 DEPTH");
	read_release(&r);
	for (int i = 0; i < 10000; i++)
		buf_add_text(&text, "}\n");
	buf_add_text(&text, "b c\n");
	read_bytes(&r, buf_str(&text));
	assert_string_equal(codes_of(&r), "34:3 DEPTH");
	assert_true(str_is(r.tree->last->keyword, "b"));
	syntax_dump_tree(&text, r.tree);
	read_release(&r);
	buf_release(&text);
}

/* Texts that would take hours if any step looked at a line again and again. */
static void test_long_lines(void **state)
{
	(void)state;
	static const char *const parts[] = { "\"a\"b", "'a ",	     "\"a\"b ",	      "“a ",  "« ",
					     "a {",    "} ",	     "\"\"\"a\"\"\"", "a,",   "\\\"",
					     "\"\\",   "a \"\"\"\n", "\"x\"\n",	      "//a ", "'a' b'" };
	struct read r;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		struct buf text = BUF_INIT;
		while (text.n < 300000)
			buf_add_text(&text, parts[i]);
		read_bytes(&r, buf_str(&text));
		assert_true(r.tree && r.findings.list.n > 0);
		read_release(&r);
		buf_release(&text);
	}
}

static const struct written *only_value(const struct read *r)
{
	assert_int_equal(r->tree->first->values.n, 1);
	return &r->tree->first->values.v[0];
}

/* The source at the offset of `needle` in the value's text begins with the needle. */
static void expect_offset(const char *text, const char *needle)
{
	struct read r;
	read_text(&r, text);
	const struct written *value = only_value(&r);
	size_t at = str_find(value->text, needle, 0);
	assert_true(at < value->text.n);
	uint32_t offset = syntax_source_offset(r.source, value, at);
	assert_true(str_has_prefix(str_part(r.source->text, offset, r.source->text.n), needle));
	uint32_t end = syntax_source_offset(r.source, value, value->text.n);
	assert_true(end <= value->span.end && end >= offset);
	read_release(&r);
}

static void test_offsets(void **state)
{
	(void)state;
	expect_offset(H "a bcd\n", "cd");
	expect_offset(H "a \"bcd\"\n", "cd");
	expect_offset(H "a \"b\\\"c\\\\ def\"\n", "def");
	expect_offset(H "a « bcd »\n", "cd");
	expect_offset(H "a " T "\n    one\n    two\n    " T "\n", "two");
	expect_offset(H "a " T "\r\n    one\r\n\r\n      two\r\n    " T "\r\n", "two");
	expect_offset(H "a " T "one" T "\n", "ne");
	expect_offset(H "a " T "\n  one\n  two\n", "two");
}

static void test_dump_tokens(void **state)
{
	(void)state;
	struct read r;
	read_text(&r, "a \"é\\\"\" { # c\n}\n");
	buf_reset(&r.out);
	syntax_dump_tokens(&r.out, r.source, &r.tokens);
	assert_string_equal(r.out.s, "1:1-1:2 word \"a\"\n1:3-1:8 string \"é\\\"\"\n1:9-1:10 open\n"
				     "1:11-1:14 comment \"# c\"\n1:14-2:1 end\n2:1-2:2 close\n2:2-3:1 end\n"
				     "3:1-3:1 file-end\n");
	read_release(&r);
}

static void test_dump_tree(void **state)
{
	(void)state;
	struct read r;
	read_text(&r, "polc 1 fr\nfinalité x {\n  label " T "\n    a\n    b\n    " T "\n}\n");
	buf_reset(&r.out);
	syntax_dump_tree(&r.out, r.tree);
	assert_string_equal(r.out.s, "polc 1 fr\nfinalité x {  # 2:1\n  label " T "a\\nb" T "  # 3:3\n}\n");
	read_release(&r);
}

/* Any prefix and any cut of a policy reads without a crash and keeps spans inside. */
static void test_every_cut(void **state)
{
	(void)state;
	static const char text[] =
			H "a x, y {\n  b { fr \"é\\\"\"; en “x” }\n  c " T "\n    d\n    " T "\n} # e\n";
	for (size_t cut = 0; cut < sizeof(text) - 1; cut++) {
		for (size_t n = 0; n < 3; n++) {
			struct read r;
			struct buf copy = BUF_INIT;
			buf_add(&copy, text, cut);
			size_t rest = cut + n < sizeof(text) - 1 ? cut + n : sizeof(text) - 1;
			if (n)
				buf_add(&copy, text + rest, sizeof(text) - 1 - rest);
			read_bytes(&r, buf_str(&copy));
			for (size_t i = 0; i < r.tokens.list.n; i++)
				assert_true(r.tokens.list.v[i].span.end <= r.source->text.n);
			codes_of(&r);
			tree_of(&r);
			read_release(&r);
			buf_release(&copy);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_statements),	 cmocka_unit_test(test_header),
		cmocka_unit_test(test_strings),		 cmocka_unit_test(test_quotation_marks),
		cmocka_unit_test(test_text_blocks),	 cmocka_unit_test(test_open_text_blocks),
		cmocka_unit_test(test_missing_brace),	 cmocka_unit_test(test_other_braces),
		cmocka_unit_test(test_commas_and_signs), cmocka_unit_test(test_depth),
		cmocka_unit_test(test_long_lines),	 cmocka_unit_test(test_offsets),
		cmocka_unit_test(test_dump_tokens),	 cmocka_unit_test(test_dump_tree),
		cmocka_unit_test(test_every_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
