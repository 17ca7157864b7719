/*
 * Text into JSON values and values into text, by jansson.
 */
#include "report/encode.h"

#include <assert.h>

#include "base/utf8.h"

void encode_init(void)
{
	json_set_alloc_funcs(memory_alloc, memory_free);
}

json_t *encode_str(struct str text)
{
	struct buf visible = BUF_INIT;
	json_t *value;

	if (utf8_invalid_at(text) == text.n)
		return json_stringn_nocheck(text.s, text.n);
	report_add_visible(&visible, text);
	value = json_stringn_nocheck(visible.s, visible.n);
	buf_release(&visible);
	return value;
}

json_t *encode_buf(struct buf *text)
{
	json_t *value = text->n ? encode_str(buf_str(text)) : json_null();

	buf_release(text);
	return value;
}

static int add_bytes(const char *bytes, size_t n, void *out)
{
	buf_add(out, bytes, n);
	return 0;
}

void encode_add(struct buf *out, json_t *value)
{
	assert(value);
	json_dump_callback(value, add_bytes, out, JSON_COMPACT | JSON_ENCODE_ANY);
	json_decref(value);
}

void encode_separate(struct report *report)
{
	if (report->items++)
		buf_add_char(&report->out, ',');
	buf_add_char(&report->out, '\n');
}
