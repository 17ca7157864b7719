/*
 * Private to base/typography*.c: the state of one typography_add(), and what its
 * handlers share. Nobody else includes this.
 */
#ifndef BASE_TYPOGRAPHY_SETTER_H
#define BASE_TYPOGRAPHY_SETTER_H

#include "base/buf.h"
#include "base/lang.h"

#define NO_BREAK	"\xC2\xA0"
#define NARROW_NO_BREAK "\xE2\x80\xAF"

struct setter {
	struct buf *out;
	size_t start; /* of what this call appended to out */
	struct str in;
	size_t i; /* the next byte of `in` */
	enum lang lang;
	bool quote_open;      /* a straight double quote was opened */
	bool identifier_open; /* English: a straight single quote was opened */
};

static inline bool byte_is_letter(unsigned char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static inline bool byte_is_digit(unsigned char byte)
{
	return byte >= '0' && byte <= '9';
}

/* The byte of `in` at i, or NUL past its end. */
static inline unsigned char setter_byte(const struct setter *setter, size_t i)
{
	return i < setter->in.n ? (unsigned char)setter->in.s[i] : '\0';
}

/* The length of the space at i, plain or no-break; 0: none. */
static inline size_t setter_space_at(const struct setter *setter, size_t i)
{
	unsigned char first = setter_byte(setter, i);

	if (first == ' ')
		return 1;
	if (first == 0xC2 && setter_byte(setter, i + 1) == 0xA0)
		return sizeof(NO_BREAK) - 1;
	if (first == 0xE2 && setter_byte(setter, i + 1) == 0x80 && setter_byte(setter, i + 2) == 0xAF)
		return sizeof(NARROW_NO_BREAK) - 1;
	return 0;
}

/* Appends the next n bytes of `in` as they are. */
void setter_copy(struct setter *setter, size_t n);
/* What this call has appended so far. */
struct str setter_done(const struct setter *setter);
/* True when a letter or digit of any script was appended last. */
bool setter_is_after_word(const struct setter *setter);

/* At a digit: the number, its groups of digits and its unit. */
void setter_set_number(struct setter *setter);
/* At a byte C2: a sign of Latin-1, kept to what it numbers. */
void setter_set_sign(struct setter *setter);
/* Behind a full stop just appended: an abbreviation, kept to what it numbers. */
void setter_set_abbreviation(struct setter *setter);

#endif
