/*
 * What the checks of the rules see: one run over one model, its objects by kind,
 * its texts, and the functions that add findings. Internal to rules/.
 *
 * A row of a .def is written with full enumerators, but for the subject:
 *   RULE(GDPR_13_1_b, "GDPR-13-1-b", LEVEL_ERROR, DPO, WORD_SECTION_CONTROLLER, RULE_PROCESSOR, GATE_DPO,
 *        LAW(CITE(GDPR, "13(1)(b)"), CITE(GDPR, "37(7)")), CHECK(dpo_contact), fr, en, help fr, help en)
 * CHECK(dpo_contact) names check_dpo_contact(), which is declared here by its row.
 * SUBJECT POLICY or ROOT: once. Another block: once for each such object, nested ones
 * included (its ->parent tells where it stands). A `todo` counts as not said.
 */
#ifndef RULES_ENGINE_H
#define RULES_ENGINE_H

#include "base/utf8.h"
#include "base/vec.h"
#include "rules/lexicon.h"
#include "rules/questions.h"
#include "rules/rules.h"

/* Every object of one kind, in order; built-in ones (number 0) left out. */
struct rule_objects {
	VEC(const struct object *) list;
	size_t numbers; /* room for an array indexed by ->number */
};

/* Every text that readers see, in the order of the source. */
struct rule_text {
	const struct object *object; /* that says it */
	enum field field;
	const struct value *value;
	const struct text *text;
	uint64_t may_hold[LANG_COUNT]; /* bits of the lexicons that may match (triggers.h) */
};

/* False: the lexicon surely has no match in what is said in the language. */
static inline bool rule_text_may_hold(const struct rule_text *text, enum lexicon lexicon, enum lang lang)
{
	return text->may_hold[lang] >> lexicon & 1;
}

struct retention_index; /* model/retention.h */
struct rule_origins;	/* citations.c */

struct rules_run {
	struct arena *arena;
	const struct model *model;
	const struct rules_options *options;
	struct findings *findings;
	enum tri gates[GATE_COUNT];
	struct rule_objects objects[BLOCK_COUNT]; /* run->objects[BLOCK_PURPOSE].list.v[i] */
	VEC(struct rule_text) texts;
	VEC(struct rule_text) names;	   /* names and provisions of law: text is NULL */
	VEC(struct rule_text) todos;	   /* values still to be said: text is the reason, or NULL */
	struct lexicon_matcher *matcher;   /* made at first use */
	struct retention_index *retention; /* made at first use: rule_retention() */
	struct rule_origins *origins;	   /* made at first use: citations.c */
};

#define RULE(name, id, level, subject, section, flags, gate, law, test, ...) test
#define NEED(field)
#define CHECK(function) rule_check check_##function;
#include "rules/rules.def"
#undef RULE
#undef NEED
#undef CHECK

/* Adds a finding of the rule about the subject, at the place. Never NULL. */
struct diag *rule_fire(struct rules_run *run, const struct rule *rule, const struct object *subject,
		       struct span span);
/* The place of bytes [start, end) of a text in one language; the whole value where
 * they cannot be counted back (a built-in text). */
struct span rule_text_span(const struct rules_run *run, const struct rule_text *text, enum lang lang,
			   struct lexicon_match match);
/* Does the rule concern this policy at all, by its kind and its law? */
bool rule_is_in_profile(const struct rules_run *run, const struct rule *rule);

/* The same text said in both languages. */
struct rule_item {
	struct str in[LANG_COUNT];
};

/* The rule's citations, without those that do not hold of the subject: GDPR Art. 13 or French law. */
const struct citation *rule_law(struct rules_run *run, const struct rule *rule, const struct object *subject);

/* Arguments: each fills {name}, in both languages. */
void rule_arg(struct rules_run *run, struct diag *diag, const char *name, struct str same_in_both);
void rule_arg_words(struct rules_run *run, struct diag *diag, const char *name, struct words words);
void rule_arg_number(struct rules_run *run, struct diag *diag, const char *name, long number);
/* The label of a vocabulary's word: "your consent". */
void rule_arg_word(struct rules_run *run, struct diag *diag, const char *name, enum word word);
/* Label, else name, else identifier of the object. */
void rule_arg_title(struct rules_run *run, struct diag *diag, const char *name, const struct object *object);
/* {purpose}: its title, quoted; for the policy, "the processing as a whole". */
void rule_arg_purpose(struct rules_run *run, struct diag *diag, const struct object *purpose);
/* The text, cut to be quoted; a language that is missing is quoted in the other. */
void rule_arg_text(struct rules_run *run, struct diag *diag, const char *name, const struct text *text);
/* "3 ans" / "3 years"; "2026-03-01" in the words of each language. */
void rule_arg_duration(struct rules_run *run, struct diag *diag, const char *name, struct duration duration);
void rule_arg_date(struct rules_run *run, struct diag *diag, const char *name, struct date date);
struct rule_item rule_date(struct rules_run *run, struct date date);
/* Where the field stands, in the keywords of each language: "purpose newsletter, basis, interest". */
void rule_arg_field(struct rules_run *run, struct diag *diag, const char *name, const struct object *object,
		    enum field field);
struct rule_item rule_path(struct rules_run *run, const struct object *object, int field);
void rule_arg_both(struct rules_run *run, struct diag *diag, const char *name, struct rule_item item);
/* A text cut to be quoted. */
struct str rule_quote(struct rules_run *run, struct str text);

/* "a, b et c" / "a, b and c"; past five items "a, b, c, d, e, …". A zeroed one is empty. */
struct rule_list {
	VEC(struct rule_item) items;
};
void rule_list_add(struct rules_run *run, struct rule_list *list, struct str fr, struct str en);
void rule_list_add_title(struct rules_run *run, struct rule_list *list, const struct object *object);
void rule_list_add_word(struct rules_run *run, struct rule_list *list, enum word word);
struct str rule_list_text(struct rules_run *run, const struct rule_list *list, enum lang lang);
void rule_arg_list(struct rules_run *run, struct diag *diag, const char *name, const struct rule_list *list);

#endif
