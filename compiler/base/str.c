/*
 * Text operations on pointer and length. Takes any bytes, NUL included; white
 * space is that of ASCII, whatever the locale.
 */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct str str_new(struct arena *arena, size_t n, char **bytes)
{
	*bytes = arena_alloc_unset(arena, n + 1);
	(*bytes)[n] = '\0';
	return (struct str) { *bytes, n };
}

bool str_is_blank(struct str s)
{
	return str_trim(s).n == 0;
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.s, b.s, n) : 0;
	return order ? order : (a.n > b.n) - (a.n < b.n);
}

size_t str_find(struct str s, const char *needle, size_t from)
{
	size_t n = strlen(needle);

	if (n == 0)
		return from < s.n ? from : s.n;
	while (from < s.n && n <= s.n - from) {
		const char *hit = memchr(s.s + from, needle[0], s.n - from - n + 1);
		if (!hit)
			break;
		if (memcmp(hit, needle, n) == 0)
			return (size_t)(hit - s.s);
		from = (size_t)(hit - s.s) + 1;
	}
	return s.n;
}

struct str str_trim(struct str s)
{
	size_t start = 0, end = s.n;
	while (start < end && is_space(s.s[start]))
		start++;
	while (end > start && is_space(s.s[end - 1]))
		end--;
	return str_part(s, start, end);
}

struct str str_copy(struct arena *arena, struct str s)
{
	return str_join(arena, s, (struct str) { "", 0 });
}

struct str str_join(struct arena *arena, struct str a, struct str b)
{
	char *bytes;
	struct str joined = str_new(arena, a.n + b.n, &bytes);
	if (a.n)
		memcpy(bytes, a.s, a.n);
	if (b.n)
		memcpy(bytes + a.n, b.s, b.n);
	return joined;
}

struct str str_format(struct arena *arena, const char *format, ...)
{
	struct str s;
	va_list args;
	char *bytes;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	s = str_new(arena, n > 0 ? (size_t)n : 0, &bytes);
	va_start(args, format);
	vsnprintf(bytes, s.n + 1, format, args);
	va_end(args);
	return s;
}
