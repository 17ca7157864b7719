#!/bin/sh
# What must hold of any policy, tried on a few.  run.sh POLC
set -u
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
as_of='--as-of 2026-11-21'

# Spaces that do not break read as plain ones, the apostrophe as typed, and tags and
# entities are gone, so that a test says what a reader sees.
plain() {
	sed -e 's/<[^>]*>//g' -e 's/&amp;/\&/g' -e 's/&quot;/"/g' "$1" |
		sed -e "s/$(printf '\302\240')/ /g" -e "s/$(printf '\342\200\257')/ /g" -e "s/$(printf '\342\200\231')/'/g"
}

build() { # build FOLDER FILE
	"$polc" build --quiet --draft $as_of -o "$scratch/$1" "$2" >"$scratch/log" 2>&1 || {
		echo "FAIL $2 does not build"
		cat "$scratch/log"
		failed=1
	}
}

# --- the values of a source stand in the page of each language -----------------
build values "$here/values.policy"
for lang in fr en; do
	for suffix in html md; do
		plain "$scratch/values/values/policy.$lang.$suffix" >"$scratch/page.$lang.$suffix"
	done
done
while IFS='|' read -r fr en; do
	[ -n "$fr" ] || continue
	for suffix in html md; do
		# Markdown escapes what could be markup.
		tr -d '\\' <"$scratch/page.fr.$suffix" | grep -qF -- "$fr" || { echo "FAIL not in the French $suffix: $fr"; failed=1; }
		tr -d '\\' <"$scratch/page.en.$suffix" | grep -qF -- "$en" || { echo "FAIL not in the English $suffix: $en"; failed=1; }
	done
done <<'END'
1er mars 2026|1 March 2026
25 avril 2026|25 April 2026
4.2|4.2
contact@example.com|contact@example.com
rights@example.com|rights@example.com
dpo@example.com|dpo@example.com
+33 1 23 45 67 89|+33 1 23 45 67 89
12 rue des Essais|12 rue des Essais
www.example.com/contact|www.example.com/contact
www.example.com/values|www.example.com/values
www.example.com/clauses|www.example.com/clauses
18 mois après la fermeture du kiosque|18 months after the closing of the kiosk
5 ans|5 years
fin de l'année civile|end of the calendar year
13 mois|13 months
un mois|one month
États-Unis|United States
2224 du code civil|French Civil Code, Art. 2224
_visits|_visits
END

# --- the keyword language changes no byte of the outputs -----------------------
for pair in "$here"/keywords.*.fr.policy; do
	[ -e "$pair" ] || { echo 'FAIL no pair of keyword languages'; failed=1; continue; }
	build french "$pair"
	build english "${pair%.fr.policy}.en.policy"
	diff -r "$scratch/french" "$scratch/english" >"$scratch/diff" || {
		echo "FAIL $pair and its English twin differ:"
		head -n 10 "$scratch/diff"
		failed=1
	}
done

# --- two runs give the same bytes ---------------------------------------------
build again "$here/values.policy"
diff -r "$scratch/values" "$scratch/again" >/dev/null || { echo 'FAIL two runs differ'; failed=1; }

# --- the order of blocks changes no finding -----------------------------------
codes() {
	"$polc" check $as_of --root / --report line --lang en "$1" | sed 's/^[^[]*\[\([^]]*\)\].*/\1/' | sort
}
awk 'BEGIN { RS = ""; ORS = "\n\n" } NR == 1 { print; next } { block[++n] = $0 }
	END { for (i = n; i >= 1; i--) print block[i] }' "$here/order.policy" >"$scratch/reversed.policy"
codes "$here/order.policy" >"$scratch/one"
codes "$scratch/reversed.policy" | diff "$scratch/one" - >"$scratch/diff" && [ -s "$scratch/one" ] || {
	echo 'FAIL the order of blocks changes findings'
	head -n 10 "$scratch/diff"
	failed=1
}
[ $failed -eq 0 ] && echo 'property: all hold'
exit $failed
