/*
 * Takes what a page is called, in which language and beside which others; gives
 * the HTML around its article. No script, no style attribute, nothing fetched.
 * The page's own identifiers begin with "page:", which no policy's can.
 */
#include "render/html_page.h"

#include "render/escape.h"
#include "render/furniture.h"

void html_add_attribute(struct buf *out, const char *name, struct str value, const char *suffix)
{
	if (str_is_empty(value))
		return;
	buf_add_char(out, ' ');
	buf_add_text(out, name);
	buf_add_text(out, "=\"");
	escape_add(out, value, escape_html);
	buf_add_text(out, suffix);
	buf_add_char(out, '"');
}

static void add_alternates(struct buf *out, const struct html_page *page)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		if (!page->page[i] || (enum lang)i == page->lang)
			continue;
		buf_add_text(out, "<link rel=\"alternate\"");
		html_add_attribute(out, "hreflang", str_of(lang_tag((enum lang)i)), "");
		html_add_attribute(out, "href", str_of(page->page[i]), "");
		buf_add_text(out, ">\n");
	}
}

static void add_head(struct buf *out, const struct html_page *page)
{
	buf_add_text(out, "<!DOCTYPE html>\n<html lang=\"");
	buf_add_text(out, lang_tag(page->lang));
	buf_add_text(out, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\""
			  " content=\"width=device-width, initial-scale=1\">\n<title>");
	escape_add(out, page->title, escape_html);
	buf_add_text(out, "</title>\n");
	if (!str_is_blank(page->description)) {
		buf_add_text(out, "<meta name=\"description\"");
		html_add_attribute(out, "content", page->description, "");
		buf_add_text(out, ">\n");
	}
	buf_add_text(out, "<meta name=\"generator\" content=\"polc\">\n");
	if (!str_is_empty(page->draft))
		buf_add_text(out, "<meta name=\"robots\" content=\"noindex\">\n");
	add_alternates(out, page);
	buf_add_text(out, "<style>\n");
	buf_add_text(out, render_style);
	buf_add_text(out, page->style ? page->style : "");
	buf_add_text(out, "</style>\n</head>\n");
}

static void add_language(struct buf *out, const struct html_page *page, enum lang lang)
{
	struct str tag = str_of(lang_tag(lang));

	buf_add_text(out, "<li><a");
	html_add_attribute(out, "href", str_of(page->page[lang]), "");
	html_add_attribute(out, "hreflang", tag, "");
	html_add_attribute(out, "lang", tag, "");
	if (lang == page->lang)
		buf_add_text(out, " aria-current=\"page\"");
	buf_add_char(out, '>');
	buf_add_text(out, furniture_text(FURNITURE_THIS_LANGUAGE, lang));
	buf_add_text(out, "</a></li>\n");
}

/* The switch, where the page exists in more than one language. */
static void add_languages(struct buf *out, const struct html_page *page)
{
	int n = 0;

	for (int i = 0; i < LANG_COUNT; i++)
		n += page->page[i] != NULL;
	if (n < 2)
		return;
	buf_add_text(out, "<header class=\"page\">\n<nav class=\"languages\" aria-label=\"");
	buf_add_text(out, furniture_text(FURNITURE_LANGUAGES, page->lang));
	buf_add_text(out, "\">\n<ul>\n");
	for (int i = 0; i < LANG_COUNT; i++) {
		if (page->page[i])
			add_language(out, page, (enum lang)i);
	}
	buf_add_text(out, "</ul>\n</nav>\n</header>\n");
}

void html_page_open(struct buf *out, const struct html_page *page)
{
	bool draft = !str_is_empty(page->draft);

	add_head(out, page);
	buf_add_text(out, draft ? "<body id=\"page:top\" class=\"draft\">\n" : "<body id=\"page:top\">\n");
	buf_add_text(out, "<a class=\"skip\" href=\"#page:main\">");
	buf_add_text(out, furniture_text(FURNITURE_SKIP, page->lang));
	buf_add_text(out, "</a>\n");
	if (draft) {
		buf_add_text(out, "<p class=\"banner\">");
		escape_add(out, page->draft, escape_html);
		buf_add_text(out, "</p>\n");
	}
	add_languages(out, page);
	buf_add_text(out, "<main id=\"page:main\">\n<article");
	html_add_attribute(out, "class", str_of(page->article_class ? page->article_class : ""), "");
	buf_add_text(out, ">\n<h1>");
	escape_add(out, page->title, escape_html);
	buf_add_text(out, "</h1>\n");
}

void html_page_close(struct buf *out, const struct html_page *page)
{
	buf_add_text(out, "</article>\n</main>\n<footer class=\"page\">\n<p><a href=\"#page:top\">");
	buf_add_text(out, furniture_text(FURNITURE_TOP, page->lang));
	buf_add_text(out, "</a></p>\n</footer>\n</body>\n</html>\n");
}
