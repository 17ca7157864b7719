/*
 * A hash of three bytes finds the triggers that may begin at a place. Letters are
 * compared without their case bit, which folds accented letters as well; two texts
 * taken for one another cost a match that fails, never one that is missed.
 */
#include "rules/triggers.h"

#include <assert.h>
#include <stdatomic.h>
#include <string.h>

#define TRIGGER_LIMIT 600
#define BUCKETS	      2048
#define REMEMBERED    512 /* texts */
#define SHORT_TEXT    12  /* bytes; shorter texts go to every pattern but these */
#define AT_ANY_LENGTH (UINT64_C(1) << LEXICON_PLACEHOLDER)
#define CASE_BIT      0x20

static_assert(LEXICON_COUNT <= 64, "one bit for each lexicon");

struct trigger {
	const char *s;
	uint16_t n;
	uint16_t next; /* of the same bucket; 0: none */
	uint8_t lexicon;
};

struct seen {
	const char *s;
	size_t n;
	uint64_t lexicons;
};

/* What the tables say: made once for the process, then never changed. */
struct trigger_index {
	struct trigger list[TRIGGER_LIMIT]; /* from 1 */
	uint16_t count;
	uint16_t buckets[LANG_COUNT][BUCKETS];
	uint16_t at_start[LANG_COUNT];	       /* first of those tied to the start of the text */
	uint64_t without_triggers[LANG_COUNT]; /* lexicons that see every text */
};

struct triggers {
	const struct trigger_index *index;
	struct seen seen[LANG_COUNT][REMEMBERED];
};

static const char *const table[LEXICON_COUNT][LANG_COUNT] = {
#define LEXICON(name, fr, en)
#define TRIGGERS(name, fr, en) [LEXICON_##name] = { fr, en },
#include "rules/lexicon.def"
#undef LEXICON
#undef TRIGGERS
};

static uint32_t fold(char c)
{
	return (uint32_t)((unsigned char)(c == '_' ? ' ' : c) | CASE_BIT);
}

static uint32_t bucket_of(uint32_t three_bytes)
{
	return ((three_bytes & 0xFFFFFF) * 2654435761u) >> 21;
}

static void add(struct trigger_index *index, enum lexicon lexicon, int lang, const char *s, size_t n)
{
	uint16_t number = ++index->count;
	uint16_t *head = &index->at_start[lang];

	assert(number < TRIGGER_LIMIT);
	if (*s == '^') {
		s++;
		n--;
	} else {
		assert(n >= 3); /* a trigger of lexicon.def is too short */
		head = &index->buckets[lang][bucket_of(fold(s[0]) << 16 | fold(s[1]) << 8 | fold(s[2]))];
	}
	index->list[number] = (struct trigger) { s, (uint16_t)n, *head, (uint8_t)lexicon };
	*head = number;
}

static struct trigger_index *index_new(void)
{
	struct trigger_index *index = memory_alloc(sizeof(*index));

	memset(index, 0, sizeof(*index));
	for (int lexicon = 0; lexicon < LEXICON_COUNT; lexicon++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			const char *next = table[lexicon][lang];

			if (!next)
				index->without_triggers[lang] |= UINT64_C(1) << lexicon;
			for (size_t n; next && *next; next += n + (next[n] == ' ')) {
				n = strcspn(next, " ");
				add(index, (enum lexicon)lexicon, lang, next, n);
			}
		}
	}
	return index;
}

/* The index; two threads may make it at once, the first to store wins. */
static const struct trigger_index *index_get(void)
{
	static _Atomic(struct trigger_index *) made;
	struct trigger_index *index = atomic_load(&made);
	struct trigger_index *mine;

	if (index)
		return index;
	mine = index_new();
	if (atomic_compare_exchange_strong(&made, &index, mine))
		return mine;
	memory_free(mine);
	return index;
}

struct triggers *triggers_new(struct arena *arena)
{
	struct triggers *triggers = ARENA_NEW(arena, struct triggers);

	triggers->index = index_get();
	return triggers;
}

static bool begins(const struct trigger *trigger, const char *s, size_t n)
{
	if (n < trigger->n)
		return false;
	for (size_t i = 0; i < trigger->n; i++) {
		if (fold(trigger->s[i]) != fold(s[i]))
			return false;
	}
	return true;
}

/* The lexicons of a chain of triggers that begin at s. */
static uint64_t look_at(const struct trigger_index *index, uint16_t first, const char *s, size_t n)
{
	uint64_t lexicons = 0;

	for (uint16_t i = first; i; i = index->list[i].next) {
		if (begins(&index->list[i], s, n))
			lexicons |= UINT64_C(1) << index->list[i].lexicon;
	}
	return lexicons;
}

static uint64_t scan(const struct trigger_index *index, struct str text, enum lang lang)
{
	struct str trimmed = str_trim(text);
	uint64_t lexicons = index->without_triggers[lang] |
			    look_at(index, index->at_start[lang], trimmed.s, trimmed.n);
	const uint16_t *buckets = index->buckets[lang];
	uint32_t window = 0;

	for (size_t i = 0; i < text.n; i++) {
		uint16_t first;

		window = window << 8 | ((unsigned char)text.s[i] | CASE_BIT);
		first = buckets[bucket_of(window)];
		if (first && i >= 2)
			lexicons |= look_at(index, first, text.s + i - 2, text.n - i + 2);
	}
	return lexicons;
}

uint64_t triggers_look(struct triggers *triggers, struct str text, enum lang lang)
{
	size_t slot = ((uintptr_t)text.s * 0x9E3779B97F4A7C15u >> 40) % REMEMBERED;
	struct seen *seen = &triggers->seen[lang][slot];

	if (text.n < SHORT_TEXT)
		return ~AT_ANY_LENGTH | scan(triggers->index, text, lang);
	if (seen->s != text.s || seen->n != text.n)
		*seen = (struct seen) { text.s, text.n, scan(triggers->index, text, lang) };
	return seen->lexicons;
}
