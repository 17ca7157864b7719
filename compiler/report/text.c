/*
 * The words of findings, shared by all emitters: level names, messages, labels,
 * help, citations, fixes and the summary. Takes the constant texts of codes, sets
 * their typography, then fills their holes with arguments as they are.
 */
#include "report/report.h"

#include <string.h>

#include "base/typography.h"
#include "base/utf8.h"
#include "law/law.h"

enum {
	EXTRACT_LIMIT = 60,
	COMMAND_BRACKET = 0x2045, /* in the place of '[' */
};

/* A level, or another thing that is counted, by one and by many. */
struct counted {
	struct words one, many;
};

static const struct counted levels[] = {
	[LEVEL_NOTE] = { WORDS("note", "note"), WORDS("notes", "notes") },
	[LEVEL_WARNING] = { WORDS("avertissement", "warning"), WORDS("avertissements", "warnings") },
	[LEVEL_ERROR] = { WORDS("erreur", "error"), WORDS("erreurs", "errors") },
};

static const struct counted waived_words = { WORDS("dérogation", "waived"), WORDS("dérogations", "waived") };

static const struct counted known_words = { WORDS("constat déjà connu", "already known"),
					    WORDS("constats déjà connus", "already known") };

static const struct counted hidden_words = {
	WORDS("constat non affiché", "finding not shown"),
	WORDS("constats non affichés", "findings not shown"),
};

static const struct words no_findings = WORDS("aucun constat", "no findings");

const char *report_level(enum level level, enum lang lang)
{
	return levels[level].one.in[lang];
}

bool report_shows(const struct diag *diag, const struct report_options *options)
{
	return (!diag->waived && !diag->known) || options->show_waived;
}

/* What stands for a code point that must not reach a terminal; 0: it may. */
static uint32_t visible_sign(uint32_t code_point)
{
	if (code_point < 0x20)
		return 0x2400 + code_point;
	if (code_point == 0x7F)
		return 0x2421;
	if (code_point == UTF8_INVALID || (code_point >= 0x80 && code_point < 0xA0))
		return 0xFFFD;
	if (code_point == 0x2028 || code_point == 0x2029 || utf8_is_bidi_control(code_point))
		return 0xFFFD;
	return 0;
}

/* Is the bracket the end of "##[" or "##vso[", which pipelines obey anywhere in a line of their log? */
static bool ends_command(struct str text, size_t bracket)
{
	size_t i = bracket;

	while (i && text.s[i - 1] >= 'a' && text.s[i - 1] <= 'z')
		i--;
	return i >= 2 && text.s[i - 1] == '#' && text.s[i - 2] == '#';
}

void report_add_visible(struct buf *out, struct str text)
{
	size_t done = 0, i = 0;

	while (i < text.n) {
		size_t at = i;
		uint32_t sign;

		if (text.s[i] == '[' && ends_command(text, i)) {
			sign = COMMAND_BRACKET;
			i++;
		} else if (text.s[i] >= ' ' && text.s[i] < 0x7F) {
			i++;
			continue;
		} else {
			sign = visible_sign(utf8_next(text, &i));
		}
		if (!sign)
			continue;
		buf_add_str(out, str_part(text, done, at));
		utf8_add(out, sign);
		done = i;
	}
	buf_add_str(out, str_part(text, done, text.n));
}

/* The template, set and filled; in one line or in its own lines. */
static void add_text(struct buf *out, const char *text, const struct diag *diag, enum lang lang,
		     bool one_line)
{
	struct buf set = BUF_INIT, filled = BUF_INIT;
	size_t start = 0, end;

	typography_add(&set, str_of(text), lang);
	diag_fill(&filled, set.s ? set.s : "", diag, lang);
	while ((end = str_find(buf_str(&filled), "\n", start)) < filled.n) {
		report_add_visible(out, str_part(buf_str(&filled), start, end));
		buf_add_char(out, one_line ? ' ' : '\n');
		start = end + 1;
	}
	report_add_visible(out, str_part(buf_str(&filled), start, end));
	buf_release(&set);
	buf_release(&filled);
}

void report_add_message(struct buf *out, const struct diag *diag, enum lang lang)
{
	add_text(out, diag->code->message.in[lang], diag, lang, true);
}

void report_add_help(struct buf *out, const struct diag *diag, enum lang lang)
{
	add_text(out, diag->code->help.in[lang], diag, lang, false);
}

void report_add_label(struct buf *out, const struct diag *diag, const struct diag_label *label,
		      enum lang lang)
{
	add_text(out, label->text.in[lang], diag, lang, true);
}

void report_add_law(struct buf *out, const struct diag *diag, enum lang lang)
{
	struct buf plain = BUF_INIT;

	if (!diag->law)
		return;
	law_add_citations(&plain, diag->law, lang);
	typography_add(out, buf_str(&plain), lang);
	buf_release(&plain);
}

/* The first line of a text, cut when it is long. */
static struct str extract(struct arena *arena, struct str text)
{
	size_t line = str_find(text, "\n", 0), end = 0;

	for (int n = 0; end < line && n < EXTRACT_LIMIT; n++)
		utf8_next(text, &end);
	return end < text.n ? str_join(arena, str_part(text, 0, end), STR("…")) : text;
}

enum fix_kind { FIX_REPLACE, FIX_INSERT, FIX_DELETE };

/* On the line of the finding, and elsewhere. */
static const struct words fix_words[][2] = {
	[FIX_REPLACE] = { WORDS("remplacer `{old}` par `{new}`", "replace `{old}` with `{new}`"),
			  WORDS("ligne {line} : remplacer `{old}` par `{new}`",
				"line {line}: replace `{old}` with `{new}`") },
	[FIX_INSERT] = { WORDS("insérer `{new}`", "insert `{new}`"),
			 WORDS("ligne {line} : insérer `{new}`", "line {line}: insert `{new}`") },
	[FIX_DELETE] = { WORDS("supprimer `{old}`", "delete `{old}`"),
			 WORDS("ligne {line} : supprimer `{old}`", "line {line}: delete `{old}`") },
};

static enum fix_kind fix_kind(const struct diag_fix *fix)
{
	if (fix->span.start == fix->span.end)
		return FIX_INSERT;
	return str_is_blank(fix->replacement) ? FIX_DELETE : FIX_REPLACE;
}

void report_add_fix(struct buf *out, const struct sources *sources, const struct diag *diag, size_t i,
		    enum lang lang)
{
	const struct diag_fix *fix = i < diag->fixes.n ? &diag->fixes.v[i] : NULL;
	const struct source *source = fix ? sources_get(sources, fix->span.file) : NULL;
	struct findings words;
	struct diag text = { 0 };
	struct str old, new;
	uint32_t line;
	bool elsewhere;

	if (!source)
		return;
	old = str_trim(sources_text(sources, fix->span));
	new = str_trim(fix->replacement);
	if (str_eq(old, new)) /* white space alone moves: the help says it */
		return;
	line = source_position(source, fix->span.start).line;
	elsewhere = fix->span.file != diag->span.file ||
		    source_position(source, diag->span.start).line != line;
	findings_init(&words, arena_new());
	diag_add_arg(&words, &text, "old", extract(words.arena, old));
	diag_add_arg(&words, &text, "new", extract(words.arena, new));
	diag_add_number(&words, &text, "line", (long)line);
	add_text(out, fix_words[fix_kind(fix)][elsewhere].in[lang], &text, lang, true);
	arena_free(words.arena);
}

/* "2 errors", behind a comma when something stands before it. */
static void add_count(struct buf *out, size_t start, size_t n, const struct counted *words, enum lang lang)
{
	if (n == 0)
		return;
	buf_add_format(out, "%s%zu %s", out->n > start ? ", " : "", n,
		       n == 1 ? words->one.in[lang] : words->many.in[lang]);
}

/* Errors of rules cite the law, and those of waivers concern rules. */
static bool is_of_writing(const struct diag *diag)
{
	return diag->level == LEVEL_ERROR && !diag->code->law &&
	       !str_has_prefix(str_of(diag->code->id), "WAIVER-");
}

/* What a rule finds in a policy that could not be read whole may be a consequence of that. */
static const struct words language_first =
		WORDS("à corriger d'abord : les erreurs d'écriture (SYNTAX, MODEL…), dont d'autres constats "
		      "peuvent découler",
		      "correct first what is written wrongly (SYNTAX, MODEL…): other findings may follow "
		      "from it");

void report_count(struct report_totals *totals, const struct findings *findings)
{
	for (int level = LEVEL_NOTE; level <= LEVEL_ERROR; level++)
		totals->count[level] += findings->count[level];
	for (size_t i = 0; i < findings->list.n; i++) {
		const struct diag *diag = findings->list.v[i];

		totals->waived += diag->waived != NULL;
		totals->known += !diag->waived && diag->known;
		totals->language += is_of_writing(diag);
	}
	totals->hidden += findings->limit_hit;
}

void report_add_totals(struct buf *out, const struct report_totals *totals, enum lang lang)
{
	size_t start = out->n;

	for (int level = LEVEL_ERROR; level >= LEVEL_NOTE; level--)
		add_count(out, start, totals->count[level], &levels[level], lang);
	add_count(out, start, totals->waived, &waived_words, lang);
	add_count(out, start, totals->known, &known_words, lang);
	add_count(out, start, totals->hidden, &hidden_words, lang);
	if (out->n == start)
		buf_add_text(out, no_findings.in[lang]);
	if (totals->language &&
	    totals->count[LEVEL_ERROR] + totals->count[LEVEL_WARNING] > totals->language) {
		buf_add_char(out, '\n');
		typography_add(out, str_of(language_first.in[lang]), lang);
	}
}

void report_summary(struct buf *out, const struct findings *findings, enum lang lang)
{
	struct report_totals totals = { 0 };

	report_count(&totals, findings);
	report_add_totals(out, &totals, lang);
}
