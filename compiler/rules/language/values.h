/*
 * What a text says by figures: numbers, durations and dates, read by their value and not
 * by their spelling; and whom it tells people to reach: e-mail addresses, web addresses
 * and telephone numbers. Takes one text in its language; knows no rule.
 */
#ifndef RULES_LANGUAGE_VALUES_H
#define RULES_LANGUAGE_VALUES_H

#include "base/lang.h"
#include "base/vec.h"
#include "rules/lexicon.h"

enum amount_kind {
	AMOUNT_NUMBER,
	AMOUNT_MONTHS,	/* years and months */
	AMOUNT_MINUTES, /* weeks, days, hours and minutes */
	AMOUNT_DATE	/* year, month and day, one or two of which may be 0 */
};

struct amount {
	enum amount_kind kind;
	double value; /* 36 for three years; 20200716 for a date */
	double count; /* 3 for three years */
	bool loose;   /* a number in words, an ordinal, "a year": the other text may do without */
	struct lexicon_match place;
};

struct amounts {
	VEC(struct amount) list;
};

enum contact_kind { CONTACT_EMAIL, CONTACT_URL, CONTACT_PHONE };

struct contact {
	enum contact_kind kind;
	struct str key; /* what stays when spelling and language are taken away */
	struct lexicon_match place;
};

struct contacts {
	VEC(struct contact) list;
};

static inline bool byte_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline char byte_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool byte_is_alnum(char c)
{
	return byte_is_digit(c) || (byte_lower(c) >= 'a' && byte_lower(c) <= 'z');
}

/* May a contact begin with the byte at the start of a word? Any may, in a text with an '@'. */
static inline bool byte_begins_contact(char c)
{
	return c == 'h' || c == 'w' || c == 'm' || c == 't' || c == '+' || c == '0';
}

/* What a text is read for: figures and what they are tied to, numerals and months too,
 * or all this where e-mail addresses and the like are to be passed over. */
enum amount_words { AMOUNT_FIGURES, AMOUNT_WORDS, AMOUNT_CONTACTS };

/* Empties the list and fills it with what the text says, in its order. */
void amounts_read(struct arena *arena, struct str text, enum lang lang, enum amount_words words,
		  struct amounts *amounts);
void contacts_read(struct arena *arena, struct str text, struct contacts *contacts);

/* The contact that begins at byte i, which no address reaches before; false: none.
 * Without an '@' in the text no e-mail address is looked for. */
bool contact_at(struct str text, size_t i, bool has_at, enum contact_kind *kind, size_t *end);

#endif
