/*
 * The tags of the two languages. Takes and gives "fr" and "en"; refuses any
 * other word, upper case and regional tags included.
 */
#include "base/lang.h"

#include <string.h>

static const char *const tags[LANG_COUNT] = {
	[LANG_FR] = "fr",
	[LANG_EN] = "en",
};

const char *lang_tag(enum lang lang)
{
	return tags[lang];
}

int lang_of_tag(const char *tag, unsigned long n, enum lang *lang)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		if (n == strlen(tags[i]) && memcmp(tag, tags[i], n) == 0) {
			*lang = (enum lang)i;
			return 0;
		}
	}
	return -1;
}
