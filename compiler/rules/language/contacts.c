/*
 * E-mail addresses, web addresses and telephone numbers of a text, and what two spellings
 * of one have in common: an address without case, scheme and language, a telephone number
 * by its last digits, national or with its country.
 */
#include <string.h>

#include "base/buf.h"
#include "rules/language/values.h"

#define PHONE_DIGITS	       9 /* that tell a number from others, from the right */
#define SHORTEST_NATIONAL      9
#define USUAL_NATIONAL	       10
#define LONGEST_NATIONAL       11
#define SHORTEST_INTERNATIONAL 8
#define LONGEST_INTERNATIONAL  16 /* with a 0 in brackets */

static bool is_mail_char(char c)
{
	return byte_is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/* email = local part, "@", domain ; the end, or i. */
static size_t email_end(struct str text, size_t i)
{
	size_t at = i, end;

	if (i > 0 && is_mail_char(text.s[i - 1]))
		return i;
	while (at < text.n && is_mail_char(text.s[at]))
		at++;
	if (at == i || at == text.n || text.s[at] != '@')
		return i;
	end = ++at;
	while (end < text.n && (byte_is_alnum(text.s[end]) || text.s[end] == '.' || text.s[end] == '-'))
		end++;
	while (end > at && !byte_is_alnum(text.s[end - 1]))
		end--;
	return end > at ? end : i;
}

static bool ends_url(char c)
{
	if (byte_is_alnum(c) || c == '/' || c == '.' || c == '-')
		return false;
	return (unsigned char)c <= ' ' || strchr("<>()[]{}\"`|\\", c) != NULL;
}

/* The end of the address that begins with a scheme or www., or i. */
static size_t url_end(struct str text, size_t i)
{
	static const char *const starts[] = { "https://", "http://", "www.", "mailto:", "tel:" };
	struct str rest = str_part(text, i, text.n);
	char second = rest.n > 1 ? rest.s[1] : '\0';
	size_t n = 0, end;

	if (second != 't' && second != 'w' && second != 'a' && second != 'e')
		return i;
	for (size_t k = 0; k < sizeof(starts) / sizeof(starts[0]) && !n; k++)
		n = str_has_prefix(rest, starts[k]) ? strlen(starts[k]) : 0;
	end = i + n;
	while (n && end < text.n && !ends_url(text.s[end]) && (unsigned char)text.s[end] != 0xC2 &&
	       (unsigned char)text.s[end] != 0xE2)
		end++;
	while (end > i + n && strchr(".,;:!?'*_", text.s[end - 1]))
		end--;
	return end > i + n ? end : i;
}

/* The length of what may stand between the digits of a telephone number: at most one
 * sign and a space around it. */
static size_t phone_gap(struct str text, size_t i)
{
	size_t start = i;

	for (int n = 0; n < 3 && i < text.n; n++) {
		if (text.s[i] == ' ' || text.s[i] == '.' || text.s[i] == '-' || text.s[i] == '(' ||
		    text.s[i] == ')')
			i++;
		else if (str_has_prefix(str_part(text, i, text.n), "\u00A0"))
			i += 2;
		else if (str_has_prefix(str_part(text, i, text.n), "\u202F"))
			i += 3;
		else
			break;
	}
	return i - start;
}

/* phone = [ "+" | "00" | "0" ], digits in groups ; the end, or i. What follows a national
 * number of ten digits, as a postcode may, is none of it. */
static size_t phone_end(struct str text, size_t i)
{
	bool international = text.s[i] == '+' || str_has_prefix(str_part(text, i, text.n), "00");
	size_t at = i + (text.s[i] == '+'), end = i, usual_end = i, digits = 0, gap = 0;

	while (at + gap < text.n && byte_is_digit(text.s[at + gap]) && digits <= LONGEST_INTERNATIONAL) {
		end = at + gap + 1;
		at = end;
		if (++digits == USUAL_NATIONAL)
			usual_end = end;
		gap = phone_gap(text, at);
	}
	if (!international && digits > LONGEST_NATIONAL)
		end = usual_end;
	else if (digits < (international ? SHORTEST_INTERNATIONAL : SHORTEST_NATIONAL))
		return i;
	return end < text.n && byte_is_alnum(text.s[end]) ? i : end;
}

static bool begins_word(struct str text, size_t i)
{
	return i == 0 || !(byte_is_alnum(text.s[i - 1]) || (unsigned char)text.s[i - 1] >= 0xC3);
}

bool contact_at(struct str text, size_t i, bool has_at, enum contact_kind *kind, size_t *end)
{
	char c = text.s[i];

	if (!begins_word(text, i))
		return false;
	if (c == 'h' || c == 'w' || c == 'm' || c == 't') {
		*kind = CONTACT_URL;
		*end = url_end(text, i);
		if (*end > i)
			return true;
	}
	if (has_at && is_mail_char(c)) {
		*kind = CONTACT_EMAIL;
		*end = email_end(text, i);
		if (*end > i)
			return true;
	}
	*kind = CONTACT_PHONE;
	*end = c == '+' || c == '0' ? phone_end(text, i) : i;
	return *end > i;
}

/* --- keys --- */

static void add_lower(struct buf *key, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_add_char(key, byte_lower(s.s[i]));
}

/* The last digits; "(0)" and the 0 of national numbers fall away. */
static void add_phone_key(struct buf *key, struct str phone)
{
	size_t start = key->n, extra;

	for (size_t i = 0; i < phone.n; i++) {
		if (str_has_prefix(str_part(phone, i, phone.n), "(0)"))
			i += 2;
		else if (byte_is_digit(phone.s[i]) && (key->n > start || phone.s[i] != '0'))
			buf_add_char(key, phone.s[i]);
	}
	if (key->n - start <= PHONE_DIGITS)
		return;
	extra = key->n - start - PHONE_DIGITS;
	memmove(key->s + start, key->s + start + extra, PHONE_DIGITS);
	key->n -= extra;
}

/* "fr", "en", "fr-fr", "en_GB": a part of an address that names a language. */
static bool is_language(struct str part)
{
	enum lang lang;

	if (part.n == 5 && (part.s[2] == '-' || part.s[2] == '_'))
		part.n = 2;
	return part.n == 2 &&
	       !lang_of_tag((char[]) { byte_lower(part.s[0]), byte_lower(part.s[1]), 0 }, 2, &lang);
}

static bool parts_address(char c)
{
	return c == '/' || c == '?' || c == '&' || c == '=' || c == '#' || c == '.';
}

/* Host and path in lower case, without the parts that name a language, but for the end
 * of the host ("example.fr") . */
static void add_url_key(struct buf *key, struct str url)
{
	size_t scheme = str_find(url, "://", 0), start, host;

	url = scheme < url.n ? str_part(url, scheme + 3, url.n) : url;
	if (str_has_prefix(url, "www."))
		url = str_part(url, 4, url.n);
	if (str_has_prefix(url, "mailto:"))
		url = str_part(url, 7, url.n);
	host = 0;
	while (host < url.n && url.s[host] != '/' && url.s[host] != '?')
		host++;
	for (start = 0; start < url.n;) {
		size_t end = start;
		struct str part;

		while (end < url.n && !parts_address(url.s[end]))
			end++;
		part = str_part(url, start, end);
		if (!is_language(part) || (start > 0 && start < host)) {
			buf_add_char(key, start < host ? '.' : '/');
			add_lower(key, part);
		}
		start = end + 1;
	}
	while (key->n && key->s[key->n - 1] == '/')
		key->n--;
}

static struct str contact_key(struct arena *arena, struct str said, enum contact_kind kind)
{
	struct buf key = BUF_INIT;
	struct str made;

	if (kind == CONTACT_PHONE)
		add_phone_key(&key, said);
	else if (kind == CONTACT_EMAIL)
		add_lower(&key, said);
	else
		add_url_key(&key, said);
	made = str_copy(arena, buf_str(&key));
	buf_release(&key);
	return made;
}

/* What the contact really is: mailto: and tel: lead to addresses of their own kind. */
static void add_contact(struct arena *arena, struct str text, struct contact contact,
			struct contacts *contacts)
{
	struct str said = str_part(text, contact.place.start, contact.place.end);
	static const struct {
		const char *scheme;
		enum contact_kind kind;
	} links[] = { { "mailto:", CONTACT_EMAIL }, { "tel:", CONTACT_PHONE } };

	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++) {
		if (contact.kind != CONTACT_URL || !str_has_prefix(said, links[i].scheme))
			continue;
		contact.kind = links[i].kind;
		contact.place.start += strlen(links[i].scheme);
		said = str_part(said, strlen(links[i].scheme), str_find(said, "?", 0));
	}
	contact.key = contact_key(arena, said, contact.kind);
	vec_add(arena, &contacts->list, contact);
}

/* Bytes that some contact holds near its start, and prose seldom. */
static bool is_sign(char c)
{
	return c == ':' || c == '.' || c == '@' || c == '+' || c == '0';
}

/* Where the contact begins that the sign at i belongs to, not before `from`; i: none does. */
static size_t start_of(struct str text, size_t from, size_t i)
{
	static const struct {
		char sign;
		struct str before;
	} starts[] = {
		{ ':', { "https", 5 } }, { ':', { "http", 4 } }, { ':', { "mailto", 6 } },
		{ ':', { "tel", 3 } },	 { '.', { "www", 3 } },
	};
	size_t start = i;

	for (size_t k = 0; k < sizeof(starts) / sizeof(starts[0]); k++) {
		size_t n = starts[k].before.n;

		if (text.s[i] == starts[k].sign && i >= from + n &&
		    !memcmp(text.s + i - n, starts[k].before.s, n))
			return i - n;
	}
	while (text.s[i] == '@' && start > from && is_mail_char(text.s[start - 1]))
		start--;
	return start;
}

void contacts_read(struct arena *arena, struct str text, struct contacts *contacts)
{
	size_t from = 0;

	contacts->list.n = 0;
	for (size_t i = 0; i < text.n; i++) {
		struct contact contact;
		size_t start;

		if (!is_sign(text.s[i]))
			continue;
		start = start_of(text, from, i);
		contact.place.start = start;
		if (!contact_at(text, start, text.s[i] == '@', &contact.kind, &contact.place.end))
			continue;
		add_contact(arena, text, contact, contacts);
		from = contact.place.end;
		i = from - 1;
	}
}
