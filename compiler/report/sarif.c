/*
 * SARIF 2.1.0: one run. Takes policies; gives results a line each, then in front of
 * them the tool with the rules that were found, behind them the files and whether all
 * could be read. Messages are in the language of the report.
 */
#include "report/sarif.h"

#include "base/file.h"
#include "report/fingerprint.h"
#include "report/place.h"

#define SOURCE_ROOT "%SRCROOT%"

/* Code scanning refuses the whole of a log with more results in a run. */
#define SARIF_RESULTS 25000

static const struct words tool_description =
		WORDS("compilateur de politiques de confidentialité", "privacy-policy compiler");
static const struct words root_description =
		WORDS("le dossier où polc a été lancé", "the folder in which polc was run");
static const struct words unreadable = WORDS("fichier illisible", "the file could not be read");

static const struct words left_out = WORDS("constats au-delà de la limite, laissés de côté\xC2\xA0: ",
					   "findings past the limit, left out: ");

static const char *const encodings[] = {
	[ENCODING_UTF8] = "UTF-8",
	[ENCODING_UTF8_BOM] = "UTF-8",
	[ENCODING_UTF16LE] = "UTF-16LE",
	[ENCODING_UTF16BE] = "UTF-16BE",
	[ENCODING_WINDOWS_1252] = "windows-1252",
};

/* A number that a map holds: one more than it is, since NULL says that there is none. */
static void *number_to_value(size_t number)
{
	return (void *)(uintptr_t)(number + 1);
}

static size_t number_of_value(const void *value)
{
	return (size_t)(uintptr_t)value - 1;
}

size_t sarif_code(struct sarif *sarif, const struct code *code)
{
	struct arena *arena = sarif->report->arena;
	const void *known = map_get(&sarif->code_numbers, str_of(code->id));

	if (known)
		return number_of_value(known);
	map_set(arena, &sarif->code_numbers, str_of(code->id), number_to_value(sarif->codes.n));
	vec_add(arena, &sarif->codes, code);
	return sarif->codes.n - 1;
}

static void add_artifact(struct sarif *sarif, const struct source *source, bool is_target)
{
	struct arena *arena = sarif->report->arena;
	struct str path = path_join(arena, STR("."), source->path);
	const void *known = map_get(&sarif->artifact_numbers, path);
	struct sarif_artifact artifact = { path, source->encoding, is_target };

	if (known) {
		sarif->artifacts.v[number_of_value(known)].is_target |= is_target;
		return;
	}
	map_set(arena, &sarif->artifact_numbers, path, number_to_value(sarif->artifacts.n));
	vec_add(arena, &sarif->artifacts, artifact);
}

json_t *sarif_file(struct sarif *sarif, struct str path)
{
	struct arena *scratch = sarif->report->scratch;
	const void *known = map_get(&sarif->artifact_numbers, path_join(scratch, STR("."), path));
	struct buf uri = BUF_INIT;
	bool is_relative = place_add_uri(&uri, scratch, path);
	json_t *value = json_pack("{s:o}", "uri", encode_buf(&uri));

	if (is_relative)
		json_object_set_new(value, "uriBaseId", json_string(SOURCE_ROOT));
	if (known)
		json_object_set_new(value, "index", json_integer((json_int_t)number_of_value(known)));
	return value;
}

json_t *sarif_message(struct buf *text)
{
	struct str plain = buf_str(text);
	struct buf escaped = BUF_INIT;

	if (str_find(plain, "](", 0) == plain.n)
		return json_pack("{s:o}", "text", encode_buf(text));
	for (size_t i = 0; i < plain.n; i++) {
		if (strchr("[]\\", plain.s[i]))
			buf_add_char(&escaped, '\\');
		buf_add_char(&escaped, plain.s[i]);
	}
	buf_release(text);
	return json_pack("{s:o}", "text", encode_buf(&escaped));
}

void report_sarif_begin(struct report *report)
{
	struct sarif *sarif = ARENA_NEW(report->arena, struct sarif);

	encode_init();
	sarif->report = report;
	report->state = sarif;
}

void report_sarif_add(struct report *report, const struct report_policy *policy)
{
	struct sarif *sarif = report->state;
	const struct findings *findings = policy->findings;
	struct str *fingerprints;

	if (!findings) {
		vec_add(report->arena, &sarif->unread, str_copy(report->arena, policy->path));
		return;
	}
	for (size_t i = 0; i < policy->sources->files.n; i++)
		add_artifact(sarif, policy->sources->files.v[i], i == 0);
	fingerprints = ARENA_ARRAY(report->scratch, struct str, findings->list.n);
	report_fingerprints(report->scratch, findings, report_policy_name(policy), fingerprints);
	sarif->left_out += findings->limit_hit;
	for (size_t i = 0; i < findings->list.n; i++) {
		if (report->items == SARIF_RESULTS) {
			sarif->left_out += findings->list.n - i;
			break;
		}
		encode_separate(report);
		encode_add(&report->out, sarif_result(sarif, policy, findings->list.v[i], fingerprints[i]));
	}
}

static void add_tool(struct buf *out, const struct sarif *sarif)
{
	const struct report_run *run = &sarif->report->run;
	enum lang lang = run->options.lang;

	buf_add_format(out,
		       "\"tool\":{\"driver\":{\"name\":\"polc\",\"version\":\"%s\",\"semanticVersion\":\"%"
		       "s\","
		       "\"language\":\"%s\",\"shortDescription\":{\"text\":\"%s\"},\"rules\":[",
		       run->version, run->version, lang_tag(lang), tool_description.in[lang]);
	for (size_t i = 0; i < sarif->codes.n; i++) {
		buf_add_text(out, i ? ",\n" : "\n");
		encode_add(out, sarif_rule(run, sarif->codes.v[i]));
	}
	buf_add_text(out, "\n]}},\n");
}

static void add_artifacts(struct buf *out, struct sarif *sarif)
{
	buf_add_text(out, "\n],\n\"artifacts\":[");
	for (size_t i = 0; i < sarif->artifacts.n; i++) {
		const struct sarif_artifact *artifact = &sarif->artifacts.v[i];

		json_t *value = json_pack("{s:o,s:s,s:s}", "location", sarif_file(sarif, artifact->path),
					  "encoding", encodings[artifact->encoding], "sourceLanguage",
					  "polc");

		if (artifact->is_target)
			json_object_set_new(value, "roles", json_pack("[s]", "analysisTarget"));
		buf_add_text(out, i ? ",\n" : "\n");
		encode_add(out, value);
	}
	buf_add_text(out, "\n],\n");
}

static void add_invocation(struct buf *out, struct sarif *sarif)
{
	enum lang lang = sarif->report->run.options.lang;
	json_t *list = json_array();

	for (size_t i = 0; i < sarif->unread.n; i++)
		json_array_append_new(list,
				      json_pack("{s:s,s:{s:s},s:[{s:{s:o}}]}", "level", "error", "message",
						"text", unreadable.in[lang], "locations", "physicalLocation",
						"artifactLocation", sarif_file(sarif, sarif->unread.v[i])));
	if (sarif->left_out) {
		struct buf text = BUF_INIT;

		buf_add_format(&text, "%s%zu", left_out.in[lang], sarif->left_out);
		json_array_append_new(list, json_pack("{s:s,s:{s:o}}", "level", "warning", "message", "text",
						      encode_buf(&text)));
	}
	buf_add_text(out, "\"invocations\":[");
	encode_add(out, json_pack("{s:b,s:o}", "executionSuccessful", sarif->unread.n == 0,
				  "toolExecutionNotifications", list));
	buf_add_text(out, "],\n");
}

/* Everything but tool, results, artifacts and properties. No automationDetails: with them,
 * code scanning would pass over the category under which a pipeline uploads the log. */
static void add_run(struct buf *out, const struct report_run *run)
{
	enum lang lang = run->options.lang;

	buf_add_format(out, "\"language\":\"%s\",\n\"columnKind\":\"utf16CodeUnits\",\n", lang_tag(lang));
	buf_add_text(out, "\"originalUriBaseIds\":");
	encode_add(out,
		   json_pack("{s:{s:{s:s}}}", SOURCE_ROOT, "description", "text", root_description.in[lang]));
	buf_add_text(out, ",\n");
}

void report_sarif_end(struct report *report)
{
	struct sarif *sarif = report->state;
	const struct date day = report->run.as_of;
	struct buf log = BUF_INIT;

	buf_add_text(&log, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
			   "\"version\":\"2.1.0\",\"runs\":[{\n");
	add_tool(&log, sarif);
	add_run(&log, &report->run);
	add_invocation(&log, sarif);
	buf_add_text(&log, "\"results\":[");
	buf_add_str(&log, buf_str(&report->out));
	add_artifacts(&log, sarif);
	buf_add_format(&log, "\"properties\":{\"asOf\":\"%04d-%02d-%02d\",\"complete\":%s}}]}\n", day.year,
		       day.month, day.day, report->incomplete || sarif->left_out ? "false" : "true");
	buf_release(&report->out);
	report->out = log;
}
