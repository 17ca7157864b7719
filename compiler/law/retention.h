/*
 * Reference periods of retention: what statutes and the CNIL's standards say on how
 * long some kinds of data are kept. Takes the word of a kind, gives its row; judges
 * nothing.
 */
#ifndef LAW_RETENTION_H
#define LAW_RETENTION_H

#include "base/date.h"
#include "base/lang.h"
#include "base/str.h"

/* A row of law/retention.def. */
struct retention_reference {
	const char *kind;    /* the kind's English word: "prospect" */
	int max_months;	     /* 0: none */
	int min_months;	     /* 0: none */
	struct date from;    /* the day of the source; year 0: before the GDPR, or not dated */
	bool confirmed;	     /* the source itself was read */
	struct words start;  /* the event from which it runs, with its article */
	struct words source; /* the statute or the standard that says so */
};

/* The reference for a kind of data, or NULL. */
const struct retention_reference *law_retention(struct str kind);
/* The same, where it could be relied upon on that day (year 0: any), or NULL. */
const struct retention_reference *law_retention_on(struct str kind, struct date day);
/* Row i of the table; NULL behind the last. */
const struct retention_reference *law_retention_at(size_t i);

#endif
