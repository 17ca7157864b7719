/*
 * What the head of a page says of it to programs: Dublin Core and schema.org, the same
 * in other formats and languages, its address.
 */
#ifndef RENDER_METADATA_H
#define RENDER_METADATA_H

#include "render/render.h"

/* Appends the elements. Addresses are relative where the site's is not known. */
void metadata_add(struct buf *out, const struct doc *doc, const struct render_options *options);
/* Who publishes the policy, or "". */
struct str metadata_organisation(const struct doc *doc);
/* The policy's summary, typeset, or nothing. */
void metadata_add_summary(struct buf *out, const struct model *model, enum lang lang);
/* The policy's date as 2026-03-01, or nothing. */
void metadata_add_date(struct buf *out, const struct model *model, enum field field);

#endif
