/*
 * The words of the language as terms of the W3C Data Privacy Vocabulary, from
 * grammar/dpv.def, and as a table of comma-separated values. A word without a row, or
 * with two, does not compile.
 */
#include "render/render.h"
#include "render/schema.h"

enum {
#define DPV(v, w, match, term) DPV_ROW_##v##_##w,
#include "grammar/dpv.def"
#undef DPV
	DPV_ROWS
};

_Static_assert(DPV_ROWS + 1 == WORD_COUNT, "grammar/dpv.def has a row for each word but WORD_NONE");

const struct dpv_row schema_dpv[WORD_COUNT] = {
#define DPV(v, w, match, term) [WORD_##v##_##w] = { DPV_##match, term },
#include "grammar/dpv.def"
#undef DPV
};

const char *const schema_dpv_matches[DPV_EXACT + 1] = {
	[DPV_NONE] = "none",
	[DPV_BROADER] = "broader",
	[DPV_CLOSE] = "close",
	[DPV_EXACT] = "exact",
};

/* A field of comma-separated values. */
static void add_cell(struct buf *out, const char *text, const char *end)
{
	buf_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			buf_add_char(out, '"');
		buf_add_char(out, *text);
	}
	buf_add_text(out, "\"");
	buf_add_text(out, end);
}

void render_dpv(struct buf *out)
{
	buf_add_text(out, "type,word,match,term,fr,en\n");
	for (int i = WORD_NONE + 1; i < WORD_COUNT; i++) {
		const struct word_row *word = &schema_words[i];
		const struct dpv_row *row = &schema_dpv[i];

		if (!schema_word_is_public((enum word)i))
			continue;
		schema_add_vocabulary_name(out, word->vocabulary);
		buf_add_format(out, ",%s,%s,%s%s,", word->word[LANG_EN], schema_dpv_matches[row->match],
			       row->match == DPV_NONE ? "" : DPV_NAMESPACE, row->term);
		add_cell(out, word->label.in[LANG_FR], ",");
		add_cell(out, word->label.in[LANG_EN], "\n");
	}
}
