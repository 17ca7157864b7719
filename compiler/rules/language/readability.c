/*
 * READ-SENT: sentences that are too long, texts whose sentences are long on average,
 * and long policies without a summary. Takes Markdown as it is written: a list item,
 * a heading and a paragraph each end a sentence.
 */
#include "rules/engine.h"

#define LONG_SENTENCE  60 /* words */
#define LONG_MEAN      25 /* words a sentence, in a text of at least MEAN_SENTENCES */
#define MEAN_SENTENCES 3
#define LONG_POLICY    4000		   /* words, in the first language */
#define SHORT_TEXT     (2 * LONG_SENTENCE) /* bytes: too few for the words of either finding */

struct measure {
	long long_sentences;
	long worst_mean;
	bool counts; /* the words of all texts may be too many */
	long words;  /* in the first language */
	struct span place;
};

/* A text being read. */
struct reader {
	struct str text;
	size_t i;
	size_t start; /* of the sentence */
	long words;   /* of the sentence */
	long sentences, total;
	long long_sentences;
	struct lexicon_match first_long;
};

static bool is_capital_at(struct str text, size_t i)
{
	unsigned char c = (unsigned char)text.s[i];

	if (c == 0xC3 && i + 1 < text.n) /* À to Þ */
		return (unsigned char)text.s[i + 1] < 0x9F;
	return c >= 'A' && c <= 'Z';
}

static bool is_list_item_at(struct str text, size_t i)
{
	while (i < text.n && text.s[i] >= '0' && text.s[i] <= '9')
		i++;
	return i + 1 < text.n &&
	       (text.s[i] == '-' || text.s[i] == '*' || text.s[i] == '+' || text.s[i] == '.' ||
		text.s[i] == '#') &&
	       (text.s[i + 1] == ' ' || text.s[i + 1] == '#');
}

static void end_sentence(struct reader *reader, size_t end)
{
	if (reader->words > LONG_SENTENCE) {
		if (!reader->long_sentences++)
			reader->first_long = (struct lexicon_match) { reader->start, end };
	}
	reader->sentences += reader->words > 0;
	reader->total += reader->words;
	reader->words = 0;
	reader->start = end;
}

/* At a line break: does a sentence end there? */
static bool breaks_sentence(struct str text, size_t i)
{
	while (i < text.n && text.s[i] == ' ')
		i++;
	return i == text.n || text.s[i] == '\n' || is_list_item_at(text, i);
}

static bool ends_sentence(struct str text, size_t i)
{
	char c = text.s[i];

	return (c == '.' || c == '!' || c == '?') && i + 2 < text.n && (unsigned char)text.s[i + 1] <= ' ' &&
	       is_capital_at(text, i + 2);
}

static bool counts_as_word(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c | 0x20) >= 'a';
}

/* Up to the next white space: a word, if it holds a letter or a digit. */
static size_t read_word(struct reader *reader, size_t i)
{
	const unsigned char *s = (const unsigned char *)reader->text.s;
	size_t n = reader->text.n;

	while (i < n && s[i] > ' ' && !counts_as_word(s[i]))
		i++;
	reader->words += i < n && s[i] > ' ';
	while (i < n && s[i] > ' ')
		i++;
	return i;
}

static void read_text(struct reader *reader)
{
	struct str text = reader->text;

	for (size_t i = 0; i < text.n;) {
		if ((unsigned char)text.s[i] > ' ') {
			i = read_word(reader, i);
			if (ends_sentence(text, i - 1))
				end_sentence(reader, i);
			continue;
		}
		if (text.s[i] == '\n' && breaks_sentence(text, i + 1))
			end_sentence(reader, i + 1);
		i++;
	}
	end_sentence(reader, text.n);
}

static void measure_text(struct rules_run *run, const struct rule_text *text, enum lang lang,
			 struct measure *measure)
{
	struct reader reader = { .text = text_in(text->text, lang) };
	long mean;

	if (reader.text.n < SHORT_TEXT && !measure->counts)
		return;
	read_text(&reader);
	if (lang == run->model->languages[0])
		measure->words += reader.total;
	mean = reader.sentences >= MEAN_SENTENCES ? reader.total / reader.sentences : 0;
	if (reader.long_sentences) {
		if (!measure->long_sentences)
			measure->place = rule_text_span(run, text, lang, reader.first_long);
		measure->long_sentences += reader.long_sentences;
	}
	if (mean <= LONG_MEAN || mean <= measure->worst_mean)
		return;
	measure->worst_mean = mean;
	if (!measure->long_sentences)
		measure->place = text->value->span;
}

static void describe(struct rules_run *run, const struct measure *measure, bool too_long,
		     struct rule_list *what)
{
	long n = measure->long_sentences;

	if (n)
		rule_list_add(run, what,
			      str_format(run->arena, "%ld phrase%s de plus de %d mots", n, n > 1 ? "s" : "",
					 LONG_SENTENCE),
			      str_format(run->arena, "%ld sentence%s of more than %d words", n,
					 n > 1 ? "s" : "", LONG_SENTENCE));
	if (measure->worst_mean)
		rule_list_add(run, what,
			      str_format(run->arena, "un texte de %ld mots par phrase en moyenne",
					 measure->worst_mean),
			      str_format(run->arena, "a text that averages %ld words a sentence",
					 measure->worst_mean));
	if (too_long)
		rule_list_add(run, what, str_format(run->arena, "%ld mots sans résumé", measure->words),
			      str_format(run->arena, "%ld words without a summary", measure->words));
}

/* Could the texts of the first language hold the words of a long policy without summary,
 * at two bytes a word? If not, nobody asks for their number. */
static bool may_be_long(const struct rules_run *run, const struct object *policy)
{
	size_t bytes = 0;

	for (size_t i = 0; i < run->texts.n; i++)
		bytes += text_in(run->texts.v[i].text, run->model->languages[0]).n + 1;
	return bytes > 2 * LONG_POLICY && !object_has(policy, POLICY_SUMMARY);
}

void check_sentences(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	struct measure measure = { .place = policy->keyword, .counts = may_be_long(run, policy) };
	struct rule_list what = { 0 };

	for (size_t i = 0; i < run->texts.n; i++) {
		for (size_t l = 0; l < run->model->language_count; l++)
			measure_text(run, &run->texts.v[i], run->model->languages[l], &measure);
	}
	describe(run, &measure, measure.counts && measure.words > LONG_POLICY, &what);
	if (what.items.n)
		rule_arg_list(run, rule_fire(run, rule, policy, measure.place), "what", &what);
}
