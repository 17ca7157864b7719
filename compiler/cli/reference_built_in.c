/*
 * The part of the reference page on what polc brings along: events, supervisory
 * authorities and the clauses that an author can replace, from their own tables.
 */
#include "cli/reference.h"

#include "base/typography.h"
#include "law/law.h"
#include "wording/wording.h"

enum heading { EVENTS, EVENTS_HEAD, AUTHORITIES, AUTHORITIES_HEAD, CLAUSES, CLAUSES_HEAD, HEADING_COUNT };
static const struct words headings[HEADING_COUNT] = {
	[EVENTS] = WORDS("Évènements prédéfinis", "Built-in events"),
	[EVENTS_HEAD] = WORDS("| évènement | en anglais | sur la page |",
			      "| event | in French | on the page |"),
	[AUTHORITIES] = WORDS("Autorités de contrôle prédéfinies", "Built-in supervisory authorities"),
	[AUTHORITIES_HEAD] = WORDS("| autorité | pays | nom |", "| authority | country | name |"),
	[CLAUSES] = WORDS("Clauses, que « rédaction » remplace", "Clauses, which `wording` replaces"),
	[CLAUSES_HEAD] = WORDS("| clause | texte |", "| clause | text |"),
};

static const struct event_row {
	struct words id;
	struct words label;
} events[] = {
#define EVENT(name, fr_id, en_id, fr, en) { WORDS(fr_id, en_id), WORDS(fr, en) },
#include "grammar/events.def"
#undef EVENT
};

static void add_table(struct buf *out, enum heading title, enum heading head, unsigned columns,
		      enum lang lang)
{
	buf_add_text(out, "\n## ");
	typography_add(out, str_of(headings[title].in[lang]), lang);
	buf_add_format(out, "\n\n%s\n|", headings[head].in[lang]);
	for (unsigned i = 0; i < columns; i++)
		buf_add_text(out, " --- |");
	buf_add_char(out, '\n');
}

static void add_events(struct buf *out, enum lang lang)
{
	add_table(out, EVENTS, EVENTS_HEAD, 3, lang);
	for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++) {
		buf_add_format(out, "| `%s` | `%s` | ", events[i].id.in[lang],
			       events[i].id.in[lang_other(lang)]);
		typography_add(out, str_of(events[i].label.in[lang]), lang);
		buf_add_text(out, " |\n");
	}
}

static void add_authorities(struct buf *out, enum lang lang)
{
	const struct authority *authority;

	add_table(out, AUTHORITIES, AUTHORITIES_HEAD, 3, lang);
	for (size_t i = 0; (authority = law_authority_at(i)); i++)
		buf_add_format(out, "| `%s` | %s | %s |\n", authority->id, authority->country,
			       authority->name.in[lang]);
}

static void add_clauses(struct buf *out, enum lang lang)
{
	add_table(out, CLAUSES, CLAUSES_HEAD, 2, lang);
	for (int clause = 0; clause < CLAUSE_COUNT; clause++) {
		buf_add_format(out, "| `%s` | ", wording_clause_id((enum clause)clause));
		typography_add(out, wording_built_in((enum clause)clause, lang), lang);
		buf_add_text(out, " |\n");
	}
}

void reference_add_built_in(struct buf *out, enum lang lang)
{
	add_events(out, lang);
	add_authorities(out, lang);
	add_clauses(out, lang);
}
