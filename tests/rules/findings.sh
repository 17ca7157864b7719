# Sourced by run.sh and explain.sh: what polc finds in a small policy. Wants $polc
# and $scratch; gives $scratch/rules, the rules of polc in order, the functions
# failure and examine, and $failures, how many there were.

"$polc" rules --lang en | awk '/^[A-Z]/ { print $1 }' | LC_ALL=C sort >"$scratch/rules"
[ -s "$scratch/rules" ] || {
	echo "$polc lists no rule"
	exit 1
}
failures=0

failure() {
	failures=$((failures + 1))
	echo "$1"
}

# examine FILE NAME fires|silent RULE: the rule's finding is there, or is not, and
# the language itself has nothing to say. A waived finding does not count.
examine() {
	"$polc" check --report line --lang en --as-of 2026-11-21 "$1" >"$scratch/report" 2>"$scratch/errors"
	[ $? -le 1 ] || {
		failure "$2: $(cat "$scratch/errors")"
		return
	}
	sed -n 's/^[^[]*\[\([A-Za-z0-9-]*\)\]: .*/\1/p' "$scratch/report" | LC_ALL=C sort -u >"$scratch/found"
	language=$(LC_ALL=C comm -23 "$scratch/found" "$scratch/rules" | grep -v '^WAIVER-')
	for code in $language; do
		failure "$2: $(grep -F "[$code]" "$scratch/report" | head -n 1 | sed 's/^[^:]*://')"
	done
	found=silent
	grep -qxF -- "$4" "$scratch/found" && found=fires
	[ $found = "$3" ] || failure "$2: wanted '$4 $3', got '$4 $found'"
}
