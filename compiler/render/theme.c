/*
 * An author's stylesheet behind polc's own. Takes any bytes; refuses, at its place, what
 * could end the style element, ask for another file, or reach out of the block that scopes
 * a fragment's styles. Gives the stylesheet of pages or of fragments.
 */
#include <stdio.h>

#include "base/utf8.h"
#include "render/fragment.h"
#include "render/furniture.h"
#include "render/site.h"

struct scan {
	struct str css;
	size_t i;
	size_t refused; /* where what is refused begins */
	size_t braces;
	size_t parentheses;
	size_t opened; /* the first of what is open */
};

static unsigned char byte_at(struct str css, size_t i)
{
	return i < css.n ? (unsigned char)css.s[i] : 0;
}

static unsigned char lower(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

static bool has_at(struct str css, size_t i, const char *lower_case)
{
	for (; *lower_case; lower_case++, i++) {
		if (lower(byte_at(css, i)) != (unsigned char)*lower_case)
			return false;
	}
	return true;
}

static int hex_value(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_name(unsigned char c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	       c == '\\' || c >= 0x80;
}

/* The character of a name at *i, escapes read, which are how a name could hide. */
static unsigned char next_of_name(struct str css, size_t *i)
{
	unsigned long value = 0;
	int digits = 0;

	if (css.s[*i] != '\\')
		return lower((unsigned char)css.s[(*i)++]);
	++*i;
	for (; digits < 6 && hex_value(byte_at(css, *i)) >= 0; digits++, ++*i)
		value = value * 16 + (unsigned long)hex_value(byte_at(css, *i));
	if (!digits)
		return *i < css.n ? lower((unsigned char)css.s[(*i)++]) : 0;
	if (byte_at(css, *i) == ' ' || byte_at(css, *i) == '\n' || byte_at(css, *i) == '\t')
		++*i;
	return value < 0x80 ? lower((unsigned char)value) : 0x80;
}

/* What takes an address: "@import", and these before a parenthesis. */
static bool fetches(const char *name, bool is_rule, bool is_call)
{
	static const char *const functions[] = { "url", "src", "image", "image-set", "-webkit-image-set" };

	if (is_rule)
		return !strcmp(name, "import");
	for (size_t i = 0; is_call && i < sizeof(functions) / sizeof(functions[0]); i++) {
		if (!strcmp(name, functions[i]))
			return true;
	}
	return false;
}

static enum theme_refusal scan_name(struct scan *scan, bool is_rule)
{
	char name[24];
	size_t n = 0;

	scan->refused = scan->i - is_rule;
	while (scan->i < scan->css.n && is_name((unsigned char)scan->css.s[scan->i])) {
		char c = (char)next_of_name(scan->css, &scan->i);

		if (n + 1 < sizeof(name))
			name[n++] = c;
	}
	name[n] = '\0';
	return fetches(name, is_rule, byte_at(scan->css, scan->i) == '(') ? THEME_FETCH : THEME_FINE;
}

static enum theme_refusal scan_string(struct scan *scan)
{
	char quote = scan->css.s[scan->i];

	scan->refused = scan->i++;
	for (; scan->i < scan->css.n && scan->css.s[scan->i] != '\n'; scan->i++) {
		if (scan->css.s[scan->i] == quote) {
			scan->i++;
			return THEME_FINE;
		}
		scan->i += scan->css.s[scan->i] == '\\';
	}
	return THEME_OPEN;
}

static enum theme_refusal scan_comment(struct scan *scan)
{
	size_t end = str_find(scan->css, "*/", scan->i + 2);

	scan->refused = scan->i;
	scan->i = end + 2;
	return end < scan->css.n ? THEME_FINE : THEME_OPEN;
}

/* Braces and parentheses; a brace inside parentheses stands for one that was forgotten. */
static enum theme_refusal scan_bracket(struct scan *scan, char c)
{
	size_t *open = c == '{' || c == '}' ? &scan->braces : &scan->parentheses;

	scan->refused = scan->i;
	if (scan->parentheses && (c == '{' || c == '}'))
		return THEME_OPEN;
	if (!scan->braces && !scan->parentheses)
		scan->opened = scan->i;
	scan->i++;
	if (c == '{' || c == '(')
		++*open;
	else if (!*open)
		return THEME_OPEN;
	else
		--*open;
	return THEME_FINE;
}

static enum theme_refusal scan_next(struct scan *scan)
{
	unsigned char c = (unsigned char)scan->css.s[scan->i];

	if (c == '/' && byte_at(scan->css, scan->i + 1) == '*')
		return scan_comment(scan);
	if (c == '"' || c == '\'')
		return scan_string(scan);
	if (c == '@') {
		scan->i++;
		return scan_name(scan, true);
	}
	if (is_name(c))
		return scan_name(scan, false);
	if (c && strchr("{}()", c))
		return scan_bracket(scan, (char)c);
	scan->i++;
	return THEME_FINE;
}

/* The first control character that text has no use for, or css.n. */
static size_t control_at(struct str css)
{
	size_t i = 0;

	while (i < css.n && ((unsigned char)css.s[i] >= 0x20 || strchr("\t\n\r\f", css.s[i])) &&
	       css.s[i] != 0x7F && css.s[i])
		i++;
	return i;
}

enum theme_refusal theme_check(struct str css, size_t *at)
{
	struct scan scan = { .css = css };
	enum theme_refusal refusal = THEME_FINE;
	size_t invalid = utf8_invalid_at(css);
	size_t control = control_at(css);

	*at = invalid < control ? invalid : control;
	if (*at < css.n)
		return THEME_ENCODING;
	for (*at = 0; *at < css.n; ++*at) {
		if (has_at(css, *at, "</style"))
			return THEME_END;
	}
	while (scan.i < css.n && refusal == THEME_FINE)
		refusal = scan_next(&scan);
	*at = scan.refused;
	if (refusal == THEME_FINE && (scan.braces || scan.parentheses)) {
		refusal = THEME_OPEN;
		*at = scan.opened;
	}
	return refusal;
}

/* --- the stylesheet --- */

/* The end of the block that begins behind `start`, which has one. */
static size_t block_end(struct str css, size_t start)
{
	size_t depth = 0;

	for (size_t i = start; i < css.n; i++) {
		depth += css.s[i] == '{';
		if (css.s[i] == '}' && !--depth)
			return i + 1;
	}
	return css.n;
}

/* Is a block of polc's for pages alone? Those that lay out the screen or the sheet, and the
 * dark scheme: whether a fragment stands on dark paper is for its page to say. */
static bool is_for_pages(struct str css, size_t i)
{
	struct str line = str_part(css, i, str_find(css, "\n", i));

	if (css.s[i] != '@' || (i && css.s[i - 1] != '\n'))
		return false;
	return str_has_prefix(line, "@page") || str_has_suffix(line, "/* pages alone */");
}

/* Is what stands at [i, end) the name of an element in a selector? */
static bool is_element(struct str css, size_t i, size_t end)
{
	if (is_name(byte_at(css, end)))
		return false;
	return !i || (!is_name((unsigned char)css.s[i - 1]) && !strchr(".#", css.s[i - 1]));
}

static bool is_heading(struct str css, size_t i)
{
	unsigned char digit = byte_at(css, i + 1);

	return css.s[i] == 'h' && digit >= '1' && digit <= '6' && is_element(css, i, i + 2);
}

static bool is_article(struct str css, size_t i)
{
	return has_at(css, i, "article") && is_element(css, i, i + 7);
}

/* The root of a fragment is its article, which is what :scope means in a block that
 * scopes, and what :root means elsewhere. Returns the bytes that it took. */
static size_t add_root(struct buf *out, struct str css, size_t i)
{
	if (!has_at(css, i, ":root") || is_name(byte_at(css, i + 5))) {
		buf_add_char(out, css.s[i]);
		return 1;
	}
	buf_add_text(out, ":scope");
	return 5;
}

/* A colour at i with its value in the dark scheme, which the stylesheet's first block for that
 * scheme gives; CSS takes the one that the scheme of the fragment's page asks for. Returns the
 * bytes that it took: none when the property has one value. */
static size_t add_colour(struct buf *out, struct str css, size_t i)
{
	size_t dark, value, end, other;
	struct str scheme;
	char name[32];

	if (!has_at(css, i, "--polc-") || css.s[i - 1] == '(')
		return 0;
	dark = str_find(css, "@media (prefers-color-scheme: dark)", 0);
	scheme = str_part(css, 0, block_end(css, dark));
	value = str_find(css, ": ", i) + 2;
	snprintf(name, sizeof(name), "%.*s", (int)(value - i), css.s + i);
	other = str_find(scheme, name, dark) + value - i;
	if (i > dark || other >= scheme.n)
		return 0;
	end = str_find(css, ";", i);
	buf_add_format(out, "%slight-dark(", name);
	buf_add_str(out, str_part(css, value, end));
	buf_add_text(out, ", ");
	buf_add_str(out, str_part(css, other, str_find(css, ";", other)));
	buf_add_char(out, ')');
	return end - i;
}

/* In a fragment widths of the screen are those of the article, which may stand in a narrow column
 * of a wide page. It then has no width of its own: it takes what its page gives, or 18rem. */
static const char by_width[] = "@media screen { :scope { container: " FRAGMENT_CLASS " / inline-size; "
			       "contain-intrinsic-inline-size: 18rem; "
			       "flex-grow: 1; align-self: stretch; justify-self: stretch; } }\n";

/* Does a block for widths of the screen begin at i? */
static bool is_width(struct str css, size_t i)
{
	return has_at(css, i, "@media screen and (m") && (!i || css.s[i - 1] == '\n');
}

/* What stands at i, as a fragment needs it: the article is the root, headings are so many
 * levels lower. Returns the bytes that it took. */
static size_t add_own_part(struct buf *out, struct str css, size_t i, int lowered)
{
	size_t taken = add_colour(out, css, i);
	int level;

	if (taken)
		return taken;
	if (is_article(css, i)) {
		buf_add_text(out, ":scope");
		return 7;
	}
	if (!is_heading(css, i))
		return add_root(out, css, i);
	level = css.s[i + 1] - '0' + lowered;
	buf_add_format(out, "h%d", level > 6 ? 6 : level);
	return 2;
}

static void add_own(struct buf *out, struct str css, int lowered)
{
	size_t width_end = css.n;

	for (size_t i = 0; i < css.n;) {
		if (i == width_end)
			buf_add_text(out, " }");
		if (is_for_pages(css, i)) {
			i = block_end(css, i);
		} else if (is_width(css, i)) {
			buf_add_text(out, "@media screen { @container " FRAGMENT_CLASS " ");
			width_end = block_end(css, i);
			i = str_find(css, "(", i);
		} else {
			i += add_own_part(out, css, i, lowered);
		}
	}
}

/* The length of the condition on the reader's scheme at i, "prefers-color-scheme: dark"
 * behind its parenthesis; 0: none is there, but perhaps the word in a comment. */
static size_t scheme_condition(struct str css, size_t i, bool *dark)
{
	static const char name[] = "prefers-color-scheme";
	size_t end = i + sizeof(name) - 1, before = i;

	if (!has_at(css, i, name))
		return 0;
	while (before && strchr(" \t\r\n\f", css.s[before - 1]))
		before--;
	if (!before || css.s[before - 1] != '(')
		return 0;
	for (*dark = false;
	     byte_at(css, end) && strchr(": \t\r\n\fabcdefghijklmnopqrstuvwxyz-", lower(css.s[end])); end++)
		*dark = *dark || has_at(css, end, "dark");
	return byte_at(css, end) == ')' ? end - i : 0;
}

/* A theme's: a condition on the reader's scheme cannot hold for a fragment, whose page alone
 * says which it has. What is for the light scheme always holds, what is for the dark never. */
static void add_theme(struct buf *out, struct str css)
{
	for (size_t i = 0; i < css.n;) {
		bool dark = false;
		size_t condition = scheme_condition(css, i, &dark);

		if (condition)
			buf_add_text(out, dark ? "max-width: 0" : "min-width: 0");
		i += condition ? condition : add_root(out, css, i);
	}
}

void theme_add_style(struct buf *out, struct str theme, const struct render_site *site)
{
	if (!site->fragment) {
		buf_add_text(out, render_style);
		buf_add_str(out, theme);
		return;
	}
	buf_add_text(out, "@scope (." FRAGMENT_CLASS ") {\n");
	buf_add_text(out, by_width);
	add_own(out, str_of(render_style), site->heading_level - 1);
	add_theme(out, theme);
	buf_add_text(out, "}\n");
}
