/*
 * Checks of special categories, criminal data and children (GDPR Arts. 8 to 10).
 * Adds findings about the categories and the `children` block.
 */
#include "law/consent_ages.h"
#include "rules/gdpr/data_use.h"

/* What a purpose lacks to use special categories; a complete condition is its own bit. */
enum {
	CONDITION_COMPLETE = 1,
	CONDITION_NONE = 2,
	CONDITION_NOT_EXPLICIT = 4,
	CONDITION_WITHOUT_LAW = 8,
	CRIMINAL_WITH_LAW = 16,
	CRIMINAL_WITHOUT_LAW = 32
};

/* GDPR Art. 9(2): (b), (g), (h), (i) and (j) rest on Union or Member State law. */
static const bool needs_law[WORD_COUNT] = {
	[WORD_CONDITION_B] = true, [WORD_CONDITION_G] = true, [WORD_CONDITION_H] = true,
	[WORD_CONDITION_I] = true, [WORD_CONDITION_J] = true,
};

static unsigned condition_of(const struct object *basis)
{
	enum word condition = object_word(basis, BASIS_CONDITION);

	if (condition == WORD_NONE)
		return object_has(basis, BASIS_CONDITION) ? CONDITION_COMPLETE : CONDITION_NONE;
	if (condition == WORD_CONDITION_A && object_flag(basis, BASIS_EXPLICIT) != TRI_YES)
		return CONDITION_NOT_EXPLICIT;
	if (needs_law[condition] && !object_has(basis, BASIS_STATUTE))
		return CONDITION_WITHOUT_LAW;
	return CONDITION_COMPLETE;
}

/* The best of the bases of the field: one complete condition is enough. */
static unsigned mark_bases(const struct object *object, enum field field)
{
	unsigned condition = CONDITION_NONE, criminal = CRIMINAL_WITHOUT_LAW;

	for_each_value(value, object, field)
	{
		unsigned one = condition_of(value->as.object);

		if (one == CONDITION_COMPLETE || condition == CONDITION_NONE)
			condition = one;
		if (object_has(value->as.object, BASIS_CRIMINAL_LAW))
			criminal = CRIMINAL_WITH_LAW;
	}
	return condition | criminal;
}

static unsigned mark_conditions(const struct rules_run *run, const struct object *purpose)
{
	if (object_has(purpose, PURPOSE_BASIS))
		return mark_bases(purpose, PURPOSE_BASIS);
	return mark_bases(run->model->policy, POLICY_BASES);
}

/* The marks of each category; what no purpose uses is judged by the global list. */
static unsigned marks_of(const struct rules_run *run, const unsigned *marks, const struct object *data)
{
	unsigned found = marks[data->number];

	return found ? found : mark_bases(run->model->policy, POLICY_BASES);
}

/* The first special category of Art. 9 that the data declare, or NULL. */
static const struct value *find_special(const struct object *data)
{
	for_each_value(value, data, DATA_SPECIAL)
	{
		if (value->as.word != WORD_SPECIAL_NONE && value->as.word != WORD_SPECIAL_CRIMINAL)
			return value;
	}
	return NULL;
}

static struct words gap_of(unsigned marks)
{
	static const struct words none =
			WORDS("aucune exception de l'article 9, § 2, n'est indiquée", "none is given");
	static const struct words not_explicit = WORDS("le consentement invoqué n'est pas déclaré explicite",
						       "consent is not declared explicit");
	static const struct words without_law =
			WORDS("le texte qui fonde l'exception de l'article 9, § 2, n'est pas cité",
			      "the law on which it rests is not cited");

	if (marks & CONDITION_NONE)
		return none;
	return marks & CONDITION_NOT_EXPLICIT ? not_explicit : without_law;
}

/* GDPR Art. 9(2). */
void check_special_condition(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	const unsigned gaps = CONDITION_NONE | CONDITION_NOT_EXPLICIT | CONDITION_WITHOUT_LAW;
	const struct rule_objects *data = &run->objects[BLOCK_DATA];
	const unsigned *marks = data_use(run, mark_conditions);

	(void)policy;
	for (size_t i = 0; i < data->list.n; i++) {
		const struct object *category = data->list.v[i];
		const struct value *special = find_special(category);
		struct diag *diag;

		if (!special || !(marks_of(run, marks, category) & gaps))
			continue;
		diag = rule_fire(run, rule, category, special->span);
		rule_arg_title(run, diag, "category", category);
		rule_arg_words(run, diag, "gap", gap_of(marks_of(run, marks, category)));
	}
}

/* GDPR Art. 10; French Data Protection Act, Art. 46. */
void check_criminal_law(struct rules_run *run, const struct rule *rule, const struct object *policy)
{
	static const struct words none = WORDS("", "");
	static const struct words own = WORDS(
			" ; pour ses propres contentieux, par exemple `\"loi n° 78-17, art. 46, 3°\"`",
			"; for your own litigation, for example `\"French Act no. 78-17, Art. 46, 3°\"`");
	const struct rule_objects *data = &run->objects[BLOCK_DATA];
	const unsigned *marks = data_use(run, mark_conditions);
	struct diag *diag;

	(void)policy;
	if (model_public_body(run->model) == TRI_YES)
		return;
	for (size_t i = 0; i < data->list.n; i++) {
		const struct object *category = data->list.v[i];

		if (object_has_word(category, DATA_SPECIAL, WORD_SPECIAL_CRIMINAL) &&
		    (marks_of(run, marks, category) & CRIMINAL_WITHOUT_LAW)) {
			diag = rule_fire(run, rule, category, object_place(category, DATA_SPECIAL));
			rule_arg_title(run, diag, "category", category);
			rule_arg_words(run, diag, "own", rules_leave_out_french_law(run->model) ? none : own);
		}
	}
}

static void need(struct rules_run *run, struct rule_list *list, bool missing, const char *fr, const char *en)
{
	if (missing)
		rule_list_add(run, list, str_of(fr), str_of(en));
}

/* What the laws that the policy names say on the age of digital consent. */
struct national_ages {
	const struct country *strictest, *unknown; /* NULL: none */
	int age;				   /* of the strictest */
};

static struct national_ages national_ages(const struct rules_run *run)
{
	struct national_ages ages = { NULL, NULL, 0 };

	for_each_value(value, run->model->policy, POLICY_LAW)
	{
		const struct country *country = value->as.country;
		const struct consent_age *row = law_consent_age(country, run->options->as_of);

		if (!row && !ages.unknown)
			ages.unknown = country;
		if (row && row->age > ages.age) {
			ages.strictest = country;
			ages.age = row->age;
		}
	}
	return ages;
}

/* Under French law the age has a rule of its own. */
static void need_age(struct rules_run *run, struct rule_list *list, const struct object *children)
{
	const struct value *age = object_value(children, CHILDREN_AGE);
	struct national_ages ages = national_ages(run);

	if (!age || !ages.strictest || age->as.integer >= ages.age || model_is_under(run->model, "FR"))
		return;
	rule_list_add(run, list,
		      str_format(run->arena, "l'âge du consentement numérique en vigueur (%d ans, %s)",
				 ages.age, ages.strictest->name.in[LANG_FR]),
		      str_format(run->arena, "the age of digital consent in force (%d, %s)", ages.age,
				 ages.strictest->name.in[LANG_EN]));
}

/* GDPR Art. 8: an information society service (a site or an app) offered to children
 * on the basis of consent; Art. 12(1) for the text; LIL Art. 45 for joint consent. */
void check_children_consent(struct rules_run *run, const struct rule *rule, const struct object *children)
{
	const struct object *policy = run->model->policy;
	struct rule_list list = { 0 };

	if (object_flag(children, CHILDREN_DIRECTED) != TRI_YES || !rule_basis(run, WORD_BASIS_CONSENT))
		return;
	if (!object_has(policy, POLICY_SITE) && !object_has(policy, POLICY_APP))
		return;
	need(run, &list, !object_has(children, CHILDREN_PARENTAL),
	     "la façon dont l'accord parental est recueilli et vérifié",
	     "a statement of how parental authorisation is obtained and verified");
	need(run, &list,
	     model_is_under(run->model, "FR") && object_flag(children, CHILDREN_JOINT_CONSENT) != TRI_YES,
	     "le consentement conjoint du mineur et du titulaire de l'autorité parentale",
	     "joint consent by the minor and the holder of parental authority");
	need(run, &list, !object_has(children, CHILDREN_TEXT), "un texte adressé aux enfants",
	     "a text addressed to children");
	need_age(run, &list, children);
	if (list.items.n)
		rule_arg_list(run, rule_fire(run, rule, children, children->keyword), "missing", &list);
}

static struct diag *fire_age(struct rules_run *run, const struct rule *rule, const struct object *children,
			     struct str fr, struct str en)
{
	const struct value *age = object_value(children, CHILDREN_AGE);
	struct diag *diag = rule_fire(run, rule, children, age->span);

	rule_arg_number(run, diag, "age", age->as.integer);
	rule_arg_both(run, diag, "law", (struct rule_item) { { fr, en } });
	return diag;
}

/* GDPR Art. 8(1) and the national law; only a note where no national age is known. */
void check_consent_age(struct rules_run *run, const struct rule *rule, const struct object *children)
{
	const struct value *age = object_value(children, CHILDREN_AGE);
	struct national_ages ages = national_ages(run);
	struct diag *diag;

	if (age && ages.strictest &&
	    (age->as.integer < ages.age || (age->as.integer > ages.age && !ages.unknown))) {
		fire_age(run, rule, children,
			 str_format(run->arena, "il est de %d ans (%s)", ages.age,
				    ages.strictest->name.in[LANG_FR]),
			 str_format(run->arena, "it is %d (%s)", ages.age, ages.strictest->name.in[LANG_EN]));
	} else if (age && ages.unknown) {
		diag = fire_age(run, rule, children,
				str_format(run->arena,
					   "l'âge national n'est pas connu (%s) : %d ans, sauf loi contraire",
					   ages.unknown->name.in[LANG_FR], CONSENT_AGE_BY_DEFAULT),
				str_format(run->arena,
					   "the national age is not known (%s): %d unless its law says "
					   "otherwise",
					   ages.unknown->name.in[LANG_EN], CONSENT_AGE_BY_DEFAULT));
		findings_set_level(run->findings, diag, LEVEL_NOTE);
	}
}
