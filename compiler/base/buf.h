/*
 * A growing byte buffer on the heap, for outputs and for text being built.
 * s is always NUL-terminated once something was added; n does not count the NUL.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <string.h>

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
/* Makes room for n more bytes and the NUL. */
void buf_grow(struct buf *buf, size_t n);

/* Where n more bytes may be written; the caller then raises buf->n and keeps the NUL. */
static inline char *buf_room(struct buf *buf, size_t n)
{
	if (buf->capacity - buf->n <= n)
		buf_grow(buf, n);
	return buf->s + buf->n;
}

static inline void buf_add(struct buf *buf, const void *bytes, size_t n)
{
	char *to = buf_room(buf, n);

	if (n)
		memcpy(to, bytes, n);
	to[n] = '\0';
	buf->n += n;
}

static inline void buf_add_char(struct buf *buf, char c)
{
	char *to = buf_room(buf, 1);

	to[0] = c;
	to[1] = '\0';
	buf->n++;
}

static inline void buf_add_str(struct buf *buf, struct str s)
{
	buf_add(buf, s.s, s.n);
}

static inline void buf_add_text(struct buf *buf, const char *nul_terminated)
{
	buf_add(buf, nul_terminated, strlen(nul_terminated));
}

void buf_add_format(struct buf *buf, const char *format, ...)
		__attribute__((format(printf, 2, 3), nonnull(2)));
/* n times the character. */
static inline void buf_add_repeat(struct buf *buf, char c, size_t n)
{
	char *to = buf_room(buf, n);

	memset(to, c, n);
	to[n] = '\0';
	buf->n += n;
}

/* Its bytes, valid until the next change. */
static inline struct str buf_str(const struct buf *buf)
{
	return (struct str) { buf->s ? buf->s : "", buf->n };
}

#endif
