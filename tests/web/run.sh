#!/bin/sh
# The pages in real headless Chromium, with axe, Lighthouse and the Nu HTML Checker: run.sh POLC OUTPUT SHOTS
# OUTPUT: the folder of the published pages; SHOTS: where their pictures and PDFs go. What npm installs goes beside
# SHOTS, from the lock file alone, never in the tree. Exit 1 when a check fails or cannot be made.
set -eu
polc=$1
output=$2
shots=$3
here=$(cd "$(dirname "$0")" && pwd)
WEB_FOLDER=$(dirname "$shots")
mkdir -p "$WEB_FOLDER"
WEB_FOLDER=$(cd "$WEB_FOLDER" && pwd)
export WEB_FOLDER

fail() {
	echo "web: $*" >&2
	exit 1
}

# Nothing was checked: a failure, unless WEB_MAY_BE_UNREACHABLE says that a machine without
# a way to npm is no fault of the pages.
unreachable() {
	echo "web: npm could not install the packages of $here/package-lock.json: nothing was checked" >&2
	[ -n "${WEB_MAY_BE_UNREACHABLE:-}" ] && exit 0
	exit 1
}

CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || fail "no Chromium (package chromium)"
export CHROMIUM
for tool in node npm java; do
	command -v $tool >/dev/null || fail "no $tool"
done

# A browser driver must not bring a browser: no package's installer runs (.npmrc).
if ! cmp -s "$here/package-lock.json" "$WEB_FOLDER/installed.json"; then
	cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$WEB_FOLDER"
	(cd "$WEB_FOLDER" && npm ci --silent --fetch-retries=2 --fetch-timeout=60000) ||
		unreachable
	cp "$here/package-lock.json" "$WEB_FOLDER/installed.json"
fi

# Pages with every kind of block, which no published policy has.
made=$WEB_FOLDER/made
rm -rf "$made"
for policy in everything own-sections; do
	"$polc" build --quiet --draft --as-of 2026-11-21 -o "$made/$policy" "$here/../render/$policy.policy" >"$WEB_FOLDER/log" 2>&1 ||
		[ -n "$(find "$made/$policy" -name '*.html')" ] || fail "$policy: $(cat "$WEB_FOLDER/log")"
done
exec node "$here/main.mjs" "$shots" "$output" "$made"
