/*
 * Growing arrays in an arena. VEC(T) declares one; a zeroed one is empty.
 *     VEC(struct token) tokens = { 0 };
 *     vec_add(arena, &tokens, token);
 * Growth copies inside the arena, so keep indexes, not pointers, across adds.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

#include "base/arena.h"

#define VEC(T)                                                                                               \
	struct {                                                                                             \
		T *v;                                                                                        \
		size_t n;                                                                                    \
		size_t capacity;                                                                             \
	}

/* The array of n elements of `size` bytes, copied where there is room for twice as many. */
void *vec_grow(struct arena *arena, void *v, size_t n, size_t *capacity, size_t size);

/* Room for one more element of `size` bytes; returns the array, perhaps moved. */
static inline void *vec_room(struct arena *arena, void *v, size_t n, size_t *capacity, size_t size)
{
	return n < *capacity ? v : vec_grow(arena, v, n, capacity, size);
}

#define vec_add(arena, vec, item)                                                                            \
	((vec)->v = vec_room((arena), (vec)->v, (vec)->n, &(vec)->capacity, sizeof(*(vec)->v)),              \
	 (vec)->v[(vec)->n++] = (item))

#endif
