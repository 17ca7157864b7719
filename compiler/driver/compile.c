/*
 * The passes of one compile, in order. Each takes what the one before it made and
 * adds findings; none stops at the author's mistakes. What cannot be built is
 * decided once, between the rules and the documents.
 */
#include "driver/driver.h"

#include <stdio.h>

#include "model/xref.h"
#include "render/site.h"

void compilation_init(struct compilation *compilation)
{
	*compilation = (struct compilation) { .arena = arena_new() };
}

void compilation_release(struct compilation *compilation)
{
	for (size_t i = 0; i < OUTPUT_COUNT; i++)
		buf_release(&compilation->outputs[i].bytes);
	arena_free(compilation->arena);
	compilation->arena = NULL;
}

/* Empties the compilation, keeping its memory. */
static void compilation_reset(struct compilation *compilation, const struct compile_path *path,
			      const struct compile_options *options)
{
	struct compilation fresh = { .arena = compilation->arena, .options = options };

	arena_reset(compilation->arena);
	for (size_t i = 0; i < OUTPUT_COUNT; i++) {
		fresh.outputs[i].bytes = compilation->outputs[i].bytes;
		buf_reset(&fresh.outputs[i].bytes);
	}
	*compilation = fresh;
	compilation->path = str_copy(compilation->arena, path->path);
	compilation->root = str_copy(compilation->arena, path->root);
	compilation->severities = path->severities;
	compilation->is_xml = path->is_xml;
	sources_init(&compilation->sources, compilation->arena);
	findings_init(&compilation->findings, compilation->arena);
}

static void pass_lex(struct compilation *compilation)
{
	if (!compilation->is_xml)
		syntax_lex(compilation->arena, compilation->source, &compilation->findings,
			   &compilation->tokens);
}

static void pass_parse(struct compilation *compilation)
{
	if (compilation->is_xml)
		compilation->tree = render_read_xml(compilation->arena, compilation->source,
						    &compilation->findings);
	else
		compilation->tree = syntax_parse(compilation->arena, compilation->source,
						 &compilation->tokens, &compilation->findings);
}

static void pass_model(struct compilation *compilation)
{
	struct model_options options = { .root = compilation->root };

	compilation->model = model_from_tree(compilation->arena, &compilation->sources, compilation->tree,
					     &options, &compilation->findings);
	model_check(compilation->model);
}

static void pass_texts(struct compilation *compilation)
{
	model_check_xrefs(compilation->model, &compilation->findings);
	doc_check_texts(compilation->model, &compilation->findings);
	wording_init(&compilation->wording, compilation->model, &compilation->findings);
}

static void pass_rules(struct compilation *compilation)
{
	struct rules_options options = { .as_of = compilation->options->as_of,
					 .severities = compilation->severities };

	if (!compilation_is_library(compilation))
		rules_run(compilation->arena, compilation->model, &options, &compilation->findings);
}

static enum word section_of_code(const struct code *code)
{
	const struct rule *rule = rules_of_code(code);

	return rule ? rule->section : WORD_NONE;
}

struct doc_options compilation_doc_options(const struct compilation *compilation)
{
	struct doc_options options = { .section_of = section_of_code };

	if (compilation_is_draft(compilation))
		options.gaps = &compilation->findings;
	return options;
}

static void pass_documents(struct compilation *compilation)
{
	struct doc_options options = compilation_doc_options(compilation);

	if (compilation_is_library(compilation) || compilation_is_blocked(compilation))
		return;
	for (size_t i = 0; i < compilation->model->language_count; i++) {
		options.lang = compilation->model->languages[i];
		compilation->docs[i] = doc_build(compilation->arena, compilation->model,
						 &compilation->wording, &options);
		doc_check(compilation->docs[i]);
	}
}

static struct output *add_output(struct compilation *compilation, enum lang lang, const char *suffix)
{
	struct output *output = &compilation->outputs[compilation->output_count++];

	if (lang == LANG_COUNT)
		snprintf(output->name, sizeof(output->name), "policy.%s", suffix);
	else
		snprintf(output->name, sizeof(output->name), "policy.%s.%s", lang_tag(lang), suffix);
	return output;
}

enum { PAGE_HTML, PAGE_MARKDOWN, PAGE_FORMATS };

/* The formats that are a page in each language. */
static const struct page_format {
	enum format format;
	const char *suffix;
	void (*render)(struct buf *out, const struct doc *doc, const struct render_options *options);
} page_formats[] = {
	[PAGE_HTML] = { FORMAT_HTML, "html", render_html },
	[PAGE_MARKDOWN] = { FORMAT_MARKDOWN, "md", render_markdown },
};

/* A page in each language of the policy, each linked to the others. Format by format
 * within a language: its document is still at hand. */
static void render_pages(struct compilation *compilation)
{
	struct render_options options[PAGE_FORMATS] = { { .xml = NULL } };
	struct output *pages[PAGE_FORMATS][LANG_COUNT];
	size_t languages = compilation->model->language_count;

	for (size_t k = 0; k < PAGE_FORMATS; k++) {
		options[k].site = compilation->options->site;
		options[k].xml = compilation->options->formats & FORMAT_XML ? "policy.xml" : NULL;
		for (size_t i = 0; i < languages && compilation->options->formats & page_formats[k].format;
		     i++) {
			enum lang lang = compilation->model->languages[i];

			pages[k][i] = add_output(compilation, lang, page_formats[k].suffix);
			options[k].page[lang] = pages[k][i]->name;
			if (page_formats[k].format == FORMAT_MARKDOWN)
				options[PAGE_HTML].markdown[lang] = pages[k][i]->name;
		}
	}
	for (size_t i = 0; i < languages; i++) {
		for (size_t k = 0; k < PAGE_FORMATS; k++) {
			if (compilation->options->formats & page_formats[k].format)
				page_formats[k].render(&pages[k][i]->bytes, compilation->docs[i],
						       &options[k]);
		}
	}
}

/* What the pages link to, beside them. */
static void add_site_files(struct compilation *compilation)
{
	const struct render_site *site = compilation->options->site;
	struct output *output;

	if (!site || !(compilation->options->formats & FORMAT_HTML))
		return;
	if (site->style_file) {
		output = add_output(compilation, LANG_COUNT, "css");
		buf_add_str(&output->bytes, site->style);
	}
	if (site->logo.file) {
		output = &compilation->outputs[compilation->output_count++];
		snprintf(output->name, sizeof(output->name), "%s", site->logo.file);
		buf_add_str(&output->bytes, site->logo.bytes);
	}
}

static void pass_render(struct compilation *compilation)
{
	const struct doc *docs[LANG_COUNT] = { NULL };

	if (!compilation->docs[0])
		return;
	for (size_t i = 0; i < compilation->model->language_count; i++)
		docs[i] = compilation->docs[i];
	render_pages(compilation);
	add_site_files(compilation);
	if (compilation->options->formats & FORMAT_XML &&
	    render_xml(&add_output(compilation, LANG_COUNT, "xml")->bytes, compilation->model, docs,
		       compilation->model->language_count))
		memory_exhausted();
}

static const struct pass {
	enum stage stage;
	void (*run)(struct compilation *compilation);
} passes[] = {
	{ STAGE_TOKENS, pass_lex },    { STAGE_TREE, pass_parse },  { STAGE_MODEL, pass_model },
	{ STAGE_RULES, pass_texts },   { STAGE_RULES, pass_rules }, { STAGE_DOC, pass_documents },
	{ STAGE_OUTPUT, pass_render },
};

/* All passes over the main file, up to the stage that is asked for. */
static void run_passes(struct compilation *compilation, struct source *source)
{
	compilation->source = source;
	diag_add_source_problems(&compilation->findings, source);
	if (source_is_binary(source))
		return;
	for (size_t i = 0; i < sizeof(passes) / sizeof(passes[0]); i++) {
		if (passes[i].stage <= compilation->options->until)
			passes[i].run(compilation);
		if (compilation->is_xml && !compilation->model && compilation->findings.count[LEVEL_ERROR])
			break; /* facts that could not be read would be missed by every rule */
	}
	findings_sort(&compilation->findings);
}

void compilation_run(struct compilation *compilation, const struct compile_path *path,
		     const struct compile_options *options)
{
	struct source *source = NULL;

	compilation_reset(compilation, path, options);
	compilation->error = sources_read(&compilation->sources, compilation->path, &source);
	if (!compilation->error)
		run_passes(compilation, source);
}

void compilation_run_bytes(struct compilation *compilation, const struct compile_path *path, struct str bytes,
			   const struct compile_options *options)
{
	compilation_reset(compilation, path, options);
	run_passes(compilation, sources_add(&compilation->sources, compilation->path, bytes));
}

bool compilation_is_library(const struct compilation *compilation)
{
	return compilation->model && !compilation->model->policy;
}

size_t compilation_language_errors(const struct compilation *compilation)
{
	size_t n = 0;

	for (size_t i = 0; i < compilation->findings.list.n; i++) {
		const struct diag *diag = compilation->findings.list.v[i];

		n += diag->level == LEVEL_ERROR && !diag->waived && !rules_of_code(diag->code);
	}
	return n;
}

bool compilation_is_blocked(const struct compilation *compilation)
{
	if (compilation->error || compilation_language_errors(compilation))
		return true;
	return compilation->findings.count[LEVEL_ERROR] && !compilation->options->draft;
}

bool compilation_is_draft(const struct compilation *compilation)
{
	return compilation->options->draft && compilation->findings.count[LEVEL_ERROR];
}
