/*
 * Citations, written out. Takes the citations of a rule, gives them as lawyers of each
 * language write them: "GDPR Art. 13(1)(a)", « RGPD, art. 13, § 1, point a) ». Whatever
 * does not read as an article is given in its own words. Typography (no-break spaces,
 * apostrophes) is the emitter's.
 */
#include <string.h>

#include "law/law.h"

static const struct instrument_row {
	struct words name;
	const char *identifier;
} instruments[INSTRUMENT_COUNT] = {
#define INSTRUMENT(name, fr, en, identifier, ...) [INSTRUMENT_##name] = { WORDS(fr, en), identifier },
#include "law/instruments.def"
#undef INSTRUMENT
};

/* Conjunctions of a range of two and of a longer one: « 1 et 2 », « 1 à 3 ». */
static const char TWO[] = " et ", MORE[] = " \xC3\xA0 ";

const char *law_identifier(enum instrument instrument)
{
	return instruments[instrument].identifier;
}

bool law_is_french(enum instrument instrument)
{
	struct str identifier = str_of(law_identifier(instrument));

	return instrument == INSTRUMENT_CNIL || instrument == INSTRUMENT_CE ||
	       str_has_prefix(identifier, "LEGITEXT") || str_has_prefix(identifier, "JORFTEXT") ||
	       str_has_prefix(identifier, "ELI:loi/");
}

struct words law_instrument_name(enum instrument instrument)
{
	return instruments[instrument].name;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The half of "fr|en" that is in the language; the whole when there is no bar. */
static struct str in_language(const char *at, enum lang lang)
{
	struct str whole = str_of(at);
	size_t bar = str_find(whole, "|", 0);
	if (bar == whole.n)
		return whole;
	return lang == LANG_FR ? str_part(whole, 0, bar) : str_part(whole, bar + 1, whole.n);
}

/* Length of an article's own number at the start of s: "13", "L.34-5", "D. 213-1",
 * "44-49"; 0 when s begins otherwise. */
static size_t article_number(struct str s)
{
	size_t i = 0;
	if (s.n > 1 && strchr("LRDA", s.s[0]) && (s.s[1] == '.' || s.s[1] == ' ' || is_digit(s.s[1])))
		for (i = 1; i < s.n && (s.s[i] == '.' || s.s[i] == ' ');)
			i++;
	size_t digits = i;
	while (i < s.n &&
	       (is_digit(s.s[i]) || (i > digits && s.s[i] == '-' && i + 1 < s.n && is_digit(s.s[i + 1]))))
		i++;
	return i == digits || (i < s.n && s.s[i] == '/') ? 0 : i;
}

/* "L.34-5" as "L. 34-5"; in French, a range of plain articles as « 44 à 49 ». */
static void add_number(struct buf *out, struct str number, enum lang lang)
{
	size_t letters = 0, dash;
	while (letters < number.n && !is_digit(number.s[letters]))
		letters++;
	if (letters)
		buf_add_format(out, "%c. ", number.s[0]);
	number = str_part(number, letters, number.n);
	dash = letters || lang != LANG_FR ? number.n : str_find(number, "-", 0);
	buf_add_str(out, str_part(number, 0, dash));
	if (dash < number.n) {
		buf_add_text(out, MORE);
		buf_add_str(out, str_part(number, dash + 1, number.n));
	}
}

/* One "(…)" of a GDPR reference, with the end of a range: "(1)-(3)". */
struct group {
	struct str from, to; /* to.n == 0: no range */
	size_t n;	     /* bytes that it takes; 0: no group */
};

static struct group read_group(struct str s)
{
	struct group group = { { s.s, 0 }, { s.s, 0 }, 0 };
	size_t close = s.n && s.s[0] == '(' ? str_find(s, ")", 0) : s.n;
	if (close == s.n)
		return group;
	group.from = str_part(s, 1, close);
	group.n = close + 1;
	if (close + 2 < s.n && s.s[close + 1] == '-' && s.s[close + 2] == '(') {
		size_t end = str_find(s, ")", close + 1);
		group.to = str_part(s, close + 3, end);
		group.n = end < s.n ? end + 1 : end;
	}
	return group;
}

/* « , § 1 », « , §§ 1 et 2 », « , point a) », « , points a) à c) » */
static void add_group(struct buf *out, const struct group *group, bool paragraph)
{
	const char *join = MORE, *close = paragraph ? "" : ")";
	buf_add_text(out, paragraph ? ", \xC2\xA7" : ", point");
	if (group->to.n)
		buf_add_text(out, paragraph ? "\xC2\xA7" : "s");
	buf_add_char(out, ' ');
	buf_add_str(out, group->from);
	buf_add_text(out, close);
	if (!group->to.n)
		return;
	if (group->from.n == 1 && group->to.n == 1 && group->to.s[0] == group->from.s[0] + 1)
		join = TWO;
	buf_add_text(out, join);
	buf_add_str(out, group->to);
	buf_add_text(out, close);
}

/* What follows the article and its paragraphs: "al. 3", "85 I", ", 2°". English says
 * "para." for an alinéa. */
static void add_rest(struct buf *out, struct str rest, enum lang lang)
{
	size_t al = lang == LANG_EN ? str_find(rest, "al. ", 0) : rest.n;
	if (rest.n && rest.s[0] == ' ')
		buf_add_char(out, ',');
	buf_add_str(out, str_part(rest, 0, al));
	if (al < rest.n) {
		buf_add_text(out, "para. ");
		buf_add_str(out, str_part(rest, al + strlen("al. "), rest.n));
	}
}

/* The numbers of GDPR Art. 4 are points, since that article has no paragraphs. */
static void add_article(struct buf *out, enum instrument instrument, struct str at, enum lang lang)
{
	size_t n = article_number(at);
	struct str number = str_part(at, 0, n), rest = str_part(at, n, at.n);
	bool definitions = instrument == INSTRUMENT_GDPR && str_is(number, "4");
	bool many = str_find(number, "-", 0) < number.n && is_digit(number.s[0]);
	buf_add_text(out, lang == LANG_FR ? ", art. " : many ? " Arts. " : " Art. ");
	add_number(out, number, lang);
	for (struct group group = read_group(rest); group.n; group = read_group(rest)) {
		if (lang == LANG_FR)
			add_group(out, &group, is_digit(group.from.s[0]) && !definitions);
		else
			buf_add_str(out, str_part(rest, 0, group.n));
		rest = str_part(rest, group.n, rest.n);
	}
	add_rest(out, rest, lang);
}

/* "recital:47", "recital:41, 45" */
static void add_recital(struct buf *out, struct str numbers, enum lang lang)
{
	bool many = str_find(numbers, ",", 0) < numbers.n || str_find(numbers, "-", 0) < numbers.n;
	buf_add_text(out, lang == LANG_FR ? ", considérant" : " recital");
	buf_add_text(out, many ? "s " : " ");
	buf_add_str(out, numbers);
}

/* The words of a body's document follow a comma; the number of guidelines or of a
 * decision, and in English the part of a document, follow a space. */
static void add_words(struct buf *out, bool body, struct str at, enum lang lang)
{
	size_t digits = 0;
	while (digits < at.n && is_digit(at.s[digits]))
		digits++;
	bool numbered = digits && digits < at.n && at.s[digits] == '/';
	buf_add_text(out, numbered || (!body && lang == LANG_EN) ? " " : ", ");
	buf_add_str(out, at);
}

/* One citation; one of the same instrument as that before it does not name it again. */
static void add_citation(struct buf *out, const struct citation *citation, bool named, enum lang lang)
{
	static const char RECITAL[] = "recital:";
	const struct instrument_row *row = &instruments[citation->instrument];
	bool body = !row->identifier[0];
	if (!named)
		buf_add_text(out, row->name.in[lang]);
	if (!citation->at)
		return;
	struct str at = in_language(citation->at, lang);
	if (str_has_prefix(at, RECITAL))
		add_recital(out, str_part(at, strlen(RECITAL), at.n), lang);
	else if (!body && article_number(at))
		add_article(out, citation->instrument, at, lang);
	else
		add_words(out, body, at, lang);
}

/* Is this a second article of the statute that the citation before it names? Bodies
 * (the CNIL, the Court) are named with each of their documents. */
static bool is_same_statute(const struct citation *citation, const struct citation *before)
{
	return before && citation->instrument == before->instrument && citation->at && before->at &&
	       instruments[citation->instrument].identifier[0];
}

void law_add_citations(struct buf *out, const struct citation *law, enum lang lang)
{
	const struct citation *before = NULL;
	for (; law && law->instrument != INSTRUMENT_NONE; before = law++) {
		bool named = is_same_statute(law, before);
		if (before && !named)
			buf_add_text(out, lang == LANG_FR ? " ; " : "; ");
		else if (named && lang == LANG_EN)
			buf_add_char(out, ',');
		add_citation(out, law, named, lang);
	}
}
