/*
 * Checks of bilingual.def: the amounts and contacts of each text in French against those
 * in English, whatever their order. What only one of them says is quoted, both places
 * shown.
 */
#include <stdlib.h>

#include "rules/engine.h"
#include "rules/language/values.h"
#include "rules/triggers.h"

/* What one language says and the other does not, as it is written. */
struct remainder {
	struct rule_list list;
	struct lexicon_match first; /* in the text; zeroed: none */
};

static void remainder_add(struct rules_run *run, struct remainder *remainder, struct str text,
			  struct lexicon_match place)
{
	struct str said = str_part(text, place.start, place.end);

	if (!remainder->list.items.n || place.start < remainder->first.start)
		remainder->first = place;
	rule_list_add(run, &remainder->list, said, said);
}

/* What the other language says in return, or that it says nothing of the kind. */
static void add_arg(struct rules_run *run, struct diag *diag, const char *name,
		    const struct remainder *remainder)
{
	static const struct words nothing = WORDS("rien de tel", "nothing of the kind");

	if (remainder->list.items.n)
		rule_arg_list(run, diag, name, &remainder->list);
	else
		rule_arg_words(run, diag, name, nothing);
}

/* The finding stands in the language that does not prevail, where it says something. */
static void report(struct rules_run *run, const struct rule *rule, const struct rule_text *text,
		   const struct remainder remainders[LANG_COUNT])
{
	static const struct words said_here[LANG_COUNT] = {
		[LANG_FR] = WORDS("en français", "in French"),
		[LANG_EN] = WORDS("en anglais", "in English"),
	};
	enum lang here = run->model->languages[1], there = run->model->languages[0];
	struct diag *diag;

	if (!remainders[here].list.items.n) {
		here = run->model->languages[0];
		there = run->model->languages[1];
	}
	diag = rule_fire(run, rule, text->object, rule_text_span(run, text, here, remainders[here].first));
	rule_arg_field(run, diag, "field", text->object, text->field);
	add_arg(run, diag, "a", &remainders[LANG_FR]);
	add_arg(run, diag, "b", &remainders[LANG_EN]);
	if (remainders[there].list.items.n)
		diag_add_label(run->findings, diag, rule_text_span(run, text, there, remainders[there].first),
			       said_here[there]);
}

static bool says_both(const struct rules_run *run, const struct text *text)
{
	return run->model->language_count > 1 && !str_is_empty(text_in(text, LANG_FR)) &&
	       !str_is_empty(text_in(text, LANG_EN));
}

/* --- amounts --- */

static int by_place(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

/* By kind and value; what must find its like first. */
static int by_value(const void *a, const void *b)
{
	const struct amount *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	if (x->loose != y->loose)
		return x->loose ? 1 : -1;
	return by_place(x->place.start, y->place.start);
}

/* By the number written; what must find its like first. */
static int by_count(const void *a, const void *b)
{
	const struct amount *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? -1 : 1;
	if (x->loose != y->loose)
		return x->loose ? 1 : -1;
	return by_place(x->place.start, y->place.start);
}

static int by_amount_place(const void *a, const void *b)
{
	return by_place(((const struct amount *)a)->place.start, ((const struct amount *)b)->place.start);
}

static void sort(struct amounts *amounts, int (*compare)(const void *, const void *))
{
	if (amounts->list.n > 1)
		qsort(amounts->list.v, amounts->list.n, sizeof(*amounts->list.v), compare);
}

static int compare_values(const struct amount *a, const struct amount *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return a->value < b->value ? -1 : a->value > b->value;
}

/* "15 ans" is "under 15": a number without unit goes with any unit. */
static int compare_counts(const struct amount *a, const struct amount *b)
{
	return a->count < b->count ? -1 : a->count > b->count;
}

static bool may_be_like(const struct amount *a, const struct amount *b)
{
	return a->kind == b->kind ? a->value == b->value
				  : a->kind == AMOUNT_NUMBER || b->kind == AMOUNT_NUMBER;
}

/* Takes from both sorted lists what compares as equal, one against one. */
static void pair_off(struct amounts *a, struct amounts *b,
		     int (*compare)(const struct amount *, const struct amount *))
{
	size_t i = 0, j = 0, kept_a = 0, kept_b = 0;

	while (i < a->list.n && j < b->list.n) {
		int order = compare(&a->list.v[i], &b->list.v[j]);

		if (order == 0 && may_be_like(&a->list.v[i], &b->list.v[j])) {
			i++;
			j++;
		} else if (order <= 0) {
			a->list.v[kept_a++] = a->list.v[i++];
		} else {
			b->list.v[kept_b++] = b->list.v[j++];
		}
	}
	while (i < a->list.n)
		a->list.v[kept_a++] = a->list.v[i++];
	while (j < b->list.n)
		b->list.v[kept_b++] = b->list.v[j++];
	a->list.n = kept_a;
	b->list.n = kept_b;
}

static void add_remaining(struct rules_run *run, struct remainder *remainder, struct str text,
			  struct amounts *amounts)
{
	sort(amounts, by_amount_place);
	for (size_t i = 0; i < amounts->list.n; i++) {
		if (!amounts->list.v[i].loose)
			remainder_add(run, remainder, text, amounts->list.v[i].place);
	}
}

/* Reads the amounts of both languages and takes away what is in both; false: all was. */
static bool amounts_differ(struct rules_run *run, const struct rule_text *text, enum amount_words words,
			   struct amounts amounts[LANG_COUNT])
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		amounts_read(run->arena, text_in(text->text, (enum lang)lang), (enum lang)lang, words,
			     &amounts[lang]);
		sort(&amounts[lang], by_value);
	}
	pair_off(&amounts[LANG_FR], &amounts[LANG_EN], compare_values);
	return amounts[LANG_FR].list.n || amounts[LANG_EN].list.n;
}

/* The digits at or behind *i, which moves behind them; empty: there are no more. */
static struct str next_digits(struct str text, size_t *i)
{
	size_t start;

	while (*i < text.n && !byte_is_digit(text.s[*i]))
		++*i;
	for (start = *i; *i < text.n && byte_is_digit(text.s[*i]);)
		++*i;
	return str_part(text, start, *i);
}

/* True where nothing behind digits makes them another amount: no unit, no thousands, no
 * decimals, no name that they belong to. */
static bool stands_alone(struct str text, size_t end)
{
	char next = end < text.n ? text.s[end] : '\n', then = end + 1 < text.n ? text.s[end + 1] : '\n';

	if (end == text.n)
		return true;
	return (unsigned char)next > ' ' && (unsigned char)next < 0x80 && !byte_is_alnum(next) &&
	       (!byte_is_alnum(then) || (next != '.' && next != ',' && next != '-') ||
		(next == '-' && byte_is_digit(then)));
}

/* A glance that spares most texts the reading: the same digits in the same order, each
 * standing alone. */
static bool have_same_digits(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	for (;;) {
		struct str of_a = next_digits(a, &i), of_b = next_digits(b, &j);

		if (!str_eq(of_a, of_b) || !stands_alone(a, i) || !stands_alone(b, j))
			return false;
		if (!of_a.n)
			return true;
	}
}

/* Most texts have the same figures, and neither numerals nor months: the quick look is
 * at figures alone, those of addresses too, the exact one at words, but not at addresses.
 * Where figures only changed places with those of an address, BIL-CONTACT says so. */
static void check_text_amounts(struct rules_run *run, const struct rule *rule, const struct rule_text *text,
			       struct amounts amounts[LANG_COUNT])
{
	uint64_t may_hold = text->may_hold[LANG_FR] | text->may_hold[LANG_EN];
	struct amounts *fr = &amounts[LANG_FR], *en = &amounts[LANG_EN];
	struct remainder remainders[LANG_COUNT] = { { .first = { 0, 0 } } };

	if (!(may_hold & TRIGGERED_NUMERAL) &&
	    have_same_digits(text_in(text->text, LANG_FR), text_in(text->text, LANG_EN)))
		return;
	if (!(may_hold & TRIGGERED_NUMERAL) && !amounts_differ(run, text, AMOUNT_FIGURES, amounts))
		return;
	if (!amounts_differ(run, text, may_hold & TRIGGERED_CONTACT ? AMOUNT_CONTACTS : AMOUNT_WORDS,
			    amounts))
		return;
	sort(fr, by_count);
	sort(en, by_count);
	pair_off(fr, en, compare_counts);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		add_remaining(run, &remainders[lang], text_in(text->text, (enum lang)lang), &amounts[lang]);
	if (remainders[LANG_FR].list.items.n || remainders[LANG_EN].list.items.n)
		report(run, rule, text, remainders);
}

void check_amounts(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	struct amounts amounts[LANG_COUNT] = { 0 };

	(void)policy;
	for (size_t i = 0; i < run->texts.n; i++) {
		const struct rule_text *text = &run->texts.v[i];

		if ((text->may_hold[LANG_FR] | text->may_hold[LANG_EN]) &
				    (TRIGGERED_NUMERAL | TRIGGERED_FIGURE) &&
		    says_both(run, text->text))
			check_text_amounts(run, rule, text, amounts);
	}
}

/* --- contacts --- */

static int compare_contacts(const struct contact *a, const struct contact *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return str_cmp(a->key, b->key);
}

static int by_key(const void *a, const void *b)
{
	const struct contact *x = a, *y = b;
	int order = compare_contacts(x, y);

	return order ? order : by_place(x->place.start, y->place.start);
}

/* What the first list holds and the second does not, each once; both are sorted. */
static void add_difference(struct rules_run *run, struct remainder *remainder, struct str text,
			   const struct contacts *contacts, const struct contacts *others)
{
	for (size_t i = 0, j = 0; i < contacts->list.n; i++) {
		const struct contact *contact = &contacts->list.v[i];

		if (i > 0 && !compare_contacts(contact, contact - 1))
			continue;
		while (j < others->list.n && compare_contacts(&others->list.v[j], contact) < 0)
			j++;
		if (j == others->list.n || compare_contacts(&others->list.v[j], contact))
			remainder_add(run, remainder, text, contact->place);
	}
}

static void check_text_contacts(struct rules_run *run, const struct rule *rule, const struct rule_text *text,
				struct contacts contacts[LANG_COUNT])
{
	struct remainder remainders[LANG_COUNT] = { { .first = { 0, 0 } } };

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		contacts_read(run->arena, text_in(text->text, (enum lang)lang), &contacts[lang]);
		if (contacts[lang].list.n > 1)
			qsort(contacts[lang].list.v, contacts[lang].list.n, sizeof(*contacts[lang].list.v),
			      by_key);
	}
	for (int lang = 0; lang < LANG_COUNT; lang++)
		add_difference(run, &remainders[lang], text_in(text->text, (enum lang)lang), &contacts[lang],
			       &contacts[!lang]);
	if (remainders[LANG_FR].list.items.n || remainders[LANG_EN].list.items.n)
		report(run, rule, text, remainders);
}

void check_contacts(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	struct contacts contacts[LANG_COUNT] = { 0 };

	(void)policy;
	for (size_t i = 0; i < run->texts.n; i++) {
		const struct rule_text *text = &run->texts.v[i];

		if ((text->may_hold[LANG_FR] | text->may_hold[LANG_EN]) & TRIGGERED_CONTACT &&
		    says_both(run, text->text))
			check_text_contacts(run, rule, text, contacts);
	}
}
