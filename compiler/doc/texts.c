/*
 * What authors may not write in Markdown: raw HTML, images, links to other than web,
 * mail and telephone addresses. Takes a model, adds a finding at the very place; a
 * text whose signs show that it holds none of these is not parsed.
 */
#include <string.h>

#include "doc/codes.h"
#include "doc/markdown.h"
#include "doc/parts.h"

struct checker {
	struct arena *scratch; /* of one text */
	const struct sources *sources;
	struct findings *findings;
	const struct value *value;
	const struct written *written; /* in one language */
	struct str text;
	int line;      /* the last line looked for, from 1 */
	size_t offset; /* where it starts */
};

/* Lines come in order, but for those that cmark reports late. */
static size_t line_offset(struct checker *checker, int line)
{
	if (line < checker->line) {
		checker->line = 1;
		checker->offset = 0;
	}
	while (checker->line < line) {
		size_t end = str_find(checker->text, "\n", checker->offset);

		if (end >= checker->text.n)
			break;
		checker->offset = end + 1;
		checker->line++;
	}
	return checker->offset;
}

/* cmark counts columns from the text of the line; where that fails, the line is searched. */
static size_t node_offset(struct checker *checker, cmark_node *node, const char *first)
{
	size_t line = line_offset(checker, cmark_node_get_start_line(node));
	int column = cmark_node_get_start_column(node);
	size_t offset = line + (column > 0 ? (size_t)column - 1 : 0), end, found;

	if (offset < checker->text.n && strchr(first, checker->text.s[offset]))
		return offset;
	end = str_find(checker->text, "\n", line);
	found = line;
	while (found < end && !strchr(first, checker->text.s[found]))
		found++;
	return found < end ? found : line;
}

/* Past the limit of findings they are counted alone: the place need not be looked for. */
static struct span node_span(struct checker *checker, cmark_node *node, const char *first, const char *last)
{
	const struct source *source;
	size_t start, end;

	if (!checker->written || !checker->written->span.file || checker->findings->limit_hit)
		return checker->value->span;
	start = end = node_offset(checker, node, first);
	while (end < checker->text.n && checker->text.s[end] != '\n' && !strchr(last, checker->text.s[end]))
		end++;
	end += end < checker->text.n && checker->text.s[end] != '\n';
	source = sources_get(checker->sources, checker->written->span.file);
	return (struct span) {
		checker->written->span.file,
		syntax_source_offset(source, checker->written, start),
		syntax_source_offset(source, checker->written, end),
	};
}

static void check_link(struct checker *checker, cmark_node *node)
{
	const char *url = cmark_node_get_url(node);
	struct diag *diag;

	if (doc_is_safe_url(str_of(url ? url : "")))
		return;
	diag = findings_add(checker->findings, &doc_codes[DOC_CODE_LINK],
			    node_span(checker, node, "[<", ")>]"));
	diag_add_arg(checker->findings, diag, "url",
		     str_copy(checker->findings->arena, str_of(url ? url : "")));
}

static void check_node(struct checker *checker, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
		findings_add(checker->findings, &doc_codes[DOC_CODE_HTML],
			     node_span(checker, node, "<", ">"));
	else if (type == CMARK_NODE_IMAGE)
		findings_add(checker->findings, &doc_codes[DOC_CODE_IMAGE],
			     node_span(checker, node, "!", ")"));
	else if (type == CMARK_NODE_LINK)
		check_link(checker, node);
}

/* True when nothing in the text can be raw HTML, an image or an unsafe link: no '<', no
 * "![", no "]:" that would define a link's target elsewhere, and behind each "](" at once
 * one of the schemes that a page may link to. */
static bool is_surely_safe(struct str text)
{
	const char *end = text.s + text.n;

	if (memchr(text.s, '<', text.n))
		return false;
	for (const char *at = text.s; (at = memchr(at, '[', (size_t)(end - at))); at++)
		if (at > text.s && at[-1] == '!')
			return false;
	for (const char *at = text.s; (at = memchr(at, ']', (size_t)(end - at))); at++) {
		struct str rest = { at + 1, (size_t)(end - at) - 1 };

		if (str_has_prefix(rest, ":"))
			return false;
		if (str_has_prefix(rest, "(") && !doc_is_safe_url(str_part(rest, 1, rest.n)))
			return false;
	}
	return true;
}

static void check_markdown(struct checker *checker)
{
	cmark_node *document;
	cmark_iter *walk;
	cmark_event_type event;

	if (is_surely_safe(checker->text))
		return;
	document = doc_markdown_begin(checker->scratch, checker->text);
	walk = cmark_iter_new(document);
	while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_ENTER)
			check_node(checker, cmark_iter_get_node(walk));
	doc_markdown_end();
	arena_reset(checker->scratch);
}

static void check_value(struct checker *checker, const struct value *value)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		checker->value = value;
		checker->text = value->as.text->in[lang];
		checker->written = value->as.text->origin[lang];
		checker->line = 1;
		checker->offset = 0;
		if (checker->text.n)
			check_markdown(checker);
	}
}

/* Recursion follows the blocks of the schema, which are a few levels deep. */
static void check_object(struct checker *checker, const struct object *object)
{
	const struct block_row *block = schema_block(object->block);

	for (unsigned i = 0; i < block->n; i++) {
		enum type type = schema_fields[block->first + i].type;

		if (type != TYPE_MARKDOWN && type != TYPE_BLOCK)
			continue;
		for (const struct value *v = object->slots[i]; v; v = v->next) {
			if (v->kind == VALUE_OBJECT)
				check_object(checker, v->as.object);
			if (v->kind != VALUE_TEXT || type != TYPE_MARKDOWN)
				continue;
			check_value(checker, v);
			doc_check_headings(checker->scratch, checker->findings, v);
		}
	}
}

void doc_check_texts(const struct model *model, struct findings *findings)
{
	struct checker checker = { .sources = model->sources, .findings = findings };

	checker.scratch = arena_new();
	check_object(&checker, model->root);
	arena_free(checker.scratch);
}
