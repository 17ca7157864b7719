/*
 * Private to report/sarif*.c: what one SARIF log knows of itself while it is made.
 * Results are written as they come; the files and rules that they name are gathered.
 */
#ifndef REPORT_SARIF_H
#define REPORT_SARIF_H

#include "report/encode.h"

struct sarif_artifact {
	struct str path; /* normalised, its bytes as they are */
	enum encoding encoding;
	bool is_target; /* the main file of a policy, not one that others include */
};

struct sarif {
	struct report *report;
	struct map code_numbers; /* identifier of a code -> its place in codes, plus one */
	VEC(const struct code *) codes;
	struct map artifact_numbers; /* path -> its place in artifacts, plus one */
	VEC(struct sarif_artifact) artifacts;
	VEC(struct str) unread; /* paths of files that could not be read */
	size_t left_out;	/* findings past SARIF_RESULTS, or past FINDINGS_LIMIT */
};

/* The place of the code among the rules of the log; a new one is added. */
size_t sarif_code(struct sarif *sarif, const struct code *code);
/* An artifactLocation: the file by its path, among the artifacts where it is one of them. */
json_t *sarif_file(struct sarif *sarif, struct str path);
/* A message object, in which nothing reads as an embedded link; text is released. */
json_t *sarif_message(struct buf *text);
/* A result object. */
json_t *sarif_result(struct sarif *sarif, const struct report_policy *policy, const struct diag *diag,
		     struct str fingerprint);
/* A reportingDescriptor: a code with its explanation. */
json_t *sarif_rule(const struct report_run *run, const struct code *code);

#endif
