/*
 * Escaping by table: runs of bytes that need none are copied whole. What no
 * output may hold (control characters, noncharacters) becomes U+FFFD in all.
 */
#ifndef RENDER_ESCAPE_H
#define RENDER_ESCAPE_H

#include "base/buf.h"

#define ESCAPE_REPLACEMENT "\xEF\xBF\xBD"

/* A table gives, by byte, what to write in its place; NULL: the byte itself. */
extern const char *const escape_html[256]; /* texts and double-quoted attributes */
extern const char *const escape_xml[256];
extern const char *const escape_xml_attribute[256]; /* line ends and tabs survive */
extern const char *const escape_control[256];	    /* nothing but what no output may hold */

/* Appends valid UTF-8 text through the table. */
void escape_add(struct buf *out, struct str text, const char *const table[256]);

/* The length of the code point at text.s[i] when it is a C1 control or a
 * noncharacter (U+FDD0..U+FDEF, U+xxFFFE, U+xxFFFF), else 0. */
size_t escape_forbidden_at(struct str text, size_t i);

#endif
