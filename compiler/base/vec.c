/*
 * Growth of arrays in an arena: doubled each time, so that adding n elements
 * costs O(n). Gives the array, perhaps moved.
 */
#include "base/vec.h"

enum { FIRST_CAPACITY = 4 };

void *vec_grow(struct arena *arena, void *v, size_t n, size_t *capacity, size_t size)
{
	void *grown;

	*capacity = *capacity ? *capacity * 2 : FIRST_CAPACITY;
	grown = arena_alloc_unset(arena, *capacity * size);
	if (n)
		memcpy(grown, v, n * size);
	return grown;
}
