/*
 * UTF-8 and Unicode: decoding, normal form, folding and width (utf8proc).
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdint.h>

#include "base/str.h"

struct arena;
struct buf;

/* Decodes one code point at s[*i] and moves *i past it; UTF8_INVALID (and *i
 * one byte on) where the bytes are not UTF-8. */
#define UTF8_INVALID UINT32_MAX
uint32_t utf8_next(struct str s, size_t *i);
/* Offset of the first byte that is not valid UTF-8, or s.n when all are. */
size_t utf8_invalid_at(struct str s);
/* A place at or after i, near the first byte that is not plain, or s.n when there is none.
 * Plain is what no output format gives a meaning to or refuses, wherever it stands in a
 * line: not markup of HTML, XML or Markdown, not a control character nor a noncharacter. */
size_t utf8_skip_plain(struct str s, size_t i);
bool utf8_is_plain(struct str s);
void utf8_add(struct buf *buf, uint32_t code_point);
/* Code points in s. */
size_t utf8_length(struct str s);
/* Terminal columns that s takes; a tab counts as one. */
size_t utf8_width(struct str s);
/* The NFC form: s itself when it already is, else a copy in the arena. */
struct str utf8_nfc(struct arena *arena, struct str s);
/* The form in which keywords and vocabulary words are compared: NFC, lower
 * case, accents and cedillas dropped, œ as oe, every apostrophe as '-'. */
struct str utf8_fold(struct arena *arena, struct str s);
/* One of the bidirectional control characters of Trojan Source (CVE-2021-42574). */
bool utf8_is_bidi_control(uint32_t code_point);
/* Edit distance (Damerau, adjacent swaps) in code points, at most `limit`+1, which
 * is also what texts of 128 bytes and more get, unless they are equal. */
size_t utf8_distance(struct str a, struct str b, size_t limit);

#endif
