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

#define TRIGGER_LIMIT 64
#define CASE_BIT      0x20

/* Classes of bytes, in CLASS_BITS: the letters have numbers from 1, whatever their case. */
#define CLASS_BITS   5
#define WINDOW	     3 /* bytes that are looked at together */
#define WINDOW_MASK  ((UINT32_C(1) << WINDOW * CLASS_BITS) - 1)
#define LINK_LIMIT   1500 /* windows of triggers */
#define CLASS_MASK   ((1u << CLASS_BITS) - 1)
#define PHONE_DIGITS 8 /* the fewest of a telephone number */
enum { CLASS_DIGIT = 27, CLASS_SPACE, CLASS_OTHER, CLASS_HIGH, CLASS_AT };

/* The triggers of one lexicon in one language, and by byte, as bits, those that may
 * begin with it. */
struct trigger_set {
	struct str list[TRIGGER_LIMIT];
	unsigned count;
	uint64_t anywhere[256];
	uint64_t at_start[256]; /* of the text */
};

/* A window that a trigger may begin with, and the next one of its chain: their numbers
 * from 1. */
struct trigger_link {
	const struct str *trigger;
	uint32_t bit; /* of its lexicon */
	uint32_t window;
	unsigned char then; /* the class of the byte behind the window; 0: any */
	uint16_t next;	    /* of the same window */
};

/* The windows of all triggers of one language but those at the start of a text: as a
 * set, and in chains. */
struct trigger_union {
	uint32_t may_begin[(WINDOW_MASK + 1) / 32];
	uint16_t chains[WINDOW_MASK + 1];
	struct trigger_link links[LINK_LIMIT];
	unsigned count;
};

/* What the tables say: made once for the process, then never changed. */
struct trigger_index {
	struct trigger_set sets[LEXICON_COUNT][LANG_COUNT];
	struct trigger_union unions[LANG_COUNT];
	uint32_t untriggered;		    /* lexicons that may match anywhere, as bits */
	uint32_t at_start[LANG_COUNT][256]; /* by the first byte of a text, as bits */
	unsigned char classes[256];
};

static_assert(LEXICON_COUNT <= 29, "a bit for each lexicon, for contacts, numerals and figures");

static const char *const table[LEXICON_COUNT][LANG_COUNT] = {
#define LEXICON(name, fr, en)
#define TRIGGERS(name, fr, en) [LEXICON_##name] = { fr, en },
#include "rules/lexicon.def"
#undef LEXICON
#undef TRIGGERS
};

/* An article says nothing that the other language must say too. */
static const struct {
	enum lang lang;
	struct str word;
	long value;
} numbers[] = {
#define NUMERAL(lang, word, value) { LANG_##lang, { word, sizeof(word) - 1 }, value },
#define MONTH(lang, word, value)   { LANG_##lang, { word, sizeof(word) - 1 }, 0 },
#define UNIT(lang, word, of, value)
#define SCALE(lang, word, value)
#include "rules/language/numerals.def"
#undef NUMERAL
#undef MONTH
#undef UNIT
#undef SCALE
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
	uint64_t *begin = *s == '^' ? set->at_start : set->anywhere;
	struct str trigger = { s + (*s == '^'), n - (*s == '^') };

	assert(set->count < TRIGGER_LIMIT && trigger.n);
	for (int c = 0; c < 256; c++) {
		if (is_like(*trigger.s, (char)c))
			begin[c] |= UINT64_C(1) << set->count;
	}
	set->list[set->count++] = trigger;
}

/* What stands for white space has the class of white space, no-break spaces included. */
static unsigned char class_of(unsigned char c)
{
	unsigned char letter = (unsigned char)((c | CASE_BIT) - 'a' + 1);

	if (is_like('_', (char)c))
		return CLASS_SPACE;
	if (letter >= 1 && letter <= 26)
		return letter;
	if (c >= '0' && c <= '9')
		return CLASS_DIGIT;
	if (c == '@')
		return CLASS_AT;
	return c < 0x80 ? CLASS_OTHER : CLASS_HIGH;
}

static void add_link(struct trigger_union *all, struct trigger_link link)
{
	uint16_t *chain = &all->chains[link.window];

	assert(all->count + 1 < LINK_LIMIT);
	all->may_begin[link.window / 32] |= UINT32_C(1) << link.window % 32;
	link.next = *chain;
	all->links[++all->count] = link;
	*chain = (uint16_t)all->count;
}

/* White space, or what stands behind it: the text may hold more of it. */
static bool may_repeat(const struct str *trigger, size_t i)
{
	return trigger->s[i] == '_' || (i && trigger->s[i - 1] == '_');
}

/* Every window that byte i of the trigger and the next ones may stand in as the last
 * ones. White space may be long. Calls itself for the next byte of the window, WINDOW
 * deep. */
static void link_windows(struct trigger_index *index, enum lang lang, struct trigger_link link, size_t i,
			 int filled)
{
	const unsigned char *s = (const unsigned char *)link.trigger->s;
	uint32_t window = link.window << CLASS_BITS;

	if (filled == WINDOW) {
		link.then = i < link.trigger->n && !may_repeat(link.trigger, i) ? index->classes[s[i]] : 0;
		add_link(&index->unions[lang], link);
		return;
	}
	for (unsigned class = 1; class <= CLASS_MASK; class ++) {
		link.window = window | class;
		if (i < link.trigger->n && class == index->classes[s[i]])
			link_windows(index, lang, link, i + 1, filled + 1);
		if (i && s[i - 1] == '_' && (class == CLASS_SPACE || class == CLASS_HIGH))
			link_windows(index, lang, link, i, filled + 1);
	}
}

static void link_trigger(struct trigger_index *index, enum lang lang, const struct str *trigger, uint32_t bit)
{
	assert(trigger->n >= 3 && *trigger->s != '_');
	link_windows(index, lang, (struct trigger_link) { .trigger = trigger, .bit = bit }, 0, 0);
}

static void index_union(struct trigger_index *index, enum lexicon lexicon, enum lang lang)
{
	const struct trigger_set *set = &index->sets[lexicon][lang];
	uint64_t at_start = 0;

	for (int c = 0; c < 256; c++) {
		at_start |= set->at_start[c];
		index->at_start[lang][c] |= set->at_start[c] ? UINT32_C(1) << lexicon : 0;
	}
	for (unsigned i = 0; i < set->count; i++) {
		if (!(at_start >> i & 1))
			link_trigger(index, lang, &set->list[i], UINT32_C(1) << lexicon);
	}
}

static void index_values(struct trigger_index *index, enum lang lang)
{
	static const struct str starts[] = { { "://", 3 }, { "www.", 4 }, { "mailto:", 7 }, { "tel:", 4 } };
	/* of words that the table has without their accents */
	static const struct str accented[] = {
		{ "z\u00E9ro", 5 }, { "vrier", 5 }, { "ao\u00FBt", 5 }, { "cembre", 6 }
	};

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		link_trigger(index, lang, &starts[i], TRIGGERED_CONTACT);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		if (numbers[i].lang == lang && numbers[i].value != 1)
			link_trigger(index, lang, &numbers[i].word, TRIGGERED_NUMERAL);
	}
	for (size_t i = 0; i < sizeof(accented) / sizeof(accented[0]); i++)
		link_trigger(index, lang, &accented[i], TRIGGERED_NUMERAL);
}

static struct trigger_index *index_new(void)
{
	struct trigger_index *index = memory_alloc(sizeof(*index));

	memset(index, 0, sizeof(*index));
	for (int c = 0; c < 256; c++)
		index->classes[c] = class_of((unsigned char)c);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		index_values(index, (enum lang)lang);
	for (int lexicon = 0; lexicon < LEXICON_COUNT; lexicon++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			const char *next = table[lexicon][lang];

			for (size_t n; next && *next; next += n + (next[n] == ' ')) {
				n = strcspn(next, " ");
				add(&index->sets[lexicon][lang], next, n);
			}
			index_union(index, (enum lexicon)lexicon, (enum lang)lang);
			index->untriggered |= next ? 0 : UINT32_C(1) << lexicon;
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
static bool look_at(const struct trigger_set *set, uint64_t bits, const char *s, size_t n)
{
	for (unsigned i = 0; bits; bits >>= 1, i++) {
		if ((bits & 1) && begins(set->list[i], s, n))
			return true;
	}
	return false;
}

/* Where the first trigger at or behind i begins, those tied to the start left out. */
static size_t scan(const struct trigger_set *set, struct str text, size_t i)
{
	const unsigned char *s = (const unsigned char *)text.s;
	const uint64_t *may = set->anywhere;

	for (; i < text.n; i++) {
		while (text.n - i > 4 && !(may[s[i]] | may[s[i + 1]] | may[s[i + 2]] | may[s[i + 3]]))
			i += 4;
		if (may[s[i]] && look_at(set, may[s[i]], text.s + i, text.n - i))
			return i;
	}
	return text.n;
}

static bool starts(const struct trigger_set *set, struct str text)
{
	size_t i = 0;

	while (i < text.n && (unsigned char)text.s[i] <= ' ')
		i++;
	return i < text.n && look_at(set, set->at_start[(unsigned char)text.s[i]], text.s + i, text.n - i);
}

bool triggers_found(enum lexicon lexicon, struct str text, enum lang lang)
{
	const struct trigger_set *set = &index_get()->sets[lexicon][lang];

	return !table[lexicon][lang] || starts(set, text) || scan(set, text, 0) < text.n;
}

size_t triggers_next(enum lexicon lexicon, struct str text, enum lang lang, size_t from)
{
	return scan(&index_get()->sets[lexicon][lang], text, from);
}

static bool is_in_word(const char *text, size_t at)
{
	unsigned char letter = at ? (unsigned char)text[at - 1] | CASE_BIT : 0;

	return letter >= 'a' && letter <= 'z';
}

/* The bits of the triggers that begin with the window whose last byte is text.s[last].
 * Numerals begin a word. */
static uint32_t look_at_window(const struct trigger_index *index, enum lang lang, uint32_t window,
			       struct str text, size_t last)
{
	const struct trigger_union *all = &index->unions[lang];
	size_t at = last - (WINDOW - 1);
	unsigned char next = last + 1 < text.n ? index->classes[(unsigned char)text.s[last + 1]] : 0;
	uint32_t found = 0;

	for (unsigned i = last >= WINDOW - 1 ? all->chains[window] : 0; i; i = all->links[i].next) {
		const struct trigger_link *link = &all->links[i];

		if ((link->then && link->then != next) || link->bit & found ||
		    (link->bit == TRIGGERED_NUMERAL && is_in_word(text.s, at)))
			continue;
		if (begins(*link->trigger, text.s + at, text.n - at))
			found |= link->bit;
	}
	return found;
}

/* Telephone numbers begin with '+' or '0'. */
static bool may_hold_phone(struct str text)
{
	int digits = 0;

	if (!memchr(text.s, '0', text.n) && !memchr(text.s, '+', text.n))
		return false;

	for (size_t i = 0; i < text.n && digits < PHONE_DIGITS; i++)
		digits += text.s[i] >= '0' && text.s[i] <= '9';
	return digits == PHONE_DIGITS;
}

static uint32_t scan_all(const struct trigger_index *index, enum lang lang, struct str text)
{
	const struct trigger_union *all = &index->unions[lang];
	const unsigned char *s = (const unsigned char *)text.s;
	uint32_t window = 0, found = 0;
	uint32_t classes = 0; /* as bits, those met */

	for (size_t i = 0; i < text.n; i++) {
		unsigned class = index->classes[s[i]];

		classes |= UINT32_C(1) << class;
		window = (window << CLASS_BITS | class) & WINDOW_MASK;
		if (all->may_begin[window / 32] >> window % 32 & 1)
			found |= look_at_window(index, lang, window, text, i);
	}
	if (classes >> CLASS_AT & 1 || (classes >> CLASS_DIGIT & 1 && may_hold_phone(text)))
		found |= TRIGGERED_CONTACT;
	return found | (classes >> CLASS_DIGIT & 1 ? TRIGGERED_FIGURE : 0);
}

/* The lexicons of the triggers that the text starts with, behind white space. */
static uint32_t look_at_start(const struct trigger_index *index, enum lang lang, struct str text)
{
	uint32_t lexicons, found = 0;
	size_t start = 0;

	while (start < text.n && (unsigned char)text.s[start] <= ' ')
		start++;
	lexicons = start < text.n ? index->at_start[lang][(unsigned char)text.s[start]] : 0;
	for (int lexicon = 0; lexicons >> lexicon; lexicon++) {
		const struct trigger_set *set = &index->sets[lexicon][lang];

		if ((lexicons >> lexicon & 1) &&
		    look_at(set, set->at_start[(unsigned char)text.s[start]], text.s + start, text.n - start))
			found |= UINT32_C(1) << lexicon;
	}
	return found;
}

uint32_t triggers_all(struct str text, enum lang lang)
{
	const struct trigger_index *index = index_get();

	return index->untriggered | look_at_start(index, lang, text) | scan_all(index, lang, text);
}
