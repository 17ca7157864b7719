/*
 * Provisions as policies name them, in French, written in English for English readers.
 * Takes "code de commerce, art. L. 123-22" or « article 9 du code de procédure pénale »,
 * gives "French Commercial Code, Art. L. 123-22"; gives nothing where any word is not
 * understood, since half a translation would cite another provision.
 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "law/law.h"

static const struct {
	const char *names; /* folded, '|' between them */
} written[INSTRUMENT_COUNT] = {
#define INSTRUMENT(name, fr, en, identifier, names) [INSTRUMENT_##name] = { names },
#include "law/instruments.def"
#undef INSTRUMENT
};

/* The articles read so far, in English. */
struct articles {
	struct str written; /* the whole, with its capitals */
	struct buf text;
	bool many;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The letter of the part of a code: "l. 123-22", "d. 213-1". */
static bool is_part_letter(char c)
{
	return c == 'l' || c == 'r' || c == 'd' || c == 'a';
}

static void drop(struct str *s, size_t n)
{
	*s = str_part(*s, n, s->n);
}

/* Drops the first of the texts, up to a NULL, with which s begins. */
static bool take(struct str *s, const char *const *texts)
{
	for (; *texts; texts++)
		if (str_has_prefix(*s, *texts)) {
			drop(s, strlen(*texts));
			return true;
		}
	return false;
}

static bool is_end_of_word(struct str s, size_t i)
{
	return i == s.n || s.s[i] == ',' || s.s[i] == ' ';
}

/* The instrument with whose name s begins, and the length of the longest such name. */
static enum instrument name_at(struct str s, size_t *length)
{
	enum instrument found = INSTRUMENT_NONE;

	*length = 0;
	for (int i = INSTRUMENT_NONE + 1; i < INSTRUMENT_COUNT; i++) {
		struct str names = str_of(written[i].names);
		for (size_t start = 0, end; start < names.n; start = end + 1) {
			end = str_find(names, "|", start);
			size_t n = end - start;
			if (n > *length && n <= s.n && !memcmp(s.s, names.s + start, n) &&
			    is_end_of_word(s, n)) {
				found = (enum instrument)i;
				*length = n;
			}
		}
	}
	return found;
}

/* "l. 123-22", "2224", "1er" */
static bool take_number(struct articles *articles, struct str *s)
{
	static const char *const ordinal[] = { "er", NULL };
	size_t i = 0;

	if (s->n && is_part_letter(s->s[0])) {
		for (i = 1; i < s->n && (s->s[i] == '.' || s->s[i] == ' ');)
			i++;
		buf_add_format(&articles->text, "%c. ", s->s[0] - 'a' + 'A');
	}
	size_t digits = i;
	while (i < s->n &&
	       (is_digit(s->s[i]) || (i > digits && s->s[i] == '-' && i + 1 < s->n && is_digit(s->s[i + 1]))))
		i++;
	buf_add_str(&articles->text, str_part(*s, digits, i));
	drop(s, i);
	take(s, ordinal);
	return i > digits;
}

/* Does s begin with « à » before another article? " a a 5" is the letter of this one. */
static bool is_range(struct str s)
{
	bool letter = s.n > 4 && is_part_letter(s.s[3]) && (s.s[3] != 'a' || s.s[4] != ' ');

	return str_has_prefix(s, " a ") && s.n > 3 && (is_digit(s.s[3]) || letter);
}

/* The letter of an article, " a", or the numeral of its part, " ii", in capitals, as the
 * author wrote them: small letters are points. False: they are small. */
static bool take_letters(struct articles *articles, struct str *s)
{
	size_t n = 1, numerals = 1, digit = articles->text.n - 1;

	for (; n < s->n && is_letter(s->s[n]); n++)
		numerals += s->s[n] == 'i' || s->s[n] == 'v' || s->s[n] == 'x';
	bool letters = n == 2 || (n > 2 && n <= 5 && numerals == n);
	if (!s->n || s->s[0] != ' ' || !letters || !is_end_of_word(*s, n) || is_range(*s))
		return true;
	for (size_t i = 0; i < n; i++)
		buf_add_char(&articles->text, is_letter(s->s[i]) ? (char)(s->s[i] - 'a' + 'A') : s->s[i]);
	drop(s, n);
	return str_find(articles->written, articles->text.s + digit, 0) < articles->written.n;
}

/* « , al. 3 », « , § 1 », « , point a) »; true: there is one. */
static bool take_parts(struct articles *articles, struct str *s)
{
	static const struct {
		const char *fr, *after, *open, *close;
	} parts[] = {
		{ ", al. ", "er", ", para. ", "" },
		{ " al. ", "er", ", para. ", "" },
		{ ", \xC2\xA7 ", "", "(", ")" },
		{ ", point ", ")", "(", ")" },
	};
	bool found = false;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		size_t from = strlen(parts[i].fr), end = from, after;
		while (end < s->n && is_digit(s->s[end]))
			end++;
		if (end == from && end < s->n && is_letter(s->s[end]) && *parts[i].after == ')')
			end++; /* "a)" */
		after = str_has_prefix(str_part(*s, end, s->n), parts[i].after) ? strlen(parts[i].after) : 0;
		if (!str_has_prefix(*s, parts[i].fr) || end == from || !is_end_of_word(*s, end + after))
			continue;
		buf_add_text(&articles->text, parts[i].open);
		buf_add_str(&articles->text, str_part(*s, from, end));
		buf_add_text(&articles->text, parts[i].close);
		drop(s, end + after);
		found = true;
	}
	return found;
}

/* « l. 213-1 et d. 213-1 »; stops before what joins no further article: what is joined to
 * a part, « al. 1 et 2 », or by a comma without a letter, « 6, 1 », may be parts again. */
static bool take_articles(struct articles *articles, struct str *s)
{
	static const char *const and[] = { " et ", NULL }, *const comma[] = { ", ", NULL },
				 *const range[] = { " a ", NULL };

	for (;;) {
		if (!take_number(articles, s) || !take_letters(articles, s))
			return false;
		if (take_parts(articles, s))
			return true;
		if (take(s, and))
			buf_add_text(&articles->text, " and ");
		else if (is_range(*s) && take(s, range))
			buf_add_text(&articles->text, " to ");
		else if (s->n > 2 && is_part_letter(s->s[2]) && take(s, comma))
			buf_add_text(&articles->text, ", ");
		else
			return true;
		articles->many = true;
	}
}

/* The instrument and its articles, in either order; INSTRUMENT_NONE: not understood. */
static enum instrument read_provision(struct articles *articles, struct str s)
{
	static const char *const after_name[] = { ", art. ", ", article ", ", articles ", " art. ", NULL };
	static const char *const before[] = { "l-article ", "article ", "articles ", "art. ", NULL };
	static const char *const of[] = { " du ", " de la ", " de l-", NULL };
	size_t n;
	enum instrument instrument = name_at(s, &n);

	if (instrument) {
		drop(&s, n);
		bool read = !s.n || (take(&s, after_name) && take_articles(articles, &s) && !s.n);
		return read ? instrument : INSTRUMENT_NONE;
	}
	take(&s, before);
	if (!take_articles(articles, &s) || !take(&s, of))
		return INSTRUMENT_NONE;
	instrument = name_at(s, &n);
	return n == s.n ? instrument : INSTRUMENT_NONE;
}

bool law_add_provision_in_english(struct buf *out, struct arena *arena, struct str provision, bool in_france)
{
	struct articles articles = { provision, BUF_INIT, false };
	enum instrument instrument = read_provision(&articles, utf8_fold(arena, provision));
	struct str text = buf_str(&articles.text);

	if (instrument && !in_france && law_is_french(instrument))
		instrument = INSTRUMENT_NONE;
	if (instrument) {
		bool union_act = str_has_prefix(str_of(law_identifier(instrument)), "CELEX:");
		buf_add_text(out, law_instrument_name(instrument).in[LANG_EN]);
		if (text.n)
			buf_add_format(out, "%s Art%s. ", union_act ? "" : ",", articles.many ? "s" : "");
		buf_add_str(out, text);
	}
	buf_release(&articles.text);
	return instrument != INSTRUMENT_NONE;
}
