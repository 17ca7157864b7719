/*
 * One pass over the text: runs of plain bytes are copied whole, and a table says
 * which bytes have a handler. A handler reads at setter.in[i], appends, and moves
 * i on by one byte or more. What comes before is judged by what was appended.
 * The rules for numbers stand in base/typography_number.c.
 */
#include "base/typography.h"

#include <stdint.h>
#include <string.h>

#include "base/typography_setter.h"

enum { WORD_LIMIT = 64, CODE_FENCE_LIMIT = 3 };

#define ELLIPSIS      "\xE2\x80\xA6"
#define APOSTROPHE    "\xE2\x80\x99"
#define FRENCH_OPEN   "\xC2\xAB"
#define FRENCH_CLOSE  "\xC2\xBB"
#define ENGLISH_OPEN  "\xE2\x80\x9C"
#define ENGLISH_CLOSE "\xE2\x80\x9D"

void setter_copy(struct setter *setter, size_t n)
{
	struct str part = str_part(setter->in, setter->i, setter->i + n);
	buf_add_str(setter->out, part);
	setter->i += part.n;
}

struct str setter_done(const struct setter *setter)
{
	return str_part(buf_str(setter->out), setter->start, setter->out->n);
}

bool setter_is_after_word(const struct setter *setter)
{
	struct str done = setter_done(setter);
	unsigned char last = done.n ? (unsigned char)done.s[done.n - 1] : '\0';

	if (last < 0x80)
		return byte_is_letter(last) || byte_is_digit(last);
	if (done.n >= 2 && (unsigned char)done.s[done.n - 2] == 0xC2)
		return false;
	return done.n < 3 || (unsigned char)done.s[done.n - 3] != 0xE2;
}

/* The length of the space that ends s, plain or no-break; 0: none. */
static size_t space_at_end(struct str s)
{
	unsigned char last = s.n ? (unsigned char)s.s[s.n - 1] : '\0';

	if (last == ' ')
		return 1;
	if (last == 0xA0 && str_has_suffix(s, NO_BREAK))
		return sizeof(NO_BREAK) - 1;
	return last == 0xAF && str_has_suffix(s, NARROW_NO_BREAK) ? sizeof(NARROW_NO_BREAK) - 1 : 0;
}

/* What this call has appended so far, without the spaces at its end. */
static struct str done_without_spaces(const struct setter *setter)
{
	struct str done = setter_done(setter);
	size_t n;
	while ((n = space_at_end(done)) > 0)
		done.n -= n;
	return done;
}

static void take_back_spaces(struct setter *setter)
{
	setter->out->n = setter->start + done_without_spaces(setter).n;
}

static void skip_spaces(struct setter *setter)
{
	size_t n;
	while ((n = setter_space_at(setter, setter->i)) > 0)
		setter->i += n;
}

static void open_guillemet(struct setter *setter)
{
	unsigned char next;

	buf_add_text(setter->out, FRENCH_OPEN);
	skip_spaces(setter);
	next = setter_byte(setter, setter->i);
	if (next != '\0' && next != '\n' && next != '\r')
		buf_add_text(setter->out, NO_BREAK);
}

static void close_guillemet(struct setter *setter)
{
	struct str done;

	take_back_spaces(setter);
	done = setter_done(setter);
	if (done.n > 0 && done.s[done.n - 1] != '\n')
		buf_add_text(setter->out, NO_BREAK);
	buf_add_text(setter->out, FRENCH_CLOSE);
}

/* « » § ° and the no-break space, all of which begin with the byte C2. */
static void set_latin(struct setter *setter)
{
	unsigned char sign = setter_byte(setter, setter->i + 1);

	if (setter->lang == LANG_FR && sign == (unsigned char)FRENCH_OPEN[1]) {
		setter->i += 2;
		open_guillemet(setter);
	} else if (setter->lang == LANG_FR && sign == (unsigned char)FRENCH_CLOSE[1]) {
		setter->i += 2;
		close_guillemet(setter);
	} else {
		setter_set_sign(setter);
	}
}

/* True when the word that goes on at i holds an '@'. */
static bool is_in_address(const struct setter *setter)
{
	for (size_t i = setter->i; i < setter->i + WORD_LIMIT; i++) {
		unsigned char byte = setter_byte(setter, i);
		if (byte == '@')
			return true;
		if (byte <= ' ')
			return false;
	}
	return false;
}

static void set_french_apostrophe(struct setter *setter)
{
	if (is_in_address(setter)) {
		setter_copy(setter, 1);
		return;
	}
	setter->i++;
	buf_add_text(setter->out, APOSTROPHE);
}

/* After a word, and not closing a quoted identifier: an apostrophe. */
static void set_english_apostrophe(struct setter *setter)
{
	struct str done = setter_done(setter);
	unsigned char last = done.n ? (unsigned char)done.s[done.n - 1] : '\0';
	unsigned char next = setter_byte(setter, setter->i + 1);
	bool after = setter_is_after_word(setter) || (last && strchr("})`]*_", last));
	bool before = byte_is_letter(next) || byte_is_digit(next) || next >= 0xC3;

	if (after && (before || !setter->identifier_open) && !is_in_address(setter)) {
		setter->i++;
		buf_add_text(setter->out, APOSTROPHE);
		return;
	}
	setter->identifier_open = !after && (before || next == '{' || next == '[' || next == '(');
	setter_copy(setter, 1);
}

static void set_apostrophe(struct setter *setter)
{
	if (setter->lang == LANG_FR)
		set_french_apostrophe(setter);
	else
		set_english_apostrophe(setter);
}

/* A straight double quote opens where no word ends and another one follows. */
static void set_quote(struct setter *setter)
{
	const char *rest = setter->in.s + setter->i + 1;
	bool closes = setter->quote_open;

	if (!closes && (setter_is_after_word(setter) || !memchr(rest, '"', setter->in.n - setter->i - 1))) {
		setter_copy(setter, 1);
		return;
	}
	setter->quote_open = !closes;
	setter->i++;
	if (setter->lang == LANG_EN)
		buf_add_text(setter->out, closes ? ENGLISH_CLOSE : ENGLISH_OPEN);
	else if (closes)
		close_guillemet(setter);
	else
		open_guillemet(setter);
}

/* A code span, copied; backticks that nothing closes stand for themselves. */
static void set_code(struct setter *setter)
{
	static const char *const fences[CODE_FENCE_LIMIT + 1] = { "", "`", "``", "```" };
	size_t n = 0, end;

	while (setter_byte(setter, setter->i + n) == '`')
		n++;
	if (n > CODE_FENCE_LIMIT) {
		setter_copy(setter, n);
		return;
	}
	end = str_find(setter->in, fences[n], setter->i + n);
	setter_copy(setter, (end < setter->in.n ? end - setter->i : 0) + n);
}

static void set_dot(struct setter *setter)
{
	if (setter_byte(setter, setter->i + 1) == '.' && setter_byte(setter, setter->i + 2) == '.') {
		setter->i += 3;
		buf_add_text(setter->out, ELLIPSIS);
		return;
	}
	setter_copy(setter, 1);
	setter_set_abbreviation(setter);
}

/* The rest of a URL, from its "://" on. */
static void copy_url(struct setter *setter)
{
	size_t n = 0;
	unsigned char byte;

	while ((byte = setter_byte(setter, setter->i + n)) > ' ' && byte != 0xC2 && !strchr("<>\"`", byte))
		n++;
	setter_copy(setter, n);
}

/* True where a French double mark at i closes a phrase: it has something before
 * it on its line, and no word right behind it. */
static bool is_double_mark(const struct setter *setter)
{
	struct str done = done_without_spaces(setter);
	unsigned char next = setter_byte(setter, setter->i + 1);
	unsigned char last;

	if (next > ' ' && next < 0x80 && !strchr(")]\"'*_.!?,;", next))
		return false;
	if (next >= 0x80 && next != 0xC2 && next != 0xE2)
		return false;
	last = done.n ? (unsigned char)done.s[done.n - 1] : '\n';
	return last != '\n' && !strchr("([:;!?.,/", last);
}

static void set_double_mark(struct setter *setter)
{
	bool colon = setter_byte(setter, setter->i) == ':';

	if (colon && setter_byte(setter, setter->i + 1) == '/' && setter_byte(setter, setter->i + 2) == '/') {
		copy_url(setter);
		return;
	}
	if (setter->lang == LANG_FR && is_double_mark(setter)) {
		take_back_spaces(setter);
		buf_add_text(setter->out, colon ? NO_BREAK : NARROW_NO_BREAK);
	}
	setter_copy(setter, 1);
}

enum mark {
	MARK_NONE,
	MARK_LATIN,
	MARK_APOSTROPHE,
	MARK_QUOTE,
	MARK_CODE,
	MARK_DOT,
	MARK_DOUBLE,
	MARK_DIGIT
};

static void (*const handlers[])(struct setter *setter) = {
	[MARK_LATIN] = set_latin,
	[MARK_APOSTROPHE] = set_apostrophe,
	[MARK_QUOTE] = set_quote,
	[MARK_CODE] = set_code,
	[MARK_DOT] = set_dot,
	[MARK_DOUBLE] = set_double_mark,
	[MARK_DIGIT] = setter_set_number,
};

/* The marks of both languages; French has three more. */
#define MARKS                                                                                                \
	[0xC2] = MARK_LATIN, ['\''] = MARK_APOSTROPHE, ['"'] = MARK_QUOTE, ['`'] = MARK_CODE,                \
	['.'] = MARK_DOT, [':'] = MARK_DOUBLE, ['0'] = MARK_DIGIT, ['1'] = MARK_DIGIT, ['2'] = MARK_DIGIT,   \
	['3'] = MARK_DIGIT, ['4'] = MARK_DIGIT, ['5'] = MARK_DIGIT, ['6'] = MARK_DIGIT, ['7'] = MARK_DIGIT,  \
	['8'] = MARK_DIGIT, ['9'] = MARK_DIGIT

static const unsigned char marks[LANG_COUNT][256] = {
	[LANG_FR] = { MARKS, [';'] = MARK_DOUBLE, ['!'] = MARK_DOUBLE, ['?'] = MARK_DOUBLE },
	[LANG_EN] = { MARKS },
};

/* Sixteen bytes at a time, by the vector types of gcc and clang. */
typedef unsigned char block __attribute__((vector_size(16)));

/* Not 0 where a byte of the block may have a handler: the marks, and '/' between them. */
static inline block marked(block b)
{
	return (block)(b - '!' <= 1) | (block)(b == '\'') | (block)(b - '.' <= ';' - '.') |
	       (block)(b == '?') | (block)(b == '`') | (block)(b == 0xC2);
}

/* The marked bytes of 16 at s: a byte of each half is 0 where it is not marked. */
static inline void find_marks(const char *s, uint64_t halves[2])
{
	block b;

	memcpy(&b, s, sizeof(b));
	b = marked(b);
	memcpy(halves, &b, sizeof(b));
}

/* How many bytes of the half, which is not 0, stand before its first marked one. */
static inline size_t before_mark(uint64_t half)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(half) / 8;
#else
	return (size_t)__builtin_clzll(half) / 8;
#endif
}

/* The first byte at or after i that has a handler, or text.n. */
static size_t next_mark(struct str text, size_t i, const unsigned char *table)
{
	uint64_t halves[2];

	while (text.n - i >= 16) {
		find_marks(text.s + i, halves);
		if (halves[0])
			i += before_mark(halves[0]);
		else
			i += 8 + (halves[1] ? before_mark(halves[1]) : 8);
		if (!(halves[0] | halves[1]))
			continue;
		if (table[(unsigned char)text.s[i]])
			return i;
		i++;
	}
	if (text.n >= 16 && i + 4 < text.n) { /* the last 16, some of which were looked at already */
		find_marks(text.s + text.n - 16, halves);
		if (!(halves[0] | halves[1]))
			return text.n;
	}
	while (i < text.n && !table[(unsigned char)text.s[i]])
		i++;
	return i;
}

bool typography_keeps(struct str text, enum lang lang)
{
	return next_mark(text, 0, marks[lang]) == text.n;
}

void typography_add(struct buf *out, struct str text, enum lang lang)
{
	struct setter setter = { .out = out, .start = out->n, .in = text, .lang = lang };
	const unsigned char *table = marks[lang];

	while (setter.i < text.n) {
		size_t end = next_mark(text, setter.i, table);

		buf_add(out, text.s + setter.i, end - setter.i);
		setter.i = end;
		if (end < text.n)
			handlers[table[(unsigned char)text.s[end]]](&setter);
	}
}
