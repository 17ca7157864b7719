/*
 * Why the environment refuses a file, for those who know no errno. Takes an errno
 * value, gives words in both languages; knows no more than the usual ones.
 */
#include "base/reason.h"

#include <errno.h>
#include <stddef.h>

static const struct {
	int error;
	struct words reason;
} reasons[] = {
	{ ENOENT, WORDS("fichier introuvable", "there is no such file") },
	{ ENOTDIR, WORDS("le chemin passe par un fichier", "its path leads through a file") },
	{ EACCES, WORDS("accès refusé", "access is denied") },
	{ EPERM, WORDS("opération non permise", "this is not permitted") },
	{ EISDIR, WORDS("le chemin mène à un dossier", "it is a folder") },
	{ EEXIST, WORDS("un fichier porte déjà ce nom", "a file has this name already") },
	{ EFBIG, WORDS("fichier trop volumineux", "the file is too large") },
	{ ELOOP, WORDS("liens qui tournent en rond", "its links run in a circle") },
	{ ENAMETOOLONG, WORDS("nom trop long", "the name is too long") },
	{ ENOSPC, WORDS("disque plein", "the disk is full") },
	{ EROFS, WORDS("disque en lecture seule", "the disk is read-only") },
	{ EIO, WORDS("erreur du disque", "the disk fails") },
};

const struct words *reason_of(int error)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (reasons[i].error == error)
			return &reasons[i].reason;
	}
	return NULL;
}
