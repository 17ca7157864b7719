/*
 * Dated law on transfers: the Commission's adequacy decisions, the days between which
 * each mechanism of Chapter V could be relied upon, and what is presumed of the best
 * known providers. Tables with sources; judges nothing.
 */
#ifndef LAW_TRANSFERS_H
#define LAW_TRANSFERS_H

#include "base/date.h"
#include "base/lang.h"
#include "base/str.h"

/* A row of law/adequacy.def: one decision for one country, and its days. */
struct adequacy {
	const char *country;	/* ISO code, or "EPO": the European Patent Organisation */
	struct words decision;	/* "décision (UE) 2023/1795", "Decision (EU) 2023/1795" */
	const char *identifier; /* CELEX */
	struct words scope;	/* whom or what it covers; "" for every recipient */
	bool listed_only;	/* only organisations on a public list */
	bool private_only;	/* no public body */
	struct date from;	/* first day on which it could be relied upon */
	struct date until;	/* last such day; year 0: none is set */
	struct words fragile;	/* what threatens it; "" for nothing known */
	bool confirmed;		/* read in the decision itself */
};
/* The decision in force for the country on that day, the latest where two overlap, or NULL. */
const struct adequacy *law_adequacy(struct str country, struct date day);
/* Row i of the table, by country and date; NULL behind the last. */
const struct adequacy *law_adequacy_at(unsigned i);

/* A row of law/mechanisms.def: a safeguard that is not, or not always was, valid. */
struct mechanism {
	const char *word;  /* the English word of the vocabulary SAFEGUARD */
	struct date from;  /* first valid day */
	struct date until; /* last valid day; year 0: still valid */
	struct words end;  /* what ended it: "CJUE, C-311/18, Schrems II (16 juillet 2020)" */
	struct words instrument;
	bool confirmed;
};
/* The row of the word, or NULL: a mechanism that the table does not date. */
const struct mechanism *law_mechanism(struct str word);
/* Could it be relied upon on that day? True for those that the table does not date. */
bool law_mechanism_is_valid(struct str word, struct date day);
/* The first day on which it could no longer be relied upon; year 0 while it can. */
struct date law_mechanism_end(const struct mechanism *mechanism);
const struct mechanism *law_mechanism_at(unsigned i);

/* A row of law/providers.def: a provider known by its name or a product's. */
struct provider {
	const char *name;    /* "Google" */
	const char *country; /* where data are presumed to go: ISO code */
	bool exempt_allowed; /* its trackers may be exempt from consent */
	const char *names;   /* names and products matched, '|' between them, folded */
};
/* The provider that the name speaks of ("Google Ireland Ltd", "Meta pixel"), or NULL.
 * A whole word of it must match, case and accents apart. A presumption, never proof. */
const struct provider *law_provider(struct str name);
const struct provider *law_provider_at(unsigned i);

/* Is the country of the EEA on that day, or was it treated so? The United Kingdom was
 * until 30 June 2021 (Withdrawal Agreement Art. 127, then Trade and Cooperation
 * Agreement Art. 782). False for a code that the table of countries lacks. */
bool law_is_within_eea(struct str country, struct date day);

#endif
