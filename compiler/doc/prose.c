/*
 * Markdown -> nodes, through cmark. Takes texts that doc_check_texts() has seen; what
 * it refuses (raw HTML, images, unsafe links) leaves no trace but its plain words.
 */
#include "base/typography.h"
#include "doc/markdown.h"
#include "doc/parts.h"

#include <string.h>

enum { HEADING_LIMIT = 6 };

struct prose {
	struct doc_builder *b;
	struct doc_node *top; /* where it all goes */
	struct doc_node *at;  /* where the next node goes */
	bool sections;	      /* headings become sections */
	size_t section_count;
	size_t depth; /* of the sections open */
	struct {
		struct doc_node *section;
		int level; /* of its heading */
	} open[HEADING_LIMIT];
};

bool doc_is_safe_url(struct str url)
{
	static const char *const schemes[] = { "https:", "http:", "mailto:", "tel:" };

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (str_has_prefix(url, schemes[i]))
			return true;
	return false;
}

static struct str literal(cmark_node *node)
{
	const char *s = cmark_node_get_literal(node);

	return str_of(s ? s : "");
}

static struct str link_url(cmark_node *node)
{
	const char *url = cmark_node_get_url(node);

	return str_of(url ? url : "");
}

/* The text under way, as a node. */
static void end_run(struct prose *prose)
{
	struct doc_builder *b = prose->b;

	if (b->plain.n)
		doc_add_set_text(b, prose->at, str_copy(b->arena, buf_str(&b->plain)));
	buf_reset(&b->plain);
}

/* --- headings --- */

static bool is_section(const struct prose *prose, cmark_node *node)
{
	return prose->sections && cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
}

static void open_section(struct prose *prose, int level)
{
	struct doc_node *parent = prose->top, *section;
	struct str id;

	while (prose->depth && prose->open[prose->depth - 1].level >= level)
		prose->depth--;
	if (prose->depth)
		parent = prose->open[prose->depth - 1].section;
	id = str_format(prose->b->arena, "%.*s:%zu", STR_ARGS(prose->top->id), ++prose->section_count);
	section = doc_add_section(prose->b, parent, id);
	prose->open[prose->depth].section = section;
	prose->open[prose->depth++].level = level;
	prose->at = section->first;
}

static void enter_heading(struct prose *prose, cmark_node *node)
{
	if (is_section(prose, node))
		open_section(prose, cmark_node_get_heading_level(node));
	else
		prose->at = doc_add(prose->b, doc_add(prose->b, prose->at, DOC_PARAGRAPH), DOC_STRONG);
}

static void leave_heading(struct prose *prose, cmark_node *node)
{
	prose->at = is_section(prose, node) ? prose->at->parent : prose->at->parent->parent;
}

/* --- the other nodes: what cmark's kinds become --- */

enum action { ACTION_SKIP, ACTION_CONTAINER, ACTION_LEAF, ACTION_TEXT };

static const struct prose_row {
	enum action action;
	enum doc_kind kind;
} rows[] = {
	[CMARK_NODE_BLOCK_QUOTE] = { ACTION_CONTAINER, DOC_QUOTE },
	[CMARK_NODE_LIST] = { ACTION_CONTAINER, DOC_LIST },
	[CMARK_NODE_ITEM] = { ACTION_CONTAINER, DOC_ITEM },
	[CMARK_NODE_PARAGRAPH] = { ACTION_CONTAINER, DOC_PARAGRAPH },
	[CMARK_NODE_EMPH] = { ACTION_CONTAINER, DOC_EMPHASIS },
	[CMARK_NODE_STRONG] = { ACTION_CONTAINER, DOC_STRONG },
	[CMARK_NODE_LINK] = { ACTION_CONTAINER, DOC_LINK },
	[CMARK_NODE_CODE_BLOCK] = { ACTION_LEAF, DOC_CODE_BLOCK },
	[CMARK_NODE_CODE] = { ACTION_LEAF, DOC_CODE },
	[CMARK_NODE_THEMATIC_BREAK] = { ACTION_LEAF, DOC_RULE },
	[CMARK_NODE_LINEBREAK] = { ACTION_LEAF, DOC_BREAK },
	[CMARK_NODE_TEXT] = { ACTION_TEXT, DOC_TEXT },
	[CMARK_NODE_SOFTBREAK] = { ACTION_TEXT, DOC_TEXT },
	[CMARK_NODE_IMAGE] = { ACTION_SKIP, DOC_TEXT },
};

static bool is_container(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_LINK && !doc_is_safe_url(link_url(node)))
		return false;
	return rows[type].action == ACTION_CONTAINER;
}

static void enter_container(struct prose *prose, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	prose->at = doc_add(prose->b, prose->at, rows[type].kind);
	if (type == CMARK_NODE_LINK)
		prose->at->href = str_copy(prose->b->arena, link_url(node));
	if (type == CMARK_NODE_LIST)
		prose->at->flag = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
}

/* Text and the ends of its lines are put together in b->plain, set already: one node. */
static void add_run(struct prose *prose, cmark_node *node)
{
	struct doc_builder *b = prose->b;
	struct str text = literal(node);

	if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) {
		buf_add_char(&b->plain, ' ');
	} else if (memchr(text.s, '{', text.n)) {
		end_run(prose);
		doc_add_author_str(b, prose->at, str_copy(b->arena, text));
	} else {
		typography_add(&b->plain, text, b->lang);
	}
}

static void enter_leaf(struct prose *prose, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (rows[type].action == ACTION_TEXT)
		add_run(prose, node);
	else if (rows[type].action == ACTION_LEAF)
		doc_add(prose->b, prose->at, rows[type].kind)->text =
				str_copy(prose->b->arena, literal(node));
}

static void enter(struct prose *prose, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (rows[type].action != ACTION_TEXT)
		end_run(prose);
	if (type == CMARK_NODE_HEADING)
		enter_heading(prose, node);
	else if (is_container(node))
		enter_container(prose, node);
	else
		enter_leaf(prose, node);
}

static void leave(struct prose *prose, cmark_node *node)
{
	end_run(prose);
	if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
		leave_heading(prose, node);
	else if (is_container(node))
		prose->at = prose->at->parent;
}

static void add_markdown(struct prose *prose, struct str markdown)
{
	struct arena *arena = arena_new();
	cmark_node *document = doc_markdown_begin(arena, markdown);
	cmark_iter *walk = cmark_iter_new(document);
	cmark_event_type event;

	buf_reset(&prose->b->plain);
	while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);

		if (node == document)
			continue;
		if (event == CMARK_EVENT_ENTER)
			enter(prose, node);
		else
			leave(prose, node);
	}
	end_run(prose);
	doc_markdown_end();
	arena_free(arena);
}

static void add_text(struct doc_builder *b, struct doc_node *parent, const struct text *text, bool sections)
{
	struct prose prose = { .b = b, .top = parent, .at = parent, .sections = sections };

	if (!str_is_blank(text_in(text, b->lang)))
		add_markdown(&prose, text_in(text, b->lang));
}

void doc_add_prose(struct doc_builder *b, struct doc_node *parent, const struct text *markdown)
{
	add_text(b, parent, markdown, false);
}

void doc_add_prose_sections(struct doc_builder *b, struct doc_node *section, const struct text *markdown)
{
	add_text(b, section, markdown, true);
}

void doc_add_prose_field(struct doc_builder *b, struct doc_node *parent, const struct object *object,
			 enum field field)
{
	if (!object_has(object, field) && !doc_says(b, object, field))
		return;
	doc_add_prose(b, parent, object_text(object, field));
	if (!object_value(object, field))
		doc_add_todos(b, doc_add(b, parent, DOC_PARAGRAPH), object, field);
}
