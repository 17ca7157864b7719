/*
 * What a typed policy is made of: dates, durations, periods, texts, values and the
 * objects that hold them, all in the unit arena and constant once built.
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/date.h"
#include "model/schema.h"
#include "syntax/syntax.h"

struct country; /* law/law.h */

/* Yes, no, not said: silence is never taken for a no. */
enum tri { TRI_UNKNOWN, TRI_NO, TRI_YES };

enum unit { UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };
struct duration {
	long count;
	enum unit unit;
};

enum period_kind { PERIOD_AFTER, PERIOD_DURING, PERIOD_UNTIL, PERIOD_CRITERIA, PERIOD_INDEFINITE };
enum bound { BOUND_NONE, BOUND_AT_MOST, BOUND_AT_LEAST };
struct period {
	enum period_kind kind;
	enum bound bound;
	struct duration duration; /* PERIOD_AFTER: count > 0 */
	struct value *events;	  /* references to events; PERIOD_AFTER without one: no starting point said */
	enum word from;		  /* WORD_PERIOD_START_*: counted from the end of that year */
	struct text *criteria;	  /* PERIOD_CRITERIA */
};

/* A text that readers see. in[] is empty where the language is not given. */
struct text {
	struct str in[LANG_COUNT];
	const struct written *origin[LANG_COUNT]; /* NULL for built-in texts */
	bool braces; /* some '{' stands in a language: there may be a cross-reference */
};

enum value_kind {
	VALUE_HOLE, /* unreadable, reported already: counts as said */
	VALUE_TODO, /* `todo`: counts as not said */
	VALUE_TEXT,
	VALUE_NAME, /* names, laws, urls, e-mails, phones, identifiers of rules and clauses */
	VALUE_WORD, /* choices */
	VALUE_FLAG,
	VALUE_REFERENCE,
	VALUE_DATE,
	VALUE_DURATION,
	VALUE_PERIOD,
	VALUE_COUNTRY,
	VALUE_INTEGER,
	VALUE_LANGUAGE,
	VALUE_OBJECT
};

struct value {
	enum value_kind kind;
	struct span span;
	const struct written *origin; /* the value as written, or NULL */
	struct value *next;	      /* of the same field */
	union {
		struct text *text; /* also the reason of a VALUE_TODO */
		struct str name;
		enum word word;
		bool flag;
		struct object *reference;
		struct date date;
		struct duration duration;
		struct period *period;
		const struct country *country;
		long integer;
		enum lang lang;
		struct object *object;
	} as;
};

struct object {
	enum block block;
	struct str id; /* NFC; "" when the block is not named */
	struct span id_span;
	struct span span;    /* the whole declaration */
	struct span keyword; /* its keyword: where a finding about it points */
	struct object *parent;
	struct value **slots; /* by field - first of the block; NULL: not said (what lies
			       * behind them is build.c's own) */
	struct value *notes;  /* `note`: internal, never printed */
	struct value *allows; /* `allow`: objects of BLOCK_ALLOW */
	uint32_t number;      /* from 1 in its block kind, as declared; built-in ones: 0 */
	bool built_in;	      /* an event or authority of polc's own tables */
};

#endif
