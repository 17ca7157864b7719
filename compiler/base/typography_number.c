/*
 * Numbers and what must stay on their line: groups of digits, units, days of
 * months, the paragraph signs and abbreviations that introduce them. Plain spaces
 * become no-break ones; nothing is inserted where no space was written.
 */
#include "base/typography_setter.h"

/* The second bytes of § and °; the first is C2. */
enum { PARAGRAPH = 0xA7, DEGREE = 0xB0 };

/* Units and months by language; NULL ends a list. */
static const char *const units[LANG_COUNT][48] = {
	[LANG_FR] = { "an",	   "ans",     "année",	  "années",  "mois", "semaine", "semaines",
		      "jour",	   "jours",   "heure",	  "heures",  "h",    "minute",	"minutes",
		      "min",	   "seconde", "secondes", "%",	     "€",    "euro",	"euros",
		      "ko",	   "Ko",      "Mo",	  "Go",	     "m",    "km",	"janvier",
		      "février",   "mars",    "avril",	  "mai",     "juin", "juillet", "août",
		      "septembre", "octobre", "novembre", "décembre" },
	[LANG_EN] = { "year",	"years",     "month",	 "months",   "week",	"weeks",  "day",     "days",
		      "hour",	"hours",     "minute",	 "minutes",  "min",	"second", "seconds", "%",
		      "€",	"euro",	     "euros",	 "kB",	     "KB",	"MB",	  "GB",	     "m",
		      "km",	"January",   "February", "March",    "April",	"May",	  "June",    "July",
		      "August", "September", "October",	 "November", "December" },
};

/* What is followed by a number after its full stop. */
static const char *const abbreviations[] = {
	"art", "Art", "p", "pp", "al", "no", "No", "Nos", "L", "R", "D"
};

/* True when `in` at i is the word, and no longer word. */
static bool is_word_at(const struct setter *setter, size_t i, const char *word)
{
	size_t n = 0;
	unsigned char next;

	while (word[n] && setter_byte(setter, i + n) == (unsigned char)word[n])
		n++;
	if (word[n])
		return false;
	next = setter_byte(setter, i + n);
	return !byte_is_letter(next) && !byte_is_digit(next) && (next < 0xC3 || next >= 0xE2);
}

static bool is_unit_at(const struct setter *setter, size_t i)
{
	unsigned char first = setter_byte(setter, i);

	for (const char *const *unit = units[setter->lang]; *unit; unit++) {
		if ((unsigned char)**unit == first && is_word_at(setter, i, *unit))
			return true;
	}
	return false;
}

static size_t digits_at(const struct setter *setter, size_t i)
{
	size_t n = 0;
	while (byte_is_digit(setter_byte(setter, i + n)))
		n++;
	return n;
}

/* True for a number that goes on from another, as those of a telephone do. */
static bool is_after_number(const struct setter *setter)
{
	struct str done = setter_done(setter);
	return done.n >= 2 && done.s[done.n - 1] == ' ' && byte_is_digit((unsigned char)done.s[done.n - 2]);
}

/* Groups of three digits behind a first group; French sets a narrow space there. */
static void set_groups(struct setter *setter)
{
	size_t space;

	while ((space = setter_space_at(setter, setter->i)) > 0 &&
	       digits_at(setter, setter->i + space) == 3) {
		setter->i += space;
		buf_add_text(setter->out, NARROW_NO_BREAK);
		setter_copy(setter, 3);
	}
}

static void hold_space(struct setter *setter)
{
	setter->i++;
	buf_add_text(setter->out, NO_BREAK);
}

/* True where nothing of a number can follow its digits, nor a unit that they are held to. */
static bool ends_number(unsigned char next)
{
	return next != ' ' && next != '.' && next != ',' && next != 'e' && next < 0x80;
}

void setter_set_number(struct setter *setter)
{
	size_t n = digits_at(setter, setter->i);
	unsigned char next = setter_byte(setter, setter->i + n);
	bool in_word, alone;

	if (ends_number(next)) {
		setter_copy(setter, n);
		return;
	}
	in_word = setter_is_after_word(setter);
	alone = !in_word && !is_after_number(setter) && setter_byte(setter, setter->i) != '0';
	setter_copy(setter, n);
	if (setter->lang == LANG_FR && alone && n <= 3)
		set_groups(setter);
	while (next = setter_byte(setter, setter->i), next == '.' || next == ',') {
		n = digits_at(setter, setter->i + 1);
		if (n == 0)
			break;
		setter_copy(setter, n + 1);
	}
	if (setter->lang == LANG_FR && is_word_at(setter, setter->i, "er"))
		setter_copy(setter, 2);
	if (!in_word && setter_byte(setter, setter->i) == ' ' && is_unit_at(setter, setter->i + 1))
		hold_space(setter);
}

void setter_set_sign(struct setter *setter)
{
	struct str done = setter_done(setter);
	char before = done.n ? done.s[done.n - 1] : '\0';
	unsigned char sign = setter_byte(setter, setter->i + 1);
	bool holds = sign == PARAGRAPH || (sign == DEGREE && (before == 'n' || before == 'N'));

	setter_copy(setter, 2);
	if (holds && setter_byte(setter, setter->i) == ' ' && setter_byte(setter, setter->i + 1) > ' ')
		hold_space(setter);
}

/* True for a number, and for the letter that begins one: the L of "art. L. 223-1". */
static bool is_numbering(const struct setter *setter, size_t i)
{
	unsigned char first = setter_byte(setter, i);
	return byte_is_digit(first) || (first >= 'A' && first <= 'Z' && setter_byte(setter, i + 1) == '.');
}

void setter_set_abbreviation(struct setter *setter)
{
	struct str word = setter_done(setter);
	size_t start = word.n - 1;

	if (setter_byte(setter, setter->i) != ' ' || !is_numbering(setter, setter->i + 1))
		return;
	while (start > 0 && byte_is_letter((unsigned char)word.s[start - 1]))
		start--;
	word = str_part(word, start, word.n - 1);
	for (size_t k = 0; k < sizeof(abbreviations) / sizeof(*abbreviations); k++) {
		if (str_is(word, abbreviations[k])) {
			hold_space(setter);
			return;
		}
	}
}
