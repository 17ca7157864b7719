/*
 * Typed references in texts, `{ref KIND TARGET}` or `{renvoi KIND TARGET}`, and where
 * they lead. For rules, which compare what is announced with what is there, and for
 * documents, which print a link or a number in their place.
 *
 *   {ref rights}             a built-in section, by its word (VOCABULARY_SECTION)
 *   {ref our-values}         a section of the author's own, by its identifier
 *   {ref purpose newsletter} a declaration: keyword of a named block, identifier
 *   {ref section our-values} a section, of either sort
 *   {ref purposes rights}    announces one section, names another: XREF_OTHER_KIND
 *
 * Keywords and words of both languages are understood in every text, accents may be
 * left out. A brace that is not followed by `ref` or `renvoi` and a space is text.
 */
#ifndef MODEL_XREF_H
#define MODEL_XREF_H

#include "model/model.h"

enum xref_state {
	XREF_FOUND,
	XREF_UNKNOWN,	/* leads nowhere, or its kind is no kind: MODEL-XREF reports it */
	XREF_OTHER_KIND /* leads to something else than announced: DOC-XREF reports it */
};

struct xref {
	size_t start, end; /* bytes of the text, braces included */
	enum xref_state state;
	struct str kind, target; /* as written; kind is "" in a reference of one word */
	/* Where it leads, unless unknown: a built-in section, or else a declaration. */
	enum word section;	     /* WORD_SECTION_* or WORD_NONE */
	const struct object *object; /* of BLOCK_SECTION for an own section; or NULL */
};

/* The first reference at or after *offset, which moves behind it; false: none left. */
bool model_xref_next(const struct model *model, struct str text, size_t *offset, struct xref *xref);

/* Adds MODEL-XREF for each reference of a text that leads nowhere. */
void model_check_xrefs(const struct model *model, struct findings *findings);

#endif
