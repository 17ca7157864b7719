/*
 * GDPR-12-2-LIMIT: a limit on rights needs a ground in the Regulation or in national
 * law. Takes a citation as lawyers write it: "RGPD, art. 12, § 5", "GDPR Art. 12(5)",
 * "CRPA, art. L. 311-6".
 */
#include "rules/engine.h"

/* The provisions of the Regulation that limit a right; paragraph 0: the article. */
static const struct {
	long article, paragraph;
} grounds[] = {
	{ 11, 2 }, { 12, 5 }, { 13, 4 }, { 14, 5 }, { 15, 4 }, { 17, 3 },
	{ 18, 2 }, { 20, 3 }, { 20, 4 }, { 21, 1 }, { 23, 0 },
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The next number of the text at or after *at, or -1. */
static long next_number(struct str text, size_t *at)
{
	long number = 0;

	while (*at < text.n && !is_digit(text.s[*at]))
		++*at;
	if (*at == text.n)
		return -1;
	for (; *at < text.n && is_digit(text.s[*at]); ++*at)
		number = number < 100000 ? number * 10 + (text.s[*at] - '0') : number;
	return number;
}

static bool names(struct str folded, const char *word)
{
	return str_find(folded, word, 0) < folded.n;
}

/* The Regulation, by name or number, or a bare article. */
static bool is_of_regulation(struct str folded)
{
	static const char *const national[] = { "loi", "code",	  "decret",	 "ordonnance",
						"act", "statute", "lil",	 "l.",
						"r.",  "crpa",	  "regulations", "bdsg" };

	if (names(folded, "rgpd") || names(folded, "gdpr") || names(folded, "2016/679"))
		return true;
	for (size_t i = 0; i < sizeof(national) / sizeof(national[0]); i++) {
		if (names(folded, national[i]))
			return false;
	}
	return true;
}

static bool is_ground(struct rules_run *run, struct str written)
{
	struct str folded = utf8_fold(run->arena, written);
	size_t start = str_find(folded, "art", 0), at = 0;
	long article, paragraph;

	if (!is_of_regulation(folded))
		return next_number(folded, &at) >= 0;
	at = start < folded.n ? start : 0;
	article = next_number(folded, &at);
	paragraph = next_number(folded, &at);
	for (size_t i = 0; i < sizeof(grounds) / sizeof(grounds[0]); i++) {
		if (grounds[i].article == article &&
		    (!grounds[i].paragraph || grounds[i].paragraph == paragraph))
			return true;
	}
	return false;
}

void check_limit_grounded(struct rules_run *run, const struct rule *rule, const struct object *limit)
{
	struct value *ground = object_value(limit, LIMIT_GROUND);

	if (object_has(limit, LIMIT_GROUND) && (!ground || ground->kind != VALUE_NAME))
		return;
	if (ground && is_ground(run, ground->as.name))
		return;
	rule_arg_text(run,
		      rule_fire(run, rule, limit, object_place(limit, ground ? LIMIT_GROUND : LIMIT_TEXT)),
		      "text", object_text(limit, LIMIT_TEXT));
}
