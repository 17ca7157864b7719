/*
 * Tests of compiler/render: every kind of node as HTML, hostile text in each place
 * that holds text, XML that libxml2 reads back, facts of a small policy, schemas
 * that are fresh. Run from the root of the repository.
 */
#include <string.h>

#include <cmark.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/file.h"
#include "render/escape.h"
#include "render/furniture.h"
#include "tests/unit/tree_fixture.h"

#define CANARY "<script>alert('1')</script> \"]]>\" &amp; \x01 {x} | * _ ` \\"

/* The rest of the page behind "<article>". */
static struct str html_of(struct tree_fixture *f, struct buf *out)
{
	buf_reset(out);
	render_html(out, &f->doc, &no_pages);
	return str_part(buf_str(out), str_find(buf_str(out), "<article>", 0), out->n);
}

/* --- escaping --- */

static void assert_escaped(const char *const table[256], struct str text, const char *expected)
{
	struct buf out = BUF_INIT;

	escape_add(&out, text, table);
	assert_string_equal(buf_str(&out).s, expected);
	buf_release(&out);
}

static void escapes_markup_and_nothing_else(void **state)
{
	(void)state;
	assert_escaped(escape_html, STR("a<b> & \"c\" 'd' é \xC2\xA0«»"),
		       "a&lt;b&gt; &amp; &quot;c&quot; 'd' é \xC2\xA0«»");
	assert_escaped(escape_xml, STR("]]> \"\r\n"), "]]&gt; \"&#13;\n");
	assert_escaped(escape_xml_attribute, STR("a\n\tb\""), "a&#10;&#9;b&quot;");
	assert_escaped(escape_html, STR(""), "");
}

static void replaces_what_no_output_may_hold(void **state)
{
	(void)state;
	assert_escaped(escape_xml, STR("a\x01\x0B\x1F\x7F"),
		       "a" ESCAPE_REPLACEMENT ESCAPE_REPLACEMENT ESCAPE_REPLACEMENT ESCAPE_REPLACEMENT);
	assert_escaped(escape_html, STR("\xC2\x85\xEF\xBF\xBE\xEF\xB7\x90\xF0\x9F\xBF\xBF"),
		       ESCAPE_REPLACEMENT ESCAPE_REPLACEMENT ESCAPE_REPLACEMENT ESCAPE_REPLACEMENT);
	assert_escaped(escape_html, STR("\xF0\x9F\x98\x80\xEF\xBF\xBD\xEF\xAC\x81"),
		       "\xF0\x9F\x98\x80\xEF\xBF\xBD\xEF\xAC\x81");
}

/* --- HTML --- */

static void html_page_is_complete(void **state)
{
	struct render_options pages = { .page = { "p.fr.html", "p.en.html" } };
	struct tree_fixture f;
	struct buf out = BUF_INIT;

	(void)state;
	open_tree(&f, LANG_FR);
	f.doc.draft = STR("Projet");
	render_html(&out, &f.doc, &pages);
	assert_true(str_has_prefix(buf_str(&out), "<!DOCTYPE html>\n<html lang=\"fr\" "
						  "typeof=\"schema:WebPage\" data-title=\"Title\">"));
	assert_holds(buf_str(&out), "<meta charset=\"utf-8\">");
	assert_holds(buf_str(&out), "<meta name=\"generator\" content=\"polc\">");
	assert_holds(buf_str(&out), "<a href=\"p.en.html\" hreflang=\"en\" lang=\"en\">English</a>");
	assert_holds(buf_str(&out), "lang=\"fr\" aria-current=\"page\">Français</a>");
	assert_holds(buf_str(&out), "<a class=\"skip\" href=\"#page:main\">Aller au contenu</a>");
	assert_holds(buf_str(&out), "<aside class=\"banner\">Projet</aside>");
	assert_holds(buf_str(&out), "<h1>Title</h1>");
	assert_holds(buf_str(&out), render_style);
	assert_lacks(buf_str(&out), "<script");
	buf_release(&out);
	arena_free(f.arena);
}

static void html_headings_follow_the_levels(void **state)
{
	struct tree_fixture f;
	struct buf out = BUF_INIT;
	struct doc_node *section, *notice;
	struct str html;

	(void)state;
	open_tree(&f, LANG_EN);
	section = add_section(&f, add_section(&f, f.doc.root, "who", "Who"), "us", "Us");
	notice = add(&f, section, DOC_NOTICE);
	notice->id = STR("objection");
	add_with(&f, notice, DOC_HEADING, "Object");
	html = html_of(&f, &out);
	assert_holds(html, "<section id=\"who\" aria-labelledby=\"who:title\">");
	assert_holds(html, "<h2 id=\"who:title\"><span class=\"number\">1.</span> Who</h2>");
	assert_holds(html, "<h3 id=\"us:title\"><span class=\"number\">1.1</span> Us</h3>");
	assert_holds(html, "<div class=\"notice\" role=\"note\" id=\"objection\" "
			   "aria-labelledby=\"objection:title\">");
	assert_holds(html, "<h4 id=\"objection:title\" class=\"notice-title\">Object</h4>");
	buf_release(&out);
	arena_free(f.arena);
}

static void html_tables_name_rows_and_columns(void **state)
{
	struct tree_fixture f;
	struct buf out = BUF_INIT;
	struct str html;

	(void)state;
	open_tree(&f, LANG_EN);
	add_table(&f);
	html = html_of(&f, &out);
	assert_holds(html,
		     "<table>\n<caption>Caption</caption>\n<thead>\n<tr>\n<th scope=\"col\">Name</th>\n");
	assert_holds(html, "</tr>\n</thead>\n<tbody>\n<tr id=\"data-logs\">\n<th scope=\"row\">Logs</th>\n");
	assert_holds(html,
		     "<td data-label=\"&quot;Kept&quot; | for\">a|b \\ c</td>\n</tr>\n</tbody>\n</table>");
	buf_release(&out);
	arena_free(f.arena);
}

static void html_inlines(void **state)
{
	struct tree_fixture f;
	struct buf out = BUF_INIT;
	struct doc_node *paragraph, *link, *gap;
	struct str html;

	(void)state;
	open_tree(&f, LANG_EN);
	paragraph = add(&f, f.doc.root, DOC_PARAGRAPH);
	add_with(&f, paragraph, DOC_STRONG, "s");
	add_with(&f, paragraph, DOC_EMPHASIS, "e");
	add(&f, paragraph, DOC_CODE)->text = STR("<c>");
	add(&f, paragraph, DOC_BREAK);
	link = add_with(&f, paragraph, DOC_LINK, "example.org");
	link->href = STR("https://example.org/");
	add_with(&f, paragraph, DOC_LINK, "page")->href = STR("https://example.org/?a=1&b=\"");
	add_with(&f, paragraph, DOC_REFERENCE, "there")->href = STR("who");
	add_text(&f, paragraph, "mot")->lang = LANG_FR;
	gap = add(&f, f.doc.root, DOC_GAP);
	gap->id = STR("GDPR-13-2-a");
	gap->text = STR("no <period>");
	html = html_of(&f, &out);
	assert_holds(html, "<strong>s</strong><em>e</em><code>&lt;c&gt;</code><br>");
	assert_holds(html, "<a href=\"https://example.org/\" class=\"bare\">example.org</a>");
	assert_holds(html, "<a href=\"https://example.org/?a=1&amp;b=&quot;\">page</a>");
	assert_holds(html, "<a href=\"#who\">there</a><span lang=\"fr\">mot</span>");
	assert_holds(html, "<p><mark class=\"gap\"><b>GDPR-13-2-a</b> no &lt;period&gt;</mark></p>");
	buf_release(&out);
	arena_free(f.arena);
}

/* --- hostile text in every place --- */

/* A document with the canary in each place that holds text. */
static void fill_with_canaries(struct tree_fixture *f)
{
	static const enum doc_kind inlines[] = { DOC_STRONG, DOC_EMPHASIS, DOC_LINK, DOC_REFERENCE };
	struct doc_node *section, *paragraph, *list, *terms, *table, *row;

	f->doc.title = f->doc.draft = STR(CANARY);
	section = add_section(f, f->doc.root, "s", CANARY);
	paragraph = add_with(f, section, DOC_PARAGRAPH, CANARY);
	for (size_t i = 0; i < sizeof(inlines) / sizeof(inlines[0]); i++)
		add_with(f, paragraph, inlines[i], CANARY)->href = STR("s");
	add(f, paragraph, DOC_CODE)->text = STR(CANARY);
	list = add(f, section, DOC_LIST);
	add_with(f, add(f, list, DOC_ITEM), DOC_PARAGRAPH, CANARY);
	terms = add(f, section, DOC_TERMS);
	add_with(f, terms, DOC_TERM, CANARY);
	add_with(f, add(f, terms, DOC_MEANING), DOC_PARAGRAPH, CANARY);
	table = add(f, section, DOC_TABLE);
	add_with(f, table, DOC_CAPTION, CANARY);
	add_row(f, table, true, CANARY, CANARY);
	row = add_row(f, table, false, CANARY, CANARY);
	add(f, row->last, DOC_GAP)->text = STR(CANARY);
	add_with(f, add(f, section, DOC_NOTICE), DOC_PARAGRAPH, CANARY);
	add_with(f, add(f, section, DOC_QUOTE), DOC_PARAGRAPH, CANARY);
	add(f, section, DOC_CODE_BLOCK)->text = STR(CANARY);
	add(f, section, DOC_RULE);
	add(f, section, DOC_GAP)->text = STR(CANARY);
}

static struct model *model_of(struct arena *arena, const char *source);

static void no_format_lets_a_canary_through(void **state)
{
	struct tree_fixture f;
	struct buf out = BUF_INIT;
	const struct doc *docs[1];
	char *read;
	xmlDocPtr xml;

	(void)state;
	open_tree(&f, LANG_EN);
	fill_with_canaries(&f);
	html_of(&f, &out);
	assert_lacks(buf_str(&out), "<script");
	assert_lacks(buf_str(&out), "\x01");

	markdown_of(&f, &out);
	read = cmark_markdown_to_html(out.s, out.n, CMARK_OPT_DEFAULT);
	assert_lacks(str_of(read), "raw HTML");
	assert_lacks(str_of(read), "<script");
	free(read);

	docs[0] = &f.doc;
	buf_reset(&out);
	assert_int_equal(render_xml(&out, model_of(f.arena, "polc 1 en\npolicy x { languages en }\n"), docs,
				    1),
			 0);
	assert_lacks(buf_str(&out), "<script");
	xml = xmlReadMemory(out.s, (int)out.n, "x.xml", NULL, XML_PARSE_NONET);
	assert_non_null(xml);
	xmlFreeDoc(xml);
	buf_release(&out);
	arena_free(f.arena);
}

/* --- XML --- */

static struct model *model_of(struct arena *arena, const char *text)
{
	struct sources *sources = ARENA_NEW(arena, struct sources);
	struct findings findings;
	struct tokens tokens = { 0 };
	struct model_options options = { .root = STR(".") };
	struct source *source;

	sources_init(sources, arena);
	findings_init(&findings, arena);
	source = sources_add(sources, STR("x.policy"), str_of(text));
	syntax_lex(arena, source, &findings, &tokens);
	return model_from_tree(arena, sources, syntax_parse(arena, source, &tokens, &findings), &options,
			       &findings);
}

static struct str xml_of(struct arena *arena, const char *text, struct buf *out)
{
	buf_reset(out);
	assert_int_equal(render_xml(out, model_of(arena, text), NULL, 0), 0);
	return buf_str(out);
}

static const char english_policy[] =
		"polc 1 en\n"
		"policy x {\n languages fr, en\n review-by 2027-01-01\n effective 2026-03-01\n updated todo "
		"\"soon\"\n}\n"
		"dpo none { because { fr \"Secret.\"; en \"Secret.\" } }\n"
		"decisions none\n"
		"data logs {\n label { fr \"Journaux & <b>\"; en \"Logs\" }\n note \"hidden\"\n source "
		"observation\n}\n"
		"purpose site {\n label { fr \"Site\"; en \"Site\" }\n data logs\n basis consent\n"
		" retain at-most 3 years after last-contact from year-end\n}\n"
		"trackers {\n used yes\n lifetime 13 months\n}\n";

static const char french_policy[] =
		"polc 1 fr\n"
		"politique x {\n langues fr, en\n à-revoir 2027-01-01\n en-vigueur 2026-03-01\n"
		" mise-à-jour à-préciser \"soon\"\n}\n"
		"délégué aucun { car { fr \"Secret.\"; en \"Secret.\" } }\n"
		"décisions aucune\n"
		"données logs {\n intitulé { fr \"Journaux & <b>\"; en \"Logs\" }\n note \"hidden\"\n source "
		"observation\n}\n"
		"finalité site {\n intitulé { fr \"Site\"; en \"Site\" }\n données logs\n base consentement\n"
		" conserver au-plus 3 ans après dernier-contact à-partir-de fin-d-année\n}\n"
		"traceurs {\n utilisés oui\n durée 13 mois\n}\n";

static void xml_holds_typed_facts(void **state)
{
	struct arena *arena = arena_new();
	struct buf out = BUF_INIT;
	struct str xml = xml_of(arena, english_policy, &out);

	(void)state;
	assert_true(str_has_prefix(
			xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<policy xmlns=\"urn:polc:policy:1\""
			     " id=\"x\" edition=\"1\" languages=\"fr en\">"));
	assert_holds(xml, "<effective>2026-03-01</effective>");
	assert_holds(xml, "<todo field=\"updated\">");
	assert_holds(xml, "<text xml:lang=\"fr\">Journaux &amp; &lt;b&gt;</text>");
	assert_holds(xml, "<data ref=\"logs\"/>");
	assert_holds(xml, "<period kind=\"after\" bound=\"at-most\">");
	assert_holds(xml, "<duration>P3Y</duration>");
	assert_holds(xml, "<event ref=\"last-contact\"/>");
	assert_holds(xml, "<from>year-end</from>");
	assert_holds(xml, "<lifetime>P13M</lifetime>");
	assert_holds(xml, "<used>true</used>");
	assert_holds(xml, "<right>withdraw-consent</right>");
	assert_holds(xml, "<event id=\"last-contact\">");
	buf_release(&out);
	arena_free(arena);
}

static void xml_leaves_out_what_is_internal(void **state)
{
	struct arena *arena = arena_new();
	struct buf out = BUF_INIT;
	struct str xml = xml_of(arena, english_policy, &out);

	(void)state;
	assert_lacks(xml, "Secret");
	assert_lacks(xml, "hidden");
	assert_lacks(xml, "2027-01-01");
	buf_release(&out);
	arena_free(arena);
}

static void xml_does_not_depend_on_the_keywords(void **state)
{
	struct arena *arena = arena_new();
	struct buf french = BUF_INIT;
	struct buf english = BUF_INIT;

	(void)state;
	xml_of(arena, french_policy, &french);
	xml_of(arena, english_policy, &english);
	assert_string_equal(french.s, english.s);
	buf_release(&french);
	buf_release(&english);
	arena_free(arena);
}

/* --- index and schemas --- */

static void index_links_every_output(void **state)
{
	struct render_entry entries[] = {
		{ .id = STR("a"), .title = { STR("Politique <A>"), STR("Policy A") } },
		{ .id = STR("b"), .title = { STR(""), STR("Policy B") }, .draft = true },
	};
	struct buf out = BUF_INIT;

	(void)state;
	render_index(&out, entries, 2, NULL);
	assert_holds(buf_str(&out),
		     "<p lang=\"fr\"><a href=\"a/policy.fr.html\" hreflang=\"fr\">Politique &lt;A&gt;</a>");
	assert_holds(buf_str(&out), "<a href=\"a/policy.en.md\" hreflang=\"en\">Markdown</a>");
	assert_holds(buf_str(&out), "<a href=\"b/policy.xml\">");
	assert_holds(buf_str(&out), "Policy B</a> <strong class=\"draft-mark\">");
	assert_lacks(buf_str(&out), "b/policy.fr");
	buf_release(&out);
}

static void assert_fresh(const char *path, void (*render)(struct buf *))
{
	struct buf made = BUF_INIT;
	struct buf kept = BUF_INIT;

	render(&made);
	assert_int_equal(file_read(path, 0, &kept), 0);
	if (!str_eq(buf_str(&made), buf_str(&kept)))
		fail_msg("%s is not what the tables give", path);
	buf_release(&made);
	buf_release(&kept);
}

static void schemas_are_fresh(void **state)
{
	(void)state;
	assert_fresh("grammar/policy.xsd", render_schema_xsd);
	assert_fresh("grammar/policy.rng", render_schema_rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escapes_markup_and_nothing_else),
		cmocka_unit_test(replaces_what_no_output_may_hold),
		cmocka_unit_test(html_page_is_complete),
		cmocka_unit_test(html_headings_follow_the_levels),
		cmocka_unit_test(html_tables_name_rows_and_columns),
		cmocka_unit_test(html_inlines),
		cmocka_unit_test(no_format_lets_a_canary_through),
		cmocka_unit_test(xml_holds_typed_facts),
		cmocka_unit_test(xml_leaves_out_what_is_internal),
		cmocka_unit_test(xml_does_not_depend_on_the_keywords),
		cmocka_unit_test(index_links_every_output),
		cmocka_unit_test(schemas_are_fresh),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
