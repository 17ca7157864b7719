/*
 * --baseline and --write-baseline of polc check: reads the one before the run, marks
 * what it knows policy by policy, and writes the other when the run is over.
 */
#include "cli/baseline.h"

#include "base/file.h"

int cli_baseline_begin(struct cli_baseline *b, const struct cli *cli, struct arena *arena)
{
	const char *path = cli->value[OPTION_BASELINE];
	struct baseline_problem problem;
	struct str place;

	*b = (struct cli_baseline) { .cli = cli, .known.arena = arena, .written.arena = arena };
	if (!cli->is_set[OPTION_BASELINE])
		return STATUS_OK;
	switch (baseline_read(&b->known, path, &problem)) {
	case BASELINE_READ:
		return STATUS_OK;
	case BASELINE_UNREADABLE:
		cli_system_error(cli, MESSAGE_CANNOT_READ, path, problem.error);
		return STATUS_ENVIRONMENT;
	case BASELINE_LATER:
		cli_error(cli, MESSAGE_BASELINE_LATER, path);
		return STATUS_USAGE;
	case BASELINE_NOT_ONE:
		place = problem.line ? str_format(arena, "%s:%d", path, problem.line) : str_of(path);
		cli_error(cli, MESSAGE_BASELINE, place.s);
	}
	return STATUS_USAGE;
}

void cli_baseline_apply(struct cli_baseline *b, struct findings *findings, struct str policy)
{
	if (b->cli->is_set[OPTION_BASELINE])
		baseline_apply(&b->known, findings, policy);
	if (!b->cli->is_set[OPTION_WRITE_BASELINE])
		return;
	baseline_add(&b->written, findings, policy);
	baseline_apply(&b->written, findings, policy);
}

static int write_baseline(struct cli_baseline *b)
{
	const char *path = b->cli->value[OPTION_WRITE_BASELINE];
	struct buf out = BUF_INIT;
	int error;

	baseline_write(&out, &b->written);
	error = file_write(path, buf_str(&out), NULL);
	buf_release(&out);
	if (!error)
		return STATUS_OK;
	cli_system_error(b->cli, MESSAGE_CANNOT_WRITE, path, error);
	return STATUS_ENVIRONMENT;
}

int cli_baseline_end(struct cli_baseline *b)
{
	size_t unmet = baseline_unmet(&b->known);

	if (b->cli->is_set[OPTION_WRITE_BASELINE])
		return write_baseline(b);
	if (unmet) {
		struct str count =
				str_format(b->known.arena, "%zu (%s)", unmet, b->cli->value[OPTION_BASELINE]);

		cli_error(b->cli, MESSAGE_BASELINE_UNMET, count.s);
	}
	return STATUS_OK;
}
