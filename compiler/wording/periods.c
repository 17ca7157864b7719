/*
 * How each language writes a storage period: "au plus 3 ans après le dernier
 * contact", "until the account is closed". Takes periods whose events carry their
 * article; French contracts "à" and "de" with it.
 */
#include "base/typography.h"
#include "wording/wording.h"

static const struct words bounds[] = {
	[BOUND_NONE] = WORDS("", ""),
	[BOUND_AT_MOST] = WORDS("au plus ", "at most "),
	[BOUND_AT_LEAST] = WORDS("au moins ", "at least "),
};

static const struct words prepositions[] = {
	[PERIOD_AFTER] = WORDS("après ", "after "), [PERIOD_DURING] = WORDS("pendant ", "during "),
	[PERIOD_UNTIL] = WORDS("jusqu'", "until "), [PERIOD_CRITERIA] = WORDS("", ""),
	[PERIOD_INDEFINITE] = WORDS("", ""),
};

void wording_add_contracted(struct buf *out, const char *preposition, struct str noun)
{
	bool is_a = preposition[0] != 'd';

	if (str_has_prefix(noun, "le ")) {
		buf_add_text(out, is_a ? "au " : "du ");
		noun = str_part(noun, 3, noun.n);
	} else if (str_has_prefix(noun, "les ")) {
		buf_add_text(out, is_a ? "aux " : "des ");
		noun = str_part(noun, 4, noun.n);
	} else {
		buf_add_text(out, preposition);
		buf_add_char(out, ' ');
	}
	typography_add(out, noun, LANG_FR);
}

static size_t count_values(const struct value *value)
{
	size_t n = 0;

	for (; value; value = value->next)
		n += value->kind == VALUE_REFERENCE;
	return n;
}

static void add_between(struct buf *out, size_t i, size_t n, enum lang lang)
{
	if (i + 2 < n)
		buf_add_text(out, ", ");
	else if (i + 1 < n)
		buf_add_text(out, lang == LANG_FR ? " ou " : " or ");
}

/* The preposition once, then "a, b or c"; French "à" is said again with each. */
static void add_events(struct buf *out, const struct period *period, enum lang lang)
{
	bool contracts = lang == LANG_FR && period->kind == PERIOD_UNTIL;
	size_t i = 0, n = count_values(period->events);

	typography_add(out, str_of(prepositions[period->kind].in[lang]), lang);
	for (const struct value *v = period->events; v; v = v->next) {
		struct str event;

		if (v->kind != VALUE_REFERENCE)
			continue;
		event = object_title(v->as.reference, lang);
		if (contracts)
			wording_add_contracted(out, "à", event);
		else
			typography_add(out, event, lang);
		add_between(out, i++, n, lang);
	}
}

static void add_counted(struct buf *out, const struct period *period, enum lang lang)
{
	buf_add_text(out, bounds[period->bound].in[lang]);
	wording_add_duration(out, period->duration, lang);
	if (count_values(period->events)) {
		buf_add_char(out, ' ');
		add_events(out, period, lang);
	}
	if (period->from == WORD_NONE)
		return;
	buf_add_text(out, lang == LANG_EN || count_values(period->events) ? ", " : " ");
	typography_add(out, str_of(schema_words[period->from].label.in[lang]), lang);
}

void wording_add_period(struct buf *out, const struct period *period, enum lang lang)
{
	switch (period->kind) {
	case PERIOD_AFTER:
		add_counted(out, period, lang);
		break;
	case PERIOD_DURING:
	case PERIOD_UNTIL:
		add_events(out, period, lang);
		break;
	case PERIOD_CRITERIA:
		typography_add(out, text_in(period->criteria, lang), lang);
		break;
	case PERIOD_INDEFINITE:
		buf_add_text(out, schema_words[WORD_PERIOD_WORD_INDEFINITE].label.in[lang]);
		break;
	}
}
