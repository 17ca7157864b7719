/*
 * UTF-8 and Unicode. Takes any bytes; gives code points, normal and folded forms,
 * widths and distances. Text that is not UTF-8 is never refused here: it is
 * measured byte by byte, and its normal form is itself.
 * Plain ASCII, and the letters of French, take short ways past utf8proc.
 */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/buf.h"

/* The bytes of a sequence by its first byte; 0: none begins so. */
static unsigned sequence_length(unsigned char lead)
{
	if (lead < 0xC2 || lead > 0xF4)
		return lead < 0x80;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

uint32_t utf8_next(struct str s, size_t *i)
{
	static const unsigned char lead_bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *at = (const unsigned char *)s.s + *i;
	unsigned n = sequence_length(at[0]);
	uint32_t code_point;

	if (n == 0 || n > s.n - *i) {
		*i += 1;
		return UTF8_INVALID;
	}
	code_point = at[0] & lead_bits[n];
	for (unsigned k = 1; k < n; k++) {
		if ((at[k] & 0xC0) != 0x80) {
			*i += 1;
			return UTF8_INVALID;
		}
		code_point = code_point << 6 | (at[k] & 0x3F);
	}
	if (code_point < least[n] || code_point > 0x10FFFF ||
	    (code_point >= 0xD800 && code_point <= 0xDFFF)) {
		*i += 1;
		return UTF8_INVALID;
	}
	*i += n;
	return code_point;
}

/* Offset of the first byte at or after i that is not ASCII, eight at a time. */
static size_t skip_ascii(struct str s, size_t i)
{
	uint64_t eight;

	for (; s.n - i >= sizeof(eight); i += sizeof(eight)) {
		memcpy(&eight, s.s + i, sizeof(eight));
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	while (i < s.n && (unsigned char)s.s[i] < 0x80)
		i++;
	return i;
}

/* Sixteen bytes at a time, by the vector types of gcc and clang: most texts need no
 * escape at all, and each is written in three formats. */
typedef unsigned char block __attribute__((vector_size(16)));

/* True when a format may have a use for one of the bytes, or one like it: up to '&' but
 * for the space, '*', '<' to '>', '[' to '_' and '{' to DEL, '`', C2, EF and above. */
static inline bool is_marked(block b)
{
	block found = ((block)(b <= '&') & (block)(b != ' ')) | (block)(b == '*') | (block)(b - '<' <= 2) |
		      (block)((b & 0xDF) - '[' <= 4) | (block)(b == '`') | (block)(b == 0xC2) |
		      (block)(b >= 0xEF);
	uint64_t halves[2];

	memcpy(halves, &found, sizeof(halves));
	return halves[0] | halves[1];
}

/* The bytes at a and those at b, eight each; they may overlap. */
static inline block two_halves(const char *a, const char *b)
{
	block both;

	memcpy(&both, a, 8);
	memcpy((char *)&both + 8, b, 8);
	return both;
}

size_t utf8_skip_plain(struct str text, size_t i)
{
	const char *s = text.s + i;
	size_t left = text.n - i;

	for (; left >= 16; left -= 16, s += 16) {
		block b;

		memcpy(&b, s, sizeof(b));
		if (is_marked(b))
			return text.n - left;
	}
	if (left < 8 || is_marked(two_halves(s, s + left - 8)))
		return text.n - left;
	return text.n;
}

bool utf8_is_plain(struct str s)
{
	static const bool is_markup[0xEF] = {
		['!'] = true, ['"'] = true, ['#'] = true, ['&'] = true,	 ['*'] = true,
		['<'] = true, ['>'] = true, ['['] = true, ['\\'] = true, [']'] = true,
		['_'] = true, ['`'] = true, ['|'] = true, ['~'] = true,	 [0x7F] = true,
	};

	for (size_t i = utf8_skip_plain(s, 0); i < s.n; i++) {
		unsigned char byte = (unsigned char)s.s[i];

		if (byte == 0xC2 && i + 1 < s.n && (unsigned char)s.s[i + 1] >= 0xA0)
			i = utf8_skip_plain(s, i + 2) - 1;
		else if (byte < ' ' || byte >= 0xEF || byte == 0xC2 || is_markup[byte])
			return false;
	}
	return true;
}

size_t utf8_invalid_at(struct str s)
{
	size_t i = skip_ascii(s, 0);

	while (i < s.n) {
		size_t at = i;
		if (utf8_next(s, &i) == UTF8_INVALID)
			return at;
		if (i < s.n && (unsigned char)s.s[i] < 0x80)
			i = skip_ascii(s, i);
	}
	return s.n;
}

void utf8_add(struct buf *buf, uint32_t code_point)
{
	utf8proc_uint8_t bytes[4] = { 0 };
	buf_add(buf, bytes, (size_t)utf8proc_encode_char((utf8proc_int32_t)code_point, bytes));
}

/* Bytes that continue no sequence, counted eight at a time: positions on very long
 * lines are asked for often. */
size_t utf8_length(struct str s)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t n = s.n, i = 0;

	for (uint64_t eight; s.n - i >= sizeof(eight); i += sizeof(eight)) {
		memcpy(&eight, s.s + i, sizeof(eight));
		n -= (size_t)(((eight >> 7 & ~(eight >> 6) & ones) * ones) >> 56);
	}
	for (; i < s.n; i++)
		n -= ((unsigned char)s.s[i] & 0xC0) == 0x80;
	return n;
}

size_t utf8_width(struct str s)
{
	size_t width = 0, i = 0;

	while (i < s.n) {
		unsigned char byte = (unsigned char)s.s[i];
		uint32_t code_point;
		if (byte == '\t' || (byte >= ' ' && byte < 0x7F)) {
			width++;
			i++;
			continue;
		}
		code_point = utf8_next(s, &i);
		width += code_point == UTF8_INVALID
					 ? 1
					 : (size_t)utf8proc_charwidth((utf8proc_int32_t)code_point);
	}
	return width;
}

/* True when no code point of s can change, or join another, in NFC: those below
 * U+0300, and U+2010 to U+20BF (dashes, quotes, spaces, the euro). */
static bool is_surely_nfc(struct str s)
{
	size_t i = skip_ascii(s, 0);

	for (; i < s.n; i++) {
		unsigned char byte = (unsigned char)s.s[i];
		if (byte < 0xCC)
			continue;
		if (byte != 0xE2 || s.n - i < 3)
			return false;
		if ((unsigned char)s.s[i + 1] > 0x82 ||
		    ((unsigned char)s.s[i + 1] == 0x80 && (unsigned char)s.s[i + 2] < 0x90))
			return false;
		i += 2;
	}
	return true;
}

/* What utf8proc_map() makes of s, in the arena; s itself where it refuses it. */
static struct str map_text(struct arena *arena, struct str s, unsigned options)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.s, (utf8proc_ssize_t)s.n, &mapped,
					  (utf8proc_option_t)options);
	struct str result = s;

	if (n == UTF8PROC_ERROR_NOMEM)
		memory_exhausted();
	if (n >= 0 && !str_eq(s, (struct str) { (const char *)mapped, (size_t)n }))
		result = str_copy(arena, (struct str) { (const char *)mapped, (size_t)n });
	free(mapped);
	return result;
}

struct str utf8_nfc(struct arena *arena, struct str s)
{
	return is_surely_nfc(s) ? s : map_text(arena, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

/* U+00C0 to U+00FF folded; '\0': not a letter that folds to one of ASCII. */
static const char latin[64] = "aaaaaa\0ceeeeiiii"
			      "\0nooooo\0\0uuuuy\0\0"
			      "aaaaaa\0ceeeeiiii"
			      "\0nooooo\0\0uuuuy\0y";

static bool is_apostrophe(uint32_t code_point)
{
	return code_point == '\'' || code_point == 0x2019 || code_point == 0x2018 || code_point == 0x02BC ||
	       code_point == 0xFF07;
}

/* Folds ASCII, the accented letters of French, ligatures and apostrophes into
 * `to` (room for s.n bytes: nothing grows). The length, or SIZE_MAX when s holds
 * anything else. */
static size_t fold_french(struct str s, char *to)
{
	size_t n = 0, i = 0;

	while (i < s.n) {
		unsigned char byte = (unsigned char)s.s[i];
		uint32_t c = byte < 0x80 ? (i++, byte) : utf8_next(s, &i);
		if (c < 0x80) {
			to[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '\'' ? '-' : (char)c;
		} else if (c >= 0xC0 && c <= 0xFF && latin[c - 0xC0]) {
			to[n++] = latin[c - 0xC0];
		} else if (c == 0x152 || c == 0x153 || c == 0xC6 || c == 0xE6) {
			to[n++] = c >= 0x152 ? 'o' : 'a';
			to[n++] = 'e';
		} else if (is_apostrophe(c)) {
			to[n++] = '-';
		} else {
			return SIZE_MAX;
		}
	}
	return n;
}

/* The same for any text: marks stripped and case folded by utf8proc, the rest by
 * fold_french()'s rules, code point by code point. */
static struct str fold_any(struct arena *arena, struct str s)
{
	struct str plain = map_text(arena, s,
				    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
						    UTF8PROC_CASEFOLD);
	char *to = arena_alloc(arena, plain.n + 1);
	size_t n = 0, i = 0;

	while (i < plain.n) {
		size_t start = i;
		struct str one;
		size_t folded;
		utf8_next(plain, &i);
		one = str_part(plain, start, i);
		folded = fold_french(one, to + n);
		if (folded == SIZE_MAX) {
			memcpy(to + n, one.s, one.n);
			folded = one.n;
		}
		n += folded;
	}
	return (struct str) { to, n };
}

/* True for lower-case ASCII without apostrophes: the folded form is s itself. */
static bool is_folded(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char byte = (unsigned char)s.s[i];
		if (byte >= 0x80 || byte == '\'' || (byte >= 'A' && byte <= 'Z'))
			return false;
	}
	return true;
}

struct str utf8_fold(struct arena *arena, struct str s)
{
	char *to;
	size_t n;

	if (is_folded(s))
		return s;
	to = arena_alloc(arena, s.n + 1);
	n = fold_french(s, to);
	return n == SIZE_MAX ? fold_any(arena, s) : (struct str) { to, n };
}

bool utf8_is_bidi_control(uint32_t code_point)
{
	return (code_point >= 0x202A && code_point <= 0x202E) ||
	       (code_point >= 0x2066 && code_point <= 0x2069);
}

enum { DISTANCE_LIMIT = 128 };

static size_t decode(struct str s, uint32_t to[DISTANCE_LIMIT])
{
	size_t n = 0, i = 0;
	while (i < s.n && n < DISTANCE_LIMIT)
		to[n++] = utf8_next(s, &i);
	return n;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One row of the distance table, from the two rows above it; its least value. */
static size_t distance_row(size_t rows[3][DISTANCE_LIMIT + 1], size_t i, const uint32_t *a, const uint32_t *b,
			   size_t n)
{
	size_t *row = rows[i % 3];
	const size_t *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
	size_t low = i;

	row[0] = i;
	for (size_t j = 1; j <= n; j++) {
		size_t d = above[j - 1] + (a[i - 1] != b[j - 1]);
		d = least(d, least(above[j], row[j - 1]) + 1);
		if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
			d = least(d, above2[j - 2] + 1);
		row[j] = d;
		low = least(low, d);
	}
	return low;
}

size_t utf8_distance(struct str a, struct str b, size_t limit)
{
	uint32_t left[DISTANCE_LIMIT], right[DISTANCE_LIMIT];
	size_t rows[3][DISTANCE_LIMIT + 1];
	size_t na, nb;

	if (str_eq(a, b))
		return 0;
	if (a.n >= DISTANCE_LIMIT || b.n >= DISTANCE_LIMIT)
		return limit + 1;
	na = decode(a, left);
	nb = decode(b, right);
	if ((na > nb ? na - nb : nb - na) > limit)
		return limit + 1;
	for (size_t j = 0; j <= nb; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= na; i++) {
		if (distance_row(rows, i, left, right, nb) > limit)
			return limit + 1;
	}
	return least(rows[na % 3][nb], limit + 1);
}
