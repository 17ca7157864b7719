/*
 * The options of polc build that fit its pages to the site which shows them, and the
 * files of a folder of policies.
 */
#ifndef CLI_SITE_H
#define CLI_SITE_H

#include "cli/cli.h"
#include "render/site.h"

/* Reads the options and the files that they name; STATUS_OK, or a status after a message.
 * The arena keeps what the site holds. */
int cli_site_read(const struct cli *cli, struct arena *arena, unsigned formats, struct render_site *site);
/* The same of an article alone, whose options are the level of its title, the start of its
 * identifiers and the flavour of Markdown. */
int cli_site_read_fragment(const struct cli *cli, struct render_site *site);
/* Writes what stands beside the policies' folders (the index, and its stylesheet, sitemap and
 * llms.txt where they are asked for), all of it or none. */
int cli_site_write(const struct cli *cli, const struct render_site *site, const char *folder,
		   const struct render_entry *entries, size_t n);
/* Appends the line of the header under which the pages work: Content-Security-Policy. */
void cli_add_csp(struct buf *out, const struct render_site *site);

#endif
