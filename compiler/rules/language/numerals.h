/*
 * The words of numerals.def: numbers, months, units and scales of each language, looked
 * up whatever their case and accents. Takes text, gives rows of the table.
 */
#ifndef RULES_LANGUAGE_NUMERALS_H
#define RULES_LANGUAGE_NUMERALS_H

#include "rules/language/values.h"

enum numeral_kind { NUMERAL_NUMBER, NUMERAL_MONTH, NUMERAL_UNIT, NUMERAL_SCALE };

struct numeral {
	const char *word;
	enum lang lang;
	enum numeral_kind kind;
	enum amount_kind of; /* of a unit */
	double value;
};

#define NUMERAL_WORD_LIMIT 12 /* letters */

/* A word of a text, folded. */
struct numeral_word {
	char folded[NUMERAL_WORD_LIMIT];
	size_t n; /* 0: no word, or one that is too long for any of the table */
	size_t start, end;
};

/* The length of the letter at i, 0 when there is none. */
size_t numeral_letter(struct str text, size_t i);
/* The letter at i without case and accent; 0 for one that no word of the table has. */
char numeral_plain_letter(struct str text, size_t i);
/* Passes over what says nothing: the next place, i or behind it, where a figure, the word
 * of a number or of a month, a reference in braces or, in a text without '@', a contact may
 * begin. No word goes on at i. */
size_t numeral_next(struct str text, size_t i, enum lang lang);
/* The same of figures and braces alone: the figure, or the word that it stands in. */
size_t numeral_next_figure(struct str text, size_t i);
/* The word that begins at i. */
struct numeral_word numeral_read_word(struct str text, size_t i);
const struct numeral *numeral_find(struct numeral_word word, enum lang lang, enum numeral_kind kind);
/* The end of the ordinal's letters behind its digits ("1er", "2nd"), or i. */
size_t numeral_ordinal_end(struct str text, size_t i, enum lang lang);

#endif
