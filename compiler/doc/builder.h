/*
 * Inside doc/: the state of one doc_build() and the functions by which the files of
 * sections write nodes. Nothing outside compiler/doc includes this.
 *
 * Nodes live in the unit arena. A text given here is plain: typography is applied
 * when its node is made. "Adds" means: as the last child of the parent.
 */
#ifndef DOC_BUILDER_H
#define DOC_BUILDER_H

#include "base/vec.h"
#include "doc/doc.h"

struct doc_gaps; /* gaps.c */

/* What the page calls an object, and where it, a built-in section or a right stands: made
 * at first use. */
struct doc_place {
	struct str title; /* set; of objects alone */
	bool plain;	  /* the title is */
	struct str id;
	struct doc_node *node; /* with the id, perhaps left out of the page; NULL: none */
	bool sought;	       /* the node was, on the finished page: NULL is nowhere */
};

/* A node that leads to a place, to fill or undo when the page is built. */
struct doc_reference {
	struct doc_node *node;
	struct doc_place *place;
};

struct doc_builder {
	struct arena *arena;
	const struct model *model;
	const struct wording *wording;
	enum lang lang;
	struct doc *doc;
	struct doc_gaps *gaps;		       /* NULL: a finished document */
	enum word section;		       /* WORD_SECTION_*: the one being built; WORD_NONE: the top */
	struct doc_place *places[BLOCK_COUNT]; /* by number of the object; NULL: none yet */
	struct doc_place *word_places[VOCABULARY_COUNT]; /* by number of the word */
	struct buf plain;				 /* text being put together */
	struct buf typeset;				 /* the same, set */
	VEC(struct doc_reference) references;
};

#include "doc/node.h" /* the functions of node.c, for the builder above */

/* --- text.c --- */
/* The text with its typography: itself where that changes nothing, else a copy. */
struct str doc_set_text(struct doc_builder *b, struct str plain);
/* The text must live as long as the document, as those of the model and of tables do. */
void doc_add_text(struct doc_builder *b, struct doc_node *parent, struct str plain);
/* Text that is set already; not copied. */
void doc_add_set_text(struct doc_builder *b, struct doc_node *parent, struct str set);
/* An author's text, its typed references resolved. NULL is allowed. */
void doc_add_author(struct doc_builder *b, struct doc_node *parent, const struct text *text);
void doc_add_author_str(struct doc_builder *b, struct doc_node *parent, struct str text);
/* The label of the word; the same with a capital first letter. */
void doc_add_word(struct doc_builder *b, struct doc_node *parent, enum word word);
void doc_add_capital(struct doc_builder *b, struct doc_node *parent, enum word word);
/* Gives a text node that is there already a capital first letter. */
void doc_capitalise(struct doc_builder *b, struct doc_node *text);
struct str doc_label(const struct doc_builder *b, enum word word);
void doc_add_separator(struct doc_builder *b, struct doc_node *parent, size_t i, size_t n);
/* What fills a {hole}: text, or the children of `inlines`, which are moved. */
struct doc_hole {
	const char *name;
	struct str text;
	struct doc_node *inlines;
};
/* clang-format off */
#define HOLES(...) ((const struct doc_hole[]) { __VA_ARGS__, { NULL, { NULL, 0 }, NULL } })
/* clang-format on */
void doc_add_clause(struct doc_builder *b, struct doc_node *parent, enum clause clause,
		    const struct doc_hole *holes);
/* The same in a paragraph of its own, which is returned. */
struct doc_node *doc_add_sentence(struct doc_builder *b, struct doc_node *parent, enum clause clause,
				  const struct doc_hole *holes);
/* The hole of an author's text; of a list of words. */
struct doc_hole doc_hole_text(struct doc_builder *b, const char *name, const struct text *text);
struct doc_hole doc_hole_author(struct doc_builder *b, const char *name, struct str text);
/* A duration within a sentence: "un mois"; other values as by doc_hole_list(). */
struct doc_hole doc_hole_duration(struct doc_builder *b, const char *name, const struct object *object,
				  enum field field);
struct doc_hole doc_hole_words(struct doc_builder *b, const char *name, const struct object *object,
			       enum field field);
struct doc_hole doc_hole_list(struct doc_builder *b, const char *name, const struct object *object,
			      enum field field);

/* --- value.c --- */
/* The value of a field of that type as the page writes it: links, references, dates in words. */
void doc_add_value(struct doc_builder *b, struct doc_node *parent, const struct value *value, enum type type);
/* All readable values of the field, "a, b and c", and its gaps; false: none. */
bool doc_add_values(struct doc_builder *b, struct doc_node *parent, const struct object *object,
		    enum field field);
/* The same, an item of a list each. */
void doc_add_value_list(struct doc_builder *b, struct doc_node *cell, const struct object *object,
			enum field field);
/* The title of the object, linked to its place on the page where it has one. */
void doc_add_object(struct doc_builder *b, struct doc_node *parent, const struct object *object);
/* The same without a link. */
void doc_add_title(struct doc_builder *b, struct doc_node *parent, const struct object *object);
/* The object's place, whose identifier ("purpose-newsletter") may be "". */
struct doc_place *doc_place(struct doc_builder *b, const struct object *object);
/* The node gets the place's identifier, and is where references to it lead. */
void doc_take_place(struct doc_node *node, struct doc_place *place);
void doc_add_url(struct doc_builder *b, struct doc_node *parent, struct str url);

#endif
