/*
 * One transfer: whether Chapter V governs it, its destination, its name in findings.
 * Takes a TRANSFER object, which stands in a recipient, in `transfers` or in a
 * `processor-role`.
 */
#include "law/law.h"
#include "rules/gdpr/transfers.h"

const struct country *transfer_country(const struct object *transfer)
{
	const struct value *value = object_value(transfer, TRANSFER_COUNTRY);

	return value && value->kind == VALUE_COUNTRY ? value->as.country : NULL;
}

bool country_is_outside(const struct rules_run *run, const struct country *country)
{
	return country && !law_is_within_eea(str_of(country->code), run->options->as_of);
}

bool transfer_is_governed(const struct rules_run *run, const struct object *transfer)
{
	const struct country *country = transfer_country(transfer);

	return transfer->parent->block != BLOCK_PROCESSOR_ROLE &&
	       (!country || country_is_outside(run, country));
}

static const struct object *recipient_of(const struct object *transfer)
{
	if (transfer->parent->block == BLOCK_RECIPIENT)
		return transfer->parent;
	return object_object(transfer, TRANSFER_RECIPIENT);
}

static struct rule_item quoted(struct rules_run *run, const struct object *object)
{
	struct str fr = rule_quote(run, object_title(object, LANG_FR));
	struct str en = rule_quote(run, object_title(object, LANG_EN));

	return (struct rule_item) { { str_format(run->arena, "« %.*s »", STR_ARGS(fr)),
				      str_format(run->arena, "'%.*s'", STR_ARGS(en)) } };
}

struct rule_item transfer_importer(struct rules_run *run, const struct object *transfer)
{
	const struct object *recipient = recipient_of(transfer);

	return recipient ? quoted(run, recipient)
			 : (struct rule_item) { { STR("l'importateur"), STR("the importer") } };
}

/* The recipient, else what is sent. */
static struct rule_item about(struct rules_run *run, const struct object *transfer)
{
	const struct object *recipient = recipient_of(transfer);
	struct rule_item item = { { STR(""), STR("") } };

	if (recipient) {
		item = quoted(run, recipient);
		item.in[LANG_FR] = str_join(run->arena, STR(" vers "), item.in[LANG_FR]);
		item.in[LANG_EN] = str_join(run->arena, STR(" to "), item.in[LANG_EN]);
	} else if (object_has(transfer, TRANSFER_LABEL)) {
		item = quoted(run, transfer);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			item.in[lang] = str_join(run->arena, STR(" "), item.in[lang]);
	}
	return item;
}

/* "en Inde", "in India" where a recipient is; "to India" where none is known: French
 * says both alike. */
static struct rule_item destination(struct rules_run *run, const struct country *country, bool known)
{
	struct str in = str_of(country->in.in[LANG_EN]);
	struct rule_item item = { { str_of(country->in.in[LANG_FR]), in } };

	if (!known)
		item.in[LANG_EN] = str_join(run->arena, STR("to "), str_part(in, STR("in ").n, in.n));
	return item;
}

struct rule_item transfer_name(struct rules_run *run, const struct object *transfer)
{
	static const struct words transfers = WORDS("le transfert", "the transfer");
	const struct country *country = transfer_country(transfer);
	struct rule_item name = about(run, transfer), where;

	if (country)
		where = destination(run, country, recipient_of(transfer));
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		name.in[lang] = str_join(run->arena, str_of(transfers.in[lang]), name.in[lang]);
		if (country)
			name.in[lang] = str_format(run->arena, "%.*s %.*s", STR_ARGS(name.in[lang]),
						   STR_ARGS(where.in[lang]));
	}
	return name;
}
