/*
 * Runs a format's table over a document, and answers the questions on a node's
 * place that more than one format asks. Takes any tree that doc_check accepts.
 */
#include "render/walker.h"

#include <string.h>

static inline void add_constant(struct buf *out, const struct walker_constant *constant)
{
	char *to;

	if (!constant->n)
		return;
	to = buf_room(out, sizeof(constant->s));
	memcpy(to, constant->s, sizeof(constant->s));
	out->n += constant->n;
	to[constant->n] = '\0';
}

/* The order of doc_walk_next(), in a loop of its own: this is where a build spends most
 * of its steps. */
void walker_run(struct walker *walker, const struct doc_node *root)
{
	const struct walker_action *actions = walker->actions, *action;
	const struct doc_node *node = root;
	struct buf *out = walker->out;

	for (;;) {
		action = &actions[node->kind];
		add_constant(out, &action->open);
		if (action->enter)
			action->enter(walker, node);
		if (node->first) {
			node = node->first;
			continue;
		}
		for (;; action = &actions[node->kind]) {
			if (action->leave)
				action->leave(walker, node);
			add_constant(out, &action->close);
			if (node == root)
				return;
			if (node->next)
				break;
			node = node->parent;
		}
		node = node->next;
	}
}

bool walker_is_bare(const struct doc_node *node)
{
	const struct doc_node *parent = node->parent;

	if (!parent || parent->first != node)
		return false;
	if (parent->kind != DOC_ITEM && parent->kind != DOC_CELL && parent->kind != DOC_MEANING)
		return false;
	return !node->next || (node->next->kind == DOC_LIST && !node->next->next);
}

bool walker_is_among_blocks(const struct doc_node *node)
{
	static const bool holds_blocks[DOC_KIND_COUNT] = {
		[DOC_DOCUMENT] = true,
		[DOC_SECTION] = true,
		[DOC_NOTICE] = true,
		[DOC_QUOTE] = true,
	};

	return !node->parent || holds_blocks[node->parent->kind];
}

int walker_heading_level(const struct doc_node *heading)
{
	const struct doc_node *node = heading->parent;
	int below = 0;
	int level;

	while (node && node->kind != DOC_SECTION) {
		below += node->kind == DOC_NOTICE;
		node = node->parent;
	}
	level = 1 + below + (node ? node->level : 0);
	if (level < 2)
		return 2;
	return level > 6 ? 6 : level;
}

void walker_add_number(struct buf *out, const struct doc_node *heading, const char *after)
{
	const struct doc_node *section = heading->parent;

	if (!section || section->kind != DOC_SECTION || str_is_empty(section->number))
		return;
	buf_add_str(out, section->number);
	if (section->level <= 1)
		buf_add_char(out, '.');
	buf_add_text(out, after);
}

void walker_add_plain(struct buf *out, struct doc_node *node)
{
	struct doc_walk walk;
	enum doc_event event;
	size_t start = out->n;

	doc_walk_init(&walk, node);
	while ((event = doc_walk_next(&walk)) != DOC_DONE) {
		bool apart = !doc_is_inline(walk.node->kind) || walk.node->kind == DOC_BREAK;

		if (event != DOC_ENTER)
			continue;
		if (apart && out->n > start && out->s[out->n - 1] != ' ')
			buf_add_char(out, ' ');
		buf_add_str(out, walk.node->text);
	}
}
