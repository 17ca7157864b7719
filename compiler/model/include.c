/*
 * `include`: the files of one policy. Takes the main file's tree, parses what it
 * includes, finds the policy's languages, then reads every file where it is
 * included. Refuses paths that leave the root, cycles and what cannot be read.
 */
#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/reason.h"
#include "model/build.h"
#include "model/complain.h"

enum { INCLUDE_DEPTH_LIMIT = 16 };

/* One file. An inclusion that was refused stands as NULL in `includes`. */
struct policy_file {
	const struct tree *tree;
	struct str path; /* normalised */
	struct policy_file *includer;
	struct span included_at;
	VEC(struct policy_file *) includes; /* in the order of the statements */
	struct map included;		    /* the same by path, without the refused ones */
	size_t next_include;
	struct map *loaded; /* every file by its path: one that two files include is parsed once */
	bool spliced;
};

static struct diag *complain_path(struct builder *b, enum model_code code, const struct written *path)
{
	struct diag *diag = complain(b, code, path->span);

	diag_add_arg(b->findings, diag, "value", path->text);
	return diag;
}

static void complain_unreadable(struct builder *b, const struct written *path, int error)
{
	struct diag *diag = complain_path(b, MODEL_INCLUDE_READ, path);
	const struct words *reason = reason_of(error);
	char text[128] = "";

	if (reason) {
		diag_add_words(b->findings, diag, "reason", str_of(reason->in[LANG_FR]),
			       str_of(reason->in[LANG_EN]));
		return;
	}
	strerror_r(error, text, sizeof(text));
	diag_add_arg(b->findings, diag, "reason", str_copy(b->arena, str_of(text)));
}

/* The place where the loop that the path would close begins; false without a loop. */
static bool is_cycle(const struct policy_file *file, struct str path, struct span *place)
{
	*place = NO_SPAN;
	for (; file; file = file->includer) {
		if (str_eq(file->path, path))
			return true;
		*place = file->included_at;
	}
	return false;
}

static bool is_too_deep(const struct policy_file *file)
{
	int depth = 0;

	for (; file; file = file->includer)
		depth++;
	return depth > INCLUDE_DEPTH_LIMIT;
}

/* False with a finding when the path may not be included here. */
static bool may_include(struct builder *b, const struct policy_file *file, const struct written *written,
			struct str path)
{
	struct diag *diag;
	struct span place;

	if (!path_is_inside(path, b->options->root)) {
		diag = complain_path(b, MODEL_INCLUDE_ROOT, written);
		diag_add_arg(b->findings, diag, "root", b->options->root);
		return false;
	}
	if (is_cycle(file, path, &place)) {
		diag = complain_path(b, MODEL_INCLUDE_CYCLE, written);
		if (place.file)
			diag_add_label(b->findings, diag, place,
				       (struct words)WORDS("la boucle commence ici", "the loop begins here"));
		return false;
	}
	if (map_get(&file->included, path)) {
		complain_path(b, MODEL_INCLUDE_TWICE, written);
		return false;
	}
	if (is_too_deep(file)) {
		diag = complain_path(b, MODEL_INCLUDE_DEPTH, written);
		diag_add_number(b->findings, diag, "limit", INCLUDE_DEPTH_LIMIT);
		return false;
	}
	return true;
}

static const struct tree *parse(struct builder *b, const struct source *source)
{
	struct tokens tokens = { 0 };

	syntax_lex(b->arena, source, b->findings, &tokens);
	return syntax_parse(b->arena, source, &tokens, b->findings);
}

static void scan(struct builder *b, struct policy_file *file);

/* include = ( "include" | "inclure" ), string, end ; the file, or NULL. */
static struct policy_file *include(struct builder *b, struct policy_file *from, const struct statement *st)
{
	const struct written *written = st->values.n ? &st->values.v[0] : NULL;
	struct source *source;
	struct policy_file *file;
	struct str path;
	int error;

	if (!written || st->values.n > 1 || st->has_block || written->text.n == 0) {
		complain_keyword(b, MODEL_INCLUDE, st);
		return NULL;
	}
	path = path_join(b->arena, path_folder(b->arena, from->path), written->text);
	if (!may_include(b, from, written, path))
		return NULL;
	file = map_get(from->loaded, path);
	if (file)
		return file;
	error = sources_read(b->sources, path, &source);
	if (error) {
		complain_unreadable(b, written, error);
		return NULL;
	}
	diag_add_source_problems(b->findings, source);
	if (source_is_binary(source))
		return NULL;
	file = ARENA_NEW(b->arena, struct policy_file);
	file->tree = parse(b, source);
	file->path = path;
	file->includer = from;
	file->included_at = written->span;
	file->loaded = from->loaded;
	map_set(b->arena, file->loaded, path, file);
	scan(b, file);
	return file;
}

/* The languages of `languages fr, en` in the policy, read ahead of all texts. */
static void read_languages(struct builder *b, const struct statement *policy)
{
	struct model *model = b->model;
	const struct statement *st = policy->first;

	while (st &&
	       !schema_is(schema_fields[POLICY_LANGUAGES].word[b->lang], utf8_fold(b->arena, st->keyword)))
		st = st->next;
	if (!st)
		return;
	model->language_count = 0;
	for (size_t i = 0; i < st->values.n; i++) {
		struct str tag = written_fold(b, &st->values.v[i]);
		bool known = false;
		enum lang lang;
		if (lang_of_tag(tag.s, tag.n, &lang))
			continue;
		for (size_t k = 0; k < model->language_count; k++)
			known = known || model->languages[k] == lang;
		if (!known)
			model->languages[model->language_count++] = lang;
	}
	b->languages_said = model->language_count > 0;
}

/* A policy, or an `override` of it. */
static void scan_policy(struct builder *b, const struct statement *st, struct str folded)
{
	const char *policy = schema_fields[ROOT_POLICY].word[b->lang];

	if (schema_is(policy, folded)) {
		if (b->library && !b->model->language_count)
			b->model->languages[b->model->language_count++] = b->lang;
		b->library = false;
		read_languages(b, st);
	} else if (schema_is(override_word.in[b->lang], folded) && st->values.n &&
		   schema_is(policy, written_fold(b, &st->values.v[0]))) {
		read_languages(b, st);
	}
}

/* Includes the files that the file names and looks for the policy. */
static void scan(struct builder *b, struct policy_file *file)
{
	enum lang outer = b->lang;

	b->lang = file->tree->keywords;
	for (const struct statement *st = file->tree->first; st; st = st->next) {
		struct str folded = utf8_fold(b->arena, st->keyword);
		if (schema_is(include_word.in[b->lang], folded)) {
			struct policy_file *included = include(b, file, st);
			vec_add(b->arena, &file->includes, included);
			if (included)
				map_set(b->arena, &file->included, included->path, included);
			b->lang = file->tree->keywords;
		} else {
			scan_policy(b, st, folded);
		}
	}
	b->lang = outer;
}

struct policy_file *policy_file_load(struct builder *b, const struct tree *tree)
{
	struct policy_file *file = ARENA_NEW(b->arena, struct policy_file);

	file->tree = tree;
	file->path = path_join(b->arena, STR("."), tree->source->path);
	file->loaded = ARENA_NEW(b->arena, struct map);
	b->lang = tree->keywords;
	scan(b, file);
	if (b->model->language_count == 0)
		b->model->languages[b->model->language_count++] = tree->keywords;
	return file;
}

void policy_file_read(struct builder *b, struct policy_file *file)
{
	enum lang outer = b->lang;
	bool shared = b->shared;

	if (file->spliced)
		return;
	file->spliced = true;
	b->lang = file->tree->keywords;
	b->shared = file->includer != NULL;
	for (const struct statement *st = file->tree->first; st; st = st->next)
		declaration_read(b, file, st);
	b->lang = outer;
	b->shared = shared;
}

void policy_file_splice(struct builder *b, struct policy_file *file)
{
	struct policy_file *included = file->includes.v[file->next_include++];

	if (included)
		policy_file_read(b, included);
}
