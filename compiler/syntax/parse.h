/*
 * Inside the parser: the state that parse.c and header.c share. Nothing outside
 * compiler/syntax includes this.
 */
#ifndef SYNTAX_PARSE_H
#define SYNTAX_PARSE_H

#include "syntax/codes.h"
#include "syntax/syntax.h"

struct open_block {
	struct statement *statement;
	uint32_t column; /* white space before the first word of its line, in bytes */
	bool deeper;	 /* its first statement begins a line farther in */
};

struct parser {
	struct arena *arena;
	const struct source *source;
	const struct token *tokens; /* ends with TOKEN_END */
	size_t i;		    /* the next token */
	struct findings *findings;
	struct tree *tree;
	struct written *values; /* room for those of all statements still to be read */
	struct open_block stack[SYNTAX_DEPTH_LIMIT];
	size_t depth;
	uint32_t column; /* of the last line that began with a statement */
	bool indented;	 /* a block so far had its content farther in */
	bool cut;	 /* a block that was too deep ran to the end of the file */
	size_t unclosed; /* opening braces without partner that were not found yet */
	size_t extra;	 /* closing ones */
};

struct diag *parse_report(struct parser *parser, enum syntax_code code, struct span span);
void parse_fix(struct parser *parser, struct diag *diag, struct span span, struct str text);
/* True when token i is the first of its line; *column is then the white space before it. */
bool parse_begins_line(const struct parser *parser, size_t i, uint32_t *column);

/* header.c: takes the header out of the tree and reads it into the tree's edition and
 * keyword language. */
void parse_header(struct parser *parser);

#endif
