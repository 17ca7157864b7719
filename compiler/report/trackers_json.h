/*
 * The trackers of a policy as JSON, for programs that ask for consent; described by
 * grammar/trackers.schema.json.
 */
#ifndef REPORT_TRACKERS_JSON_H
#define REPORT_TRACKERS_JSON_H

#include "base/buf.h"
#include "model/model.h"

struct trackers_options {
	const enum lang *languages; /* of the texts: some of the policy's */
	size_t language_count;
	bool draft;
};

/* Appends one JSON object and a line end. The policy has a `trackers` block. */
void trackers_json(struct buf *out, const struct model *model, const struct trackers_options *options);

#endif
