/*
 * Takes a document and the place where a page wants it; gives the element around it: no
 * head, no style, no language switch, for these are the page's.
 */
#include "render/fragment.h"

#include "render/escape.h"
#include "render/html_page.h"

void fragment_open(struct buf *out, const struct fragment *fragment)
{
	const struct doc *doc = fragment->doc;

	buf_add_text(out, "<article class=\"" FRAGMENT_CLASS "\"");
	html_add_attribute(out, "id", fragment->id, "");
	html_add_attribute(out, "lang", str_of(lang_tag(doc->lang)), "");
	buf_add_text(out, ">\n");
	buf_add_format(out, "<h%d>", fragment->heading_level);
	escape_add(out, doc->title, escape_html);
	buf_add_format(out, "</h%d>\n", fragment->heading_level);
}

void fragment_close(struct buf *out)
{
	buf_add_text(out, "</article>\n");
}
