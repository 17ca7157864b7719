#!/bin/sh
# polc notice and polc trackers: what they give, what they refuse, in both languages.
#   notices.sh [--bless] POLC
set -u
bless=no
[ "$1" = --bless ] && { bless=yes; shift; }
polc=$1
here=tests/notices
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || { echo "FAIL $1"; failed=1; }
}
company=policies-src/model-company/model-company.policy
commune=policies-src/model-public-body/model-public-body.policy
edges=$here/edges.policy
export SOURCE_DATE_EPOCH=1795219200 LC_ALL=C

# Expected outputs: golden FILE COMMAND...
golden() {
	expected=$here/$1
	shift
	"$polc" "$@" >"$scratch/out" 2>"$scratch/err"
	ok "status of: $*" $?
	if [ $bless = yes ]; then
		cmp -s "$scratch/out" "$expected" || cp "$scratch/out" "$expected"
	else
		diff -u "$expected" "$scratch/out"
		ok "$expected" $?
	fi
}
golden newsletter.html notice --purpose newsletter --link 'https://www.brindille.example/{lang}/privacy' $company
golden orders-and-offers.md notice --purpose orders --purpose customer-offers --format md $company
golden audience.en.html notice --purpose audience --lang en --heading-level 3 --id-prefix n $company
golden inscription.fr.md notice --purpose inscrire-les-lecteurs --lang fr --format md $commune
golden notice-edges.md notice --draft --purpose join --purpose letter --format md $edges
golden notice-claimed.fr.md notice --draft --purpose devis --lang fr --format md $here/claimed.policy
golden trackers.html trackers $company
golden trackers.fr.md trackers --lang fr --format md --markdown commonmark $commune
golden trackers.json trackers --format json $company
golden trackers.edges.json trackers --draft --format json $edges
golden trackers.none.en.md trackers --draft --lang en --format md $here/claimed.policy
[ $bless = yes ] && exit 0

# The length of the notice of one purpose, in words.
for purpose in newsletter orders payments security; do
	for lang in fr en; do
		words=$("$polc" notice --lang $lang --purpose $purpose $company | sed 's/<[^>]*>/ /g' | tr -s '[:space:]' '\n' |
			grep -c '[[:alnum:]]')
		[ "$words" -ge 60 ] && [ "$words" -le 145 ]; ok "$words words of $purpose in $lang" $?
	done
done

# The JSON is what its schema says; the files of the two languages of a page share no identifier.
python=$(sh tests/python.sh jsonschema) || exit 1
for policy in $company $commune $edges $here/claimed.policy policies-src/imope/imope.policy policies-src/gem-services/gem-services.policy; do
	for lang in '' '--lang fr'; do
		"$polc" trackers --draft $lang --format json $policy >"$scratch/trackers.json" 2>/dev/null || continue
		"$python" $here/check.py grammar/trackers.schema.json "$scratch/trackers.json"; ok "schema $policy $lang" $?
	done
done
for command in "notice --purpose newsletter --purpose audience" trackers; do
	"$polc" $command $company >"$scratch/page"
	[ -z "$(grep -o ' id="[^"]*"' "$scratch/page" | sort | uniq -d)" ]; ok "identifiers of $command" $?
	[ "$(grep -c '^<article class="polc" id="[a-z-]*-\(fr\|en\)" lang="\(fr\|en\)">$' "$scratch/page")" -eq 2 ]; ok "two articles of $command" $?
	"$polc" $command $company >"$scratch/again"; cmp -s "$scratch/page" "$scratch/again"; ok "the same bytes of $command" $?
	"$polc" $command -o "$scratch/file" $company && cmp -s "$scratch/page" "$scratch/file"; ok "-o of $command" $?
	"$polc" $command - <$company | cmp -s - "$scratch/page"; ok "standard input of $command" $?
	[ "$("$polc" $command --lang fr $company | grep -c '<article')" -eq 1 ]; ok "one article of $command --lang" $?
	"$polc" $command --help --lang fr | grep -q 'Utilisation'; ok "help of $command in French" $?
	"$polc" $command --help --lang en | grep -q 'Usage'; ok "help of $command in English" $?
	"$polc" $command -o /nonexistent/file $company 2>/dev/null; [ $? -eq 3 ]; ok "$command where nothing can be written" $?
	"$polc" $command nothing.policy 2>/dev/null; [ $? -eq 3 ]; ok "$command of no file" $?
	"$polc" $command policies-src 2>/dev/null; [ $? -eq 2 ]; ok "$command of several policies" $?
	"$polc" $command 2>/dev/null; [ $? -eq 2 ]; ok "$command of nothing" $?
	"$polc" $command --format xml $company 2>/dev/null; [ $? -eq 2 ]; ok "$command in another format" $?
	"$polc" $command policies-src/shared/hosts.policy 2>/dev/null; [ $? -eq 1 ]; ok "$command of a library" $?
	"$polc" ${command%% *} $(case $command in notice*) echo --purpose join ;; esac) $edges >"$scratch/none" 2>"$scratch/err"; [ $? -eq 1 ] && [ ! -s "$scratch/none" ] && grep -q GDPR-13-1-d "$scratch/err"
	ok "$command of a policy with errors" $?
	"$polc" $command --lang fr $here/english.policy >"$scratch/none" 2>&1; [ $? -eq 2 ]; ok "$command in a language that is not there" $?
	printf 'polc 1 en\npolicy p { label "x"' | "$polc" $command --draft - >"$scratch/none" 2>/dev/null; [ $? -eq 1 ] && [ ! -s "$scratch/none" ]
	ok "$command of a draft that cannot be read" $?
done

# Purposes and the address of the policy.
says() { # says TEXT STATUS COMMAND...
	text=$1
	expected=$2
	shift 2
	"$polc" "$@" >"$scratch/none" 2>"$scratch/err"
	[ $? -eq "$expected" ] && grep -qF "$text" "$scratch/err"; ok "\"$text\" of: $*" $?
}
says 'did you mean “newsletter”?' 2 notice --lang en --purpose newletter $company
says 'vouliez-vous dire' 2 notice --lang fr --purpose inscrire-lecteurs $commune
says 'the policy declares: orders, payments' 2 notice --lang en --purpose x $company
says 'unknown purpose: “x”' 2 notice --lang en --purpose x $edges
grep -q '^error' "$scratch/err"; [ $? -eq 1 ]; ok 'an unknown purpose is said alone' $?
printf 'polc 1 en\npolicy p { label: "x" }\n' | "$polc" notice --lang en --purpose x - 2>&1 | head -n 1 | grep -q 'unknown purpose'; ok 'an unknown purpose comes first' $?
says 'name at least one purpose' 2 notice --lang en $company
says 'value not allowed' 2 notice --lang en --purpose newsletter --link javascript:alert $company
says 'value not allowed' 2 notice --lang en --purpose newsletter --link //elsewhere.example $company
says 'value not allowed' 2 notice --lang en --purpose newsletter --heading-level 9 $company
says 'unknown option' 2 trackers --lang en --purpose newsletter $company
says 'give --link' 0 notice --lang en --purpose quotes $here/english.policy
says 'says nothing about trackers' 1 trackers --lang en $here/english.policy
says 'is for the controller to inform' 2 notice --lang en --draft --purpose host $here/processor.policy
"$polc" notice --purpose newsletter $company >"$scratch/once"
"$polc" notice --purpose newsletter --purpose newsletter $company | cmp -s - "$scratch/once"; ok 'a purpose named twice' $?
"$polc" notice --lang fr --purpose newsletter --link '/{lang}/donnees' $company | grep -qF 'href="/fr/donnees"'; ok 'a path as the address' $?
[ $failed -eq 0 ] && echo 'notices: fine'
exit $failed
