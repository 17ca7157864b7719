#!/bin/sh
# Each rule of `polc rules` has a page in French and in English that `polc explain`
# prints, under the same headings, with two examples between ```polc fences: the rule
# fires on the first and not on the second. An example without a header gets one, in
# the page's keywords.
#   explain.sh POLC    (from the root of the sources)
set -u
polc=$1
here=$(dirname "$0")
pages=grammar/explain
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$here/findings.sh"

# What typography leaves alone: letters and figures without accents, line by line.
unset_typography() {
	LC_ALL=C tr -dc 'A-Za-z0-9\n'
}

while read -r rule; do
	for lang in fr en; do
		page=$pages/$rule.$lang.md
		if [ ! -f "$page" ]; then
			failure "$page: missing"
			continue
		fi
		"$polc" explain --lang $lang "$rule" 2>&1 | unset_typography >"$scratch/printed"
		unset_typography <"$page" | cmp -s - "$scratch/printed" ||
			failure "polc explain --lang $lang $rule does not print $page"
	done
done <"$scratch/rules"

# extract PAGE LANG: the examples, as $scratch/example.1.policy and so on.
extract() {
	rm -f "$scratch"/example.*
	awk -v base="$scratch/example" -v lang="$2" '
	/^```/ && inside { inside = 0; close(file); next }
	/^```polc$/ { inside = 1; first = 1; file = base "." ++n ".policy"; next }
	/^```/ { inside = 1; file = base ".other"; next }
	!inside { next }
	first && !/^polc / {
		print (lang == "fr" ? "polc 1 fr\npolitique exemple { langues fr; droit FR }" : \
			"polc 1 en\npolicy example { languages en; law FR }") > file
	}
	{ first = 0; print > file }' "$1"
}

headings() {
	awk '/^```/ { inside = !inside } /^## / && !inside { n++ } END { print n + 0 }' "$1"
}

count=0
for page in "$pages"/*.md; do
	[ -f "$page" ] || continue
	count=$((count + 1))
	name=$(basename "$page" .md)
	rule=${name%.*}
	lang=${name##*.}
	if ! grep -qxF -- "$rule" "$scratch/rules"; then
		failure "$page: no such rule"
		continue
	fi
	head -n 1 "$page" | grep -q "^# $rule — ." || failure "$page: the title is not '# $rule — …'"
	extract "$page" "$lang"
	if [ ! -f "$scratch/example.2.policy" ] || [ -f "$scratch/example.3.policy" ]; then
		failure "$page: two examples, between \`\`\`polc fences, are needed"
		continue
	fi
	examine "$scratch/example.1.policy" "$page, first example" fires "$rule"
	examine "$scratch/example.2.policy" "$page, second example" silent "$rule"
	other=$pages/$rule.en.md
	[ "$lang" = fr ] && [ -f "$other" ] && [ "$(headings "$page")" -ne "$(headings "$other")" ] &&
		failure "$page: not the headings of $rule.en.md"
done
[ $failures -eq 0 ] && echo "explain: $count pages, their examples hold"
[ $failures -eq 0 ]
