/*
 * Findings as JSON: one object a run, described by grammar/report.schema.json. Every
 * text stands in both languages; each finding takes one line. Offsets are those of the
 * source's text in UTF-8, without a byte order mark.
 */
#include "report/encode.h"
#include "report/fingerprint.h"
#include "report/place.h"

#include "base/typography.h"
#include "law/law.h"

static const char *const level_words[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

static const char *const trust_words[] = {
	[TRUST_SAFE] = "safe",
	[TRUST_LIKELY] = "likely",
	[TRUST_PLACEHOLDER] = "placeholder",
};

static const char *const instrument_names[INSTRUMENT_COUNT] = {
#define INSTRUMENT(name, ...) [INSTRUMENT_##name] = #name,
#include "law/instruments.def"
#undef INSTRUMENT
};

/* Both texts of a finding that `add` writes; null when there are none. */
static json_t *both_texts(void (*add)(struct buf *out, const struct diag *diag, enum lang lang),
			  const struct diag *diag)
{
	struct buf fr = BUF_INIT, en = BUF_INIT;

	add(&fr, diag, LANG_FR);
	add(&en, diag, LANG_EN);
	if (fr.n || en.n)
		return json_pack("{s:o,s:o}", "fr", encode_buf(&fr), "en", encode_buf(&en));
	buf_release(&fr);
	buf_release(&en);
	return json_null();
}

static json_t *position_value(struct position position, uint32_t byte)
{
	return json_pack("{s:I,s:I,s:I}", "line", (json_int_t)position.line, "column",
			 (json_int_t)position.column, "byte", (json_int_t)byte);
}

static json_t *region_value(const struct sources *sources, struct span span)
{
	struct region region;

	if (!place_region(sources, span, COLUMNS_OF_CODE_POINTS, &region))
		return json_null();
	return json_pack("{s:o,s:o}", "start", position_value(region.start, span.start), "end",
			 position_value(region.end, span.end));
}

/* What the values of one policy are made with. */
struct scene {
	struct arena *scratch;
	const struct report_policy *policy;
};

static json_t *path_value(const struct scene *scene, struct span span)
{
	struct str path = place_file(scene->policy->sources, span, scene->policy->path);

	return encode_str(place_path(scene->scratch, path));
}

static json_t *citation_text(const struct citation *citation, enum lang lang)
{
	const struct citation alone[] = { *citation, { INSTRUMENT_NONE, NULL } };
	struct buf plain = BUF_INIT, set = BUF_INIT;

	law_add_citations(&plain, alone, lang);
	typography_add(&set, buf_str(&plain), lang);
	buf_release(&plain);
	return encode_buf(&set);
}

/* Where in the instrument, as English cites it; null for the whole of it. */
static json_t *at_value(const struct citation *citation)
{
	const char *bar = citation->at ? strchr(citation->at, '|') : NULL;

	return citation->at ? encode_str(str_of(bar ? bar + 1 : citation->at)) : json_null();
}

static json_t *law_value(const struct diag *diag)
{
	const struct citation *citation = diag->law;
	json_t *list = json_array();

	for (; citation && citation->instrument != INSTRUMENT_NONE; citation++) {
		const char *identifier = law_identifier(citation->instrument);

		json_array_append_new(list, json_pack("{s:s,s:o,s:s?,s:{s:o,s:o}}", "instrument",
						      instrument_names[citation->instrument], "at",
						      at_value(citation), "identifier",
						      *identifier ? identifier : NULL, "text", "fr",
						      citation_text(citation, LANG_FR), "en",
						      citation_text(citation, LANG_EN)));
	}
	return list;
}

static json_t *labels_value(const struct scene *scene, const struct diag *diag)
{
	json_t *list = json_array();

	for (size_t i = 0; i < diag->labels.n; i++) {
		const struct diag_label *label = &diag->labels.v[i];
		struct buf fr = BUF_INIT, en = BUF_INIT;

		report_add_label(&fr, diag, label, LANG_FR);
		report_add_label(&en, diag, label, LANG_EN);
		json_array_append_new(list,
				      json_pack("{s:{s:o,s:o},s:o,s:o}", "message", "fr", encode_buf(&fr),
						"en", encode_buf(&en), "path", path_value(scene, label->span),
						"region", region_value(scene->policy->sources, label->span)));
	}
	return list;
}

static json_t *fixes_value(const struct scene *scene, const struct diag *diag)
{
	json_t *list = json_array();

	for (size_t i = 0; i < diag->fixes.n; i++) {
		const struct diag_fix *fix = &diag->fixes.v[i];

		json_array_append_new(list,
				      json_pack("{s:o,s:o,s:o,s:s}", "path", path_value(scene, fix->span),
						"region", region_value(scene->policy->sources, fix->span),
						"replacement", encode_str(fix->replacement), "trust",
						trust_words[fix->trust]));
	}
	return list;
}

/* The declarations that lead to the subject, the outermost first. */
static json_t *subject_value(const struct object *subject)
{
	json_t *list = json_array();

	for (; subject && subject->block != BLOCK_ROOT; subject = subject->parent) {
		struct buf block = BUF_INIT;

		report_add_block(&block, subject->block);
		json_array_insert_new(list, 0,
				      json_pack("{s:o,s:o}", "block", encode_buf(&block), "id",
						subject->id.n ? encode_str(subject->id) : json_null()));
	}
	return list;
}

static json_t *waiver_value(const struct diag *diag)
{
	const struct value *until = object_value(diag->waiver, ALLOW_UNTIL);
	struct buf day = BUF_INIT;

	if (!diag->waived)
		return json_null();
	if (until)
		buf_add_format(&day, "%04d-%02d-%02d", until->as.date.year, until->as.date.month,
			       until->as.date.day);
	return json_pack("{s:o,s:o}", "reason", encode_str(str_of(diag->waived)), "until", encode_buf(&day));
}

static json_t *finding_value(const struct scene *scene, const struct diag *diag, struct str fingerprint)
{
	json_t *value = json_pack("{s:s,s:s,s:o,s:o,s:o}", "rule", diag->code->id, "level",
				  level_words[diag->level], "message", both_texts(report_add_message, diag),
				  "path", path_value(scene, diag->span), "region",
				  region_value(scene->policy->sources, diag->span));

	json_object_set_new(value, "law", law_value(diag));
	json_object_set_new(value, "help", both_texts(report_add_help, diag));
	json_object_set_new(value, "labels", labels_value(scene, diag));
	json_object_set_new(value, "fixes", fixes_value(scene, diag));
	json_object_set_new(value, "subject", subject_value(diag->subject));
	json_object_set_new(value, "fingerprint", encode_str(fingerprint));
	json_object_set_new(value, "waived", waiver_value(diag));
	json_object_set_new(value, "known", json_boolean(diag->known));
	return value;
}

static void add_counts(struct buf *out, const struct report_totals *totals)
{
	buf_add_text(out, ",\"counts\":");
	encode_add(out,
		   json_pack("{s:I,s:I,s:I,s:I,s:I,s:I}", "error", (json_int_t)totals->count[LEVEL_ERROR],
			     "warning", (json_int_t)totals->count[LEVEL_WARNING], "note",
			     (json_int_t)totals->count[LEVEL_NOTE], "waived", (json_int_t)totals->waived,
			     "known", (json_int_t)totals->known, "unlisted", (json_int_t)totals->hidden));
}

void report_json_begin(struct report *report)
{
	const struct date day = report->run.as_of;

	encode_init();
	buf_add_format(&report->out,
		       "{\"tool\":\"polc\",\"version\":\"%s\",\"as_of\":\"%04d-%02d-%02d\",\"policies\":[",
		       report->run.version, day.year, day.month, day.day);
}

static void add_findings(struct report *report, const struct report_policy *policy)
{
	const struct scene scene = { report->scratch, policy };
	const struct findings *findings = policy->findings;
	struct str *fingerprints = ARENA_ARRAY(report->scratch, struct str, findings->list.n);

	report_fingerprints(report->scratch, findings, report_policy_name(policy), fingerprints);
	report->items = 0;
	for (size_t i = 0; i < findings->list.n; i++) {
		encode_separate(report);
		encode_add(&report->out, finding_value(&scene, findings->list.v[i], fingerprints[i]));
	}
}

void report_json_add(struct report *report, const struct report_policy *policy)
{
	const struct object *object = policy->model ? policy->model->policy : NULL;
	struct report_totals totals = { 0 };

	buf_add_text(&report->out, report->policies ? ",\n{\"path\":" : "\n{\"path\":");
	encode_add(&report->out, encode_str(place_path(report->scratch, policy->path)));
	buf_add_text(&report->out, ",\"id\":");
	encode_add(&report->out, object && object->id.n ? encode_str(object->id) : json_null());
	buf_add_format(&report->out, ",\"read\":%s,\"findings\":[", policy->findings ? "true" : "false");
	if (policy->findings) {
		add_findings(report, policy);
		report_count(&totals, policy->findings);
	}
	buf_add_char(&report->out, ']');
	add_counts(&report->out, &totals);
	buf_add_char(&report->out, '}');
}

void report_json_end(struct report *report)
{
	buf_add_text(&report->out, "\n]");
	add_counts(&report->out, &report->totals);
	buf_add_format(&report->out, ",\"complete\":%s}\n", report->incomplete ? "false" : "true");
}
