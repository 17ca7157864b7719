/*
 * The words of the language: blocks, fields and vocabularies of grammar/ (one row
 * each, both languages) as tables, and the look-up of what an author wrote.
 */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/str.h"
#include "model/words.h"

/* What a field's values are; language.md, "Types". */
enum type {
	TYPE_TEXT,     /* localised plain text */
	TYPE_MARKDOWN, /* localised CommonMark */
	TYPE_NAME,     /* the same in all languages */
	TYPE_WORDS,    /* bare identifiers that are not references: cookie names, versions */
	TYPE_LAW,      /* a provision of law, as lawyers write it */
	TYPE_CHOICE,   /* a word of the vocabulary `of` */
	TYPE_FLAG,
	TYPE_REFERENCE, /* to a block of kind `of` */
	TYPE_REFERENCE_OR_TEXT,
	TYPE_URL,
	TYPE_URL_OR_TEXT,
	TYPE_FLAG_OR_URL,
	TYPE_EMAIL,
	TYPE_PHONE,
	TYPE_DATE,
	TYPE_DURATION,
	TYPE_PERIOD,
	TYPE_COUNTRY,
	TYPE_INTEGER,
	TYPE_LANGUAGE, /* fr or en */
	TYPE_RULE,     /* a rule's identifier */
	TYPE_SECTION,  /* a built-in section's word, or a section's identifier */
	TYPE_CLAUSE,   /* a clause's identifier */
	TYPE_BLOCK     /* an object of kind `of` */
};

enum field_flags {
	MANY = 1,	  /* may be given more than once */
	LIST = 2,	  /* takes several values, separated by commas */
	HEAD = 4,	  /* written behind the block's keyword, before its brace */
	SPREAD = 8,	  /* a block whose first head value may be a list: one object for each */
	ID = 16,	  /* the block is named: an identifier comes first */
	ID_OPTIONAL = 32, /* it may be */
	NEEDED = 64,	  /* a field that the block says nothing without */
	INTERNAL = 128,	  /* never published: in no output */
	TITLE = 256	  /* what the object is called */
};

struct field_row {
	enum block block;
	const char *word[LANG_COUNT];	  /* the keyword; [LANG_EN] is also the XML name */
	unsigned char length[LANG_COUNT]; /* of the keyword, in bytes */
	enum type type;
	unsigned flags;
	int of; /* enum vocabulary for TYPE_CHOICE, enum block for references and blocks */
	struct words help;
};

struct block_row {
	const char *name; /* "PURPOSE": the enumerator */
	struct words help;
	enum field first;
	unsigned n; /* fields */
};

struct word_row {
	enum vocabulary vocabulary;
	const char *word[LANG_COUNT];
	unsigned char length[LANG_COUNT]; /* of the word, in bytes */
	struct words label;		  /* as the page says it */
};

struct vocabulary_row {
	struct words help;
	enum word first;
	unsigned n;
};

extern const struct field_row schema_fields[FIELD_COUNT];
extern const struct word_row schema_words[WORD_COUNT];
/* By field: its place among those of its block, from 0. */
extern const unsigned char schema_slots[FIELD_COUNT];

const struct block_row *schema_block(enum block block);
const struct vocabulary_row *schema_vocabulary(enum vocabulary vocabulary);

/* The field of the block (or one that every block takes) that the folded keyword
 * names, or -1. The keyword is compared in its utf8_fold form. */
int schema_field(enum block block, struct str folded, enum lang lang);
/* The same by the keyword as the table writes it, in this very form: the fast way. */
int schema_field_exactly(enum block block, struct str written, enum lang lang);
/* The word of the vocabulary, or WORD_NONE. */
enum word schema_word(enum vocabulary vocabulary, struct str folded, enum lang lang);
enum word schema_word_exactly(enum vocabulary vocabulary, struct str written, enum lang lang);
/* True when the folded text is the word (which a table writes with its accents). */
bool schema_is(const char *word, struct str folded);

#endif
