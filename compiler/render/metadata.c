/*
 * Takes a document and what the site is known to be; gives meta and link elements.
 * Dublin Core in the encoding of DC-HTML, schema.org as RDFa Lite, so that no script is
 * needed. Languages are linked with absolute addresses only, as search engines ask.
 */
#include "render/metadata.h"

#include "base/typography.h"
#include "render/html_page.h"
#include "render/site.h"

struct str metadata_organisation(const struct doc *doc)
{
	const struct object *organisation = NULL;

	if (doc->model && doc->model->root)
		organisation = object_object(doc->model->root, ROOT_CONTROLLER);
	return organisation ? object_title(organisation, doc->lang) : STR("");
}

void metadata_add_summary(struct buf *out, const struct model *model, enum lang lang)
{
	if (model && model->policy)
		typography_add(out, text_in(object_text(model->policy, POLICY_SUMMARY), lang), lang);
}

void metadata_add_date(struct buf *out, const struct model *model, enum field field)
{
	const struct value *value = model ? object_value(model->policy, field) : NULL;

	if (value)
		wording_add_iso_date(out, value->as.date);
}

/* A meta element; either name may be NULL. Nothing when there is nothing to say. */
static void add_meta(struct buf *out, const char *dublin_core, const char *schema, struct str content)
{
	if (str_is_blank(content))
		return;
	buf_add_text(out, "<meta");
	html_add_attribute(out, "name", str_of(dublin_core ? dublin_core : ""), "");
	html_add_attribute(out, "property", str_of(schema ? schema : ""), "");
	html_add_attribute(out, "content", content, "");
	buf_add_text(out, ">\n");
}

static void add_date(struct buf *out, const struct model *model, enum field field, const char *dublin_core,
		     const char *schema)
{
	struct buf date = BUF_INIT;

	metadata_add_date(&date, model, field);
	add_meta(out, dublin_core, schema, buf_str(&date));
	buf_release(&date);
}

static void add_facts(struct buf *out, const struct doc *doc)
{
	buf_add_text(out, "<link rel=\"schema.dcterms\" href=\"http://purl.org/dc/terms/\">\n");
	add_meta(out, "dcterms.title", "schema:name", doc->title);
	add_meta(out, "dcterms.language", "schema:inLanguage", str_of(lang_tag(doc->lang)));
	add_meta(out, "dcterms.publisher", "schema:publisher", metadata_organisation(doc));
	if (!doc->model || !doc->model->policy)
		return;
	add_date(out, doc->model, POLICY_EFFECTIVE, "dcterms.valid", NULL);
	add_date(out, doc->model, POLICY_UPDATED, "dcterms.modified", "schema:dateModified");
	add_meta(out, NULL, "schema:version", object_name(doc->model->policy, POLICY_VERSION));
}

static void add_type(struct buf *out, const char *type, const char *name, const char *file)
{
	if (!file)
		return;
	buf_add_text(out, "<link rel=\"alternate\"");
	html_add_attribute(out, "type", str_of(type), "");
	html_add_attribute(out, "title", str_of(name), "");
	html_add_attribute(out, "href", str_of(file), "");
	buf_add_text(out, ">\n");
}

static void add_address(struct buf *out, const char *rel, const char *hreflang, struct str address)
{
	buf_add_text(out, "<link");
	html_add_attribute(out, "rel", str_of(rel), "");
	html_add_attribute(out, "hreflang", str_of(hreflang), "");
	html_add_attribute(out, "href", address, "");
	buf_add_text(out, ">\n");
}

/* The page's address, and that of the page in every language; the one that prevails is for
 * readers of any other language. */
static void add_addresses(struct buf *out, const struct doc *doc, const struct render_options *options)
{
	struct buf address = BUF_INIT;

	for (int i = 0; i < LANG_COUNT; i++) {
		if (!options->page[i])
			continue;
		buf_reset(&address);
		site_add_address(&address, options->site, doc->id, options->page[i]);
		if ((enum lang)i == doc->lang)
			add_address(out, "canonical", "", buf_str(&address));
		add_address(out, "alternate", lang_tag((enum lang)i), buf_str(&address));
		if (doc->model && (enum lang)i == doc->model->languages[0])
			add_address(out, "alternate", "x-default", buf_str(&address));
	}
	buf_release(&address);
}

void metadata_add(struct buf *out, const struct doc *doc, const struct render_options *options)
{
	if (options->site && !str_is_empty(options->site->base_url))
		add_addresses(out, doc, options);
	add_type(out, "text/markdown", "Markdown", options->markdown[doc->lang]);
	add_type(out, "application/xml", "XML", options->xml);
	add_facts(out, doc);
}
