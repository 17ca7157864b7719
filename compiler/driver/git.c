/*
 * git rev-parse names the commit once, git cat-file gives each of its files. Arguments go
 * to the program as they are, never through a shell; a revision that begins as an option
 * does is refused. Under GIT_DIR, git takes its current folder for the top of the tree:
 * there it is run where polc is.
 */
#include "driver/git.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

extern char **environ;

#define COULD_NOT_START (-1)
#define ARGUMENT_LIMIT	8
#define BLOCK		65536

/* Everything that the descriptor gives, up to the limit; 0 or an errno value. */
static int read_all(int descriptor, size_t limit, struct buf *out)
{
	for (;;) {
		ssize_t n = read(descriptor, buf_room(out, BLOCK), BLOCK);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n ? errno : 0;
		out->n += (size_t)n;
		out->s[out->n] = '\0';
		if (out->n > limit)
			return EFBIG;
	}
}

/* Starts the program with its output in the pipe; its errors too, or nowhere. */
static int start(const char *const *arguments, const int ends[2], bool with_errors, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);

	if (error)
		return error;
	error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	if (!error && with_errors)
		error = posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
	else if (!error)
		error = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	if (!error) /* execvp() does not write to the arguments, for all its prototype */
		error = posix_spawnp(child, arguments[0], &actions, NULL, (char *const *)(uintptr_t)arguments,
				     environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

static int wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			return COULD_NOT_START;
	}
	return WIFEXITED(status) && WEXITSTATUS(status) != 127 ? WEXITSTATUS(status) : COULD_NOT_START;
}

/* What git printed: up to so many bytes, or an errno value. */
struct output {
	struct buf *bytes;
	size_t limit;
	int error;
};

/* The exit status of git, run in the folder. */
static int run(const char *folder, const char *const *arguments, bool with_errors, struct output *output)
{
	const char *all[ARGUMENT_LIMIT + 4] = { "git", "-C", folder };
	int ends[2], status;
	pid_t child;

	for (size_t i = 0; i < ARGUMENT_LIMIT && arguments[i]; i++)
		all[i + 3] = arguments[i];
	if (pipe(ends))
		return COULD_NOT_START;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	output->error = start(all, ends, with_errors, &child);
	close(ends[1]);
	if (output->error) {
		close(ends[0]);
		return COULD_NOT_START;
	}
	output->error = read_all(ends[0], output->limit, output->bytes);
	close(ends[0]);
	status = wait_for(child);
	return status;
}

static struct str first_line(struct arena *arena, const struct buf *out)
{
	struct str text = buf_str(out);

	return str_copy(arena, str_trim(str_part(text, 0, str_find(text, "\n", 0))));
}

static bool is_shallow(const struct git_commit *commit)
{
	static const char *const arguments[] = { "rev-parse", "--is-shallow-repository", NULL };
	struct buf out = BUF_INIT;
	struct output output = { &out, BLOCK, 0 };
	bool shallow = !run(commit->folder, arguments, false, &output) &&
		       str_is(first_line(commit->arena, &out), "true");

	buf_release(&out);
	return shallow;
}

/* Why the revision was not found: is there a repository at all, and all of it? */
static enum git_state explain(struct git_commit *commit)
{
	static const char *const arguments[] = { "rev-parse", "--is-inside-work-tree", NULL };
	struct buf out = BUF_INIT;
	struct output output = { &out, BLOCK, 0 };
	int status = run(commit->folder, arguments, true, &output);

	if (status)
		commit->reason = first_line(commit->arena, &out);
	buf_release(&out);
	if (status)
		return GIT_NO_REPOSITORY;
	return is_shallow(commit) ? GIT_SHALLOW : GIT_UNKNOWN_REVISION;
}

enum git_state git_find(struct git_commit *commit, struct arena *arena, const char *folder,
			const char *revision)
{
	const char *arguments[] = { "rev-parse", "--quiet", "--verify", NULL, NULL };
	struct buf out = BUF_INIT;
	struct output output = { &out, BLOCK, 0 };
	int status;

	*commit = (struct git_commit) { arena, folder, STR(""), STR("") };
	if (*revision == '-' || *revision == '^') /* an option; all but a revision */
		return GIT_UNKNOWN_REVISION;
	arguments[3] = str_format(arena, "%s^{commit}", revision).s;
	status = run(folder, arguments, false, &output);
	commit->name = first_line(arena, &out);
	buf_release(&out);
	if (status == COULD_NOT_START)
		return GIT_MISSING;
	return status ? explain(commit) : GIT_FOUND;
}

/* "a/b" and "a/c/d.policy" -> "../c/d.policy", as git wants a path that begins with its
 * folder; NULL where the way up is not known. */
static const char *relative_path(struct arena *arena, struct str folder, struct str path)
{
	struct str up = STR("./");
	size_t same = 0;

	if (str_is(folder, "."))
		folder.n = 0;
	for (size_t i = 0; i <= folder.n && i < path.n; i++) {
		if (i == folder.n ? path.s[i] != '/' : path.s[i] != folder.s[i])
			break;
		if (i == folder.n || path.s[i] == '/')
			same = i + 1;
	}
	for (size_t i = same; i < folder.n;) {
		size_t end = str_find(folder, "/", i);

		if (str_is(str_part(folder, i, end), ".."))
			return NULL;
		up = str_join(arena, up, STR("../"));
		i = end + 1;
	}
	return str_join(arena, up, str_part(path, same, path.n)).s;
}

int git_read(void *context, const char *path, size_t limit, struct buf *bytes)
{
	const struct git_commit *commit = context;
	const char *arguments[] = { "cat-file", "blob", NULL, NULL };
	struct str whole = path_join(commit->arena, STR("."), str_of(path));
	const char *relative = relative_path(commit->arena, str_of(commit->folder), whole);
	struct output output = { bytes, limit, 0 };
	int status;

	if (!relative)
		return ENOENT;
	arguments[2] = str_format(commit->arena, "%.*s:%s", STR_ARGS(commit->name), relative).s;
	status = run(commit->folder, arguments, false, &output);
	if (status == COULD_NOT_START)
		return output.error ? output.error : EIO;
	return status ? ENOENT : output.error;
}
