/*
 * The register of the law's tables: title, source and the day on which each was last
 * compared with its source. A table that was not for a year may no longer be the law.
 */
#ifndef LAW_TABLES_H
#define LAW_TABLES_H

#include "base/date.h"
#include "base/lang.h"
#include "base/str.h"

enum law_table_name {
#define TABLE(name, id, fr, en, source_fr, source_en, year, month, day) LAW_TABLE_##name,
#include "law/tables.def"
#undef TABLE
	LAW_TABLE_COUNT
};

/* A row of law/tables.def. */
struct law_table {
	const char *id;
	struct words title;
	struct words source;
	struct date as_of;
};
const struct law_table *law_table(enum law_table_name name);
/* The table of that identifier; LAW_TABLE_COUNT for none. */
enum law_table_name law_table_find(struct str id);
/* Was the table compared with its source more than so many months before that day? */
bool law_table_is_older(const struct law_table *table, int months, struct date day);
/* The table with the earliest day, the first of several. */
const struct law_table *law_table_oldest(void);

#endif
