#!/bin/sh
# Fuzzes the compile for SECONDS, from every policy of the repository anew: to load what
# an earlier run found would take a short run whole. The inputs that fail are kept in
# FOLDER/crashes.  run.sh FUZZER POLC FOLDER SECONDS
set -eu
fuzzer=$1 polc=$2 folder=$3 seconds=$4
here=$(dirname "$0")
rm -rf "$folder/corpus" "$folder/seeds"
mkdir -p "$folder/corpus" "$folder/seeds" "$folder/crashes"
"$polc" reference --lang en | LC_ALL=C awk -f "$here/dictionary.awk" >"$folder/policy.dict"
find policies-src tests -name '*.policy' | while IFS= read -r seed; do
	cp "$seed" "$folder/seeds/$(printf %s "$seed" | tr / _)"
done
# XML too: the facts alone, since the reader writes the texts anew.
for policy in tests/render/*.policy policies-src/model-*/*.policy; do
	rm -rf "$folder/xml"
	"$polc" build --quiet --draft --formats xml -o "$folder/xml" "$policy" >/dev/null 2>&1 || continue
	sed '/^  <document/,/^  <\/document>/d' "$folder"/xml/*/policy.xml >"$folder/seeds/$(basename "$policy").xml"
done
echo "crashes are kept in $folder/crashes"
"$fuzzer" -max_total_time="$seconds" -timeout=10 -max_len=65536 -print_final_stats=1 -verbosity=1 \
	-dict="$folder/policy.dict" -artifact_prefix="$folder/crashes/" "$folder/corpus" "$folder/seeds"
