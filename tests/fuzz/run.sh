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
echo "crashes are kept in $folder/crashes"
"$fuzzer" -max_total_time="$seconds" -timeout=10 -max_len=65536 -print_final_stats=1 -verbosity=1 \
	-dict="$folder/policy.dict" -artifact_prefix="$folder/crashes/" "$folder/corpus" "$folder/seeds"
