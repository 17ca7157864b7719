/*
 * A growing byte buffer on the heap, for outputs and for text being built.
 * s is always NUL-terminated once something was added; n does not count the NUL.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
	char *s;
	size_t n;
	size_t capacity;
};

#define BUF_INIT                                                                                             \
	{                                                                                                    \
		NULL, 0, 0                                                                                   \
	}

void buf_init(struct buf *buf);
void buf_release(struct buf *buf);
/* Empties it and keeps its memory. */
void buf_reset(struct buf *buf);
void buf_add(struct buf *buf, const void *bytes, size_t n);
void buf_add_char(struct buf *buf, char c);
void buf_add_str(struct buf *buf, struct str s);
void buf_add_text(struct buf *buf, const char *nul_terminated);
void buf_add_format(struct buf *buf, const char *format, ...)
		__attribute__((format(printf, 2, 3), nonnull(2)));
/* n times the character. */
void buf_add_repeat(struct buf *buf, char c, size_t n);
/* Its bytes, valid until the next change. */
struct str buf_str(const struct buf *buf);

#endif
