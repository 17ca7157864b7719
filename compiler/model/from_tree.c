/*
 * tree -> model. Takes the main file's tree, reads what it includes, and gives
 * the typed policy. The passes stand in order; each leaves findings and holes for
 * what it refuses.
 */
#include "model/build.h"
#include "model/builtin.h"

struct model *model_from_tree(struct arena *arena, struct sources *sources, const struct tree *tree,
			      const struct model_options *options, struct findings *findings)
{
	struct model *model = ARENA_NEW(arena, struct model);
	struct builder b = { .model = model,
			     .arena = arena,
			     .sources = sources,
			     .findings = findings,
			     .options = options,
			     .lang = tree->keywords,
			     .library = true };
	struct policy_file *file;

	model->arena = arena;
	model->sources = sources;
	model->root = object_new(&b, BLOCK_ROOT, NULL);
	model->root->span = model->root->keyword = (struct span) { tree->source->number, 0, 0 };
	file = policy_file_load(&b, tree);
	policy_file_read(&b, file);
	overrides_apply(&b);
	model->policy = object_object(model->root, ROOT_POLICY);
	references_resolve(&b);
	builtin_add_authority(&b);
	formats_release(&b);
	return model;
}
