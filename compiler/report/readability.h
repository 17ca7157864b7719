/*
 * How easy a text is to read: its sentences, words and syllables, and the figures made of
 * them: Flesch's reading ease and the Flesch-Kincaid grade for English, the ease of Kandel
 * and Moles for French. Takes plain text, block by block; readability.def says how each
 * language counts.
 */
#ifndef REPORT_READABILITY_H
#define REPORT_READABILITY_H

#include "doc/doc.h"

struct readability {
	enum lang lang;
	long sentences, words, syllables;
};

/* Counts the sentences of a block: a paragraph, an item, a cell. A sentence ends with a full
 * stop, an exclamation or question mark, and the last one also with a colon or semicolon;
 * words that no such mark ends (headings, labels) do not count. Numbers and addresses are no
 * words; a {hole} is one, of two syllables. */
void readability_add(struct readability *counts, struct str block);
/* The running text of a page, gaps of a draft and headings left out. */
void readability_add_page(struct readability *counts, const struct doc *doc);
/* The clauses of polc, as it has them. */
void readability_add_clauses(struct readability *counts);

long readability_syllables(struct str word, enum lang lang);
/* The ease: the higher, the easier; 60 is plain language. In tenths. */
long readability_ease(const struct readability *counts);
/* The years of schooling, in tenths; 0 where the language has no such figure. */
long readability_grade(const struct readability *counts);

#endif
