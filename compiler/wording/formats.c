/*
 * How each language writes dates, durations, countries and lists, and the ISO 8601
 * forms for machines. Takes values that the model has checked; the language alone
 * decides, never a locale.
 */
#include "base/typography.h"
#include "law/law.h"
#include "wording/wording.h"

#define NO_BREAK "\xC2\xA0"

static const char *const months[12][LANG_COUNT] = {
	{ "janvier", "January" }, { "février", "February" },  { "mars", "March" },
	{ "avril", "April" },	  { "mai", "May" },	      { "juin", "June" },
	{ "juillet", "July" },	  { "août", "August" },	      { "septembre", "September" },
	{ "octobre", "October" }, { "novembre", "November" }, { "décembre", "December" },
};

static const struct unit_words {
	enum word one, many;
	char iso[3]; /* behind the count */
	const char *iso_before;
} units[] = {
	[UNIT_HOUR] = { WORD_UNIT_HOUR, WORD_UNIT_HOURS, "H", "PT" },
	[UNIT_DAY] = { WORD_UNIT_DAY, WORD_UNIT_DAYS, "D", "P" },
	[UNIT_WEEK] = { WORD_UNIT_WEEK, WORD_UNIT_WEEKS, "W", "P" },
	[UNIT_MONTH] = { WORD_UNIT_MONTH, WORD_UNIT_MONTHS, "M", "P" },
	[UNIT_YEAR] = { WORD_UNIT_YEAR, WORD_UNIT_YEARS, "Y", "P" },
};

/* The decimal number, with zeros before it up to `width`. */
static void add_number(struct buf *out, long number, int width)
{
	char digits[24];
	int n = 0;

	do {
		digits[n++] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	for (; n < width; n++)
		digits[n] = '0';
	while (n > 0)
		buf_add_char(out, digits[--n]);
}

void wording_add_date(struct buf *out, struct date date, enum lang lang)
{
	add_number(out, date.day, 1);
	if (lang == LANG_FR && date.day == 1)
		buf_add_text(out, "er");
	buf_add_text(out, NO_BREAK);
	buf_add_text(out, months[date.month - 1][lang]);
	buf_add_char(out, ' ');
	add_number(out, date.year, 4);
}

/* French counts 0 and 1 in the singular, English 1 alone. */
static bool is_plural(long count, enum lang lang)
{
	return lang == LANG_FR ? count >= 2 : count != 1;
}

void wording_add_duration(struct buf *out, struct duration duration, enum lang lang)
{
	const struct unit_words *unit = &units[duration.unit];
	enum word word = is_plural(duration.count, lang) ? unit->many : unit->one;

	add_number(out, duration.count, 1);
	buf_add_text(out, NO_BREAK);
	buf_add_text(out, schema_words[word].label.in[lang]);
}

void wording_add_duration_in_words(struct buf *out, struct duration duration, enum lang lang)
{
	static const struct words masculine = WORDS("un", "one"), feminine = WORDS("une", "one");
	const struct unit_words *unit = &units[duration.unit];
	bool is_feminine = duration.unit == UNIT_HOUR || duration.unit == UNIT_WEEK;

	if (duration.count != 1) {
		wording_add_duration(out, duration, lang);
		return;
	}
	buf_add_text(out, is_feminine ? feminine.in[lang] : masculine.in[lang]);
	buf_add_text(out, NO_BREAK);
	buf_add_text(out, schema_words[unit->one].label.in[lang]);
}

void wording_add_country(struct buf *out, const struct country *country, enum lang lang)
{
	struct str name = str_of(country->name.in[lang]);

	typography_add(out, name, lang);
}

void wording_add_separator(struct buf *out, size_t i, size_t n, enum lang lang)
{
	if (i + 1 >= n)
		return;
	if (i + 2 < n)
		buf_add_text(out, ", ");
	else
		buf_add_text(out, lang == LANG_FR ? " et " : " and ");
}

void wording_add_iso_date(struct buf *out, struct date date)
{
	add_number(out, date.year, 4);
	buf_add_char(out, '-');
	add_number(out, date.month, 2);
	buf_add_char(out, '-');
	add_number(out, date.day, 2);
}

void wording_add_iso_duration(struct buf *out, struct duration duration)
{
	buf_add_text(out, units[duration.unit].iso_before);
	add_number(out, duration.count, 1);
	buf_add_text(out, units[duration.unit].iso);
}
