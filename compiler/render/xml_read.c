/*
 * A policy's XML -> the tree of statements that its source would give, in English
 * keywords: one way into the model. Takes untrusted bytes; libxml2 parses them as they
 * come, without a document in memory. Refuses document types (so no entity is ever
 * declared), other vocabularies, unknown elements, and depth beyond a limit.
 */
#include "render/xml_read.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/utf8.h"
#include "render/nodes.h"
#include "render/render.h"

/* Facts nest as deep as the blocks of a source; documents as the author's Markdown. */
enum { FACTS_DEPTH_LIMIT = SYNTAX_DEPTH_LIMIT + 4, DOCUMENT_DEPTH_LIMIT = 10000 };

struct diag *xml_complain(struct xml_reader *r, enum xml_code code, struct span span, struct str name)
{
	struct diag *diag = findings_add(r->findings, &xml_codes[code], span);

	diag_add_arg(r->findings, diag, "name", str_copy(r->arena, name));
	return diag;
}

static void stop(struct xml_reader *r)
{
	r->stopped = true;
	xmlStopParser(r->parser);
}

static struct xml_frame *top(struct xml_reader *r)
{
	return r->frames.n ? &r->frames.v[r->frames.n - 1] : NULL;
}

/* How far the parser is, in bytes of the source. */
static uint32_t offset_now(const struct xml_reader *r)
{
	long at = xmlByteConsumed(r->parser);

	return at < 0 ? 0 : (size_t)at > r->source->text.n ? (uint32_t)r->source->text.n : (uint32_t)at;
}

struct xml_frame *xml_push(struct xml_reader *r, const struct xml_element *element, enum xml_frame_kind kind)
{
	const char *text = r->source->text.s;
	struct xml_frame frame = { .kind = kind, .name = element->name, .tag = element->tag };

	frame.content = element->end + (text[element->end] == '/' ? 2 : 1);
	if (frame.content > r->source->text.n)
		frame.content = (uint32_t)r->source->text.n;
	vec_add(r->arena, &r->frames, frame);
	return top(r);
}

/* --- the outer elements --- */

static void open_root(struct xml_reader *r, const struct xml_element *element, const char *namespace)
{
	struct xml_piece edition = { .text = STR("") };
	struct diag *diag;

	if (strcmp(namespace, XML_NAMESPACE) || !str_is(element->name, "policy")) {
		diag = xml_complain(r, XML_ROOT, element->tag, element->name);
		diag_add_arg(r->findings, diag, "namespace", str_copy(r->arena, str_of(namespace)));
		stop(r);
		return;
	}
	if (!xml_attribute_of(r, element, "edition", &edition) || !str_is(edition.text, "1")) {
		xml_complain(r, XML_EDITION, element->tag, element->name);
		stop(r);
		return;
	}
	xml_push(r, element, XML_IN_POLICY);
}

static void policy_child(struct xml_reader *r, const struct xml_element *element)
{
	if (str_is(element->name, "document")) {
		xml_push(r, element, XML_IN_NODES);
	} else if (str_is(element->name, "facts") && !r->has_facts) {
		r->has_facts = true;
		xml_check_attributes(r, element, NULL, NULL);
		xml_push(r, element, XML_IN_BLOCK)->block = BLOCK_ROOT;
	} else {
		xml_refuse(r, element);
	}
}

static void derived_child(struct xml_reader *r, const struct xml_element *element)
{
	if (str_is(element->name, "right") || str_is(element->name, "authority"))
		xml_push(r, element, XML_IN_LEAF);
	else
		xml_refuse(r, element);
}

/* The text of a document follows from the facts: its elements are known, but not read. */
static void nodes_child(struct xml_reader *r, const struct xml_element *element)
{
	bool known = str_is(element->name, "foreign");

	for (int i = 0; i < DOC_KIND_COUNT && !known; i++)
		known = render_nodes[i].name && str_is(element->name, render_nodes[i].name);
	if (known)
		xml_push(r, element, XML_IN_NODES);
	else
		xml_refuse(r, element);
}

static void refused_child(struct xml_reader *r, const struct xml_element *element)
{
	xml_push(r, element, XML_IN_REFUSED);
}

/* By the frame that an element stands in. */
static void (*const children[])(struct xml_reader *r, const struct xml_element *element) = {
	[XML_IN_POLICY] = policy_child,	  [XML_IN_BLOCK] = xml_block_child,
	[XML_IN_TEXTS] = xml_texts_child, [XML_IN_PERIOD] = xml_period_child,
	[XML_IN_DERIVED] = derived_child, [XML_IN_LEAF] = xml_refuse,
	[XML_IN_NOTHING] = xml_refuse,	  [XML_IN_NODES] = nodes_child,
	[XML_IN_REFUSED] = refused_child,
};

/* --- libxml2's events --- */

/* Characters that no field takes. */
static void check_characters(struct xml_reader *r)
{
	const struct xml_frame *frame = top(r);

	if (frame && frame->kind != XML_IN_LEAF && !str_is_blank(buf_str(&r->characters)))
		xml_complain(r, XML_TEXT, frame->tag, frame->name);
	buf_reset(&r->characters);
}

/* The start tag that the parser has just read: its places in the source. */
static struct xml_element element_here(const struct xml_reader *r, const char *name)
{
	struct str text = r->source->text;
	struct xml_element element = { .end = offset_now(r) };
	uint32_t start = element.end, at;

	while (start && text.s[start] != '<')
		start--;
	element.start = start;
	at = start + 1;
	while (at < element.end && !strchr(" \t\r\n/>", text.s[at]))
		at++;
	element.tag = (struct span) { r->source->number, start + 1, at };
	element.name = str_copy(r->arena, str_of(name));
	return element;
}

/* False with a finding, and the end of the reading, when the element is too deep. */
static bool check_depth(struct xml_reader *r, const struct xml_element *element)
{
	size_t limit = top(r)->kind == XML_IN_NODES ? DOCUMENT_DEPTH_LIMIT : FACTS_DEPTH_LIMIT;

	if (r->frames.n < limit)
		return true;
	diag_add_number(r->findings, xml_complain(r, XML_DEPTH, element->tag, element->name), "limit",
			(long)limit);
	stop(r);
	return false;
}

/* The parameters that libxml2 gives to the event of a start tag. */
#define START_TAG                                                                                            \
	void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,       \
			const xmlChar **declared, int count, int defaulted, const xmlChar **attributes

static void on_start(START_TAG)
{
	struct xml_reader *r = context;
	const char *namespace = uri ? (const char *)uri : "";
	struct xml_element element = element_here(r, (const char *)name);

	(void)prefix, (void)namespaces, (void)declared, (void)defaulted;
	element.attributes = attributes;
	element.attribute_count = count;
	if (!r->frames.n) {
		open_root(r, &element, namespace);
		return;
	}
	check_characters(r);
	if (!check_depth(r, &element))
		return;
	if (strcmp(namespace, XML_NAMESPACE))
		xml_refuse(r, &element);
	else
		children[top(r)->kind](r, &element);
}

/* What stands between the tags of a leaf: the source's own bytes, unless references or
 * line ends stand for others. */
static struct xml_piece leaf_content(struct xml_reader *r, const struct xml_frame *frame)
{
	struct str text = r->source->text;
	uint32_t end = offset_now(r);
	struct xml_piece piece;

	do
		end -= end > frame->content;
	while (end > frame->content && text.s[end] != '<');
	piece.span = (struct span) { r->source->number, frame->content, end };
	piece.text = str_part(text, frame->content, end);
	if (!str_eq(piece.text, buf_str(&r->characters)))
		piece.text = str_copy(r->arena, buf_str(&r->characters));
	return piece;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct xml_reader *r = context;
	struct xml_frame frame;

	(void)name, (void)prefix, (void)uri;
	if (r->stopped || !r->frames.n)
		return;
	frame = *top(r);
	if (frame.kind != XML_IN_LEAF)
		check_characters(r);
	r->frames.n--;
	if (frame.kind == XML_IN_BLOCK)
		xml_block_end(r, &frame);
	else if (frame.leaf)
		frame.leaf(r, &frame, leaf_content(r, &frame));
	if (frame.statement && frame.statement->span.end < offset_now(r))
		frame.statement->span.end = offset_now(r);
	buf_reset(&r->characters);
}

static void on_characters(void *context, const xmlChar *characters, int n)
{
	struct xml_reader *r = context;
	const struct xml_frame *frame = top(r);

	if (frame && frame->kind != XML_IN_NODES && frame->kind != XML_IN_REFUSED)
		buf_add(&r->characters, characters, (size_t)n);
}

/* The character at the offset: where the parser stopped understanding. */
static struct span span_at(const struct xml_reader *r, uint32_t offset)
{
	struct str text = r->source->text;
	size_t end;

	while (offset && offset < text.n && ((unsigned char)text.s[offset] & 0xC0) == 0x80)
		offset--;
	end = offset;
	if (offset < text.n)
		utf8_next(text, &end);
	return (struct span) { r->source->number, offset, (uint32_t)end };
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct xml_reader *r = context;

	(void)public_id, (void)system_id;
	xml_complain(r, XML_DOCTYPE, span_at(r, offset_now(r)), str_of((const char *)name));
	stop(r);
}

static void on_error(void *context, const char *message, ...)
{
	struct xml_reader *r = context;

	(void)message;
	if (r->stopped)
		return;
	xml_complain(r, XML_FORM, span_at(r, offset_now(r)), STR(""));
	stop(r);
}

static void parse(struct xml_reader *r)
{
	const xmlSAXHandler events = { .initialized = XML_SAX2_MAGIC,
				       .startElementNs = on_start,
				       .endElementNs = on_end,
				       .characters = on_characters,
				       .cdataBlock = on_characters,
				       .internalSubset = on_doctype,
				       .error = on_error };
	xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(r->source->text.s, (int)r->source->text.n);

	if (!parser)
		memory_exhausted();
	r->parser = parser;
	/* the text is UTF-8 by now, whatever it declares; the limits are those of this file */
	xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
	*parser->sax = events;
	parser->userData = r;
	xmlParseDocument(parser);
	if (parser->errNo == XML_ERR_NO_MEMORY)
		memory_exhausted();
	xmlFreeParserCtxt(parser);
}

struct tree *render_read_xml(struct arena *arena, const struct source *source, struct findings *findings)
{
	struct xml_reader r = { .arena = arena, .source = source, .findings = findings };

	r.tree = ARENA_NEW(arena, struct tree);
	*r.tree = (struct tree) { .source = source, .edition = 1, .keywords = LANG_EN };
	if (source->text.n)
		parse(&r);
	else
		xml_complain(&r, XML_FORM, span_at(&r, 0), STR(""));
	if (!r.has_facts && !r.stopped && source->text.n)
		xml_complain(&r, XML_FACTS, span_at(&r, 0), STR(""));
	buf_release(&r.characters);
	return r.tree;
}
