/*
 * The dumps of this folder: one token a line with its place, and the tree written as a
 * policy in a fixed layout, each statement with the place of its keyword. Both are read
 * by people and by golden tests.
 */
#include "syntax/syntax.h"

static const char *const kind_names[] = {
	[TOKEN_WORD] = "word",	  [TOKEN_STRING] = "string",	   [TOKEN_TEXT] = "text",
	[TOKEN_OPEN] = "open",	  [TOKEN_CLOSE] = "close",	   [TOKEN_COMMA] = "comma",
	[TOKEN_NEWLINE] = "end",  [TOKEN_SEMICOLON] = "semicolon", [TOKEN_COMMENT] = "comment",
	[TOKEN_END] = "file-end",
};

/* The text between quotes, on one line. */
static void add_quoted(struct buf *out, struct str text, const char *quotes)
{
	buf_add_text(out, quotes);
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '\n')
			buf_add_text(out, "\\n");
		else if (text.s[i] == '\t')
			buf_add_text(out, "\\t");
		else if ((unsigned char)text.s[i] < ' ')
			buf_add_format(out, "\\x%02X", (unsigned)(unsigned char)text.s[i]);
		else {
			if (text.s[i] == '"' || text.s[i] == '\\')
				buf_add_char(out, '\\');
			buf_add_char(out, text.s[i]);
		}
	}
	buf_add_text(out, quotes);
}

static void add_place(struct buf *out, const struct source *source, uint32_t offset)
{
	struct position at = source_position(source, offset);
	buf_add_format(out, "%lu:%lu", (unsigned long)at.line, (unsigned long)at.column);
}

void syntax_dump_tokens(struct buf *out, const struct source *source, const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->list.n; i++) {
		const struct token *token = &tokens->list.v[i];
		add_place(out, source, token->span.start);
		buf_add_char(out, '-');
		add_place(out, source, token->span.end);
		buf_add_char(out, ' ');
		buf_add_text(out, kind_names[token->kind]);
		if (token->kind <= TOKEN_TEXT || token->kind == TOKEN_COMMENT) {
			buf_add_char(out, ' ');
			add_quoted(out, token->text, token->kind == TOKEN_TEXT ? "\"\"\"" : "\"");
		}
		buf_add_char(out, '\n');
	}
}

static void add_value(struct buf *out, const struct written *value)
{
	buf_add_char(out, ' ');
	if (value->kind == TOKEN_WORD)
		buf_add_str(out, value->text);
	else
		add_quoted(out, value->text, value->kind == TOKEN_TEXT ? "\"\"\"" : "\"");
	if (value->comma)
		buf_add_char(out, ',');
}

static void add_statement(struct buf *out, const struct source *source, const struct statement *s,
			  size_t depth)
{
	buf_add_repeat(out, ' ', 2 * depth);
	buf_add_str(out, s->keyword);
	for (size_t i = 0; i < s->values.n; i++)
		add_value(out, &s->values.v[i]);
	if (s->has_block)
		buf_add_text(out, s->first ? " {" : " {}");
	buf_add_text(out, "  # ");
	add_place(out, source, s->keyword_span.start);
	buf_add_char(out, '\n');
}

void syntax_dump_tree(struct buf *out, const struct tree *tree)
{
	const struct statement *s = tree->first, *parent;
	size_t depth = 0;
	buf_add_format(out, "polc %ld %s\n", tree->edition, lang_tag(tree->keywords));
	while (s) {
		add_statement(out, tree->source, s, depth);
		if (s->first) {
			s = s->first;
			depth++;
			continue;
		}
		while (!s->next && (parent = s->parent)) {
			s = parent;
			buf_add_repeat(out, ' ', 2 * --depth);
			buf_add_text(out, "}\n");
		}
		s = s->next;
	}
}
