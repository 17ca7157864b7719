/*
 * The growing byte buffer. Doubles when full; keeps one NUL behind its bytes.
 * Refuses nothing: out of memory ends the process (base/memory.c).
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { FIRST_CAPACITY = 64 };

/* Room for n more bytes and the NUL. */
static char *buf_room(struct buf *buf, size_t n)
{
	size_t capacity = buf->capacity ? buf->capacity : FIRST_CAPACITY;

	if (buf->capacity - buf->n > n)
		return buf->s + buf->n;
	while (capacity - buf->n <= n)
		capacity *= 2;
	buf->s = memory_grow(buf->s, capacity);
	buf->capacity = capacity;
	return buf->s + buf->n;
}

void buf_init(struct buf *buf)
{
	*buf = (struct buf)BUF_INIT;
}

void buf_release(struct buf *buf)
{
	free(buf->s);
	buf_init(buf);
}

void buf_reset(struct buf *buf)
{
	buf->n = 0;
	if (buf->s)
		buf->s[0] = '\0';
}

void buf_add(struct buf *buf, const void *bytes, size_t n)
{
	char *to = buf_room(buf, n);
	if (n)
		memcpy(to, bytes, n);
	to[n] = '\0';
	buf->n += n;
}

void buf_add_char(struct buf *buf, char c)
{
	char *to = buf_room(buf, 1);
	to[0] = c;
	to[1] = '\0';
	buf->n++;
}

void buf_add_str(struct buf *buf, struct str s)
{
	buf_add(buf, s.s, s.n);
}

void buf_add_text(struct buf *buf, const char *nul_terminated)
{
	buf_add(buf, nul_terminated, strlen(nul_terminated));
}

void buf_add_format(struct buf *buf, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n <= 0)
		return;
	buf_room(buf, (size_t)n);
	va_start(args, format);
	vsnprintf(buf->s + buf->n, (size_t)n + 1, format, args);
	va_end(args);
	buf->n += (size_t)n;
}

void buf_add_repeat(struct buf *buf, char c, size_t n)
{
	char *to = buf_room(buf, n);
	memset(to, c, n);
	to[n] = '\0';
	buf->n += n;
}

struct str buf_str(const struct buf *buf)
{
	return (struct str) { buf->s ? buf->s : "", buf->n };
}
