#!/bin/sh
# What changes findings, and what does not: the order of declarations changes none, the
# day changes those of dated law alone, and saying a fact that was not said removes one
# FACT-UNKNOWN and leaves the others as they were.
#   reorder.sh POLC    (from the root of the sources)
set -u
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
failed=0
as_of=2026-11-21
# The rules, by their beginnings, that read the day: dated decisions, mechanisms,
# references and ages, stale law, the policy's own dates, waivers, the tables themselves.
dated='GDPR-13-1-f|GDPR-44-INVALID|GDPR-45-|WP260-TRANSF-NAME|ADEQ-RISK|CNIL-RET-MAX|FR-RET-MIN|LIL-45-AGE'
dated="$dated|GDPR-8-1|CONSO-223-1|DOC-DATE|LAW-|WAIVER-EXPIRED"

fail() {
	echo "FAIL reorder: $*"
	failed=1
}

# findings DAY FOLDER: "file: level[RULE]: message" of each finding, without its place.
# The words of a message are sorted, since a list names things in the order of the
# source; a list cut short is left out.
findings() {
	(cd "$2" && "$polc" check --lang en --as-of "$1" --report line . 2>&1) |
		sed -e 's/:[0-9]*:[0-9]*: /: /' -e 's/: [^:]*, …$/:/' |
		awk '{
			for (i = 2; i <= NF; i++) {
				word = $i
				sub(/[,;]$/, "", word)
				for (j = i; j > 2 && sorted[j - 1] > word; j--)
					sorted[j] = sorted[j - 1]
				sorted[j] = word
			}
			line = $1 " " rule($0)
			for (i = 2; i <= NF; i++)
				if (sorted[i] != "and")
					line = line " " sorted[i]
			print line
		}
		function rule(s) {
			return match(s, /\[[A-Za-z0-9-]+\]/) ? substr(s, RSTART, RLENGTH) : "[]"
		}' | sort
}

case $polc in
/*) ;;
*/*) polc=$(pwd)/$polc ;;
esac

# --- the order of declarations ------------------------------------------------
findings $as_of policies-src >"$scratch/same"
[ -s "$scratch/same" ] || fail 'the policies give no finding at all'
for order in reversed 1 2; do
	cp -r policies-src "$scratch/$order"
	for policy in policies-src/*/*.policy; do
		awk -v order=$order -f "$here/tokens.awk" -f "$here/reorder.awk" "$policy" \
			>"$scratch/$order/${policy#policies-src/}"
	done
	diff -r policies-src "$scratch/$order" >/dev/null && fail "$order: nothing moved"
	findings $as_of "$scratch/$order" | diff "$scratch/same" - >"$scratch/diff" ||
		fail "order $order: $(head -n 6 "$scratch/diff")"
done

# --- the day ------------------------------------------------------------------
for day in 2024-11-21 2028-11-21; do
	findings $day policies-src | diff "$scratch/same" - | grep '^[<>]' |
		grep -vE "^[<>] [^ ]* \[($dated)" >"$scratch/undated" &&
		fail "on $day: $(head -n 6 "$scratch/undated")"
done

# --- facts that are not said --------------------------------------------------
# facts KIND CONTROLLER-FIELD DECLARATION: every finding of a policy that says these.
facts() {
	mkdir -p "$scratch/facts"
	cat >"$scratch/facts/facts.policy" <<END
polc 1 en

policy facts { kind $1; languages en; law FR }

controller us { name "Example Ltd"; $2 }

$3
END
	findings $as_of "$scratch/facts"
}

# The facts that gate rules, each with both answers. Those of a controller do not concern
# a processor.
cat >"$scratch/answers" <<'END'
a public authority or body|public-body yes|
a public authority or body|public-body no|
data protection officer|       |dpo { email dpo@example.com }
data protection officer|       |dpo none
automated means|       |decision score { label "Score" }
automated means|       |decisions none
trackers|       |trackers { used yes }
trackers|       |trackers { used no }
END
for kind in controller joint mixed processor; do
	facts $kind '' '' >"$scratch/whole"
	grep -F '[FACT-UNKNOWN]' "$scratch/whole" >"$scratch/unknown"
	count=4
	[ $kind = processor ] && count=1
	[ "$(grep -c . "$scratch/unknown")" -eq $count ] || fail "$kind: not $count facts unknown: $(cat "$scratch/unknown")"
	: >"$scratch/removed"
	while IFS='|' read -r fact field declaration; do
		facts $kind "$field" "$declaration" >"$scratch/said"
		grep -F '[FACT-UNKNOWN]' "$scratch/said" | diff "$scratch/unknown" - | grep '^[<>]' >"$scratch/diff"
		count=1
		[ $kind = processor ] && [ "$fact" != 'data protection officer' ] && count=0
		[ "$(grep -c . "$scratch/diff")" -eq $count ] && ! grep -q '^>' "$scratch/diff" ||
			fail "$kind, $field$declaration: $(cat "$scratch/diff")"
		cat "$scratch/diff" >>"$scratch/removed"
		# What an answer of no removes beside, or adds, is nothing but what it must be: a
		# public body has no rule of its own then, and nobody a decision or a tracker.
		case $field$declaration in
		*' no' | *none | *'no }')
			grep -vF '[FACT-UNKNOWN]' "$scratch/said" >"$scratch/others"
			grep -vF '[FACT-UNKNOWN]' "$scratch/whole" | diff - "$scratch/others" >"$scratch/diff" ||
				fail "$kind, $field$declaration changes more: $(head -n 4 "$scratch/diff")"
			;;
		esac
	done <"$scratch/answers"
	count=4
	[ $kind = processor ] && count=1
	[ "$(sort -u "$scratch/removed" | grep -c .)" -eq $count ] || fail "$kind: the facts do not answer one question each"
done
[ $failed -eq 0 ] && echo 'reorder: order changes no finding, the day only dated ones, a fact one FACT-UNKNOWN'
exit $failed
