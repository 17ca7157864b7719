/*
 * Text nodes: typography, clauses with their holes, authors' texts with their typed
 * references. Takes plain text, gives final text; a hole that the clause does not
 * name stays empty.
 */
#include "doc/builder.h"

#include <string.h>

#include "base/typography.h"
#include "base/utf8.h"
#include "doc/constant.h"
#include "doc/parts.h"

void doc_add_set_text(struct doc_builder *b, struct doc_node *parent, struct str set)
{
	if (set.n)
		doc_add_known_text(b, parent, set, utf8_is_plain(set));
}

static void add_constant(struct doc_builder *b, struct doc_node *parent, const struct doc_constant *constant)
{
	doc_add_known_text(b, parent, constant->text, constant->plain);
}

struct str doc_set_text(struct doc_builder *b, struct str plain)
{
	if (typography_keeps(plain, b->lang))
		return plain;
	buf_reset(&b->typeset);
	typography_add(&b->typeset, plain, b->lang);
	return str_copy(b->arena, buf_str(&b->typeset));
}

void doc_add_text(struct doc_builder *b, struct doc_node *parent, struct str plain)
{
	if (plain.n)
		doc_add_set_text(b, parent, doc_set_text(b, plain));
}

struct str doc_label(const struct doc_builder *b, enum word word)
{
	return str_of(schema_words[word].label.in[b->lang]);
}

void doc_add_word(struct doc_builder *b, struct doc_node *parent, enum word word)
{
	add_constant(b, parent, doc_constant_label(word, b->lang));
}

void doc_add_capital(struct doc_builder *b, struct doc_node *parent, enum word word)
{
	add_constant(b, parent, doc_constant_capital(word, b->lang));
}

void doc_capitalise(struct doc_builder *b, struct doc_node *text)
{
	text->text = doc_capital(b->arena, text->text);
}

void doc_add_separator(struct doc_builder *b, struct doc_node *parent, size_t i, size_t n)
{
	static const struct words and = WORDS(" et ", " and ");

	if (i + 2 < n)
		doc_add_set_text(b, parent, STR(", "));
	else if (i + 2 == n)
		doc_add_set_text(b, parent, str_of(and.in[b->lang]));
}

void doc_add_author(struct doc_builder *b, struct doc_node *parent, const struct text *text)
{
	doc_add_author_str(b, parent, str_trim(text_in(text, b->lang)));
}

/* --- clauses --- */

static const struct doc_hole *find_hole(const struct doc_hole *holes, struct str name)
{
	for (; holes && holes->name; holes++)
		if (str_is(name, holes->name))
			return holes;
	return NULL;
}

static bool ends_sentence(struct str text)
{
	char last = text.n ? text.s[text.n - 1] : '\0';

	return last == '.' || last == '!' || last == '?';
}

/* The last text that the node holds, at any depth. */
static struct str last_text(const struct doc_node *node)
{
	while (node->last)
		node = node->last;
	return node->text;
}

static void flush_plain(struct doc_builder *b, struct doc_node *parent)
{
	buf_reset(&b->typeset);
	typography_add(&b->typeset, buf_str(&b->plain), b->lang);
	buf_reset(&b->plain);
	if (b->typeset.n)
		doc_add_set_text(b, parent, str_copy(b->arena, buf_str(&b->typeset)));
}

static bool is_plain(const struct doc_builder *b, const struct doc_node *inlines)
{
	for (const struct doc_node *child = inlines->first; child; child = child->next)
		if (child->kind != DOC_TEXT || child->lang != b->lang)
			return false;
	return true;
}

/* "de un mois" is "d'un mois". */
static void elide(struct doc_builder *b, struct str next)
{
	if (b->lang != LANG_FR || !str_has_suffix(buf_str(&b->plain), " de "))
		return;
	if (!str_has_prefix(next, "un\xC2\xA0") && !str_has_prefix(next, "une\xC2\xA0"))
		return;
	b->plain.n -= 2;
	buf_add_char(&b->plain, '\'');
}

/* Fills one hole; true when what fills it ends a sentence of its own. */
static bool fill_hole(struct doc_builder *b, struct doc_node *parent, const struct doc_hole *hole)
{
	bool ends;

	if (!hole)
		return false;
	if (!hole->inlines) {
		elide(b, hole->text);
		buf_add_str(&b->plain, hole->text);
		return ends_sentence(hole->text);
	}
	ends = hole->inlines->last && ends_sentence(last_text(hole->inlines));
	if (is_plain(b, hole->inlines)) {
		for (const struct doc_node *text = hole->inlines->first; text; text = text->next)
			buf_add_str(&b->plain, text->text);
		return ends;
	}
	flush_plain(b, parent);
	doc_move_children(parent, hole->inlines);
	return ends;
}

void doc_add_clause(struct doc_builder *b, struct doc_node *parent, enum clause clause,
		    const struct doc_hole *holes)
{
	struct str text = b->wording->text[clause][b->lang];
	const struct doc_constant *constant = doc_constant_clause(b->wording, clause, b->lang);
	size_t i = 0;

	if (constant) {
		add_constant(b, parent, constant);
		return;
	}
	buf_reset(&b->plain);
	while (i < text.n) {
		const char *brace = memchr(text.s + i, '{', text.n - i);
		size_t open = brace ? (size_t)(brace - text.s) : text.n, close = str_find(text, "}", open);

		buf_add_str(&b->plain, str_part(text, i, open));
		if (close >= text.n) {
			buf_add_str(&b->plain, str_part(text, open, text.n));
			break;
		}
		i = close + 1;
		if (fill_hole(b, parent, find_hole(holes, str_part(text, open + 1, close))) && i < text.n &&
		    text.s[i] == '.')
			i++;
	}
	flush_plain(b, parent);
}

struct doc_node *doc_add_sentence(struct doc_builder *b, struct doc_node *parent, enum clause clause,
				  const struct doc_hole *holes)
{
	struct doc_node *paragraph = doc_add(b, parent, DOC_PARAGRAPH);

	doc_add_clause(b, paragraph, clause, holes);
	return paragraph;
}

/* --- what fills holes --- */

struct doc_hole doc_hole_author(struct doc_builder *b, const char *name, struct str text)
{
	struct doc_hole hole = { name, text, NULL };

	if (memchr(text.s ? text.s : "", '{', text.n)) {
		hole.inlines = doc_detached(b, DOC_PARAGRAPH);
		doc_add_author_str(b, hole.inlines, text);
	}
	return hole;
}

struct doc_hole doc_hole_text(struct doc_builder *b, const char *name, const struct text *text)
{
	return doc_hole_author(b, name, str_trim(text_in(text, b->lang)));
}

struct doc_hole doc_hole_list(struct doc_builder *b, const char *name, const struct object *object,
			      enum field field)
{
	struct doc_hole hole = { name, { "", 0 }, doc_detached(b, DOC_PARAGRAPH) };

	doc_add_values(b, hole.inlines, object, field);
	return hole;
}

struct doc_hole doc_hole_duration(struct doc_builder *b, const char *name, const struct object *object,
				  enum field field)
{
	const struct value *value = object_value(object, field);
	struct doc_hole hole = { name, { "", 0 }, NULL };

	if (!value || value->kind != VALUE_DURATION)
		return doc_hole_list(b, name, object, field);
	buf_reset(&b->typeset);
	wording_add_duration_in_words(&b->typeset, value->as.duration, b->lang);
	hole.text = str_copy(b->arena, buf_str(&b->typeset));
	return hole;
}

/* Channels are alternatives: "a or b"; other words go together: "a and b". */
struct doc_hole doc_hole_words(struct doc_builder *b, const char *name, const struct object *object,
			       enum field field)
{
	static const struct words or = WORDS(" ou ", " or ");
	struct doc_hole hole = { name, { "", 0 }, NULL };
	struct buf joined = BUF_INIT;
	size_t i = 0, n = 0;

	for_each_value(v, object, field) n += v->kind == VALUE_WORD;
	for_each_value(v, object, field)
	{
		if (v->kind != VALUE_WORD)
			continue;
		buf_add_text(&joined, schema_words[v->as.word].label.in[b->lang]);
		if (i + 2 == n && schema_words[v->as.word].vocabulary == VOCABULARY_CHANNEL)
			buf_add_text(&joined, or.in[b->lang]);
		else
			wording_add_separator(&joined, i, n, b->lang);
		i++;
	}
	hole.text = str_copy(b->arena, buf_str(&joined));
	buf_release(&joined);
	return hole;
}
