/*
 * Takes a document and the program that will read its Markdown; gives the metadata that
 * the program knows, under its own names. Every value is a quoted YAML scalar, so that no
 * text can end it. A policy that is a draft is marked as what the program leaves out.
 */
#include "render/front_matter.h"

#include "render/escape.h"
#include "render/metadata.h"

enum line_kind {
	LINE_NONE,
	LINE_CONSTANT,
	LINE_TITLE,
	LINE_SUMMARY,
	LINE_LANGUAGE,
	LINE_UPDATED,
	LINE_POLICY, /* its identifier, which is that of all languages */
	LINE_DRAFT,  /* a line for drafts alone: the text is the key's value */
};

struct line {
	const char *key; /* with its colon, and the keys above it */
	enum line_kind kind;
	const char *text;
};

#define LINES 8

static const struct program {
	struct front_matter_manners manners;
	struct line lines[LINES];
} programs[FRONT_MATTER_COUNT] = {
	[FRONT_MATTER_HUGO] = {
		{ .has_frame = true, .reads_brackets = true },
		{ { "title:", LINE_TITLE, NULL },
		  { "description:", LINE_SUMMARY, NULL },
		  { "lastmod:", LINE_UPDATED, NULL },
		  { "translationKey:", LINE_POLICY, NULL },
		  { "draft:", LINE_DRAFT, "true" } },
	},
	[FRONT_MATTER_JEKYLL] = {
		{ .has_frame = true, .spaced_breaks = true, .has_entities = true, .reads_brackets = true },
		{ { "layout:", LINE_CONSTANT, "page" },
		  { "title:", LINE_TITLE, NULL },
		  { "description:", LINE_SUMMARY, NULL },
		  { "lang:", LINE_LANGUAGE, NULL },
		  { "last_modified_at:", LINE_UPDATED, NULL },
		  { "render_with_liquid:", LINE_CONSTANT, "false" },
		  { "published:", LINE_DRAFT, "false" } },
	},
	[FRONT_MATTER_DOCUSAURUS] = {
		{ .reads_brackets = true },
		{ { "title:", LINE_TITLE, NULL },
		  { "description:", LINE_SUMMARY, NULL },
		  { "last_update:\n  date:", LINE_UPDATED, NULL },
		  { "mdx:\n  format:", LINE_CONSTANT, "md" },
		  { "draft:", LINE_DRAFT, "true" } },
	},
	[FRONT_MATTER_MKDOCS] = {
		{ .wide_items = true, .spaced_breaks = true, .has_entities = true, .reads_brackets = true },
		{ { "title:", LINE_TITLE, NULL },
		  { "description:", LINE_SUMMARY, NULL },
		  { "lang:", LINE_LANGUAGE, NULL },
		  { "date:", LINE_UPDATED, NULL } },
	},
};

const struct front_matter_manners *front_matter_manners(enum front_matter program)
{
	return &programs[program].manners;
}

static void add_value(struct buf *out, const struct doc *doc, const struct line *line)
{
	switch (line->kind) {
	case LINE_NONE:
		break;
	case LINE_CONSTANT:
	case LINE_DRAFT:
		buf_add_text(out, line->text);
		break;
	case LINE_TITLE:
		buf_add_str(out, doc->title);
		break;
	case LINE_SUMMARY:
		metadata_add_summary(out, doc->model, doc->lang);
		break;
	case LINE_LANGUAGE:
		buf_add_text(out, lang_tag(doc->lang));
		break;
	case LINE_UPDATED:
		metadata_add_date(out, doc->model, POLICY_UPDATED);
		break;
	case LINE_POLICY:
		buf_add_str(out, doc->id);
		break;
	}
}

/* YAML 1.2, 7.3.1: a double-quoted scalar on one line. */
static void add_quoted(struct buf *out, struct str text)
{
	struct buf clean = BUF_INIT;

	escape_add(&clean, text, escape_control);
	buf_add_char(out, '"');
	for (size_t i = 0; i < clean.n; i++) {
		if (clean.s[i] == '"' || clean.s[i] == '\\')
			buf_add_char(out, '\\');
		buf_add_char(out, strchr("\t\n\r", clean.s[i]) ? ' ' : clean.s[i]);
	}
	buf_add_char(out, '"');
	buf_release(&clean);
}

static void add_line(struct buf *out, const struct doc *doc, const struct line *line)
{
	bool is_text = line->kind == LINE_TITLE || line->kind == LINE_SUMMARY || line->kind == LINE_POLICY;
	struct buf value = BUF_INIT;

	if (line->kind != LINE_DRAFT || !str_is_empty(doc->draft))
		add_value(&value, doc, line);
	if (value.n) {
		buf_add_text(out, line->key);
		buf_add_char(out, ' ');
		if (is_text)
			add_quoted(out, buf_str(&value));
		else
			buf_add_str(out, buf_str(&value));
		buf_add_char(out, '\n');
	}
	buf_release(&value);
}

void front_matter_add(struct buf *out, const struct doc *doc, enum front_matter program)
{
	if (program == FRONT_MATTER_NONE)
		return;
	buf_add_text(out, "---\n");
	for (size_t i = 0; i < LINES && programs[program].lines[i].key; i++)
		add_line(out, doc, &programs[program].lines[i]);
	buf_add_text(out, "---\n\n");
}

void front_matter_part_brackets(struct buf *out, size_t start)
{
	struct buf parted = BUF_INIT;

	for (size_t i = start; i < out->n; i++) {
		buf_add_char(&parted, out->s[i]);
		if (out->s[i] == '{' && i + 1 < out->n && strchr("{%:#", out->s[i + 1]))
			buf_add_text(&parted, "\xE2\x81\xA0");
	}
	out->n = start;
	buf_add_str(out, buf_str(&parted));
	buf_release(&parted);
}
