/*
 * Inside doc/: the texts of tables as pages show them, set once for the process.
 */
#ifndef DOC_CONSTANT_H
#define DOC_CONSTANT_H

#include "wording/wording.h"

struct doc_constant {
	struct str text;
	bool plain; /* as utf8_is_plain() says */
};

/* The clause, or NULL when it has holes or is worded by the author. */
const struct doc_constant *doc_constant_clause(const struct wording *wording, enum clause clause,
					       enum lang lang);
/* The label of the word; the same with a capital first letter. */
const struct doc_constant *doc_constant_label(enum word word, enum lang lang);
const struct doc_constant *doc_constant_capital(enum word word, enum lang lang);

/* With a capital first letter: the text itself, or a copy. */
struct str doc_capital(struct arena *arena, struct str text);

#endif
