/*
 * Walks once over a text and looks the first signs of each word up in an index of all
 * triggers. Both are read without case and accents, and some signs are taken for others:
 * that costs a match that fails, never one that is missed.
 */
#include "rules/triggers.h"

#include <assert.h>
#include <stdatomic.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "rules/language/numerals.h"

#define TRIGGER_LIMIT 500
#define HASH_BITS     16
#define BUCKET_BITS   11
#define PHONE_DIGITS  8 /* the fewest of a telephone number */

static_assert(LEXICON_COUNT < 61, "a bit for each lexicon, beside contacts, numerals and figures");

#define BIT_OF(name) (UINT64_C(1) << LEXICON_##name)
#define ADDRESSES    "http www. mailto: tel:"

/* Triggers, separated by spaces, and the bit that each of them sets. An article counts
 * one, and says nothing that the other language must say too. */
static const struct {
	const char *triggers[LANG_COUNT];
	uint64_t bit;
} rows[] = {
	{ { ADDRESSES, ADDRESSES }, TRIGGERED_CONTACT },
#define LEXICON(name, fr, en)
#define TRIGGERS(name, fr, en)				   { { fr, en }, BIT_OF(name) },
#define PHRASE(name, since, fr, en, trig_fr, trig_en, ...) { { trig_fr, trig_en }, BIT_OF(name) },
#define NUMERAL(lang, word, value)			   { { [LANG_##lang] = word "|" }, (value) == 1 ? 0 : TRIGGERED_NUMERAL },
#define MONTH(lang, word, value)			   { { [LANG_##lang] = word "|" }, TRIGGERED_NUMERAL },
#define UNIT(lang, word, of, value)
#define SCALE(lang, word, value)
#include "rules/lexicon.def"
#include "rules/language/stale.def"
#include "rules/language/terms.def"
#include "rules/language/numerals.def"
#undef LEXICON
#undef TRIGGERS
#undef PHRASE
#undef NUMERAL
#undef MONTH
#undef UNIT
#undef SCALE
};

struct trigger {
	uint32_t key;	   /* its first signs */
	struct str behind; /* the characters behind these */
	uint64_t bit;
	uint16_t next; /* of the same bucket */
};

/* The triggers of a language, and a quick look at whether a key may be one of theirs. */
struct trigger_table {
	uint64_t may_be[(1 << HASH_BITS) / 64];
	uint16_t buckets[1 << BUCKET_BITS]; /* places in the list; 0: none */
	uint16_t count;
	struct trigger list[TRIGGER_LIMIT]; /* from 1 */
};

/* What the rows say: made once for the process, then never changed. */
struct trigger_index {
	struct trigger_table tables[LANG_COUNT];
	uint64_t untriggered;	  /* lexicons that may match anywhere */
	unsigned char signs[256]; /* of bytes; 0: of several together */
};

/* --- signs --- */

#define LETTER	   0x40 /* a bit of the signs of letters, and of no others */
#define DIGIT	   0x80 /* the same of digits */
#define OTHER_SIGN '#'	/* of what is beyond ASCII */

/* The sign of an ASCII character: a capital for a letter, a space for white space and '_'. */
static unsigned char ascii_sign(unsigned char c)
{
	if (c <= ' ')
		return ' ';
	if (c < '@')
		return byte_is_digit((char)c) ? c | DIGIT : c;
	return byte_is_alnum((char)c) ? c & 0x5F : c % 0x20 + 1;
}

/* White space beyond ASCII, all that patterns take for such. */
static bool is_wide_space(uint32_t c)
{
	return c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200A) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* The end of the white space that begins at byte i, of any length. */
static size_t space_end(struct str text, size_t i)
{
	for (size_t next = i; i < text.n; i = next) {
		uint32_t c = utf8_next(text, &next);

		if (c > ' ' && !is_wide_space(c))
			return i;
	}
	return i;
}

/* The sign of the character at *i, which moves behind it. */
static unsigned char next_sign(struct str text, size_t *i)
{
	size_t start = *i;
	char letter = '\0';

	if ((unsigned char)text.s[start] < 0x80)
		return ascii_sign((unsigned char)text.s[(*i)++]);
	if (numeral_letter(text, start))
		letter = numeral_plain_letter(text, start);
	if (is_wide_space(utf8_next(text, i)))
		return ' ';
	return letter ? ascii_sign((unsigned char)letter) : OTHER_SIGN;
}

/* --- index --- */

/* A key is three signs, one a byte, and a bit that tells of a letter within a word: no
 * trigger has it. */
#define KEY_SIGNS   3
#define TWO_SPACES  (' ' << 8 | ' ')
#define WITHIN_WORD ((uint32_t)LETTER << 24)

/* The key of the last three of four signs. */
static uint32_t key_of(uint32_t signs)
{
	return (signs & 0xFFFFFF) | (signs & signs << 8 & WITHIN_WORD);
}

static uint32_t hash_of(uint32_t key)
{
	return key * UINT32_C(0x9E3779B1) >> (32 - HASH_BITS);
}

static bool may_be_key(const struct trigger_table *table, uint32_t key)
{
	uint32_t hash = hash_of(key);

	return table->may_be[hash / 64] >> hash % 64 & 1;
}

static void add_key(struct trigger_table *table, struct trigger trigger)
{
	uint32_t hash = hash_of(trigger.key);
	uint16_t *bucket = &table->buckets[hash >> (HASH_BITS - BUCKET_BITS)];

	assert(table->count + 1 < TRIGGER_LIMIT);
	table->may_be[hash / 64] |= UINT64_C(1) << hash % 64;
	trigger.next = *bucket;
	*bucket = ++table->count;
	table->list[*bucket] = trigger;
}

/* The sign of the character of a trigger at *i, which moves behind it. */
static unsigned char trigger_sign(struct str trigger, size_t *i)
{
	if (trigger.s[*i] != '_')
		return next_sign(trigger, i);
	++*i;
	return ' ';
}

/* At the start of a text the first sign is key enough; two signs alone are listed with
 * every third one, letters and digits among them. */
static void add_trigger(struct trigger_table *table, struct str characters, uint64_t bit)
{
	bool at_start = *characters.s == '^';
	struct trigger trigger = { .bit = bit };
	size_t i = at_start, n = 0;

	for (; i < characters.n && n < (at_start ? 1 : KEY_SIGNS); n++) {
		assert(characters.s[i] != '|');
		trigger.key = trigger.key << 8 | trigger_sign(characters, &i);
	}
	trigger.behind = str_part(characters, i, characters.n);
	if (at_start || n == KEY_SIGNS) {
		add_key(table, trigger);
		return;
	}
	assert(n == KEY_SIGNS - 1);
	trigger.key <<= 8;
	for (uint32_t third = 1; third <= ('9' | DIGIT); third = third == 'Z' ? '0' | DIGIT : third + 1) {
		struct trigger one = trigger;

		one.key |= third;
		add_key(table, one);
	}
}

static void add_triggers(struct trigger_table *table, const char *triggers, uint64_t bit)
{
	for (size_t n; triggers && *triggers; triggers += n + (triggers[n] == ' ')) {
		n = strcspn(triggers, " ");
		add_trigger(table, (struct str) { triggers, n }, bit);
	}
}

static struct trigger_index *index_new(void)
{
	struct trigger_index *index = memory_alloc(sizeof(*index));

	memset(index, 0, sizeof(*index));
	for (unsigned char c = 0; c < 0x80; c++)
		index->signs[c] = ascii_sign(c);
	index->untriggered = (UINT64_C(1) << LEXICON_COUNT) - 1;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		index->untriggered &= ~rows[i].bit;
		for (int lang = 0; rows[i].bit && lang < LANG_COUNT; lang++)
			add_triggers(&index->tables[lang], rows[i].triggers[lang], rows[i].bit);
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

/* --- texts --- */

static bool goes_on(struct str text, size_t i, struct str trigger)
{
	for (size_t k = 0; k < trigger.n;) {
		unsigned char sign;

		if (trigger.s[k] == '|')
			return i == text.n || !(next_sign(text, &i) & LETTER);
		sign = trigger_sign(trigger, &k);
		if (i == text.n || next_sign(text, &i) != sign)
			return false;
		i = sign == ' ' ? space_end(text, i) : i;
	}
	return true;
}

/* The bits of the triggers that have the key, which ends at byte i. */
static uint64_t look_up(const struct trigger_table *table, uint32_t key, struct str text, size_t i)
{
	const struct trigger *trigger;
	uint64_t found = 0;

	if ((key & 0xFF) == ' ')
		i = space_end(text, i);
	for (uint16_t at = table->buckets[hash_of(key) >> (HASH_BITS - BUCKET_BITS)]; at;
	     at = trigger->next) {
		trigger = &table->list[at];
		if (trigger->key == key && goes_on(text, i, trigger->behind))
			found |= trigger->bit;
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
		digits += byte_is_digit(text.s[i]);
	return digits == PHONE_DIGITS;
}

uint64_t triggers_met(struct str text, enum lang lang)
{
	const struct trigger_index *index = index_get();
	const struct trigger_table *table = &index->tables[lang];
	uint64_t met = index->untriggered;
	uint32_t signs = 0; /* the last four, one a byte; 0: before the start of the text */
	unsigned char all = 0;

	for (size_t i = space_end(text, 0); i < text.n;) {
		unsigned char sign = index->signs[(unsigned char)text.s[i]];

		if (sign) {
			i++;
		} else {
			size_t at = i;

			sign = next_sign(text, &at);
			i = at;
		}
		if (((signs << 8 | sign) & 0xFFFF) == TWO_SPACES)
			continue;
		all |= sign;
		signs = signs << 8 | sign;
		if (may_be_key(table, key_of(signs)))
			met |= look_up(table, key_of(signs), text, i);
	}
	if (all & DIGIT)
		met |= TRIGGERED_FIGURE;
	if (text.n && (memchr(text.s, '@', text.n) || (all & DIGIT && may_hold_phone(text))))
		met |= TRIGGERED_CONTACT;
	return met;
}

bool triggers_found(enum lexicon lexicon, struct str text, enum lang lang)
{
	return index_get()->untriggered >> lexicon & 1 || triggers_met(text, lang) >> lexicon & 1;
}
