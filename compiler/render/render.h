/*
 * Documents -> HTML, Markdown and XML, over the one walker of doc/. Each format is
 * a table of what to write when a kind of node is entered and left.
 */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "doc/doc.h"

struct render_site;

struct render_options {
	/* Names of the same page in each language, for the language switch
	 * ("policy.fr.html"); NULL where there is none. */
	const char *page[LANG_COUNT];
	/* Names of the same in Markdown and XML, for who asks for it; NULL likewise. */
	const char *markdown[LANG_COUNT];
	const char *xml;
	const struct render_site *site; /* render/site.h; NULL: nothing was asked for */
};

/* A complete HTML5 page: no script, no outside request, styles inline. */
void render_html(struct buf *out, const struct doc *doc, const struct render_options *options);
/* CommonMark with GFM tables, no raw HTML. */
void render_markdown(struct buf *out, const struct doc *doc, const struct render_options *options);
/* One bilingual XML document: every fact of the model, then the text of each document.
 * 0, or -1 when libxml2 is out of memory. */
int render_xml(struct buf *out, const struct model *model, const struct doc *const *docs, size_t n);

/* The tree of a policy's XML, as a source with English keywords would give it; findings for
 * what the XML may not hold. Never NULL. Reads the facts; documents are checked alone. */
struct tree *render_read_xml(struct arena *arena, const struct source *source, struct findings *findings);

/* The index page of a folder of policies, in both languages. */
struct render_entry {
	struct str id;
	struct str title[LANG_COUNT]; /* "" where the policy lacks the language */
	bool draft;
	struct str summary[LANG_COUNT]; /* typeset, or "" */
	struct str updated;		/* "2026-03-01", or "" */
	enum lang prevailing;
};
void render_index(struct buf *out, const struct render_entry *entries, size_t n,
		  const struct render_site *site);

/* grammar/policy.xsd and policy.rng, written from the language's tables. */
void render_schema_xsd(struct buf *out);
void render_schema_rng(struct buf *out);
/* Every word of the language and its term of the W3C Data Privacy Vocabulary, as CSV. */
void render_dpv(struct buf *out);

#endif
