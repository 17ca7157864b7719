/*
 * Takes what a page is called, in which language and beside which others; gives
 * the HTML around its article. No script, no style attribute, nothing fetched.
 * The page's own identifiers begin with "page:", which no policy's can.
 */
#include "render/html_page.h"

#include "render/escape.h"
#include "render/furniture.h"
#include "render/site.h"

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

/* One stylesheet for all pages of a build, so that one hash or one file does for them. */
static void add_styles(struct buf *out, const struct html_page *page)
{
	if (page->site && page->site->style_file) {
		buf_add_text(out, "<link rel=\"stylesheet\" href=\"" SITE_STYLE_FILE "\">\n");
		return;
	}
	buf_add_text(out, "<style>\n");
	if (page->site)
		buf_add_str(out, page->site->style);
	else
		buf_add_text(out, render_style);
	buf_add_text(out, page->style ? page->style : "");
	buf_add_text(out, "</style>\n");
}

static void add_head(struct buf *out, const struct html_page *page)
{
	buf_add_text(out, "<!DOCTYPE html>\n<html lang=\"");
	buf_add_text(out, lang_tag(page->lang));
	buf_add_text(out, str_is_empty(page->metadata) ? "\"" : "\" typeof=\"schema:WebPage\"");
	html_add_attribute(out, "data-title", page->title, "");
	buf_add_text(out, ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\""
			  " content=\"width=device-width, initial-scale=1\">\n<title>");
	escape_add(out, page->title, escape_html);
	if (page->site)
		escape_add(out, page->site->title_suffix, escape_html);
	buf_add_text(out, "</title>\n");
	if (!str_is_blank(page->description)) {
		buf_add_text(out, "<meta name=\"description\" property=\"schema:description\"");
		html_add_attribute(out, "content", page->description, "");
		buf_add_text(out, ">\n");
	}
	buf_add_text(out, "<meta name=\"generator\" content=\"polc\">\n");
	if (!str_is_empty(page->draft))
		buf_add_text(out, "<meta name=\"robots\" content=\"noindex\">\n");
	buf_add_str(out, page->metadata);
	add_styles(out, page);
	buf_add_text(out, "</head>\n");
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

static void add_logo(struct buf *out, const struct html_page *page)
{
	const struct site_logo *logo = &page->site->logo;

	buf_add_text(out, "<img class=\"logo\"");
	html_add_attribute(out, "src", str_of(logo->file), "");
	buf_add_format(out, " width=\"%u\" height=\"%u\"", logo->width, logo->height);
	buf_add_text(out, " alt=\"");
	escape_add(out, page->logo_text, escape_html);
	buf_add_text(out, "\">\n");
}

/* The switch, between the languages in which the page exists. */
static void add_languages(struct buf *out, const struct html_page *page)
{
	buf_add_text(out, "<nav class=\"languages\" aria-label=\"");
	buf_add_text(out, furniture_text(FURNITURE_LANGUAGES, page->lang));
	buf_add_text(out, "\">\n<ul>\n");
	for (int i = 0; i < LANG_COUNT; i++) {
		if (page->page[i])
			add_language(out, page, (enum lang)i);
	}
	buf_add_text(out, "</ul>\n</nav>\n");
}

static void add_header(struct buf *out, const struct html_page *page)
{
	bool has_logo = page->site && page->site->logo.file && !str_is_empty(page->logo_text);
	int languages = 0;

	for (int i = 0; i < LANG_COUNT; i++)
		languages += page->page[i] != NULL;
	if (languages < 2 && !has_logo)
		return;
	buf_add_text(out, "<header class=\"page\">\n");
	if (has_logo)
		add_logo(out, page);
	if (languages >= 2)
		add_languages(out, page);
	buf_add_text(out, "</header>\n");
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
		buf_add_text(out, "<aside class=\"banner\">");
		escape_add(out, page->draft, escape_html);
		buf_add_text(out, "</aside>\n");
	}
	add_header(out, page);
	buf_add_text(out, "<main id=\"page:main\">\n<article");
	html_add_attribute(out, "class", str_of(page->article_class ? page->article_class : ""), "");
	buf_add_text(out, ">\n<h1>");
	if (str_is_empty(page->heading))
		escape_add(out, page->title, escape_html);
	else
		buf_add_str(out, page->heading);
	buf_add_text(out, "</h1>\n");
}

void html_page_close(struct buf *out, const struct html_page *page)
{
	buf_add_text(out, "</article>\n</main>\n<footer class=\"page\">\n<p><a href=\"#page:top\">");
	buf_add_text(out, furniture_text(FURNITURE_TOP, page->lang));
	buf_add_text(out, "</a></p>\n</footer>\n</body>\n</html>\n");
}
