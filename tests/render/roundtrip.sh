#!/bin/sh
# Source -> XML -> --from-xml gives the same pages, Markdown and XML, byte for byte, for
# every policy of the repository that can be built; and what the reader of XML refuses.
#   roundtrip.sh POLC    (from the root of the sources)
set -u
polc=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
as_of='--as-of 2026-11-21'

fail() {
	echo "FAIL roundtrip: $*"
	failed=1
}

# --- every policy ---------------------------------------------------------------
find policies-src tests -name '*.policy' | LC_ALL=C sort >"$scratch/policies"
built=0
while IFS= read -r policy; do
	rm -rf "$scratch/a" "$scratch/b"
	"$polc" build --quiet --draft $as_of -o "$scratch/a" "$policy" >/dev/null 2>&1 || continue
	for xml in "$scratch"/a/*/policy.xml; do
		built=$((built + 1))
		"$polc" build --quiet --draft $as_of -o "$scratch/b" --from-xml "$xml" >"$scratch/log" 2>&1 ||
			fail "$policy: $(head -n 5 "$scratch/log")"
	done
	diff -r "$scratch/a" "$scratch/b" >"$scratch/log" 2>&1 || fail "$policy: $(head -n 8 "$scratch/log")"
done <"$scratch/policies"
[ $built -ge 7 ] || fail "only $built policies could be built"

echo "roundtrip: $built policies, source to XML and back"
exit $failed
