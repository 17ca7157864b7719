/*
 * Durations: a number in digits and a unit, `13 months`. Written numbers, glued
 * units and quotation marks are understood, and reported with the form to write.
 */
#include "model/reading.h"
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

/* What a loose reading of a duration finds. */
enum form {
	FORM_NONE,
	FORM_NUMBER, /* and no unit */
	FORM_PART,   /* decimals that no smaller unit gives */
	FORM_DURATION
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

/* Units that the vocabulary lacks, folded: other spellings, and multiples of months. */
static const struct usual_unit {
	const char *name;
	enum unit unit;
	long factor;
} usual_units[] = {
	{ "annee", UNIT_YEAR, 1 },	{ "annees", UNIT_YEAR, 1 },
	{ "yr", UNIT_YEAR, 1 },		{ "yrs", UNIT_YEAR, 1 },
	{ "semestre", UNIT_MONTH, 6 },	{ "semestres", UNIT_MONTH, 6 },
	{ "trimestre", UNIT_MONTH, 3 }, { "trimestres", UNIT_MONTH, 3 },
	{ "quarter", UNIT_MONTH, 3 },	{ "quarters", UNIT_MONTH, 3 },
	{ "j", UNIT_DAY, 1 },		{ "h", UNIT_HOUR, 1 },
};

/* Reads a unit of any language and habit behind the count, which it multiplies. */
static bool read_unit(struct str unit, struct duration *duration)
{
	if (unit.n && unit.s[unit.n - 1] == '.')
		unit.n--;
	if (unit_of(unit, LANG_FR, &duration->unit) || unit_of(unit, LANG_EN, &duration->unit))
		return true;
	for (size_t i = 0; i < sizeof(usual_units) / sizeof(usual_units[0]); i++) {
		if (!str_is(unit, usual_units[i].name))
			continue;
		duration->unit = usual_units[i].unit;
		duration->count *= usual_units[i].factor;
		return true;
	}
	return false;
}

/* The decimals of years, as months: "3,5 ans" is 42 months. False: no whole number of them. */
static bool add_decimals(struct str decimals, struct duration *duration)
{
	long scale = 1, part, months;
	size_t n;

	part = digits(decimals, &n);
	for (size_t i = 0; i < n; i++)
		scale *= 10;
	months = part * 12;
	if (duration->unit != UNIT_YEAR || n < decimals.n || months % scale)
		return false;
	*duration = (struct duration) { duration->count * 12 + months / scale, UNIT_MONTH };
	return duration->count > 0;
}

/* Splits "13 mois", "3ans", "3,5 ans" and "trois ans" in number and unit. */
static enum form parse(struct str folded, struct duration *duration)
{
	struct str decimals = STR("");
	size_t n, end;

	duration->count = digits(folded, &n);
	if (n == 0) {
		n = str_find(folded, " ", 0);
		duration->count = written_number(str_part(folded, 0, n));
	} else if (n < folded.n && (folded.s[n] == ',' || folded.s[n] == '.')) {
		for (end = n + 1; end < folded.n && folded.s[end] >= '0' && folded.s[end] <= '9';)
			end++;
		decimals = str_part(folded, n + 1, end);
		n = end;
	}
	if (!read_unit(str_trim(str_part(folded, n, folded.n)), duration))
		return n == folded.n && duration->count > 0 ? FORM_NUMBER : FORM_NONE;
	if (decimals.n)
		return add_decimals(decimals, duration) ? FORM_DURATION : FORM_PART;
	return duration->count > 0 ? FORM_DURATION : FORM_NONE;
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

/* What was written, with a comma that decimals touch, and its values up to `n` of them. */
static struct str joined(const struct reading *r, const struct written *first, size_t n)
{
	struct str text = written_fold(r->b, first);

	for (size_t i = 0; i < n; i++) {
		const struct written *last = &r->statement->values.v[r->at + i - 1];
		bool touches = last->comma && last[1].span.start == last->span.end + 1;
		text = str_join(r->b->arena, text, touches ? STR(",") : last->comma ? STR(", ") : STR(" "));
		text = str_join(r->b->arena, text, written_fold(r->b, last + 1));
	}
	return text;
}

/* The other forms: the longest of up to three values that is a duration. */
static enum form read_loose(struct reading *r, const struct written *first, struct duration *duration)
{
	enum form form = FORM_NONE;
	size_t n = 0;

	while (n < 2 && r->at + n < r->statement->values.n &&
	       r->statement->values.v[r->at + n].kind == TOKEN_WORD)
		n++;
	for (size_t taken = n + 1; taken-- > 0 && form == FORM_NONE;) {
		form = parse(joined(r, first, taken), duration);
		if (form == FORM_NUMBER && taken > 0)
			form = FORM_NONE;
		if (form != FORM_NONE)
			r->at += taken;
	}
	return form;
}

/* What was taken is no duration, as the form says: one finding with the words behind it. */
static struct value *refuse(struct reading *r, const struct written *first, enum form form)
{
	struct written whole = *first;

	if (form == FORM_NONE) {
		bool period = schema_fields[r->field].type == TYPE_PERIOD;
		return complain_phrase(r, period ? MODEL_PERIOD : MODEL_VALUE, first);
	}
	whole.span = span_join(first->span, r->statement->values.v[r->at - 1].span);
	if (form == FORM_PART)
		whole.text = sources_text(r->b->sources, whole.span);
	complain_value(r, form == FORM_PART ? MODEL_DURATION_PART : MODEL_DURATION_UNIT, &whole);
	return value_new(r, VALUE_HOLE, first);
}

struct value *value_duration(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct value *value = value_new(r, VALUE_DURATION, written);
	struct duration *duration = &value->as.duration;
	const struct unit_row *unit;
	struct diag *diag;
	enum form form;
	struct span span;
	struct str meant;

	if (is_plain(r, written, reading_peek(r), duration)) {
		value->span = span_join(written->span, reading_take(r)->span);
		return value;
	}
	form = read_loose(r, written, duration);
	if (form != FORM_DURATION)
		return refuse(r, written, form);
	unit = &units[duration->unit];
	span = span_join(written->span, r->statement->values.v[r->at - 1].span);
	meant = str_format(r->b->arena, "%ld %s", duration->count,
			   schema_words[duration->count > 1 ? unit->many : unit->one].word[r->b->lang]);
	diag = complain(r->b, MODEL_DURATION_FORM, span);
	diag_add_arg(r->b->findings, diag, "meant", meant);
	diag_add_fix(r->b->findings, diag, span, meant, TRUST_SAFE);
	return value;
}
