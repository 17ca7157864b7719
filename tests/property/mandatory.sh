#!/bin/sh
# Each fact that the law requires, taken out of a policy that says all and has no finding,
# gives the findings of mandatory.txt and no other, under the article that it names, and
# takes nothing else away: of the model those lines, of the page what stands in the
# sections named. Together the facts reach every rule about something that is missing.
#   mandatory.sh [--bless] POLC    (from the root of the sources)
# --bless writes the sections that change into the table; git diff is the review.
set -u
bless=no
[ "$1" = --bless ] && bless=yes && shift
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
failed=0
as_of='--as-of 2026-11-21'
table=$here/mandatory.txt

fail() {
	echo "FAIL mandatory: $*"
	failed=1
}

# --- a policy for each fact -----------------------------------------------------
mkdir -p "$scratch/src" "$scratch/models"
for policy in policies-src/model-company/model-company.policy policies-src/model-public-body/model-public-body.policy \
	"$here/complete.policy" "$here/complete-public.policy"; do
	awk -v dir="$scratch/src" -v name="$(basename "$policy" .policy)" -f "$here/tokens.awk" -f "$here/remove.awk" \
		"$table" "$policy" 2>>"$scratch/errors"
done
[ -s "$scratch/errors" ] && fail "$(cat "$scratch/errors")"

# --- their findings, each with its law: "policy rule|law" --------------------------
"$polc" check --lang en $as_of --root "$scratch" "$scratch/src" >"$scratch/report" 2>"$scratch/log"
[ $? -eq 1 ] || fail "check: $(head -c 600 "$scratch/log")"
sed "s/$(printf '\302\240')/ /g" "$scratch/report" | awk '
/^(error|warning|note)\[/ { match($0, /\[[A-Za-z0-9-]+\]/); rule = substr($0, RSTART + 1, RLENGTH - 2) }
/^ *--> / { policy = $2; sub(/^.*\//, "", policy); sub(/\.policy:.*/, "", policy); print policy " " rule "|" }
/^ *= law: / { sub(/^ *= law: */, ""); print policy " " rule "|" $0 }' | sort >"$scratch/laws"
sed -n 's/|$//p' "$scratch/laws" >"$scratch/found"

# --- what is left of their models and pages ---------------------------------------
"$polc" build --quiet --draft --lang en $as_of --root "$scratch" -o "$scratch/out" "$scratch/src" >/dev/null 2>&1
for file in "$scratch"/src/*.policy; do
	"$polc" dump model "$file" 2>/dev/null | sed '2s/ [^ ]*$//' >"$scratch/models/$(basename "$file" .policy)"
done
# "policy: section section...": the sections of the page that are not those of the whole policy.
cd "$scratch/out" || exit 1
for base in model-company model-public-body complete complete-public; do
	[ -s "$base-0/policy.en.html" ] || fail "$base: no page"
	awk '
	function compare(    s, changed) {
		for (s in all)
			if (text[s] != whole[s])
				changed = changed " " s
		print name ":" changed
	}
	FNR == 1 {
		if (name != "" && NR != FNR)
			count++ ? compare() : 0
		if (count == 1 && NR != FNR)
			for (s in text)
				whole[s] = text[s]
		split("", text)
		section = "top"
		all[section]
		name = FILENAME
		sub(/\/.*/, "", name)
	}
	/<section id="/ { match($0, /id="[^"]*"/); section = substr($0, RSTART + 4, RLENGTH - 5); all[section] }
	/<nav/ { nav = 1 }
	!nav { gsub(/<span class="number">[^<]*<\/span>/, ""); text[section] = text[section] $0 "\n" }
	/<\/nav>/ { nav = 0 }
	END { compare() }' "$base-0/policy.en.html" "$base"-[1-9]*/policy.en.html
done >"$scratch/sections"
cd "$OLDPWD" || exit 1

for base in model-company model-public-body complete complete-public; do
	grep "^$base-0 " "$scratch/found" >"$scratch/whole" && fail "the whole policy has findings: $(cat "$scratch/whole")"
done

# --- the table ----------------------------------------------------------------------
row=0
: >"$scratch/blessed"
while IFS= read -r line; do
	row=$((row + 1))
	case $line in '' | '#'*) echo "$line" >>"$scratch/blessed" && continue ;; esac
	base=${line%% |*}
	rest=${line#*| }
	facts=${rest%% |*}
	rest=${rest#*| }
	wanted=${rest%% |*}
	rest=${rest#*| }
	law=${rest%% |*}
	changed=${rest#*| }
	all=
	for file in "$scratch/src/$base-$row.policy" "$scratch/src/$base-$row"-*.policy; do
		[ -e "$file" ] || continue
		name=$(basename "$file" .policy)
		echo "$wanted" | tr ' ' '\n' | sort >"$scratch/wanted"
		sed -n "s/^$name //p" "$scratch/found" | sort | diff "$scratch/wanted" - >"$scratch/diff" ||
			fail "$name, without $facts: not the findings expected:" "$(grep '^[<>]' "$scratch/diff" | tr '\n' ' ')"
		grep -qF "$name ${wanted%% *}|" "$scratch/laws" &&
			grep -F "$name ${wanted%% *}|" "$scratch/laws" | grep -qF -- "$law" ||
			fail "$name: ${wanted%% *} does not cite $law"
		diff "$scratch/models/$base-0" "$scratch/models/$name" >"$scratch/diff" && fail "$name: the model is whole"
		added=$(grep -c '^>' "$scratch/diff")
		case $facts in *' -- '* | *'/ fr' | *'/ en') added=$((added - 1)) ;; esac
		[ "$added" -le 0 ] || fail "$name, without $facts: the model gained: $(grep '^>' "$scratch/diff" | head -n 3)"
		all="$all $(sed -n "s/^$name://p" "$scratch/sections")"
	done
	[ -e "$file" ] || [ -e "$scratch/src/$base-$row.policy" ] || fail "row $row: no policy"
	all=$(echo "$all" | tr ' ' '\n' | sort -u | tr '\n' ' ' | sed -e 's/^ //' -e 's/ $//')
	[ $bless = yes ] || [ "$all" = "$changed" ] || fail "without $facts: the sections that change are $all, not $changed"
	echo "$base | $facts | $wanted | $law | $all" >>"$scratch/blessed"
done <"$table"
[ $bless = yes ] && cp "$scratch/blessed" "$table"

# --- every rule about something that is missing is reached ----------------------------
# The other rules are about what a policy says: a contradiction, a wrong or a vague word.
grep -v '^#' "$here/mandatory.others.txt" | tr ' ' '\n' | grep . | sort -u >"$scratch/others"
cut -d' ' -f1 tests/rules/catalogue.txt | sort -u >"$scratch/catalogue"
cut -d' ' -f2 "$scratch/found" | sort -u | comm -12 - "$scratch/catalogue" >"$scratch/reached"
comm -23 "$scratch/catalogue" "$scratch/others" | comm -23 - "$scratch/reached" >"$scratch/missed"
[ -s "$scratch/missed" ] && fail "rules about something missing that no fact reaches:" "$(tr '\n' ' ' <"$scratch/missed")"
comm -23 "$scratch/others" "$scratch/catalogue" >"$scratch/strange"
[ -s "$scratch/strange" ] && fail "mandatory.others.txt: of no rule: $(tr '\n' ' ' <"$scratch/strange")"
comm -12 "$scratch/others" "$scratch/reached" >"$scratch/both"
[ -s "$scratch/both" ] && fail "mandatory.others.txt: reached by a fact that is missing: $(tr '\n' ' ' <"$scratch/both")"

[ $failed -eq 0 ] && echo "mandatory: $(ls "$scratch/src" | wc -l) policies, $(wc -l <"$scratch/reached") rules about something missing, all reached"
exit $failed
