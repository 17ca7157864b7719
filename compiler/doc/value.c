/*
 * Typed values as the page writes them: links for e-mails, telephones and URLs,
 * references for objects that stand on the page, dates and periods in words.
 * Takes values that the model has checked; holes and todos are passed over.
 */
#include "base/typography.h"
#include "base/utf8.h"
#include "doc/parts.h"
#include "doc/reference.h"
#include "law/law.h"

/* The blocks whose objects have a place of their own on the page. */
static const char *const prefixes[BLOCK_COUNT] = {
	[BLOCK_CONTROLLER] = "controller",
	[BLOCK_PURPOSE] = "purpose",
	[BLOCK_DATA] = "data",
	[BLOCK_RECIPIENT] = "recipient",
	[BLOCK_TRACKER] = "tracker",
	[BLOCK_DECISION] = "decision",
	[BLOCK_DEFINITION] = "term",
	[BLOCK_SECTION] = "section",
	[BLOCK_AGREEMENT] = "agreement",
	[BLOCK_PROCESSOR_ROLE] = "processor-role",
};

static void fill_place(struct doc_builder *b, struct doc_place *place, const struct object *object)
{
	place->title = doc_set_text(b, object_title(object, b->lang));
	place->plain = utf8_is_plain(place->title);
	if (prefixes[object->block] && !str_is_empty(object->id))
		place->id = doc_id(b, prefixes[object->block], object->id);
}

/* Kept by number, but for what is built in or not named. */
struct doc_place *doc_place(struct doc_builder *b, const struct object *object)
{
	size_t n = b->model->named[object->block].n + 1;
	struct doc_place **places = &b->places[object->block], *place;

	if (object->built_in || object->number >= n) {
		place = ARENA_NEW(b->arena, struct doc_place);
	} else {
		if (!*places)
			*places = ARENA_ARRAY(b->arena, struct doc_place, n);
		place = &(*places)[object->number];
	}
	if (!place->title.s)
		fill_place(b, place, object);
	return place;
}

void doc_take_place(struct doc_node *node, struct doc_place *place)
{
	node->id = place->id;
	place->node = node;
}

void doc_add_title(struct doc_builder *b, struct doc_node *parent, const struct object *object)
{
	const struct doc_place *place = doc_place(b, object);

	doc_add_known_text(b, parent, place->title, place->plain);
}

void doc_add_object(struct doc_builder *b, struct doc_node *parent, const struct object *object)
{
	struct doc_place *place = doc_place(b, object);

	if (!str_is_empty(place->id))
		parent = doc_add_reference(b, parent, place, STR(""));
	doc_add_known_text(b, parent, place->title, place->plain);
}

static struct doc_node *add_link(struct doc_builder *b, struct doc_node *parent, struct str href)
{
	struct doc_node *link = doc_add(b, parent, DOC_LINK);

	link->href = href;
	return link;
}

/* Shown without its scheme and its last slash. */
void doc_add_url(struct doc_builder *b, struct doc_node *parent, struct str url)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:" };
	struct doc_node *link = add_link(b, parent, url);

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (str_has_prefix(url, schemes[i]))
			url = str_part(url, str_of(schemes[i]).n, url.n);
	if (url.n > 1 && url.s[url.n - 1] == '/')
		url.n--;
	doc_add_set_text(b, link, url);
}

static void add_email(struct doc_builder *b, struct doc_node *parent, struct str email)
{
	doc_add_set_text(b, add_link(b, parent, str_join(b->arena, STR("mailto:"), email)), email);
}

/* "04 77 …" under French law is +33 4 77 …; "(0)" is not dialled. */
static void add_phone(struct doc_builder *b, struct doc_node *parent, struct str phone)
{
	size_t skip = 0;

	buf_reset(&b->plain);
	buf_add_text(&b->plain, "tel:");
	if (str_has_prefix(phone, "00")) {
		buf_add_char(&b->plain, '+');
		skip = 2;
	} else if (str_has_prefix(phone, "0") && model_is_under(b->model, "FR")) {
		buf_add_text(&b->plain, "+33");
		skip = 1;
	}
	for (size_t i = skip; i < phone.n; i++) {
		if (str_has_prefix(str_part(phone, i, phone.n), "(0)"))
			i += 2;
		else if ((phone.s[i] >= '0' && phone.s[i] <= '9') || (phone.s[i] == '+' && i == 0))
			buf_add_char(&b->plain, phone.s[i]);
	}
	doc_add_text(b, add_link(b, parent, str_copy(b->arena, buf_str(&b->plain))), phone);
}

/* Words of a provision that only a French text has, folded. */
static bool is_french(struct arena *arena, struct str provision)
{
	static const char *const marks[] = {
		"code de ",	"code du ",   "code des ", "code d-",	     "code civil", "code penal",
		"code general", "code rural", "rgpd",	   "code monetaire", "loi n",	   "loi du ",
		"loi informat", "decret ",    "arrete ",   "ordonnance n",
	};
	struct str folded = utf8_fold(arena, provision);

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_find(folded, marks[i], 0) < folded.n)
			return true;
	return false;
}

/* Does French law apply, and that of no other country whose codes have French names? */
static bool is_in_france(const struct model *model)
{
	static const char *const others[] = { "BE", "CA", "CH", "LU", "MC" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (model_is_under(model, others[i]))
			return false;
	return model_is_under(model, "FR");
}

/* A French provision on a page in English has its English name, where it is known; any
 * other says that it is French, and keeps its typography. */
static void add_law(struct doc_builder *b, struct doc_node *parent, struct str name)
{
	struct doc_node *text;

	buf_reset(&b->plain);
	if (b->lang == LANG_EN &&
	    law_add_provision_in_english(&b->plain, b->arena, name, is_in_france(b->model)))
		name = str_copy(b->arena, buf_str(&b->plain));
	if (b->lang == LANG_FR || !is_french(b->arena, name)) {
		doc_add_text(b, parent, name);
		return;
	}
	buf_reset(&b->typeset);
	typography_add(&b->typeset, name, LANG_FR);
	text = doc_add(b, parent, DOC_TEXT);
	text->text = str_copy(b->arena, buf_str(&b->typeset));
	text->lang = LANG_FR;
}

static void add_name(struct doc_builder *b, struct doc_node *parent, struct str name, enum type type)
{
	if (type == TYPE_URL || type == TYPE_URL_OR_TEXT || type == TYPE_FLAG_OR_URL)
		doc_add_url(b, parent, name);
	else if (type == TYPE_EMAIL)
		add_email(b, parent, name);
	else if (type == TYPE_PHONE)
		add_phone(b, parent, name);
	else if (type == TYPE_LAW)
		add_law(b, parent, name);
	else
		doc_add_text(b, parent, name);
}

/* Dates, durations, periods, countries and numbers: wording/ sets them already. */
static void add_formatted(struct doc_builder *b, struct doc_node *parent, const struct value *value)
{
	buf_reset(&b->typeset);
	if (value->kind == VALUE_DATE)
		wording_add_date(&b->typeset, value->as.date, b->lang);
	else if (value->kind == VALUE_DURATION)
		wording_add_duration(&b->typeset, value->as.duration, b->lang);
	else if (value->kind == VALUE_PERIOD)
		wording_add_period(&b->typeset, value->as.period, b->lang);
	else if (value->kind == VALUE_COUNTRY)
		wording_add_country(&b->typeset, value->as.country, b->lang);
	else
		buf_add_format(&b->typeset, "%ld", value->as.integer);
	doc_add_set_text(b, parent, str_copy(b->arena, buf_str(&b->typeset)));
}

/* "12 rue X", "42000 Y": lines under each other, behind the label where there is one. */
static void add_address(struct doc_builder *b, struct doc_node *parent, const struct object *address)
{
	const struct text *label = object_text(address, ADDRESS_LABEL);

	if (!text_is_blank(label))
		doc_add_author(b, doc_add(b, parent, DOC_EMPHASIS), label);
	for_each_value(v, address, ADDRESS_LINE)
	{
		doc_add_break(b, parent);
		doc_add_text(b, parent, v->as.name);
	}
}

static void add_person(struct doc_builder *b, struct doc_node *parent, const struct object *person)
{
	doc_add_text(b, parent, object_name(person, PERSON_NAME));
	if (!doc_says(b, person, PERSON_ROLE))
		return;
	doc_add_set_text(b, parent, STR(", "));
	doc_add_values(b, parent, person, PERSON_ROLE);
}

static void add_block(struct doc_builder *b, struct doc_node *parent, const struct object *object)
{
	if (object->block == BLOCK_ADDRESS)
		add_address(b, parent, object);
	else if (object->block == BLOCK_PERSON)
		add_person(b, parent, object);
	else
		doc_add_title(b, parent, object);
}

void doc_add_value(struct doc_builder *b, struct doc_node *parent, const struct value *value, enum type type)
{
	static const struct words yes_no[] = { WORDS("non", "no"), WORDS("oui", "yes") };

	switch (value->kind) {
	case VALUE_HOLE:
	case VALUE_TODO:
	case VALUE_LANGUAGE:
		break;
	case VALUE_TEXT:
		doc_add_author(b, parent, value->as.text);
		break;
	case VALUE_NAME:
		add_name(b, parent, value->as.name, type);
		break;
	case VALUE_WORD:
		doc_add_word(b, parent, value->as.word);
		break;
	case VALUE_FLAG:
		doc_add_text(b, parent, str_of(yes_no[value->as.flag].in[b->lang]));
		break;
	case VALUE_REFERENCE:
		doc_add_object(b, parent, value->as.reference);
		break;
	case VALUE_OBJECT:
		add_block(b, parent, value->as.object);
		break;
	case VALUE_DATE:
	case VALUE_DURATION:
	case VALUE_PERIOD:
	case VALUE_COUNTRY:
	case VALUE_INTEGER:
		add_formatted(b, parent, value);
		break;
	}
}

/* One title among several in a sentence: quoted, so that its capital reads well. */
static void add_quoted(struct doc_builder *b, struct doc_node *parent, const struct value *title)
{
	static const struct words open = WORDS("\xC2\xAB\xC2\xA0", "\xE2\x80\x9C");
	static const struct words close = WORDS("\xC2\xA0\xC2\xBB", "\xE2\x80\x9D");

	doc_add_set_text(b, parent, str_of(open.in[b->lang]));
	doc_add_object(b, parent, title->as.reference);
	doc_add_set_text(b, parent, str_of(close.in[b->lang]));
}

bool doc_add_values(struct doc_builder *b, struct doc_node *parent, const struct object *object,
		    enum field field)
{
	enum type type = schema_fields[field].type;
	size_t i = 0, n = 0;

	for_each_value(v, object, field) n++;
	for_each_value(v, object, field)
	{
		if (n > 1 && v->kind == VALUE_REFERENCE)
			add_quoted(b, parent, v);
		else
			doc_add_value(b, parent, v, type);
		doc_add_separator(b, parent, i++, n);
	}
	doc_add_todos(b, parent, object, field);
	return n > 0;
}

void doc_add_value_list(struct doc_builder *b, struct doc_node *cell, const struct object *object,
			enum field field)
{
	struct doc_node *list = doc_list(b);

	for_each_value(v, object, field)
			doc_add_value(b, doc_add_item(b, list), v, schema_fields[field].type);
	doc_list_end(b, cell, list);
	doc_add_todos(b, cell, object, field);
}
