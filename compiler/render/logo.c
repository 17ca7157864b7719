/*
 * Takes the bytes of a picture; gives its kind and proportions. A PNG is known by its
 * header. An SVG is read whole through libxml2 and refused where it holds what could run
 * or fetch when its file is opened by itself: scripts, handlers, foreign content, links
 * out of the file, a document type.
 */
#include <stdlib.h>

#include <libxml/xmlreader.h>

#include "render/site.h"

enum { SIDE_LIMIT = 4096 };

static unsigned big_endian(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 | bytes[3];
}

/* PNG (ISO/IEC 15948), 5.2 and 11.2.2: signature, then IHDR with width and height. */
static bool read_png(struct site_logo *logo)
{
	const unsigned char *bytes = (const unsigned char *)logo->bytes.s;

	if (logo->bytes.n < 33 || memcmp(bytes, "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16))
		return false;
	logo->file = "logo.png";
	logo->width = big_endian(bytes + 16);
	logo->height = big_endian(bytes + 20);
	return true;
}

static bool is_one_of(const xmlChar *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!xmlStrcmp(name, (const xmlChar *)names[i]))
			return true;
	}
	return false;
}

static bool is_element_safe(xmlTextReader *reader)
{
	static const char *const refused[] = { "script", "foreignObject", "iframe", "object", "embed",
					       "audio",	 "video",	  "set",    "animate" };

	return !is_one_of(xmlTextReaderConstLocalName(reader), refused, sizeof(refused) / sizeof(refused[0]));
}

/* References stay in the file; a url() in an attribute names a part of it, "url(#a)". */
static bool is_attribute_safe(xmlTextReader *reader)
{
	const xmlChar *name = xmlTextReaderConstLocalName(reader);
	const xmlChar *value = xmlTextReaderConstValue(reader);
	const xmlChar *url = value;

	if (xmlTextReaderIsNamespaceDecl(reader) == 1)
		return true;
	if (!xmlStrncmp(name, (const xmlChar *)"on", 2))
		return false;
	if (!xmlStrcmp(name, (const xmlChar *)"href") || !xmlStrcmp(name, (const xmlChar *)"src"))
		return value[0] == '#';
	while ((url = xmlStrcasestr(url, (const xmlChar *)"url(")) != NULL) {
		url += 4;
		if (*url != '#')
			return false;
	}
	return true;
}

static unsigned attribute_number(xmlTextReader *reader, const char *name)
{
	xmlChar *value = xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
	long n = value ? strtol((const char *)value, NULL, 10) : 0;

	xmlFree(value);
	return n > 0 && n <= SIDE_LIMIT ? (unsigned)n : 0;
}

/* The proportions: of width and height, else of the view box. */
static void read_sides(xmlTextReader *reader, struct site_logo *logo)
{
	xmlChar *box = xmlTextReaderGetAttribute(reader, (const xmlChar *)"viewBox");
	const char *text = box ? (const char *)box : "";
	double sides[4] = { 0 };

	for (int i = 0; i < 4; i++) {
		char *end;

		text += strspn(text, " ,\t\n");
		sides[i] = strtod(text, &end);
		text = end;
	}
	xmlFree(box);
	logo->width = attribute_number(reader, "width");
	logo->height = attribute_number(reader, "height");
	if (logo->width && logo->height)
		return;
	if (sides[2] >= 1 && sides[2] <= SIDE_LIMIT && sides[3] >= 1 && sides[3] <= SIDE_LIMIT) {
		logo->width = (unsigned)sides[2];
		logo->height = (unsigned)sides[3];
	}
}

static bool is_node_safe(xmlTextReader *reader)
{
	int type = xmlTextReaderNodeType(reader);

	if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE ||
	    type == XML_READER_TYPE_PROCESSING_INSTRUCTION)
		return false;
	if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA) {
		size_t at;
		const char *text = (const char *)xmlTextReaderConstValue(reader);

		return theme_check(str_of(text), &at) != THEME_FETCH;
	}
	if (type != XML_READER_TYPE_ELEMENT)
		return true;
	if (!is_element_safe(reader))
		return false;
	while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
		if (!is_attribute_safe(reader))
			return false;
	}
	return true;
}

static bool is_svg_root(xmlTextReader *reader)
{
	return !xmlStrcmp(xmlTextReaderConstLocalName(reader), (const xmlChar *)"svg") &&
	       !xmlStrcmp(xmlTextReaderConstNamespaceUri(reader),
			  (const xmlChar *)"http://www.w3.org/2000/svg");
}

static bool read_svg(struct site_logo *logo)
{
	xmlTextReader *reader = xmlReaderForMemory(logo->bytes.s, (int)logo->bytes.n, NULL, NULL,
						   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	bool is_svg = false;
	bool is_safe = true;
	int more = 0;

	while (reader && is_safe && (more = xmlTextReaderRead(reader)) == 1) {
		if (!is_svg && xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT) {
			is_svg = is_svg_root(reader);
			is_safe = is_svg;
			read_sides(reader, logo);
		}
		is_safe = is_safe && is_node_safe(reader);
	}
	xmlFreeTextReader(reader);
	logo->file = "logo.svg";
	return is_svg && is_safe && !more;
}

bool logo_read(struct site_logo *logo)
{
	return (read_png(logo) || read_svg(logo)) && logo->width && logo->height &&
	       logo->width <= SIDE_LIMIT && logo->height <= SIDE_LIMIT;
}
