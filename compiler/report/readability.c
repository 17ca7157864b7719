/*
 * Counts sentences, words and syllables. A word stands between white space; what has a
 * digit, an @ or a stop within is a number or an address. Syllables come from the tables of
 * readability.def, never from a locale; figures are whole numbers, rounded at each division.
 */
#include "report/readability.h"

#include "base/buf.h"
#include "base/utf8.h"

#define LONG_WORD 48 /* letters: what is longer is no word of the language */

static const struct boundary {
	enum lang lang;
	const char *before, *after;
	bool splits;
} boundaries[] = {
#define BOUNDARY(lang, before, after, splits) { LANG_##lang, before, after, splits },
#include "report/readability.def"
};

static const struct {
	enum lang lang;
	const char *text;
	int change;
} endings[] = {
#define ENDING(lang, ending, change) { LANG_##lang, ending, change },
#include "report/readability.def"
};

static const struct {
	enum lang lang;
	const char *text;
	int count;
} words[] = {
#define SYLLABLES(lang, word, count) { LANG_##lang, word, count },
#include "report/readability.def"
};

static const struct {
	enum lang lang;
	const char *text;
} abbreviations[] = {
#define ABBREVIATION(lang, word) { LANG_##lang, word },
#include "report/readability.def"
};

enum { EASE, GRADE, FORMULAS };
static const struct formula {
	long constant, per_sentence, per_word;
} formulas[FORMULAS][LANG_COUNT] = {
#define FORMULA(name, lang, constant, per_sentence, per_word)                                                \
	[name][LANG_##lang] = { constant, per_sentence, per_word },
#include "report/readability.def"
};

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

/* --- syllables --- */

/* A letter as readability.def writes it, or '\0' for what is none. */
static char fold(uint32_t c)
{
	static const char latin[] = "aaaaaaecEEEIiiiIdnooooo\0ouuuIyty"; /* U+00E0 to U+00FF */

	if (c >= 'A' && c <= 'Z')
		return (char)(c + ('a' - 'A'));
	if (c >= 'a' && c <= 'z')
		return (char)c;
	if (c >= 0xC0 && c <= 0xDE)
		c += 0x20;
	return c >= 0xE0 && c <= 0xFF ? latin[c - 0xE0] : '\0';
}

/* A word, folded. */
struct letters {
	char s[LONG_WORD + 2];
	size_t n;
};

static void add_letter(struct letters *word, char letter)
{
	if (word->n < LONG_WORD)
		word->s[word->n++] = letter;
}

/* Adds the letter; false when the character is none. */
static bool add_character(struct letters *word, uint32_t c)
{
	char letter = fold(c);

	if (c == 0x152 || c == 0x153) { /* Œ, œ */
		add_letter(word, 'o');
		letter = 'e';
	}
	if (letter)
		add_letter(word, letter);
	return letter != '\0';
}

static bool is_vowel_letter(char c)
{
	return c && strchr("aeiouyEI", c);
}

static bool is_vowel_at(struct str word, size_t i)
{
	bool is_after_q = i > 0 && (word.s[i - 1] == 'q' || word.s[i - 1] == 'g');

	if (word.s[i] == 'u' && is_after_q && i + 1 < word.n && is_vowel_letter(word.s[i + 1]))
		return false;
	return is_vowel_letter(word.s[i]);
}

/* Are the vowels before and at i of two syllables? */
static bool splits_at(struct str word, size_t i, enum lang lang)
{
	struct str before = str_part(word, 0, i), after = str_part(word, i, word.n);
	size_t longest = 0;
	bool splits = false;

	for (size_t k = 0; k < COUNT_OF(boundaries); k++) {
		const struct boundary *row = &boundaries[k];
		size_t length = strlen(row->before) + strlen(row->after);

		if (row->lang != lang || length <= longest || !str_has_suffix(before, row->before) ||
		    !str_has_prefix(after, row->after))
			continue;
		longest = length;
		splits = row->splits;
	}
	return splits;
}

static int ending_change(struct str word, enum lang lang)
{
	size_t longest = 0;
	int change = 0;

	for (size_t k = 0; k < COUNT_OF(endings); k++) {
		size_t length = strlen(endings[k].text);

		if (endings[k].lang != lang || length <= longest || !str_has_suffix(word, endings[k].text))
			continue;
		longest = length;
		change = endings[k].change;
	}
	return change;
}

/* Of a word that is folded; 0 without a vowel. */
static long count_syllables(struct str word, enum lang lang)
{
	long n = 0;

	for (size_t k = 0; k < COUNT_OF(words); k++) {
		if (words[k].lang == lang && str_is(word, words[k].text))
			return words[k].count;
	}
	for (size_t i = 0; i < word.n; i++) {
		if (is_vowel_at(word, i))
			n += i == 0 || !is_vowel_at(word, i - 1) || splits_at(word, i, lang);
	}
	if (n > 1)
		n += ending_change(word, lang);
	return n;
}

long readability_syllables(struct str word, enum lang lang)
{
	struct letters letters = { .n = 0 };
	long n = 0;

	for (size_t i = 0; i < word.n;) {
		if (add_character(&letters, utf8_next(word, &i)))
			continue;
		n += count_syllables((struct str) { letters.s, letters.n }, lang);
		letters.n = 0;
	}
	n += count_syllables((struct str) { letters.s, letters.n }, lang);
	return n ? n : 1;
}

/* --- words and sentences --- */

static bool is_space(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || c == 0x202F;
}

static bool is_closing(uint32_t c)
{
	return c == ')' || c == ']' || c == '"' || c == '\'' || c == '*' || c == 0xBB || c == 0x201D ||
	       c == 0x2019;
}

static bool is_stop(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* The next run without white space, which *i moves past; empty at the end. */
static struct str next_run(struct str block, size_t *i)
{
	size_t start = *i, after = *i;

	while (after < block.n && is_space(utf8_next(block, &after)))
		start = after;
	for (*i = after = start; after < block.n && !is_space(utf8_next(block, &after));)
		*i = after;
	return str_part(block, start, *i);
}

/* What a run is: a word, a number or an address, or signs alone. */
struct run {
	bool is_word, is_number;
	bool has_hole;
	bool is_lower; /* its first letter */
	uint32_t mark; /* its last character, closing signs left out; 0: a letter or digit */
};

static struct run read_run(struct str text)
{
	struct run run = { .is_word = false };
	bool dotted = false;

	for (size_t i = 0; i < text.n;) {
		uint32_t c = utf8_next(text, &i);
		bool is_letter = fold(c) || c == 0x152 || c == 0x153, is_digit = c >= '0' && c <= '9';

		if (c == '{') { /* a hole, as one letter */
			i = str_find(text, "}", i) + 1;
			run.has_hole = is_letter = true;
		}
		if (is_letter && !run.is_word && !run.is_number)
			run.is_lower = (c >= 'a' && c <= 'z') || c >= 0xE0;
		run.is_word |= is_letter;
		run.is_number |= is_digit || c == '@' || c == '/' || (dotted && is_letter);
		dotted = c == '.';
		if (!is_closing(c))
			run.mark = is_letter || is_digit ? 0 : c;
	}
	return run;
}

/* A single letter, or an abbreviation of the language. */
static bool is_abbreviation(struct str text, enum lang lang)
{
	struct letters letters = { .n = 0 };
	struct str word;

	for (size_t i = 0; i < text.n;) {
		uint32_t c = utf8_next(text, &i);

		if (!add_character(&letters, c) && c != '.')
			letters.n = 0; /* "l'art." */
	}
	word = (struct str) { letters.s, letters.n };
	for (size_t k = 0; k < COUNT_OF(abbreviations); k++) {
		if (abbreviations[k].lang == lang && str_is(word, abbreviations[k].text))
			return true;
	}
	return word.n == 1;
}

/* The sentence being read. */
struct sentence {
	long words, syllables;
	bool stopped; /* by a mark that ends it, unless it goes on in lower case */
	uint32_t mark;
};

static void end_sentence(struct readability *counts, struct sentence *sentence)
{
	counts->sentences += sentence->words > 0;
	counts->words += sentence->words;
	counts->syllables += sentence->syllables;
	*sentence = (struct sentence) { .words = 0 };
}

static void read_sentence(struct readability *counts, struct sentence *sentence, struct str text)
{
	struct run run = read_run(text);
	bool speaks = run.is_word || run.is_number;

	if (sentence->stopped && speaks && !run.is_lower)
		end_sentence(counts, sentence);
	if (speaks)
		sentence->stopped = false;
	if (run.is_word && !run.is_number) {
		sentence->words++;
		sentence->syllables += run.has_hole ? 2 : readability_syllables(text, counts->lang);
	}
	if (speaks || run.mark)
		sentence->mark = run.mark;
	if (is_stop(run.mark))
		sentence->stopped = !is_abbreviation(text, counts->lang);
}

void readability_add(struct readability *counts, struct str block)
{
	struct sentence sentence = { .words = 0 };
	struct str text;

	for (size_t i = 0; (text = next_run(block, &i)).n;)
		read_sentence(counts, &sentence, text);
	if (is_stop(sentence.mark) || sentence.mark == ':' || sentence.mark == ';')
		end_sentence(counts, &sentence);
}

/* --- pages and clauses --- */

static bool is_block(enum doc_kind kind)
{
	return kind == DOC_PARAGRAPH || kind == DOC_CELL || kind == DOC_LIST || kind == DOC_BREAK;
}

static bool is_passed_over(enum doc_kind kind)
{
	return kind == DOC_HEADING || kind == DOC_CAPTION || kind == DOC_TERM || kind == DOC_CONTENTS;
}

void readability_add_page(struct readability *counts, const struct doc *doc)
{
	struct doc_walk walk;
	struct buf block = BUF_INIT;
	int passed_over = 0;

	doc_walk_init(&walk, doc->root);
	while (doc_walk_next(&walk) != DOC_DONE) {
		bool enters = walk.event == DOC_ENTER;

		if (is_passed_over(walk.node->kind))
			passed_over += enters ? 1 : -1;
		if (is_block(walk.node->kind)) {
			readability_add(counts, buf_str(&block));
			buf_reset(&block);
		}
		if (enters && !passed_over && (walk.node->kind == DOC_TEXT || walk.node->kind == DOC_CODE))
			buf_add_str(&block, walk.node->text);
	}
	buf_release(&block);
}

void readability_add_clauses(struct readability *counts)
{
	for (int i = 0; i < CLAUSE_COUNT; i++)
		readability_add(counts, wording_built_in((enum clause)i, counts->lang));
}

/* --- figures --- */

/* a / b, rounded half up; b is positive. */
static long divide(long a, long b)
{
	long twice = 2 * a + b;

	return twice >= 0 ? twice / (2 * b) : -((2 * b - 1 - twice) / (2 * b));
}

static long figure(const struct readability *counts, const struct formula *formula)
{
	long thousandths;

	if (!counts->sentences || !formula->constant)
		return 0;
	thousandths = formula->constant + divide(formula->per_sentence * counts->words, counts->sentences) +
		      divide(formula->per_word * counts->syllables, counts->words);
	return divide(thousandths, 100);
}

long readability_ease(const struct readability *counts)
{
	return figure(counts, &formulas[EASE][counts->lang]);
}

long readability_grade(const struct readability *counts)
{
	return figure(counts, &formulas[GRADE][counts->lang]);
}
