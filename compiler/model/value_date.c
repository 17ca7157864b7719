/*
 * Dates: `2026-03-01`, a day that the calendar has. Other usual forms are
 * understood, and reported with the form to write.
 */
#include "model/reading.h"
#include "model/complain.h"

enum { PARTS = 3 };

/* The number of 1 to 4 digits that s is, or -1. */
static int number_of(struct str s)
{
	int n = 0;

	if (s.n == 0 || s.n > 4)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return -1;
		n = n * 10 + (s.s[i] - '0');
	}
	return n;
}

/* year-month-day, all digits; the day need not exist. */
static bool is_iso(struct str s, struct date *date)
{
	if (s.n != 10 || s.s[4] != '-' || s.s[7] != '-')
		return false;
	date->year = number_of(str_part(s, 0, 4));
	date->month = number_of(str_part(s, 5, 7));
	date->day = number_of(str_part(s, 8, 10));
	return date->year >= 0 && date->month >= 0 && date->day >= 0;
}

/* 1 to 12 for the name of a month in either language, folded; else 0. */
static int month_of(struct str name)
{
	static const struct words months[] = {
		WORDS("janvier", "january"), WORDS("fevrier", "february"),  WORDS("mars", "march"),
		WORDS("avril", "april"),     WORDS("mai", "may"),	    WORDS("juin", "june"),
		WORDS("juillet", "july"),    WORDS("aout", "august"),	    WORDS("septembre", "september"),
		WORDS("octobre", "october"), WORDS("novembre", "november"), WORDS("decembre", "december"),
	};

	for (int i = 0; i < 12; i++) {
		if (str_is(name, months[i].in[LANG_FR]) || str_is(name, months[i].in[LANG_EN]))
			return i + 1;
	}
	return 0;
}

static bool is_separator(char c)
{
	return c == ' ' || c == '/' || c == '.' || c == '-' || c == ',';
}

/* The parts between separators; how many, or PARTS + 1 for more than there is room for. */
static size_t split(struct str s, struct str parts[PARTS])
{
	size_t n = 0;

	for (size_t i = 0; i < s.n;) {
		size_t start = i;
		while (i < s.n && !is_separator(s.s[i]))
			i++;
		if (i > start && n == PARTS)
			return PARTS + 1;
		if (i > start)
			parts[n++] = str_part(s, start, i);
		i++;
	}
	return n;
}

static int day_of(struct str part)
{
	if (str_is(part, "1er") || str_is(part, "1st"))
		return 1;
	return number_of(part);
}

/* A date in words or with the day first: 1 mars 2026, March 1, 2026, 01/03/2026,
 * 2026/03/01. s is folded. The day is 0 where no month has it. */
static bool is_loose(struct str s, struct date *date)
{
	struct str parts[PARTS];

	date->day = 0;
	if (split(s, parts) != PARTS)
		return false;
	if (parts[0].n == 4) {
		*date = (struct date) { number_of(parts[0]), number_of(parts[1]), number_of(parts[2]) };
	} else if (month_of(parts[0])) {
		*date = (struct date) { number_of(parts[2]), month_of(parts[0]), day_of(parts[1]) };
	} else {
		int month = month_of(parts[1]);
		*date = (struct date) { number_of(parts[2]), month ? month : number_of(parts[1]),
					day_of(parts[0]) };
	}
	if (date->year < 1000 || date->month < 1 || date->month > 12 || date->day < 1 || date->day > 31)
		date->day = 0;
	return date->day && date_is_real(*date);
}

/* `le 1er mars 2026`: 1 for the article, which says nothing; else 0. */
static size_t is_article(struct str folded)
{
	return str_is(folded, "le") || str_is(folded, "on") || str_is(folded, "the");
}

/* A date in other words than year-month-day: one value, or three in a row. */
static bool read_loose(struct reading *r, const struct written *first, struct date *date)
{
	struct str joined = written_fold(r->b, first);
	size_t skipped = is_article(joined), more = PARTS - 1 + skipped;

	if (is_loose(joined, date))
		return true;
	if (date->day || r->statement->values.n - r->at < more)
		return false;
	for (size_t i = 0; i < more; i++) {
		joined = i < skipped ? STR("") : str_join(r->b->arena, joined, STR(" "));
		joined = str_join(r->b->arena, joined,
				  written_fold(r->b, &r->statement->values.v[r->at + i]));
	}
	if (!is_loose(joined, date))
		return false;
	r->at += more;
	return true;
}

/* 03/04/2026 in English may also be meant with the month first. */
static bool is_ambiguous(const struct reading *r, const struct written *written, struct date date)
{
	return r->b->lang == LANG_EN && date.day <= 12 && str_find(written->text, "/", 0) < written->text.n;
}

struct value *value_date(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct value *value = value_new(r, VALUE_DATE, written);
	struct date *date = &value->as.date;
	bool iso = is_iso(written->text, date);
	struct diag *diag;
	struct span span;
	struct str meant;

	if (iso && !date_is_real(*date))
		return complain_hole(r, MODEL_DATE, written);
	if (iso && written->kind == TOKEN_WORD)
		return value;
	if (!iso && !read_loose(r, written, date))
		return complain_phrase(r, date->day ? MODEL_DATE : MODEL_VALUE, written);
	span = span_join(written->span, r->statement->values.v[r->at - 1].span);
	meant = str_format(r->b->arena, "%04d-%02d-%02d", date->year, date->month, date->day);
	diag = complain(r->b, MODEL_DATE_FORM, span);
	diag_add_arg(r->b->findings, diag, "meant", meant);
	diag_add_fix(r->b->findings, diag, span, meant,
		     is_ambiguous(r, written, *date) ? TRUST_LIKELY : TRUST_SAFE);
	return value;
}
