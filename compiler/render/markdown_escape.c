/*
 * Escaping for CommonMark with GFM tables. Takes any text; gives source in which
 * no character acts as markup, with as few backslashes as reading allows. What
 * only acts at the start of a line is escaped only there.
 */
#include "render/markdown_escape.h"

#include "base/utf8.h"
#include "render/escape.h"

static const char by_context[] = "";

/* NULL: copied; by_context: escaped where it would act. */
static const char *const special[256] = {
	['\n'] = " ",	     ['\r'] = "",	  ['\t'] = " ",	       ['\\'] = "\\\\",
	['`'] = "\\`",	     ['*'] = "\\*",	  ['['] = "\\[",       [']'] = "\\]",
	['<'] = "\\<",	     ['~'] = "\\~",	  ['_'] = by_context,  ['&'] = by_context,
	['|'] = by_context,  ['#'] = by_context,  ['!'] = by_context,  [0xC2] = by_context,
	[0xEF] = by_context, [0xF0] = by_context, [0xF1] = by_context, [0xF2] = by_context,
	[0xF3] = by_context, [0xF4] = by_context, [0x01] = by_context, [0x02] = by_context,
	[0x03] = by_context, [0x04] = by_context, [0x05] = by_context, [0x06] = by_context,
	[0x07] = by_context, [0x08] = by_context, [0x0B] = by_context, [0x0C] = by_context,
	[0x0E] = by_context, [0x0F] = by_context, [0x10] = by_context, [0x11] = by_context,
	[0x12] = by_context, [0x13] = by_context, [0x14] = by_context, [0x15] = by_context,
	[0x16] = by_context, [0x17] = by_context, [0x18] = by_context, [0x19] = by_context,
	[0x1A] = by_context, [0x1B] = by_context, [0x1C] = by_context, [0x1D] = by_context,
	[0x1E] = by_context, [0x1F] = by_context, [0x7F] = by_context,
};

static bool is_letter(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word(unsigned char c)
{
	return is_letter(c) || is_digit(c);
}

/* The byte at i, or a space beyond the ends. */
static unsigned char byte_at(struct str text, size_t i)
{
	return i < text.n ? (unsigned char)text.s[i] : ' ';
}

/* Does the ASCII character at i act as markup where it stands? */
static bool acts_at(struct str text, size_t i, struct markdown_place place)
{
	unsigned char before = i ? byte_at(text, i - 1) : ' ';
	unsigned char after = byte_at(text, i + 1);

	switch (text.s[i]) {
	case '_':
		return !is_word(before) || !is_word(after);
	case '&':
		return is_letter(after) || after == '#' || i + 1 == text.n;
	case '|':
		return place.in_cell;
	case '#':
		return before == ' ' || before == '#';
	case '!': /* a link may follow */
		return i + 1 == text.n;
	}
	return false;
}

/* Escapes what only acts at the start of a line; returns the bytes it took. */
static size_t add_line_start(struct buf *out, struct str text)
{
	size_t digits = 0;
	size_t i = 0;

	while (i < text.n && (text.s[i] == ' ' || text.s[i] == '\n' || text.s[i] == '\t'))
		i++;
	while (i + digits < text.n && is_digit((unsigned char)text.s[i + digits]))
		digits++;
	buf_add(out, text.s + i, digits);
	i += digits;
	if (i == text.n)
		return i;
	if (digits ? text.s[i] == '.' || text.s[i] == ')'
		   : text.s[i] == '-' || text.s[i] == '+' || text.s[i] == '=' || text.s[i] == '>') {
		buf_add_char(out, '\\');
		buf_add_char(out, text.s[i++]);
	}
	return i;
}

/* The bytes at i whose meaning depends on the context; returns how many it took. */
static size_t add_by_context(struct buf *out, struct str text, size_t i, struct markdown_place place)
{
	unsigned char c = (unsigned char)text.s[i];
	size_t forbidden;

	if (c >= 0x80) {
		forbidden = escape_forbidden_at(text, i);
		if (!forbidden) {
			buf_add_char(out, text.s[i]);
			return 1;
		}
		buf_add_text(out, ESCAPE_REPLACEMENT);
		return forbidden;
	}
	if (c < 0x20 || c == 0x7F) {
		buf_add_text(out, ESCAPE_REPLACEMENT);
		return 1;
	}
	if (c == '&' && place.has_entities) {
		buf_add_text(out, "&amp;");
		return 1;
	}
	if (acts_at(text, i, place))
		buf_add_char(out, '\\');
	buf_add_char(out, text.s[i]);
	return 1;
}

void markdown_add_text(struct buf *out, struct str text, struct markdown_place place)
{
	size_t i = place.line_start ? add_line_start(out, text) : 0;
	size_t done = i;

	i = utf8_skip_plain(text, i);
	while (i < text.n) {
		const char *to = special[(unsigned char)text.s[i]];

		if (!to) {
			i++;
			continue;
		}
		buf_add(out, text.s + done, i - done);
		if (place.has_entities && (text.s[i] == '<' || text.s[i] == '~')) {
			buf_add_text(out, text.s[i] == '<' ? "&lt;" : "&#126;");
			i++;
		} else if (to == by_context) {
			i += add_by_context(out, text, i, place);
		} else {
			buf_add_text(out, to);
			i++;
		}
		done = i;
		i = utf8_skip_plain(text, i);
	}
	if (done < text.n)
		buf_add(out, text.s + done, text.n - done);
}

size_t markdown_longest_run(struct str text, char c)
{
	size_t longest = 0;
	size_t run = 0;

	for (size_t i = 0; i < text.n; i++) {
		run = text.s[i] == c ? run + 1 : 0;
		if (run > longest)
			longest = run;
	}
	return longest;
}

void markdown_add_code(struct buf *out, struct str text, bool in_cell)
{
	size_t ticks = markdown_longest_run(text, '`') + 1;
	bool padded = byte_at(text, 0) == '`' || byte_at(text, text.n - 1) == '`' ||
		      (byte_at(text, 0) == ' ' && byte_at(text, text.n - 1) == ' ' && !str_is_blank(text));

	if (str_is_empty(text))
		return;
	buf_add_repeat(out, '`', ticks);
	buf_add_text(out, padded ? " " : "");
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c == '|' && in_cell)
			buf_add_char(out, '\\');
		buf_add_char(out, c < 0x20 || c == 0x7F ? ' ' : text.s[i]);
	}
	buf_add_text(out, padded ? " " : "");
	buf_add_repeat(out, '`', ticks);
}

void markdown_add_destination(struct buf *out, struct str href, bool in_cell)
{
	static const bool acts[256] = {
		['\\'] = true, ['<'] = true, ['>'] = true, ['('] = true, [')'] = true, ['&'] = true,
	};
	bool spaced = str_is_empty(href) || str_find(href, " ", 0) < href.n;
	size_t done = 0;

	buf_add_text(out, spaced ? "(<" : "(");
	for (size_t i = 0; i < href.n; i++) {
		unsigned char c = (unsigned char)href.s[i];
		bool dropped = c < 0x20 || c == 0x7F;

		if (!dropped && !acts[c] && (c != '|' || !in_cell))
			continue;
		buf_add(out, href.s + done, i - done);
		if (!dropped)
			buf_add_char(out, '\\');
		done = i + dropped;
	}
	if (done < href.n)
		buf_add(out, href.s + done, href.n - done);
	buf_add_text(out, spaced ? ">)" : ")");
}

enum sort { SORT_SPACE, SORT_WORD, SORT_PUNCTUATION, SORT_UNSURE };

static enum sort sort_of_ascii(unsigned char c)
{
	if (c <= ' ')
		return SORT_SPACE;
	return is_word(c) ? SORT_WORD : SORT_PUNCTUATION;
}

/* U+00A0, U+2000 to U+200A and U+202F are spaces; « and », U+2010 to U+2027 are
 * punctuation; U+00C0 to U+024F are letters, but for two signs. */
static enum sort sort_of_first(struct str text)
{
	unsigned char a = byte_at(text, 0), b = byte_at(text, 1), c = byte_at(text, 2);

	if (a < 0x80)
		return sort_of_ascii(a);
	if (a == 0xC2 && b == 0xA0)
		return SORT_SPACE;
	if (a == 0xC2 && (b == 0xAB || b == 0xBB))
		return SORT_PUNCTUATION;
	if (a >= 0xC3 && a <= 0xC8)
		return a == 0xC3 && (b == 0x97 || b == 0xB7) ? SORT_UNSURE : SORT_WORD;
	if (a == 0xE2 && b == 0x80 && (c <= 0x8A || c == 0xAF))
		return SORT_SPACE;
	if (a == 0xE2 && b == 0x80 && c >= 0x90 && c <= 0xA7)
		return SORT_PUNCTUATION;
	return SORT_UNSURE;
}

static enum sort sort_of_last(struct str text)
{
	size_t i = text.n;

	while (i && ((unsigned char)text.s[i - 1] & 0xC0) == 0x80)
		i--;
	return sort_of_first(str_part(text, i ? i - 1 : 0, text.n));
}

bool markdown_is_spaced(struct str text, bool end)
{
	return (end ? sort_of_last(text) : sort_of_first(text)) == SORT_SPACE;
}

/* The character on the inner side of a run, and the one on its outer side. */
static bool may_flank(enum sort inner, enum sort outer, char delimiter)
{
	bool outer_ends = outer == SORT_SPACE || outer == SORT_PUNCTUATION;

	if (inner == SORT_SPACE)
		return false;
	if (inner == SORT_WORD)
		return delimiter != '_' || outer_ends;
	return outer_ends;
}

bool markdown_can_open(struct str before, struct str after, char delimiter)
{
	return may_flank(sort_of_first(after), sort_of_last(before), delimiter);
}

bool markdown_can_close(struct str before, struct str after, char delimiter)
{
	return may_flank(sort_of_last(before), sort_of_first(after), delimiter);
}
