/*
 * The arguments of findings: names, texts, words, dates and lists, as each language
 * says them and with its typography; quotations and identifiers stay as written.
 * What is long is shortened; what lacks a language is given in the other.
 */
#include "base/typography.h"
#include "rules/engine.h"

#define QUOTE_LIMIT 80 /* code points of a quoted text */
#define LIST_LIMIT  5  /* items of a list that are named */

static const struct words months[12] = {
	WORDS("janvier", "January"), WORDS("février", "February"),  WORDS("mars", "March"),
	WORDS("avril", "April"),     WORDS("mai", "May"),	    WORDS("juin", "June"),
	WORDS("juillet", "July"),    WORDS("août", "August"),	    WORDS("septembre", "September"),
	WORDS("octobre", "October"), WORDS("novembre", "November"), WORDS("décembre", "December"),
};

/* One, then many. */
static const struct words units[][2] = {
	[UNIT_HOUR] = { WORDS("heure", "hour"), WORDS("heures", "hours") },
	[UNIT_DAY] = { WORDS("jour", "day"), WORDS("jours", "days") },
	[UNIT_WEEK] = { WORDS("semaine", "week"), WORDS("semaines", "weeks") },
	[UNIT_MONTH] = { WORDS("mois", "month"), WORDS("mois", "months") },
	[UNIT_YEAR] = { WORDS("an", "year"), WORDS("ans", "years") },
};

void rule_arg(struct rules_run *run, struct diag *diag, const char *name, struct str same_in_both)
{
	diag_add_arg(run->findings, diag, name, same_in_both);
}

static struct str set_in(struct rules_run *run, struct str text, enum lang lang)
{
	struct buf buf = BUF_INIT;
	struct str set;

	typography_add(&buf, text, lang);
	set = str_copy(run->arena, buf_str(&buf));
	buf_release(&buf);
	return set;
}

void rule_arg_both(struct rules_run *run, struct diag *diag, const char *name, struct rule_item item)
{
	diag_add_words(run->findings, diag, name, set_in(run, item.in[LANG_FR], LANG_FR),
		       set_in(run, item.in[LANG_EN], LANG_EN));
}

void rule_arg_words(struct rules_run *run, struct diag *diag, const char *name, struct words words)
{
	rule_arg_both(run, diag, name,
		      (struct rule_item) { { str_of(words.in[LANG_FR]), str_of(words.in[LANG_EN]) } });
}

void rule_arg_number(struct rules_run *run, struct diag *diag, const char *name, long number)
{
	diag_add_number(run->findings, diag, name, number);
}

void rule_arg_word(struct rules_run *run, struct diag *diag, const char *name, enum word word)
{
	rule_arg_words(run, diag, name, schema_words[word].label);
}

void rule_arg_title(struct rules_run *run, struct diag *diag, const char *name, const struct object *object)
{
	rule_arg_both(run, diag, name,
		      (struct rule_item) {
				      { object_title(object, LANG_FR), object_title(object, LANG_EN) } });
}

void rule_arg_purpose(struct rules_run *run, struct diag *diag, const struct object *purpose)
{
	static const struct words whole = WORDS("l'ensemble des traitements", "the processing as a whole");
	struct str fr = object_title(purpose, LANG_FR), en = object_title(purpose, LANG_EN);

	if (purpose->block == BLOCK_POLICY)
		rule_arg_words(run, diag, "purpose", whole);
	else
		rule_arg_both(run, diag, "purpose",
			      (struct rule_item) { { str_format(run->arena, "« %.*s »", STR_ARGS(fr)),
						     str_format(run->arena, "'%.*s'", STR_ARGS(en)) } });
}

struct str rule_quote(struct rules_run *run, struct str text)
{
	size_t at = 0;

	text = str_trim(text);
	if (text.n <= QUOTE_LIMIT)
		return text;
	for (size_t i = 0; i < QUOTE_LIMIT && at < text.n; i++)
		utf8_next(text, &at);
	return at < text.n ? str_format(run->arena, "%.*s…", (int)at, text.s) : text;
}

struct str rule_text_in(const struct text *text, enum lang lang)
{
	struct str said = text_in(text, lang);

	return str_is_blank(said) ? text_in(text, lang_other(lang)) : said;
}

void rule_arg_text(struct rules_run *run, struct diag *diag, const char *name, const struct text *text)
{
	diag_add_words(run->findings, diag, name, rule_quote(run, rule_text_in(text, LANG_FR)),
		       rule_quote(run, rule_text_in(text, LANG_EN)));
}

static struct str duration_in(struct rules_run *run, struct duration duration, enum lang lang)
{
	const struct words *unit = &units[duration.unit][duration.count > 1];

	return str_format(run->arena, "%ld %s", duration.count, unit->in[lang]);
}

void rule_arg_duration(struct rules_run *run, struct diag *diag, const char *name, struct duration duration)
{
	rule_arg_both(run, diag, name,
		      (struct rule_item) { { duration_in(run, duration, LANG_FR),
					     duration_in(run, duration, LANG_EN) } });
}

struct rule_item rule_date(struct rules_run *run, struct date date)
{
	const struct words *month = &months[(date.month - 1) % 12];
	struct rule_item item;

	item.in[LANG_FR] = str_format(run->arena, "%d%s %s %d", date.day, date.day == 1 ? "er" : "",
				      month->in[LANG_FR], date.year);
	item.in[LANG_EN] = str_format(run->arena, "%d %s %d", date.day, month->in[LANG_EN], date.year);
	return item;
}

void rule_arg_date(struct rules_run *run, struct diag *diag, const char *name, struct date date)
{
	rule_arg_both(run, diag, name, rule_date(run, date));
}

/* The field of its parent that holds the object; -1 at the top. */
static int field_holding(const struct object *object)
{
	const struct object *parent = object->parent;
	const struct block_row *block;
	int found = -1;

	if (!parent)
		return -1;
	block = schema_block(parent->block);
	for (unsigned i = 0; i < block->n; i++) {
		const struct field_row *row = &schema_fields[block->first + i];

		if (row->type != TYPE_BLOCK || row->of != (int)object->block)
			continue;
		found = (int)(block->first + i);
		for (const struct value *value = parent->slots[i]; value && parent->parent;
		     value = value->next) {
			if (value->kind == VALUE_OBJECT && value->as.object == object)
				return found;
		}
	}
	return found;
}

static struct str path_add(struct rules_run *run, struct str path, const char *keyword, struct str id)
{
	return str_format(run->arena, "%s%s%.*s%s%.*s", keyword, id.n ? " " : "", STR_ARGS(id),
			  path.n ? ", " : "", STR_ARGS(path));
}

struct rule_item rule_path(struct rules_run *run, const struct object *object, int field)
{
	struct rule_item path = { { STR(""), STR("") } };
	struct str id = STR("");

	for (;;) {
		for (int lang = 0; field >= 0 && lang < LANG_COUNT; lang++)
			path.in[lang] = path_add(run, path.in[lang], schema_fields[field].word[lang], id);
		if (!object || !object->parent)
			return path;
		field = field_holding(object);
		id = object->id;
		object = object->parent;
	}
}

void rule_arg_field(struct rules_run *run, struct diag *diag, const char *name, const struct object *object,
		    enum field field)
{
	struct rule_item path = rule_path(run, object, (int)field);

	diag_add_words(run->findings, diag, name, path.in[LANG_FR], path.in[LANG_EN]);
}

void rule_list_add(struct rules_run *run, struct rule_list *list, struct str fr, struct str en)
{
	struct rule_item item = { { fr, en } };

	vec_add(run->arena, &list->items, item);
}

void rule_list_add_title(struct rules_run *run, struct rule_list *list, const struct object *object)
{
	struct str fr = rule_quote(run, object_title(object, LANG_FR));
	struct str en = rule_quote(run, object_title(object, LANG_EN));

	rule_list_add(run, list, str_format(run->arena, "« %.*s »", STR_ARGS(fr)),
		      str_format(run->arena, "“%.*s”", STR_ARGS(en)));
}

void rule_list_add_word(struct rules_run *run, struct rule_list *list, enum word word)
{
	const struct words *label = &schema_words[word].label;

	rule_list_add(run, list, str_of(label->in[LANG_FR]), str_of(label->in[LANG_EN]));
}

struct str rule_list_text(struct rules_run *run, const struct rule_list *list, enum lang lang)
{
	static const char *const last_joint[LANG_COUNT] = { " et ", " and " };
	size_t named = list->items.n > LIST_LIMIT ? LIST_LIMIT : list->items.n;
	struct str text = STR("");

	for (size_t i = 0; i < named; i++) {
		bool last = i + 1 == list->items.n;
		const char *joint = !i ? "" : last ? last_joint[lang] : ", ";

		text = str_format(run->arena, "%.*s%s%.*s", STR_ARGS(text), joint,
				  STR_ARGS(list->items.v[i].in[lang]));
	}
	return named < list->items.n ? str_join(run->arena, text, STR(", …")) : text;
}

void rule_arg_list(struct rules_run *run, struct diag *diag, const char *name, const struct rule_list *list)
{
	struct str *items = ARENA_ARRAY(run->arena, struct str, list->items.n);

	for (size_t i = 0; i < list->items.n; i++)
		items[i] = list->items.v[i].in[LANG_EN];
	rule_arg_both(run, diag, name,
		      (struct rule_item) { { rule_list_text(run, list, LANG_FR),
					     rule_list_text(run, list, LANG_EN) } });
	diag_set_items(diag, items, list->items.n);
}
