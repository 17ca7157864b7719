/*
 * Fingerprints of findings. Takes what a finding says, not where it stands: rule,
 * policy, subject and arguments, of lists every item in any order. Two findings that
 * say the same are told apart by their order alone.
 */
#include "report/fingerprint.h"

#include "model/model.h"

/* FNV-1a of 64 bits: its start and its factor. */
#define HASH_START  UINT64_C(0xcbf29ce484222325)
#define HASH_FACTOR UINT64_C(0x100000001b3)

/* Ends each part of what is hashed; no UTF-8 text holds this byte. */
#define PART_END 0xFF

static uint64_t hash_byte(uint64_t hash, unsigned char byte)
{
	return (hash ^ byte) * HASH_FACTOR;
}

static uint64_t hash_part(uint64_t hash, struct str part)
{
	for (size_t i = 0; i < part.n; i++)
		hash = hash_byte(hash, (unsigned char)part.s[i]);
	return hash_byte(hash, PART_END);
}

static uint64_t hash_subject(uint64_t hash, const struct object *subject)
{
	for (; subject; subject = subject->parent) {
		hash = hash_part(hash, str_of(schema_block(subject->block)->name));
		hash = hash_part(hash, subject->id);
	}
	return hash_byte(hash, PART_END);
}

/* Numbers count things: they change when another of these things is mended. */
static bool is_number(struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return false;
	}
	return text.n > 0;
}

/* All that the finding says but its lists. */
static uint64_t hash_but_lists(uint64_t hash, const struct diag *diag)
{
	hash = hash_part(hash, str_of(diag->code->id));
	hash = hash_subject(hash, diag->subject);
	for (size_t i = 0; i < diag->args.n; i++) {
		if (diag->args.v[i].item_count || is_number(diag->args.v[i].in[LANG_EN]))
			continue;
		hash = hash_part(hash, str_of(diag->args.v[i].name));
		for (int lang = 0; lang < LANG_COUNT; lang++)
			hash = hash_part(hash, diag->args.v[i].in[lang]);
	}
	return hash;
}

/* An item of the list, behind what the finding says beside it. */
static uint64_t hash_item(uint64_t beside, const struct diag_arg *list, size_t i)
{
	return hash_part(hash_part(beside, str_of(list->name)), list->items[i]);
}

/* Sums take the items in any order. */
static uint64_t hash_diag(uint64_t start, const struct diag *diag)
{
	uint64_t beside = hash_but_lists(start, diag), hash = beside;

	for (size_t i = 0; i < diag->args.n; i++) {
		for (size_t k = 0; k < diag->args.v[i].item_count; k++)
			hash += hash_item(beside, &diag->args.v[i], k);
	}
	return hash;
}

static struct str hash_text(struct arena *arena, uint64_t hash)
{
	return str_format(arena, "%08lx%08lx", (unsigned long)(hash >> 32),
			  (unsigned long)(hash & UINT32_MAX));
}

/* How many findings have had the hash so far, this one counted. */
static size_t count_equal(struct arena *arena, struct map *seen, struct str hash)
{
	size_t *count = map_get(seen, hash);

	if (!count) {
		count = ARENA_NEW(arena, size_t);
		map_set(arena, seen, hash, count);
	}
	return ++*count;
}

void report_fingerprints(struct arena *arena, const struct findings *findings, struct str policy,
			 struct str *out)
{
	uint64_t start = hash_part(HASH_START, policy);
	struct map seen = { 0 };

	for (size_t i = 0; i < findings->list.n; i++) {
		uint64_t hash = hash_diag(start, findings->list.v[i]);
		struct str text = hash_text(arena, hash);

		out[i] = str_format(arena, "%s:%zu", text.s, count_equal(arena, &seen, text));
	}
}

struct item_prints report_item_prints(struct arena *arena, const struct diag *diag, struct str policy)
{
	uint64_t beside = hash_but_lists(hash_part(HASH_START, policy), diag);
	struct item_prints prints = { NULL, 0, 0 };

	for (size_t i = 0; i < diag->args.n; i++) {
		for (size_t k = 0; k < diag->args.v[i].item_count; k++)
			vec_add(arena, &prints, hash_text(arena, hash_item(beside, &diag->args.v[i], k)));
	}
	return prints;
}
