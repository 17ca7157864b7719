/*
 * Checks of processor.def: one role an activity, what people are told of activities
 * carried out as a processor, and the contents of an agreement under Article 28.
 */
#include "rules/gdpr/same_entity.h"

/* --- one entity in both roles --- */

/* The recipients of one purpose that are one entity, by role. */
struct roles {
	const struct object *purpose; /* that the rest is about */
	const struct object *controller, *processor;
	bool reported;
};

static void report_both_roles(struct rules_run *run, const struct rule *rule, const struct object *purpose,
			      const struct roles *roles)
{
	struct diag *diag = rule_fire(run, rule, roles->processor,
				      object_place(roles->processor, RECIPIENT_ROLE));

	rule_arg_title(run, diag, "entity", roles->processor);
	rule_arg_title(run, diag, "purpose", purpose);
	diag_add_label(run->findings, diag, roles->controller->keyword,
		       (struct words)WORDS("responsable du traitement ici", "controller here"));
	diag_add_label(run->findings, diag, purpose->keyword,
		       (struct words)WORDS("pour cette finalité", "for this purpose"));
}

/* The roles of the recipient's entity for the purpose, as said so far. */
static struct roles *roles_of(const struct rules_run *run, struct roles *all, const struct object *entity,
			      const struct object *purpose)
{
	bool is_controller = entity->block == BLOCK_CONTROLLER;
	struct roles *roles = &all[entity->number +
				   (is_controller ? run->objects[BLOCK_RECIPIENT].numbers + 1 : 0)];

	if (roles->purpose != purpose)
		*roles = (struct roles) { purpose, is_controller ? entity : NULL, NULL, false };
	return roles;
}

static void add_role(struct rules_run *run, const struct rule *rule, struct roles *roles,
		     const struct object *recipient)
{
	enum word role = object_word(recipient, RECIPIENT_ROLE);

	if (role == WORD_RECIPIENT_ROLE_PROCESSOR && !roles->processor)
		roles->processor = recipient;
	else if ((role == WORD_RECIPIENT_ROLE_CONTROLLER || role == WORD_RECIPIENT_ROLE_JOINT_CONTROLLER) &&
		 !roles->controller)
		roles->controller = recipient;
	if (!roles->controller || !roles->processor || roles->reported)
		return;
	roles->reported = true;
	report_both_roles(run, rule, roles->purpose, roles);
}

/* A default recipient serves every purpose: the first stands for all. */
static void check_default_recipients(struct rules_run *run, const struct rule *rule,
				     const struct object *const *entities, struct roles *all)
{
	const struct rule_objects *recipients = &run->objects[BLOCK_RECIPIENT];
	const struct object *purpose = run->objects[BLOCK_PURPOSE].list.v[0];

	for (size_t i = 0; i < recipients->list.n; i++) {
		const struct object *recipient = recipients->list.v[i];

		if (object_flag(recipient, RECIPIENT_DEFAULT) == TRI_YES)
			add_role(run, rule, roles_of(run, all, entities[recipient->number], purpose),
				 recipient);
	}
}

/* What the organisation does for clients is no purpose of its own. */
static void check_activity_roles(struct rules_run *run, const struct rule *rule)
{
	const struct rule_objects *activities = &run->objects[BLOCK_PROCESSOR_ROLE];
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];
	const struct object *entity = controllers->list.n ? controllers->list.v[0] : run->model->policy;

	for (size_t i = 0; i < activities->list.n; i++) {
		const struct object *activity = activities->list.v[i];
		const struct object *purpose = map_get(&run->model->named[BLOCK_PURPOSE], activity->id);
		struct diag *diag;

		if (!purpose)
			continue;
		diag = rule_fire(run, rule, activity, activity->id_span);
		rule_arg_title(run, diag, "entity", entity);
		rule_arg_title(run, diag, "purpose", purpose);
		diag_add_label(run->findings, diag, purpose->keyword,
			       (struct words)WORDS("finalité propre ici", "a purpose of its own here"));
	}
}

void check_role_conflict(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *purposes = &run->objects[BLOCK_PURPOSE];
	const struct object *const *entities = same_entity(run);
	struct roles *all = ARENA_ARRAY(run->arena, struct roles,
					run->objects[BLOCK_RECIPIENT].numbers +
							run->objects[BLOCK_CONTROLLER].numbers + 2);

	(void)root;
	for (size_t i = 0; i < purposes->list.n; i++) {
		const struct object *purpose = purposes->list.v[i];

		if (i == 0)
			check_default_recipients(run, rule, entities, all);
		for_each_value(value, purpose, PURPOSE_RECIPIENTS)
		{
			if (value->kind == VALUE_REFERENCE)
				add_role(run, rule,
					 roles_of(run, all, entities[value->as.reference->number], purpose),
					 value->as.reference);
		}
	}
	check_activity_roles(run, rule);
}

/* --- activities carried out as a processor --- */

static void list_untold(struct rules_run *run, struct rule_list *missing, const struct object *activity)
{
	if (!object_has(activity, PROCESSOR_ROLE_REQUESTS))
		rule_list_add(run, missing, STR("la suite donnée aux demandes des personnes"),
			      STR("what becomes of people's requests"));
	if (object_flag(activity, PROCESSOR_ROLE_CLIENT_IS_CONTROLLER) != TRI_YES &&
	    !object_has(activity, PROCESSOR_ROLE_FOR))
		rule_list_add(run, missing, STR("la mention du responsable du traitement"),
			      STR("who the controller is"));
}

/* The first activity that leaves something out; without one, a processor says nothing. */
void check_processor_section(struct rules_run *run, const struct rule *rule, const struct object *root)
{
	const struct rule_objects *activities = &run->objects[BLOCK_PROCESSOR_ROLE];
	const struct object *subject = run->model->policy;
	struct rule_list missing = { 0 };

	(void)root;
	for (size_t i = 0; i < activities->list.n && !missing.items.n; i++) {
		subject = activities->list.v[i];
		list_untold(run, &missing, subject);
	}
	if (!activities->list.n && !model_is_controller(run->model))
		list_untold(run, &missing, NULL);
	if (missing.items.n)
		rule_arg_list(run, rule_fire(run, rule, subject, subject->keyword), "missing", &missing);
}

/* --- the agreement of Article 28 --- */

static const struct element_row {
	enum field field;
	struct words name;
} elements[] = {
	{ AGREEMENT_SUBJECT, WORDS("l'objet du traitement", "the subject-matter of the processing") },
	{ AGREEMENT_DURATION, WORDS("la durée du traitement", "the duration of the processing") },
	{ AGREEMENT_NATURE, WORDS("la nature du traitement", "the nature of the processing") },
	{ AGREEMENT_PURPOSE, WORDS("la finalité du traitement", "the purpose of the processing") },
	{ AGREEMENT_DATA, WORDS("le type de données à caractère personnel", "the type of personal data") },
	{ AGREEMENT_PEOPLE,
	  WORDS("les catégories de personnes concernées", "the categories of data subjects") },
};

void check_agreement_description(struct rules_run *run, const struct rule *rule,
				 const struct object *agreement)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++) {
		if (!object_has(agreement, elements[i].field))
			rule_arg_words(run,
				       rule_fire(run, rule, agreement,
						 object_place(agreement, elements[i].field)),
				       "element", elements[i].name);
	}
}

/* The rows of points (a) to (h) stand in the order of their fields. A statement on
 * sub-processing is point (d), whose contents GDPR-28-4 reads. */
void check_agreement_clause(struct rules_run *run, const struct rule *rule, const struct object *agreement)
{
	enum field field = (enum field)(AGREEMENT_A + (rule - &rules_table[RULE_GDPR_28_3_a]));

	if (object_has(agreement, field))
		return;
	if (field == AGREEMENT_D &&
	    object_has(object_object(agreement, AGREEMENT_SUBPROCESSORS), SUBPROCESSING_ALLOWED))
		return;
	rule_fire(run, rule, agreement, object_place(agreement, field));
}

static bool imposes_same(const struct object *sub)
{
	return object_has(sub, SUBPROCESSING_SAME_OBLIGATIONS) &&
	       object_flag(sub, SUBPROCESSING_SAME_OBLIGATIONS) != TRI_NO;
}

void check_subprocessing(struct rules_run *run, const struct rule *rule, const struct object *agreement)
{
	const struct object *sub = object_object(agreement, AGREEMENT_SUBPROCESSORS);
	enum word allowed = object_word(sub, SUBPROCESSING_ALLOWED);
	enum field at = SUBPROCESSING_SAME_OBLIGATIONS;
	struct rule_list missing = { 0 };

	if (allowed != WORD_SUBPROCESSORS_GENERAL && allowed != WORD_SUBPROCESSORS_SPECIFIC)
		return;
	if (!imposes_same(sub))
		rule_list_add(run, &missing,
			      STR("que les mêmes obligations soient imposées par contrat à l'autre "
				  "sous-traitant"),
			      STR("that the same obligations are imposed by contract on the other "
				  "processor"));
	else
		at = SUBPROCESSING_NOTICE;
	if (allowed == WORD_SUBPROCESSORS_GENERAL && !object_has(sub, SUBPROCESSING_NOTICE))
		rule_list_add(run, &missing,
			      STR("que tout changement soit annoncé assez tôt pour que le responsable du "
				  "traitement puisse s'y opposer"),
			      STR("that any change is announced in time to object to it"));
	if (missing.items.n)
		rule_arg_list(run, rule_fire(run, rule, agreement, object_place(sub, at)), "missing",
			      &missing);
}
