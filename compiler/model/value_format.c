/*
 * E-mail addresses, page addresses and telephone numbers, checked with PCRE2.
 * The patterns are compiled once for the process and constant after; the memory
 * of a match belongs to one builder.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <assert.h>
#include <pthread.h>

#include "model/reading.h"
#include "model/complain.h"

/* A label of a host name, and what may stand left of the @ (RFC 5321's dot-string). */
#define LABEL	"[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"
#define HOST	LABEL "(?:\\." LABEL ")+"
#define ATOM	"[\\p{L}\\p{N}!#$%&'*+/=?^_`|~-]+"
#define MAILBOX ATOM "(?:\\." ATOM ")*@" HOST
/* +33 (0)4 77 42 02 74: 7 to 15 digits behind the plus sign (ITU-T E.164). */
#define GAP	      "[ .\\x{A0}\\x{202F}\\x{2011}-]?"
#define INTERNATIONAL "\\+[1-9](?:" GAP "(?:\\(0\\)" GAP ")?\\d){6,14}"
/* French numbers: ten digits, or the three or four of a short one (119, 3919). */
#define NATIONAL "0" GAP "[1-9](?:" GAP "\\d){8}|3\\d{3}|1\\d{2}"

enum format { FORMAT_EMAIL, FORMAT_URL, FORMAT_HOST, FORMAT_PHONE, FORMAT_COUNT };

static const char *const patterns[FORMAT_COUNT] = {
	[FORMAT_EMAIL] = "^" MAILBOX "$",
	[FORMAT_URL] = "^(?:https?://(?:" HOST
		       "|localhost)(?::\\d{1,5})?(?:[/?#][^\\s<>\"]*)?|mailto:" MAILBOX
		       "(?:\\?[^\\s<>\"]*)?|tel:\\+?[0-9][0-9.()-]{2,20})$",
	[FORMAT_HOST] = "^" HOST "(?:/[^\\s<>\"]*)?$",
	[FORMAT_PHONE] = "^(?:" INTERNATIONAL "|" NATIONAL ")$",
};

static pthread_once_t compiled_once = PTHREAD_ONCE_INIT;
static pcre2_code *compiled[FORMAT_COUNT];

static void compile_all(void)
{
	for (int i = 0; i < FORMAT_COUNT; i++) {
		int error;
		PCRE2_SIZE at;
		compiled[i] = pcre2_compile((PCRE2_SPTR)patterns[i], PCRE2_ZERO_TERMINATED,
					    PCRE2_UTF | PCRE2_UCP, &error, &at, NULL);
		assert((compiled[i] || error == PCRE2_ERROR_HEAP_FAILED) && "a pattern of this file");
		if (!compiled[i])
			memory_exhausted();
		pcre2_jit_compile(compiled[i], PCRE2_JIT_COMPLETE);
	}
}

static bool matches(struct builder *b, enum format format, struct str s)
{
	pthread_once(&compiled_once, compile_all);
	if (!b->match && !(b->match = pcre2_match_data_create(1, NULL)))
		memory_exhausted();
	return s.n > 0 && s.n <= 2048 &&
	       pcre2_match(compiled[format], (PCRE2_SPTR)s.s, s.n, 0, 0, b->match, NULL) > 0;
}

void formats_release(struct builder *b)
{
	pcre2_match_data_free(b->match);
	b->match = NULL;
}

static struct value *formatted(struct reading *r, const struct written *written)
{
	struct value *value = value_new(r, VALUE_NAME, written);

	value->as.name = written->text;
	return value;
}

struct value *value_email(struct reading *r)
{
	const struct written *written = reading_take(r);

	return matches(r->b, FORMAT_EMAIL, written->text) ? formatted(r, written)
							  : complain_hole(r, MODEL_VALUE, written);
}

/* An address without a scheme, with the scheme to add where it looks like a page. */
static struct value *without_scheme(struct reading *r, const struct written *written)
{
	struct diag *diag = complain_value(r, MODEL_URL_SCHEME, written);
	struct builder *b = r->b;

	if (matches(b, FORMAT_HOST, written->text))
		diag_add_fix(b->findings, diag, written->span,
			     str_join(b->arena, STR("https://"), written->text), TRUST_LIKELY);
	return value_new(r, VALUE_HOLE, written);
}

struct value *value_url(struct reading *r)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:" };
	const struct written *written = reading_take(r);

	if (matches(r->b, FORMAT_URL, written->text))
		return formatted(r, written);
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (str_has_prefix(written->text, schemes[i]))
			return complain_hole(r, MODEL_VALUE, written);
	}
	return without_scheme(r, written);
}

/* A number of several words without quotation marks is one mistake. */
struct value *value_phone(struct reading *r)
{
	const struct written *written = reading_take(r);
	struct written whole = written_phrase(r, written);

	if (!matches(r->b, FORMAT_PHONE, whole.text)) {
		complain_value(r, MODEL_VALUE, &whole);
		return value_new(r, VALUE_HOLE, written);
	}
	if (whole.span.end == written->span.end)
		return formatted(r, written);
	complain_quotes(r->b, whole.span);
	return value_new(r, VALUE_HOLE, written);
}
