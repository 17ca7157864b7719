/*
 * The words of the language as enumerations, from the tables of grammar/: its
 * vocabularies and their words, its blocks and their fields. Nothing else lists them.
 */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

enum vocabulary {
	VOCABULARY_NONE,
#define VOCABULARY(v, fr, en) VOCABULARY_##v,
#define WORD(v, w, fr_word, en_word, fr_label, en_label)
#include "grammar/vocabularies.def"
#undef VOCABULARY
#undef WORD
	VOCABULARY_COUNT
};

/* Every word of every vocabulary: WORD_BASIS_CONSENT. WORD_NONE: not said. */
enum word {
	WORD_NONE,
#define VOCABULARY(v, fr, en)
#define WORD(v, w, fr_word, en_word, fr_label, en_label) WORD_##v##_##w,
#include "grammar/vocabularies.def"
#undef VOCABULARY
#undef WORD
	WORD_COUNT
};

enum block {
	BLOCK_NONE,
#define BLOCK(b, fr, en) BLOCK_##b,
#define FIELD(b, f, fr_word, en_word, type, flags, of, fr, en)
#include "grammar/fields.def"
#undef BLOCK
#undef FIELD
	BLOCK_COUNT
};

/* Every field of every block: PURPOSE_LABEL. FIRST_PURPOSE is the block's first. */
enum field {
#define BLOCK(b, fr, en)				       FIRST_##b, BEFORE_##b = FIRST_##b - 1,
#define FIELD(b, f, fr_word, en_word, type, flags, of, fr, en) b##_##f,
#include "grammar/fields.def"
#undef BLOCK
#undef FIELD
	FIELD_COUNT
};

#endif
