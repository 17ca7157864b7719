/*
 * A policy -> one bilingual XML document. libxml2's writer makes the frame and
 * hands the bytes over; facts.c and document.c fill it with markup of their own,
 * since the writer's element stack would cost more than all the rest of a build.
 */
#include "render/xml.h"

#include <libxml/xmlwriter.h>

#include "render/escape.h"
#include "render/render.h"

/* The sink of libxml2's output: appends to the buffer. */
static int sink_write(void *context, const char *bytes, int n)
{
	buf_add(context, bytes, (size_t)n);
	return n;
}

static int sink_close(void *context)
{
	(void)context;
	return 0;
}

static xmlTextWriterPtr writer_open(struct buf *out)
{
	xmlOutputBufferPtr output = xmlOutputBufferCreateIO(sink_write, sink_close, out, NULL);
	xmlTextWriterPtr writer;

	if (!output)
		return NULL;
	writer = xmlNewTextWriter(output);
	if (!writer)
		xmlOutputBufferClose(output);
	return writer;
}

static int add_attribute(xmlTextWriterPtr writer, const char *name, struct str value)
{
	struct buf text = BUF_INIT;
	int status;

	escape_add(&text, value, escape_control);
	status = xmlTextWriterWriteAttribute(writer, (const xmlChar *)name, (const xmlChar *)text.s);
	buf_release(&text);
	return status < 0 ? -1 : 0;
}

static int open_element(xmlTextWriterPtr writer, const char *name, const char *line)
{
	if (xmlTextWriterWriteRaw(writer, (const xmlChar *)line) < 0)
		return -1;
	return xmlTextWriterStartElement(writer, (const xmlChar *)name) < 0 ? -1 : 0;
}

/* Ends the start tag and hands all over, so that markup made elsewhere can be appended
 * behind it without a copy. */
static int begin_content(xmlTextWriterPtr writer)
{
	return xmlTextWriterWriteRaw(writer, (const xmlChar *)"") < 0 || xmlTextWriterFlush(writer) < 0 ? -1
													: 0;
}

static int close_element(xmlTextWriterPtr writer, const char *line)
{
	if (xmlTextWriterWriteRaw(writer, (const xmlChar *)line) < 0)
		return -1;
	return xmlTextWriterEndElement(writer) < 0 ? -1 : 0;
}

static int add_policy_attributes(xmlTextWriterPtr writer, const struct model *model, bool draft)
{
	struct buf languages = BUF_INIT;
	int status;

	for (size_t i = 0; i < model->language_count; i++) {
		buf_add_text(&languages, i ? " " : "");
		buf_add_text(&languages, lang_tag(model->languages[i]));
	}
	status = add_attribute(writer, "xmlns", STR(XML_NAMESPACE)) ||
		 add_attribute(writer, "id", model->policy->id) ||
		 add_attribute(writer, "edition", STR("1")) ||
		 add_attribute(writer, "languages", buf_str(&languages)) ||
		 (draft && add_attribute(writer, "draft", STR("true")));
	buf_release(&languages);
	return status ? -1 : 0;
}

static int add_facts(xmlTextWriterPtr writer, const struct model *model, struct buf *out)
{
	struct xml_writer xml = { .out = out, .depth = 2 };

	if (open_element(writer, "facts", "\n  ") || begin_content(writer))
		return -1;
	facts_add(&xml, model);
	return close_element(writer, "\n  ");
}

static int add_document(xmlTextWriterPtr writer, const struct doc *doc, struct buf *out)
{
	if (open_element(writer, "document", "\n  ") ||
	    add_attribute(writer, "xml:lang", str_of(lang_tag(doc->lang))) ||
	    add_attribute(writer, "title", doc->title) || begin_content(writer))
		return -1;
	document_add(out, doc);
	return close_element(writer, "  ");
}

/* The inside of <policy>, and its end. */
static int add_policy(xmlTextWriterPtr writer, struct buf *out, const struct model *model,
		      const struct doc *const *docs, size_t n)
{
	bool draft = n && !str_is_empty(docs[0]->draft);
	int status = add_policy_attributes(writer, model, draft) || add_facts(writer, model, out);

	for (size_t i = 0; !status && i < n; i++)
		status = add_document(writer, docs[i], out);
	return status ? -1 : close_element(writer, "\n");
}

int render_xml(struct buf *out, const struct model *model, const struct doc *const *docs, size_t n)
{
	xmlTextWriterPtr writer = writer_open(out);
	int status;

	if (!writer)
		return -1;
	/* xmlTextWriterStartDocument would pass all UTF-8 through a converter to UTF-8 */
	status = open_element(writer, "policy", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") ||
		 add_policy(writer, out, model, docs, n) || xmlTextWriterEndDocument(writer) < 0;
	xmlFreeTextWriter(writer);
	return status ? -1 : 0;
}
