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

# Pages with every kind of block, which no published policy has, and with words that no line holds.
made=$WEB_FOLDER/made
fragments=$WEB_FOLDER/fragments
rm -rf "$made" "$fragments"
build() { # build FOLDER POLICY OPTION...
	folder=$1 policy=$2
	shift 2
	"$polc" build --quiet --draft --as-of 2026-11-21 -o "$folder" "$@" "$policy" >"$WEB_FOLDER/log" 2>&1 ||
		[ -n "$(find "$folder" -name '*.html')" ] || fail "$policy: $(cat "$WEB_FOLDER/log")"
}
for policy in ../render/everything ../render/own-sections long; do
	build "$made/${policy##*/}" "$here/$policy.policy"
done

# Two fragments in a page of another maker, whose styles are against them.
build "$fragments" "$here/../render/everything.policy" --fragment
build "$fragments" "$here/long.policy" --fragment
mkdir "$made/host"
cp "$here/host.css" "$fragments/long/policy.css" "$made/host"
{
	cat <<-'EOF'
		<!DOCTYPE html>
		<html lang="en">
		<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<title>A page of another maker</title>
		<link rel="stylesheet" href="policy.css">
		<link rel="stylesheet" href="host.css">
		</head>
		<body>
		<a href="#host">Skip to content</a>
		<main id="host">
		<h1>Legal information</h1>
	EOF
	cat "$fragments/long/policy.en.html" "$fragments/everything/policy.fr.html"
	printf '</main>\n</body>\n</html>\n'
} >"$made/host/page.html"
exec node "$here/main.mjs" "$shots" "$output" "$made"
