/*
 * The frame of every HTML page: head, language switch, draft banner, footer.
 */
#ifndef RENDER_HTML_PAGE_H
#define RENDER_HTML_PAGE_H

#include "base/buf.h"
#include "base/lang.h"

struct render_site;

struct html_page {
	enum lang lang;
	struct str title;
	struct str heading;		/* the title as HTML, where its parts have a language; or "" */
	struct str description;		/* "" : none */
	struct str draft;		/* the banner, or "" */
	struct str metadata;		/* elements of the head, or "" */
	struct str logo_text;		/* what the logo says, where the site has one */
	const struct render_site *site; /* NULL: nothing was asked for */
	const char *page[LANG_COUNT];	/* the page in each language, or NULL */
	const char *article_class;	/* NULL: none */
	const char *style;		/* rules of the page's own, behind style.css; NULL: none */
};

/* Everything up to the inside of <article>, the title as <h1> included. */
void html_page_open(struct buf *out, const struct html_page *page);
/* Everything from </article> on. */
void html_page_close(struct buf *out, const struct html_page *page);

/* Appends  name="value suffix"  with a space before; nothing when the value is "". */
void html_add_attribute(struct buf *out, const char *name, struct str value, const char *suffix);

#endif
