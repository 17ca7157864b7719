/*
 * What the two schemas of the XML output share: the simple types, and the names of
 * the types that the tables of grammar/ give rise to.
 */
#ifndef RENDER_SCHEMA_H
#define RENDER_SCHEMA_H

#include "render/xml.h"

/* A simple type: a datatype of XML Schema, with a pattern unless it is NULL. */
struct schema_simple {
	const char *name;
	const char *base;
	const char *pattern;
	struct words help;
};
/* Ends with a row without name. */
extern const struct schema_simple schema_simples[];

/* A shape that the fields of several blocks share. */
enum schema_shape {
	SHAPE_TEXT,		 /* <text xml:lang="..."> once a language */
	SHAPE_REFERENCE,	 /* ref="..." */
	SHAPE_REFERENCE_OR_TEXT, /* one of the two */
	SHAPE_URL_OR_TEXT,	 /* href="...", or texts */
	SHAPE_FLAG_OR_URL,
	SHAPE_PERIOD,
	SHAPE_COUNT
};
struct schema_shape_row {
	const char *name;
	struct words help;
};
extern const struct schema_shape_row schema_shapes[SHAPE_COUNT];

/* How near a word is to its term of the W3C Data Privacy Vocabulary. */
enum dpv_match { DPV_NONE, DPV_BROADER, DPV_CLOSE, DPV_EXACT };
struct dpv_row {
	enum dpv_match match;
	const char *term; /* behind DPV_NAMESPACE */
};
#define DPV_NAMESPACE "https://w3id.org/dpv"
extern const struct dpv_row schema_dpv[WORD_COUNT];
extern const char *const schema_dpv_matches[DPV_EXACT + 1];
/* What the element says when its type, which it shares, does not: text in no language
 * without such a row. */
struct words schema_element_help(const char *name, const char *type);

/* Each appends a type's name: of a block ("block-purpose"), a vocabulary
 * ("word-basis"), a field's values. */
void schema_add_block_name(struct buf *out, enum block block);
void schema_add_vocabulary_name(struct buf *out, enum vocabulary vocabulary);
void schema_add_field_type(struct buf *out, const struct field_row *row);

/* Whether the field stands in the output, and whether more than once. */
bool schema_is_public(const struct field_row *row);
bool schema_repeats(const struct field_row *row);
/* Whether the block stands in the output as a type of its own. */
bool schema_block_is_public(enum block block);
/* Whether objects of the block carry an identifier, always or at all. */
bool schema_block_is_named(enum block block, bool always);
/* Whether the word is a value of the output (not a mere spelling of another). */
bool schema_word_is_public(enum word word);

/* Documentation in both languages: an element each, typography applied. */
void schema_add_help(struct xml_writer *xml, const char *element, struct words help);
/* The XML declaration and the comment at the top. */
void schema_add_head(struct buf *out);

#endif
