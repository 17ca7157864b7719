/*
 * The notes and problems of a source as findings: the one bridge from source/,
 * which knows no findings. The codes are the rows of diag/source_codes.def.
 */
#include "diag/diag.h"

enum source_code {
#define SOURCE_CODE(name, id, level, fr, en, help_fr, help_en) CODE_##name,
#include "diag/source_codes.def"
#undef SOURCE_CODE
};

static const struct code codes[] = {
#define SOURCE_CODE(name, id, level, fr, en, help_fr, help_en)                                               \
	[CODE_##name] = { id, LEVEL_##level, NULL, WORDS(fr, en), WORDS(help_fr, help_en) },
#include "diag/source_codes.def"
#undef SOURCE_CODE
};

static const char *const encoding_names[] = {
	[ENCODING_UTF8] = "UTF-8",
	[ENCODING_UTF8_BOM] = "UTF-8",
	[ENCODING_UTF16LE] = "UTF-16",
	[ENCODING_UTF16BE] = "UTF-16",
	[ENCODING_WINDOWS_1252] = "Windows-1252",
};

static const enum source_code code_of_problem[] = {
	[SOURCE_NUL] = CODE_NUL,
	[SOURCE_BIDI_CONTROL] = CODE_BIDI,
	[SOURCE_INVALID_BYTE] = CODE_BYTE,
};

static void add_encoding(struct findings *findings, const struct source *source)
{
	bool utf16 = source->encoding == ENCODING_UTF16LE || source->encoding == ENCODING_UTF16BE;
	struct span start = { source->number, 0, 0 };

	if (utf16 || source->encoding == ENCODING_WINDOWS_1252)
		findings_add(findings, &codes[utf16 ? CODE_UTF16 : CODE_WINDOWS_1252], start);
}

static void add_problem(struct findings *findings, const struct source *source,
			const struct source_problem *problem)
{
	const struct code *code = &codes[code_of_problem[problem->kind]];
	bool byte = problem->kind == SOURCE_INVALID_BYTE;
	struct diag *diag = findings_add(findings, code, problem->span);

	diag_add_arg(findings, diag, "character",
		     str_format(findings->arena, "%s%0*lX", byte ? "0x" : "U+", byte ? 2 : 4,
				(unsigned long)problem->code_point));
	diag_add_arg(findings, diag, "encoding", str_of(encoding_names[source->encoding]));
	if (!byte)
		diag_add_fix(findings, diag, problem->span, STR(""), TRUST_LIKELY);
}

void diag_add_source_problems(struct findings *findings, const struct source *source)
{
	add_encoding(findings, source);
	for (size_t i = 0; i < source->problems.n; i++)
		add_problem(findings, source, &source->problems.v[i]);
}
