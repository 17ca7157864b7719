/*
 * The whole compile in one place: the passes in order, one policy at a time or
 * many in parallel. Takes paths and options, gives compilations with findings and the
 * bytes of the outputs; writes nothing itself but through compilation_write().
 */
#ifndef DRIVER_DRIVER_H
#define DRIVER_DRIVER_H

#include "base/file.h"
#include "doc/doc.h"
#include "rules/rules.h"

struct render_site;

enum format { FORMAT_HTML = 1, FORMAT_MARKDOWN = 2, FORMAT_XML = 4, FORMAT_ALL = 7 };

/* How far a compile goes: each stage is a representation. */
enum stage { STAGE_TOKENS, STAGE_TREE, STAGE_MODEL, STAGE_RULES, STAGE_DOC, STAGE_OUTPUT };

struct compile_options {
	struct date as_of; /* the day whose law applies */
	unsigned formats;  /* enum format, or-ed */
	bool draft;	   /* rule errors do not stop the build; they become gaps */
	enum stage until;
	const struct render_site *site; /* what the pages are to fit; NULL: no site in particular */
};

/* A file to compile, and the folder that its includes may not leave. */
struct compile_path {
	struct str path;
	struct str root;
	const struct severities *severities; /* NULL: the catalogue's levels */
	bool is_xml;			     /* the XML of a policy, to be read back */
};
struct compile_paths {
	struct compile_path *v;
	size_t n;
	size_t capacity;
};

/* One file of the outputs of a policy: its name below the policy's folder. */
struct output {
	char name[24];
	struct buf bytes;
};
#define OUTPUT_COUNT (2 * LANG_COUNT + 3)

/* Everything of one compile; dropped whole, reused for the next policy. */
struct compilation {
	struct arena *arena;
	const struct compile_options *options;
	struct str path;
	struct str root;
	const struct severities *severities;
	bool is_xml;
	int error; /* errno of a main file that cannot be read, or 0 */
	struct sources sources;
	struct findings findings;
	const struct source *source;
	struct tokens tokens;
	struct tree *tree;
	struct model *model;
	struct wording wording;
	struct doc *docs[LANG_COUNT]; /* in the order of the policy's languages */
	struct output outputs[OUTPUT_COUNT];
	size_t output_count;
	struct str failed; /* the file that compilation_write() could not write */
};

void compilation_init(struct compilation *compilation);
void compilation_release(struct compilation *compilation);

/* Compiles one file as far as options->until. The compilation may be reused. */
void compilation_run(struct compilation *compilation, const struct compile_path *path,
		     const struct compile_options *options);
/* The same of bytes in memory, which stand for the file of that path. */
void compilation_run_bytes(struct compilation *compilation, const struct compile_path *path, struct str bytes,
			   const struct compile_options *options);

/* True when the file declares no policy: it is only included by others. */
bool compilation_is_library(const struct compilation *compilation);
/* Errors of the language (syntax, type, reference), which no draft can show. */
size_t compilation_language_errors(const struct compilation *compilation);
/* True when nothing may be built from it under its options. */
bool compilation_is_blocked(const struct compilation *compilation);
/* True when what it builds is a draft: rule errors stand in it. */
bool compilation_is_draft(const struct compilation *compilation);
/* How its documents are built: the gaps of a draft; the language is to be said. */
struct doc_options compilation_doc_options(const struct compilation *compilation);

/* Compiles many files with `jobs` threads; calls `each` for every compilation, in the order
 * of the paths, in the calling thread. `each` returns 0 to go on. */
typedef int batch_each(void *context, struct compilation *compilation);
int batch_compile(const struct compile_paths *paths, const struct compile_options *options, int jobs,
		  batch_each *each, void *context);

/* Writes the outputs below folder/<policy id>/, all of them or none. 0, or an errno
 * value and the file that could not be written in compilation->failed. */
int compilation_write(struct compilation *compilation, const char *folder);

#endif
