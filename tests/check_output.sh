#!/bin/sh
# Proves that output/ is what policies-src/ gives: check_output.sh POLC DATE
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$1" build --quiet --draft --as-of "$2" -o "$scratch/output" policies-src >/dev/null
diff -r output "$scratch/output" || {
	echo "output/ is not what policies-src/ gives: run make and commit the change" >&2
	exit 1
}
for lang in fr en; do
	"$1" reference --lang $lang | diff -u grammar/reference.$lang.md - || exit 1
	"$1" reference --lang $lang --format man | diff -u grammar/polc.$lang.1 - || exit 1
done
for schema in xsd rng; do
	"$1" reference --format $schema | diff -u grammar/policy.$schema - || exit 1
done
echo "output/ and grammar/ are fresh"
