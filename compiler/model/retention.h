/*
 * Which storage periods apply to a purpose. Takes a model, gives for each purpose
 * its entries by the most specific level that has one: purpose and data, purpose,
 * data, people, the policy's default. Linear: lists are shared, never copied.
 * Entries without a period to read (todo) are left out; archive entries are given
 * beside those of active use, and never hide a less specific one.
 */
#ifndef MODEL_RETENTION_H
#define MODEL_RETENTION_H

#include "base/vec.h"
#include "model/model.h"

/* `retain` or `archive` of a purpose, or a `retention` of the file. */
struct retention_entry {
	const struct object *object;  /* BLOCK_RETAIN or BLOCK_RETENTION */
	const struct object *purpose; /* in which it stands, or NULL */
	const struct period *period;  /* NULL: said, but unreadable */
	enum word kind;		      /* WORD_RETENTION_KIND_* or WORD_NONE */
	bool archive;
	bool by_default; /* it is a default of the policy */
};

struct retention_list {
	VEC(const struct retention_entry *) entries;
	bool active;	/* one of them is not an archive: less specific levels do not apply */
	unsigned marks; /* the caller's */
	const struct retention_entry *found; /* the caller's */
};

enum retention_reach {
	REACH_PURPOSE_DATA, /* of the purpose, for the data that each entry names */
	REACH_PURPOSE,
	REACH_DATA,
	REACH_PEOPLE,
	REACH_DEFAULT
};

/* The entries of one level; `subject` is the data or the people they are about, or
 * NULL: what no more specific entry covers. */
struct retention_group {
	enum retention_reach reach;
	const struct object *subject;
	struct retention_list *list; /* never empty */
};

struct retention_groups {
	VEC(struct retention_group) list;
	const struct retention_groups *also; /* of the data that every purpose uses by default, or NULL */
};

struct retention_index {
	struct arena *arena;
	const struct model *model;
	VEC(const struct retention_entry *) entries; /* all, in order of declaration */
	struct retention_list *purpose_data;	     /* these four by the object's number */
	struct retention_list *purpose;
	struct retention_list *data;
	struct retention_list *people;
	struct retention_list defaults;
	struct retention_groups default_data; /* entries for the data of purposes that name none */
	bool default_data_covered;	      /* each of those data has an active entry */
	uint32_t *stamps; /* by number of data: covered by an entry of the purpose at hand */
	uint32_t stamp;
};

/* Never NULL; lives in the arena. */
struct retention_index *model_retention_index(struct arena *arena, const struct model *model);
/* Fills *groups (zeroed, or used before) with what applies to the purpose, most
 * specific first; empty where no entry does. */
void model_retention_for(struct retention_index *index, const struct object *purpose,
			 struct retention_groups *groups);
#endif
