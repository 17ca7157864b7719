/*
 * grammar/policy.rng: the RELAX NG schema of the XML output, from the tables of
 * grammar/ and nodes.def. A pattern each for blocks, vocabularies and nodes.
 */
#include "render/nodes.h"
#include "render/render.h"
#include "render/schema.h"

static void open_named(struct xml_writer *xml, const char *element, const char *name)
{
	xml_open(xml, element);
	xml_attribute(xml, "name", str_of(name));
}

static void add_named(struct xml_writer *xml, const char *element, const char *name)
{
	open_named(xml, element, name);
	xml_close(xml, element);
}

static void add_ref(struct xml_writer *xml, const char *name)
{
	add_named(xml, "ref", name);
}

static void add_help(struct xml_writer *xml, struct words help)
{
	schema_add_help(xml, "a:documentation", help);
}

/* A pattern of the grammar, or a datatype of XML Schema ("xs:date"). */
static void add_type(struct xml_writer *xml, const char *name)
{
	if (!str_has_prefix(str_of(name), "xs:")) {
		add_ref(xml, name);
		return;
	}
	xml_open(xml, "data");
	xml_attribute(xml, "type", str_of(name + 3));
	xml_close(xml, "data");
}

/* <element name=>type</element> inside <optional>, <zeroOrMore> or, for NULL, nothing. */
static void add_element(struct xml_writer *xml, const char *name, const char *type, const char *count)
{
	if (count)
		xml_open(xml, count);
	open_named(xml, "element", name);
	add_help(xml, schema_element_help(name, type));
	add_type(xml, type);
	xml_close(xml, "element");
	if (count)
		xml_close(xml, count);
}

static void add_attribute(struct xml_writer *xml, const char *name, const char *type, bool required)
{
	if (!required)
		xml_open(xml, "optional");
	open_named(xml, "attribute", name);
	add_type(xml, type);
	xml_close(xml, "attribute");
	if (!required)
		xml_close(xml, "optional");
}

/* --- simple types --- */

static void add_simple(struct xml_writer *xml, const struct schema_simple *simple)
{
	open_named(xml, "define", simple->name);
	add_help(xml, simple->help);
	xml_open(xml, "data");
	xml_attribute(xml, "type", str_of(simple->base));
	if (simple->pattern) {
		open_named(xml, "param", "pattern");
		xml_text(xml, str_of(simple->pattern));
		xml_close(xml, "param");
	}
	xml_close(xml, "data");
	xml_close(xml, "define");
}

/* The value, its term of the Data Privacy Vocabulary, and what it means. */
static void add_word(struct xml_writer *xml, enum word word)
{
	const struct dpv_row *row = &schema_dpv[word];
	struct buf term = BUF_INIT;

	xml_open(xml, "value");
	xml_attribute(xml, "p:dpv-match", str_of(schema_dpv_matches[row->match]));
	if (row->match != DPV_NONE)
		buf_add_format(&term, DPV_NAMESPACE "%s", row->term);
	xml_attribute(xml, "p:dpv", buf_str(&term));
	xml_text(xml, str_of(schema_words[word].word[LANG_EN]));
	xml_close(xml, "value");
	add_help(xml, schema_words[word].label);
	buf_release(&term);
}

static void add_vocabulary(struct xml_writer *xml, enum vocabulary vocabulary)
{
	const struct vocabulary_row *row = schema_vocabulary(vocabulary);
	struct buf name = BUF_INIT;

	schema_add_vocabulary_name(&name, vocabulary);
	open_named(xml, "define", name.s);
	add_help(xml, row->help);
	xml_open(xml, "choice");
	for (unsigned i = 0; i < row->n; i++) {
		if (schema_word_is_public(row->first + i))
			add_word(xml, row->first + i);
	}
	xml_close(xml, "choice");
	xml_close(xml, "define");
	buf_release(&name);
}

/* --- shapes --- */

static void open_shape(struct xml_writer *xml, enum schema_shape shape)
{
	open_named(xml, "define", schema_shapes[shape].name);
	add_help(xml, schema_shapes[shape].help);
}

static void add_text_shapes(struct xml_writer *xml)
{
	open_named(xml, "define", "text-in-language");
	open_named(xml, "attribute", "xml:lang");
	add_ref(xml, "language");
	xml_close(xml, "attribute");
	xml_open(xml, "text");
	xml_close(xml, "text");
	xml_close(xml, "define");
	open_shape(xml, SHAPE_TEXT);
	add_element(xml, "text", "text-in-language", "oneOrMore");
	xml_close(xml, "define");
	open_named(xml, "define", "todo");
	add_attribute(xml, "field", "xs:string", true);
	add_element(xml, "text", "text-in-language", "zeroOrMore");
	xml_close(xml, "define");
}

/* A choice between an attribute and the shape of a text. */
static void add_attribute_or_text(struct xml_writer *xml, enum schema_shape shape, const char *name,
				  const char *type)
{
	open_shape(xml, shape);
	xml_open(xml, "choice");
	add_attribute(xml, name, type, true);
	add_ref(xml, "text");
	xml_close(xml, "choice");
	xml_close(xml, "define");
}

static void add_reference_shapes(struct xml_writer *xml)
{
	open_shape(xml, SHAPE_REFERENCE);
	add_attribute(xml, "ref", "id", true);
	xml_close(xml, "define");
	add_attribute_or_text(xml, SHAPE_REFERENCE_OR_TEXT, "ref", "id");
	add_attribute_or_text(xml, SHAPE_URL_OR_TEXT, "href", "url");
	open_shape(xml, SHAPE_FLAG_OR_URL);
	xml_open(xml, "choice");
	add_type(xml, "xs:boolean");
	add_ref(xml, "url");
	xml_close(xml, "choice");
	xml_close(xml, "define");
}

/* One kind of period: the kind, then what it needs. */
static void open_period(struct xml_writer *xml, enum period_kind kind)
{
	xml_open(xml, "group");
	open_named(xml, "attribute", "kind");
	add_word(xml, facts_period_kinds[kind]);
	xml_close(xml, "attribute");
}

static void add_bound(struct xml_writer *xml)
{
	xml_open(xml, "optional");
	open_named(xml, "attribute", "bound");
	xml_open(xml, "choice");
	add_word(xml, facts_bounds[BOUND_AT_MOST]);
	add_word(xml, facts_bounds[BOUND_AT_LEAST]);
	xml_close(xml, "choice");
	xml_close(xml, "attribute");
	xml_close(xml, "optional");
}

static void add_period_shape(struct xml_writer *xml)
{
	open_shape(xml, SHAPE_PERIOD);
	xml_open(xml, "choice");
	for (int kind = PERIOD_AFTER; kind <= PERIOD_INDEFINITE; kind++) {
		open_period(xml, (enum period_kind)kind);
		if (kind == PERIOD_AFTER) {
			add_bound(xml);
			add_element(xml, "duration", "duration", NULL);
		}
		if (kind <= PERIOD_UNTIL) {
			add_element(xml, "event", "reference", "zeroOrMore");
			add_element(xml, "from", "word-period-start", "optional");
		}
		if (kind == PERIOD_CRITERIA)
			add_element(xml, "criteria", "text", NULL);
		xml_close(xml, "group");
	}
	xml_close(xml, "choice");
	xml_close(xml, "define");
}

/* --- blocks --- */

static void add_field(struct xml_writer *xml, const struct field_row *row)
{
	const char *count = schema_repeats(row) ? "zeroOrMore" : "optional";
	struct buf type = BUF_INIT;

	schema_add_field_type(&type, row);
	xml_open(xml, count);
	open_named(xml, "element", row->word[LANG_EN]);
	add_help(xml, row->help);
	add_type(xml, type.s);
	xml_close(xml, "element");
	xml_close(xml, count);
	buf_release(&type);
}

static void add_fields(struct xml_writer *xml, enum block block)
{
	const struct block_row *row = schema_block(block);

	add_element(xml, "todo", "todo", "zeroOrMore");
	for (unsigned i = 0; i < row->n; i++) {
		if (schema_is_public(&schema_fields[row->first + i]))
			add_field(xml, &schema_fields[row->first + i]);
	}
	add_field(xml, &schema_fields[ANY_ALLOW]);
}

static void add_block(struct xml_writer *xml, enum block block)
{
	struct buf name = BUF_INIT;

	schema_add_block_name(&name, block);
	open_named(xml, "define", name.s);
	add_help(xml, schema_block(block)->help);
	if (schema_block_is_named(block, false))
		add_attribute(xml, "id", "id", schema_block_is_named(block, true));
	add_fields(xml, block);
	xml_close(xml, "define");
	buf_release(&name);
}

static void add_facts(struct xml_writer *xml)
{
	open_named(xml, "define", "facts");
	add_fields(xml, BLOCK_ROOT);
	xml_open(xml, "optional");
	open_named(xml, "element", "derived");
	add_help(xml, schema_element_help("derived", ""));
	add_element(xml, "right", "word-right", "zeroOrMore");
	add_element(xml, "authority", "reference", "optional");
	xml_close(xml, "element");
	xml_close(xml, "optional");
	xml_open(xml, "optional");
	open_named(xml, "element", "built-in");
	add_help(xml, schema_element_help("built-in", ""));
	add_element(xml, "event", "block-event", "zeroOrMore");
	add_element(xml, "authority", "block-authority", "zeroOrMore");
	xml_close(xml, "element");
	xml_close(xml, "optional");
	xml_close(xml, "define");
}

/* --- documents --- */

static void add_node_ref(struct xml_writer *xml, enum doc_kind kind)
{
	struct buf name = BUF_INIT;

	buf_add_format(&name, "node-%s", render_nodes[kind].name);
	add_ref(xml, name.s);
	buf_release(&name);
}

static void add_group(struct xml_writer *xml, const char *name, enum node_layout layout)
{
	open_named(xml, "define", name);
	xml_open(xml, "choice");
	for (int i = 0; i < DOC_KIND_COUNT; i++) {
		if (render_node_is_in((enum doc_kind)i, layout))
			add_node_ref(xml, (enum doc_kind)i);
	}
	if (layout == NODE_INLINE)
		add_element(xml, "foreign", "text-in-language", NULL);
	xml_close(xml, "choice");
	xml_close(xml, "define");
}

/* <count><choice>the patterns</choice></count>; `text`: characters may stand between. */
static void add_any(struct xml_writer *xml, const char *const *names, bool text)
{
	xml_open(xml, "zeroOrMore");
	xml_open(xml, "choice");
	if (text) {
		xml_open(xml, "text");
		xml_close(xml, "text");
	}
	for (; *names; names++)
		add_ref(xml, *names);
	xml_close(xml, "choice");
	xml_close(xml, "zeroOrMore");
}

struct content_row {
	const char *first;  /* may stand once, at the start; NULL: nothing */
	const char *any[4]; /* patterns that may follow, in any order and number */
	bool text;	    /* characters too */
};

static const struct content_row contents[NODE_CONTENT_COUNT] = {
	[NODE_TEXT] = { NULL, { NULL }, true },
	[NODE_INLINES] = { NULL, { "inlines", NULL }, true },
	[NODE_FLOW] = { NULL, { "inlines", "blocks", NULL }, true },
	[NODE_SECTIONS] = { "node-heading", { "blocks", "node-gap", NULL }, false },
	[NODE_ITEMS] = { NULL, { "node-item", NULL }, false },
	[NODE_TERMS] = { NULL, { "node-term", "node-meaning", NULL }, false },
	[NODE_ROWS] = { "node-caption", { "node-row", NULL }, false },
	[NODE_CELLS] = { NULL, { "node-cell", NULL }, false },
};

static void add_content(struct xml_writer *xml, enum node_content content)
{
	const struct content_row *row = &contents[content];

	if (row->first) {
		xml_open(xml, "optional");
		add_ref(xml, row->first);
		xml_close(xml, "optional");
	}
	if (row->any[0]) {
		add_any(xml, row->any, row->text);
	} else {
		xml_open(xml, row->text ? "text" : "empty");
		xml_close(xml, row->text ? "text" : "empty");
	}
}

static void add_node(struct xml_writer *xml, enum doc_kind kind)
{
	const struct node_row *row = &render_nodes[kind];
	struct buf name = BUF_INIT;

	buf_add_format(&name, "node-%s", row->name);
	open_named(xml, "define", name.s);
	open_named(xml, "element", row->name);
	add_help(xml, row->help);
	if (row->id)
		add_attribute(xml, row->id, "id", false);
	if (kind == DOC_SECTION)
		add_attribute(xml, "number", "xs:string", false);
	if (row->href)
		add_attribute(xml, row->href, kind == DOC_LINK ? "url" : "id", true);
	if (row->flag)
		add_attribute(xml, row->flag, "xs:boolean", false);
	add_content(xml, row->content);
	xml_close(xml, "element");
	xml_close(xml, "define");
	buf_release(&name);
}

static void add_documents(struct xml_writer *xml)
{
	add_group(xml, "inlines", NODE_INLINE);
	add_group(xml, "blocks", NODE_BLOCK);
	for (int i = 0; i < DOC_KIND_COUNT; i++) {
		if (render_nodes[i].name)
			add_node(xml, (enum doc_kind)i);
	}
	open_named(xml, "define", "document");
	add_attribute(xml, "xml:lang", "language", true);
	add_attribute(xml, "title", "xs:string", true);
	add_content(xml, NODE_SECTIONS);
	xml_close(xml, "define");
}

static void add_start(struct xml_writer *xml)
{
	xml_open(xml, "start");
	open_named(xml, "element", "policy");
	add_help(xml, schema_element_help("policy", ""));
	add_attribute(xml, "id", "id", true);
	open_named(xml, "attribute", "edition");
	xml_element(xml, "value", STR("1"));
	xml_close(xml, "attribute");
	open_named(xml, "attribute", "languages");
	xml_open(xml, "list");
	xml_open(xml, "oneOrMore");
	add_ref(xml, "language");
	xml_close(xml, "oneOrMore");
	xml_close(xml, "list");
	xml_close(xml, "attribute");
	add_attribute(xml, "draft", "xs:boolean", false);
	add_element(xml, "facts", "facts", NULL);
	add_element(xml, "document", "document", "oneOrMore");
	xml_close(xml, "element");
	xml_close(xml, "start");
}

static void open_grammar(struct xml_writer *xml)
{
	xml_open(xml, "grammar");
	xml_attribute(xml, "xmlns", STR("http://relaxng.org/ns/structure/1.0"));
	xml_attribute(xml, "xmlns:a", STR("http://relaxng.org/ns/compatibility/annotations/1.0"));
	xml_attribute(xml, "datatypeLibrary", STR("http://www.w3.org/2001/XMLSchema-datatypes"));
	xml_attribute(xml, "ns", STR(XML_NAMESPACE));
	xml_attribute(xml, "xmlns:p", STR(XML_NAMESPACE));
}

void render_schema_rng(struct buf *out)
{
	struct xml_writer xml = { .out = out };

	schema_add_head(out);
	open_grammar(&xml);
	add_start(&xml);
	add_facts(&xml);
	for (int i = 0; i < BLOCK_COUNT; i++) {
		if (schema_block_is_public((enum block)i))
			add_block(&xml, (enum block)i);
	}
	add_text_shapes(&xml);
	add_reference_shapes(&xml);
	add_period_shape(&xml);
	add_documents(&xml);
	for (const struct schema_simple *simple = schema_simples; simple->name; simple++)
		add_simple(&xml, simple);
	for (int i = VOCABULARY_NONE + 1; i < VOCABULARY_COUNT; i++)
		add_vocabulary(&xml, (enum vocabulary)i);
	xml_close(&xml, "grammar");
	buf_add_char(out, '\n');
}
