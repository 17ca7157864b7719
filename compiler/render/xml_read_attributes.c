/*
 * The attributes of a start tag. Takes what libxml2 read of them and the tag's bytes,
 * gives each value with its place in the source; refuses those that no schema has.
 */
#include "render/xml_read.h"

#define INSTANCE_NAMESPACE "http://www.w3.org/2001/XMLSchema-instance"

/* libxml2 hands over five pointers an attribute. */
enum { NAME, PREFIX, NAMESPACE, VALUE, VALUE_END, POINTERS };

static const char *part(const struct xml_element *element, int i, int which)
{
	const unsigned char *text = element->attributes[i * POINTERS + which];

	return text ? (const char *)text : "";
}

/* "xml:lang", or the name alone. */
static struct str name_of(struct xml_reader *r, const struct xml_element *element, int i)
{
	const char *prefix = part(element, i, PREFIX);

	if (!*prefix)
		return str_copy(r->arena, str_of(part(element, i, NAME)));
	return str_format(r->arena, "%s:%s", prefix, part(element, i, NAME));
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The next attribute of the tag at or after *at: its name, and the value between its
 * quotation marks. The tag is well-formed, since libxml2 has read it. */
static struct span next_value(struct str tag, size_t *at, struct str *name)
{
	size_t start, end;

	while (*at < tag.n && is_space(tag.s[*at]))
		++*at;
	start = *at;
	while (*at < tag.n && tag.s[*at] != '=' && !is_space(tag.s[*at]))
		++*at;
	*name = str_part(tag, start, *at);
	while (*at < tag.n && tag.s[*at] != '"' && tag.s[*at] != '\'')
		++*at;
	start = *at + 1;
	end = start;
	while (end < tag.n && tag.s[end] != tag.s[*at])
		end++;
	*at = end + 1;
	return (struct span) { 0, (uint32_t)start, (uint32_t)end };
}

/* Where the attribute's value stands; the tag's name when it cannot be told. */
static struct span place_of(const struct xml_reader *r, const struct xml_element *element, struct str wanted)
{
	struct str tag = str_part(r->source->text, element->start, element->end), name;
	size_t at = element->tag.end - element->start;

	while (at < tag.n) {
		struct span span = next_value(tag, &at, &name);
		if (str_eq(name, wanted) && span.end <= tag.n)
			return (struct span) { r->source->number, element->start + span.start,
					       element->start + span.end };
	}
	return element->tag;
}

bool xml_attribute_of(struct xml_reader *r, const struct xml_element *element, const char *name,
		      struct xml_piece *piece)
{
	for (int i = 0; i < element->attribute_count; i++) {
		const char *value = part(element, i, VALUE), *end = part(element, i, VALUE_END);
		struct str text = { value, (size_t)(end - value) };
		struct str written = name_of(r, element, i), own;

		if (!str_is(written, name))
			continue;
		piece->span = place_of(r, element, written);
		own = str_part(r->source->text, piece->span.start, piece->span.end);
		piece->text = str_eq(own, text) ? own : str_copy(r->arena, text);
		return true;
	}
	return false;
}

bool xml_attribute_needed(struct xml_reader *r, const struct xml_element *element, const char *name,
			  struct xml_piece *piece)
{
	struct diag *diag;

	if (xml_attribute_of(r, element, name, piece))
		return true;
	diag = xml_complain(r, XML_NO_ATTRIBUTE, element->tag, element->name);
	diag_add_arg(r->findings, diag, "attribute", str_of(name));
	return false;
}

void xml_check_attributes(struct xml_reader *r, const struct xml_element *element, const char *first,
			  const char *second)
{
	for (int i = 0; i < element->attribute_count; i++) {
		struct str name = name_of(r, element, i);
		struct diag *diag;

		if ((first && str_is(name, first)) || (second && str_is(name, second)) ||
		    !strcmp(part(element, i, NAMESPACE), INSTANCE_NAMESPACE))
			continue;
		diag = xml_complain(r, XML_ATTRIBUTE, place_of(r, element, name), element->name);
		diag_add_arg(r->findings, diag, "attribute", name);
	}
}
