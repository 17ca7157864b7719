/*
 * Memory for cmark. Takes what it asks for from an arena, gives nothing back before
 * the arena goes: a text is a few hundred small pieces that all live equally long.
 */
#include "doc/markdown.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* cmark hands its allocator no context, so the arena at hand is the thread's; it is
 * set from doc_markdown_begin() to doc_markdown_end() alone. */
static _Thread_local struct arena *at_hand;

/* The size stands before each piece, for when it grows. */
union piece {
	size_t size;
	max_align_t align;
};

static void *piece_new(size_t n)
{
	union piece *piece = arena_alloc_unset(at_hand, sizeof(*piece) + n);

	piece->size = n;
	return piece + 1;
}

static void *zeroed(size_t n, size_t size)
{
	return memset(piece_new(n * size), 0, n * size);
}

static void *grown(void *old, size_t n)
{
	size_t kept = old ? ((union piece *)old)[-1].size : 0;
	void *piece;

	if (n <= kept)
		return old;
	piece = piece_new(n);
	return kept ? memcpy(piece, old, kept) : piece;
}

static void left(void *piece)
{
	(void)piece;
}

cmark_node *doc_markdown_begin(struct arena *arena, struct str markdown)
{
	static const cmark_mem memory = { zeroed, grown, left };
	cmark_parser *parser;

	at_hand = arena;
	parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, (cmark_mem *)(uintptr_t)&memory);
	cmark_parser_feed(parser, markdown.s, markdown.n);
	return cmark_parser_finish(parser);
}

void doc_markdown_end(void)
{
	at_hand = NULL;
}
