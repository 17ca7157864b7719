#!/bin/sh
# Whatever declaration or field a policy lacks: no crash, no language error but those
# that follow from it (a reference, an override, a text that lost a language), and a
# draft wherever there is none.  removals.sh POLC
set -u
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
failed=0
as_of='--as-of 2026-11-21'
allowed='MODEL-REFERENCE|MODEL-REFERENCE-MEANT|MODEL-XREF|MODEL-OVERRIDE-TARGET|MODEL-TEXT-LANGUAGE|BIL-MISSING'

fail() {
	echo "FAIL removals: $*"
	failed=1
}

mkdir -p "$scratch/src/all"
cp -r policies-src/shared "$scratch/src/shared"
for policy in policies-src/*/*.policy; do
	case $policy in policies-src/shared/*) continue ;; esac
	awk -v dir="$scratch/src/all" -v name="$(basename "$policy" .policy)" -f "$here/tokens.awk" -f "$here/removals.awk" "$policy"
done

"$polc" check --lang en $as_of --report line --root "$scratch/src" "$scratch/src/all" >"$scratch/lines" 2>"$scratch/log"
[ $? -eq 1 ] || fail "check: $(head -c 600 "$scratch/log")"
"$polc" rules | grep -oE '[A-Z][A-Z0-9]+(-[A-Za-z0-9]+)+' | sort -u >"$scratch/rules"
# "file code" of each language error: the errors whose code is no rule's, or is allowed.
sed -nE 's/^([^:]*):[0-9]+:[0-9]+: error\[([^]]*)\].*/\1 \2/p' "$scratch/lines" | sort -u |
	awk -v allowed="^($allowed)\$" 'NR == FNR { rule[$1] = 1; next } $2 ~ allowed || !($2 in rule)' \
		"$scratch/rules" - >"$scratch/language"
grep -vE " ($allowed)\$" "$scratch/language" >"$scratch/strange" && fail "$(head -n 5 "$scratch/strange")"

"$polc" build --quiet --draft --lang en $as_of --root "$scratch/src" -o "$scratch/out" "$scratch/src/all" \
	>"$scratch/log" 2>&1
[ $? -le 1 ] || fail "build: $(tail -c 600 "$scratch/log")"
cut -d' ' -f1 "$scratch/language" | sort -u >"$scratch/expected"
sed -n 's/^polc: not built.*: //p' "$scratch/log" | sort -u >"$scratch/refused"
diff "$scratch/expected" "$scratch/refused" >"$scratch/diff" || fail "not built, or built: $(head -n 5 "$scratch/diff")"

# Most build; each draft has its places in the same order in both languages, and its XML
# is well-formed.
cd "$scratch/out" || exit 1
[ "$(ls | wc -l)" -gt 1000 ] || fail "$(ls | wc -l) drafts"
for lang in fr en; do
	grep -o ' id="[^"]*"' -- */policy.$lang.html | sed "s/policy.$lang.html//" >"$scratch/$lang"
done
diff "$scratch/fr" "$scratch/en" >"$scratch/diff" || fail "identifiers: $(head -n 5 "$scratch/diff")"
find . -name policy.xml -print0 | xargs -0 xmllint --noout 2>"$scratch/log" || fail "$(head -n 5 "$scratch/log")"

[ $failed -eq 0 ] && echo "removals: $(ls "$scratch/src/all" | wc -l) policies, each without one statement: sound"
exit $failed
