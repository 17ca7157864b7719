/*
 * Reading and writing files whole, and finding them. Takes paths as the user or a
 * source gave them; gives 0 or an errno value. A write replaces its target at
 * once by a rename, or not at all; devices and pipes are written in place.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/signals.h"
#include "base/vec.h"

enum { BLOCK = 64 * 1024, FILE_MODE = 0644, FOLDER_MODE = 0755, TEMPORARY_NAMES = 1000 };

/* read(2) that is not interrupted. */
static ssize_t read_some(int fd, char *bytes, size_t n)
{
	ssize_t got;
	do
		got = read(fd, bytes, n);
	while (got < 0 && errno == EINTR);
	return got;
}

/* The rest of the file, of which `expected` bytes are known of (0: none are). */
static int read_all(int fd, size_t expected, size_t limit, struct buf *buf)
{
	size_t total = 0;
	ssize_t got;

	do {
		size_t n = total < expected ? expected - total : BLOCK;

		got = read_some(fd, buf_room(buf, n), n);
		if (got < 0)
			return errno;
		buf->n += (size_t)got;
		buf->s[buf->n] = '\0';
		total += (size_t)got;
		if (limit && total > limit)
			return EFBIG;
	} while (got > 0 && total != expected);
	return 0;
}

int file_read(const char *path, size_t limit, struct buf *buf)
{
	struct stat status;
	bool standard_input = strcmp(path, "-") == 0;
	int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	int error = 0;

	if (fd < 0)
		return errno;
	if (fstat(fd, &status) < 0)
		error = errno;
	else if (S_ISDIR(status.st_mode))
		error = EISDIR;
	else if (limit && S_ISREG(status.st_mode) && (uintmax_t)status.st_size > limit)
		error = EFBIG;
	else
		error = read_all(fd, S_ISREG(status.st_mode) ? (size_t)status.st_size : 0, limit, buf);
	if (!standard_input)
		close(fd);
	return error;
}

static int write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t put = write(fd, bytes.s, bytes.n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return errno;
		bytes = str_part(bytes, (size_t)put, bytes.n);
	}
	return 0;
}

/* Writes the bytes and closes fd, whatever happens. */
static int write_and_close(int fd, struct str bytes)
{
	int error = write_all(fd, bytes);
	if (close(fd) < 0 && !error)
		error = errno;
	return error;
}

/* True when the file of that size holds just these bytes. */
static bool file_holds(const char *path, off_t size, struct str bytes)
{
	char block[BLOCK];
	ssize_t got = 0;
	int fd;

	if ((uintmax_t)size != bytes.n || (fd = open(path, O_RDONLY | O_CLOEXEC)) < 0)
		return false;
	while (bytes.n > 0 && (got = read_some(fd, block, sizeof(block))) > 0) {
		if ((size_t)got > bytes.n || memcmp(block, bytes.s, (size_t)got) != 0)
			break;
		bytes = str_part(bytes, (size_t)got, bytes.n);
	}
	close(fd);
	return bytes.n == 0;
}

static int open_new(const char *path)
{
	return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
}

int file_create(const char *path, struct str bytes)
{
	int fd = open_new(path);
	int error = fd < 0 ? errno : write_and_close(fd, bytes);

	if (fd >= 0 && error)
		unlink(path);
	return error;
}

/* Creates a file beside path that nobody else has; its name into *name. The file
 * descriptor, or -1 and errno. */
static int open_temporary(const char *path, struct buf *name)
{
	for (int i = 0; i < TEMPORARY_NAMES; i++) {
		int fd;
		buf_reset(name);
		buf_add_text(name, path);
		if (i)
			buf_add_format(name, ".%d", i);
		buf_add_text(name, ".tmp");
		fd = open_new(name->s);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

/* Writes the bytes to a new file beside path, with that mode unless it is 0. A failure
 * leaves neither file nor name. */
static int stage(const char *path, struct str bytes, mode_t mode, struct buf *temporary)
{
	int fd = open_temporary(path, temporary);
	int error = fd < 0 ? errno : 0;

	if (!error) {
		int mode_error = mode && fchmod(fd, mode) < 0 ? errno : 0;
		error = write_and_close(fd, bytes);
		error = error ? error : mode_error;
		if (error)
			unlink(temporary->s);
	}
	if (error)
		buf_release(temporary);
	return error;
}

int file_stage(const char *path, struct str bytes, struct buf *temporary, enum file_change *change)
{
	struct stat status;
	enum file_change ignored = FILE_UNCHANGED;
	bool exists = stat(path, &status) == 0;

	change = change ? change : &ignored;
	*change = FILE_WRITTEN;
	if (exists && !S_ISREG(status.st_mode)) {
		int fd = open(path, O_WRONLY | O_CLOEXEC);
		return fd < 0 ? errno : write_and_close(fd, bytes);
	}
	if (exists && file_holds(path, status.st_size, bytes)) {
		*change = FILE_UNCHANGED;
		return 0;
	}
	return stage(path, bytes, exists ? status.st_mode & 0777 : 0, temporary);
}

int file_place(const char *path, struct buf *temporary)
{
	int error = temporary->n && rename(temporary->s, path) < 0 ? errno : 0;

	if (error)
		unlink(temporary->s);
	buf_release(temporary);
	return error;
}

void file_unstage(struct buf *temporary)
{
	if (temporary->n)
		unlink(temporary->s);
	buf_release(temporary);
}

int file_write(const char *path, struct str bytes, enum file_change *change)
{
	struct buf temporary = BUF_INIT;
	sigset_t before;
	int error;

	if (file_kind(path) == FILE_OTHER) /* a pipe may wait for ever: it can be interrupted */
		return file_stage(path, bytes, &temporary, change);
	signals_hold(&before);
	error = file_stage(path, bytes, &temporary, change);
	if (!error)
		error = file_place(path, &temporary);
	signals_restore(&before);
	return error;
}

static bool is_one(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
	       one.st_ino == other.st_ino;
}

static struct str last_step(struct str path)
{
	size_t start = path.n;

	while (start > 0 && path.s[start - 1] != '/')
		start--;
	return str_part(path, start, path.n);
}

bool file_same(struct arena *arena, const char *a, const char *b)
{
	enum file_kind kind = file_kind(a);
	struct str one = path_join(arena, STR("."), str_of(a)), other = path_join(arena, STR("."), str_of(b));

	if (kind != file_kind(b))
		return false;
	if (kind != FILE_MISSING)
		return kind == FILE_REGULAR && is_one(a, b);
	return str_eq(one, other) || (str_eq(last_step(one), last_step(other)) &&
				      is_one(path_folder(arena, one).s, path_folder(arena, other).s));
}

enum file_kind file_kind(const char *path)
{
	struct stat status;

	if (stat(path, &status) < 0)
		return FILE_MISSING;
	if (S_ISDIR(status.st_mode))
		return FILE_FOLDER;
	return S_ISREG(status.st_mode) ? FILE_REGULAR : FILE_OTHER;
}

/* mkdir(2) that is content with a folder that is already there. */
static int make_one(const char *path, bool *made)
{
	*made = mkdir(path, FOLDER_MODE) == 0;
	if (*made)
		return 0;
	if (errno != EEXIST)
		return errno;
	return file_kind(path) == FILE_FOLDER ? 0 : ENOTDIR;
}

int file_make_folder(const char *path, bool *made)
{
	struct buf step = BUF_INIT;
	bool ignored = false;
	int error;

	made = made ? made : &ignored;
	error = make_one(path, made);
	if (error != ENOENT)
		return error;
	error = 0;
	for (size_t i = 0; path[i] && !error; i++) {
		if (path[i] == '/' && i > 0)
			error = make_one(step.s, made);
		buf_add_char(&step, path[i]);
	}
	if (!error)
		error = make_one(path, made);
	buf_release(&step);
	return error;
}

/* True when the folder is gone, with all of its files. */
static bool remove_files(const char *folder)
{
	DIR *entries = opendir(folder);
	const struct dirent *entry;

	if (!entries)
		return false;
	while ((entry = readdir(entries))) {
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(entries), entry->d_name, 0);
	}
	closedir(entries);
	return rmdir(folder) == 0;
}

void file_remove_folder(const char *path)
{
	struct buf away = BUF_INIT;
	struct stat status;

	if (lstat(path, &status) < 0 || !S_ISDIR(status.st_mode))
		return;
	buf_add_format(&away, "%s.%ld", path, (long)getpid());
	if (rename(path, away.s) == 0 && !remove_files(away.s))
		rename(away.s, path);
	buf_release(&away);
}

/* Puts one entry of a folder on the list of files or of folders still to read. */
static void sort_entry(struct arena *arena, struct str path, const char *suffix, struct file_list lists[2])
{
	struct stat status;
	bool link;

	if (lstat(path.s, &status) < 0)
		return;
	link = S_ISLNK(status.st_mode);
	if (link && stat(path.s, &status) < 0)
		return;
	if (S_ISDIR(status.st_mode) && !link)
		vec_add(arena, &lists[1], path);
	else if (S_ISREG(status.st_mode) && str_has_suffix(path, suffix))
		vec_add(arena, &lists[0], path);
}

static int read_folder(struct arena *arena, struct str folder, const char *suffix, struct file_list lists[2])
{
	DIR *entries = opendir(folder.s);
	const char *between = str_has_suffix(folder, "/") ? "" : "/";
	const struct dirent *entry;
	int error;

	if (!entries)
		return errno;
	while (errno = 0, (entry = readdir(entries))) {
		if (entry->d_name[0] == '.')
			continue;
		sort_entry(arena, str_format(arena, "%s%s%s", folder.s, between, entry->d_name), suffix,
			   lists);
	}
	error = errno;
	closedir(entries);
	return error;
}

static int compare_paths(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

int file_list(struct arena *arena, const char *folder, const char *suffix, struct file_list *list)
{
	struct file_list lists[2] = { { 0 }, { 0 } }; /* files found, folders to read */
	int error = 0;

	vec_add(arena, &lists[1], str_copy(arena, str_of(folder)));
	while (lists[1].n > 0 && !error)
		error = read_folder(arena, lists[1].v[--lists[1].n], suffix, lists);
	if (lists[0].n > 1)
		qsort(lists[0].v, lists[0].n, sizeof(*lists[0].v), compare_paths);
	*list = lists[0];
	return error;
}
