/*
 * Numbers, durations and dates of a text, by value: 3 ans = three years = P3Y = 36 months,
 * 16/07/2020 = 16 July 2020, "1 500,50" = "1,500.50". Reads a text once, from left to right.
 * Passes over addresses, telephone numbers, references in braces, list markers, and words
 * that only hold figures (B2B).
 */
#include "rules/language/values.h"

#include "base/date.h"
#include "rules/language/numerals.h"

/* A text being read. */
struct scan {
	struct arena *arena;
	struct str text;
	enum lang lang;
	size_t i;
	bool has_at;
	struct amounts *amounts;
};

static char at(const struct scan *scan, size_t i)
{
	return i < scan->text.n ? scan->text.s[i] : '\0';
}

static void add(struct scan *scan, struct amount amount)
{
	vec_add(scan->arena, &scan->amounts->list, amount);
}

/* The end of one space, no-break ones and line breaks included; i when there is none. */
static size_t skip_space(struct str text, size_t i)
{
	unsigned char c = i < text.n ? (unsigned char)text.s[i] : '.';
	struct str rest;

	if (c <= ' ')
		return i + 1;
	if (c < 0x80)
		return i;
	rest = str_part(text, i, text.n);
	if (str_has_prefix(rest, "\u00A0"))
		return i + 2;
	return str_has_prefix(rest, "\u202F") || str_has_prefix(rest, "\u2009") ? i + 3 : i;
}

static size_t skip_spaces(struct str text, size_t i)
{
	size_t next;

	while ((next = skip_space(text, i)) > i)
		i = next;
	return i;
}

/* The word that begins at i, or at the first letter behind white space and a hyphen. */
static struct numeral_word word_behind(const struct scan *scan, size_t i)
{
	i = skip_spaces(scan->text, i);
	i += at(scan, i) == '-';
	if (!numeral_letter(scan->text, i))
		return (struct numeral_word) { .start = i, .end = i };
	return numeral_read_word(scan->text, i);
}

/* --- figures --- */

/* The end of the digits. */
static size_t digits_end(const struct scan *scan, size_t i)
{
	while (byte_is_digit(at(scan, i)))
		i++;
	return i;
}

/* The digits of a group of thousands behind the sign that the language sets there, or i. */
static size_t group_start(const struct scan *scan, size_t i)
{
	size_t next = at(scan, i) == (scan->lang == LANG_FR ? '.' : ',') ? i + 1 : skip_space(scan->text, i);

	return next > i && digits_end(scan, next) == next + 3 ? next : i;
}

/* number = digits, { group }, [ decimals ] ; moves *i behind it. */
static double read_number(const struct scan *scan, size_t *i)
{
	size_t end = digits_end(scan, *i), start;
	bool may_group = end - *i <= 3 && at(scan, *i) != '0';
	double number = 0, unit = 1;

	for (; *i < end; (*i)++)
		number = number * 10 + (at(scan, *i) - '0');
	while (may_group && (start = group_start(scan, *i)) > *i) {
		for (*i = start; *i < start + 3; (*i)++)
			number = number * 10 + (at(scan, *i) - '0');
	}
	if ((at(scan, *i) == '.' || (at(scan, *i) == ',' && scan->lang == LANG_FR)) &&
	    byte_is_digit(at(scan, *i + 1))) {
		double decimals = 0;

		for ((*i)++; byte_is_digit(at(scan, *i)); (*i)++, unit *= 10)
			decimals = decimals * 10 + (at(scan, *i) - '0');
		number += decimals / unit;
	}
	return number;
}

/* --- dates --- */

static bool add_date(struct scan *scan, int year, int month, int day, struct lexicon_match place)
{
	/* a leap year stands in for one that is not said, and a first for the day */
	struct date date = { year ? year : 2000, month, day ? day : 1 };

	if (!date_is_real(date))
		return false;
	add(scan, (struct amount) { .kind = AMOUNT_DATE,
				    .value = year * 10000.0 + month * 100 + day,
				    .count = year ? year : day,
				    .place = place });
	scan->i = place.end;
	return true;
}

static int digits_value(const struct scan *scan, size_t start, size_t end)
{
	int value = 0;

	for (size_t i = start; i < end && i < start + 4; i++)
		value = value * 10 + (at(scan, i) - '0');
	return value;
}

/* date = day, "/", month, "/", year | year, "-", month, "-", day, with one sign ; true when
 * one was read. English texts may have the month first, where no other reading holds. */
static bool read_figure_date(struct scan *scan)
{
	size_t start[3], end[3];
	int n[3];

	start[0] = scan->i;
	for (int k = 0; k < 3; k++) {
		end[k] = digits_end(scan, start[k]);
		n[k] = digits_value(scan, start[k], end[k]);
		if (end[k] == start[k] || end[k] > start[k] + 4)
			return false;
		if (k < 2 && !(at(scan, end[k]) && strchr("/.-", at(scan, end[k]))))
			return false;
		if (k == 1 && at(scan, end[0]) != at(scan, end[1]))
			return false;
		if (k < 2)
			start[k + 1] = end[k] + 1;
	}
	if (end[0] - start[0] == 4)
		return add_date(scan, n[0], n[1], n[2], (struct lexicon_match) { start[0], end[2] });
	if (end[2] - start[2] != 4)
		return false;
	return add_date(scan, n[2], n[1], n[0], (struct lexicon_match) { start[0], end[2] }) ||
	       (scan->lang == LANG_EN &&
		add_date(scan, n[2], n[0], n[1], (struct lexicon_match) { start[0], end[2] }));
}

/* A year of four digits behind white space and a comma; 0: none. *end: behind it. */
static int year_behind(const struct scan *scan, size_t i, size_t *end)
{
	size_t start;

	i = skip_spaces(scan->text, i);
	start = skip_spaces(scan->text, i + (at(scan, i) == ',' && scan->lang == LANG_EN));
	if (digits_end(scan, start) != start + 4)
		return 0;
	*end = start + 4;
	return digits_value(scan, start, start + 4);
}

/* A month in letters, with a capital in English ("may"). */
static int month_of(const struct scan *scan, struct numeral_word word)
{
	const struct numeral *found = numeral_find(word, scan->lang, NUMERAL_MONTH);

	if (!found || (scan->lang == LANG_EN && byte_lower(at(scan, word.start)) == at(scan, word.start)))
		return 0;
	return (int)found->value;
}

/* date = day, [ "of" ], month, [ year ] ; behind the day, from i. */
static bool read_date_behind_day(struct scan *scan, size_t start, size_t i, double day)
{
	struct numeral_word word = word_behind(scan, i);
	size_t end;
	int month, year;

	if (word.n == 2 && !memcmp(word.folded, "of", 2))
		word = word_behind(scan, word.end);
	month = day >= 1 && day <= 31 && word.n ? month_of(scan, word) : 0;
	if (!month)
		return false;
	end = word.end;
	year = year_behind(scan, word.end, &end);
	return add_date(scan, year, month, (int)day, (struct lexicon_match) { start, end });
}

/* date = month, [ day ], year | month, day ; at a word that is a month. */
static bool read_date_at_month(struct scan *scan, struct numeral_word word, int month)
{
	size_t start = skip_spaces(scan->text, word.end), end = digits_end(scan, start), year_end;
	int n = digits_value(scan, start, end), year;

	if (start == word.end || end == start)
		return false;
	if (end - start == 4)
		return add_date(scan, n, month, 0, (struct lexicon_match) { word.start, end });
	if (scan->lang != LANG_EN || end - start > 2)
		return false;
	end = numeral_ordinal_end(scan->text, end, scan->lang);
	year_end = end;
	year = year_behind(scan, end, &year_end);
	return add_date(scan, year, month, n, (struct lexicon_match) { word.start, year_end });
}

/* --- amounts --- */

/* "p.m." makes twelve hours more; "24h/24" says 24 once. */
static double read_half_day(const struct scan *scan, double hour, size_t i)
{
	struct numeral_word word;

	if ((at(scan, i) == ':' || at(scan, i) == '.') && digits_end(scan, i + 1) == i + 3)
		i += 3;
	i = skip_spaces(scan->text, i);
	if (byte_lower(at(scan, i)) != 'p' && byte_lower(at(scan, i)) != 'a')
		return hour;
	word = numeral_read_word(scan->text, i);
	if (word.n == 1 && at(scan, word.end) == '.' && byte_lower(at(scan, word.end + 1)) == 'm')
		return hour + (*word.folded == 'p' && hour < 12 ? 12 : 0);
	return hour + (word.n == 2 && !memcmp(word.folded, "pm", 2) && hour < 12 ? 12 : 0);
}

/* A number that ends at scan->i, and the unit behind it. */
static void add_amount(struct scan *scan, size_t start, double number, bool loose)
{
	size_t end = scan->i;
	/* "three (3) years" */
	struct numeral_word word = word_behind(scan, end + (at(scan, end) == ')'));
	const struct numeral *unit = word.n ? numeral_find(word, scan->lang, NUMERAL_UNIT) : NULL;
	const struct numeral *scale = word.n ? numeral_find(word, scan->lang, NUMERAL_SCALE) : NULL;
	struct amount amount = { AMOUNT_NUMBER, number, number, loose, { start, end } };

	if (unit && !byte_is_digit(at(scan, word.end))) {
		amount.kind = unit->of;
		amount.value = number * unit->value;
		amount.place.end = word.end;
	} else if (scale) {
		amount.value = amount.count = number * scale->value;
		amount.place.end = word.end;
	} else if (scan->lang == LANG_EN && number <= 12) {
		amount.value = amount.count = read_half_day(scan, number, end);
	}
	scan->i = unit ? word.end : end;
	add(scan, amount);
}

/* The same number again behind a stroke: "24h/24", "7j/7". */
static void skip_repeated(struct scan *scan, double number)
{
	size_t end = at(scan, scan->i) == '/' ? digits_end(scan, scan->i + 1) : 0;

	if (end > scan->i + 1 && end < scan->i + 4 && digits_value(scan, scan->i + 1, end) == number)
		scan->i = numeral_read_word(scan->text, end).n == 1 ? end + 1 : end;
}

/* The marker of a numbered list stands at the start of a line and says nothing. */
static bool is_list_marker(const struct scan *scan, size_t end)
{
	size_t line = scan->i;

	while (line > 0 && (at(scan, line - 1) == ' ' || at(scan, line - 1) == '>'))
		line--;
	return (line == 0 || at(scan, line - 1) == '\n') && (at(scan, end) == '.' || at(scan, end) == ')') &&
	       (at(scan, end + 1) == ' ' || at(scan, end + 1) == '\n');
}

static void read_figures(struct scan *scan)
{
	size_t start = scan->i, end = digits_end(scan, start), behind;
	double number;

	if (read_figure_date(scan))
		return;
	if (is_list_marker(scan, end)) {
		scan->i = end;
		return;
	}
	behind = numeral_ordinal_end(scan->text, end, scan->lang);
	if (end - start <= 2 && read_date_behind_day(scan, start, behind, digits_value(scan, start, end)))
		return;
	number = read_number(scan, &scan->i);
	if (behind > end) {
		scan->i = behind;
		add(scan, (struct amount) { AMOUNT_NUMBER, number, number, true, { start, behind } });
		return;
	}
	add_amount(scan, start, number, false);
	skip_repeated(scan, number);
}

/* --- words --- */

/* May a word of the value stand behind a number so far, to be part of it? */
static bool continues(double so_far, double value, enum lang lang)
{
	double tens = so_far - 100 * (double)(long)(so_far / 100);

	if (value >= 100)
		return so_far > 0 && so_far < 1000;
	if (lang == LANG_FR && value == 20 && tens == 4)
		return true;
	if (lang == LANG_FR && (tens == 60 || tens == 80) && value < 20)
		return true;
	return (tens >= 20 && tens - 10 * (double)(long)(tens / 10) == 0 && value < 10) ||
	       (so_far >= 100 && tens == 0);
}

static double combined(double so_far, double value, enum lang lang)
{
	if (value >= 100)
		return so_far * value;
	return so_far + (lang == LANG_FR && value == 20 && (long)so_far % 100 == 4 ? 76 : value);
}

/* The next word of a number in words: behind a space or a hyphen, and "et" or "and". */
static struct numeral_word next_numeral(const struct scan *scan, size_t end)
{
	struct numeral_word word = word_behind(scan, end);

	if ((word.n == 2 && !memcmp(word.folded, "et", 2)) || (word.n == 3 && !memcmp(word.folded, "and", 3)))
		return word_behind(scan, word.end);
	return word;
}

/* number = numeral, { [ "-" ], [ "et" | "and" ], numeral } ; an article alone is none,
 * unless it counts a unit: "un an", "a year". */
static void read_numeral(struct scan *scan, struct numeral_word word, const struct numeral *first)
{
	double number = first->value;
	bool alone = true;
	size_t before;

	scan->i = word.end;
	for (;;) {
		struct numeral_word next = next_numeral(scan, scan->i);
		const struct numeral *numeral =
				next.n ? numeral_find(next, scan->lang, NUMERAL_NUMBER) : NULL;

		if (!numeral || !continues(number, numeral->value, scan->lang))
			break;
		number = combined(number, numeral->value, scan->lang);
		scan->i = next.end;
		alone = false;
	}
	before = scan->amounts->list.n;
	add_amount(scan, word.start, number, false);
	if (scan->amounts->list.v[before].kind == AMOUNT_NUMBER || (alone && number == 1))
		scan->amounts->list.v[before].loose = true;
	if (alone && number == 1 && scan->amounts->list.v[before].kind == AMOUNT_NUMBER)
		scan->amounts->list.n = before;
}

/* iso duration = "P", digits, ( "Y" | "M" | "W" | "D" ) ; false: none. */
static bool read_iso_duration(struct scan *scan)
{
	static const struct {
		char letter;
		enum amount_kind kind;
		double value;
	} units[] = { { 'Y', AMOUNT_MONTHS, 12 },
		      { 'M', AMOUNT_MONTHS, 1 },
		      { 'W', AMOUNT_MINUTES, 10080 },
		      { 'D', AMOUNT_MINUTES, 1440 } };
	size_t start = scan->i, end = digits_end(scan, start + 1);
	double count = digits_value(scan, start + 1, end);

	if (at(scan, start) != 'P' || end == start + 1 || byte_is_alnum(at(scan, end + 1)))
		return false;
	for (size_t k = 0; k < sizeof(units) / sizeof(units[0]); k++) {
		if (at(scan, end) != units[k].letter)
			continue;
		scan->i = end + 1;
		add(scan, (struct amount) { units[k].kind,
					    count * units[k].value,
					    count,
					    false,
					    { start, end + 1 } });
		return true;
	}
	return false;
}

/* "L123-22": the letter of a French article, tied to its number. */
static bool is_article_letter(const struct scan *scan)
{
	return strchr("LRDA", at(scan, scan->i)) && byte_is_digit(at(scan, scan->i + 1));
}

static void read_word(struct scan *scan)
{
	struct numeral_word word = numeral_read_word(scan->text, scan->i);
	const struct numeral *found;
	int month;

	if (read_iso_duration(scan))
		return;
	if (is_article_letter(scan)) {
		scan->i++;
		return;
	}
	if (byte_is_digit(at(scan, word.end))) { /* a name such as B2B */
		scan->i = word.end;
		while (byte_is_alnum(at(scan, scan->i)))
			scan->i++;
		return;
	}
	scan->i = word.end;
	month = word.n ? month_of(scan, word) : 0;
	if (month && read_date_at_month(scan, word, month))
		return;
	found = word.n ? numeral_find(word, scan->lang, NUMERAL_NUMBER) : NULL;
	if (found)
		read_numeral(scan, word, found);
}

/* "{ref purpose newsletter}": identifiers are the same in every language. */
static size_t reference_end(struct str text, size_t i)
{
	struct str rest = str_part(text, i, text.n);
	size_t end;

	if (!str_has_prefix(rest, "{ref ") && !str_has_prefix(rest, "{renvoi "))
		return i + 1;
	end = str_find(rest, "}", 0);
	return i + (end < rest.n ? end + 1 : 1);
}

/* What the next byte begins. */
enum start { START_NOTHING, START_DIGIT, START_LETTER, START_BRACE };

static enum start start_at(const struct scan *scan)
{
	char c = scan->text.s[scan->i];

	if (c == ' ')
		return START_NOTHING;
	if ((byte_lower(c) >= 'a' && byte_lower(c) <= 'z') ||
	    ((unsigned char)c >= 0x80 && numeral_letter(scan->text, scan->i)))
		return START_LETTER;
	if (byte_is_digit(c))
		return START_DIGIT;
	return c == '{' ? START_BRACE : START_NOTHING;
}

static bool skip_contact(struct scan *scan)
{
	enum contact_kind kind;
	size_t end;

	if (!scan->has_at && !byte_begins_contact(scan->text.s[scan->i]))
		return false;
	if (!contact_at(scan->text, scan->i, scan->has_at, &kind, &end))
		return false;
	scan->i = end;
	return true;
}

/* Beyond a "{ref" that is never closed, no other is looked at. */
void amounts_read(struct arena *arena, struct str text, enum lang lang, enum amount_words words,
		  struct amounts *amounts)
{
	struct scan scan = { .arena = arena, .text = text, .lang = lang, .amounts = amounts };

	scan.has_at = words == AMOUNT_CONTACTS && memchr(text.s, '@', text.n);
	amounts->list.n = 0;
	while (scan.i < text.n) {
		enum start start;
		if (!scan.has_at)
			scan.i = words == AMOUNT_FIGURES ? numeral_next_figure(text, scan.i)
							 : numeral_next(text, scan.i, lang);
		if (scan.i == text.n)
			break;
		start = start_at(&scan);
		if (words == AMOUNT_CONTACTS && skip_contact(&scan))
			continue;
		if (start == START_DIGIT)
			read_figures(&scan);
		else if (start == START_LETTER)
			read_word(&scan);
		else
			scan.i = start == START_BRACE ? reference_end(text, scan.i) : scan.i + 1;
	}
}
