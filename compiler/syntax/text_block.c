/*
 * Text blocks. Takes the text from three quotation marks on, gives one text token
 * without the margin, and refuses a block that nothing closes. Also counts a byte of a
 * value's text back to its place in the source, which undoes margins and escapes.
 *
 * The margin is the white space before the closing quotes; each line loses as much of
 * it as it has. The line break behind the opening quotes and the one before the closing
 * quotes are not part of the text; a line end is a line feed, whatever the file has.
 */
#include <string.h>

#include "syntax/lex.h"

static size_t blank_prefix(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (s[i] == ' ' || s[i] == '\t'))
		i++;
	return i;
}

/* The lines of a block, one after the other, as slices of the source. */
struct block_lines {
	struct str rest;   /* what is left, from the start of a line */
	struct str margin; /* what each line loses */
	bool inside;	   /* rest begins behind a line break */
	bool done;
};

static void block_lines_init(struct block_lines *lines, struct str raw)
{
	size_t last = raw.n, blank = blank_prefix(raw.s, raw.n), n;
	while (last && raw.s[last - 1] != '\n')
		last--;
	n = blank_prefix(raw.s + last, raw.n - last);
	*lines = (struct block_lines) { .rest = raw, .margin = { raw.s + last, last ? n : 0 } };
	if (last && last + n == raw.n) { /* the closing quotes stand alone on their line */
		lines->rest.n = last - 1;
		if (lines->rest.n && lines->rest.s[lines->rest.n - 1] == '\r')
			lines->rest.n--;
	}
	if (blank < raw.n && raw.s[blank] == '\r')
		blank++;
	if (blank >= raw.n || raw.s[blank] != '\n')
		return;
	lines->inside = true;
	lines->done = blank + 1 > lines->rest.n;
	lines->rest = str_part(lines->rest, blank + 1, lines->rest.n);
}

/* The next line without its margin and its end; false behind the last one. */
static bool block_lines_next(struct block_lines *lines, struct str *line)
{
	if (lines->done)
		return false;
	const char *end = memchr(lines->rest.s, '\n', lines->rest.n);
	size_t n = end ? (size_t)(end - lines->rest.s) : lines->rest.n, skip = 0;
	*line = (struct str) { lines->rest.s, n };
	if (end)
		lines->rest = str_part(lines->rest, n + 1, lines->rest.n);
	else
		lines->done = true;
	if (end && line->n && line->s[line->n - 1] == '\r')
		line->n--;
	while (lines->inside && skip < line->n && skip < lines->margin.n &&
	       line->s[skip] == lines->margin.s[skip])
		skip++;
	*line = str_part(*line, skip, line->n);
	lines->inside = true;
	return true;
}

/* The text that the source between the quotes means; in the arena. */
static struct str block_text(struct arena *arena, struct str raw)
{
	struct block_lines lines;
	struct str line;
	char *out = arena_alloc_unset(arena, raw.n + 1);
	size_t n = 0;
	block_lines_init(&lines, raw);
	for (bool first = true; block_lines_next(&lines, &line); first = false) {
		if (!first)
			out[n++] = '\n';
		memcpy(out + n, line.s, line.n);
		n += line.n;
	}
	return (struct str) { out, n };
}

/* Where the next three quotation marks stand, from i on; the last three of a longer
 * run, so that a text may end with a quotation mark. lexer->n: nowhere. */
static size_t find_quotes(const struct lexer *lexer, size_t i)
{
	const char *s = lexer->s, *quote;
	while (i < lexer->n && (quote = memchr(s + i, '"', lexer->n - i))) {
		i = (size_t)(quote - s);
		if (quote[1] == '"' && quote[2] == '"') {
			while (s[i + 3] == '"')
				i++;
			return i;
		}
		i++;
	}
	return lexer->n;
}

/* Where the line of byte i begins, not before `from`. */
static size_t line_start(const struct lexer *lexer, size_t i, size_t from)
{
	while (i > from && lexer->s[i - 1] != '\n')
		i--;
	return i;
}

/* True when the quotes at i look like the start of another block: behind one lower-case
 * word and a space, with a line end or a text right behind them. */
static bool looks_like_opening(const struct lexer *lexer, size_t i, size_t from)
{
	const char *s = lexer->s;
	size_t start = line_start(lexer, i, from), k = start;
	if (start == from)
		return false;
	k += blank_prefix(s + k, i - k);
	size_t word = k;
	while (k < i && ((s[k] >= 'a' && s[k] <= 'z') || s[k] == '-' || (unsigned char)s[k] >= 0x80))
		k++;
	if (k == word || k == i || k + blank_prefix(s + k, i - k) != i)
		return false;
	i += 3;
	size_t behind = blank_prefix(s + i, lexer->n - i);
	char next = s[i + behind];
	return next == '\n' || next == '\r' || !next ||
	       (!behind && lex_class[(unsigned char)next] <= CLASS_HIGH);
}

/* The first line after `from` that begins at the first column with a letter and ends with
 * an opening brace, as declarations do and prose does not; `to` when there is none. */
static size_t find_declaration(const struct lexer *lexer, size_t from, size_t to)
{
	const char *s = lexer->s;
	for (size_t i = lex_line_end(lexer, from) + 1; i < to; i = lex_line_end(lexer, i) + 1) {
		unsigned char first = (unsigned char)s[i];
		size_t end = lex_line_end(lexer, i);
		struct str line = lex_trim_end((struct str) { s + i, end - i });
		if (((first | 0x20) >= 'a' && (first | 0x20) <= 'z') || first >= 0x80)
			if (line.n && line.s[line.n - 1] == '{')
				return i;
	}
	return to;
}

/* [first, end) without the lines at its end that are blank or hold closing braces alone:
 * they close the blocks around the text. */
static size_t without_closers(const struct lexer *lexer, size_t first, size_t end)
{
	while (end > first) {
		size_t start = line_start(lexer, end, first), i = end;
		while (i > start &&
		       (lex_class[(unsigned char)lexer->s[i - 1]] == CLASS_SPACE || lexer->s[i - 1] == '}'))
			i--;
		if (i > start || start == first)
			return lex_trim_end((struct str) { lexer->s + first, end - first }).n + first;
		end = start - 1;
	}
	return first;
}

/* The end of a block that nothing closes: before the next declaration or the line of the
 * quotes that open another block, without the line breaks and braces in front. */
static void end_unclosed(struct lexer *lexer, size_t limit)
{
	size_t first = lexer->i + 3, end = find_declaration(lexer, first, limit);
	if (end == limit && limit < lexer->n)
		end = line_start(lexer, limit, first);
	size_t last = without_closers(lexer, first, end);
	struct str raw = { lexer->s + first, last - first };
	struct words remark = WORDS("le texte est lu jusqu'ici", "the text is read up to here");
	struct findings *findings = lexer->findings;
	struct diag *diag = findings_add(findings, &syntax_codes[SYNTAX_TEXT_OPEN],
					 lex_span(lexer, lexer->i, first));
	diag_add_label(findings, diag, lex_span(lexer, last - 1, last), remark);
	diag_add_fix(findings, diag, lex_span(lexer, last, last), STR("\n\"\"\""), TRUST_LIKELY);
	lex_add(lexer, TOKEN_TEXT, lex_span(lexer, lexer->i, last), block_text(lexer->arena, raw));
	lexer->i = last;
}

/* Quotes that stand alone on their line and open nothing are the end of a block whose own
 * opening quotes are missing: they are passed over. */
static bool drop_closing(struct lexer *lexer)
{
	size_t start = line_start(lexer, lexer->i, 0), end = lex_line_end(lexer, lexer->i + 3);
	struct str before = { lexer->s + start, lexer->i - start };
	struct str behind = { lexer->s + lexer->i + 3, end - lexer->i - 3 };
	if (!str_is_blank(before) || !str_is_blank(behind))
		return false;
	findings_add(lexer->findings, &syntax_codes[SYNTAX_TEXT_CLOSE],
		     lex_span(lexer, lexer->i, lexer->i + 3));
	lexer->i += 3;
	return true;
}

/* text = '"""' , { line } , '"""' ; */
void lex_text_block(struct lexer *lexer)
{
	size_t first = lexer->i + 3, close = find_quotes(lexer, first);
	if (close == lexer->n || looks_like_opening(lexer, close, first)) {
		if (!drop_closing(lexer))
			end_unclosed(lexer, close);
		return;
	}
	struct str raw = { lexer->s + first, close - first };
	struct span span = lex_span(lexer, lexer->i, close + 3);
	lex_add(lexer, TOKEN_TEXT, span, block_text(lexer->arena, raw));
	lexer->i = close + 3;
	if (memchr(raw.s, '\n', raw.n)) {
		lexer->line = line_start(lexer, close, first);
		lexer->opened = 0;
	}
}

static uint32_t block_offset(const struct written *value, struct str source, size_t offset)
{
	struct block_lines lines;
	struct str line, raw = str_part(source, 3, source.n);
	const char *at = raw.s;
	if (raw.n >= 3 && str_has_suffix(raw, "\"\"\""))
		raw.n -= 3;
	block_lines_init(&lines, raw);
	while (block_lines_next(&lines, &line)) {
		at = line.s + line.n;
		if (offset <= line.n) {
			at = line.s + offset;
			break;
		}
		offset -= line.n + 1;
	}
	return value->span.start + (uint32_t)(at - source.s);
}

static uint32_t string_offset(const struct written *value, struct str source, size_t offset)
{
	size_t i = 1;
	for (; offset && i < source.n; offset--, i++)
		i += source.s[i] == '\\' && i + 1 < source.n &&
		     (source.s[i + 1] == '"' || source.s[i + 1] == '\\');
	return value->span.start + (uint32_t)i;
}

uint32_t syntax_source_offset(const struct source *source, const struct written *value, size_t offset)
{
	struct str whole = source->text, own = str_part(whole, value->span.start, value->span.end);
	if (offset > value->text.n)
		offset = value->text.n;
	if (value->kind == TOKEN_TEXT)
		return block_offset(value, own, offset);
	uintptr_t base = (uintptr_t)whole.s, at = (uintptr_t)value->text.s;
	if (at >= base && at <= base + whole.n) /* the text is the source's own bytes */
		return (uint32_t)(value->text.s - whole.s + offset);
	if (value->kind == TOKEN_CHARACTERS) /* its references are not counted back */
		return offset < value->text.n ? value->span.start : value->span.end;
	return string_offset(value, own, offset);
}
