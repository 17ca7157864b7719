#!/bin/sh
# Golden tests: beside x.policy, each file x.SUFFIX that exists is what polc must
# give for it; a new one is declared by an empty file.  golden.sh [--bless] POLC
# x.errors holds the errors of the language alone, x.diag those of the rules too.
# --bless rewrites them instead; git diff is the review.
set -u
bless=
if [ "$1" = --bless ]; then
	bless=yes
	shift
fi
polc=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
as_of=2026-11-21
passed=0
failed=0

# The page of a language or the XML, as `polc build --draft` writes it.
page() {
	"$polc" build --quiet --draft --as-of $as_of -o "$scratch/out" "$1" >/dev/null 2>&1
	cat "$scratch"/out/*/"$2"
	rm -rf "$scratch/out"
}

# produce FILE SUFFIX: what polc gives, on standard output.
produce() {
	case $2 in
	tokens | tree | model | doc) "$polc" dump --as-of $as_of "$2" "$1" ;;
	errors) "$polc" dump --as-of $as_of --lang en model "$1" 2>&1 >/dev/null ;;
	errors.fr) "$polc" dump --as-of $as_of --lang fr model "$1" 2>&1 >/dev/null ;;
	diag) "$polc" check --as-of $as_of --report line --lang en "$1" ;;
	diag.fr) "$polc" check --as-of $as_of --report line --lang fr "$1" ;;
	terminal) "$polc" check --as-of $as_of --lang en "$1" ;;
	terminal.fr) "$polc" check --as-of $as_of --lang fr "$1" ;;
	fr.html | en.html | fr.md | en.md) page "$1" "policy.$2" ;;
	xml) page "$1" policy.xml ;;
	esac
}

suffixes="tokens tree model doc errors errors.fr diag diag.fr terminal terminal.fr fr.html en.html fr.md en.md xml"
for policy in $(find tests -name '*.policy' | LC_ALL=C sort); do
	for suffix in $suffixes; do
		expected=${policy%.policy}.$suffix
		[ -e "$expected" ] || continue
		produce "$policy" "$suffix" >"$scratch/actual" 2>"$scratch/errors"
		if [ -n "$bless" ]; then
			cmp -s "$scratch/actual" "$expected" || cp "$scratch/actual" "$expected"
		elif diff -u "$expected" "$scratch/actual" >"$scratch/diff"; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
			echo "FAIL $expected"
			head -n 20 "$scratch/diff"
			cat "$scratch/errors"
		fi
	done
done
[ -n "$bless" ] && exit 0
echo "golden: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
