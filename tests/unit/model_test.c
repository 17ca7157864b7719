/*
 * From trees to models: every finding of model/codes.def by a file of tests/model
 * that has this mistake alone, and the values that each type of field gives.
 * Run from the top folder.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "model/codes.h"
#include "model/model.h"

struct built {
	struct arena *arena;
	struct sources sources;
	struct findings findings;
	struct model *model;
	struct buf out;
};

static void build(struct built *b, struct source *source)
{
	struct model_options options = { .root = STR("tests/model") };
	struct tokens tokens = { 0 };
	struct tree *tree;

	syntax_lex(b->arena, source, &b->findings, &tokens);
	tree = syntax_parse(b->arena, source, &tokens, &b->findings);
	b->model = model_from_tree(b->arena, &b->sources, tree, &options, &b->findings);
	model_check(b->model);
	findings_sort(&b->findings);
}

static void build_init(struct built *b)
{
	*b = (struct built) { .arena = arena_new(), .out = BUF_INIT };
	sources_init(&b->sources, b->arena);
	findings_init(&b->findings, b->arena);
}

static void build_text(struct built *b, const char *text)
{
	build_init(b);
	build(b, sources_add(&b->sources, STR("tests/model/t.policy"), str_of(text)));
}

static void build_file(struct built *b, const char *name)
{
	struct source *source;

	build_init(b);
	assert_int_equal(sources_read(&b->sources, str_format(b->arena, "tests/model/%s.policy", name),
				      &source),
			 0);
	build(b, source);
}

static void build_release(struct built *b)
{
	buf_release(&b->out);
	arena_free(b->arena);
}

/* The findings as "ID ID"; each can be printed in both languages. */
static const char *codes_of(struct built *b)
{
	buf_reset(&b->out);
	buf_add_text(&b->out, "");
	for (size_t i = 0; i < b->findings.list.n; i++) {
		const struct diag *diag = b->findings.list.v[i];
		buf_add_format(&b->out, "%s%s", i ? " " : "", diag->code->id);
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct buf text = BUF_INIT;
			diag_fill(&text, diag->code->message.in[lang], diag, (enum lang)lang);
			diag_fill(&text, diag->code->help.in[lang], diag, (enum lang)lang);
			assert_true(text.n > 0);
			buf_release(&text);
		}
	}
	return b->out.n ? b->out.s : "";
}

static const struct {
	const char *file;
	int code;
	const char *also; /* of another pass */
} mistakes[] = {
	{ "keyword-unknown", MODEL_KEYWORD, "" },
	{ "keyword-meant", MODEL_KEYWORD_MEANT, "" },
	{ "keyword-meant-fr", MODEL_KEYWORD_MEANT, "" },
	{ "keyword-language", MODEL_KEYWORD_LANGUAGE, "" },
	{ "keyword-language-include", MODEL_KEYWORD_LANGUAGE, "" },
	{ "keyword-place", MODEL_KEYWORD_PLACE, "" },
	{ "top-level", MODEL_TOP_LEVEL, "" },
	{ "repeated-field", MODEL_REPEATED, "" },
	{ "repeated-block", MODEL_REPEATED, "" },
	{ "repeated-policy", MODEL_REPEATED, "" },
	{ "value-missing", MODEL_VALUE_MISSING, "" },
	{ "value-extra", MODEL_VALUE_EXTRA, "" },
	{ "comma", MODEL_COMMA, "" },
	{ "spread-comma", MODEL_COMMA, "" },
	{ "quotes-name", MODEL_QUOTES, "" },
	{ "quotes-text", MODEL_QUOTES, "" },
	{ "quotes-language", MODEL_QUOTES, "" },
	{ "quotes-phone", MODEL_QUOTES, "" },
	{ "unquote", MODEL_UNQUOTE, "" },
	{ "block-unexpected", MODEL_BLOCK_UNEXPECTED, "" },
	{ "block-missing", MODEL_BLOCK_MISSING, "" },
	{ "needed", MODEL_NEEDED, "" },
	{ "needed-empty", MODEL_NEEDED, "" },
	{ "allow-no-reason", MODEL_NEEDED, "" },
	{ "id-missing", MODEL_ID_MISSING, "" },
	{ "id-quoted", MODEL_ID, "" },
	{ "id-bad", MODEL_ID, "" },
	{ "duplicate", MODEL_DUPLICATE, "" },
	{ "reference-unknown", MODEL_REFERENCE, "" },
	{ "reference-meant", MODEL_REFERENCE_MEANT, "" },
	{ "reference-event", MODEL_REFERENCE_MEANT, "" },
	{ "reference-authority", MODEL_REFERENCE_MEANT, "" },
	{ "choice-unknown", MODEL_CHOICE, "" },
	{ "choice-meant", MODEL_CHOICE_MEANT, "" },
	{ "choice-language", MODEL_CHOICE_LANGUAGE, "" },
	{ "flag-language", MODEL_CHOICE_LANGUAGE, "" },
	{ "flag-unknown", MODEL_VALUE, "" },
	{ "integer", MODEL_VALUE, "" },
	{ "date-unreadable", MODEL_VALUE, "" },
	{ "duration-unreadable", MODEL_VALUE, "" },
	{ "country-unknown", MODEL_VALUE, "" },
	{ "url-bad", MODEL_VALUE, "" },
	{ "email-bad", MODEL_VALUE, "" },
	{ "phone-bad", MODEL_VALUE, "" },
	{ "allow-bad-rule", MODEL_VALUE, "" },
	{ "date-unreal", MODEL_DATE, "" },
	{ "date-day-first", MODEL_DATE_FORM, "" },
	{ "date-in-words", MODEL_DATE_FORM, "" },
	{ "date-in-english-words", MODEL_DATE_FORM, "" },
	{ "duration-in-words", MODEL_DURATION_FORM, "" },
	{ "duration-glued", MODEL_DURATION_FORM, "" },
	{ "duration-language", MODEL_DURATION_FORM, "" },
	{ "period-word", MODEL_PERIOD, "" },
	{ "period-event-missing", MODEL_PERIOD_EVENT, "" },
	{ "period-start", MODEL_CHOICE, "" },
	{ "country-name", MODEL_COUNTRY_FORM, "" },
	{ "country-usual-code", MODEL_COUNTRY_FORM, "" },
	{ "url-scheme", MODEL_URL_SCHEME, "" },
	{ "url-script", MODEL_URL_SCHEME, "" },
	{ "text-empty", MODEL_TEXT_EMPTY, "" },
	{ "text-language", MODEL_TEXT_LANGUAGE, "" },
	{ "text-bare", MODEL_TEXT_BARE, "" },
	{ "text-braces", MODEL_TEXT_BRACES, "" },
	{ "text-separator", MODEL_TEXT_SEPARATOR, "" },
	{ "text-key", MODEL_TEXT_KEY, "" },
	{ "bil-missing", MODEL_BIL_MISSING, "" },
	{ "bil-missing-fr", MODEL_BIL_MISSING, "" },
	{ "include-form", MODEL_INCLUDE, "" },
	{ "include-escape", MODEL_INCLUDE_ROOT, "" },
	{ "include-cycle", MODEL_INCLUDE_CYCLE, "" },
	{ "include-itself", MODEL_INCLUDE_CYCLE, "" },
	{ "include-missing", MODEL_INCLUDE_READ, "" },
	{ "include-folder", MODEL_INCLUDE_READ, "" },
	{ "include-syntax", MODEL_KEYWORD, "SYNTAX-STRING " },
	{ "include-twice", MODEL_INCLUDE_TWICE, "" },
	{ "include-deep", MODEL_INCLUDE_DEPTH, "" },
	{ "value-again", MODEL_VALUE_AGAIN, "" },
	{ "bracket", MODEL_BRACKET, "" },
	{ "end", MODEL_END, "" },
	{ "duration-unit", MODEL_DURATION_UNIT, "" },
	{ "duration-part", MODEL_DURATION_PART, "" },
	{ "override-form", MODEL_OVERRIDE, "" },
	{ "override-nothing", MODEL_OVERRIDE_TARGET, "" },
	{ "override-single-nothing", MODEL_OVERRIDE_TARGET, "" },
};

enum { MISTAKES = sizeof(mistakes) / sizeof(mistakes[0]) };

static void test_each_mistake_is_one_finding(void **state)
{
	(void)state;
	for (size_t i = 0; i < MISTAKES; i++) {
		char expected[128];
		struct built b;
		snprintf(expected, sizeof(expected), "%s%s", mistakes[i].also,
			 model_codes[mistakes[i].code].id);
		build_file(&b, mistakes[i].file);
		if (strcmp(codes_of(&b), expected) != 0)
			fail_msg("%s: %s instead of %s", mistakes[i].file, codes_of(&b), expected);
		build_release(&b);
	}
}

static void test_each_code_has_a_file(void **state)
{
	(void)state;
	for (int code = 0; code < MODEL_CODE_COUNT; code++) {
		bool found = false;
		for (size_t i = 0; i < MISTAKES; i++)
			found = found || mistakes[i].code == code;
		if (!found)
			fail_msg("no file of tests/model has %s", model_codes[code].id);
	}
}

static void test_good_files_have_no_finding(void **state)
{
	static const char *const good[] = {
		"agreement",	   "allow",	      "country-lower-case", "head-languages", "include",
		"library",	   "include-diamond", "override",	    "period-forms",   "todo",
		"reference-later", "spread",	      "same-english",	    "same-french"
	};
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		struct built b;
		build_file(&b, good[i]);
		if (b.findings.list.n)
			fail_msg("%s: %s", good[i], codes_of(&b));
		build_release(&b);
	}
}

static void test_keyword_languages_give_one_model(void **state)
{
	static const char *const same[] = { "same-french", "same-french-without-accents" };
	struct built english;
	(void)state;
	build_file(&english, "same-english");
	model_dump(&english.out, english.model);
	for (size_t i = 0; i < 2; i++) {
		struct built french;
		build_file(&french, same[i]);
		model_dump(&french.out, french.model);
		assert_string_equal(strchr(french.out.s + strlen("model en\n  policy e"), '\n'),
				    strchr(english.out.s + strlen("model en\n  policy e"), '\n'));
		build_release(&french);
	}
	build_release(&english);
}

#define ONE "polc 1 en\npolicy p { label \"P\"; languages en }\n"

/* The dump of what follows ONE, in a block that takes anything. */
static void expect(const char *text, const char *codes, const char *dump)
{
	struct built b;
	const char *found;

	build_text(&b, text);
	assert_string_equal(codes_of(&b), codes);
	buf_reset(&b.out);
	model_dump(&b.out, b.model);
	found = strstr(b.out.s, dump);
	if (!found)
		fail_msg("%s\nis not in\n%s", dump, b.out.s);
	build_release(&b);
}

static void test_periods(void **state)
{
	(void)state;
	expect(ONE "retention at-most 2 weeks after request, decision from year-end { default yes }\n", "",
	       "  retention\n    period at-most P2W after event/request event/decision from year-end\n");
	expect(ONE "retention 36 hours\n", "", "period PT36H\n");
	expect(ONE "event purchase { label \"the sale\" }\nretention 1 year after purchase\n", "",
	       "period P1Y after event/purchase\n");
	expect("polc 1 fr\npolitique p { intitulé \"P\"; langues fr }\nconservation 1 an après achat\n", "",
	       "period P1Y after event/purchase\n");
	expect("polc 1 fr\npolitique p { intitulé \"P\"; langues fr }\nconservation jusqu'à opposition\n", "",
	       "period until event/objection\n");
	expect(ONE "retention criteria \"Until the end.\"\n", "", "period criteria en \"Until the end.\"\n");
	expect(ONE "retention 0 days\n", "MODEL-PERIOD", "period (unreadable)\n");
	expect(ONE "retention 0.0 years\n", "MODEL-DURATION-PART", "period (unreadable)\n");
	expect(ONE "retention 1,5 years\n", "MODEL-DURATION-FORM", "period P18M\n");
	expect(ONE "retention 1, 5 years\n", "MODEL-DURATION-UNIT", "period (unreadable)\n");
}

/* What is denied is not what was meant. */
static void test_denials(void **state)
{
	(void)state;
	expect(ONE "purpose a { label \"A\"; basis freely given consent }\n", "MODEL-CHOICE-MEANT",
	       "type consent\n");
	expect(ONE "purpose a { label \"A\"; basis the Article 6(1)(a) }\n", "MODEL-CHOICE-MEANT",
	       "type consent\n");
	expect(ONE "purpose a { label \"A\"; basis not consent }\n", "MODEL-CHOICE", "type (unreadable)\n");
	expect(ONE "purpose a { label \"A\"; basis without a contract }\n", "MODEL-CHOICE",
	       "type (unreadable)\n");
}

static void test_formats(void **state)
{
	(void)state;
	expect(ONE "dpo { email a.b+c@example.co.uk; phone \"+33 (0)4 77 42 02 74\", \"04.77.42.02.74\", "
		   "3939 }\n",
	       "", "    phone \"3939\"\n");
	expect(ONE "dpo { email \"déléguée@collectivité.fr\" }\n", "",
	       "    email \"déléguée@collectivité.fr\"\n");
	expect(ONE "dpo { email a..b@example.com }\n", "MODEL-VALUE", "email (unreadable)\n");
	expect(ONE "dpo { form https://example.com:8080/a?b=c#d }\n", "",
	       "form \"https://example.com:8080/a?b=c#d\"\n");
	expect(ONE "trackers { details \"https://example.com/\" }\n", "",
	       "details \"https://example.com/\"\n");
	expect(ONE "trackers { details \"See the list.\" }\n", "", "details text en \"See the list.\"\n");
	expect(ONE "dpo { form ftp://example.com/ }\n", "MODEL-URL-SCHEME", "form (unreadable)\n");
}

static void test_todo_and_holes(void **state)
{
	struct built b;
	const struct object *dpo, *controller;
	(void)state;
	build_text(&b, ONE "dpo { name todo \"who?\" }\ncontroller c { country nowhere }\n");
	dpo = object_object(b.model->root, ROOT_DPO);
	controller = object_object(b.model->root, ROOT_CONTROLLER);
	assert_false(object_has(dpo, DPO_NAME));
	assert_non_null(object_get(dpo, DPO_NAME));
	assert_null(object_value(dpo, DPO_NAME));
	assert_true(object_has(controller, CONTROLLER_COUNTRY));
	assert_null(object_value(controller, CONTROLLER_COUNTRY));
	assert_int_equal(object_flag(NULL, TRACKERS_USED), TRI_UNKNOWN);
	build_release(&b);
}

static void test_override_replaces_fields(void **state)
{
	struct built b;
	const struct object *purpose, *tracker;
	(void)state;
	build_file(&b, "override");
	purpose = object_object(b.model->root, ROOT_PURPOSE);
	assert_int_equal(purpose->number, 1);
	assert_true(str_is(object_title(purpose, LANG_EN), "Our newsletter"));
	assert_true(str_is(text_in(object_text(purpose, PURPOSE_DETAIL), LANG_EN), "A letter each month."));
	assert_null(object_value(purpose, PURPOSE_RETAIN)->next);
	assert_ptr_equal(object_object(purpose, PURPOSE_RETAIN)->parent, purpose);
	tracker = object_object(object_object(b.model->root, ROOT_TRACKERS), TRACKERS_TRACKER);
	assert_true(str_is(object_title(tracker, LANG_EN), "B"));
	build_release(&b);
}

static void test_spread_gives_an_object_each(void **state)
{
	struct built b;
	const struct value *basis;
	(void)state;
	build_file(&b, "spread");
	basis = object_value(object_object(b.model->root, ROOT_PURPOSE), PURPOSE_BASIS);
	assert_int_equal(object_word(basis->as.object, BASIS_TYPE), WORD_BASIS_CONSENT);
	assert_int_equal(object_word(basis->next->as.object, BASIS_TYPE), WORD_BASIS_CONTRACT);
	assert_true(str_is(object_name(basis->next->as.object, BASIS_STATUTE), "x"));
	assert_null(basis->next->next);
	build_release(&b);
}

static void test_places(void **state)
{
	struct built b;
	const struct diag *diag;
	(void)state;
	build_file(&b, "include-cycle");
	diag = b.findings.list.v[0];
	assert_true(str_has_suffix(sources_get(&b.sources, diag->span.file)->path, "cycle-b.policy"));
	assert_int_equal(diag->labels.n, 1);
	assert_true(str_has_suffix(sources_get(&b.sources, diag->labels.v[0].span.file)->path,
				   "cycle-a.policy"));
	build_release(&b);
	build_file(&b, "reference-meant");
	diag = b.findings.list.v[0];
	assert_true(str_is(diag->fixes.v[0].replacement, "browsing"));
	assert_true(str_is(sources_text(&b.sources, diag->fixes.v[0].span), "browsng"));
	build_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_mistake_is_one_finding),
		cmocka_unit_test(test_each_code_has_a_file),
		cmocka_unit_test(test_good_files_have_no_finding),
		cmocka_unit_test(test_keyword_languages_give_one_model),
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_denials),
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_todo_and_holes),
		cmocka_unit_test(test_override_replaces_fields),
		cmocka_unit_test(test_spread_gives_an_object_each),
		cmocka_unit_test(test_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
