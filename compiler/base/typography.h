/*
 * The marks that each language wants: curly quotes and apostrophes, no-break
 * spaces, ellipses. Takes text as people and tables write it, with plain spaces
 * and straight marks; gives what a careful printer would set. Text that is set
 * already does not change.
 */
#ifndef BASE_TYPOGRAPHY_H
#define BASE_TYPOGRAPHY_H

#include "base/buf.h"
#include "base/lang.h"

/*
 * Appends the text, set in the language. URLs, e-mail addresses, times and
 * `code` spans stay as they are; {holes} too.
 * Both languages: "..." becomes an ellipsis; a number and its unit (3 years), a
 * day and its month, "§ 3", "art. 5", "p. 3" are held together by U+00A0.
 * French: « x » holds U+00A0 inside, as does "x", which becomes one; U+00A0 stands
 * before ':', U+202F before ';', '!' and '?', where a space or a word comes before
 * and none follows; U+202F groups the digits of 4 000; "n° 5"; every ' is ’.
 * English: an apostrophe is ’ and "x" is “x”; 'x', straight, is left: it quotes
 * an identifier.
 */
void typography_add(struct buf *out, struct str text, enum lang lang);
/* True when the text surely stays as it is: it holds none of the signs that are ever set. */
bool typography_keeps(struct str text, enum lang lang);

#endif
