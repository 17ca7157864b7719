/*
 * Reads the register of the law's tables: by name, by identifier, by age.
 */
#include "law/tables.h"

static const struct law_table tables[LAW_TABLE_COUNT] = {
#define TABLE(name, id, fr, en, source_fr, source_en, year, month, day)                                      \
	[LAW_TABLE_##name] = { id, WORDS(fr, en), WORDS(source_fr, source_en), { year, month, day } },
#include "law/tables.def"
#undef TABLE
};

const struct law_table *law_table(enum law_table_name name)
{
	return &tables[name];
}

enum law_table_name law_table_find(struct str id)
{
	int name = 0;

	while (name < LAW_TABLE_COUNT && !str_is(id, tables[name].id))
		name++;
	return (enum law_table_name)name;
}

bool law_table_is_older(const struct law_table *table, int months, struct date day)
{
	return date_cmp(date_add_months(table->as_of, months), day) < 0;
}

const struct law_table *law_table_oldest(void)
{
	const struct law_table *oldest = &tables[0];

	for (int name = 1; name < LAW_TABLE_COUNT; name++)
		if (date_cmp(tables[name].as_of, oldest->as_of) < 0)
			oldest = &tables[name];
	return oldest;
}
