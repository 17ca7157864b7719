/*
 * The look-up of keywords as authors write them. Takes their bytes, gives fields and
 * languages; folds, which costs, only what the tables do not have as it stands.
 */
#include "model/keyword.h"

int keyword_field(const struct builder *b, enum block block, struct str keyword, struct str *folded)
{
	int field = schema_field_exactly(block, keyword, b->lang);

	if (field >= 0)
		return field;
	*folded = utf8_fold(b->arena, keyword);
	return schema_field(block, *folded, b->lang);
}

bool keyword_may_begin(struct str text, char letter)
{
	unsigned char first = text.n ? (unsigned char)*text.s : '\0';

	return first >= 0x80 || (first | 0x20) == letter;
}

bool keyword_is_language(const struct builder *b, struct str keyword, enum lang *lang)
{
	if (lang_of_tag(keyword.s, keyword.n, lang) == 0)
		return true;
	if (!keyword_may_begin(keyword, 'f') && !keyword_may_begin(keyword, 'e'))
		return false;
	keyword = utf8_fold(b->arena, keyword);
	return lang_of_tag(keyword.s, keyword.n, lang) == 0;
}
