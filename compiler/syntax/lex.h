/*
 * Inside the lexer: the state that lex.c, lex_string.c and text_block.c share.
 * Nothing outside compiler/syntax includes this.
 */
#ifndef SYNTAX_LEX_H
#define SYNTAX_LEX_H

#include "syntax/codes.h"
#include "syntax/syntax.h"

/* What a byte is to the lexer. CLASS_HIGH begins a character beyond ASCII that may
 * be white space or a quotation mark, or is the NUL behind the text, so that a run of
 * CLASS_WORD ends by itself; every other byte beyond ASCII is CLASS_WORD. */
enum byte_class {
	CLASS_WORD,
	CLASS_HIGH,
	CLASS_SPACE,
	CLASS_LINE,
	CLASS_OPEN,
	CLASS_CLOSE,
	CLASS_COMMA,
	CLASS_SEMICOLON,
	CLASS_QUOTE
};
extern const unsigned char lex_class[256];

struct lexer {
	struct arena *arena;
	const struct source *source;
	struct findings *findings;
	struct tokens *tokens;
	const char *s; /* the text, NUL-terminated behind its n bytes */
	size_t n;
	size_t i;	   /* the next byte to read */
	size_t line;	   /* where its line starts */
	size_t opened;	   /* braces opened on this line and still open */
	bool never_closed; /* a sign of a comment that no sign closes was met */
	/* How many unescaped quotation marks stand in [counted, counted_end), the end of a
	 * line: odd or even. Kept so that a long line is counted once. */
	size_t counted, counted_end;
	bool odd;
	/* Up to where a search of this line has found that no apostrophe, no quotation mark
	 * closes a text: not to be searched again. */
	size_t bare_apostrophes, bare_marks;
};

static inline struct span lex_span(const struct lexer *lexer, size_t start, size_t end)
{
	return (struct span) { lexer->source->number, (uint32_t)start, (uint32_t)end };
}

/* syntax_lex() has made room: a step adds one token at most. */
static inline void lex_add(struct lexer *lexer, enum token_kind kind, struct span span, struct str text)
{
	struct token *token = &lexer->tokens->list.v[lexer->tokens->list.n++];
	token->kind = kind;
	token->span = span;
	token->text = text;
}

/* Where the line of byte i ends: its line feed, or the end of the text. */
size_t lex_line_end(const struct lexer *lexer, size_t i);
/* Bytes of the Unicode white space at s (not the ASCII one); 0: there is none. */
size_t lex_wide_space(const char *s);
/* Without white space, no-break spaces included, at its end or at both. */
struct str lex_trim_end(struct str text);
struct str lex_trim(struct str text);

/* lex_string.c: reads the string or text block that begins at lexer->i. */
void lex_string(struct lexer *lexer);
/* Reads a text between other quotation marks than straight ones, with a finding;
 * false, and nothing read, when none begins at lexer->i. */
bool lex_typographic(struct lexer *lexer);

/* text_block.c: reads the text block whose opening quotes stand at lexer->i. */
void lex_text_block(struct lexer *lexer);

#endif
