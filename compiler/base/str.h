/*
 * Text as a pointer and a length in bytes; not NUL-terminated unless said.
 * A struct str never owns its bytes: the arena or buffer behind it does.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct arena;

struct str {
	const char *s;
	size_t n;
};

/* A string literal as a struct str, in an initialiser or an expression. */
#define STR(literal) ((struct str) { (literal), sizeof(literal) - 1 })
/* The two arguments of printf's "%.*s". */
#define STR_ARGS(str) (int)(str).n, (str).s

static inline struct str str_of(const char *nul_terminated)
{
	return (struct str) { nul_terminated, strlen(nul_terminated) };
}

static inline bool str_is_empty(struct str s)
{
	return s.n == 0;
}

/* True for the empty string and for white space alone. */
bool str_is_blank(struct str s);

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

static inline bool str_is(struct str a, const char *nul_terminated)
{
	return str_eq(a, str_of(nul_terminated));
}

/* Byte order: <0, 0, >0; a prefix sorts first. */
int str_cmp(struct str a, struct str b);

static inline bool str_has_prefix(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);
	return s.n >= n && (n == 0 || memcmp(s.s, prefix, n) == 0);
}

static inline bool str_has_suffix(struct str s, const char *suffix)
{
	size_t n = strlen(suffix);
	return s.n >= n && (n == 0 || memcmp(s.s + s.n - n, suffix, n) == 0);
}

/* Offset of the first needle at or after `from`, or s.n when there is none. */
size_t str_find(struct str s, const char *needle, size_t from);

/* The part [start, end) of s; both are clamped to s. */
static inline struct str str_part(struct str s, size_t start, size_t end)
{
	if (end > s.n)
		end = s.n;
	if (start > end)
		start = end;
	return start ? (struct str) { s.s + start, end - start } : (struct str) { s.s, end };
}

/* Without leading and trailing white space. */
struct str str_trim(struct str s);
/* A copy in the arena, NUL-terminated behind its n bytes. */
struct str str_copy(struct arena *arena, struct str s);
/* printf into the arena, NUL-terminated. */
struct str str_format(struct arena *arena, const char *format, ...)
		__attribute__((format(printf, 2, 3), nonnull(2)));
/* a, then b, in the arena. */
struct str str_join(struct arena *arena, struct str a, struct str b);

#endif
