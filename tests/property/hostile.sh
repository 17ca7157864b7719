#!/bin/sh
# A hostile author changes nothing but text, and the two languages of a policy have one tree.
#   hostile.sh POLC    (from the root of the sources)
set -u
polc=$1
here=$(dirname "$0")
case $polc in
/*) ;;
*/*) polc=$(pwd)/$polc ;;
esac
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1
python=$(sh "$here/../python.sh" yaml) || exit 1
failed=0

for part in hostile long_words hostile_site; do
	"$python" "$here/$part.py" "$polc" "$here/../../grammar" || failed=1
done

# Every policy of the tree, and some drawn by chance: polc builds them, their pages have one
# tree in both languages, their XML is valid, and gives the same bytes when it is read back.
"$python" "$here/chance.py" "$here/../../grammar" "$scratch/chance" || failed=1
"$polc" build --draft --quiet --as-of 2026-11-21 -o "$scratch/out" policies-src "$here/../render/everything.policy" \
	"$here/complete.policy" >"$scratch/log" 2>&1
for policy in "$scratch"/chance/*.policy; do
	name=$(basename "$policy" .policy)
	"$polc" build --draft --quiet --as-of 2026-11-21 -o "$scratch/out/$name" "$policy" >"$scratch/log" 2>&1
	xml=$scratch/out/$name/policy-1/policy.xml
	[ -f "$xml" ] || { echo "FAIL hostile: $name is not built"; tail -n 8 "$scratch/log"; failed=1; continue; }
	"$polc" build --draft --quiet --as-of 2026-11-21 -o "$scratch/again/$name" --from-xml "$xml" >"$scratch/log" 2>&1
	diff -r "$scratch/out/$name" "$scratch/again/$name" >"$scratch/diff" ||
		{ echo "FAIL hostile: $name, read back: $(head -n 4 "$scratch/diff" | cut -c 1-300)"; failed=1; }
	xmllint --noout --schema "$here/../../grammar/policy.xsd" "$xml" 2>"$scratch/log" ||
		{ echo "FAIL hostile: $name: $(head -n 3 "$scratch/log")"; failed=1; }
	xmllint --noout --relaxng "$here/../../grammar/policy.rng" "$xml" 2>"$scratch/log" ||
		{ echo "FAIL hostile: $name: $(head -n 3 "$scratch/log")"; failed=1; }
done
"$python" "$here/languages.py" "$scratch/out" || failed=1
exit $failed
