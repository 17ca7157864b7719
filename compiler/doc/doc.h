/*
 * The document: a format-neutral tree in one language, built from the model in the
 * order a reader needs. All text in it is final: typography applied, holes filled,
 * dates written out. Renderers walk it and know nothing of policies.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "wording/wording.h"

enum doc_kind {
	DOC_DOCUMENT,
	/* blocks */
	DOC_SECTION,  /* id, number, level; its first child is a DOC_HEADING; flag: the first layer */
	DOC_HEADING,  /* inlines */
	DOC_CONTENTS, /* an ordered DOC_LIST, in each item a paragraph with a DOC_REFERENCE */
	DOC_PARAGRAPH,
	DOC_LIST,    /* flag: ordered */
	DOC_ITEM,    /* blocks */
	DOC_TERMS,   /* a list of terms: DOC_TERM, DOC_MEANING in turn; flag: long meanings,
		      * which a page may show on demand */
	DOC_TERM,    /* inlines; id when it can be linked to */
	DOC_MEANING, /* blocks */
	DOC_TABLE,   /* DOC_CAPTION, then DOC_ROWs; the first row is the header */
	DOC_CAPTION, /* inlines */
	DOC_ROW,     /* flag: header; id when it can be linked to */
	DOC_CELL,    /* inlines or DOC_LISTs of short items; flag: header of its row */
	DOC_NOTICE,  /* a box that stands apart (the objection notice); id; a DOC_HEADING, blocks */
	DOC_QUOTE,
	DOC_CODE_BLOCK,
	DOC_RULE,
	/* inlines */
	DOC_GAP,  /* of a draft: text is what is missing, id the rule */
	DOC_TEXT, /* flag: known to be plain (base/utf8.h) */
	DOC_STRONG,
	DOC_EMPHASIS,
	DOC_CODE,
	DOC_LINK,      /* href: https, http, mailto, tel */
	DOC_REFERENCE, /* href: the id of a place in this document */
	DOC_BREAK,
	DOC_KIND_COUNT
};

/* A page has thousands of nodes, which are walked for every format: they are kept small,
 * and begin with what every walk reads. */
struct doc_node {
	enum doc_kind kind : 8;
	enum lang lang : 8; /* of DOC_TEXT in another language than the document; else the document's */
	bool flag;
	signed char level; /* of sections: 1 for the first level below the title */
	struct doc_node *first, *next, *parent, *last;
	struct str text; /* of DOC_TEXT, DOC_CODE, DOC_CODE_BLOCK, DOC_GAP */
	struct str id;	 /* the same in every language */
	union {
		struct str href;   /* of links and references */
		struct str number; /* of sections: "3.2" */
	};
};

struct doc {
	struct arena *arena;
	enum lang lang;
	const struct model *model;
	const struct wording *wording;
	struct str id; /* of the policy */
	struct str title;
	struct str draft; /* the warning that a draft carries on every page, or "" */
	struct doc_node *root;
};

struct doc_options {
	enum lang lang;
	/* A draft: its findings, whose errors that cite the law become gaps, each shown
	 * once; NULL for a finished document. */
	const struct findings *gaps;
	/* The section (WORD_SECTION_*) where a rule's gap stands; WORD_NONE: its object, or
	 * the top of the page. NULL: WORD_NONE for all. */
	enum word (*section_of)(const struct code *code);
};

/* Checks the Markdown of every text (raw HTML, unsafe links, images); adds findings.
 * The typed references in texts are model/xref.h's to check. Language-independent. */
void doc_check_texts(const struct model *model, struct findings *findings);

/* Builds the document in one language. Never NULL. */
struct doc *doc_build(struct arena *arena, const struct model *model, const struct wording *wording,
		      const struct doc_options *options);

/* The one walker: ENTER and EXIT of each node, leaves get both. No recursion. */
enum doc_event { DOC_ENTER, DOC_EXIT, DOC_DONE };
struct doc_walk {
	struct doc_node *root;
	struct doc_node *node; /* of the event just given */
	enum doc_event event;
};
void doc_walk_init(struct doc_walk *walk, struct doc_node *root);
enum doc_event doc_walk_next(struct doc_walk *walk);

bool doc_is_inline(enum doc_kind kind);

/* Asserts the tree's invariants (debug builds). */
void doc_check(const struct doc *doc);
void doc_dump(struct buf *out, const struct doc *doc);

#endif
