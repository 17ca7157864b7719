/*
 * Open addressing with linear probing, at most half full; the keys' hashes are
 * kept, so that growth reads no key. Takes any bytes as a key, the empty key
 * included. Nothing is ever taken out.
 */
#include "base/map.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 16 };

struct map_entry {
	struct str key;
	uint64_t hash;
	void *value; /* NULL: a free entry */
};

/* FNV-1a, its high bits folded into the low ones that choose the entry. */
static uint64_t hash_of(struct str key)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	for (size_t i = 0; i < key.n; i++)
		hash = (hash ^ (unsigned char)key.s[i]) * UINT64_C(0x100000001b3);
	return hash ^ (hash >> 32);
}

/* The entry that holds the key, or the free one where it belongs. */
static struct map_entry *map_entry(const struct map *map, struct str key, uint64_t hash)
{
	size_t mask = map->capacity - 1;
	size_t i = (size_t)hash & mask;
	while (map->entries[i].value) {
		if (map->entries[i].hash == hash && str_eq(map->entries[i].key, key))
			break;
		i = (i + 1) & mask;
	}
	return &map->entries[i];
}

static void map_grow(struct arena *arena, struct map *map)
{
	struct map old = *map;
	size_t mask;

	map->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
	map->entries = ARENA_ARRAY(arena, struct map_entry, map->capacity);
	mask = map->capacity - 1;
	for (size_t i = 0; i < old.capacity; i++) {
		size_t to = (size_t)old.entries[i].hash & mask;
		if (!old.entries[i].value)
			continue;
		while (map->entries[to].value)
			to = (to + 1) & mask;
		map->entries[to] = old.entries[i];
	}
}

void *map_get(const struct map *map, struct str key)
{
	return map->n ? map_entry(map, key, hash_of(key))->value : NULL;
}

void *map_set(struct arena *arena, struct map *map, struct str key, void *value)
{
	uint64_t hash = hash_of(key);
	struct map_entry *entry;
	void *old;

	if (map->n * 2 >= map->capacity)
		map_grow(arena, map);
	entry = map_entry(map, key, hash);
	old = entry->value;
	if (!old)
		map->n++;
	*entry = (struct map_entry) { old ? entry->key : key, hash, value };
	return old;
}
