/*
 * The clause library: every sentence that polc writes on a page, French and
 * English side by side, and how each language writes dates, durations, periods,
 * lists and countries. Takes a model's `wording` overrides; refuses unknown
 * clauses and overrides that lose a {hole}.
 */
#ifndef WORDING_WORDING_H
#define WORDING_WORDING_H

#include "model/model.h"

enum clause {
#define CLAUSE(name, id, fr, en) CLAUSE_##name,
#include "wording/clauses.def"
#undef CLAUSE
	CLAUSE_COUNT
};

/* The clauses of one compile: the built-in ones, or what the author wrote instead. */
struct wording {
	struct str text[CLAUSE_COUNT][LANG_COUNT];
};

/* Fills the table; findings for overrides that cannot be used. */
void wording_init(struct wording *wording, const struct model *model, struct findings *findings);

/* The clause as clauses.def has it. */
struct str wording_built_in(enum clause clause, enum lang lang);
/* The identifier of a clause ("dpo-contact"), as `wording` names it. */
const char *wording_clause_id(enum clause clause);

/* Each appends to out, typography included. */
void wording_add_date(struct buf *out, struct date date, enum lang lang); /* 1er mars 2026; 1 March 2026 */
void wording_add_duration(struct buf *out, struct duration duration, enum lang lang); /* 3 ans; 3 years */
/* The same in a sentence, with one in words: "un mois", "one month"; "3 ans". */
void wording_add_duration_in_words(struct buf *out, struct duration duration, enum lang lang);
/* "3 ans après le dernier contact, à compter de la fin de l'année civile". */
void wording_add_period(struct buf *out, const struct period *period, enum lang lang);
/* French "à" or "de" before a noun with its article: "au dernier contact", "de l'achat". */
void wording_add_contracted(struct buf *out, const char *preposition, struct str noun);
void wording_add_country(struct buf *out, const struct country *country, enum lang lang);
/* Between item i and the next of n: ", ", " et ", " and ". */
void wording_add_separator(struct buf *out, size_t i, size_t n, enum lang lang);
/* ISO 8601: 2026-03-01, P3Y. */
void wording_add_iso_date(struct buf *out, struct date date);
void wording_add_iso_duration(struct buf *out, struct duration duration);

#endif
