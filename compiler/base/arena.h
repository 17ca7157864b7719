/*
 * Memory by lifetime: a process arena (files, names, tables), a unit arena
 * (everything of one compile) and scratch arenas (one pass). Nothing in an
 * arena is freed alone.
 * Out of memory ends the process: one message, exit status 3 (base/memory.c).
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena; the caller owns it and gives it to arena_free(). */
struct arena *arena_new(void);

/* Frees the arena and all that it holds. NULL is allowed. */
void arena_free(struct arena *arena);

/* Forgets all that the arena holds, keeping its first chunk for reuse. */
void arena_reset(struct arena *arena);

/* n zeroed bytes, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t n);

/* Bytes handed out since the arena was new or reset. */
size_t arena_used(const struct arena *arena);

#define ARENA_NEW(arena, type)	    ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (n)))

/* malloc/realloc that never return NULL, for the buffers that outlive arenas. */
void *memory_alloc(size_t n);
void *memory_grow(void *old, size_t n);
void memory_free(void *p);
/* Ends the process as they do, for a library that reports that it has no memory. */
_Noreturn void memory_exhausted(void);

#endif
