#!/bin/sh
# Checks a folder that `polc build` wrote, with programs that share no code with polc:
#   HTML      HTML5 without an error (vnu where npm installed it, tidy), nothing active or fetched
#   XML       XSD and RELAX NG, each with two processors (libxml2, Xerces-C, jing)
#   Markdown  read by cmark: no raw HTML, the headings, links and table shapes of the page
#   languages the French and English pages have the same places and table shapes
# usage: tests/render/check.sh OUTPUT_DIR. Exit 1 and the reason at the first error.
set -eu

[ $# -eq 1 ] && [ -d "$1" ] || { echo "usage: $0 OUTPUT_DIR" >&2; exit 2; }
output=$1
here=$(cd "$(dirname "$0")" && pwd)
grammar=$here/../../grammar
vnu=$here/node_modules/vnu-jar/build/dist/vnu.jar
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
	echo "check.sh: $*" >&2
	exit 1
}

for tool in xmllint SAX2Count jing cmark tidy; do
	command -v "$tool" >/dev/null || fail "$tool is missing (packages: libxml2-utils libxerces-c-samples jing cmark tidy)"
done

find "$output" -type f -name '*.html' | LC_ALL=C sort >"$scratch/html"
find "$output" -type f -name '*.xml' | LC_ALL=C sort >"$scratch/xml"
find "$output" -type f -name '*.md' | LC_ALL=C sort >"$scratch/md"
[ -s "$scratch/html" ] || fail "no page in $output"

# --- HTML ---

check_html() {
	status=0
	tidy -q -e --drop-empty-elements no "$1" 2>"$scratch/tidy" || status=$?
	[ "$status" -lt 2 ] || fail "$1: $(cat "$scratch/tidy")"
	if grep -nE '<(script|img|iframe|object|embed|video|audio|form|input)[ >]' "$1"; then
		fail "$1: an active or fetched element"
	fi
	if grep -nE '<[a-z][^>]* (style|src|on[a-z]+)=|@import|<link [^>]*rel="(stylesheet|icon|preload)"' "$1"; then
		fail "$1: an inline handler, style or fetched resource"
	fi
}

while IFS= read -r page; do
	check_html "$page"
done <"$scratch/html"
if [ -f "$vnu" ] && command -v java >/dev/null; then
	tr '\n' '\0' <"$scratch/html" | xargs -0 java -jar "$vnu" --errors-only || fail "not HTML5"
else
	echo "check.sh: vnu is not installed (npm install --no-package-lock in tests/render): tidy alone" >&2
fi

# --- XML ---

check_xml() {
	xmllint --noout --schema "$grammar/policy.xsd" "$1" 2>"$scratch/log" || fail "$(cat "$scratch/log")"
	xmllint --noout --relaxng "$grammar/policy.rng" "$1" 2>"$scratch/log" || fail "$(cat "$scratch/log")"
	sed '2s|<policy |<policy xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:polc:policy:1 policy.xsd" |' \
		"$1" >"$scratch/xerces.xml"
	(cd "$scratch" && SAX2Count -v=always -f xerces.xml) >"$scratch/log" 2>&1 ||
		fail "$1 (Xerces): $(cat "$scratch/log")"
	jing "$grammar/policy.rng" "$1" >"$scratch/log" 2>"$scratch/noise" || fail "jing: $(cat "$scratch/log")"
}

if [ -s "$scratch/xml" ]; then
	cp "$grammar/policy.xsd" "$grammar/xml.xsd" "$scratch/"
	while IFS= read -r document; do
		check_xml "$document"
	done <"$scratch/xml"
fi

# --- what the outputs say ---

# "2 1. Who we are", a line for each heading; notices are no headings in Markdown, and
# gaps are left out, since each format marks them in its own way.
headings() {
	grep -E '^<h[1-6]' | grep -v 'class="notice-title"' |
		sed 's/^<h\([1-6]\)[^>]*>/\1 /; s/<mark class="gap">.*<\/mark>//; s/<strong>\[.*\]<\/strong>//; s/<[^>]*>//g; s/ *$//'
}

# The addresses that leave the document, sorted; those that cmark may rewrite are left out.
links() {
	grep -oE '<a href="(https?|mailto|tel):[^"]*"' | LC_ALL=C grep -v '[^ -~]' | grep -v '[%\\]' | LC_ALL=C sort
}

# A line for each table: the number of cells of each of its rows.
html_tables() {
	awk '/^<table/ { shape = "" } /^<tr/ { cells = 0 } /^<t[hd][ >]/ { cells++ }
		/^<\/tr>/ { shape = shape " " cells } /^<\/table>/ { print shape }' "$1"
}

markdown_tables() {
	awk '{ sub(/^[> ]*([-*] |[0-9]+[.)] )?[> ]*/, "") }
		/^```/ { fenced = !fenced }
		fenced || !/^\|/ { if (shape) print shape; shape = ""; next }
		/^\|( --- \|)+$/ { next }
		{ gsub(/\\\\/, ""); gsub(/\\\|/, ""); shape = shape " " gsub(/\|/, "") - 1 }
		END { if (shape) print shape }' "$1"
}

same() {
	diff "$scratch/a" "$scratch/b" >"$scratch/log" || fail "$1 differ: $(cat "$scratch/log")"
}

check_markdown() {
	page=${1%.md}.html
	cmark "$1" >"$scratch/read"
	grep -q 'raw HTML omitted' "$scratch/read" && fail "$1: raw HTML"
	[ -f "$page" ] || return 0
	headings <"$page" >"$scratch/a"
	headings <"$scratch/read" >"$scratch/b"
	same "the headings of $1 and $page"
	links <"$page" >"$scratch/a" || :
	links <"$scratch/read" >"$scratch/b" || :
	same "the links of $1 and $page"
	html_tables "$page" >"$scratch/a"
	markdown_tables "$1" >"$scratch/b"
	same "the tables of $1 and $page"
}

check_languages() {
	other=${1%.fr.html}.en.html
	[ -f "$other" ] || return 0
	grep -o ' id="[^"]*"' "$1" >"$scratch/a"
	grep -o ' id="[^"]*"' "$other" >"$scratch/b"
	same "the identifiers of $1 and $other"
	html_tables "$1" >"$scratch/a"
	html_tables "$other" >"$scratch/b"
	same "the tables of $1 and $other"
}

while IFS= read -r text; do
	check_markdown "$text"
done <"$scratch/md"
while IFS= read -r page; do
	case $page in *.fr.html) check_languages "$page" ;; esac
done <"$scratch/html"

echo "check.sh: $(wc -l <"$scratch/html") pages, $(wc -l <"$scratch/md") Markdown files and $(wc -l <"$scratch/xml") XML documents are sound"
