/*
 * Checks of wording.def. Hedging is looked for where the policy says what is done with
 * data, once a text; the phrases of stale.def and terms.def in every text and name, once
 * a row, the other declarations that use it being shown beside. Texts are read in the
 * languages of the policy only, and as the law stands on the day of the run.
 */
#include "rules/engine.h"

/* --- hedging --- */

#define REACH 40 /* characters before a word in which its subject is looked for */

static const bool is_operative_block[BLOCK_COUNT] = {
	[BLOCK_PURPOSE] = true,	 [BLOCK_DATA] = true,		[BLOCK_RECIPIENT] = true,
	[BLOCK_TRANSFER] = true, [BLOCK_TRANSFERS] = true,	[BLOCK_RETAIN] = true,
	[BLOCK_BASIS] = true,	 [BLOCK_TRACKERS] = true,	[BLOCK_RETENTION] = true,
	[BLOCK_FURTHER] = true,	 [BLOCK_PROCESSOR_ROLE] = true,
};

/* True where the policy says what is done: depth is bounded by SYNTAX_DEPTH_LIMIT. */
static bool is_operative(const struct object *object)
{
	while (object && !is_operative_block[object->block])
		object = object->parent;
	return object != NULL;
}

static bool ends_clause(char c)
{
	return c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
}

/* Where the REACH characters before the place begin, in the same sentence. */
static size_t reach_back(struct str text, size_t place)
{
	size_t start = place;

	for (size_t n = 0; start > 0 && n < REACH && !ends_clause(text.s[start - 1]); n++) {
		do
			start--;
		while (start > 0 && ((unsigned char)text.s[start] & 0xC0) == 0x80);
	}
	return start;
}

/* The first word of the text that hedges about what the controller does. */
static bool find_hedge(struct rules_run *run, struct str text, enum lang lang, struct lexicon_match *match)
{
	*match = (struct lexicon_match) { 0, 0 };
	while (lexicon_find_next(run, LEXICON_HEDGE, text, lang, match)) {
		struct str before = str_part(text, reach_back(text, match->start), match->start);

		if (!lexicon_find(run, LEXICON_HEDGE_EXEMPT, before, lang, NULL))
			return true;
	}
	return false;
}

static void check_text_hedging(struct rules_run *run, const struct rule *rule, const struct rule_text *text)
{
	for (size_t i = 0; i < run->model->language_count; i++) {
		enum lang lang = run->model->languages[i];
		struct str said = text_in(text->text, lang);
		struct lexicon_match match;
		struct diag *diag;

		if (!rule_text_may_hold(text, LEXICON_HEDGE, lang) || !find_hedge(run, said, lang, &match))
			continue;
		diag = rule_fire(run, rule, text->object, rule_text_span(run, text, lang, match));
		rule_arg(run, diag, "word", str_part(said, match.start, match.end));
		rule_arg_field(run, diag, "field", text->object, text->field);
		return;
	}
}

void check_hedging(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	(void)root;
	for (size_t i = 0; i < run->texts.n; i++) {
		if (is_operative(run->texts.v[i].object))
			check_text_hedging(run, rule, &run->texts.v[i]);
	}
}

/* --- phrases --- */

/* A row of stale.def or of terms.def. */
struct phrase {
	enum lexicon lexicon;
	struct date since;
	struct words instead;
	struct words fix;
};

#define DAY(year, month, day)                                                                                \
	{                                                                                                    \
		(year), (month), (day)                                                                       \
	}
#define PHRASE(name, since, fr, en, trigger_fr, trigger_en, instead_fr, instead_en, fix_fr, fix_en)          \
	{ LEXICON_##name, since, WORDS(instead_fr, instead_en), WORDS(fix_fr, fix_en) },

static const struct phrase stale[] = {
#include "rules/language/stale.def"
};
static const struct phrase terms[] = {
#include "rules/language/terms.def"
};
#undef DAY
#undef PHRASE

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))
#define PHRASE_LIMIT	(COUNT_OF(stale) > COUNT_OF(terms) ? COUNT_OF(stale) : COUNT_OF(terms))
#define OTHER_PLACES	5 /* that are shown beside the first one */

/* A look through the policy for the phrases of a table. */
struct search {
	struct rules_run *run;
	const struct rule *rule;
	const struct phrase *table;
	size_t count;
	bool in_names; /* in names and provisions too, which are the same in all languages */
	struct diag *found[PHRASE_LIMIT];
	const struct object *last[PHRASE_LIMIT]; /* the declaration shown last */
	/* Says a phrase of the text in the finding, which is new. */
	void (*describe)(const struct search *search, struct diag *diag, const struct phrase *phrase,
			 struct str found, enum lang lang);
};

static struct str rule_text_said(const struct rule_text *text, enum lang lang)
{
	return text->text ? text_in(text->text, lang) : text->value->as.name;
}

/* The declaration at the top of a file that holds the object. */
static const struct object *declaration_of(const struct object *object)
{
	while (object->parent && object->parent->parent)
		object = object->parent;
	return object;
}

/* With the capital letter of what it replaces. */
static void add_fix(struct rules_run *run, struct diag *diag, const char *fix, struct str found)
{
	char *replacement;

	if (!*fix)
		return;
	replacement = arena_alloc(run->arena, strlen(fix) + 1);
	strcpy(replacement, fix);
	if (*found.s >= 'A' && *found.s <= 'Z' && *fix >= 'a' && *fix <= 'z')
		*replacement = (char)(*fix - 'a' + 'A');
	diag_add_fix(run->findings, diag, diag->span, str_of(replacement), TRUST_LIKELY);
}

static void report_phrase(struct search *search, size_t row, const struct rule_text *text, enum lang lang,
			  struct lexicon_match match)
{
	static const struct words also = WORDS("ici aussi", "here too");
	const struct phrase *phrase = &search->table[row];
	struct rules_run *run = search->run;
	const struct object *declaration = declaration_of(text->object);
	struct str found = str_part(rule_text_said(text, lang), match.start, match.end);
	struct span span = text->text ? rule_text_span(run, text, lang, match) : text->value->span;

	if (search->found[row]) {
		if (search->last[row] != declaration && search->found[row]->labels.n < OTHER_PLACES)
			diag_add_label(run->findings, search->found[row], span, also);
	} else {
		search->found[row] = rule_fire(run, search->rule, text->object, span);
		search->describe(search, search->found[row], phrase, found, lang);
		if (text->text)
			add_fix(run, search->found[row], phrase->fix.in[lang], found);
	}
	search->last[row] = declaration;
}

/* A text of a policy in which rows of the table may match. */
struct reading {
	struct str said;
	enum lang lang;
	uint64_t rows;				 /* as bits, that match further on */
	struct lexicon_match next[PHRASE_LIMIT]; /* of each such row; zeroed: not looked for yet */
};

/* Finds the next match of each row at or behind the byte. */
static void advance(const struct search *search, struct reading *reading, size_t from)
{
	for (size_t row = 0; reading->rows >> row; row++) {
		struct lexicon_match *next = &reading->next[row];

		if (!(reading->rows >> row & 1) || (next->end && next->start >= from))
			continue;
		next->end = from;
		if (!lexicon_find_next(search->run, search->table[row].lexicon, reading->said, reading->lang,
				       next))
			reading->rows &= ~(UINT64_C(1) << row);
	}
}

/* The row that matches first, which stands before others that match there too. */
static size_t first_row(const struct reading *reading)
{
	size_t first = PHRASE_LIMIT;

	for (size_t row = 0; reading->rows >> row; row++) {
		if ((reading->rows >> row & 1) &&
		    (first == PHRASE_LIMIT || reading->next[row].start < reading->next[first].start))
			first = row;
	}
	return first;
}

static bool is_in_force(const struct search *search, const struct phrase *phrase)
{
	const struct date *as_of = &search->run->options->as_of;

	return !as_of->year || date_cmp(*as_of, phrase->since) >= 0;
}

static void search_text(struct search *search, const struct rule_text *text, enum lang lang)
{
	struct reading reading;
	/* the lexicons of a table follow one another, as its rows do */
	uint64_t rows = text->may_hold[lang] >> search->table->lexicon & ((UINT64_C(1) << search->count) - 1);

	if (!rows)
		return;
	reading = (struct reading) { .said = rule_text_said(text, lang), .lang = lang, .rows = rows };
	for (advance(search, &reading, 0); reading.rows;) {
		size_t row = first_row(&reading);
		struct lexicon_match match = reading.next[row];

		if (is_in_force(search, &search->table[row]))
			report_phrase(search, row, text, lang, match);
		advance(search, &reading, match.end);
	}
}

static void search_policy(struct search *search)
{
	struct rules_run *run = search->run;

	for (size_t l = 0; l < run->model->language_count; l++) {
		for (size_t i = 0; i < run->texts.n; i++)
			search_text(search, &run->texts.v[i], run->model->languages[l]);
		for (size_t i = 0; search->in_names && i < run->names.n; i++)
			search_text(search, &run->names.v[i], run->model->languages[l]);
	}
}

static void describe_stale(const struct search *search, struct diag *diag, const struct phrase *phrase,
			   struct str found, enum lang lang)
{
	(void)lang;
	rule_arg(search->run, diag, "ref", rule_quote(search->run, found));
	rule_arg_words(search->run, diag, "replacement", phrase->instead);
}

void check_stale_references(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	struct search search = { .run = run,
				 .rule = rule,
				 .table = stale,
				 .count = COUNT_OF(stale),
				 .in_names = true,
				 .describe = describe_stale };

	(void)root;
	search_policy(&search);
}

/* The term of the Regulation in the language of the text, whatever that of the message. */
static void describe_term(const struct search *search, struct diag *diag, const struct phrase *phrase,
			  struct str found, enum lang lang)
{
	struct str term = str_of(phrase->instead.in[lang]);

	rule_arg(search->run, diag, "word", rule_quote(search->run, found));
	rule_arg_both(search->run, diag, "term",
		      (struct rule_item) { { str_format(search->run->arena, "« %.*s »", STR_ARGS(term)),
					     str_format(search->run->arena, "'%.*s'", STR_ARGS(term)) } });
}

void check_terms(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	struct search search = {
		.run = run, .rule = rule, .table = terms, .count = COUNT_OF(terms), .describe = describe_term
	};

	(void)root;
	search_policy(&search);
}
