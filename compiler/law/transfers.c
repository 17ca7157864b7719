/*
 * Finds adequacy decisions, transfer mechanisms and providers in their tables. Takes a
 * country code, a word of the vocabulary SAFEGUARD or a name, and a day; gives the row
 * or NULL.
 */
#include "law/transfers.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "law/law.h"

static const struct adequacy adequacies[] = {
#define ADEQUACY(country, fr, en, celex, scope_fr, scope_en, limits, from, until, why_fr, why_en, confirmed) \
	{ country,	     WORDS(fr, en), celex, WORDS(scope_fr, scope_en), ((limits)&1) != 0,             \
	  ((limits)&2) != 0, from,	    until, WORDS(why_fr, why_en),     (confirmed) != 0 },
#include "law/adequacy.def"
#undef ADEQUACY
};

static const struct mechanism mechanisms[] = {
#define MECHANISM(word, from, until, end_fr, end_en, fr, en, confirmed)                                      \
	{ word, from, until, WORDS(end_fr, end_en), WORDS(fr, en), (confirmed) != 0 },
#include "law/mechanisms.def"
#undef MECHANISM
};

static const struct provider providers[] = {
#define PROVIDER(name, country, exempt, names) { name, country, (exempt) != 0, names },
#include "law/providers.def"
#undef PROVIDER
};

enum {
	ADEQUACY_COUNT = sizeof(adequacies) / sizeof(*adequacies),
	MECHANISM_COUNT = sizeof(mechanisms) / sizeof(*mechanisms),
	PROVIDER_COUNT = sizeof(providers) / sizeof(*providers)
};

static bool is_between(struct date day, struct date from, struct date until)
{
	return date_cmp(from, day) <= 0 && (!until.year || date_cmp(day, until) <= 0);
}

/* From the last row, since a later decision of the same country replaces an earlier one. */
const struct adequacy *law_adequacy(struct str country, struct date day)
{
	for (size_t i = ADEQUACY_COUNT; i-- > 0;) {
		const struct adequacy *row = &adequacies[i];
		if (str_is(country, row->country) && is_between(day, row->from, row->until))
			return row;
	}
	return NULL;
}

const struct adequacy *law_adequacy_at(unsigned i)
{
	return i < ADEQUACY_COUNT ? &adequacies[i] : NULL;
}

const struct mechanism *law_mechanism(struct str word)
{
	for (size_t i = 0; i < MECHANISM_COUNT; i++)
		if (str_is(word, mechanisms[i].word))
			return &mechanisms[i];
	return NULL;
}

bool law_mechanism_is_valid(struct str word, struct date day)
{
	const struct mechanism *row = law_mechanism(word);

	return !row || is_between(day, row->from, row->until);
}

struct date law_mechanism_end(const struct mechanism *mechanism)
{
	struct date day = mechanism->until;

	if (!day.year)
		return day;
	day.day++;
	return date_is_real(day) ? day : date_add_months((struct date) { day.year, day.month, 1 }, 1);
}

const struct mechanism *law_mechanism_at(unsigned i)
{
	return i < MECHANISM_COUNT ? &mechanisms[i] : NULL;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* The folded words of a name, one space before each and one behind the last. */
static struct str words_of(struct arena *arena, struct str name)
{
	struct str folded = utf8_fold(arena, name);
	char *to = arena_alloc_unset(arena, folded.n + 2);
	size_t n = 0;

	to[n++] = ' ';
	for (size_t i = 0; i < folded.n; i++) {
		if (is_word_byte(folded.s[i]))
			to[n++] = folded.s[i];
		else if (to[n - 1] != ' ')
			to[n++] = ' ';
	}
	if (to[n - 1] != ' ')
		to[n++] = ' ';
	return (struct str) { to, n };
}

/* Do the words stand in the text, whole? A single letter must be all of it. */
static bool has_words(struct str text, struct str words)
{
	if (words.n == 1)
		return text.n == 3 && text.s[1] == words.s[0];
	for (size_t i = 1; i + words.n < text.n; i++)
		if (text.s[i - 1] == ' ' && text.s[i + words.n] == ' ' &&
		    !memcmp(text.s + i, words.s, words.n))
			return true;
	return false;
}

static uint32_t initial_bit(char c)
{
	return UINT32_C(1) << (c & 0x1F);
}

/* A name is looked for where a word of the text has its initial. */
static bool is_provider(const struct provider *provider, struct str text, uint32_t initials)
{
	struct str names = str_of(provider->names);

	for (size_t start = 0, end; start < names.n; start = end + 1) {
		end = str_find(names, "|", start);
		if (initials & initial_bit(names.s[start]) && has_words(text, str_part(names, start, end)))
			return true;
	}
	return false;
}

const struct provider *law_provider(struct str name)
{
	struct arena *scratch = arena_new();
	struct str text = words_of(scratch, name);
	const struct provider *found = NULL;
	uint32_t initials = 0;

	for (size_t i = 1; i < text.n; i++)
		if (text.s[i - 1] == ' ')
			initials |= initial_bit(text.s[i]);
	for (size_t i = 0; i < PROVIDER_COUNT && !found; i++)
		if (is_provider(&providers[i], text, initials))
			found = &providers[i];
	arena_free(scratch);
	return found;
}

const struct provider *law_provider_at(unsigned i)
{
	return i < PROVIDER_COUNT ? &providers[i] : NULL;
}

bool law_is_within_eea(struct str country, struct date day)
{
	static const struct date last_british_day = { 2021, 6, 30 };
	const struct country *row = law_country(country);

	return row && (row->eea || (str_is(country, "GB") && date_cmp(day, last_british_day) <= 0));
}
