/*
 * Tokens -> tree of statements. Takes any tokens, gives a tree that holds all that
 * could be read, and refuses braces, commas and values that stand where the grammar has
 * none. One mistake gives one finding: the parser repairs and reads on. When braces do
 * not pair, the indentation tells where one is missing or too many; when they pair, the
 * indentation means nothing. Depth costs no stack: open blocks stand in an array.
 */
#include "syntax/parse.h"

/* The block being read, or NULL at the top of the file. */
static struct open_block *top(struct parser *parser)
{
	return parser->depth ? &parser->stack[parser->depth - 1] : NULL;
}

static const struct token *here(const struct parser *parser)
{
	return &parser->tokens[parser->i];
}

struct diag *parse_report(struct parser *parser, enum syntax_code code, struct span span)
{
	return findings_add(parser->findings, &syntax_codes[code], span);
}

void parse_fix(struct parser *parser, struct diag *diag, struct span span, struct str text)
{
	diag_add_fix(parser->findings, diag, span, text, TRUST_LIKELY);
}

bool parse_begins_line(const struct parser *parser, size_t i, uint32_t *column)
{
	const struct token *token = &parser->tokens[i];
	bool first = i == 0 || token[-1].kind == TOKEN_NEWLINE;
	if (first)
		*column = token->span.start - (i ? token[-1].span.end : 0);
	return first;
}

/* Takes the token out with a finding that says so. */
static void drop(struct parser *parser, enum syntax_code code)
{
	struct span span = here(parser)->span;
	parse_fix(parser, parse_report(parser, code, span), span, STR(""));
	parser->i++;
}

/* A closing brace on a line of its own behind the block's last statement. */
static void fix_unclosed(struct parser *parser, struct diag *diag, const struct open_block *block)
{
	const struct statement *s = block->statement;
	uint32_t end = s->last ? s->last->span.end : s->open.end;
	size_t line = s->keyword_span.start;
	while (line && parser->source->text.s[line - 1] != '\n')
		line--;
	struct str margin = str_part(parser->source->text, line, line + block->column);
	struct str text = str_format(parser->arena, "\n%.*s}", STR_ARGS(margin));
	parse_fix(parser, diag, (struct span) { s->open.file, end, end }, text);
}

/* Closes the innermost block, which has no closing brace; `noticed` is the token that
 * gave it away, or NULL at the end of the file. */
static void close_unclosed(struct parser *parser, const struct token *noticed)
{
	struct open_block *block = top(parser);
	struct statement *s = block->statement;
	struct words remark = WORDS("le bloc devrait être fermé avant ceci",
				    "the block should be closed before this");
	struct diag *diag = parse_report(parser, SYNTAX_BRACE, s->open);
	diag_add_arg(parser->findings, diag, "keyword", s->keyword);
	if (noticed)
		diag_add_label(parser->findings, diag, noticed->span, remark);
	fix_unclosed(parser, diag, block);
	s->span.end = s->last ? s->last->span.end : s->open.end;
	parser->depth--;
	if (parser->depth && top(parser)->column == block->column)
		top(parser)->deeper |= block->deeper;
}

/* Closes the blocks that a statement or brace at the start of a line, `limit` columns
 * in, cannot belong to: those that began as far in, or farther, and whose own content
 * stands deeper. */
static void close_by_indentation(struct parser *parser, uint32_t limit)
{
	while (parser->unclosed && parser->depth) {
		const struct open_block *block = top(parser);
		bool indented = block->statement->first ? block->deeper : parser->indented;
		if (!indented || block->column < limit)
			return;
		close_unclosed(parser, here(parser));
		parser->unclosed--;
	}
}

/* Passes over a block that is too deep, to the brace that closes it. */
static void skip_block(struct parser *parser, struct statement *s)
{
	size_t level = 0;
	do {
		enum token_kind kind = here(parser)->kind;
		level += kind == TOKEN_OPEN;
		level -= kind == TOKEN_CLOSE;
		s->span.end = here(parser)->span.end;
		parser->i++;
	} while (level && here(parser)->kind != TOKEN_END);
	parser->cut = parser->cut || level;
}

/* block = "{" , { statement } , "}" ; */
static void open_block(struct parser *parser, struct statement *s)
{
	s->has_block = true;
	s->open = here(parser)->span;
	s->span.end = s->open.end;
	if (parser->depth == SYNTAX_DEPTH_LIMIT) {
		struct diag *diag = parse_report(parser, SYNTAX_DEPTH, s->open);
		diag_add_number(parser->findings, diag, "limit", SYNTAX_DEPTH_LIMIT);
		skip_block(parser, s);
		return;
	}
	parser->stack[parser->depth++] = (struct open_block) { s, parser->column, false };
	parser->i++;
}

/* The statement before, in the same block, that a stray value or block can belong to:
 * the header cannot have more than it has. */
static struct statement *last_statement(struct parser *parser)
{
	struct statement *last = parser->depth ? top(parser)->statement->last : parser->tree->last;
	return last && last == parser->tree->first && str_is(last->keyword, "polc") ? NULL : last;
}

static void append(struct parser *parser, struct statement *s)
{
	struct statement *parent = parser->depth ? top(parser)->statement : NULL;
	struct statement **first = parent ? &parent->first : &parser->tree->first;
	struct statement **last = parent ? &parent->last : &parser->tree->last;
	if (*last)
		(*last)->next = s;
	else
		*first = s;
	*last = s;
	s->parent = parent;
}

static struct written value_of(const struct token *token)
{
	return (struct written) { token->kind, token->span, token->text, false };
}

static void skip_line_ends(struct parser *parser)
{
	while (here(parser)->kind == TOKEN_NEWLINE || here(parser)->kind == TOKEN_COMMENT)
		parser->i++;
}

/* True when the line that token i begins is no farther in than the statement's own and
 * reads as a keyword with its value: a statement, not one more value of a list. */
static bool begins_statement(const struct parser *parser, size_t i)
{
	const struct token *token = &parser->tokens[i];
	uint32_t column;
	if (!parse_begins_line(parser, i, &column) || column > parser->column || token->kind != TOKEN_WORD)
		return false;
	return token[1].kind <= TOKEN_TEXT || token[1].kind == TOKEN_OPEN;
}

/* Reads a comma behind the value `last` (NULL: behind the keyword). One that no value
 * follows is refused. */
static void read_comma(struct parser *parser, struct written *last)
{
	size_t comma = parser->i;
	if (!last || last->comma) {
		drop(parser, SYNTAX_COMMA);
		if (last)
			skip_line_ends(parser);
		return;
	}
	parser->i++;
	skip_line_ends(parser);
	if ((here(parser)->kind <= TOKEN_TEXT && !begins_statement(parser, parser->i)) ||
	    here(parser)->kind == TOKEN_COMMA) {
		last->comma = true;
		return;
	}
	parser->i = comma;
	drop(parser, SYNTAX_COMMA);
}

/* { value , [ "," ] } */
static void read_values(struct parser *parser, struct statement *s)
{
	struct written *v = parser->values;
	size_t n = 0;
	for (;;) {
		const struct token *token = here(parser);
		if (token->kind <= TOKEN_TEXT) {
			v[n++] = value_of(token);
			parser->i++;
		} else if (token->kind == TOKEN_COMMA) {
			read_comma(parser, n ? &v[n - 1] : NULL);
		} else if (token->kind == TOKEN_COMMENT) {
			parser->i++;
		} else {
			break;
		}
	}
	if (!n)
		return;
	s->values.v = v;
	s->values.n = s->values.capacity = n;
	s->span.end = v[n - 1].span.end;
	parser->values += n;
}

/* The habit of "label: value" and "label = value": the sign is taken away. */
static void drop_separator(struct parser *parser, struct statement *s)
{
	const struct token *next = here(parser);
	struct span span = next->span;
	size_t n = s->keyword.n;
	char last = n ? s->keyword.s[n - 1] : '\0';
	struct str sign;
	if (n > 1 && (last == ':' || last == '=')) {
		sign = (struct str) { s->keyword.s + n - 1, 1 };
		s->keyword.n--;
		span = (struct span) { span.file, --s->keyword_span.end, s->span.end };
		s->span.end--;
	} else if (next->kind == TOKEN_WORD && (str_is(next->text, ":") || str_is(next->text, "="))) {
		sign = next->text;
		parser->i++;
	} else {
		return;
	}
	struct diag *diag = parse_report(parser, SYNTAX_SEPARATOR, span);
	diag_add_arg(parser->findings, diag, "sign", sign);
	parse_fix(parser, diag, span, STR(" "));
}

/* Takes note of how far in the statement's line begins, and closes the blocks that it
 * cannot belong to. Content on its block's own line says nothing: the rest of the file
 * then tells whether indentation means something. */
static void note_indentation(struct parser *parser)
{
	bool begins = parse_begins_line(parser, parser->i, &parser->column);
	if (begins)
		close_by_indentation(parser, parser->column);
	struct open_block *block = top(parser);
	if (!block || block->statement->first)
		return;
	block->deeper = begins ? parser->column > block->column : parser->indented;
	parser->indented |= block->deeper;
}

/* statement = keyword , { value , [ "," ] } , ( block | end ) ; */
static void read_statement(struct parser *parser)
{
	const struct token *keyword = here(parser);
	note_indentation(parser);
	struct statement *s = ARENA_NEW(parser->arena, struct statement);
	s->keyword = keyword->text;
	s->keyword_span = s->span = keyword->span;
	append(parser, s);
	parser->i++;
	drop_separator(parser, s);
	read_values(parser, s);
	if (here(parser)->kind == TOKEN_OPEN)
		open_block(parser, s);
}

/* Values on a line of their own behind the statement that they belong to: a comma is
 * missing before them, or they were cut off from their keyword. */
static void continue_statement(struct parser *parser, struct statement *s)
{
	struct span span = here(parser)->span;
	bool list = s->values.n > 0;
	struct diag *diag = parse_report(parser, list ? SYNTAX_COMMA_MISSING : SYNTAX_VALUE, span);
	struct str gap = str_part(parser->source->text, s->span.end, span.start);
	diag_add_arg(parser->findings, diag, "keyword", s->keyword);
	if (list)
		parse_fix(parser, diag, (struct span) { span.file, s->span.end, s->span.end }, STR(","));
	else if (str_is_blank(gap))
		parse_fix(parser, diag, (struct span) { span.file, s->span.end, span.start }, STR(" "));
	if (list)
		s->values.v[s->values.n - 1].comma = true;
	while (here(parser)->kind <= TOKEN_TEXT) {
		vec_add(parser->arena, &s->values, value_of(here(parser)));
		s->span.end = here(parser)->span.end;
		parser->i++;
		if (here(parser)->kind == TOKEN_COMMA)
			read_comma(parser, &s->values.v[s->values.n - 1]);
	}
}

/* A quoted text where a keyword should stand. Without a value or a block of its own it
 * belongs to the statement before; otherwise it is a keyword in quotation marks. */
static void read_quoted(struct parser *parser)
{
	const struct token *token = here(parser);
	struct statement *before = last_statement(parser);
	bool alone = token[1].kind > TOKEN_TEXT && token[1].kind != TOKEN_OPEN;
	if (alone && before && !before->has_block) {
		continue_statement(parser, before);
		return;
	}
	struct diag *diag = parse_report(parser, SYNTAX_KEYWORD, token->span);
	parse_fix(parser, diag, token->span, token->text);
	read_statement(parser);
}

/* A brace that no keyword precedes on its line: it opens the block of the statement
 * before; or nothing closes it, and it is one too many; or it opens a block that belongs
 * to nothing, which is read, but not kept. */
static void read_open(struct parser *parser)
{
	struct statement *before = last_statement(parser);
	struct span span = here(parser)->span;
	if (before && !before->has_block) {
		struct diag *diag = parse_report(parser, SYNTAX_BRACE_LINE, span);
		struct str gap = str_part(parser->source->text, before->span.end, span.start);
		diag_add_arg(parser->findings, diag, "keyword", before->keyword);
		if (str_is_blank(gap))
			parse_fix(parser, diag, (struct span) { span.file, before->span.end, span.end },
				  STR(" {"));
	} else if (parser->unclosed) {
		drop(parser, SYNTAX_BLOCK);
		parser->unclosed--;
		return;
	} else {
		parse_report(parser, SYNTAX_BLOCK, span);
		before = ARENA_NEW(parser->arena, struct statement);
		before->keyword_span = before->span = (struct span) { span.file, span.start, span.start };
		before->parent = parser->depth ? top(parser)->statement : NULL;
	}
	open_block(parser, before);
}

/* True when the next statement begins a line, deeper than the block that a brace here
 * would close: with a closing brace too many in the file, it is this one. */
static bool block_goes_on(struct parser *parser)
{
	const struct open_block *block = top(parser);
	size_t i = parser->i + 1;
	uint32_t column = 0;
	if (!parser->extra || !block || !block->deeper)
		return false;
	while (parser->tokens[i].kind == TOKEN_NEWLINE || parser->tokens[i].kind == TOKEN_COMMENT)
		i++;
	return parser->tokens[i].kind == TOKEN_WORD && parse_begins_line(parser, i, &column) &&
	       column > block->column;
}

static void read_close(struct parser *parser)
{
	uint32_t column;
	if (parse_begins_line(parser, parser->i, &column))
		close_by_indentation(parser, column + 1);
	bool goes_on = block_goes_on(parser);
	if (!parser->depth || goes_on) {
		drop(parser, SYNTAX_BRACE_EXTRA);
		parser->extra -= parser->extra > 0;
		return;
	}
	top(parser)->statement->span.end = here(parser)->span.end;
	parser->depth--;
	parser->i++;
}

static void read_comma_alone(struct parser *parser)
{
	drop(parser, SYNTAX_COMMA);
}

static void read_nothing(struct parser *parser)
{
	parser->i++;
}

static void (*const readers[])(struct parser *) = {
	[TOKEN_WORD] = read_statement,	  [TOKEN_STRING] = read_quoted,	  [TOKEN_TEXT] = read_quoted,
	[TOKEN_OPEN] = read_open,	  [TOKEN_CLOSE] = read_close,	  [TOKEN_COMMA] = read_comma_alone,
	[TOKEN_SEMICOLON] = read_nothing, [TOKEN_NEWLINE] = read_nothing, [TOKEN_COMMENT] = read_nothing,
};

/* Counts the braces that no brace closes and those that close none, and makes room for
 * every value that the tokens can give. */
static void count_tokens(struct parser *parser)
{
	size_t values = 0;
	for (const struct token *token = parser->tokens; token->kind != TOKEN_END; token++) {
		values += token->kind <= TOKEN_TEXT;
		if (token->kind == TOKEN_OPEN)
			parser->unclosed++;
		else if (token->kind == TOKEN_CLOSE && parser->unclosed)
			parser->unclosed--;
		else if (token->kind == TOKEN_CLOSE)
			parser->extra++;
	}
	parser->values = arena_alloc_unset(parser->arena, values * sizeof(*parser->values));
}

/* file = header , { statement } ; */
struct tree *syntax_parse(struct arena *arena, const struct source *source, const struct tokens *tokens,
			  struct findings *findings)
{
	struct parser parser = {
		.arena = arena, .source = source, .tokens = tokens->list.v, .findings = findings
	};
	parser.tree = ARENA_NEW(arena, struct tree);
	parser.tree->source = source;
	count_tokens(&parser);
	while (here(&parser)->kind != TOKEN_END)
		readers[here(&parser)->kind](&parser);
	while (parser.depth && !parser.cut)
		close_unclosed(&parser, NULL);
	parse_header(&parser);
	return parser.tree;
}
