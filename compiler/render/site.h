/*
 * How a build's pages are to fit the site that shows them: their styles, addresses and
 * metadata, the frame, the flavour of Markdown. Made once by cli/, read by every page.
 */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include "base/buf.h"
#include "render/render.h"

#define SITE_STYLE_FILE "policy.css"
#define SITE_INDEX_FILE "index.html"

struct site_logo {
	const char *file; /* its name beside each page, "logo.svg"; NULL: none */
	struct str bytes;
	unsigned width, height; /* in CSS pixels: its proportions */
};

/* Programs whose metadata can stand above the Markdown; a row of front_matter.c each. */
enum front_matter {
	FRONT_MATTER_NONE,
	FRONT_MATTER_HUGO,
	FRONT_MATTER_JEKYLL,
	FRONT_MATTER_DOCUSAURUS,
	FRONT_MATTER_MKDOCS,
	FRONT_MATTER_COUNT
};

struct render_site {
	struct str style;	 /* the whole stylesheet, the theme behind polc's rules */
	bool style_file;	 /* linked to as SITE_STYLE_FILE, not inline */
	struct str title_suffix; /* behind the title of each page; "" */
	struct str base_url;	 /* of the output folder, with a slash behind it; "": not known */
	struct site_logo logo;
	bool fragment;			      /* the article alone */
	struct str id_prefix;		      /* of a fragment; "": the policy's identifier */
	int heading_level;		      /* of a fragment's title */
	bool has_html, has_markdown, has_xml; /* what the build writes */
	enum front_matter front_matter;
	bool has_lists; /* Markdown writes its tables as lists */
};

/* Why a theme is refused. */
enum theme_refusal { THEME_FINE, THEME_ENCODING, THEME_END, THEME_FETCH, THEME_OPEN };

/* Reads CSS that an author wants behind polc's rules. Refused: what is not UTF-8 text,
 * what would end the style element, what fetches (@import, url() and its like, however
 * they are escaped), what is not closed. *at is the offset of what is refused. */
enum theme_refusal theme_check(struct str css, size_t *at);
/* Appends the stylesheet of pages, or of fragments: scoped, without rules for the page. */
void theme_add_style(struct buf *out, struct str theme, const struct render_site *site);

/* Fills logo->file, width and height from its bytes: a PNG, or an SVG that neither runs
 * nor fetches anything. False for anything else. */
bool logo_read(struct site_logo *logo);

/* The absolute address of a policy's file; file "" is the policy's folder. */
void site_add_address(struct buf *out, const struct render_site *site, struct str id, const char *file);
/* Is there a page in that language, or none at all? */
bool site_speaks(const struct render_entry *entries, size_t n, enum lang lang);
/* What an entry says of the policy besides its identifier and titles. */
void site_fill_entry(struct arena *arena, struct render_entry *entry, const struct model *model);
/* sitemap.xml (sitemaps.org 0.9): the index, and every finished page with its other languages. */
void site_add_sitemap(struct buf *out, const struct render_site *site, const struct render_entry *entries,
		      size_t n);
/* llms.txt: what there is to read, in Markdown. */
void site_add_llms(struct buf *out, const struct render_site *site, const struct render_entry *entries,
		   size_t n);

#endif
