/*
 * Private to schema_xsd*.c: elements of XML Schema, and what the documents add.
 */
#ifndef RENDER_SCHEMA_XSD_H
#define RENDER_SCHEMA_XSD_H

#include "render/schema.h"

/* <ELEMENT name="...">, left open. */
void xsd_open_named(struct xml_writer *xml, const char *element, const char *name);
/* <xs:element name= type= minOccurs= maxOccurs=>, left open. */
void xsd_open_element(struct xml_writer *xml, const char *name, const char *type, bool required,
		      bool repeats);
/* The same, closed. */
void xsd_add_element(struct xml_writer *xml, const char *name, const char *type, bool required, bool repeats);
void xsd_add_attribute(struct xml_writer *xml, const char *name, const char *type, bool required);
/* xml:lang, required. */
void xsd_add_language_attribute(struct xml_writer *xml);
void xsd_add_annotation(struct xml_writer *xml, struct words help);
/* <ELEMENT attribute="value"/> */
void xsd_add_empty(struct xml_writer *xml, const char *element, const char *attribute, const char *value);
/* The inside of a key: where it is looked for, and the attribute that holds it. */
void xsd_add_selector(struct xml_writer *xml, const char *path, const char *field);

/* The types of document nodes, and that of <document>. */
void xsd_add_documents(struct xml_writer *xml);
/* <document>: its places are unique in it, and its references lead to them. */
void xsd_add_document_element(struct xml_writer *xml);

#endif
