/*
 * What authors usually write instead of a word or a keyword of the language.
 * Takes what was written, in any spelling, gives what it stands for in usual.def.
 */
#include "model/complain.h"

struct usual_word {
	enum vocabulary vocabulary;
	enum word word;
	struct words forms;
};

struct usual_keyword {
	struct words keyword, forms;
};

static const struct usual_word words[] = {
#define USUAL_WORD(v, w, fr, en) { VOCABULARY_##v, WORD_##v##_##w, WORDS(fr, en) },
#define USUAL_KEYWORD(fr_keyword, en_keyword, fr, en)
#include "model/usual.def"
#undef USUAL_WORD
#undef USUAL_KEYWORD
};

static const struct usual_keyword keywords[] = {
#define USUAL_WORD(v, w, fr, en)
#define USUAL_KEYWORD(fr_keyword, en_keyword, fr, en) { WORDS(fr_keyword, en_keyword), WORDS(fr, en) },
#include "model/usual.def"
#undef USUAL_WORD
#undef USUAL_KEYWORD
};

/* What may stand before a name, in either language, in this order. */
static struct str without_article(struct str form)
{
	static const char *const articles[] = { "de-la-", "de-l-", "du-",  "la-",      "le-",
						"les-",	  "l-",	   "the-", "article-", "art-" };

	for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++) {
		if (str_has_prefix(form, articles[i]))
			form = str_part(form, strlen(articles[i]), form.n);
	}
	return form;
}

struct str usual_form(struct builder *b, struct str written)
{
	struct str folded = utf8_fold(b->arena, written);
	char *to = arena_alloc(b->arena, folded.n + 1);
	struct str form = { to, 0 };

	for (size_t i = 0; i < folded.n; i++) {
		char c = folded.s[i];
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			to[form.n++] = c;
		else if (form.n && to[form.n - 1] != '-')
			to[form.n++] = '-';
	}
	if (form.n && to[form.n - 1] == '-')
		form.n--;
	return without_article(form);
}

/* True when one of the forms, separated by spaces, is this one. */
static bool is_among(const char *forms, struct str form)
{
	while (*forms) {
		size_t n = strcspn(forms, " ");
		if (n == form.n && memcmp(forms, form.s, n) == 0)
			return true;
		forms += n + (forms[n] == ' ');
	}
	return false;
}

enum word usual_word(struct builder *b, enum vocabulary vocabulary, struct str written)
{
	struct str form = usual_form(b, written);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (words[i].vocabulary == vocabulary && is_among(words[i].forms.in[b->lang], form))
			return words[i].word;
	}
	return WORD_NONE;
}

int usual_field(struct builder *b, enum block block, struct str written)
{
	struct str form = usual_form(b, written);

	for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
		int field;
		if (!is_among(keywords[i].forms.in[b->lang], form))
			continue;
		field = schema_field(block, utf8_fold(b->arena, str_of(keywords[i].keyword.in[b->lang])),
				     b->lang);
		if (field >= 0)
			return field;
	}
	return -1;
}
