/*
 * Findings as results of SARIF: places in UTF-16 columns, labels as related places,
 * fixes as changes, waivers as suppressions that stand in the source.
 */
#include "report/place.h"
#include "report/sarif.h"

static const char *const levels[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

static const char *const trust_words[] = {
	[TRUST_SAFE] = "safe",
	[TRUST_LIKELY] = "likely",
	[TRUST_PLACEHOLDER] = "placeholder",
};

/* What the values of one result are made with. */
struct scene {
	struct sarif *sarif;
	const struct report_policy *policy;
	const struct diag *diag;
	enum lang lang;
};

static json_t *region_value(const struct region *region)
{
	return json_pack("{s:I,s:I,s:I,s:I}", "startLine", (json_int_t)region->start.line, "startColumn",
			 (json_int_t)region->start.column, "endLine", (json_int_t)region->end.line,
			 "endColumn", (json_int_t)region->end.column);
}

/* A location object; of a span without a place, the main file as a whole. */
static json_t *location_value(const struct scene *scene, struct span span)
{
	struct str path = place_file(scene->policy->sources, span, scene->policy->path);
	json_t *physical = json_pack("{s:o}", "artifactLocation", sarif_file(scene->sarif, path));
	struct region region;

	if (place_region(scene->policy->sources, span, COLUMNS_OF_UTF16, &region))
		json_object_set_new(physical, "region", region_value(&region));
	return json_pack("{s:o}", "physicalLocation", physical);
}

/* "purpose delivery", or the kind alone for what has no identifier. */
static void add_step(struct buf *out, const struct object *object)
{
	report_add_block(out, object->block);
	if (!object->id.n)
		return;
	buf_add_char(out, ' ');
	report_add_visible(out, object->id);
}

/* The declarations that lead to the object, the outermost first, a slash between them. */
static json_t *qualified_name(const struct object *object)
{
	struct buf name = BUF_INIT, step = BUF_INIT;

	for (; object && object->block != BLOCK_ROOT; object = object->parent) {
		buf_reset(&step);
		add_step(&step, object);
		if (name.n)
			buf_add_char(&step, '/');
		buf_add_str(&step, buf_str(&name));
		buf_reset(&name);
		buf_add_str(&name, buf_str(&step));
	}
	buf_release(&step);
	return encode_buf(&name);
}

static json_t *place_value(const struct scene *scene)
{
	const struct object *subject = scene->diag->subject;
	json_t *value = location_value(scene, scene->diag->span);
	struct buf kind = BUF_INIT;

	if (subject && subject->block != BLOCK_ROOT) {
		report_add_block(&kind, subject->block);
		json_object_set_new(value, "logicalLocations",
				    json_pack("[{s:o,s:o}]", "fullyQualifiedName", qualified_name(subject),
					      "kind", encode_buf(&kind)));
	}
	return value;
}

static void set_related(const struct scene *scene, json_t *result)
{
	json_t *list = json_array();

	for (size_t i = 0; i < scene->diag->labels.n; i++) {
		const struct diag_label *label = &scene->diag->labels.v[i];
		bool has_place = sources_get(scene->policy->sources, label->span.file) != NULL;
		json_t *value = has_place ? location_value(scene, label->span) : json_object();
		struct buf text = BUF_INIT;

		report_add_label(&text, scene->diag, label, scene->lang);
		json_object_set_new(value, "id", json_integer((json_int_t)i));
		json_object_set_new(value, "message", sarif_message(&text));
		json_array_append_new(list, value);
	}
	json_object_set_new(result, "relatedLocations", list);
}

static json_t *fix_value(const struct scene *scene, size_t i, const struct region *deleted)
{
	const struct diag_fix *fix = &scene->diag->fixes.v[i];
	struct str path = place_file(scene->policy->sources, fix->span, scene->policy->path);
	json_t *replacement = json_pack("{s:o,s:{s:o}}", "deletedRegion", region_value(deleted),
					"insertedContent", "text", encode_str(fix->replacement));
	struct buf text = BUF_INIT;

	report_add_fix(&text, scene->policy->sources, scene->diag, i, scene->lang);
	return json_pack("{s:o,s:[{s:o,s:[o]}],s:{s:s}}", "description", sarif_message(&text),
			 "artifactChanges", "artifactLocation", sarif_file(scene->sarif, path),
			 "replacements", replacement, "properties", "trust", trust_words[fix->trust]);
}

static void set_fixes(const struct scene *scene, json_t *result)
{
	json_t *list = json_array();
	struct region deleted;

	for (size_t i = 0; i < scene->diag->fixes.n; i++) {
		struct span span = scene->diag->fixes.v[i].span;

		if (place_region(scene->policy->sources, span, COLUMNS_OF_UTF16, &deleted))
			json_array_append_new(list, fix_value(scene, i, &deleted));
	}
	json_object_set_new(result, "fixes", list);
}

static json_t *suppression_value(const struct scene *scene)
{
	const struct object *waiver = scene->diag->waiver;
	json_t *value = json_pack("{s:s,s:s,s:o}", "kind", "inSource", "status", "accepted", "justification",
				  encode_str(str_of(scene->diag->waived)));

	if (waiver)
		json_object_set_new(value, "location", location_value(scene, waiver->keyword));
	return value;
}

/* With an empty list, the log says that no suppression covers the result. */
static void set_state(const struct scene *scene, json_t *result)
{
	json_t *list = json_array();

	if (scene->diag->waived)
		json_array_append_new(list, suppression_value(scene));
	json_object_set_new(result, "suppressions", list);
	if (scene->sarif->report->run.has_baseline)
		json_object_set_new(result, "baselineState",
				    json_string(scene->diag->known ? "unchanged" : "new"));
}

static json_t *properties_value(const struct scene *scene)
{
	struct buf law = BUF_INIT;

	report_add_law(&law, scene->diag, scene->lang);
	return json_pack("{s:o,s:o}", "policy", encode_str(report_policy_name(scene->policy)), "law",
			 encode_buf(&law));
}

json_t *sarif_result(struct sarif *sarif, const struct report_policy *policy, const struct diag *diag,
		     struct str fingerprint)
{
	const struct scene scene = { sarif, policy, diag, sarif->report->run.options.lang };
	struct buf message = BUF_INIT;
	json_t *result;

	report_add_message(&message, diag, scene.lang);
	result = json_pack("{s:s,s:I,s:s,s:o,s:[o]}", "ruleId", diag->code->id, "ruleIndex",
			   (json_int_t)sarif_code(sarif, diag->code), "level", levels[diag->level], "message",
			   sarif_message(&message), "locations", place_value(&scene));
	set_related(&scene, result);
	set_fixes(&scene, result);
	set_state(&scene, result);
	json_object_set_new(result, "partialFingerprints",
			    json_pack("{s:o}", "polc/v1", encode_str(fingerprint)));
	json_object_set_new(result, "properties", properties_value(&scene));
	return result;
}
