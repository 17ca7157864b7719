/*
 * The list of findings and their parts, all in the list's arena. Takes findings in
 * any order; gives them sorted when asked. Prints nothing, and drops from the list,
 * not from the counts, what comes after FINDINGS_LIMIT.
 */
#include "diag/diag.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { ARG_LIMIT = 1000 }; /* bytes of an argument that a message shows */

bool level_of_word(struct str word, enum level *level)
{
	static const struct words words[] = {
		[LEVEL_NOTE] = WORDS("note", "note"),
		[LEVEL_WARNING] = WORDS("avertissement", "warning"),
		[LEVEL_ERROR] = WORDS("erreur", "error"),
	};

	for (int i = LEVEL_NOTE; i <= LEVEL_ERROR; i++) {
		if (str_is(word, words[i].in[LANG_FR]) || str_is(word, words[i].in[LANG_EN])) {
			*level = (enum level)i;
			return true;
		}
	}
	return false;
}

void findings_init(struct findings *findings, struct arena *arena)
{
	memset(findings, 0, sizeof(*findings));
	findings->arena = arena;
}

struct diag *findings_add(struct findings *findings, const struct code *code, struct span span)
{
	struct diag *diag = ARENA_NEW(findings->arena, struct diag);

	diag->code = code;
	diag->law = code->law;
	diag->level = code->level;
	diag->span = span;
	diag->order = (uint32_t)(findings->list.n + findings->limit_hit);
	findings->count[code->level]++;
	if (findings->list.n < FINDINGS_LIMIT)
		vec_add(findings->arena, &findings->list, diag);
	else
		findings->limit_hit++;
	return diag;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_diags(const void *left, const void *right)
{
	const struct diag *a = *(struct diag *const *)left, *b = *(struct diag *const *)right;
	int order = compare_numbers(a->span.file, b->span.file);

	order = order ? order : compare_numbers(a->span.start, b->span.start);
	order = order ? order : compare_numbers(a->span.end, b->span.end);
	order = order ? order : strcmp(a->code->id, b->code->id);
	return order ? order : compare_numbers(a->order, b->order);
}

void findings_sort(struct findings *findings)
{
	if (findings->list.n > 1)
		qsort(findings->list.v, findings->list.n, sizeof(*findings->list.v), compare_diags);
}

static bool is_counted(const struct diag *diag)
{
	return !diag->waived && !diag->known;
}

void findings_waive(struct findings *findings, struct diag *diag, const char *reason)
{
	if (is_counted(diag))
		findings->count[diag->level]--;
	diag->waived = reason;
}

void findings_set_known(struct findings *findings, struct diag *diag)
{
	if (is_counted(diag))
		findings->count[diag->level]--;
	diag->known = true;
}

void findings_set_level(struct findings *findings, struct diag *diag, enum level level)
{
	if (is_counted(diag)) {
		findings->count[diag->level]--;
		findings->count[level]++;
	}
	diag->level = level;
}

void diag_add_words(struct findings *findings, struct diag *diag, const char *name, struct str fr,
		    struct str en)
{
	struct diag_arg arg = { .name = name, .in = { [LANG_FR] = fr, [LANG_EN] = en } };
	vec_add(findings->arena, &diag->args, arg);
}

void diag_add_arg(struct findings *findings, struct diag *diag, const char *name, struct str text)
{
	diag_add_words(findings, diag, name, text, text);
}

void diag_set_items(struct diag *diag, const struct str *items, size_t n)
{
	struct diag_arg *arg = &diag->args.v[diag->args.n - 1];

	arg->items = items;
	arg->item_count = n;
}

void diag_add_number(struct findings *findings, struct diag *diag, const char *name, long number)
{
	diag_add_arg(findings, diag, name, str_format(findings->arena, "%ld", number));
}

void diag_add_label(struct findings *findings, struct diag *diag, struct span span, struct words text)
{
	struct diag_label label = { span, text };
	vec_add(findings->arena, &diag->labels, label);
}

void diag_add_fix(struct findings *findings, struct diag *diag, struct span span, struct str replacement,
		  enum trust trust)
{
	struct diag_fix fix = { span, replacement, trust };
	vec_add(findings->arena, &diag->fixes, fix);
}

/* The length of the hole's name when text, behind its brace, is a hole; else 0. */
static size_t hole_length(const char *text)
{
	size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-_");
	return text[n] == '}' ? n : 0;
}

static const struct diag_arg *find_arg(const struct diag *diag, struct str name)
{
	for (size_t i = 0; i < diag->args.n; i++) {
		if (str_is(name, diag->args.v[i].name))
			return &diag->args.v[i];
	}
	assert(!"a hole of the message has no argument");
	return NULL;
}

/* Of what nobody would read in a message, its beginning: the source has it whole. */
static void add_arg(struct buf *out, struct str text)
{
	size_t end = 0;

	while (end < text.n && end < ARG_LIMIT)
		utf8_next(text, &end);
	buf_add_str(out, str_part(text, 0, end));
	if (end < text.n)
		buf_add_text(out, "…");
}

void diag_fill(struct buf *out, const char *text, const struct diag *diag, enum lang lang)
{
	for (;;) {
		size_t plain = strcspn(text, "{"), n;
		const struct diag_arg *arg;
		buf_add(out, text, plain);
		text += plain;
		if (!*text)
			return;
		n = hole_length(text + 1);
		if (n == 0) {
			buf_add_char(out, *text++);
			continue;
		}
		arg = find_arg(diag, (struct str) { text + 1, n });
		if (arg)
			add_arg(out, arg->in[lang]);
		text += n + 2;
	}
}
