/*
 * Elements as bytes, indented: blocks on lines of their own, inlines within their
 * text. Holds no stack; the caller closes what it opened.
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

/* An element on its own line. */
void xml_open(struct xml_writer *xml, const char *name);
void xml_close(struct xml_writer *xml, const char *name);
/* An element within text. */
void xml_open_inline(struct xml_writer *xml, const char *name);
void xml_close_inline(struct xml_writer *xml, const char *name);
/* Only right behind an open; nothing when the value is "". */
void xml_attribute(struct xml_writer *xml, const char *name, struct str value);
void xml_text(struct xml_writer *xml, struct str text);
/* Ends the start tag; what is appended to xml->out next must be well-formed. */
void xml_begin_content(struct xml_writer *xml);
/* <name>text</name> */
void xml_element(struct xml_writer *xml, const char *name, struct str text);

#endif
