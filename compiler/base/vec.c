/*
 * Growth of arrays in an arena: doubled each time, so that adding n elements
 * costs O(n). Gives the array, perhaps moved.
 */
#include "base/vec.h"

#include <string.h>

enum { FIRST_CAPACITY = 4 };

void *vec_room(struct arena *arena, void *v, size_t n, size_t *capacity, size_t size)
{
	void *grown;

	if (n < *capacity)
		return v;
	*capacity = *capacity ? *capacity * 2 : FIRST_CAPACITY;
	grown = arena_alloc(arena, *capacity * size);
	if (n)
		memcpy(grown, v, n * size);
	return grown;
}
