/*
 * Interruptions, put off while several files change together: a process that is told to
 * stop half-way through would leave some of them new and others old, or a temporary
 * file beside them.
 */
#ifndef BASE_SIGNALS_H
#define BASE_SIGNALS_H

#include <signal.h>

/* Puts off SIGHUP, SIGINT and SIGTERM in the calling thread; *before is what
 * signals_restore() needs. Threads that are started meanwhile never see them. */
void signals_hold(sigset_t *before);
/* As it was before: a signal that has come since takes effect now. */
void signals_restore(const sigset_t *before);

#endif
