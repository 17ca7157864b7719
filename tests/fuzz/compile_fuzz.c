/*
 * Fuzzer of the whole compile. Takes any bytes as the main file of a policy, or as its
 * XML when they begin with "<", and gives them to every pass: drafts on, all formats,
 * both languages of the reports. Besides what the sanitizers refuse, it refuses a policy
 * without a language error that gives no output, an output that is not UTF-8 or, for XML,
 * not well-formed, and XML that does not give the same outputs when it is read back.
 * One mutation in two moves whole lines and words, since bytes alone seldom make a
 * policy out of another.
 */
#include <libxml/parser.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "driver/driver.h"
#include "report/formats.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t limit, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t limit);

static struct compilation compilation, again;

static void ignore_error(void *context, const char *message, ...)
{
	(void)context;
	(void)message;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	xmlInitParser();
	xmlSetGenericErrorFunc(NULL, ignore_error);
	compilation_init(&compilation);
	compilation_init(&again);
	return 0;
}

static void require(bool holds)
{
	if (!holds)
		abort();
}

static bool is_utf8(struct str text)
{
	size_t at = 0;

	while (at < text.n) {
		if (utf8_next(text, &at) == UTF8_INVALID)
			return false;
	}
	return true;
}

static void check_output(const struct output *output)
{
	struct str bytes = buf_str(&output->bytes);

	require(bytes.n && is_utf8(bytes));
	if (strstr(output->name, ".xml")) {
		xmlDoc *doc = xmlReadMemory(bytes.s, (int)bytes.n, "policy.xml", NULL,
					    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
		require(doc != NULL);
		xmlFreeDoc(doc);
	}
}

/* The XML, read back, gives every output again. */
static void check_round_trip(const struct compile_options *options)
{
	const struct output *xml = &compilation.outputs[compilation.output_count - 1];
	struct compile_path path = { .path = STR("fuzz/main.policy"), .root = STR("fuzz"), .is_xml = true };

	compilation_run_bytes(&again, &path, buf_str(&xml->bytes), options);
	require(again.output_count == compilation.output_count);
	for (size_t i = 0; i < again.output_count; i++)
		require(str_eq(buf_str(&again.outputs[i].bytes), buf_str(&compilation.outputs[i].bytes)));
}

static void check_reports(void)
{
	struct buf out = BUF_INIT;

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct report_options options = { .lang = (enum lang)lang, .show_waived = true };

		report_terminal(&out, &compilation.sources, &compilation.findings, &options);
		report_line(&out, &compilation.sources, &compilation.findings, &options);
		report_summary(&out, &compilation.findings, (enum lang)lang);
	}
	require(is_utf8(buf_str(&out)));
	buf_release(&out);
}

/* Every format of polc check, whole. */
static void check_formats(void)
{
	const struct report_run run = {
		.version = "0.0.0", .as_of = { 2026, 11, 21 }, .fail_on = LEVEL_ERROR, .options.lang = LANG_FR
	};
	const struct report_policy policy = { compilation.path, compilation.model, &compilation.sources,
					      &compilation.findings };

	for (const struct report_format *format = report_formats; format->word; format++) {
		struct report report;

		report_begin(&report, format, &run);
		report_add(&report, &policy);
		report_end(&report);
		require(is_utf8(buf_str(&report.out)));
		report_release(&report);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct compile_options options = {
		.as_of = { 2026, 11, 21 }, .formats = FORMAT_ALL, .draft = true, .until = STAGE_OUTPUT
	};
	struct compile_path path = { .path = STR("fuzz/main.policy"),
				     .root = STR("fuzz"),
				     .is_xml = size && *data == '<' };

	compilation_run_bytes(&compilation, &path, (struct str) { (const char *)data, size }, &options);
	check_reports();
	check_formats();
	for (size_t i = 0; i < compilation.output_count; i++)
		check_output(&compilation.outputs[i]);
	if (compilation.output_count)
		check_round_trip(&options);
	if (compilation.model && !compilation_is_library(&compilation))
		require(compilation.output_count || compilation_language_errors(&compilation));
	return 0;
}

/* --- mutation ------------------------------------------------------------------- */

/* A number below n, from a state that the seed began. */
static size_t pick(unsigned *state, size_t n)
{
	*state = *state * 1664525u + 1013904223u;
	return n ? (*state >> 8) % n : 0;
}

static bool ends_piece(uint8_t c, bool lines)
{
	return c == '\n' || (!lines && (c == ' ' || c == ';' || c == '{' || c == '}' || c == '"'));
}

/* A line, or a word with what ends it, around a random place: its start and length. */
static size_t pick_piece(const uint8_t *data, size_t size, unsigned *state, size_t *length)
{
	bool lines = pick(state, 2);
	size_t start = pick(state, size), end = start;

	while (start > 0 && !ends_piece(data[start - 1], lines))
		start--;
	while (end < size && !ends_piece(data[end], lines))
		end++;
	*length = end + (end < size) - start;
	return start;
}

/* Puts a copy of data[from, from + n) at the place `to`; the new size. */
static size_t insert_copy(uint8_t *data, size_t size, size_t from, size_t n, size_t to)
{
	uint8_t *copy = memory_alloc(n);

	memcpy(copy, data + from, n);
	memmove(data + to + n, data + to, size - to);
	memcpy(data + to, copy, n);
	memory_free(copy);
	return size + n;
}

static size_t remove_piece(uint8_t *data, size_t size, size_t start, size_t n)
{
	memmove(data + start, data + start + n, size - start - n);
	return size - n;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t limit, unsigned seed)
{
	unsigned state = seed;
	size_t from, n, to, other;

	if (size == 0 || pick(&state, 2))
		return LLVMFuzzerMutate(data, size, limit);
	from = pick_piece(data, size, &state, &n);
	to = pick_piece(data, size, &state, &other);
	switch (pick(&state, 3)) {
	case 0: /* drop it */
		return remove_piece(data, size, from, n);
	case 1: /* copy it elsewhere */
		return size + n <= limit ? insert_copy(data, size, from, n, to) : size;
	default: /* put it in the place of another */
		if (size + n > limit || (from < to + other && to < from + n))
			return size;
		size = insert_copy(data, size, from, n, to);
		return remove_piece(data, size, to + n, other);
	}
}
