/*
 * A document -> XML elements, one for each node, by the table of nodes.def. Takes
 * a tree in one language; gives its blocks, a line each and not indented, its texts
 * untouched. The table of contents is left out: it follows from the headings.
 */
#include "render/escape.h"
#include "render/nodes.h"
#include "render/walker.h"
#include "render/xml.h"

/* Identifiers and numbers need no escape (doc_check). */
static void add_attribute(struct buf *out, const char *name, struct str value, bool escaped)
{
	buf_add_char(out, ' ');
	buf_add_text(out, name);
	buf_add(out, "=\"", 2);
	if (escaped)
		escape_add(out, value, escape_xml_attribute);
	else
		buf_add_str(out, value);
	buf_add_char(out, '"');
}

static void add_attributes(struct walker *walker, const struct doc_node *node, const struct node_row *row)
{
	if (row->id && node->id.n)
		add_attribute(walker->out, row->id, node->id, false);
	if (node->kind == DOC_SECTION && node->number.n)
		add_attribute(walker->out, "number", node->number, false);
	if (row->href && node->href.n)
		add_attribute(walker->out, row->href, node->href, node->kind == DOC_LINK);
	if (row->flag && node->flag)
		add_attribute(walker->out, row->flag, STR("true"), false);
}

static void inlines_enter(struct walker *walker, const struct doc_node *node)
{
	add_attributes(walker, node, &render_nodes[node->kind]);
	buf_add_char(walker->out, '>');
}

/* The inside begins on the next line. */
static void blocks_enter(struct walker *walker, const struct doc_node *node)
{
	add_attributes(walker, node, &render_nodes[node->kind]);
	buf_add(walker->out, ">\n", 2);
}

/* A whole element. Inlines have no line of their own, but for a gap among blocks. */
static void leaf_enter(struct walker *walker, const struct doc_node *node)
{
	const struct node_row *row = &render_nodes[node->kind];

	inlines_enter(walker, node);
	escape_add(walker->out, node->text, escape_xml);
	buf_add(walker->out, "</", 2);
	buf_add_str(walker->out, row->tag);
	buf_add_char(walker->out, '>');
	if (row->layout != NODE_INLINE || (node->kind == DOC_GAP && walker_is_among_blocks(node)))
		buf_add_char(walker->out, '\n');
}

/* True when the frame would only say what its parent says. */
static bool is_left_out(const struct doc_node *node)
{
	return !node->next && str_is_empty(node->id) && walker_is_bare(node);
}

static void frame_enter(struct walker *walker, const struct doc_node *node)
{
	if (is_left_out(node))
		return;
	buf_add_char(walker->out, '<');
	buf_add_str(walker->out, render_nodes[node->kind].tag);
	inlines_enter(walker, node);
}

static void frame_leave(struct walker *walker, const struct doc_node *node)
{
	if (is_left_out(node))
		return;
	buf_add(walker->out, "</", 2);
	buf_add_str(walker->out, render_nodes[node->kind].tag);
	buf_add(walker->out, ">\n", 2);
}

static void text_enter(struct walker *walker, const struct doc_node *node)
{
	bool foreign = node->lang != walker->doc->lang;

	if (foreign) {
		buf_add_text(walker->out, "<foreign");
		add_attribute(walker->out, "xml:lang", str_of(lang_tag(node->lang)), false);
		buf_add_char(walker->out, '>');
	}
	if (node->flag)
		buf_add_str(walker->out, node->text);
	else
		escape_add(walker->out, node->text, escape_xml);
	if (foreign)
		buf_add_text(walker->out, "</foreign>");
}

/* An element's row, by its content and by what ends its line. */
#define OF_NOTHING(name, end)  ACTION("<" name "/>" end, "", NULL, NULL)
#define OF_TEXT(name, end)     ACTION("<" name, "", leaf_enter, NULL)
#define OF_INLINES(name, end)  ACTION("<" name, "</" name ">" end, inlines_enter, NULL)
#define OF_FLOW(name, end)     OF_INLINES(name, end)
#define OF_SECTIONS(name, end) ACTION("<" name, "</" name ">" end, blocks_enter, NULL)
#define OF_ITEMS(name, end)    OF_SECTIONS(name, end)
#define OF_TERMS(name, end)    OF_SECTIONS(name, end)
#define OF_ROWS(name, end)     OF_SECTIONS(name, end)
#define OF_CELLS(name, end)    OF_SECTIONS(name, end)
/* The same by its layout. */
#define AS_BLOCK(name, content)	 OF_##content(name, "\n")
#define AS_FRAME(name, content)	 ACTION("", "", frame_enter, frame_leave)
#define AS_PART(name, content)	 OF_##content(name, "\n")
#define AS_INLINE(name, content) OF_##content(name, "")

static const struct walker_action actions[DOC_KIND_COUNT] = {
	[DOC_TEXT] = ACTION("", "", text_enter, NULL),
#define NODE(kind, name, layout, content, id, href, flag, fr, en) [DOC_##kind] = AS_##layout(name, content),
#include "render/nodes.def"
#undef NODE
};

void document_add(struct buf *out, const struct doc *doc)
{
	struct walker walker = { actions, out, doc, NULL };

	buf_add_char(out, '\n');
	for (const struct doc_node *node = doc->root->first; node; node = node->next) {
		if (node->kind != DOC_CONTENTS)
			walker_run(&walker, node);
	}
}
