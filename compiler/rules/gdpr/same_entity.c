/*
 * Recipients and controllers by name: a recipient is called by its name, else by its label.
 */
#include "rules/gdpr/same_entity.h"

/* The first declaration of the name, which is the object where none came before. */
static const struct object *enter(struct rules_run *run, struct map *names, struct str name,
				  const struct object *object)
{
	struct str key = utf8_fold(run->arena, str_trim(name));
	const struct object *first = str_is_blank(name) ? object : map_get(names, key);

	if (first)
		return first;
	map_set(run->arena, names, key, (void *)(uintptr_t)object);
	return object;
}

static void enter_controller(struct rules_run *run, struct map *names, const struct object *controller)
{
	enter(run, names, object_name(controller, CONTROLLER_NAME), controller);
	enter(run, names, object_name(controller, CONTROLLER_LEGAL_NAME), controller);
	for_each_value(value, controller, CONTROLLER_ALIAS)
	{
		if (value->kind == VALUE_NAME)
			enter(run, names, value->as.name, controller);
	}
}

static struct str name_of(const struct rules_run *run, const struct object *recipient)
{
	struct str name = object_name(recipient, RECIPIENT_NAME);

	return str_is_blank(name) ? rule_text_in(object_text(recipient, RECIPIENT_LABEL),
						 run->model->languages[0])
				  : name;
}

const struct object *const *same_entity(struct rules_run *run)
{
	const struct rule_objects *controllers = &run->objects[BLOCK_CONTROLLER];
	const struct rule_objects *recipients = &run->objects[BLOCK_RECIPIENT];
	const struct object **entities =
			ARENA_ARRAY(run->arena, const struct object *, recipients->numbers + 1);
	struct map names = { 0 };

	for (size_t i = 0; i < controllers->list.n; i++)
		enter_controller(run, &names, controllers->list.v[i]);
	for (size_t i = 0; i < recipients->list.n; i++) {
		const struct object *recipient = recipients->list.v[i];

		entities[recipient->number] = enter(run, &names, name_of(run, recipient), recipient);
	}
	return entities;
}
