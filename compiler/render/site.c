/*
 * What a folder of policies tells programs that visit it: a sitemap for search engines,
 * llms.txt for language models. Takes the finished policies and the address of the
 * folder; drafts are left out, for they are not to be published.
 */
#include "render/site.h"

#include <stdio.h>

#include "render/escape.h"
#include "render/furniture.h"
#include "render/markdown_escape.h"
#include "render/metadata.h"

/* RFC 3986, 2.1: what an address may not hold as it is, in percent signs. */
static void add_encoded(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
			buf_add_char(out, (char)c);
		else if ((c >= '0' && c <= '9') || (c && strchr("-._~", c)))
			buf_add_char(out, (char)c);
		else
			buf_add_format(out, "%%%02X", c);
	}
}

void site_add_address(struct buf *out, const struct render_site *site, struct str id, const char *file)
{
	buf_add_str(out, site->base_url);
	add_encoded(out, id);
	buf_add_char(out, '/');
	buf_add_text(out, file);
}

bool site_speaks(const struct render_entry *entries, size_t n, enum lang lang)
{
	for (size_t i = 0; i < n; i++) {
		if (!str_is_empty(entries[i].title[lang]))
			return true;
	}
	return !n;
}

void site_fill_entry(struct arena *arena, struct render_entry *entry, const struct model *model)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < model->language_count; i++) {
		buf_reset(&text);
		metadata_add_summary(&text, model, model->languages[i]);
		entry->summary[model->languages[i]] = str_copy(arena, buf_str(&text));
	}
	buf_reset(&text);
	metadata_add_date(&text, model, POLICY_UPDATED);
	entry->updated = str_copy(arena, buf_str(&text));
	entry->prevailing = model->languages[0];
	buf_release(&text);
}

/* --- sitemap.xml --- */

static void add_escaped_page(struct buf *out, const struct render_site *site,
			     const struct render_entry *entry, enum lang lang)
{
	struct buf address = BUF_INIT;
	char file[24];

	snprintf(file, sizeof(file), "policy.%s.html", lang_tag(lang));
	site_add_address(&address, site, entry->id, file);
	escape_add(out, buf_str(&address), escape_xml_attribute);
	buf_release(&address);
}

static void add_alternate(struct buf *out, const struct render_site *site, const struct render_entry *entry,
			  enum lang lang, const char *tag)
{
	buf_add_format(out, "    <xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"", tag);
	add_escaped_page(out, site, entry, lang);
	buf_add_text(out, "\"/>\n");
}

static void add_url(struct buf *out, const struct render_site *site, const struct render_entry *entry,
		    enum lang lang)
{
	buf_add_text(out, "  <url>\n    <loc>");
	add_escaped_page(out, site, entry, lang);
	buf_add_text(out, "</loc>\n");
	if (!str_is_empty(entry->updated)) {
		buf_add_text(out, "    <lastmod>");
		buf_add_str(out, entry->updated);
		buf_add_text(out, "</lastmod>\n");
	}
	for (int i = 0; i < LANG_COUNT; i++) {
		if (!str_is_empty(entry->title[i]))
			add_alternate(out, site, entry, (enum lang)i, lang_tag((enum lang)i));
	}
	add_alternate(out, site, entry, entry->prevailing, "x-default");
	buf_add_text(out, "  </url>\n");
}

void site_add_sitemap(struct buf *out, const struct render_site *site, const struct render_entry *entries,
		      size_t n)
{
	buf_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			  "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
			  " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
			  "  <url>\n    <loc>");
	escape_add(out, site->base_url, escape_xml_attribute);
	buf_add_text(out, SITE_INDEX_FILE "</loc>\n  </url>\n");
	for (size_t k = 0; k < n; k++) {
		for (int i = 0; i < LANG_COUNT && !entries[k].draft; i++) {
			if (!str_is_empty(entries[k].title[i]))
				add_url(out, site, &entries[k], (enum lang)i);
		}
	}
	buf_add_text(out, "</urlset>\n");
}

/* --- llms.txt --- */

static void add_line(struct buf *out, struct str text)
{
	markdown_add_text(out, text, (struct markdown_place) { .line_start = false });
}

/* "](address)": the end of a link, whatever parentheses the address holds. */
static void add_target(struct buf *out, const struct render_site *site, const struct render_entry *entry,
		       const char *file)
{
	struct buf address = BUF_INIT;

	site_add_address(&address, site, entry->id, file);
	buf_add_char(out, ']');
	markdown_add_destination(out, buf_str(&address), false);
	buf_release(&address);
}

/* "- [Title](address): summary" */
static void add_entry(struct buf *out, const struct render_site *site, const struct render_entry *entry,
		      enum lang lang)
{
	char file[24];

	buf_add_text(out, "- [");
	add_line(out, entry->title[lang]);
	snprintf(file, sizeof(file), "policy.%s.md", lang_tag(lang));
	add_target(out, site, entry, file);
	if (!str_is_blank(entry->summary[lang])) {
		buf_add_text(out, furniture_text(FURNITURE_TERM_END, lang));
		add_line(out, entry->summary[lang]);
	}
	buf_add_char(out, '\n');
}

static void add_language(struct buf *out, const struct render_site *site, const struct render_entry *entries,
			 size_t n, enum lang lang)
{
	size_t shown = 0;

	for (size_t k = 0; k < n; k++) {
		if (entries[k].draft || str_is_empty(entries[k].title[lang]))
			continue;
		if (!shown++)
			buf_add_format(out, "\n## %s\n\n", furniture_text(FURNITURE_THIS_LANGUAGE, lang));
		add_entry(out, site, &entries[k], lang);
	}
}

/* The facts, for programs; "Optional" is a word of the format. */
static void add_facts(struct buf *out, const struct render_site *site, const struct render_entry *entries,
		      size_t n)
{
	size_t shown = 0;

	for (size_t k = 0; k < n; k++) {
		if (entries[k].draft)
			continue;
		if (!shown++)
			buf_add_text(out, "\n## Optional\n\n");
		buf_add_text(out, "- [");
		add_line(out, entries[k].title[entries[k].prevailing]);
		buf_add_text(out, ", XML");
		add_target(out, site, &entries[k], "policy.xml");
		buf_add_text(out, furniture_text(FURNITURE_TERM_END, entries[k].prevailing));
		buf_add_text(out, furniture_text(FURNITURE_DATA_FILE, entries[k].prevailing));
		buf_add_char(out, '\n');
	}
}

void site_add_llms(struct buf *out, const struct render_site *site, const struct render_entry *entries,
		   size_t n)
{
	const char *before = "# ";

	for (int i = LANG_COUNT - 1; i >= 0; i--) {
		if (!site_speaks(entries, n, (enum lang)i))
			continue;
		buf_add_text(out, before);
		buf_add_text(out, furniture_text(FURNITURE_INDEX_TITLE, (enum lang)i));
		before = "\xC2\xA0· ";
	}
	buf_add_text(out, "\n\n");
	for (int i = LANG_COUNT - 1; i >= 0; i--) {
		if (site_speaks(entries, n, (enum lang)i))
			buf_add_format(out, "> %s\n", furniture_text(FURNITURE_LLMS, (enum lang)i));
	}
	for (int i = LANG_COUNT - 1; i >= 0; i--)
		add_language(out, site, entries, n, (enum lang)i);
	if (site->has_xml)
		add_facts(out, site, entries, n);
}
