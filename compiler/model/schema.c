/*
 * The tables of schema.h, filled from grammar/, and their look-up. Takes folded
 * keywords, gives rows; knows no file and no model. A word is compared with its
 * row as it is folded, so that nothing has to be prepared.
 */
#include "model/schema.h"

#define LENGTHS(fr, en)                                                                                      \
	{                                                                                                    \
		sizeof(fr) - 1, sizeof(en) - 1                                                               \
	}

const struct field_row schema_fields[FIELD_COUNT] = {
#define BLOCK(b, fr, en)
#define FIELD(b, f, fr_word, en_word, type, flags, of, fr, en)                                               \
	[b##_##f] = { BLOCK_##b, { fr_word, en_word }, LENGTHS(fr_word, en_word), (type), (flags),           \
		      (of),	 WORDS(fr, en) },
#include "grammar/fields.def"
#undef BLOCK
#undef FIELD
};

const struct word_row schema_words[WORD_COUNT] = {
	[WORD_NONE] = { VOCABULARY_NONE, { "", "" }, { 0, 0 }, WORDS("", "") },
#define VOCABULARY(v, fr, en)
#define WORD(v, w, fr_word, en_word, fr_label, en_label)                                                     \
	[WORD_##v##_##w] = {                                                                                 \
		VOCABULARY_##v, { fr_word, en_word }, LENGTHS(fr_word, en_word), WORDS(fr_label, en_label)   \
	},
#include "grammar/vocabularies.def"
#undef VOCABULARY
#undef WORD
};

const unsigned char schema_slots[FIELD_COUNT] = {
#define BLOCK(b, fr, en)
#define FIELD(b, f, fr_word, en_word, type, flags, of, fr, en) [b##_##f] = b##_##f - FIRST_##b,
#include "grammar/fields.def"
#undef BLOCK
#undef FIELD
};

/* One member a row: the size of words_of_BASIS is the number of that vocabulary's
 * words, and the size of fields_of_PURPOSE that of the block's fields. */
struct words_of_NONE {
	char none;
#define VOCABULARY(v, fr, en)                                                                                \
	}                                                                                                    \
	;                                                                                                    \
	struct words_of_##v {
#define WORD(v, w, fr_word, en_word, fr_label, en_label) char w;
#include "grammar/vocabularies.def"
#undef VOCABULARY
#undef WORD
};

struct fields_of_NONE {
	char none;
#define BLOCK(b, fr, en)                                                                                     \
	}                                                                                                    \
	;                                                                                                    \
	struct fields_of_##b {
#define FIELD(b, f, fr_word, en_word, type, flags, of, fr, en) char f;
#include "grammar/fields.def"
#undef BLOCK
#undef FIELD
};

/* The first word of each vocabulary, by the same trick as FIRST_PURPOSE. */
enum vocabulary_start {
	BEFORE_ALL,
#define VOCABULARY(v, fr, en)				 START_##v, BEFORE_START_##v = START_##v - 1,
#define WORD(v, w, fr_word, en_word, fr_label, en_label) PLACE_##v##_##w,
#include "grammar/vocabularies.def"
#undef VOCABULARY
#undef WORD
};

static const struct vocabulary_row vocabularies[VOCABULARY_COUNT] = {
	[VOCABULARY_NONE] = { WORDS("", ""), WORD_NONE, 0 },
#define VOCABULARY(v, fr, en)                                                                                \
	[VOCABULARY_##v] = { WORDS(fr, en), (enum word)START_##v, sizeof(struct words_of_##v) },
#define WORD(v, w, fr_word, en_word, fr_label, en_label)
#include "grammar/vocabularies.def"
#undef VOCABULARY
#undef WORD
};

static const struct block_row blocks[BLOCK_COUNT] = {
	[BLOCK_NONE] = { "", WORDS("", ""), (enum field)0, 0 },
#define BLOCK(b, fr, en) [BLOCK_##b] = { #b, WORDS(fr, en), FIRST_##b, sizeof(struct fields_of_##b) },
#define FIELD(b, f, fr_word, en_word, type, flags, of, fr, en)
#include "grammar/fields.def"
#undef BLOCK
#undef FIELD
};

const struct block_row *schema_block(enum block block)
{
	return &blocks[block];
}

const struct vocabulary_row *schema_vocabulary(enum vocabulary vocabulary)
{
	return &vocabularies[vocabulary];
}

/* U+00E0 to U+00FF without their accents: keywords are in lower case. */
static const char plain_letters[] = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";

/* The folded form of the word's next letter, one or two bytes; moves *word on. */
static struct str next_letter(const char **word)
{
	const unsigned char *at = (const unsigned char *)*word;

	*word += at[0] < 0x80 ? 1 : 2;
	if (at[0] == 0xC3)
		return (struct str) { &plain_letters[at[1] - 0xA0], 1 };
	if (at[0] == 0xC5)
		return STR("oe");
	return (struct str) { (const char *)at, 1 };
}

bool schema_is(const char *word, struct str folded)
{
	size_t i = 0;

	while (*word) {
		struct str letter;
		if (i == folded.n)
			return false;
		if ((unsigned char)*word < 0x80) {
			if (*word++ != folded.s[i++])
				return false;
			continue;
		}
		letter = next_letter(&word);
		for (size_t k = 0; k < letter.n; k++, i++) {
			if (i == folded.n || folded.s[i] != letter.s[k])
				return false;
		}
	}
	return i == folded.n;
}

/* Words are never empty. */
static bool is_exactly(const char *word, size_t length, struct str written)
{
	return length == written.n && *word == *written.s && memcmp(word, written.s, length) == 0;
}

static int exact_field_among(enum block block, struct str written, enum lang lang)
{
	int end = (int)blocks[block].first + (int)blocks[block].n;

	for (int field = (int)blocks[block].first; field < end; field++) {
		if (is_exactly(schema_fields[field].word[lang], schema_fields[field].length[lang], written))
			return field;
	}
	return -1;
}

int schema_field_exactly(enum block block, struct str written, enum lang lang)
{
	int field = exact_field_among(block, written, lang);

	return field < 0 ? exact_field_among(BLOCK_ANY, written, lang) : field;
}

enum word schema_word_exactly(enum vocabulary vocabulary, struct str written, enum lang lang)
{
	const struct word_row *first = &schema_words[vocabularies[vocabulary].first];

	for (unsigned i = 0; i < vocabularies[vocabulary].n; i++) {
		if (is_exactly(first[i].word[lang], first[i].length[lang], written))
			return (enum word)(vocabularies[vocabulary].first + i);
	}
	return WORD_NONE;
}

/* Most words differ in their first letter. */
static inline bool is_folded_as(const char *word, struct str folded)
{
	bool ascii = (unsigned char)*word < 0x80;

	return !(ascii && folded.n && *word != *folded.s) && schema_is(word, folded);
}

static int field_among(enum block block, struct str folded, enum lang lang)
{
	int end = (int)blocks[block].first + (int)blocks[block].n;

	for (int field = (int)blocks[block].first; field < end; field++) {
		if (is_folded_as(schema_fields[field].word[lang], folded))
			return field;
	}
	return -1;
}

int schema_field(enum block block, struct str folded, enum lang lang)
{
	int field = field_among(block, folded, lang);

	return field < 0 ? field_among(BLOCK_ANY, folded, lang) : field;
}

enum word schema_word(enum vocabulary vocabulary, struct str folded, enum lang lang)
{
	const struct vocabulary_row *row = &vocabularies[vocabulary];

	for (unsigned i = 0; i < row->n; i++) {
		enum word word = (enum word)((unsigned)row->first + i);
		if (is_folded_as(schema_words[word].word[lang], folded))
			return word;
	}
	return WORD_NONE;
}
