/*
 * Inside doc/: how nodes are made and put together. "Adds" means: as the last child
 * of the parent. Only doc/builder.h includes this.
 */
#ifndef DOC_NODE_H
#define DOC_NODE_H

/* A node that stands nowhere yet, to hold inlines or blocks. */
static inline struct doc_node *doc_detached(struct doc_builder *b, enum doc_kind kind)
{
	struct doc_node *node = ARENA_NEW(b->arena, struct doc_node);

	node->kind = kind;
	node->lang = b->lang;
	return node;
}

static inline void doc_attach(struct doc_node *parent, struct doc_node *node)
{
	node->parent = parent;
	node->next = NULL;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
}

static inline struct doc_node *doc_add(struct doc_builder *b, struct doc_node *parent, enum doc_kind kind)
{
	struct doc_node *node = doc_detached(b, kind);

	doc_attach(parent, node);
	return node;
}

/* Text that is set already, "" for none; `plain`: as utf8_is_plain() says. */
static inline void doc_add_known_text(struct doc_builder *b, struct doc_node *parent, struct str set,
				      bool plain)
{
	struct doc_node *text;

	if (!set.n)
		return;
	text = doc_add(b, parent, DOC_TEXT);
	text->text = set;
	text->flag = plain;
}

/* Moves the children of `from` behind those of the parent. */
void doc_move_children(struct doc_node *parent, struct doc_node *from);
/* The identifier "prefix-id". */
struct str doc_id(struct doc_builder *b, const char *prefix, struct str id);
/* A section below the parent, with its heading; the heading is to be filled. */
struct doc_node *doc_add_section(struct doc_builder *b, struct doc_node *parent, struct str id);
/* The same, detached; doc_attach() it when doc_section_is_empty() is false. */
struct doc_node *doc_section(struct doc_builder *b, int level, struct str id);
bool doc_section_is_empty(const struct doc_node *section);
/* A list under way: items are added to a DOC_LIST that doc_list_end() attaches when
 * it holds several, or of which it moves the only item's inlines into the cell. */
struct doc_node *doc_list(struct doc_builder *b);
struct doc_node *doc_add_item(struct doc_builder *b, struct doc_node *list); /* its paragraph */
void doc_list_end(struct doc_builder *b, struct doc_node *cell, struct doc_node *list);
/* Attaches the list when it has an item. */
void doc_attach_filled(struct doc_node *parent, struct doc_node *list);
/* A line break, unless the parent is empty. */
void doc_add_break(struct doc_builder *b, struct doc_node *parent);

#endif
