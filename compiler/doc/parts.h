/*
 * Inside doc/: what sections are made of (terms, tables, contacts, prose, gaps), and
 * the function of each section. Nothing outside compiler/doc includes this.
 */
#ifndef DOC_PARTS_H
#define DOC_PARTS_H

#include "doc/builder.h"

/* --- terms.c: lists of terms and what they mean; addresses --- */
struct doc_node *doc_terms(struct doc_builder *b); /* detached: doc_attach_filled() */
/* The term, and the paragraph of its meaning, which is returned. */
struct doc_node *doc_add_term(struct doc_builder *b, struct doc_node *terms, enum clause clause);
/* The field's values as the meaning of the term; nothing when it says none. */
void doc_add_term_field(struct doc_builder *b, struct doc_node *terms, enum clause clause,
			const struct object *object, enum field field);
struct doc_contact {
	enum field address, email, phone, form;
};
#define DOC_CONTACT(block)                                                                                   \
	((struct doc_contact) { block##_ADDRESS, block##_EMAIL, block##_PHONE, block##_FORM })
bool doc_has_contact(const struct object *object, struct doc_contact fields);
void doc_add_contact(struct doc_builder *b, struct doc_node *terms, const struct object *object,
		     struct doc_contact fields);

/* --- table.c --- */
struct doc_node *doc_table(struct doc_builder *b, enum clause caption, const enum clause *columns, size_t n);
struct doc_node *doc_add_row(struct doc_builder *b, struct doc_node *table);
/* A row that is the object's place on the page. */
struct doc_node *doc_add_object_row(struct doc_builder *b, struct doc_node *table,
				    const struct object *object);
/* The row's next cell; the first is the header of its row. */
struct doc_node *doc_add_cell(struct doc_builder *b, struct doc_node *row);
/* Drops the columns that no row fills, gives each cell and item a capital, and attaches
 * the table when it has rows. */
void doc_table_end(struct doc_builder *b, struct doc_node *parent, struct doc_node *table);

/* --- prose.c: Markdown --- */
/* Headings become strong paragraphs. */
void doc_add_prose(struct doc_builder *b, struct doc_node *parent, const struct text *markdown);
/* Headings become sections below `section`, "<its id>:<n>". */
void doc_add_prose_sections(struct doc_builder *b, struct doc_node *section, const struct text *markdown);
/* The field's prose and its gaps, headings as strong paragraphs. */
void doc_add_prose_field(struct doc_builder *b, struct doc_node *parent, const struct object *object,
			 enum field field);
/* One of the schemes that a page may link to. */
bool doc_is_safe_url(struct str url);

/* --- headings.c --- */
/* A finding when the headings of a Markdown text differ between its languages. Leaves the
 * scratch arena empty. */
void doc_check_headings(struct arena *scratch, struct findings *findings, const struct value *value);

/* --- gaps.c: what a draft lacks --- */
void doc_gaps_init(struct doc_builder *b, const struct doc_options *options);
/* True when the field says something, or its `todo` is a gap yet to be shown. */
bool doc_says(const struct doc_builder *b, const struct object *object, enum field field);
/* The field's todos that are gaps, once each, inline. */
void doc_add_todos(struct doc_builder *b, struct doc_node *parent, const struct object *object,
		   enum field field);
/* The gaps of the object that stand in the section being built, inline. */
void doc_add_object_gaps(struct doc_builder *b, struct doc_node *parent, const struct object *object);
/* The same, as paragraphs behind the heading of the object's own section. */
void doc_add_body_gaps(struct doc_builder *b, struct doc_node *section, const struct object *object);
/* The gaps about one legal basis. */
void doc_add_basis_gaps(struct doc_builder *b, struct doc_node *item, const struct object *basis);
/* Of a purpose: those about its bases as a whole; about how long its data are kept. */
void doc_add_bases_gaps(struct doc_builder *b, struct doc_node *cell, const struct object *purpose);
void doc_add_period_gaps(struct doc_builder *b, struct doc_node *cell, const struct object *purpose);
/* The other gaps of the section, behind its heading. */
void doc_add_section_gaps(struct doc_builder *b, struct doc_node *section);
/* All that no section has shown, as paragraphs. */
void doc_add_other_gaps(struct doc_builder *b, struct doc_node *parent);

/* --- the sections, in the order of the page; each fills the section it is given --- */
typedef void doc_section_builder(struct doc_builder *b, struct doc_node *section);
doc_section_builder doc_build_scope, doc_build_controller, doc_build_purposes, doc_build_data,
		doc_build_recipients, doc_build_transfers, doc_build_retention, doc_build_rights,
		doc_build_complaint, doc_build_trackers, doc_build_decisions, doc_build_children,
		doc_build_security, doc_build_changes, doc_build_processor_role, doc_build_agreement,
		doc_build_definitions;

/* The author's sections, by the section that each stands after (own.c). */
struct doc_own_sections;
struct doc_own_sections *doc_own_sections(struct doc_builder *b);
void doc_add_own_sections(struct doc_builder *b, struct doc_node *parent, struct doc_own_sections *own,
			  enum word after);
/* Those that name no section, or only each other. */
void doc_add_unplaced_sections(struct doc_builder *b, struct doc_node *parent, struct doc_own_sections *own);

/* A document under way: its root, with the warning of a draft; then the whole, finished (build.c). */
struct doc_node *doc_begin(struct doc_builder *b, const struct doc_options *options);
struct doc *doc_end(struct doc_builder *b);

/* The bases of an object (PURPOSE_BASIS, POLICY_BASES) as items of a list (basis.c). */
/* The law that makes the basis an exception, under the policy's own; nothing for others. */
void doc_add_basis_law(struct doc_builder *b, struct doc_node *inlines, enum word basis);
void doc_add_bases(struct doc_builder *b, struct doc_node *list, const struct object *object,
		   enum field field);
/* How long the purpose's data are kept in active use, as items of a list; retention NULL:
 * every period stands in its purpose (purposes.c). */
struct retention_index;
struct retention_groups;
void doc_add_periods(struct doc_builder *b, struct doc_node *list, struct retention_index *retention,
		     struct retention_groups *groups, const struct object *purpose);
/* True when the recipient's label holds its name, or its name the label, in each language. */
bool doc_is_named_alike(const struct model *model, const struct object *recipient);
/* What covers a transfer: safeguard, fallback, risks (transfers.c). */
void doc_add_safeguard(struct doc_builder *b, struct doc_node *cell, const struct object *transfer);
/* How the rights are used: contact, time, cost, identity, limits (exercise.c). */
void doc_build_exercise(struct doc_builder *b, struct doc_node *rights);

#endif
