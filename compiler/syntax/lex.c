/*
 * Text -> tokens, in one pass. Takes any text, gives all its tokens (comments and
 * line ends included, so that a formatter loses nothing), and refuses strings and
 * text blocks that are not closed, other quotation marks and other comments.
 * Everything that is not one of a few ASCII signs belongs to a word.
 */
#include <string.h>

#include "syntax/lex.h"

const unsigned char lex_class[256] = {
	['\t'] = CLASS_SPACE, ['\v'] = CLASS_SPACE,    ['\f'] = CLASS_SPACE, ['\r'] = CLASS_SPACE,
	[' '] = CLASS_SPACE,  ['\n'] = CLASS_LINE,     ['{'] = CLASS_OPEN,   ['}'] = CLASS_CLOSE,
	[','] = CLASS_COMMA,  [';'] = CLASS_SEMICOLON, ['"'] = CLASS_QUOTE,  [0xC2] = CLASS_HIGH,
	[0xE2] = CLASS_HIGH,  [0xE3] = CLASS_HIGH,     [0xEF] = CLASS_HIGH,  ['\0'] = CLASS_HIGH,
};

size_t lex_line_end(const struct lexer *lexer, size_t i)
{
	const char *end = memchr(lexer->s + i, '\n', lexer->n - i);
	return end ? (size_t)(end - lexer->s) : lexer->n;
}

/* No-break spaces, the fixed-width ones, line separators and the invisible marks
 * that word processors leave. The text ends with a NUL, so reading on is safe. */
size_t lex_wide_space(const char *s)
{
	const unsigned char *b = (const unsigned char *)s;
	if (b[0] == 0xC2)
		return b[1] == 0xA0 ? 2 : 0;
	if (b[0] == 0xE2 && b[1] == 0x80)
		return (b[2] >= 0x80 && b[2] <= 0x8B) || b[2] == 0xA8 || b[2] == 0xA9 || b[2] == 0xAF ? 3 : 0;
	if (b[0] == 0xE2 && b[1] == 0x81)
		return b[2] == 0x9F ? 3 : 0;
	if (b[0] == 0xE3)
		return b[1] == 0x80 && b[2] == 0x80 ? 3 : 0;
	return b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF ? 3 : 0;
}

struct str lex_trim_end(struct str text)
{
	for (;;) {
		const char *end = text.s + text.n;
		if (text.n && lex_class[(unsigned char)end[-1]] == CLASS_SPACE)
			text.n--;
		else if (text.n >= 2 && lex_wide_space(end - 2) == 2)
			text.n -= 2;
		else if (text.n >= 3 && lex_wide_space(end - 3) == 3)
			text.n -= 3;
		else
			return text;
	}
}

struct str lex_trim(struct str text)
{
	text = lex_trim_end(text);
	while (text.n) {
		size_t space = lex_class[(unsigned char)*text.s] == CLASS_SPACE ? 1 : lex_wide_space(text.s);
		if (!space || space > text.n)
			break;
		text.s += space;
		text.n -= space;
	}
	return text;
}

static void add_here(struct lexer *lexer, enum token_kind kind, size_t end)
{
	lex_add(lexer, kind, lex_span(lexer, lexer->i, end),
		(struct str) { lexer->s + lexer->i, end - lexer->i });
	lexer->i = end;
}

/* From # to the end of the line; a carriage return belongs to the line end. */
static void lex_comment(struct lexer *lexer)
{
	size_t end = lex_line_end(lexer, lexer->i);
	if (end > lexer->i && lexer->s[end - 1] == '\r')
		end--;
	add_here(lexer, TOKEN_COMMENT, end);
}

/* True when nothing but white space precedes on the line. */
static bool at_line_start(const struct lexer *lexer)
{
	size_t i = lexer->line;
	while (i < lexer->i && lex_class[(unsigned char)lexer->s[i]] == CLASS_SPACE)
		i++;
	return i == lexer->i;
}

/* The comments of other languages: to the end of the line, or to a sign that closes
 * them, which may stand on a later line. */
static const struct comment {
	const char *open, *close;
} comments[] = { { "//", NULL }, { "--", NULL }, { "/*", "*/" }, { "(*", "*)" }, { "<!--", "-->" } };

/* Such a sign alone, or at the start of a line. A URL without its scheme, written as
 * a value, stays a word. */
static const struct comment *foreign_comment(const struct lexer *lexer)
{
	const char *s = lexer->s + lexer->i;
	if (*s != '/' && *s != '-' && *s != '(' && *s != '<')
		return NULL;
	for (size_t i = 0; i < sizeof(comments) / sizeof(comments[0]); i++) {
		size_t n = strlen(comments[i].open);
		if (strncmp(s, comments[i].open, n) == 0 &&
		    (!s[n] || lex_class[(unsigned char)s[n]] == CLASS_SPACE || s[n] == '\n' ||
		     at_line_start(lexer)))
			return &comments[i];
	}
	return NULL;
}

/* A comment of several lines is taken whole, and cannot be mended by one sign. */
static void lex_foreign_comment(struct lexer *lexer, const struct comment *comment)
{
	struct str text = { lexer->s, lexer->n }, open = str_of(comment->open);
	bool closes = comment->close && !lexer->never_closed;
	size_t close = closes ? str_find(text, comment->close, lexer->i + open.n) : lexer->n;
	struct span span = lex_span(lexer, lexer->i, lexer->i + open.n);
	struct diag *diag = findings_add(lexer->findings, &syntax_codes[SYNTAX_COMMENT], span);
	diag_add_arg(lexer->findings, diag, "sign", open);
	if (close == lexer->n) {
		lexer->never_closed = lexer->never_closed || closes;
		diag_add_fix(lexer->findings, diag, span, STR("#"), TRUST_SAFE);
		lex_comment(lexer);
		return;
	}
	bool lines = memchr(lexer->s + lexer->i, '\n', close - lexer->i);
	add_here(lexer, TOKEN_COMMENT, close + strlen(comment->close));
	if (lines) {
		lexer->line = lexer->i;
		lexer->opened = 0;
	}
}

static void lex_word(struct lexer *lexer)
{
	const struct comment *comment;
	const char *s = lexer->s;
	size_t i = lexer->i;
	if (s[i] == '#') {
		lex_comment(lexer);
		return;
	}
	if ((comment = foreign_comment(lexer))) {
		lex_foreign_comment(lexer, comment);
		return;
	}
	if ((lex_class[(unsigned char)s[i]] == CLASS_HIGH || s[i] == '\'') && lex_typographic(lexer))
		return;
	for (;; i++) {
		while (lex_class[(unsigned char)s[i]] == CLASS_WORD)
			i++;
		if (i >= lexer->n || lex_class[(unsigned char)s[i]] > CLASS_HIGH || lex_wide_space(s + i))
			break;
	}
	add_here(lexer, TOKEN_WORD, i);
}

static void lex_line_break(struct lexer *lexer)
{
	add_here(lexer, TOKEN_NEWLINE, lexer->i + 1);
	lexer->line = lexer->i;
	lexer->opened = 0;
}

static void lex_brace(struct lexer *lexer)
{
	bool opens = lexer->s[lexer->i] == '{';
	if (opens)
		lexer->opened++;
	else if (lexer->opened)
		lexer->opened--;
	add_here(lexer, opens ? TOKEN_OPEN : TOKEN_CLOSE, lexer->i + 1);
}

/* The NUL behind the text ends the run. */
static inline size_t skip_spaces(const char *s, size_t i)
{
	while (lex_class[(unsigned char)s[i]] == CLASS_SPACE)
		i++;
	return i;
}

static void lex_next(struct lexer *lexer)
{
	size_t space;
	switch ((enum byte_class)lex_class[(unsigned char)lexer->s[lexer->i]]) {
	case CLASS_SPACE:
		lexer->i++;
		break;
	case CLASS_HIGH:
		space = lex_wide_space(lexer->s + lexer->i);
		lexer->i += space;
		if (!space)
			lex_word(lexer);
		break;
	case CLASS_WORD:
		lex_word(lexer);
		break;
	case CLASS_LINE:
		lex_line_break(lexer);
		break;
	case CLASS_OPEN:
	case CLASS_CLOSE:
		lex_brace(lexer);
		break;
	case CLASS_COMMA:
		add_here(lexer, TOKEN_COMMA, lexer->i + 1);
		break;
	case CLASS_SEMICOLON:
		add_here(lexer, TOKEN_SEMICOLON, lexer->i + 1);
		break;
	case CLASS_QUOTE:
		lex_string(lexer);
		break;
	}
}

void syntax_lex(struct arena *arena, const struct source *source, struct findings *findings,
		struct tokens *tokens)
{
	struct lexer lexer = {
		.arena = arena,
		.source = source,
		.findings = findings,
		.tokens = tokens,
		.s = source->text.s,
		.n = source->text.n,
	};
	struct token end;
	if (!tokens->list.v) { /* about what a policy has, so that the list seldom moves */
		tokens->list.capacity = lexer.n / 8 + 16;
		tokens->list.v = arena_alloc_unset(arena, tokens->list.capacity * sizeof(*tokens->list.v));
	}
	while ((lexer.i = skip_spaces(lexer.s, lexer.i)) < lexer.n) {
		tokens->list.v = vec_room(arena, tokens->list.v, tokens->list.n, &tokens->list.capacity,
					  sizeof(*tokens->list.v));
		lex_next(&lexer);
	}
	end = (struct token) { TOKEN_END, lex_span(&lexer, lexer.n, lexer.n), { lexer.s + lexer.n, 0 } };
	vec_add(arena, &tokens->list, end);
}
