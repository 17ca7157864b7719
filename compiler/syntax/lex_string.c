/*
 * Strings. Takes the text from an opening quotation mark on, gives one string token
 * that never leaves its line, and refuses a string without end, a straight quotation
 * mark inside one, a wrong escape, and the quotation marks that word processors put.
 * Each mistake is repaired where the author most likely made it, so that the rest of
 * the line still reads.
 */
#include <string.h>

#include "syntax/lex.h"

static const char DOUBLE_LEFT[] = "\xE2\x80\x9C", DOUBLE_RIGHT[] = "\xE2\x80\x9D",
		  DOUBLE_LOW[] = "\xE2\x80\x9E", GUILLEMET_LEFT[] = "\xC2\xAB",
		  GUILLEMET_RIGHT[] = "\xC2\xBB", SINGLE_LEFT[] = "\xE2\x80\x98",
		  SINGLE_RIGHT[] = "\xE2\x80\x99";

/* Quotation marks that begin a text elsewhere, and what may end it. A mark that is an
 * apostrophe too ends a text only before a space or a delimiter. */
static const struct mark {
	const char *open;
	const char *close[3];
	bool nests;
	bool apostrophe;
} marks[] = {
	{ DOUBLE_LEFT, { DOUBLE_RIGHT, DOUBLE_LEFT, "\"" }, false, false },
	{ DOUBLE_RIGHT, { DOUBLE_RIGHT, DOUBLE_LEFT, "\"" }, false, false },
	{ DOUBLE_LOW, { DOUBLE_RIGHT, DOUBLE_LEFT, "\"" }, false, false },
	{ GUILLEMET_LEFT, { GUILLEMET_RIGHT, NULL, NULL }, true, false },
	{ GUILLEMET_RIGHT, { GUILLEMET_LEFT, GUILLEMET_RIGHT, NULL }, false, false },
	{ SINGLE_LEFT, { SINGLE_RIGHT, SINGLE_LEFT, "'" }, false, true },
	{ SINGLE_RIGHT, { SINGLE_RIGHT, SINGLE_LEFT, "'" }, false, true },
	{ "'", { "'", SINGLE_RIGHT, SINGLE_LEFT }, false, true },
};

/* Length of the mark when the text at s begins with it; 0 when not. */
static size_t mark_at(const char *s, const char *mark)
{
	size_t n = strlen(mark);
	return strncmp(s, mark, n) == 0 ? n : 0;
}

static bool is_word_byte(const char *s)
{
	unsigned char class = lex_class[(unsigned char)*s];
	return *s && (class == CLASS_WORD || (class == CLASS_HIGH && !lex_wide_space(s)));
}

/* A copy of the text between straight quotation marks, with the escapes it needs. */
static struct str straight(struct lexer *lexer, struct str text)
{
	char *out = arena_alloc(lexer->arena, 2 * text.n + 3);
	size_t n = 0;
	out[n++] = '"';
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '"' || text.s[i] == '\\')
			out[n++] = '\\';
		out[n++] = text.s[i];
	}
	out[n++] = '"';
	return (struct str) { out, n };
}

static void report_quotes(struct lexer *lexer, struct span span, struct str text)
{
	struct diag *diag = findings_add(lexer->findings, &syntax_codes[SYNTAX_QUOTES], span);
	struct str fixed = straight(lexer, text);
	diag_add_arg(lexer->findings, diag, "straight", text.n <= 40 ? fixed : STR("\"\xE2\x80\xA6\""));
	diag_add_fix(lexer->findings, diag, span, fixed, TRUST_SAFE);
}

/* Where the typographic text that the mark began before `i` closes on its line;
 * *mark_n is the length of the closing mark. The line end when it does not. */
static size_t find_close(const struct lexer *lexer, const struct mark *mark, size_t i, size_t *mark_n)
{
	size_t end = lex_line_end(lexer, i), depth = 1, n;
	for (; i < end; i++) {
		const char *s = lexer->s + i;
		if (mark->nests && mark_at(s, mark->open))
			depth++;
		for (size_t k = 0; k < 3 && mark->close[k]; k++) {
			if (!(n = mark_at(s, mark->close[k])) || (mark->apostrophe && is_word_byte(s + n)))
				continue;
			if (--depth)
				break;
			*mark_n = n;
			return i;
		}
	}
	*mark_n = 0;
	return end;
}

/* The end of a string that nothing closes: without trailing white space, and without the
 * delimiters that end the statement or the blocks begun on this line. */
static size_t unclosed_end(const struct lexer *lexer, size_t start, size_t end)
{
	struct str text = lex_trim_end((struct str) { lexer->s + start, end - start });
	size_t braces = lexer->opened;
	while (text.n) {
		char last = text.s[text.n - 1];
		if (last != ';' && last != ',' && (last != '}' || !braces))
			break;
		braces -= last == '}';
		text.n--;
		text = lex_trim_end(text);
	}
	return start + text.n;
}

/* Gives the string begun at lexer->i that has no closing mark before `end`. When a
 * typographic mark closes it, that is the mistake; otherwise the mark is missing. */
static void end_unclosed(struct lexer *lexer, size_t open_n, size_t end)
{
	size_t start = lexer->i, first = start + open_n;
	end = unclosed_end(lexer, first, end);
	struct str text = { lexer->s + first, end - first };
	struct span span = lex_span(lexer, start, end);
	size_t mark = text.n < 3 ? 0 : text.n - 3;
	if (text.n >= 3 && (mark_at(text.s + mark, DOUBLE_RIGHT) || mark_at(text.s + mark, DOUBLE_LEFT)) &&
	    str_find(text, DOUBLE_LEFT, 0) >= mark) {
		text.n = mark;
		report_quotes(lexer, span, text);
	} else if (open_n > 1) {
		text = lex_trim(text);
		report_quotes(lexer, span, text);
	} else {
		struct diag *diag = findings_add(lexer->findings, &syntax_codes[SYNTAX_STRING], span);
		diag_add_fix(lexer->findings, diag, lex_span(lexer, end, end), STR("\""), TRUST_LIKELY);
	}
	lex_add(lexer, TOKEN_STRING, span, text);
	lexer->i = end;
}

bool lex_typographic(struct lexer *lexer)
{
	const char *s = lexer->s + lexer->i;
	const struct mark *mark = marks;
	size_t open_n = 0, close_n;
	for (; mark < marks + sizeof(marks) / sizeof(*marks); mark++)
		if ((open_n = mark_at(s, mark->open)))
			break;
	if (!open_n || (mark->apostrophe && lexer->i < lexer->bare_apostrophes))
		return false;
	size_t first = lexer->i + open_n, close = find_close(lexer, mark, first, &close_n);
	if (!close_n && mark->apostrophe) {
		lexer->bare_apostrophes = close;
		return false;
	}
	if (!close_n) {
		end_unclosed(lexer, open_n, close);
		return true;
	}
	struct span span = lex_span(lexer, lexer->i, close + close_n);
	struct str text = lex_trim((struct str) { lexer->s + first, close - first });
	report_quotes(lexer, span, text);
	lex_add(lexer, TOKEN_STRING, span, text);
	lexer->i = close + close_n;
	return true;
}

/* True when an odd number of unescaped quotation marks stands between i and the end of
 * the line: one of them has no partner. Each byte of a line is counted once. */
static bool is_odd_after(struct lexer *lexer, size_t i)
{
	const char *s = lexer->s;
	bool fresh = i < lexer->counted || i > lexer->counted_end || !lexer->counted_end;
	size_t from = fresh ? i : lexer->counted, to = fresh ? lex_line_end(lexer, i) : i;
	if (fresh) {
		lexer->odd = false;
		lexer->counted_end = to;
	}
	for (size_t k = from; k < to; k++)
		lexer->odd ^= s[k] == '"' && s[k - 1] != '\\';
	lexer->counted = i;
	return lexer->odd;
}

/* A closing mark that runs into a word, with a mark on the line that has no partner:
 * what looks closed is open up to the last delimiter before that word. */
static size_t last_delimiter(const struct lexer *lexer, size_t start, size_t end)
{
	for (size_t i = end; i > start; i--)
		if (lexer->s[i - 1] == ';' || lexer->s[i - 1] == ',' || lexer->s[i - 1] == '}')
			return i - 1;
	return end;
}

/* The mark from i on, on this line, that a delimiter or the line end follows; 0 when
 * there is none. */
static size_t closing_mark(struct lexer *lexer, size_t i)
{
	size_t end = i < lexer->bare_marks ? i : lex_line_end(lexer, i);
	for (; i < end; i++) {
		if (lexer->s[i] != '"' || lexer->s[i - 1] == '\\')
			continue;
		size_t k = i + 1;
		while (k < end && lex_class[(unsigned char)lexer->s[k]] == CLASS_SPACE)
			k++;
		if (k == end || strchr(";,{}#", lexer->s[k]))
			return i;
	}
	if (end > lexer->bare_marks)
		lexer->bare_marks = end;
	return 0;
}

/* Resolves \" and \\; any other escape is kept as written, with one finding a string. */
static struct str unescape(struct lexer *lexer, struct str raw)
{
	char *out = arena_alloc_unset(lexer->arena, raw.n + 1);
	size_t n = 0;
	bool reported = false;
	for (size_t i = 0; i < raw.n; i++) {
		if (raw.s[i] == '\\' && i + 1 < raw.n && (raw.s[i + 1] == '"' || raw.s[i + 1] == '\\')) {
			i++;
		} else if (raw.s[i] == '\\' && !reported) {
			size_t at = (size_t)(raw.s - lexer->s) + i;
			struct diag *diag = findings_add(lexer->findings, &syntax_codes[SYNTAX_ESCAPE],
							 lex_span(lexer, at, at + 1 + (i + 1 < raw.n)));
			diag_add_fix(lexer->findings, diag, lex_span(lexer, at, at), STR("\\"), TRUST_LIKELY);
			reported = true;
		}
		out[n++] = raw.s[i];
	}
	return (struct str) { out, n };
}

static void end_string(struct lexer *lexer, size_t close, bool escapes)
{
	size_t first = lexer->i + 1;
	struct str text = { lexer->s + first, close - first };
	lex_add(lexer, TOKEN_STRING, lex_span(lexer, lexer->i, close + 1),
		escapes ? unescape(lexer, text) : text);
	lexer->i = close + 1;
}

/* A straight mark in the middle of a text: the string runs on to the mark that a
 * delimiter follows. */
static void end_inner_quote(struct lexer *lexer, size_t inner, size_t close)
{
	struct span span = lex_span(lexer, inner, inner + 1);
	struct diag *diag = findings_add(lexer->findings, &syntax_codes[SYNTAX_INNER_QUOTE], span);
	size_t first = lexer->i + 1;
	for (size_t i = inner; i < close; i++)
		if (lexer->s[i] == '"' && lexer->s[i - 1] != '\\')
			diag_add_fix(lexer->findings, diag, lex_span(lexer, i, i), STR("\\"), TRUST_LIKELY);
	struct str raw = { lexer->s + first, close - first };
	lex_add(lexer, TOKEN_STRING, lex_span(lexer, lexer->i, close + 1), unescape(lexer, raw));
	lexer->i = close + 1;
}

/* The closing mark of the string whose content begins at i, or the end of its line, or
 * of the text; *escapes: backslashes stand before it. Most strings have none. */
static size_t find_end(const struct lexer *lexer, size_t i, bool *escapes)
{
	const char *s = lexer->s, *quote = memchr(s + i, '"', lexer->n - i);
	size_t close = quote ? (size_t)(quote - s) : lexer->n;
	const char *line = memchr(s + i, '\n', close - i);
	size_t end = line ? (size_t)(line - s) : close;
	*escapes = memchr(s + i, '\\', end - i) != NULL;
	if (!*escapes)
		return end;
	while (i < lexer->n && s[i] != '"' && s[i] != '\n') {
		if (s[i] == '\\')
			i += s[i + 1] == '"' || s[i + 1] == '\\';
		i++;
	}
	return i;
}

/* string = '"' , { character - '"' | '\"' | '\\' } , '"' ;   (* on one line *) */
void lex_string(struct lexer *lexer)
{
	const char *s = lexer->s;
	size_t i = lexer->i + 1, inner;
	bool escapes;
	if (s[i] == '"' && s[i + 1] == '"') {
		lex_text_block(lexer);
		return;
	}
	i = find_end(lexer, i, &escapes);
	if (i >= lexer->n || s[i] == '\n')
		end_unclosed(lexer, 1, i < lexer->n ? i : lexer->n);
	else if (!is_word_byte(s + i + 1))
		end_string(lexer, i, escapes);
	else if (is_odd_after(lexer, i + 1))
		end_unclosed(lexer, 1, last_delimiter(lexer, lexer->i + 1, i));
	else if ((inner = closing_mark(lexer, i + 1)))
		end_inner_quote(lexer, i, inner);
	else
		end_string(lexer, i, escapes);
}
