/*
 * Chunks of memory, each twice as large as the one before, up to a limit; what
 * is larger than a chunk gets one of its own. Gives zeroed, aligned memory that
 * lives until the arena is reset or freed. Refuses nothing: see base/memory.c.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 32 * 1024, LARGEST_CHUNK = 1024 * 1024 };

struct chunk {
	struct chunk *before;
	size_t size; /* of bytes */
	size_t used;
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct chunk *first; /* kept by arena_reset() */
	struct chunk *now;   /* first, or the newest of the others */
	size_t used;
};

static struct chunk *chunk_new(size_t size, struct chunk *before)
{
	struct chunk *chunk = memory_alloc(sizeof(*chunk) + size);
	chunk->before = before;
	chunk->size = size;
	chunk->used = 0;
	return chunk;
}

static void chunks_free(struct chunk *chunk, const struct chunk *end)
{
	while (chunk != end) {
		struct chunk *before = chunk->before;
		free(chunk);
		chunk = before;
	}
}

struct arena *arena_new(void)
{
	struct arena *arena = memory_alloc(sizeof(*arena));
	arena->first = chunk_new(FIRST_CHUNK, NULL);
	arena->now = arena->first;
	arena->used = 0;
	return arena;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	chunks_free(arena->now, NULL);
	free(arena);
}

void arena_reset(struct arena *arena)
{
	chunks_free(arena->now, arena->first);
	arena->now = arena->first;
	arena->now->used = 0;
	arena->used = 0;
}

/* A chunk with room for n bytes. A large block gets its own, behind the current
 * chunk, whose room then stays in use; nothing goes behind the first chunk. */
static struct chunk *arena_room(struct arena *arena, size_t n)
{
	size_t size = arena->now->size < LARGEST_CHUNK / 2 ? arena->now->size * 2 : LARGEST_CHUNK;

	if (n > size / 2 && arena->now != arena->first) {
		arena->now->before = chunk_new(n, arena->now->before);
		return arena->now->before;
	}
	arena->now = chunk_new(n > size ? n : size, arena->now);
	return arena->now;
}

void *arena_alloc(struct arena *arena, size_t n)
{
	const size_t align = alignof(max_align_t);
	struct chunk *chunk = arena->now;
	void *p;

	if (n > SIZE_MAX / 2)
		return memory_alloc(SIZE_MAX);
	n = n ? (n + align - 1) & ~(align - 1) : align;
	if (chunk->size - chunk->used < n)
		chunk = arena_room(arena, n);
	p = chunk->bytes + chunk->used;
	chunk->used += n;
	arena->used += n;
	return memset(p, 0, n);
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}
