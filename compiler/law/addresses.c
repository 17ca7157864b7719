/*
 * Where an instrument can be read: its address on EUR-Lex or Légifrance, built from the
 * official identifier alone. Gives nothing for identifiers of other kinds (the numbers
 * of opinions).
 */
#include <string.h>

#include "law/law.h"

/* Regulations and directives have an ELI that their CELEX number gives: 3, year, letter,
 * four digits. That of a decision depends on who took it, so it is cited by CELEX. */
static void add_eur_lex(struct buf *out, const char *celex, enum lang lang)
{
	static const char HOST[] = "https://eur-lex.europa.eu/";
	char letter = strlen(celex) == 10 && celex[0] == '3' ? celex[5] : '\0';

	if (letter == 'R' || letter == 'L')
		buf_add_format(out, "%seli/%s/%.4s/%s/oj", HOST, letter == 'R' ? "reg" : "dir", celex + 1,
			       celex + 6 + strspn(celex + 6, "0"));
	else
		buf_add_format(out, "%slegal-content/%s/TXT/?uri=CELEX:%s", HOST,
			       lang == LANG_FR ? "FR" : "EN", celex);
}

static const char *after(const char *identifier, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(identifier, prefix, n) ? NULL : identifier + n;
}

/* Codes are told from other consolidated texts by their English name: a "Code". */
void law_add_instrument_url(struct buf *out, enum instrument instrument, enum lang lang)
{
	static const char HOST[] = "https://www.legifrance.gouv.fr/";
	const char *identifier = law_identifier(instrument), *rest;
	bool is_code = strstr(law_instrument_name(instrument).in[LANG_EN], "Code") != NULL;

	if ((rest = after(identifier, "CELEX:")))
		add_eur_lex(out, rest, lang);
	else if ((rest = after(identifier, "ELI:")))
		buf_add_format(out, "%seli/%s/jo/texte", HOST, rest);
	else if (after(identifier, "LEGITEXT"))
		buf_add_format(out, "%s%s/%s", HOST, is_code ? "codes/texte_lc" : "loda/id", identifier);
	else if (after(identifier, "JORFTEXT"))
		buf_add_format(out, "%sjorf/id/%s", HOST, identifier);
}
