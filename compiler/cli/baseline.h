/*
 * The baselines of one run of polc check.
 */
#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include "cli/cli.h"
#include "report/baseline.h"

struct cli_baseline {
	const struct cli *cli;
	struct baseline known;	 /* of --baseline */
	struct baseline written; /* for --write-baseline */
};

/* Reads the file of --baseline; STATUS_OK, or a status after a message. The arena keeps
 * what both hold. */
int cli_baseline_begin(struct cli_baseline *b, const struct cli *cli, struct arena *arena);
/* Marks what is known of a policy's findings, and records them where that is asked for. */
void cli_baseline_apply(struct cli_baseline *b, struct findings *findings, struct str policy);
/* Writes the file of --write-baseline, or says which entries were mended. */
int cli_baseline_end(struct cli_baseline *b);

#endif
