/*
 * Memory by lifetime: a process arena (files, names, tables), a unit arena
 * (everything of one compile) and scratch arenas (one pass). Nothing in an
 * arena is freed alone.
 * Out of memory ends the process: one message, exit status 3 (base/memory.c).
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

/* Sanitized builds define this as 1: each piece is then a block of its own, whose bounds
 * the sanitizer knows. */
#ifndef ARENA_EXACT
#define ARENA_EXACT 0
#endif

struct arena_chunk;

/* The members are those of arena_alloc() and of base/arena.c alone. */
struct arena {
	unsigned char *at, *end; /* what is free in the current chunk */
	struct arena_chunk *now, *first, *large;
};

/* A new, empty arena; the caller owns it and gives it to arena_free(). */
struct arena *arena_new(void);

/* Frees the arena and all that it holds. NULL is allowed. */
void arena_free(struct arena *arena);

/* Forgets all that the arena holds. Some megabytes are kept, so that the next policy
 * asks the system for none. */
void arena_reset(struct arena *arena);

/* n bytes from a further chunk, when the current one has no room for them. */
void *arena_alloc_slow(struct arena *arena, size_t n);

/* n bytes that the caller fills, aligned for any type. Never NULL. */
static inline void *arena_alloc_unset(struct arena *arena, size_t n)
{
	size_t align = alignof(max_align_t), room = (size_t)(arena->end - arena->at);
	void *p = arena->at;

	if (ARENA_EXACT || n >= room) /* never full to the last byte, so that rounding up stays inside */
		return arena_alloc_slow(arena, n);
	arena->at += ((n | !n) + align - 1) & ~(align - 1);
	return p;
}

/* n zeroed bytes, aligned for any type. Never NULL. */
static inline void *arena_alloc(struct arena *arena, size_t n)
{
	return memset(arena_alloc_unset(arena, n), 0, n);
}

#define ARENA_NEW(arena, type)	    ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (n)))

/* malloc/realloc that never return NULL, for the buffers that outlive arenas. */
void *memory_alloc(size_t n);
void *memory_grow(void *old, size_t n);
void memory_free(void *p);
/* Ends the process as they do, for a library that reports that it has no memory. */
_Noreturn void memory_exhausted(void);

#endif
