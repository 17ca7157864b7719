#!/bin/sh
# A rule that cites both Art. 13 and Art. 14 of the GDPR cites the latter alone where all
# the data concerned come from others than the person.
#   citations.sh POLC
set -u
polc=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# law POLICY RULE TITLE: the articles that the rule's finding about TITLE cites.
law() {
	printf '%s\n' 'polc 1 en' 'policy example { languages en; law FR }' "$1" >"$scratch/example.policy"
	"$polc" check --lang en --as-of 2026-11-21 "$scratch/example.policy" | sed "s/$(printf '\302\240')/ /g" |
		awk -v rule="[$2]" -v title="$3" '
			/^(error|warning|note)/ { found = index($0, rule) && index($0, title) }
			found && sub(/^ *= law: */, "") { print }'
}

wants() {
	[ "$2" = "$3" ] && return
	failed=1
	printf '%s: wanted "%s", got "%s"\n' "$1" "$3" "$2"
}

given='data account { label "Account"; item "Name"; source data-subject }'
found='data directory { label "Directory"; item "Name"; source third-party { named "the trade register"; public yes } }'
offers='purpose offers { label "Offers"; data directory }'
orders='purpose orders { label "Orders"; data account }'
every='purpose all { label "Everything"; data account, directory }'

wants 'all data obtained elsewhere' "$(law "$found
$offers" GDPR-13-1-a '')" 'GDPR Art. 14(1)(a); WP260 rev.01 annex'
wants 'some data given' "$(law "$found
$given
$offers" GDPR-13-1-a '')" 'GDPR Art. 13(1)(a), Art. 14(1)(a); WP260 rev.01 annex'
wants 'no data' "$(law "purpose offers { label \"Offers\" }" GDPR-13-1-a '')" \
	'GDPR Art. 13(1)(a), Art. 14(1)(a); WP260 rev.01 annex'
mixed="$found
$given
$offers
$orders
$every"
wants 'a purpose with data obtained elsewhere' "$(law "$mixed" GDPR-13-2-a Offers)" \
	'GDPR Art. 14(2)(a), Art. 5(1)(e)'
wants 'a purpose with data given' "$(law "$mixed" GDPR-13-2-a Orders)" \
	'GDPR Art. 13(2)(a), Art. 14(2)(a), Art. 5(1)(e)'
wants 'a purpose with both' "$(law "$mixed" GDPR-13-2-a Everything)" \
	'GDPR Art. 13(2)(a), Art. 14(2)(a), Art. 5(1)(e)'

[ $failed -eq 0 ] && echo "citations: Art. 13 or Art. 14, as the data were obtained"
exit $failed
