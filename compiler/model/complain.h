/*
 * The findings that several files of model/ add, and the search for what an
 * author meant. Internal to model/.
 */
#ifndef MODEL_COMPLAIN_H
#define MODEL_COMPLAIN_H

#include "model/reading.h"

/* A finding without arguments. */
struct diag *complain(struct builder *b, enum model_code code, struct span span);
/* One about a keyword, which fills {keyword}. */
struct diag *complain_keyword(struct builder *b, enum model_code code, const struct statement *st);
/* One about a value of the reading's field: fills {keyword}, {value}, {what}, {sample}. */
struct diag *complain_value(const struct reading *r, enum model_code code, const struct written *written);
/* The same about the statement as a whole, at its keyword. */
struct diag *complain_field(const struct reading *r, enum model_code code);
/* The statement's block does not say the field; fills {field} too. */
void complain_needed(const struct reading *r, enum field field);
/* complain_value(), with a hole for a result. */
struct value *complain_hole(struct reading *r, enum model_code code, const struct written *written);
/* The same for the value and the bare words that go on behind it: one finding for all. */
struct value *complain_phrase(struct reading *r, enum model_code code, const struct written *first);
/* A value behind the last that the field takes. */
void complain_extra(const struct reading *r);
/* Takes the bare words behind `first` that no comma parts from it; the whole as written. */
struct written written_phrase(struct reading *r, const struct written *first);
/* Fills {meant} and proposes it in place of the span. */
void complain_meant(struct builder *b, struct diag *diag, struct span span, struct str meant);
/* Words without quotation marks, where they belong around all of them. */
void complain_quotes(struct builder *b, struct span words);
/* Fills {language} with "français" / "French" and the like. */
void complain_language(struct builder *b, struct diag *diag, enum lang lang);
/* The same for a word of the language that is not the file's own, which fills {own}. */
void complain_other_language(struct builder *b, struct diag *diag);
/* Fills {words} with a list. */
void complain_words(struct builder *b, struct diag *diag, const struct str *words, size_t n);

/* Letters and digits, and one hyphen for what stands between them: "Art. 6(1)(e)" gives
 * "6-1-e", "la dernière commande" gives "derniere-commande". */
struct str usual_form(struct builder *b, struct str written);
/* What the written words usually stand for (usual.def); WORD_NONE and -1: nothing known. */
enum word usual_word(struct builder *b, enum vocabulary vocabulary, struct str written);
int usual_field(struct builder *b, enum block block, struct str written);

/* A keyword that no field of the block has. Gives the field that was meant, by its
 * spelling or in the other language, so that the rest is read all the same; -1: none. */
int complain_unknown_keyword(struct builder *b, enum block block, const struct statement *st);

/* The candidate nearest to what was written, as they come. */
struct suggestion {
	struct builder *b;
	struct str target; /* folded */
	size_t limit;
	struct str best; /* "" when none is near */
	size_t distance;
};
struct suggestion suggestion_of(struct builder *b, struct str written);
void suggestion_try(struct suggestion *suggestion, struct str candidate);

#endif
