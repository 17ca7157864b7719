/*
 * The growing byte buffer. Doubles when full; keeps one NUL behind its bytes.
 * Refuses nothing: out of memory ends the process (base/memory.c).
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

enum { FIRST_CAPACITY = 64 };

void buf_grow(struct buf *buf, size_t n)
{
	size_t capacity = buf->capacity ? buf->capacity : FIRST_CAPACITY;

	while (capacity - buf->n <= n)
		capacity *= 2;
	buf->s = memory_grow(buf->s, capacity);
	buf->capacity = capacity;
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
