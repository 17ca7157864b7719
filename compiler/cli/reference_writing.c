/*
 * The section of the reference page on how a file is written, from writing.def.
 */
#include "base/typography.h"
#include "cli/reference.h"

static const struct part {
	struct words words;
	bool sample;
} parts[] = {
#define WRITING_TEXT(fr, en)   { WORDS(fr, en), false },
#define WRITING_SAMPLE(fr, en) { WORDS(fr, en), true },
#include "cli/writing.def"
#undef WRITING_TEXT
#undef WRITING_SAMPLE
};

static const struct words title = WORDS("Écrire un fichier", "Writing a file");

void reference_add_writing(struct buf *out, enum lang lang)
{
	bool in_list = false;

	buf_add_format(out, "\n## %s\n", title.in[lang]);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *text = parts[i].words.in[lang];
		bool point = *text == '-';

		buf_add_text(out, point && in_list ? "" : "\n");
		in_list = point;
		if (parts[i].sample) {
			buf_add_format(out, "```polc\n%s```\n", text);
		} else {
			typography_add(out, str_of(text), lang);
			buf_add_char(out, '\n');
		}
	}
}
