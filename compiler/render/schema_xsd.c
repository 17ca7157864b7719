/*
 * grammar/policy.xsd: the W3C XML Schema of the XML output. This half makes the
 * types of the facts from the tables of grammar/; schema_xsd_document.c those of the
 * documents. References must resolve (xs:key, xs:keyref).
 */
#include "render/render.h"
#include "render/schema_xsd.h"

/* --- simple types --- */

static void add_simple(struct xml_writer *xml, const struct schema_simple *simple)
{
	struct buf base = BUF_INIT;

	buf_add_format(&base, "xs:%s", simple->base);
	xsd_open_named(xml, "xs:simpleType", simple->name);
	xsd_add_annotation(xml, simple->help);
	xml_open(xml, "xs:restriction");
	xml_attribute(xml, "base", buf_str(&base));
	if (simple->pattern)
		xsd_add_empty(xml, "xs:pattern", "value", simple->pattern);
	xml_close(xml, "xs:restriction");
	xml_close(xml, "xs:simpleType");
	buf_release(&base);
}

/* The term of the Data Privacy Vocabulary, and how near it is. */
static void add_dpv(struct xml_writer *xml, const struct dpv_row *row)
{
	xml_open(xml, "xs:appinfo");
	xml_attribute(xml, "source", STR(DPV_NAMESPACE));
	xml_open(xml, "p:dpv");
	xml_attribute(xml, "match", str_of(schema_dpv_matches[row->match]));
	if (row->match != DPV_NONE) {
		xml_text(xml, STR(DPV_NAMESPACE));
		xml_text(xml, str_of(row->term));
	}
	xml_close(xml, "p:dpv");
	xml_close(xml, "xs:appinfo");
}

static void add_word(struct xml_writer *xml, enum word word)
{
	xml_open(xml, "xs:enumeration");
	xml_attribute(xml, "value", str_of(schema_words[word].word[LANG_EN]));
	xml_open(xml, "xs:annotation");
	schema_add_help(xml, "xs:documentation", schema_words[word].label);
	add_dpv(xml, &schema_dpv[word]);
	xml_close(xml, "xs:annotation");
	xml_close(xml, "xs:enumeration");
}

static void open_restriction(struct xml_writer *xml)
{
	xml_open(xml, "xs:restriction");
	xml_attribute(xml, "base", STR("xs:string"));
}

static void add_vocabulary(struct xml_writer *xml, enum vocabulary vocabulary)
{
	const struct vocabulary_row *row = schema_vocabulary(vocabulary);
	struct buf name = BUF_INIT;

	schema_add_vocabulary_name(&name, vocabulary);
	xsd_open_named(xml, "xs:simpleType", name.s);
	xsd_add_annotation(xml, row->help);
	open_restriction(xml);
	for (unsigned i = 0; i < row->n; i++) {
		if (schema_word_is_public(row->first + i))
			add_word(xml, row->first + i);
	}
	xml_close(xml, "xs:restriction");
	xml_close(xml, "xs:simpleType");
	buf_release(&name);
}

static void add_simple_types(struct xml_writer *xml)
{
	for (const struct schema_simple *simple = schema_simples; simple->name; simple++)
		add_simple(xml, simple);
	for (int i = VOCABULARY_NONE + 1; i < VOCABULARY_COUNT; i++)
		add_vocabulary(xml, (enum vocabulary)i);
}

/* --- shapes --- */

static void open_shape(struct xml_writer *xml, enum schema_shape shape)
{
	xsd_open_named(xml, "xs:complexType", schema_shapes[shape].name);
	xsd_add_annotation(xml, schema_shapes[shape].help);
}

static void add_texts(struct xml_writer *xml, bool required)
{
	xml_open(xml, "xs:sequence");
	xsd_add_element(xml, "text", "text-in-language", required, true);
	xml_close(xml, "xs:sequence");
}

static void add_text_shapes(struct xml_writer *xml)
{
	xsd_open_named(xml, "xs:complexType", "text-in-language");
	xml_open(xml, "xs:simpleContent");
	xml_open(xml, "xs:extension");
	xml_attribute(xml, "base", STR("xs:string"));
	xsd_add_language_attribute(xml);
	xml_close(xml, "xs:extension");
	xml_close(xml, "xs:simpleContent");
	xml_close(xml, "xs:complexType");
	open_shape(xml, SHAPE_TEXT);
	add_texts(xml, true);
	xml_close(xml, "xs:complexType");
	xsd_open_named(xml, "xs:complexType", "todo");
	add_texts(xml, false);
	xsd_add_attribute(xml, "field", "xs:string", true);
	xml_close(xml, "xs:complexType");
}

static void add_reference_shapes(struct xml_writer *xml)
{
	open_shape(xml, SHAPE_REFERENCE);
	xsd_add_attribute(xml, "ref", "id", true);
	xml_close(xml, "xs:complexType");
	open_shape(xml, SHAPE_REFERENCE_OR_TEXT);
	add_texts(xml, false);
	xsd_add_attribute(xml, "ref", "id", false);
	xml_close(xml, "xs:complexType");
	open_shape(xml, SHAPE_URL_OR_TEXT);
	add_texts(xml, false);
	xsd_add_attribute(xml, "href", "url", false);
	xml_close(xml, "xs:complexType");
	xsd_open_named(xml, "xs:simpleType", schema_shapes[SHAPE_FLAG_OR_URL].name);
	xsd_add_annotation(xml, schema_shapes[SHAPE_FLAG_OR_URL].help);
	xsd_add_empty(xml, "xs:union", "memberTypes", "xs:boolean url");
	xml_close(xml, "xs:simpleType");
}

/* An attribute whose values are the words of an array. */
static void add_words_attribute(struct xml_writer *xml, const char *name, const enum word *words, size_t n,
				bool required)
{
	xsd_open_named(xml, "xs:attribute", name);
	xml_attribute(xml, "use", required ? STR("required") : STR(""));
	xml_open(xml, "xs:simpleType");
	open_restriction(xml);
	for (size_t i = 0; i < n; i++) {
		if (words[i] != WORD_NONE)
			add_word(xml, words[i]);
	}
	xml_close(xml, "xs:restriction");
	xml_close(xml, "xs:simpleType");
	xml_close(xml, "xs:attribute");
}

static void add_period_shape(struct xml_writer *xml)
{
	open_shape(xml, SHAPE_PERIOD);
	xml_open(xml, "xs:sequence");
	xsd_add_element(xml, "duration", "duration", false, false);
	xsd_add_element(xml, "event", "reference", false, true);
	xsd_add_element(xml, "from", "word-period-start", false, false);
	xsd_add_element(xml, "criteria", "text", false, false);
	xml_close(xml, "xs:sequence");
	add_words_attribute(xml, "kind", facts_period_kinds, PERIOD_INDEFINITE + 1, true);
	add_words_attribute(xml, "bound", facts_bounds, BOUND_AT_LEAST + 1, false);
	xml_close(xml, "xs:complexType");
}

/* --- blocks --- */

static void add_field(struct xml_writer *xml, const struct field_row *row)
{
	struct buf type = BUF_INIT;

	schema_add_field_type(&type, row);
	xsd_open_element(xml, row->word[LANG_EN], type.s, false, schema_repeats(row));
	xsd_add_annotation(xml, row->help);
	xml_close(xml, "xs:element");
	buf_release(&type);
}

/* What is still to be said, then the fields; all optional, since a draft lacks some. */
static void add_fields(struct xml_writer *xml, enum block block)
{
	const struct block_row *row = schema_block(block);

	xsd_add_element(xml, "todo", "todo", false, true);
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
	xsd_open_named(xml, "xs:complexType", name.s);
	xsd_add_annotation(xml, schema_block(block)->help);
	xml_open(xml, "xs:sequence");
	add_fields(xml, block);
	xml_close(xml, "xs:sequence");
	if (schema_block_is_named(block, false))
		xsd_add_attribute(xml, "id", "id", schema_block_is_named(block, true));
	xml_close(xml, "xs:complexType");
	buf_release(&name);
}

static void open_sequence(struct xml_writer *xml, const char *element)
{
	xsd_open_named(xml, "xs:element", element);
	xml_attribute(xml, "minOccurs", STR("0"));
	xsd_add_annotation(xml, schema_element_help(element, ""));
	xml_open(xml, "xs:complexType");
	xml_open(xml, "xs:sequence");
}

static void close_sequence(struct xml_writer *xml)
{
	xml_close(xml, "xs:sequence");
	xml_close(xml, "xs:complexType");
	xml_close(xml, "xs:element");
}

/* The root block, with what polc derives and supplies. */
static void add_facts_type(struct xml_writer *xml)
{
	xsd_open_named(xml, "xs:complexType", "facts");
	xml_open(xml, "xs:sequence");
	add_fields(xml, BLOCK_ROOT);
	open_sequence(xml, "derived");
	xsd_add_element(xml, "right", "word-right", false, true);
	xsd_add_element(xml, "authority", "reference", false, false);
	close_sequence(xml);
	open_sequence(xml, "built-in");
	xsd_add_element(xml, "event", "block-event", false, true);
	xsd_add_element(xml, "authority", "block-authority", false, true);
	close_sequence(xml);
	xml_close(xml, "xs:sequence");
	xml_close(xml, "xs:complexType");
}

/* --- references --- */

/* The paths of the fields that refer to the block, "|" between them. */
static void add_paths(struct buf *out, enum block block)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		const struct field_row *row = &schema_fields[i];

		if ((row->type != TYPE_REFERENCE && row->type != TYPE_REFERENCE_OR_TEXT) ||
		    row->of != (int)block)
			continue;
		for (int j = 0; j < FIELD_COUNT; j++) {
			const struct field_row *holder = &schema_fields[j];

			if (holder->type == TYPE_BLOCK && holder->of == (int)row->block)
				buf_add_format(out, "%s.//p:%s/p:%s", out->n ? "|" : "",
					       holder->word[LANG_EN], row->word[LANG_EN]);
		}
	}
	if (block == BLOCK_EVENT)
		buf_add_text(out, "|.//p:event");
	if (block == BLOCK_AUTHORITY)
		buf_add_text(out, "|p:derived/p:authority");
}

/* The declarations of a kind, and every field that refers to one of them. */
static void add_key(struct xml_writer *xml, const struct field_row *declaration)
{
	const char *name = declaration->word[LANG_EN];
	struct buf text = BUF_INIT;
	struct buf paths = BUF_INIT;

	add_paths(&paths, (enum block)declaration->of);
	if (paths.n) {
		xsd_open_named(xml, "xs:key", name);
		buf_add_format(&text, "p:%s|p:built-in/p:%s", name, name);
		xsd_add_selector(xml, text.s, "@id");
		xml_close(xml, "xs:key");
		buf_reset(&text);
		buf_add_format(&text, "%s-reference", name);
		xsd_open_named(xml, "xs:keyref", text.s);
		xml_attribute(xml, "refer", str_of(name));
		xsd_add_selector(xml, paths.s, "@ref");
		xml_close(xml, "xs:keyref");
	}
	buf_release(&text);
	buf_release(&paths);
}

static void add_facts_element(struct xml_writer *xml)
{
	const struct block_row *root = schema_block(BLOCK_ROOT);

	xsd_open_element(xml, "facts", "facts", true, false);
	xsd_add_annotation(xml, schema_element_help("facts", "facts"));
	for (unsigned i = 0; i < root->n; i++) {
		if (schema_fields[root->first + i].flags & ID)
			add_key(xml, &schema_fields[root->first + i]);
	}
	xml_close(xml, "xs:element");
}

static void add_policy(struct xml_writer *xml)
{
	xsd_open_named(xml, "xs:element", "policy");
	xsd_add_annotation(xml, schema_element_help("policy", ""));
	xml_open(xml, "xs:complexType");
	xml_open(xml, "xs:sequence");
	add_facts_element(xml);
	xsd_add_document_element(xml);
	xml_close(xml, "xs:sequence");
	xsd_add_attribute(xml, "id", "id", true);
	xsd_open_named(xml, "xs:attribute", "edition");
	xml_attribute(xml, "use", STR("required"));
	xml_attribute(xml, "fixed", STR("1"));
	xml_close(xml, "xs:attribute");
	xsd_open_named(xml, "xs:attribute", "languages");
	xml_attribute(xml, "use", STR("required"));
	xml_open(xml, "xs:simpleType");
	xsd_add_empty(xml, "xs:list", "itemType", "language");
	xml_close(xml, "xs:simpleType");
	xml_close(xml, "xs:attribute");
	xsd_add_attribute(xml, "draft", "xs:boolean", false);
	xml_close(xml, "xs:complexType");
	xml_close(xml, "xs:element");
}

static void open_schema(struct xml_writer *xml)
{
	xml_open(xml, "xs:schema");
	xml_attribute(xml, "xmlns:xs", STR("http://www.w3.org/2001/XMLSchema"));
	xml_attribute(xml, "xmlns", STR(XML_NAMESPACE));
	xml_attribute(xml, "xmlns:p", STR(XML_NAMESPACE));
	xml_attribute(xml, "targetNamespace", STR(XML_NAMESPACE));
	xml_attribute(xml, "elementFormDefault", STR("qualified"));
	xml_open(xml, "xs:import");
	xml_attribute(xml, "namespace", STR("http://www.w3.org/XML/1998/namespace"));
	xml_attribute(xml, "schemaLocation", STR("xml.xsd"));
	xml_close(xml, "xs:import");
}

void render_schema_xsd(struct buf *out)
{
	struct xml_writer xml = { .out = out };

	schema_add_head(out);
	open_schema(&xml);
	add_policy(&xml);
	add_facts_type(&xml);
	for (int i = 0; i < BLOCK_COUNT; i++) {
		if (schema_block_is_public((enum block)i))
			add_block(&xml, (enum block)i);
	}
	add_text_shapes(&xml);
	add_reference_shapes(&xml);
	add_period_shape(&xml);
	xsd_add_documents(&xml);
	add_simple_types(&xml);
	xml_close(&xml, "xs:schema");
	buf_add_char(out, '\n');
}
