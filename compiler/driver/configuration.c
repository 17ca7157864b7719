/*
 * Finds and reads polc.conf files: takes the paths to compile, gives each the
 * severities of its tree. Each folder is looked at once; refuses a file with a line
 * that it does not understand, rather than pass over it.
 */
#include "driver/configuration.h"

#include "base/map.h"
#include "base/utf8.h"

#define CONFIGURATION_LIMIT ((size_t)1 << 20) /* bytes of a polc.conf */

struct configuring {
	struct arena *arena;
	const char *const *chosen;
	size_t chosen_count;
	struct map folders; /* folder -> the severities that hold in it */
	struct configuration_problem *problem;
};

/* The next word of the line; empty at its end. Nothing quotes white space. */
static struct str next_word(struct str line, size_t *at)
{
	size_t start;

	while (*at < line.n && (line.s[*at] == ' ' || line.s[*at] == '\t' || line.s[*at] == '\r'))
		++*at;
	start = *at;
	while (*at < line.n && line.s[*at] != ' ' && line.s[*at] != '\t' && line.s[*at] != '\r')
		++*at;
	return str_part(line, start, *at);
}

static bool refuse(struct configuring *c, enum severity_result result, struct str rule, struct str level)
{
	c->problem->result = result;
	c->problem->word = str_copy(c->arena, rule);
	if (result == SEVERITY_UNKNOWN_LEVEL)
		c->problem->word = str_format(c->arena, "%s=%.*s", c->problem->word.s, STR_ARGS(level));
	return false;
}

static bool set(struct configuring *c, struct severities *severities, struct str rule, struct str level)
{
	enum severity_result result = severities_set(severities, rule, level);

	return result == SEVERITY_SET || refuse(c, result, rule, level);
}

/* statement = ( "severity" | "gravité" ) , rule , level ; */
static bool read_line(struct configuring *c, struct severities *severities, struct str line)
{
	size_t at = 0;
	struct str keyword = next_word(line, &at), rule, level, rest;

	if (str_is_empty(keyword) || keyword.s[0] == '#')
		return true;
	rule = next_word(line, &at);
	level = next_word(line, &at);
	rest = next_word(line, &at);
	if ((str_is(keyword, "severity") || str_is(keyword, "gravité") || str_is(keyword, "gravite")) &&
	    !str_is_empty(level) && (str_is_empty(rest) || rest.s[0] == '#'))
		return set(c, severities, rule, level);
	c->problem->is_unknown = true;
	c->problem->word = str_copy(c->arena, keyword);
	return false;
}

static bool read_lines(struct configuring *c, struct severities *severities, struct str bytes)
{
	size_t start = str_has_prefix(bytes, "\xEF\xBB\xBF") ? 3 : 0;

	for (size_t end; start < bytes.n; start = end + 1) {
		end = str_find(bytes, "\n", start);
		c->problem->line++;
		if (!read_line(c, severities, str_part(bytes, start, end)))
			return false;
	}
	return true;
}

static bool read_file(struct configuring *c, struct severities *severities, struct str path)
{
	struct buf bytes = BUF_INIT;
	bool done;

	*c->problem = (struct configuration_problem) { .path = path };
	c->problem->error = file_read(path.s, CONFIGURATION_LIMIT, &bytes);
	done = !c->problem->error && read_lines(c, severities, buf_str(&bytes));
	buf_release(&bytes);
	return done;
}

/* chosen = rule , "=" , level ; */
static bool set_chosen(struct configuring *c, struct severities *severities)
{
	*c->problem = (struct configuration_problem) { .path = STR("") };
	for (size_t i = 0; i < c->chosen_count; i++) {
		struct str word = str_of(c->chosen[i]);
		size_t equals = str_find(word, "=", 0);
		struct str level = equals < word.n ? str_part(word, equals + 1, word.n) : STR("");

		if (!set(c, severities, str_part(word, 0, equals), level))
			return false;
	}
	return true;
}

/* The nearest polc.conf in the folder or around it as far as root; empty: none. */
static struct str find_file(struct arena *arena, struct str folder, struct str root)
{
	while (path_is_inside(folder, root)) {
		struct str path = path_join(arena, folder, STR("polc.conf"));
		struct str above = path_join(arena, folder, STR(".."));

		if (file_kind(path.s) != FILE_MISSING)
			return path;
		if (str_eq(folder, root) || str_eq(folder, above))
			break;
		folder = above;
	}
	return STR("");
}

/* The severities of a folder, or NULL and the problem. */
static struct severities *read_folder(struct configuring *c, struct str folder, struct str root)
{
	struct severities *severities = ARENA_NEW(c->arena, struct severities);
	struct str path = find_file(c->arena, folder, root);

	severities_init(severities);
	if ((!str_is_empty(path) && !read_file(c, severities, path)) || !set_chosen(c, severities))
		return NULL;
	map_set(c->arena, &c->folders, folder, severities);
	return severities;
}

bool configuration_apply(struct arena *arena, struct compile_paths *paths, const char *const *chosen,
			 size_t chosen_count, struct configuration_problem *problem)
{
	struct configuring c = { arena, chosen, chosen_count, { 0 }, problem };

	for (size_t i = 0; i < paths->n; i++) {
		struct compile_path *path = &paths->v[i];
		struct str root = path_join(arena, STR("."), path->root);
		struct str folder = path_folder(arena, path_join(arena, STR("."), path->path));

		if (str_is(path->path, "-"))
			folder = root;
		path->severities = map_get(&c.folders, folder);
		if (!path->severities)
			path->severities = read_folder(&c, folder, root);
		if (!path->severities)
			return false;
	}
	return true;
}
