/*
 * Durations: a number in digits and a unit, `13 months`. Written numbers, glued
 * units and quotation marks are understood, and reported with the form to write.
 */
#include "model/build.h"
#include "model/complain.h"

/* By unit: its singular and plural in the vocabulary, and its length in months. */
struct unit_row {
	enum word one, many;
	double months;
};

static const struct unit_row units[] = {
	[UNIT_HOUR] = { WORD_UNIT_HOUR, WORD_UNIT_HOURS, 1.0 / 720 },
	[UNIT_DAY] = { WORD_UNIT_DAY, WORD_UNIT_DAYS, 1.0 / 30 },
	[UNIT_WEEK] = { WORD_UNIT_WEEK, WORD_UNIT_WEEKS, 7.0 / 30 },
	[UNIT_MONTH] = { WORD_UNIT_MONTH, WORD_UNIT_MONTHS, 1 },
	[UNIT_YEAR] = { WORD_UNIT_YEAR, WORD_UNIT_YEARS, 12 },
};

double duration_months(struct duration duration)
{
	return (double)duration.count * units[duration.unit].months;
}

/* Reads the unit in the language; false when the word is none. */
static bool unit_of(struct str folded, enum lang lang, enum unit *unit)
{
	enum word word = schema_word(VOCABULARY_UNIT, folded, lang);

	for (int i = UNIT_HOUR; i <= UNIT_YEAR && word != WORD_NONE; i++) {
		if (units[i].one == word || units[i].many == word) {
			*unit = (enum unit)i;
			return true;
		}
	}
	return false;
}

/* 1 to 12 for a number in words, folded; else 0. */
static long written_number(struct str folded)
{
	static const struct words numbers[] = {
		WORDS("un", "one"),	 WORDS("deux", "two"),	  WORDS("trois", "three"),
		WORDS("quatre", "four"), WORDS("cinq", "five"),	  WORDS("six", "six"),
		WORDS("sept", "seven"),	 WORDS("huit", "eight"),  WORDS("neuf", "nine"),
		WORDS("dix", "ten"),	 WORDS("onze", "eleven"), WORDS("douze", "twelve"),
	};

	for (int i = 0; i < 12; i++) {
		if (str_is(folded, numbers[i].in[LANG_FR]) || str_is(folded, numbers[i].in[LANG_EN]))
			return i + 1;
	}
	return str_is(folded, "une") ? 1 : 0;
}

/* The number that s begins with, up to 999 999, and how many bytes it takes. */
static long digits(struct str s, size_t *n)
{
	long number = 0;

	for (*n = 0; *n < s.n && *n < 6 && s.s[*n] >= '0' && s.s[*n] <= '9'; (*n)++)
		number = number * 10 + (s.s[*n] - '0');
	return number;
}

/* Splits "13 mois", "3ans" and "trois ans" in number and unit. */
static bool parse(struct str folded, enum lang lang, struct duration *duration)
{
	enum lang other = lang == LANG_FR ? LANG_EN : LANG_FR;
	struct str unit;
	size_t n;

	duration->count = digits(folded, &n);
	if (n == 0) {
		n = str_find(folded, " ", 0);
		duration->count = written_number(str_part(folded, 0, n));
	}
	unit = str_trim(str_part(folded, n, folded.n));
	return duration->count > 0 &&
	       (unit_of(unit, lang, &duration->unit) || unit_of(unit, other, &duration->unit));
}

/* digits, then a unit of the file's language: the form that needs no finding. */
static bool is_plain(const struct reading *r, const struct written *number, const struct written *unit,
		     struct duration *duration)
{
	size_t n;

	if (!unit || number->kind != TOKEN_WORD || unit->kind != TOKEN_WORD || number->comma)
		return false;
	duration->count = digits(number->text, &n);
	return n == number->text.n && duration->count > 0 &&
	       unit_of(written_fold(r->b, unit), r->b->lang, &duration->unit);
}

/* The other forms, of one value or two. */
static bool read_loose(struct reading *r, const struct written *first, struct duration *duration)
{
	const struct written *next = reading_peek(r);
	struct str folded = written_fold(r->b, first);

	if (parse(folded, r->b->lang, duration))
		return true;
	if (!next || next->kind != TOKEN_WORD || first->comma)
		return false;
	folded = str_join(r->b->arena, folded, STR(" "));
	folded = str_join(r->b->arena, folded, written_fold(r->b, next));
	if (!parse(folded, r->b->lang, duration))
		return false;
	reading_take(r);
	return true;
}

struct value *value_duration(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct value *value = value_new(r, VALUE_DURATION, written);
	struct duration *duration = &value->as.duration;
	const struct unit_row *unit;
	struct diag *diag;
	struct span span;
	struct str meant;

	if (is_plain(r, written, reading_peek(r), duration)) {
		value->span = span_join(written->span, reading_take(r)->span);
		return value;
	}
	if (!read_loose(r, written, duration))
		return complain_hole(r, MODEL_VALUE, written);
	unit = &units[duration->unit];
	span = span_join(written->span, r->statement->values.v[r->at - 1].span);
	meant = str_format(r->b->arena, "%ld %s", duration->count,
			   schema_words[duration->count > 1 ? unit->many : unit->one].word[r->b->lang]);
	diag = complain(r->b, MODEL_DURATION_FORM, span);
	diag_add_arg(r->b->findings, diag, "meant", meant);
	diag_add_fix(r->b->findings, diag, span, meant, TRUST_SAFE);
	return value;
}
