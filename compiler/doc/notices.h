/*
 * The other notices that the facts of a policy give: the short text that stands beside a
 * form, and its trackers alone. Each is a document, for the same renderers as the page.
 */
#ifndef DOC_NOTICES_H
#define DOC_NOTICES_H

#include "doc/doc.h"

struct doc_notice {
	const struct object **purposes; /* those that the form serves, in their order: at least one */
	size_t n;
	struct str page; /* the address of the policy in the document's language; "": not known */
};

/* What Arts. 12 and 13 of the GDPR want said first. Of a controller's policy. Never NULL. */
struct doc *doc_build_notice(struct arena *arena, const struct model *model, const struct wording *wording,
			     const struct doc_options *options, const struct doc_notice *notice);

/* The section on trackers, as a document of its own. Never NULL. */
struct doc *doc_build_tracker_notice(struct arena *arena, const struct model *model,
				     const struct wording *wording, const struct doc_options *options);

#endif
