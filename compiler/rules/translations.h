/*
 * A policy against an older version of itself: texts of which one language has changed
 * and the other has not. Takes two models, adds findings about the newer one. A text is
 * the same text where its declarations, its field and its place in the field's list are.
 * White space and typographic marks are no change.
 */
#ifndef RULES_TRANSLATIONS_H
#define RULES_TRANSLATIONS_H

#include "model/model.h"

enum translation_code {
#define CODE(name, id, level, fr, en, help_fr, help_en) TRANSLATION_##name,
#include "rules/translations.def"
#undef CODE
	TRANSLATION_CODE_COUNT
};

extern const struct code translation_codes[TRANSLATION_CODE_COUNT];

/* `since` names the older version in the findings; a NULL one is a version in which there
 * was no such policy. What the older model holds need not outlive the call. */
void translations_compare(const struct model *now, const struct model *then, struct str since,
			  struct findings *findings);

#endif
