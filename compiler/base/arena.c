/*
 * Chunks of memory, each twice as large as the one before, up to a limit; what
 * is larger than half a chunk gets one of its own. Gives aligned memory that lives
 * until the arena is reset or freed. Refuses nothing: see base/memory.c.
 */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>

enum { FIRST_CHUNK = 32 * 1024, LARGEST_CHUNK = 1024 * 1024, KEPT = 8 * LARGEST_CHUNK };

struct arena_chunk {
	struct arena_chunk *next;
	size_t size; /* of bytes, a multiple of the alignment */
	alignas(max_align_t) unsigned char bytes[];
};

static struct arena_chunk *chunk_new(size_t size, struct arena_chunk *next)
{
	struct arena_chunk *chunk = memory_alloc(sizeof(*chunk) + size);

	chunk->next = next;
	chunk->size = size;
	return chunk;
}

static void chunks_free(struct arena_chunk *chunk)
{
	while (chunk) {
		struct arena_chunk *next = chunk->next;
		free(chunk);
		chunk = next;
	}
}

static void arena_enter(struct arena *arena, struct arena_chunk *chunk)
{
	arena->now = chunk;
	arena->at = chunk->bytes;
	arena->end = chunk->bytes + chunk->size;
}

struct arena *arena_new(void)
{
	struct arena *arena = memory_alloc(sizeof(*arena));

	arena->first = chunk_new(FIRST_CHUNK, NULL);
	arena->large = NULL;
	arena_enter(arena, arena->first);
	return arena;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	chunks_free(arena->first);
	chunks_free(arena->large);
	free(arena);
}

void arena_reset(struct arena *arena)
{
	struct arena_chunk *last = arena->first;
	size_t kept = last->size;

	while (last->next && kept < KEPT) {
		last = last->next;
		kept += last->size;
	}
	chunks_free(last->next);
	last->next = NULL;
	chunks_free(arena->large);
	arena->large = NULL;
	arena_enter(arena, arena->first);
}

/* A block that is not worth a chunk's rest; the current chunk stays in use. */
static void *large_alloc(struct arena *arena, size_t n)
{
	if (n > SIZE_MAX / 2)
		memory_exhausted();
	arena->large = chunk_new(n, arena->large);
	return arena->large->bytes;
}

void *arena_alloc_slow(struct arena *arena, size_t n)
{
	size_t size = arena->now->size * 2;

	if (ARENA_EXACT || n > LARGEST_CHUNK / 2)
		return large_alloc(arena, n);
	if (size > LARGEST_CHUNK)
		size = LARGEST_CHUNK;
	while (size <= n)
		size *= 2;
	if (!arena->now->next || arena->now->next->size <= n)
		arena->now->next = chunk_new(size, arena->now->next);
	arena_enter(arena, arena->now->next);
	return arena_alloc_unset(arena, n);
}
