#!/bin/sh
# Three published policies give exactly the findings that a lawyer's reading of them
# lists in gold.<policy>, "RULE COUNT" a line, for the rules that exist.
# Bilingual consistency and sentence length depend on the translation: left out. Of hedging
# words, one finding a field, minimum.<policy> lists those that must be among them.
#   gold.sh POLC
set -u
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0
"$1" rules --lang en | awk '/^[A-Z]/ { print $1 }' | sort >"$scratch/rules"
for gold in "$here"/gold.*.txt; do
	name=$(basename "$gold" .txt)
	name=${name#gold.}
	"$1" check --as-of 2026-11-21 --lang en --report line "policies-src/$name/$name.policy" |
		sed -n 's/^[^[]*\[\([A-Z0-9a-z-]*\)\].*/\1/p' | grep -vE '^(BIL-|READ-SENT|WP260-VAGUE)' |
		sort | uniq -c | awk '{ print $2, $1 }' | sort >"$scratch/actual"
	grep -v '^#' "$gold" | sort | join - "$scratch/rules" >"$scratch/expected"
	diff -u "$scratch/expected" "$scratch/actual" || status=1
done
for minimum in "$here"/minimum.*.txt; do
	name=$(basename "$minimum" .txt)
	name=${name#minimum.}
	"$1" check --as-of 2026-11-21 --lang en --report line "policies-src/$name/$name.policy" |
		sed -n "s/.*\[WP260-VAGUE\]: hedging word '\(.*\)' in '\(.*\)'$/\1 | \2/p" | sort >"$scratch/actual"
	grep -v '^#' "$minimum" | sort >"$scratch/expected"
	comm -23 "$scratch/expected" "$scratch/actual" >"$scratch/missing"
	[ -s "$scratch/missing" ] && sed "s/^/$name: no finding of WP260-VAGUE: /" "$scratch/missing" && status=1
done
[ $status -eq 0 ] && echo "gold: the findings are those of the reading"
exit $status
