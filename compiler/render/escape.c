/*
 * The escaping tables of HTML and XML, and the loop that applies a table. Takes
 * valid UTF-8; a lead byte that may begin a forbidden code point stops the run
 * for a closer look, every other byte is settled by its row.
 */
#include "render/escape.h"

#include "base/utf8.h"

static const char look_closer[] = "";

/* Every C0 control but tab and the line ends, and DEL; then the lead bytes of
 * C1 controls and of noncharacters. */
#define FORBIDDEN                                                                                            \
	[0x00] = ESCAPE_REPLACEMENT, [0x01] = ESCAPE_REPLACEMENT, [0x02] = ESCAPE_REPLACEMENT,               \
	[0x03] = ESCAPE_REPLACEMENT, [0x04] = ESCAPE_REPLACEMENT, [0x05] = ESCAPE_REPLACEMENT,               \
	[0x06] = ESCAPE_REPLACEMENT, [0x07] = ESCAPE_REPLACEMENT, [0x08] = ESCAPE_REPLACEMENT,               \
	[0x0B] = ESCAPE_REPLACEMENT, [0x0C] = ESCAPE_REPLACEMENT, [0x0E] = ESCAPE_REPLACEMENT,               \
	[0x0F] = ESCAPE_REPLACEMENT, [0x10] = ESCAPE_REPLACEMENT, [0x11] = ESCAPE_REPLACEMENT,               \
	[0x12] = ESCAPE_REPLACEMENT, [0x13] = ESCAPE_REPLACEMENT, [0x14] = ESCAPE_REPLACEMENT,               \
	[0x15] = ESCAPE_REPLACEMENT, [0x16] = ESCAPE_REPLACEMENT, [0x17] = ESCAPE_REPLACEMENT,               \
	[0x18] = ESCAPE_REPLACEMENT, [0x19] = ESCAPE_REPLACEMENT, [0x1A] = ESCAPE_REPLACEMENT,               \
	[0x1B] = ESCAPE_REPLACEMENT, [0x1C] = ESCAPE_REPLACEMENT, [0x1D] = ESCAPE_REPLACEMENT,               \
	[0x1E] = ESCAPE_REPLACEMENT, [0x1F] = ESCAPE_REPLACEMENT, [0x7F] = ESCAPE_REPLACEMENT,               \
	[0xC2] = look_closer, [0xEF] = look_closer, [0xF0] = look_closer, [0xF1] = look_closer,              \
	[0xF2] = look_closer, [0xF3] = look_closer, [0xF4] = look_closer

#define MARKUP ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;"

const char *const escape_control[256] = { FORBIDDEN };
const char *const escape_html[256] = { FORBIDDEN, MARKUP, ['"'] = "&quot;", ['\r'] = "" };
const char *const escape_xml[256] = { FORBIDDEN, MARKUP, ['\r'] = "&#13;" };
const char *const escape_xml_attribute[256] = {
	FORBIDDEN, MARKUP, ['"'] = "&quot;", ['\r'] = "&#13;", ['\n'] = "&#10;", ['\t'] = "&#9;",
};

size_t escape_forbidden_at(struct str text, size_t i)
{
	const unsigned char *s = (const unsigned char *)text.s + i;
	size_t left = text.n - i;

	if (s[0] == 0xC2)
		return left >= 2 && s[1] < 0xA0 ? 2 : 0;
	if (s[0] == 0xEF && left >= 3) {
		bool last = s[1] == 0xBF && s[2] >= 0xBE;
		return last || (s[1] == 0xB7 && s[2] >= 0x90 && s[2] <= 0xAF) ? 3 : 0;
	}
	if (s[0] >= 0xF0 && left >= 4)
		return (s[1] & 0x0F) == 0x0F && s[2] == 0xBF && s[3] >= 0xBE ? 4 : 0;
	return 0;
}

void escape_add(struct buf *out, struct str text, const char *const table[256])
{
	size_t done = 0;

	for (size_t i = utf8_skip_plain(text, 0); i < text.n; i++) {
		const char *to = table[(unsigned char)text.s[i]];
		size_t taken = 1;

		if (!to)
			continue;
		if (to == look_closer) {
			taken = escape_forbidden_at(text, i);
			if (!taken) {
				i = utf8_skip_plain(text, i + 1) - 1;
				continue;
			}
			to = ESCAPE_REPLACEMENT;
		}
		buf_add(out, text.s + done, i - done);
		buf_add_text(out, to);
		done = i + taken;
		i = utf8_skip_plain(text, done) - 1;
	}
	buf_add(out, text.s + done, text.n - done);
}
