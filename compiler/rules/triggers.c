/*
 * One pass over a text finds the bytes that a trigger may begin with; they are rare,
 * and only there the triggers are compared. Lower-case letters of a trigger are
 * compared without their case bit, which folds accented letters as well; two texts
 * taken for one another cost a match that fails, never one that is missed.
 */
#include "rules/triggers.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdint.h>

#include "base/arena.h"

#define TRIGGER_LIMIT 32
#define SHORT_TEXT    12 /* bytes; shorter texts go to every pattern but that of placeholders */
#define CASE_BIT      0x20

/* The triggers of one lexicon in one language, and by byte, as bits, those that may
 * begin with it. */
struct trigger_set {
	struct str list[TRIGGER_LIMIT];
	unsigned count;
	uint32_t anywhere[256];
	uint32_t at_start[256]; /* of the text */
};

/* What the tables say: made once for the process, then never changed. */
struct trigger_index {
	struct trigger_set sets[LEXICON_COUNT][LANG_COUNT];
};

static const char *const table[LEXICON_COUNT][LANG_COUNT] = {
#define LEXICON(name, fr, en)
#define TRIGGERS(name, fr, en) [LEXICON_##name] = { fr, en },
#include "rules/lexicon.def"
#undef LEXICON
#undef TRIGGERS
};

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* True when the byte of a text can stand for that of a trigger. White space begins with
 * a control character, a space, or the first byte of a no-break space. */
static bool is_like(char trigger, char c)
{
	if (trigger == '_')
		return (unsigned char)c <= ' ' || c == '_' || c == '\xC2' || c == '\xE2';
	return is_upper(trigger) ? trigger == c : ((trigger ^ c) & ~CASE_BIT) == 0;
}

static void add(struct trigger_set *set, const char *s, size_t n)
{
	uint32_t *begin = *s == '^' ? set->at_start : set->anywhere;
	struct str trigger = { s + (*s == '^'), n - (*s == '^') };

	assert(set->count < TRIGGER_LIMIT && trigger.n);
	for (int c = 0; c < 256; c++) {
		if (is_like(*trigger.s, (char)c))
			begin[c] |= UINT32_C(1) << set->count;
	}
	set->list[set->count++] = trigger;
}

static struct trigger_index *index_new(void)
{
	struct trigger_index *index = memory_alloc(sizeof(*index));

	memset(index, 0, sizeof(*index));
	for (int lexicon = 0; lexicon < LEXICON_COUNT; lexicon++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			const char *next = table[lexicon][lang];

			for (size_t n; next && *next; next += n + (next[n] == ' ')) {
				n = strcspn(next, " ");
				add(&index->sets[lexicon][lang], next, n);
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

/* The end of the white space that begins at s[i]: of any length, no-break spaces too. */
static size_t skip_space(const char *s, size_t n, size_t i)
{
	for (;;) {
		if (i < n && (unsigned char)s[i] <= ' ')
			i++;
		else if (n - i >= 2 && !memcmp(s + i, "\u00A0", 2))
			i += 2;
		else if (n - i >= 3 && !memcmp(s + i, "\u202F", 3))
			i += 3;
		else
			return i;
	}
}

static bool begins(struct str trigger, const char *s, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < trigger.n; i++) {
		if (at == n || !is_like(trigger.s[i], s[at]))
			return false;
		at = trigger.s[i] == '_' && s[at] != '_' ? skip_space(s, n, at) : at + 1;
	}
	return true;
}

/* Does one of the triggers of the bits begin at s? */
static bool look_at(const struct trigger_set *set, uint32_t bits, const char *s, size_t n)
{
	for (unsigned i = 0; bits; bits >>= 1, i++) {
		if ((bits & 1) && begins(set->list[i], s, n))
			return true;
	}
	return false;
}

static bool scan(const struct trigger_set *set, struct str text)
{
	const unsigned char *s = (const unsigned char *)text.s;
	const uint32_t *may = set->anywhere;
	size_t i = 0;

	while (i < text.n && s[i] <= ' ')
		i++;
	if (i < text.n && look_at(set, set->at_start[s[i]], text.s + i, text.n - i))
		return true;
	for (; i < text.n; i++) {
		while (text.n - i > 4 && !(may[s[i]] | may[s[i + 1]] | may[s[i + 2]] | may[s[i + 3]]))
			i += 4;
		if (may[s[i]] && look_at(set, may[s[i]], text.s + i, text.n - i))
			return true;
	}
	return false;
}

bool triggers_found(enum lexicon lexicon, struct str text, enum lang lang)
{
	if (!table[lexicon][lang] || (text.n < SHORT_TEXT && lexicon != LEXICON_PLACEHOLDER))
		return true;
	return scan(&index_get()->sets[lexicon][lang], text);
}
