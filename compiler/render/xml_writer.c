/*
 * The bytes of elements. Takes names from tables (never from authors) and text from
 * anyone; escapes the text. Empty elements are written as <name/>.
 */
#include "render/xml_writer.h"

#include "render/escape.h"

enum { DEPTH_SHOWN = 24 };

static void end_tag(struct xml_writer *xml)
{
	if (xml->open)
		buf_add_char(xml->out, '>');
	xml->open = false;
}

/* The indentation stops growing at a depth, so that deep nesting costs no more than it holds. */
static void new_line(struct xml_writer *xml)
{
	size_t depth = xml->depth < DEPTH_SHOWN ? xml->depth : DEPTH_SHOWN;

	buf_add_char(xml->out, '\n');
	buf_add_repeat(xml->out, ' ', 2 * depth);
}

void xml_open_inline(struct xml_writer *xml, const char *name)
{
	end_tag(xml);
	buf_add_char(xml->out, '<');
	buf_add_text(xml->out, name);
	xml->open = true;
	xml->inside = false;
	xml->depth++;
}

void xml_open(struct xml_writer *xml, const char *name)
{
	end_tag(xml);
	new_line(xml);
	xml_open_inline(xml, name);
}

static void close_tag(struct xml_writer *xml, const char *name)
{
	if (xml->open) {
		buf_add_text(xml->out, "/>");
	} else {
		if (!xml->inside)
			new_line(xml);
		buf_add_text(xml->out, "</");
		buf_add_text(xml->out, name);
		buf_add_char(xml->out, '>');
	}
	xml->open = false;
}

void xml_close(struct xml_writer *xml, const char *name)
{
	xml->depth--;
	close_tag(xml, name);
	xml->inside = false;
}

void xml_close_inline(struct xml_writer *xml, const char *name)
{
	xml->depth--;
	close_tag(xml, name);
	xml->inside = true;
}

void xml_attribute(struct xml_writer *xml, const char *name, struct str value)
{
	if (str_is_empty(value))
		return;
	buf_add_char(xml->out, ' ');
	buf_add_text(xml->out, name);
	buf_add_text(xml->out, "=\"");
	escape_add(xml->out, value, escape_xml_attribute);
	buf_add_char(xml->out, '"');
}

void xml_begin_content(struct xml_writer *xml)
{
	end_tag(xml);
	xml->inside = true;
}

void xml_text(struct xml_writer *xml, struct str text)
{
	xml_begin_content(xml);
	escape_add(xml->out, text, escape_xml);
}

void xml_element(struct xml_writer *xml, const char *name, struct str text)
{
	xml_open(xml, name);
	xml_text(xml, text);
	xml_close(xml, name);
}
