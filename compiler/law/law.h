/*
 * Legal instruments, citations, supervisory authorities and countries, as tables. The
 * source of each table, and the day on which it was reviewed, stand in law/tables.def.
 */
#ifndef LAW_LAW_H
#define LAW_LAW_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/lang.h"

/* The instruments of law/instruments.def: a short name in both languages and, for
 * statutes, the official identifier (ELI, CELEX, LEGITEXT). */
enum instrument {
	INSTRUMENT_NONE,
#define INSTRUMENT(name, ...) INSTRUMENT_##name,
#include "law/instruments.def"
#undef INSTRUMENT
	INSTRUMENT_COUNT
};

/* One provision. `at` is written as the GDPR's English text cites itself,
 * "13(1)(a)", or as plain text in the words of each language after '|':
 * "annexe|annex". NULL: the whole instrument. */
struct citation {
	enum instrument instrument;
	const char *at;
};

/* Citations of a table row: LAW(CITE(GDPR, "13(1)(a)"), CITE(WP260, "annexe|annex")). */
#define CITE(name, at)                                                                                       \
	{                                                                                                    \
		INSTRUMENT_##name, (at)                                                                      \
	}
#define LAW(...) ((const struct citation[]) { __VA_ARGS__, { INSTRUMENT_NONE, NULL } })

/* Appends "GDPR Art. 13(1)(a); WP260 annex" or "RGPD, art. 13, § 1, point a) ; ...". */
void law_add_citations(struct buf *out, const struct citation *law, enum lang lang);

/* The instrument's official identifier, "CELEX:32016R0679"; "" for a body whose documents
 * are cited by their own numbers (EDPB, CNIL, courts). */
const char *law_identifier(enum instrument instrument);
/* Appends its address on EUR-Lex or Légifrance; nothing without such an identifier. */
void law_add_instrument_url(struct buf *out, enum instrument instrument, enum lang lang);
/* Is it an act of France, or a body that applies French law (the CNIL, the Council of State)? */
bool law_is_french(enum instrument instrument);
/* Its short name, as citations begin. */
struct words law_instrument_name(enum instrument instrument);
/* Appends in English a provision that a policy names in French: "code de commerce, art.
 * L. 123-22" as "French Commercial Code, Art. L. 123-22". False, and nothing appended,
 * where the text is more, or other, than articles of an instrument of the table, or names
 * a French one not `in_france`: other countries have a code civil too. */
bool law_add_provision_in_english(struct buf *out, struct arena *arena, struct str provision, bool in_france);

/* ISO 3166-1 countries, with EU and EEA; law/countries.def. */
struct country {
	char code[4];
	struct words name; /* "États-Unis", "United States" */
	struct words in;   /* "aux États-Unis", "in the United States" */
	bool eea;	   /* a Member State of the Union or an EEA State (or EU, EEA themselves) */
	bool eu;
};
/* The country of an upper-case code, or NULL. */
const struct country *law_country(struct str code);
/* Row i of the table, in byte order of the codes; NULL behind the last. For "did you
 * mean", completion and the reference. */
const struct country *law_country_at(size_t i);

/* A supervisory authority; law/authorities.def. Empty strings where not known. */
struct authority {
	const char *id;	     /* as sources write it: "cnil" */
	const char *country; /* ISO code */
	bool competent;	     /* the general authority of its country, not one of a Land or a church */
	struct words name;
	const char *address; /* lines separated by '\n' */
	const char *phone;
	const char *email;
	const char *site;
	const char *form; /* the page where a complaint is lodged */
};
const struct authority *law_authority(struct str id);
/* Row i of the table, in byte order of the identifiers; NULL behind the last. */
const struct authority *law_authority_at(size_t i);
/* The general authority of a country, or NULL (Germany has none alone: the federal one). */
const struct authority *law_authority_of(struct str country);

#endif
