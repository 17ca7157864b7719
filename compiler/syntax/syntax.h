/*
 * UTF-8 text -> tokens -> tree of statements. Takes any text, gives a tree that
 * holds all that could be read, and refuses what the grammar of language.md does
 * not allow, one finding a mistake. Knows no keyword but the header's "polc".
 */
#ifndef SYNTAX_SYNTAX_H
#define SYNTAX_SYNTAX_H

#include "diag/diag.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_STRING, /* "..." */
	TOKEN_TEXT,   /* """...""" */
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_COMMA,
	TOKEN_SEMICOLON,
	TOKEN_NEWLINE,
	TOKEN_COMMENT, /* from # to the end of the line, kept so that a formatter loses nothing */
	TOKEN_END,
	TOKEN_CHARACTERS /* of an XML element: a string whose span may hold references; never lexed */
};

struct token {
	enum token_kind kind;
	struct span span;
	struct str text; /* what it means: escapes resolved, a text block's margin removed; for
			  * words and comments, the source's own bytes */
};

struct tokens {
	VEC(struct token) list; /* ends with one TOKEN_END */
};

/* One value of a statement. */
struct written {
	enum token_kind kind; /* TOKEN_WORD, TOKEN_STRING or TOKEN_TEXT */
	struct span span;
	struct str text;
	bool comma; /* a comma follows */
};

struct statement {
	struct str keyword;
	struct span keyword_span;
	struct span span; /* keyword to the last value or closing brace */
	VEC(struct written) values;
	bool has_block;
	struct span open;		/* the opening brace */
	struct statement *first, *last; /* of the block */
	struct statement *next;
	struct statement *parent; /* NULL at the top of a file */
};

struct tree {
	const struct source *source;
	long edition;	    /* 0 when the header is missing or wrong */
	enum lang keywords; /* language of the keywords */
	struct statement *first, *last;
};

#define SYNTAX_DEPTH_LIMIT 32 /* levels of blocks */

/* Tokens of the whole source, comments and line ends included. */
void syntax_lex(struct arena *arena, const struct source *source, struct findings *findings,
		struct tokens *tokens);
/* The tree of the tokens; never NULL. Iterative: depth costs no stack. */
struct tree *syntax_parse(struct arena *arena, const struct source *source, const struct tokens *tokens,
			  struct findings *findings);

/* Where byte `offset` of a value's text stands in the source (escapes and removed
 * margins counted back); offset == text.n gives the end. */
uint32_t syntax_source_offset(const struct source *source, const struct written *value, size_t offset);

/* `polc dump tokens` and `polc dump tree`. */
void syntax_dump_tokens(struct buf *out, const struct source *source, const struct tokens *tokens);
void syntax_dump_tree(struct buf *out, const struct tree *tree);

#endif
