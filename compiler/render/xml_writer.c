/*
 * The bytes of elements. Takes names from tables (never from authors) and text from
 * anyone; escapes the text. Empty elements are written as <name/>.
 */
#include "render/xml_writer.h"

#include <string.h>

#include "render/escape.h"

/* The indentation stops growing at a depth, so that deep nesting costs no more than it holds. */
enum { DEPTH_SHOWN = 24 };

/* Ends the start tag that is open, breaks the line, and gives the place where n more bytes may stand: all
 * that a tag needs is made room for at once. The spaces are written in steps of a fixed size, beyond what is
 * needed. */
static char *begin_tag(struct xml_writer *xml, size_t n)
{
	static const char step[] = "                                ";
	size_t depth = xml->depth < DEPTH_SHOWN ? xml->depth : DEPTH_SHOWN;
	size_t spaces = 2 * depth, width = sizeof(step) - 1;
	char *to = buf_room(xml->out, 2 + spaces + width + n);

	if (xml->open)
		*to++ = '>';
	xml->open = false;
	*to++ = '\n';
	for (size_t i = 0; i < spaces; i += width)
		memcpy(to + i, step, width);
	return to + spaces;
}

static void end_bytes(struct xml_writer *xml, char *end)
{
	*end = '\0';
	xml->out->n = (size_t)(end - xml->out->s);
}

void xml_open_tag(struct xml_writer *xml, struct str name)
{
	char *to = begin_tag(xml, name.n + 1);

	*to++ = '<';
	memcpy(to, name.s, name.n);
	end_bytes(xml, to + name.n);
	xml->open = true;
	xml->inside = false;
	xml->depth++;
}

void xml_close_tag(struct xml_writer *xml, struct str name)
{
	char *to;

	xml->depth--;
	if (xml->open) {
		buf_add(xml->out, "/>", 2);
	} else {
		to = xml->inside ? buf_room(xml->out, name.n + 4) : begin_tag(xml, name.n + 3);
		*to++ = '<';
		*to++ = '/';
		memcpy(to, name.s, name.n);
		to[name.n] = '>';
		end_bytes(xml, to + name.n + 1);
	}
	xml->open = false;
	xml->inside = false;
}

void xml_add_attribute(struct xml_writer *xml, struct str name, struct str value)
{
	char *to;

	if (str_is_empty(value))
		return;
	to = buf_room(xml->out, name.n + 3);
	*to++ = ' ';
	memcpy(to, name.s, name.n);
	to += name.n;
	*to++ = '=';
	*to++ = '"';
	end_bytes(xml, to);
	escape_add(xml->out, value, escape_xml_attribute);
	buf_add_char(xml->out, '"');
}

void xml_begin_content(struct xml_writer *xml)
{
	if (xml->open)
		buf_add_char(xml->out, '>');
	xml->open = false;
	xml->inside = true;
}

void xml_text(struct xml_writer *xml, struct str text)
{
	xml_begin_content(xml);
	escape_add(xml->out, text, escape_xml);
}
