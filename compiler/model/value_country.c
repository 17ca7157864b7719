/*
 * Countries: ISO 3166-1 codes of two letters, EU and EEA. A country's name in
 * either language, or another usual code, is reported with the code to write.
 */
#include "model/reading.h"
#include "model/complain.h"

/* Codes in use that ISO 3166-1 does not have. */
static const struct {
	const char *used, *code;
} usual[] = { { "UE", "EU" }, { "EEE", "EEA" }, { "UK", "GB" }, { "EL", "GR" }, { "USA", "US" } };

static const struct country *of_usual(struct str code)
{
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++) {
		if (str_is(code, usual[i].used))
			return law_country(str_of(usual[i].code));
	}
	return NULL;
}

/* The country of that name in either language, folded; every code is tried. */
static const struct country *of_name(struct builder *b, struct str folded)
{
	for (int i = 0; i < 26 * 26; i++) {
		char code[2] = { (char)('A' + i / 26), (char)('A' + i % 26) };
		const struct country *country = law_country((struct str) { code, 2 });
		for (int lang = 0; country && lang < LANG_COUNT; lang++) {
			if (str_eq(utf8_fold(b->arena, str_of(country->name.in[lang])), folded))
				return country;
		}
	}
	return NULL;
}

static struct str upper(struct arena *arena, struct str s)
{
	char *bytes = arena_alloc(arena, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		bytes[i] = s.s[i] >= 'a' && s.s[i] <= 'z' ? (char)(s.s[i] - 32) : s.s[i];
	return (struct str) { bytes, s.n };
}

struct value *value_country(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct builder *b = r->b;
	struct value *value = value_new(r, VALUE_COUNTRY, written);
	const struct country *country = law_country(written->text);
	struct diag *diag;

	if (!country && written->text.n <= 3)
		country = law_country(upper(b->arena, written->text));
	value->as.country = country;
	if (country && written->kind == TOKEN_WORD)
		return value;
	if (!country)
		country = of_usual(upper(b->arena, written->text));
	if (!country)
		country = of_name(b, written_fold(b, written));
	if (!country)
		return complain_hole(r, MODEL_VALUE, written);
	value->as.country = country;
	diag = complain(b, MODEL_COUNTRY_FORM, written->span);
	diag_add_arg(b->findings, diag, "meant", str_of(country->code));
	diag_add_fix(b->findings, diag, written->span, str_of(country->code), TRUST_SAFE);
	return value;
}
