/*
 * The heap, for arenas and buffers. Gives memory or ends the process: when there
 * is none left, one message on standard error and exit status 3. This is the one
 * place outside cli/ that ends the process, so that no caller needs to check; as
 * outputs are written last and renamed, none is left half-written.
 */
#include "base/arena.h"

#include <stdlib.h>
#include <unistd.h>

enum { EXIT_ENVIRONMENT = 3 };

void memory_exhausted(void)
{
	static const char message[] = "polc: out of memory (mémoire insuffisante)\n";
	ssize_t ignored = write(STDERR_FILENO, message, sizeof(message) - 1);

	(void)ignored;
	_exit(EXIT_ENVIRONMENT);
}

static void *memory_or_exit(void *p)
{
	if (!p)
		memory_exhausted();
	return p;
}

void *memory_alloc(size_t n)
{
	return memory_or_exit(malloc(n ? n : 1));
}

void *memory_grow(void *old, size_t n)
{
	return memory_or_exit(realloc(old, n ? n : 1));
}

void memory_free(void *p)
{
	free(p);
}
