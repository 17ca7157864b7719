/*
 * The index page of a folder of policies: one page in the languages of its policies, whose
 * parts say theirs. Takes the entries in the order to show; gives links to each output.
 */
#include "render/escape.h"
#include "render/furniture.h"
#include "render/html_page.h"
#include "render/site.h"

static void add_link(struct buf *out, struct str folder, const char *file, const char *language)
{
	buf_add_text(out, "<a href=\"");
	escape_add(out, folder, escape_html);
	buf_add_char(out, '/');
	buf_add_text(out, file);
	buf_add_char(out, '"');
	html_add_attribute(out, "hreflang", str_of(language), "");
	buf_add_char(out, '>');
}

static void add_draft_mark(struct buf *out, enum lang lang)
{
	buf_add_text(out, " <strong class=\"draft-mark\">");
	buf_add_text(out, furniture_text(FURNITURE_DRAFT, lang));
	buf_add_text(out, "</strong>");
}

/* The page and the Markdown of one language. */
static void add_language(struct buf *out, const struct render_entry *entry, enum lang lang, bool has_markdown)
{
	struct buf file = BUF_INIT;
	const char *tag = lang_tag(lang);

	buf_add_text(out, "<p lang=\"");
	buf_add_text(out, tag);
	buf_add_text(out, "\">");
	buf_add_format(&file, "policy.%s.html", tag);
	add_link(out, entry->id, file.s, tag);
	escape_add(out, entry->title[lang], escape_html);
	buf_add_text(out, "</a>");
	if (entry->draft)
		add_draft_mark(out, lang);
	if (has_markdown) {
		buf_reset(&file);
		buf_add_format(&file, "policy.%s.md", tag);
		buf_add_text(out, " <span class=\"files\">");
		add_link(out, entry->id, file.s, tag);
		buf_add_text(out, "Markdown</a></span>");
	}
	buf_add_text(out, "</p>\n");
	buf_release(&file);
}

static void add_entry(struct buf *out, const struct render_entry *entry, const struct render_site *site)
{
	enum lang shown = str_is_empty(entry->title[LANG_FR]) ? LANG_EN : LANG_FR;

	buf_add_text(out, "<li");
	html_add_attribute(out, "id", entry->id, "");
	buf_add_text(out, ">\n");
	for (int i = 0; i < LANG_COUNT; i++) {
		if (!str_is_empty(entry->title[i]))
			add_language(out, entry, (enum lang)i, !site || site->has_markdown);
	}
	if (!site || site->has_xml) {
		buf_add_text(out, "<p class=\"files\" lang=\"");
		buf_add_text(out, lang_tag(shown));
		buf_add_text(out, "\">");
		add_link(out, entry->id, "policy.xml", "");
		buf_add_text(out, furniture_text(FURNITURE_DATA_FILE, shown));
		buf_add_text(out, "</a></p>\n");
	}
	buf_add_text(out, "</li>\n");
}

/* A text of the page in both languages, each a paragraph that says which. */
static void add_both(struct buf *out, enum furniture furniture)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		buf_add_text(out, "<p lang=\"");
		buf_add_text(out, lang_tag((enum lang)i));
		buf_add_text(out, "\">");
		buf_add_text(out, furniture_text(furniture, (enum lang)i));
		buf_add_text(out, "</p>\n");
	}
}

/* The page's title in each of its languages; with their marks, where there is room for them. */
static void add_title(struct buf *out, const struct render_entry *entries, size_t n, bool is_marked)
{
	bool is_first = true;

	for (int i = 0; i < LANG_COUNT; i++) {
		if (!site_speaks(entries, n, (enum lang)i))
			continue;
		buf_add_text(out, is_first ? "" : "\xC2\xA0· ");
		if (!is_first && is_marked)
			buf_add_format(out, "<span lang=\"%s\">", lang_tag((enum lang)i));
		buf_add_text(out, furniture_text(FURNITURE_INDEX_TITLE, (enum lang)i));
		if (!is_first && is_marked)
			buf_add_text(out, "</span>");
		is_first = false;
	}
}

/* Where the page stands, once the site is known. */
static void add_canonical(struct buf *out, const struct render_site *site)
{
	if (!site || str_is_empty(site->base_url))
		return;
	buf_add_text(out, "<link rel=\"canonical\"");
	html_add_attribute(out, "href", site->base_url, SITE_INDEX_FILE);
	buf_add_text(out, ">\n");
}

void render_index(struct buf *out, const struct render_entry *entries, size_t n,
		  const struct render_site *site)
{
	struct html_page page = { .draft = STR(""), .description = STR(""), .site = site };
	struct buf title = BUF_INIT;
	struct buf heading = BUF_INIT;
	struct buf canonical = BUF_INIT;

	page.lang = site_speaks(entries, n, LANG_FR) ? LANG_FR : LANG_EN;
	add_title(&title, entries, n, false);
	add_title(&heading, entries, n, true);
	page.title = buf_str(&title);
	page.heading = buf_str(&heading);
	add_canonical(&canonical, site);
	page.metadata = buf_str(&canonical);
	html_page_open(out, &page);
	if (!n)
		add_both(out, FURNITURE_INDEX_EMPTY);
	else
		buf_add_text(out, "<ul class=\"policies\">\n");
	for (size_t i = 0; i < n; i++)
		add_entry(out, &entries[i], site);
	if (n)
		buf_add_text(out, "</ul>\n");
	html_page_close(out, &page);
	buf_release(&title);
	buf_release(&heading);
	buf_release(&canonical);
}
