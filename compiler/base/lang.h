/*
 * The two languages of polc, and a constant text held in both.
 * A row of any table gives French first, then English, on adjacent lines, so
 * that a missing translation does not compile.
 */
#ifndef BASE_LANG_H
#define BASE_LANG_H

enum lang { LANG_FR, LANG_EN, LANG_COUNT };

/* A constant text in both languages: words.in[LANG_FR]. Never NULL in a table. */
struct words {
	const char *in[LANG_COUNT];
};

#define WORDS(fr, en)                                                                                        \
	{                                                                                                    \
		{                                                                                            \
			fr, en                                                                               \
		}                                                                                            \
	}

/* "fr" or "en": the BCP 47 tag. */
const char *lang_tag(enum lang lang);

/* The other of the two. */
static inline enum lang lang_other(enum lang lang)
{
	return lang == LANG_FR ? LANG_EN : LANG_FR;
}

/* Reads "fr" or "en" into *lang; 0, or -1 when the word is neither. */
int lang_of_tag(const char *tag, unsigned long n, enum lang *lang);

#endif
