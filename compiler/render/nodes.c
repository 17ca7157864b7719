/*
 * The table of nodes.def, by kind. Documents and texts have no row: the first are
 * the <document> element, the second characters.
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
