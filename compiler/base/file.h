/*
 * Files and paths. Every function that can fail gives 0, or an errno value;
 * nothing is printed here.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"

struct arena;

/* Appends the whole of a file (or of standard input for "-") to buf. EISDIR for
 * a folder; EFBIG past `limit` bytes (0: no limit). */
int file_read(const char *path, size_t limit, struct buf *buf);

enum file_change { FILE_UNCHANGED, FILE_WRITTEN };

/* Writes bytes to path through a temporary file beside it and a rename; a file
 * that already holds these bytes is left alone. A failure or an interruption leaves
 * path as it was and no temporary file. *change may be NULL. */
int file_write(const char *path, struct str bytes, enum file_change *change);

/* Writes bytes to a file that is not there yet. A failure leaves no file. */
int file_create(const char *path, struct str bytes);

/* The same in two steps, so that several files change together or not at all: stage
 * each, then place each, or unstage them all. *temporary names the file that waits
 * beside path; it stays empty where there is nothing to put in place (the same bytes
 * stand there, or path is a device, which is written at once). */
int file_stage(const char *path, struct str bytes, struct buf *temporary, enum file_change *change);
/* Both release the name; a failure to place leaves path as it was. */
int file_place(const char *path, struct buf *temporary);
void file_unstage(struct buf *temporary);

/* Makes the folder and its parents where they are missing. *made, which may be NULL:
 * whether the folder is new, hence empty. */
int file_make_folder(const char *path, bool *made);
/* Removes the files of a folder, hidden ones apart, then the folder if nothing else is in
 * it. A link to one stays as it is. Another process that fills the folder loses it at
 * once, before its files go. */
void file_remove_folder(const char *path);

enum file_kind { FILE_MISSING, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };
enum file_kind file_kind(const char *path);
/* True when both name one regular file, whatever links lead to it; of two that are not
 * there yet, the same name in one folder. */
bool file_same(struct arena *arena, const char *a, const char *b);

/* Every regular file below `folder` whose name ends in `suffix`, as paths that
 * begin with `folder`, in byte order; hidden ones and links to folders are passed
 * over. The vector is in the arena. */
struct file_list {
	struct str *v;
	size_t n;
	size_t capacity;
};
int file_list(struct arena *arena, const char *folder, const char *suffix, struct file_list *list);

/* "a/b/c.x" -> "a/b"; "c.x" -> ".". In the arena, NUL-terminated. */
struct str path_folder(struct arena *arena, struct str path);
/* folder/name without "." and ".." steps, except leading ones. In the arena, NUL-terminated. */
struct str path_join(struct arena *arena, struct str folder, struct str name);
/* True when path, both normalised by path_join, is folder or below it. */
bool path_is_inside(struct str path, struct str folder);

#endif
