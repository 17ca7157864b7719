/*
 * The questions that several checks ask of a model and its texts (questions.c). Reads
 * only. Internal to rules/; engine.h includes it.
 */
#ifndef RULES_QUESTIONS_H
#define RULES_QUESTIONS_H

#include "rules/lexicon.h"
#include "rules/rules.h"

/* True when some basis of the object (FIELD: PURPOSE_BASIS or POLICY_BASES) is of the type. */
bool rule_has_basis(const struct object *object, enum field field, enum word type);
/* Some purpose, or the policy's global list, rests on the basis; the object that says so, or NULL. */
const struct object *rule_basis(const struct rules_run *run, enum word type);
/* True where the object says one of address, email, phone, form: the four fields from `address` on. */
bool rule_has_contact(const struct object *object, enum field address);
/* True for what stands in for a text: "[...]", "lorem ipsum", "…" and the like. */
bool rule_is_placeholder(struct rules_run *run, struct str text, enum lang lang);
/* The first language of the policy in which the text has words of the lexicon, and where. */
bool rule_find_words(struct rules_run *run, enum lexicon lexicon, const struct text *text, enum lang *lang,
		     struct lexicon_match *match);
/* Does the source (BLOCK_SOURCE) lie elsewhere than with the person: a third party, a public source? */
bool rule_is_other_source(const struct object *source);
/* Were the data obtained from other sources alone? A category that says nothing was not. */
bool rule_is_indirect(const struct object *data);
/* The text in the language, else in the other. */
struct str rule_text_in(const struct text *text, enum lang lang);

#endif
