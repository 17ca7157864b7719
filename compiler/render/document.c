/*
 * A document -> XML elements, one for each node, by the table of nodes.def. Takes
 * a tree in one language; gives its blocks, indented, its texts untouched.
 */
#include "render/nodes.h"
#include "render/walker.h"
#include "render/xml.h"

static void add_foreign_text(struct xml_writer *xml, const struct doc_node *node)
{
	xml_open_tag(xml, STR("foreign"), false);
	xml_attribute(xml, "xml:lang", str_of(lang_tag(node->lang)));
	xml_text(xml, node->text);
	xml_close_tag(xml, STR("foreign"), false);
}

/* Inlines have none, but for a gap that stands among blocks. */
static bool has_own_line(const struct doc_node *node, const struct node_row *row)
{
	return row->layout != NODE_INLINE || (node->kind == DOC_GAP && walker_is_among_blocks(node));
}

static void node_enter(struct walker *walker, const struct doc_node *node)
{
	const struct node_row *row = &render_nodes[node->kind];
	struct xml_writer *xml = walker->state;

	xml_open_tag(xml, row->tag, has_own_line(node, row));
	if (row->id && node->id.n)
		xml_attribute(xml, row->id, node->id);
	if (node->kind == DOC_SECTION)
		xml_attribute(xml, "number", node->number);
	if (row->href && node->href.n)
		xml_attribute(xml, row->href, node->href);
	if (row->flag && node->flag)
		xml_attribute(xml, row->flag, STR("true"));
	if (node->text.n)
		xml_text(xml, node->text);
}

static void node_leave(struct walker *walker, const struct doc_node *node)
{
	const struct node_row *row = &render_nodes[node->kind];

	xml_close_tag(walker->state, row->tag, has_own_line(node, row));
}

static void text_enter(struct walker *walker, const struct doc_node *node)
{
	if (node->lang != walker->doc->lang) {
		add_foreign_text(walker->state, node);
	} else if (node->flag) {
		xml_begin_content(walker->state);
		buf_add_str(walker->out, node->text);
	} else {
		xml_text(walker->state, node->text);
	}
}

static const struct walker_action actions[DOC_KIND_COUNT] = {
	[DOC_TEXT] = ACTION("", "", text_enter, NULL),
#define NODE(kind, name, layout, content, id, href, flag, fr, en)                                            \
	[DOC_##kind] = ACTION("", "", node_enter, node_leave),
#include "render/nodes.def"
#undef NODE
};

void document_add(struct xml_writer *xml, const struct doc *doc)
{
	struct walker walker = { actions, xml->out, doc, xml };

	walker_run(&walker);
}
