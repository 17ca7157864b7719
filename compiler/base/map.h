/*
 * A map from text to pointers, in an arena. Keys are not copied: their bytes
 * must live as long as the map. It has no order: never iterate one for output.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"
#include "base/str.h"

struct map_entry;

/* A zeroed struct map is an empty map. */
struct map {
	struct map_entry *entries;
	size_t n;
	size_t capacity; /* 0 or a power of two */
};

/* The value stored for the key, or NULL. */
void *map_get(const struct map *map, struct str key);
/* Stores value (not NULL) for the key; returns the value that it replaced, or NULL. */
void *map_set(struct arena *arena, struct map *map, struct str key, void *value);

#endif
