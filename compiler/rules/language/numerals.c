/*
 * Reads words and looks them up in numerals.def, by language and first letter.
 */
#include "rules/language/numerals.h"

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

static const struct numeral table[] = {
#define NUMERAL(lang, word, value)  { word, LANG_##lang, NUMERAL_NUMBER, AMOUNT_NUMBER, value },
#define MONTH(lang, word, value)    { word, LANG_##lang, NUMERAL_MONTH, AMOUNT_DATE, value },
#define UNIT(lang, word, of, value) { word, LANG_##lang, NUMERAL_UNIT, AMOUNT_##of, value },
#define SCALE(lang, word, value)    { word, LANG_##lang, NUMERAL_SCALE, AMOUNT_NUMBER, value },
#include "rules/language/numerals.def"
#undef NUMERAL
#undef MONTH
#undef UNIT
#undef SCALE
};

#define ROWS (sizeof(table) / sizeof(table[0]))

#define TRIPLES (1u << 15) /* of letters, numbered from 1; 0: the word is over */

/* What a byte is to a search for what may be an amount. */
enum byte_kind { BYTE_PLAIN, BYTE_LETTER, BYTE_DIGIT, BYTE_OTHER };

/* The rows of each first letter as chains of their numbers from 1, and the first three
 * letters of numbers, months and contacts as a set: made once for the process, then never
 * changed. */
struct numeral_index {
	uint32_t begin[LANG_COUNT][TRIPLES / 32];
	unsigned char kinds[256];
	unsigned char first[LANG_COUNT]['z' - 'a' + 1];
	unsigned char next[ROWS + 1];
};

/* The number of an ASCII letter, whatever its case; 0: it is none. */
static unsigned letter_number(char c)
{
	unsigned number = ((unsigned char)c | 0x20u) - 'a' + 1u;

	return number <= 26 ? number : 0;
}

static unsigned triple_of(const char *s, size_t n)
{
	unsigned a = letter_number(s[0]), b = n > 1 ? letter_number(s[1]) : 0;

	return (a << 5 | b) << 5 | (b && n > 2 ? letter_number(s[2]) : 0);
}

static enum byte_kind kind_of(char c)
{
	if (letter_number(c))
		return BYTE_LETTER;
	if (byte_is_digit(c))
		return BYTE_DIGIT;
	return c == '{' || c == '+' || c == '\xC3' || c == '\xC5' ? BYTE_OTHER : BYTE_PLAIN;
}

static void add_begin(struct numeral_index *index, enum lang lang, const char *word)
{
	unsigned triple = triple_of(word, strlen(word));

	index->begin[lang][triple / 32] |= UINT32_C(1) << triple % 32;
}

static void index_row(struct numeral_index *index, size_t i)
{
	unsigned char *first = &index->first[table[i].lang][*table[i].word - 'a'];

	index->next[i + 1] = *first;
	*first = (unsigned char)(i + 1);
	if (table[i].kind == NUMERAL_NUMBER || table[i].kind == NUMERAL_MONTH)
		add_begin(index, table[i].lang, table[i].word);
}

static struct numeral_index *index_new(void)
{
	static const char *const contacts[] = { "http", "www", "mailto", "tel" };
	struct numeral_index *index = memory_alloc(sizeof(*index));

	memset(index, 0, sizeof(*index));
	for (int c = 0; c < 256; c++)
		index->kinds[c] = (unsigned char)kind_of((char)c);
	for (size_t i = 0; i < ROWS; i++)
		index_row(index, i);
	for (size_t i = 0; i < sizeof(contacts) / sizeof(contacts[0]); i++) {
		for (int lang = 0; lang < LANG_COUNT; lang++)
			add_begin(index, (enum lang)lang, contacts[i]);
	}
	return index;
}

/* The index; two threads may make it at once, the first to store wins. */
static const struct numeral_index *index_get(void)
{
	static _Atomic(struct numeral_index *) made;
	struct numeral_index *index = atomic_load(&made);
	struct numeral_index *mine;

	if (index)
		return index;
	mine = index_new();
	if (atomic_compare_exchange_strong(&made, &index, mine))
		return mine;
	memory_free(mine);
	return index;
}

size_t numeral_letter(struct str text, size_t i)
{
	char c = byte_lower(i < text.n ? text.s[i] : '\0');

	if (c >= 'a' && c <= 'z')
		return 1;
	return (c == '\xC3' || c == '\xC5') && i + 1 < text.n ? 2 : 0;
}

char numeral_plain_letter(struct str text, size_t i)
{
	static const char plain[] = "aaaaaaaceeeeiiii\0nooooo\0ouuuuy\0y";

	if (text.s[i] == '\xC3')
		return plain[(unsigned char)text.s[i + 1] & 0x1F];
	return text.s[i] == '\xC5' ? '\0' : byte_lower(text.s[i]);
}

/* May the word at i be one to read? Letters with an accent may stand for any. */
static bool may_count(const struct numeral_index *index, struct str text, size_t i, enum lang lang)
{
	unsigned triple = triple_of(text.s + i, text.n - i);

	return (index->begin[lang][triple / 32] >> triple % 32 & 1) ||
	       (i + 1 < text.n && (unsigned char)text.s[i + 1] >= 0x80) ||
	       (i + 2 < text.n && (unsigned char)text.s[i + 2] >= 0x80);
}

size_t numeral_next(struct str text, size_t i, enum lang lang)
{
	const struct numeral_index *index = index_get();
	const unsigned char *s = (const unsigned char *)text.s, *kinds = index->kinds;

	for (;;) {
		size_t end;

		while (i < text.n && kinds[s[i]] == BYTE_PLAIN)
			i++;
		if (i == text.n || kinds[s[i]] != BYTE_LETTER || may_count(index, text, i, lang))
			return i;
		for (end = i; end < text.n && kinds[s[end]] == BYTE_LETTER; end++)
			;
		while (end < text.n && kinds[s[end]] == BYTE_OTHER && numeral_letter(text, end)) {
			for (end += 2; end < text.n && kinds[s[end]] == BYTE_LETTER; end++)
				;
		}
		if (end < text.n && kinds[s[end]] == BYTE_DIGIT)
			return i;
		i = end;
	}
}

size_t numeral_next_figure(struct str text, size_t i)
{
	const unsigned char *s = (const unsigned char *)text.s, *kinds = index_get()->kinds;
	size_t start = i;

	while (i < text.n && kinds[s[i]] != BYTE_DIGIT && s[i] != '{')
		i++;
	while (i < text.n && i > start && s[i] != '{' && (kinds[s[i - 1]] == BYTE_LETTER || s[i - 1] >= 0x80))
		i--;
	return i;
}

struct numeral_word numeral_read_word(struct str text, size_t i)
{
	struct numeral_word word = { .start = i };
	size_t letter, n = 0;
	bool known;

	for (; i < text.n && letter_number(text.s[i]); i++, n++) {
		if (n < NUMERAL_WORD_LIMIT)
			word.folded[n] = byte_lower(text.s[i]);
	}
	known = n <= NUMERAL_WORD_LIMIT;
	for (; (letter = numeral_letter(text, i)) > 0; i += letter, n++) {
		char c = numeral_plain_letter(text, i);

		known = known && c && n < NUMERAL_WORD_LIMIT;
		if (known)
			word.folded[n] = c;
	}
	word.n = known ? n : 0;
	word.end = i;
	return word;
}

const struct numeral *numeral_find(struct numeral_word word, enum lang lang, enum numeral_kind kind)
{
	const struct numeral_index *index = index_get();

	for (unsigned char row = index->first[lang][*word.folded - 'a']; row; row = index->next[row]) {
		const struct numeral *numeral = &table[row - 1];

		if (numeral->kind == kind && !strncmp(numeral->word, word.folded, word.n) &&
		    !numeral->word[word.n])
			return numeral;
	}
	return NULL;
}

size_t numeral_ordinal_end(struct str text, size_t i, enum lang lang)
{
	static const char *const ordinals[LANG_COUNT][8] = {
		[LANG_FR] = { "er", "re", "ere", "e", "eme", "nd", "nde", "ieme" },
		[LANG_EN] = { "st", "nd", "rd", "th" },
	};
	struct numeral_word word;

	if (!numeral_letter(text, i))
		return i;
	word = numeral_read_word(text, i);
	for (size_t k = 0; word.n && k < 8 && ordinals[lang][k]; k++) {
		if (strlen(ordinals[lang][k]) == word.n && !memcmp(ordinals[lang][k], word.folded, word.n))
			return word.end;
	}
	return i;
}
