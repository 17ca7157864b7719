/*
 * Takes and gives the signal mask of the calling thread. Refuses nothing: a mask made
 * of known signals cannot be wrong.
 */
#include "base/signals.h"

#include <stddef.h>

void signals_hold(sigset_t *before)
{
	sigset_t held;

	sigemptyset(&held);
	sigaddset(&held, SIGHUP);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &held, before);
}

void signals_restore(const sigset_t *before)
{
	pthread_sigmask(SIG_SETMASK, before, NULL);
}
