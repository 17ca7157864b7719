#!/bin/sh
# The outputs of real and made-up policies, checked by other programs (check.sh),
# and the schemas of grammar/, which must be what the tables give.
# usage: tests/render/run.sh POLC, from the root of the repository.
set -u
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [ ! -d "$here/node_modules/vnu-jar" ] && command -v npm >/dev/null; then
	(cd "$here" && npm install --no-package-lock --ignore-scripts --silent --fetch-retries=1 --fetch-timeout=30000) >/dev/null 2>&1 ||
		echo "run.sh: npm could not install the HTML5 checker" >&2
fi

for schema in xsd rng; do
	"$polc" reference --format $schema | cmp - "grammar/policy.$schema" || exit 1
done

"$polc" build --quiet --draft --as-of 2026-11-21 -o "$scratch/real" policies-src >/dev/null || exit 1
"$here/check.sh" "$scratch/real" || exit 1

for doc in "$here"/*.doc; do
	"$polc" build --quiet --draft --as-of 2026-11-21 -o "$scratch/made" "${doc%.doc}.policy" >"$scratch/log" 2>&1 ||
		{ cat "$scratch/log" && exit 1; }
done
"$here/check.sh" "$scratch/made"
