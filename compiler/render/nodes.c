/*
 * The table of nodes.def, by kind. Documents, contents and texts have no row: the
 * first are the <document> element, the second follow from the headings, the third are
 * characters.
 */
#include "render/nodes.h"

const struct node_row render_nodes[DOC_KIND_COUNT] = {
#define NODE(kind, name, layout, content, id, href, flag, fr, en)                                            \
	[DOC_##kind] = { name,                                                                               \
			 { name, sizeof(name) - 1 },                                                         \
			 NODE_##layout,                                                                      \
			 NODE_##content,                                                                     \
			 id,                                                                                 \
			 href,                                                                               \
			 flag,                                                                               \
			 WORDS(fr, en) },
#include "render/nodes.def"
#undef NODE
};

bool render_node_is_in(enum doc_kind kind, enum node_layout group)
{
	const struct node_row *row = &render_nodes[kind];

	return row->name && (row->layout == group || (row->layout == NODE_FRAME && group == NODE_BLOCK));
}
