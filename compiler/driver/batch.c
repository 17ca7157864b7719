/*
 * Many policies at a time. Threads compile into a ring of compilations; the caller's
 * thread takes the compilations in the order of the paths, so that reports and outputs
 * are the same for any number of threads, and memory is that of the ring.
 */
#include "driver/driver.h"

#include <pthread.h>

#include "base/signals.h"

#define JOBS_LIMIT 64

enum slot_state { SLOT_FREE, SLOT_BUSY, SLOT_READY };

struct slot {
	struct compilation compilation;
	enum slot_state state;
};

struct batch {
	const struct compile_paths *paths;
	const struct compile_options *options;
	struct slot *slots;
	size_t slot_count;
	size_t next; /* the next path to take */
	bool stopped;
	pthread_mutex_t lock;
	pthread_cond_t changed;
};

/* The next path whose slot is free; n when there is no more. Called locked. */
static size_t batch_take(struct batch *batch)
{
	while (!batch->stopped && batch->next < batch->paths->n &&
	       batch->slots[batch->next % batch->slot_count].state != SLOT_FREE)
		pthread_cond_wait(&batch->changed, &batch->lock);
	if (batch->stopped || batch->next >= batch->paths->n)
		return batch->paths->n;
	batch->slots[batch->next % batch->slot_count].state = SLOT_BUSY;
	return batch->next++;
}

static void *batch_work(void *argument)
{
	struct batch *batch = argument;
	size_t i;

	pthread_mutex_lock(&batch->lock);
	while ((i = batch_take(batch)) < batch->paths->n) {
		struct slot *slot = &batch->slots[i % batch->slot_count];

		pthread_mutex_unlock(&batch->lock);
		compilation_run(&slot->compilation, &batch->paths->v[i], batch->options);
		pthread_mutex_lock(&batch->lock);
		slot->state = SLOT_READY;
		pthread_cond_broadcast(&batch->changed);
	}
	pthread_mutex_unlock(&batch->lock);
	return NULL;
}

/* Hands the compilations over in order; the first result that is not 0 ends it. */
static int batch_collect(struct batch *batch, batch_each *each, void *context)
{
	int result = 0;

	pthread_mutex_lock(&batch->lock);
	for (size_t i = 0; i < batch->paths->n && !result; i++) {
		struct slot *slot = &batch->slots[i % batch->slot_count];

		while (slot->state != SLOT_READY)
			pthread_cond_wait(&batch->changed, &batch->lock);
		pthread_mutex_unlock(&batch->lock);
		result = each(context, &slot->compilation);
		pthread_mutex_lock(&batch->lock);
		slot->state = SLOT_FREE;
		batch->stopped = result != 0;
		pthread_cond_broadcast(&batch->changed);
	}
	batch->stopped = true;
	pthread_cond_broadcast(&batch->changed);
	pthread_mutex_unlock(&batch->lock);
	return result;
}

static int compile_in_turn(const struct compile_paths *paths, const struct compile_options *options,
			   batch_each *each, void *context)
{
	struct compilation compilation;
	int result = 0;

	compilation_init(&compilation);
	for (size_t i = 0; i < paths->n && !result; i++) {
		compilation_run(&compilation, &paths->v[i], options);
		result = each(context, &compilation);
	}
	compilation_release(&compilation);
	return result;
}

/* Starts up to `jobs` threads; returns how many could be started. Interruptions are for
 * the caller's thread, which puts them off while it writes. */
static int batch_start(struct batch *batch, pthread_t *threads, int jobs)
{
	sigset_t before;
	int n = 0;

	signals_hold(&before);
	while (n < jobs && !pthread_create(&threads[n], NULL, batch_work, batch))
		n++;
	signals_restore(&before);
	return n;
}

int batch_compile(const struct compile_paths *paths, const struct compile_options *options, int jobs,
		  batch_each *each, void *context)
{
	struct batch batch = { .paths = paths, .options = options };
	pthread_t threads[JOBS_LIMIT];
	int started, result;

	if ((size_t)jobs > paths->n)
		jobs = (int)paths->n;
	if (jobs > JOBS_LIMIT)
		jobs = JOBS_LIMIT;
	if (jobs <= 1)
		return compile_in_turn(paths, options, each, context);
	batch.slot_count = (size_t)jobs * 2;
	batch.slots = memory_alloc(batch.slot_count * sizeof(*batch.slots));
	for (size_t i = 0; i < batch.slot_count; i++) {
		compilation_init(&batch.slots[i].compilation);
		batch.slots[i].state = SLOT_FREE;
	}
	pthread_mutex_init(&batch.lock, NULL);
	pthread_cond_init(&batch.changed, NULL);
	started = batch_start(&batch, threads, jobs);
	if (started)
		result = batch_collect(&batch, each, context);
	else
		result = compile_in_turn(paths, options, each, context);
	for (int i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	pthread_cond_destroy(&batch.changed);
	pthread_mutex_destroy(&batch.lock);
	for (size_t i = 0; i < batch.slot_count; i++)
		compilation_release(&batch.slots[i].compilation);
	memory_free(batch.slots);
	return result;
}
