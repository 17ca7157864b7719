#!/bin/sh
# `polc rules` lists the catalogue of catalogue.txt, "ID level" a line, and nothing else;
# each rule has a citation and a message in both languages, a page in both, and a policy
# in which it fires and one in which it does not. (Help texts: tests/unit/rules_test.c.)
#   catalogue.sh POLC    (from the root of the sources)
set -u
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
failed=0

fail() {
	echo "FAIL catalogue: $*"
	failed=1
}

# list LANG: identifier, level, message and citation of each rule, with tabs between.
list() {
	"$polc" rules --lang "$1" | awk -v OFS='\t' '
	/^[A-Z]/ {
		if (id) print id, level, message, citation
		id = $1; level = $2; citation = ""
		message = $0; sub(/^[^ ]+ +[^ ]+ +/, "", message)
		next
	}
	{ sub(/^ +/, ""); citation = citation $0 }
	END { if (id) print id, level, message, citation }' | sort
}

list en >"$scratch/en"
list fr >"$scratch/fr"
sort "$here/catalogue.txt" >"$scratch/catalogue"
[ "$(wc -l <"$scratch/catalogue")" -eq 127 ] || fail "catalogue.txt: not 127 rules"
cut -d' ' -f1 "$scratch/catalogue" | uniq -d | grep . >"$scratch/twice" && fail "twice: $(cat "$scratch/twice")"
cut -f1,2 "$scratch/en" | tr '\t' ' ' | diff "$scratch/catalogue" - >"$scratch/diff" ||
	fail "missing (<), not of the catalogue (>), or of another level:" "$(grep '^[<>]' "$scratch/diff")"
for lang in fr en; do
	awk -F'\t' '$3 == "" || $4 == "" { print $1 }' "$scratch/$lang" | grep . >"$scratch/bare" &&
		fail "$lang: no message or no citation: $(cat "$scratch/bare")"
done
join -t"$(printf '\t')" "$scratch/fr" "$scratch/en" | awk -F'\t' '$3 == $6 { print $1 }' | grep . >"$scratch/equal" &&
	fail "the same message in both languages: $(cat "$scratch/equal")"
while read -r rule level; do
	for file in "grammar/explain/$rule.fr.md" "grammar/explain/$rule.en.md" \
		"$here/$rule.fires.policy" "$here/$rule.silent.policy"; do
		[ -s "$file" ] || fail "$rule ($level): no $file"
	done
done <"$scratch/catalogue"
for file in grammar/explain/*.md "$here"/*.policy; do
	name=${file##*/}
	grep -q "^${name%%.*} " "$scratch/catalogue" || fail "$file: of no rule of the catalogue"
done
[ $failed -eq 0 ] && echo "catalogue: $(wc -l <"$scratch/catalogue") rules, each complete"
exit $failed
