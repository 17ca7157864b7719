/*
 * Private to xml_read*.c: one reading of a policy's XML, the elements that are open,
 * and the statements made of them. Every text and place is one of the source.
 */
#ifndef RENDER_XML_READ_H
#define RENDER_XML_READ_H

#include "render/codes.h"
#include "render/schema.h"

enum xml_frame_kind {
	XML_IN_POLICY,	/* the root: facts and documents */
	XML_IN_BLOCK,	/* facts or an object: its fields */
	XML_IN_TEXTS,	/* a text once a language */
	XML_IN_PERIOD,	/* the parts of a storage period */
	XML_IN_DERIVED, /* what polc derives anew */
	XML_IN_LEAF,	/* characters alone */
	XML_IN_NOTHING, /* an element whose attributes say all */
	XML_IN_NODES,	/* a document, which polc writes anew */
	XML_IN_REFUSED	/* what stands in an element that was refused */
};

struct xml_reader;
struct xml_frame;

/* A part of the source: what it means, and where it stands. */
struct xml_piece {
	struct str text;
	struct span span;
};

/* Takes the characters of a leaf. */
typedef void xml_leaf(struct xml_reader *r, const struct xml_frame *frame, struct xml_piece piece);

/* An element that is open. */
struct xml_frame {
	enum xml_frame_kind kind;
	enum block block;	     /* XML_IN_BLOCK */
	const struct field_row *row; /* the field, where it is one */
	struct statement *statement; /* what the content goes to; NULL: the tree itself */
	xml_leaf *leaf;
	unsigned events; /* XML_IN_PERIOD: so far */
	bool introduced; /* a word stands before them */
	struct str name;
	struct span tag;  /* the name in its start tag */
	uint32_t content; /* where the content begins */
};

/* A start tag. Attributes are libxml2's: name, prefix, namespace, value, its end. */
struct xml_element {
	struct str name;
	struct span tag;     /* the name */
	uint32_t start, end; /* from its "<" to the ">" or "/>" */
	const unsigned char **attributes;
	int attribute_count;
};

struct xml_reader {
	struct arena *arena;
	const struct source *source;
	struct findings *findings;
	struct tree *tree;
	void *parser; /* libxml2's */
	VEC(struct xml_frame) frames;
	struct buf characters; /* since the last tag */
	bool has_facts;
	bool stopped;
};

/* --- xml_read.c --- */
struct diag *xml_complain(struct xml_reader *r, enum xml_code code, struct span span, struct str name);
/* Opens the frame of the element, whose content the caller describes. */
struct xml_frame *xml_push(struct xml_reader *r, const struct xml_element *element, enum xml_frame_kind kind);

/* --- xml_read_attributes.c --- */
/* The attribute ("ref", "xml:lang"); false without one. */
bool xml_attribute_of(struct xml_reader *r, const struct xml_element *element, const char *name,
		      struct xml_piece *piece);
/* The same; a finding without one. */
bool xml_attribute_needed(struct xml_reader *r, const struct xml_element *element, const char *name,
			  struct xml_piece *piece);
/* A finding for each attribute that is none of the names (up to two, or NULL). */
void xml_check_attributes(struct xml_reader *r, const struct xml_element *element, const char *first,
			  const char *second);

/* --- xml_read_field.c --- */
/* An element within a block, a text, a period. */
void xml_block_child(struct xml_reader *r, const struct xml_element *element);
void xml_texts_child(struct xml_reader *r, const struct xml_element *element);
void xml_period_child(struct xml_reader *r, const struct xml_element *element);
/* What the end of an object's element adds. */
void xml_block_end(struct xml_reader *r, const struct xml_frame *frame);
/* Refuses the element, with all that it holds. */
void xml_refuse(struct xml_reader *r, const struct xml_element *element);

/* --- xml_read_value.c: values of the statement that the frame's content goes to --- */
/* A statement at the end of the frame's. */
struct statement *xml_statement(struct xml_reader *r, const struct xml_frame *parent, struct str keyword,
				struct span span);
/* The statement of a field's value: a new one, or that of the list it goes on with. */
struct statement *xml_field_statement(struct xml_reader *r, const struct xml_frame *parent,
				      const struct field_row *row, struct span span);
void xml_add_value(struct xml_reader *r, struct statement *to, enum token_kind kind, struct xml_piece piece);
/* A word; a finding when it is empty or would mean something else. */
bool xml_add_word(struct xml_reader *r, const struct xml_frame *frame, struct statement *to,
		  struct xml_piece piece);
/* The number and unit of an ISO 8601 duration. */
void xml_add_duration(struct xml_reader *r, const struct xml_frame *frame, struct statement *to,
		      struct xml_piece piece);
/* How the characters of a field of that type are read; NULL: it has none. */
xml_leaf *xml_leaf_of(enum type type);

#endif
