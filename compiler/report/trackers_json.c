/*
 * Trackers -> JSON. A category is what one consent is asked for: a purpose, in the sense
 * of the policy; those that are exempt stand together. Takes facts, says nothing that the
 * policy does not: what is not known is left out. Texts are set, in each language.
 */
#include "report/trackers_json.h"

#include <jansson.h>

#include "base/typography.h"
#include "law/law.h"
#include "model/xref.h"
#include "wording/wording.h"

enum { FORMAT_VERSION = 1, DAY = 86400, HOUR = 3600 };

#define EXEMPT_CATEGORY "exempt"

struct sheet {
	const struct model *model;
	const struct trackers_options *options;
	const struct object *trackers;
	json_t *categories; /* by identifier, in order */
};

static void set(json_t *object, const char *key, json_t *value)
{
	if (!value || json_object_set_new(object, key, value))
		memory_exhausted();
}

static void append(json_t *array, json_t *value)
{
	if (!value || json_array_append_new(array, value))
		memory_exhausted();
}

static json_t *string(struct str s)
{
	return json_stringn(s.s ? s.s : "", s.n);
}

/* --- texts in each language --- */

static void set_label(json_t *label, enum lang lang, struct str plain)
{
	struct buf set_text = BUF_INIT;

	typography_add(&set_text, plain, lang);
	set(label, lang_tag(lang), string(buf_str(&set_text)));
	buf_release(&set_text);
}

static json_t *words_json(const struct sheet *sheet, struct words words)
{
	json_t *label = json_object();

	for (size_t i = 0; i < sheet->options->language_count; i++) {
		enum lang lang = sheet->options->languages[i];

		set_label(label, lang, str_of(words.in[lang]));
	}
	return label;
}

static json_t *title_json(const struct sheet *sheet, const struct object *object)
{
	json_t *label = json_object();

	for (size_t i = 0; i < sheet->options->language_count; i++) {
		enum lang lang = sheet->options->languages[i];

		set_label(label, lang, object_title(object, lang));
	}
	return label;
}

/* An author's text, its references as the titles of what they lead to. */
static void add_plain(struct buf *out, const struct model *model, struct str text, enum lang lang)
{
	size_t offset = 0, done = 0;
	struct xref xref;

	while (model_xref_next(model, text, &offset, &xref)) {
		buf_add_str(out, str_part(text, done, xref.start));
		if (xref.section != WORD_NONE)
			buf_add_text(out, schema_words[xref.section].label.in[lang]);
		else if (xref.object)
			buf_add_str(out, object_title(xref.object, lang));
		else
			buf_add_str(out, str_part(text, xref.start, xref.end));
		done = xref.end;
	}
	buf_add_str(out, str_part(text, done, text.n));
}

static json_t *text_json(const struct sheet *sheet, const struct text *text)
{
	json_t *label = json_object();
	struct buf plain = BUF_INIT;

	for (size_t i = 0; i < sheet->options->language_count; i++) {
		enum lang lang = sheet->options->languages[i];

		buf_reset(&plain);
		add_plain(&plain, sheet->model, text_in(text, lang), lang);
		set_label(label, lang, buf_str(&plain));
	}
	buf_release(&plain);
	return label;
}

/* --- values --- */

/* A word of a vocabulary: its English form identifies it. */
static json_t *word_json(const struct sheet *sheet, enum word word)
{
	json_t *object = json_object();

	set(object, "id", json_string(schema_words[word].word[LANG_EN]));
	set(object, "label", words_json(sheet, schema_words[word].label));
	return object;
}

static void set_word(const struct sheet *sheet, json_t *to, const char *key, const struct object *from,
		     enum field field)
{
	if (object_has(from, field) && object_word(from, field) != WORD_NONE)
		set(to, key, word_json(sheet, object_word(from, field)));
}

static void set_flag(json_t *to, const char *key, const struct object *from, enum field field)
{
	enum tri flag = object_flag(from, field);

	if (flag != TRI_UNKNOWN)
		set(to, key, json_boolean(flag == TRI_YES));
}

/* Whole days and seconds of the duration, never more than it: a month is the twelfth of
 * 365 days, so that 13 months in a cookie do not exceed 13 months. */
static void set_length(json_t *object, struct duration duration)
{
	json_int_t count = duration.count, days = 0;

	switch (duration.unit) {
	case UNIT_HOUR:
		days = count / 24;
		break;
	case UNIT_DAY:
		days = count;
		break;
	case UNIT_WEEK:
		days = count * 7;
		break;
	case UNIT_MONTH:
		days = count * 365 / 12;
		break;
	case UNIT_YEAR:
		days = count * 365;
		break;
	}
	set(object, "days", json_integer(days));
	set(object, "seconds", json_integer(duration.unit == UNIT_HOUR ? count * HOUR : days * DAY));
}

static json_t *duration_json(const struct sheet *sheet, struct duration duration)
{
	json_t *object = json_object(), *label = json_object();
	struct buf written = BUF_INIT;

	wording_add_iso_duration(&written, duration);
	set(object, "iso", string(buf_str(&written)));
	set_length(object, duration);
	for (size_t i = 0; i < sheet->options->language_count; i++) {
		enum lang lang = sheet->options->languages[i];

		buf_reset(&written);
		wording_add_duration(&written, duration, lang);
		set(label, lang_tag(lang), string(buf_str(&written)));
	}
	set(object, "label", label);
	buf_release(&written);
	return object;
}

static void set_duration(const struct sheet *sheet, json_t *to, const char *key, const struct object *from,
			 enum field field)
{
	const struct value *value = object_value(from, field);

	if (value && value->kind == VALUE_DURATION)
		set(to, key, duration_json(sheet, value->as.duration));
}

static json_t *named_json(const struct sheet *sheet, const struct object *object)
{
	json_t *named = json_object();

	set(named, "id", string(object->id));
	set(named, "label", title_json(sheet, object));
	return named;
}

static json_t *country_json(const struct sheet *sheet, const struct country *country)
{
	json_t *object = json_object();

	set(object, "code", json_string(country->code));
	set(object, "label", words_json(sheet, country->name));
	return object;
}

static json_t *provider_json(const struct sheet *sheet, const struct object *tracker,
			     const struct object *provider)
{
	json_t *object = named_json(sheet, provider), *countries = json_array();
	const struct value *site = object_value(provider, RECIPIENT_SITE);

	if (object_has(provider, RECIPIENT_NAME))
		set(object, "name", string(object_name(provider, RECIPIENT_NAME)));
	if (site)
		set(object, "site", string(site->as.name));
	for_each_value(v, provider, RECIPIENT_COUNTRY) append(countries, country_json(sheet, v->as.country));
	set(object, "countries", countries);
	if (object_has(tracker, TRACKER_ROLE))
		set_word(sheet, object, "role", tracker, TRACKER_ROLE);
	else
		set_word(sheet, object, "role", provider, RECIPIENT_ROLE);
	return object;
}

/* --- consent --- */

static const char *consent_status(const struct object *tracker)
{
	enum word exempt = object_word(tracker, TRACKER_EXEMPT);

	if (exempt == WORD_NONE)
		return "unstated";
	return exempt == WORD_EXEMPT_NO ? "required" : "exempt";
}

static bool is_exempt(const struct object *tracker)
{
	enum word exempt = object_word(tracker, TRACKER_EXEMPT);

	return exempt != WORD_NONE && exempt != WORD_EXEMPT_NO;
}

static json_t *consent_json(const struct sheet *sheet, const struct object *tracker)
{
	json_t *object = json_object();
	const struct object *said = object_has(tracker, TRACKER_CONSENT) ? tracker : sheet->trackers;
	enum field field = said == tracker ? TRACKER_CONSENT : TRACKERS_CONSENT;
	enum word exempt = object_word(tracker, TRACKER_EXEMPT);

	set(object, "status", json_string(consent_status(tracker)));
	if (exempt != WORD_NONE)
		set(object, "label", words_json(sheet, schema_words[exempt].label));
	if (exempt == WORD_EXEMPT_STRICTLY_NECESSARY || exempt == WORD_EXEMPT_AUDIENCE_MEASUREMENT)
		set(object, "exemption", json_string(schema_words[exempt].word[LANG_EN]));
	if (!is_exempt(tracker))
		set_word(sheet, object, "collection", said, field);
	return object;
}

/* The category is made when its first tracker comes; label is used up. */
static void add_to_category(struct sheet *sheet, json_t *tracker, const char *id, json_t *label)
{
	json_t *category = json_object_get(sheet->categories, id), *trackers;
	json_t *name = json_object_get(tracker, "id");

	if (!category) {
		category = json_object();
		set(category, "id", json_string(id));
		set(category, "label", label);
		set(category, "consent_required", json_boolean(strcmp(id, EXEMPT_CATEGORY) != 0));
		set(category, "trackers", json_array());
		set(sheet->categories, id, category);
	} else {
		json_decref(label);
	}
	trackers = json_object_get(category, "trackers");
	if (json_array_get(trackers, json_array_size(trackers) - 1) == name)
		return; /* a purpose that is named twice */
	append(trackers, json_incref(name));
	append(json_object_get(tracker, "categories"), json_string(id));
}

/* One category for each purpose that the policy declares; a purpose in words alone is the
 * tracker's own. */
static void add_categories(struct sheet *sheet, json_t *json, const struct object *tracker)
{
	static const struct words exempt = WORDS("Dispensés de consentement", "Exempt from consent");
	struct buf id = BUF_INIT;
	bool own = true;

	if (is_exempt(tracker)) {
		add_to_category(sheet, json, EXEMPT_CATEGORY, words_json(sheet, exempt));
		return;
	}
	for_each_value(v, tracker, TRACKER_PURPOSE)
	{
		if (v->kind != VALUE_REFERENCE)
			continue;
		buf_reset(&id);
		buf_add_format(&id, "purpose-%.*s", STR_ARGS(v->as.reference->id));
		add_to_category(sheet, json, id.s, title_json(sheet, v->as.reference));
		own = false;
	}
	if (own) {
		const struct value *purpose = object_value(tracker, TRACKER_PURPOSE);

		buf_reset(&id);
		buf_add_format(&id, "tracker-%.*s", STR_ARGS(tracker->id));
		add_to_category(sheet, json, id.s,
				purpose ? text_json(sheet, purpose->as.text) : title_json(sheet, tracker));
	}
	buf_release(&id);
}

/* --- the whole --- */

static json_t *purposes_json(const struct sheet *sheet, const struct object *tracker)
{
	json_t *purposes = json_array();

	for_each_value(v, tracker, TRACKER_PURPOSE)
	{
		json_t *purpose;

		if (v->kind == VALUE_REFERENCE) {
			purpose = named_json(sheet, v->as.reference);
		} else {
			purpose = json_object();
			set(purpose, "label", text_json(sheet, v->as.text));
		}
		append(purposes, purpose);
	}
	return purposes;
}

static json_t *tracker_json(struct sheet *sheet, const struct object *tracker)
{
	json_t *object = named_json(sheet, tracker), *names = json_array(), *kinds = json_array();
	json_t *data = json_array();
	const struct object *provider = object_object(tracker, TRACKER_PROVIDER);
	bool own = object_has(tracker, TRACKER_LIFETIME);

	for_each_value(v, tracker, TRACKER_NAME) append(names, string(v->as.name));
	for_each_value(v, tracker, TRACKER_KIND) append(kinds, word_json(sheet, v->as.word));
	for_each_value(v, tracker, TRACKER_DATA) append(data, named_json(sheet, v->as.reference));
	set(object, "names", names);
	set(object, "kinds", kinds);
	set(object, "categories", json_array());
	set(object, "purposes", purposes_json(sheet, tracker));
	set_word(sheet, object, "party", tracker, TRACKER_PARTY);
	if (provider)
		set(object, "provider", provider_json(sheet, tracker, provider));
	set_duration(sheet, object, "lifetime", own ? tracker : sheet->trackers,
		     own ? TRACKER_LIFETIME : TRACKERS_LIFETIME);
	set_duration(sheet, object, "data_kept", tracker, TRACKER_DATA_KEPT);
	set(object, "data", data);
	set(object, "consent", consent_json(sheet, tracker));
	set_flag(object, "third_party_access", tracker, TRACKER_THIRD_PARTY_ACCESS);
	set_flag(object, "cross_site", tracker, TRACKER_CROSS_SITE);
	set_flag(object, "anonymous_statistics", tracker, TRACKER_ANONYMOUS_STATISTICS);
	return object;
}

static json_t *policy_json(const struct sheet *sheet)
{
	const struct object *policy = sheet->model->policy;
	json_t *object = json_object(), *controllers = json_array(), *sites = json_array();
	const struct value *updated = object_value(policy, POLICY_UPDATED);
	struct buf day = BUF_INIT;

	set(object, "id", string(policy->id));
	set(object, "title", title_json(sheet, policy));
	if (object_has(policy, POLICY_VERSION))
		set(object, "version", string(object_name(policy, POLICY_VERSION)));
	if (updated) {
		wording_add_iso_date(&day, updated->as.date);
		set(object, "updated", string(buf_str(&day)));
		buf_release(&day);
	}
	for_each_value(v, sheet->model->root, ROOT_CONTROLLER)
			append(controllers, string(object_title(v->as.object, sheet->options->languages[0])));
	for_each_value(v, policy, POLICY_SITE) append(sites, string(v->as.name));
	set(object, "controllers", controllers);
	set(object, "sites", sites);
	return object;
}

/* How consent is asked for and undone, for all trackers. */
static json_t *choice_json(const struct sheet *sheet)
{
	json_t *object = json_object();
	const struct object *trackers = sheet->trackers;

	set_word(sheet, object, "collection", trackers, TRACKERS_CONSENT);
	set_word(sheet, object, "refusal", trackers, TRACKERS_REFUSE);
	if (object_has(trackers, TRACKERS_WITHDRAW))
		set(object, "withdrawal", text_json(sheet, object_text(trackers, TRACKERS_WITHDRAW)));
	set_flag(object, "wall", trackers, TRACKERS_WALL);
	set_duration(sheet, object, "remembered", trackers, TRACKERS_REMEMBER_CHOICE);
	return object;
}

static json_t *languages_json(const struct sheet *sheet)
{
	json_t *languages = json_array();

	for (size_t i = 0; i < sheet->options->language_count; i++)
		append(languages, json_string(lang_tag(sheet->options->languages[i])));
	return languages;
}

static void add_all_categories(struct sheet *sheet, json_t *trackers, bool exempt)
{
	size_t i = 0;

	for_each_value(v, sheet->trackers, TRACKERS_TRACKER)
	{
		if (is_exempt(v->as.object) == exempt)
			add_categories(sheet, json_array_get(trackers, i), v->as.object);
		i++;
	}
}

/* Those that need no consent come first: programs show them first. */
static json_t *categories_json(struct sheet *sheet, json_t *trackers)
{
	json_t *categories = json_array();

	add_all_categories(sheet, trackers, true);
	add_all_categories(sheet, trackers, false);
	for (void *i = json_object_iter(sheet->categories); i;
	     i = json_object_iter_next(sheet->categories, i))
		append(categories, json_incref(json_object_iter_value(i)));
	return categories;
}

static void write_out(struct buf *out, const json_t *root)
{
	char *dump = json_dumps(root, JSON_INDENT(2));

	if (!dump)
		memory_exhausted();
	buf_add_format(out, "%s\n", dump);
	memory_free(dump);
}

void trackers_json(struct buf *out, const struct model *model, const struct trackers_options *options)
{
	struct sheet sheet = { .model = model, .options = options, .categories = json_object() };
	json_t *root = json_object(), *trackers = json_array();

	sheet.trackers = object_object(model->root, ROOT_TRACKERS);
	for_each_value(v, sheet.trackers, TRACKERS_TRACKER)
			append(trackers, tracker_json(&sheet, v->as.object));
	set(root, "format", json_string("polc-trackers"));
	set(root, "version", json_integer(FORMAT_VERSION));
	set(root, "draft", json_boolean(options->draft));
	set(root, "languages", languages_json(&sheet));
	set(root, "policy", policy_json(&sheet));
	set(root, "used", json_boolean(model_has_trackers(model) == TRI_YES));
	set(root, "choice", choice_json(&sheet));
	set(root, "categories", categories_json(&sheet, trackers));
	set(root, "trackers", trackers);
	write_out(out, root);
	json_decref(root);
	json_decref(sheet.categories);
}
