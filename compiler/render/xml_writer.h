/*
 * Elements as bytes, indented, each on a line of its own. Holds no stack; the caller
 * closes what it opened.
 */
#ifndef RENDER_XML_WRITER_H
#define RENDER_XML_WRITER_H

#include "base/buf.h"

struct xml_writer {
	struct buf *out;
	size_t depth;
	bool open;   /* the start tag of the last element still takes attributes */
	bool inside; /* characters were written last: no line may be broken here */
};

/* A start and an end tag. */
void xml_open_tag(struct xml_writer *xml, struct str name);
void xml_close_tag(struct xml_writer *xml, struct str name);
/* Only right behind an open; nothing when the value is "". */
void xml_add_attribute(struct xml_writer *xml, struct str name, struct str value);
void xml_text(struct xml_writer *xml, struct str text);
/* Ends the start tag; what is appended to xml->out next must be well-formed. */
void xml_begin_content(struct xml_writer *xml);

/* The same by the names of tables and literals: a literal's length is known to the
 * compiler. */
static inline void xml_open(struct xml_writer *xml, const char *name)
{
	xml_open_tag(xml, str_of(name));
}

static inline void xml_close(struct xml_writer *xml, const char *name)
{
	xml_close_tag(xml, str_of(name));
}

static inline void xml_attribute(struct xml_writer *xml, const char *name, struct str value)
{
	xml_add_attribute(xml, str_of(name), value);
}

/* <name>text</name> */
static inline void xml_element(struct xml_writer *xml, const char *name, struct str text)
{
	xml_open(xml, name);
	xml_text(xml, text);
	xml_close(xml, name);
}

#endif
