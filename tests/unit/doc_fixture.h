/*
 * What tests of documents share: from the text of a policy to its document, and what
 * the dump of that document holds. To be included behind <cmocka.h>.
 */
#ifndef TESTS_UNIT_DOC_FIXTURE_H
#define TESTS_UNIT_DOC_FIXTURE_H

#include "base/file.h"
#include "doc/doc.h"
#include "law/law.h"

struct built {
	struct arena *arena;
	struct sources sources;
	struct model *model;
	struct findings findings;
	struct wording *wording;
	struct doc *doc;
	struct buf text;
	struct buf dump;
};

/* Takes over the text. */
static inline void build_text(struct built *b, struct buf text)
{
	struct model_options options = { .root = STR(".") };
	struct tokens tokens = { 0 };
	struct source *source;

	memset(b, 0, sizeof(*b));
	b->text = text;
	b->arena = arena_new();
	sources_init(&b->sources, b->arena);
	findings_init(&b->findings, b->arena);
	source = sources_add(&b->sources, STR("t.policy"), buf_str(&text));
	syntax_lex(b->arena, source, &b->findings, &tokens);
	b->model = model_from_tree(b->arena, &b->sources,
				   syntax_parse(b->arena, source, &tokens, &b->findings), &options,
				   &b->findings);
	assert_int_equal(b->findings.list.n, 0);
	b->wording = ARENA_NEW(b->arena, struct wording);
	wording_init(b->wording, b->model, &b->findings);
}

/* An English policy with these declarations. */
static inline void build(struct built *b, const char *declarations)
{
	struct buf text = BUF_INIT;

	buf_add_text(&text, "polc 1 en\npolicy t { label \"T\"; languages en; law FR }\n");
	buf_add_text(&text, declarations);
	build_text(b, text);
}

static inline void make(struct built *b, const struct doc_options *options)
{
	b->doc = doc_build(b->arena, b->model, b->wording, options);
	doc_check(b->doc);
	buf_reset(&b->dump);
	doc_dump(&b->dump, b->doc);
}

static inline void release(struct built *b)
{
	buf_release(&b->dump);
	buf_release(&b->text);
	arena_free(b->arena);
}

static inline size_t count(const struct built *b, const char *needle)
{
	struct str dump = buf_str(&b->dump);
	size_t n = 0;

	for (size_t at = str_find(dump, needle, 0); at < dump.n; at = str_find(dump, needle, at + 1))
		n++;
	return n;
}

static const struct doc_options english = { .lang = LANG_EN };

static inline void assert_page(const char *declarations, const char *needle)
{
	struct built b;

	build(&b, declarations);
	make(&b, &english);
	if (!count(&b, needle))
		print_error("'%s' is not in:\n%s", needle, b.dump.s);
	assert_true(count(&b, needle) > 0);
	release(&b);
}

#endif
