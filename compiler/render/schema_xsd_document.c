/*
 * The other half of grammar/policy.xsd: the types of the documents, from nodes.def,
 * and the few elements of XML Schema that both halves write.
 */
#include "render/nodes.h"
#include "render/schema_xsd.h"

void xsd_open_named(struct xml_writer *xml, const char *element, const char *name)
{
	xml_open(xml, element);
	xml_attribute(xml, "name", str_of(name));
}

void xsd_open_element(struct xml_writer *xml, const char *name, const char *type, bool required, bool repeats)
{
	xsd_open_named(xml, "xs:element", name);
	xml_attribute(xml, "type", str_of(type));
	xml_attribute(xml, "minOccurs", required ? STR("") : STR("0"));
	xml_attribute(xml, "maxOccurs", repeats ? STR("unbounded") : STR(""));
}

void xsd_add_element(struct xml_writer *xml, const char *name, const char *type, bool required, bool repeats)
{
	struct words help = schema_element_help(name, type);

	xsd_open_element(xml, name, type, required, repeats);
	if (*help.in[LANG_EN])
		xsd_add_annotation(xml, help);
	xml_close(xml, "xs:element");
}

void xsd_add_attribute(struct xml_writer *xml, const char *name, const char *type, bool required)
{
	xsd_open_named(xml, "xs:attribute", name);
	xml_attribute(xml, "type", str_of(type));
	xml_attribute(xml, "use", required ? STR("required") : STR(""));
	xml_close(xml, "xs:attribute");
}

void xsd_add_language_attribute(struct xml_writer *xml)
{
	xml_open(xml, "xs:attribute");
	xml_attribute(xml, "ref", STR("xml:lang"));
	xml_attribute(xml, "use", STR("required"));
	xml_close(xml, "xs:attribute");
}

void xsd_add_annotation(struct xml_writer *xml, struct words help)
{
	xml_open(xml, "xs:annotation");
	schema_add_help(xml, "xs:documentation", help);
	xml_close(xml, "xs:annotation");
}

void xsd_add_empty(struct xml_writer *xml, const char *element, const char *attribute, const char *value)
{
	xml_open(xml, element);
	xml_attribute(xml, attribute, str_of(value));
	xml_close(xml, element);
}

void xsd_add_selector(struct xml_writer *xml, const char *path, const char *field)
{
	xsd_add_empty(xml, "xs:selector", "xpath", path);
	xsd_add_empty(xml, "xs:field", "xpath", field);
}

static void add_group_reference(struct xml_writer *xml, const char *group)
{
	xsd_add_empty(xml, "xs:group", "ref", group);
}

static void open_choice(struct xml_writer *xml)
{
	xml_open(xml, "xs:choice");
	xml_attribute(xml, "minOccurs", STR("0"));
	xml_attribute(xml, "maxOccurs", STR("unbounded"));
}

static void add_node_element(struct xml_writer *xml, enum doc_kind kind)
{
	struct buf type = BUF_INIT;

	buf_add_format(&type, "node-%s", render_nodes[kind].name);
	xsd_add_element(xml, render_nodes[kind].name, type.s, true, false);
	buf_release(&type);
}

static void add_group(struct xml_writer *xml, const char *name, enum node_layout layout)
{
	xsd_open_named(xml, "xs:group", name);
	xml_open(xml, "xs:choice");
	for (int i = 0; i < DOC_KIND_COUNT; i++) {
		if (render_node_is_in((enum doc_kind)i, layout))
			add_node_element(xml, (enum doc_kind)i);
	}
	if (layout == NODE_INLINE)
		xsd_add_element(xml, "foreign", "text-in-language", true, false);
	xml_close(xml, "xs:choice");
	xml_close(xml, "xs:group");
}

static void add_inlines(struct xml_writer *xml)
{
	open_choice(xml);
	add_group_reference(xml, "inlines");
	xml_close(xml, "xs:choice");
}

static void add_flow(struct xml_writer *xml)
{
	open_choice(xml);
	add_group_reference(xml, "inlines");
	add_group_reference(xml, "blocks");
	xml_close(xml, "xs:choice");
}

static void add_sections(struct xml_writer *xml)
{
	xml_open(xml, "xs:sequence");
	xsd_add_element(xml, "heading", "node-heading", false, false);
	open_choice(xml);
	add_group_reference(xml, "blocks");
	xsd_add_element(xml, "gap", "node-gap", true, false);
	xml_close(xml, "xs:choice");
	xml_close(xml, "xs:sequence");
}

static void add_items(struct xml_writer *xml)
{
	xml_open(xml, "xs:sequence");
	xsd_add_element(xml, "item", "node-item", false, true);
	xml_close(xml, "xs:sequence");
}

static void add_terms(struct xml_writer *xml)
{
	open_choice(xml);
	xsd_add_element(xml, "term", "node-term", true, false);
	xsd_add_element(xml, "meaning", "node-meaning", true, false);
	xml_close(xml, "xs:choice");
}

static void add_rows(struct xml_writer *xml)
{
	xml_open(xml, "xs:sequence");
	xsd_add_element(xml, "caption", "node-caption", false, false);
	xsd_add_element(xml, "row", "node-row", false, true);
	xml_close(xml, "xs:sequence");
}

static void add_cells(struct xml_writer *xml)
{
	xml_open(xml, "xs:sequence");
	xsd_add_element(xml, "cell", "node-cell", false, true);
	xml_close(xml, "xs:sequence");
}

static void (*const contents[NODE_CONTENT_COUNT])(struct xml_writer *) = {
	[NODE_INLINES] = add_inlines, [NODE_FLOW] = add_flow,	[NODE_SECTIONS] = add_sections,
	[NODE_ITEMS] = add_items,     [NODE_TERMS] = add_terms, [NODE_ROWS] = add_rows,
	[NODE_CELLS] = add_cells,
};

static void add_node_attributes(struct xml_writer *xml, enum doc_kind kind)
{
	const struct node_row *row = &render_nodes[kind];

	if (row->id)
		xsd_add_attribute(xml, row->id, "id", false);
	if (kind == DOC_SECTION)
		xsd_add_attribute(xml, "number", "xs:string", false);
	if (row->href)
		xsd_add_attribute(xml, row->href, kind == DOC_LINK ? "url" : "id", true);
	if (row->flag)
		xsd_add_attribute(xml, row->flag, "xs:boolean", false);
}

static void add_node_type(struct xml_writer *xml, enum doc_kind kind)
{
	const struct node_row *row = &render_nodes[kind];
	bool mixed = row->content == NODE_TEXT || row->content == NODE_INLINES || row->content == NODE_FLOW;
	struct buf name = BUF_INIT;

	buf_add_format(&name, "node-%s", row->name);
	xsd_open_named(xml, "xs:complexType", name.s);
	xml_attribute(xml, "mixed", mixed ? STR("true") : STR(""));
	xsd_add_annotation(xml, row->help);
	if (contents[row->content])
		contents[row->content](xml);
	add_node_attributes(xml, kind);
	xml_close(xml, "xs:complexType");
	buf_release(&name);
}

void xsd_add_documents(struct xml_writer *xml)
{
	add_group(xml, "inlines", NODE_INLINE);
	add_group(xml, "blocks", NODE_BLOCK);
	for (int i = 0; i < DOC_KIND_COUNT; i++) {
		if (render_nodes[i].name)
			add_node_type(xml, (enum doc_kind)i);
	}
	xsd_open_named(xml, "xs:complexType", "document");
	add_sections(xml);
	xsd_add_language_attribute(xml);
	xsd_add_attribute(xml, "title", "xs:string", true);
	xml_close(xml, "xs:complexType");
}

void xsd_add_document_element(struct xml_writer *xml)
{
	xsd_open_element(xml, "document", "document", true, true);
	xsd_add_annotation(xml, schema_element_help("document", "document"));
	xsd_open_named(xml, "xs:unique", "place");
	xsd_add_selector(xml, ".//*", "@id");
	xml_close(xml, "xs:unique");
	xsd_open_named(xml, "xs:keyref", "place-reference");
	xml_attribute(xml, "refer", STR("place"));
	xsd_add_selector(xml, ".//p:reference", "@ref");
	xml_close(xml, "xs:keyref");
	xml_close(xml, "xs:element");
}
