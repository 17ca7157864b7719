/*
 * What a keyword or a bare word of a file says, by the tables of schema.h: first as the
 * tables write it, then in its folded form. Internal to model/.
 */
#ifndef MODEL_KEYWORD_H
#define MODEL_KEYWORD_H

#include "model/build.h"

/* The field that the keyword names in the block, or -1; *folded is then its folded form. */
int keyword_field(const struct builder *b, enum block block, struct str keyword, struct str *folded);
/* True when the keyword is the tag of a language, which goes to *lang. */
bool keyword_is_language(const struct builder *b, struct str keyword, enum lang *lang);
/* False: the folded keyword surely does not begin with the letter, a lower-case one. */
bool keyword_may_begin(struct str keyword, char letter);

#endif
