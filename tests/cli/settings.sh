#!/bin/sh
# Levels that a polc.conf or the command line change, and baselines.
#   settings.sh POLC
set -u
polc=$(realpath "$1")
draft=$PWD/policies-src/gem-services/gem-services.policy
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || {
		echo "FAIL $1"
		failed=1
	}
}
# level RULE OPTION...: the levels at which the rule reports.
level() {
	rule=$1
	shift
	"$polc" check --as-of 2026-11-21 --lang en --report line "$@" |
		sed -n "s/^[^:]*:[0-9:]* \([a-z]*\)\[$rule\].*/\1/p" | sort -u | tr '\n' ' '
}
refused() { # refused NAME WANTED OPTION...
	name=$1 wanted=$2
	shift 2
	"$polc" check --lang en "$@" >"$scratch/out" 2>"$scratch/err"
	[ $? -eq 2 ] && [ ! -s "$scratch/out" ] && grep -qF -- "$wanted" "$scratch/err"
	ok "$name" $?
}

mkdir -p "$scratch/tree/one" "$scratch/tree/two"
cp "$draft" "$scratch/tree/one/one.policy"
sed 's/^policy [^ ]*/policy two/' "$draft" >"$scratch/tree/two/two.policy"
cp -R policies-src/shared "$scratch/tree/"
cd "$scratch" || exit 1

# --- severities ---
[ "$(level DOC-DATE tree)" = 'warning ' ]; ok 'the catalogue level' $?
[ "$(level DOC-DATE tree --severity DOC-DATE=error)" = 'error ' ]; ok '--severity' $?
[ "$(level DOC-DATE tree --severity doc-date=erreur)" = 'error ' ]; ok '--severity in French' $?
printf '# ours\n\nseverity DOC-DATE note # a remark\r\ngravité GDPR-13-1-e erreur\n' >tree/polc.conf
[ "$(level DOC-DATE tree)" = 'note ' ]; ok 'polc.conf' $?
[ "$(level DOC-DATE tree --severity DOC-DATE=error)" = 'error ' ]; ok 'the command line prevails over polc.conf' $?
echo 'gravite DOC-DATE erreur' >tree/two/polc.conf
[ "$(level DOC-DATE tree)" = 'error note ' ]; ok 'the nearest polc.conf counts' $?
(cd tree/two && [ "$(level DOC-DATE --root .. two.policy)" = 'error ' ] && rm polc.conf &&
	[ "$(level DOC-DATE --root .. two.policy)" = 'note ' ]); ok 'a folder of includes above the current one' $?
(cd tree/one && [ "$(level DOC-DATE one.policy)" = 'warning ' ]); ok 'no polc.conf above the folder of includes' $?
"$polc" check --as-of 2026-11-21 tree/one -q --fail-on error >/dev/null; [ $? -eq 1 ]; ok 'errors fail' $?
refused 'an unknown rule' 'unknown rule NONE' tree --severity NONE=note
refused 'the rule that was meant' 'GDPR-77-CND; `polc rules` lists them; did you mean GDPR-77-COND?' tree --severity GDPR-77-CND=note
refused 'an unknown level' 'DOC-DATE=loud' tree --severity DOC-DATE=loud
refused 'no level' 'DOC-DATE=' tree --severity DOC-DATE
refused 'an error that the law requires' 'GDPR-13-1-e' tree --severity GDPR-13-1-e=warning
[ "$(level GDPR-21-4 tree --severity GDPR-21-4=warning)" = 'warning ' ]; ok 'a contested error may become a warning' $?
echo 'severity DOC-DATE error' >tree/polc.conf
[ "$(level DOC-DATE "$PWD/tree/one/one.policy")$(level DOC-DATE "$PWD/tree")" = 'error error ' ]; ok 'an absolute path below the current folder' $?
echo 'severity GDPR-13-1-e' >tree/polc.conf
refused 'an unfinished line' 'tree/polc.conf:1' tree
printf 'severity DOC-DATE note\nother things\n' >tree/polc.conf
refused 'an unknown statement' 'other (tree/polc.conf:2)' tree
"$polc" build --lang en tree -o pages >/dev/null 2>&1; [ $? -eq 2 ] && [ ! -e pages ]; ok 'build reads it too' $?
rm tree/polc.conf

# --- the day ---
for day in 2026-3-01 ' 2026-03-01' '+026-03-01' 2026-02-29 0000-01-01 20260301; do
	refused "the day '$day'" -- tree --as-of "$day"
done
for epoch in ' 5' +5 -1 5x 0x5 253402300800 99999999999999999999; do
	SOURCE_DATE_EPOCH=$epoch; export SOURCE_DATE_EPOCH
	refused "the second '$epoch'" SOURCE_DATE_EPOCH tree
done
unset SOURCE_DATE_EPOCH

# --- baselines ---
check() {
	"$polc" check --as-of 2026-11-21 --lang en "$@"
}
check tree --write-baseline known.json >/dev/null; ok 'writing a baseline' $?
cp known.json first.json
check tree -j 4 --write-baseline known.json >/dev/null
cmp -s first.json known.json; ok 'the same baseline twice' $?
check tree --baseline known.json --fail-on note >out; ok 'nothing new' $?
grep -q 'already known' out && ! grep -q 'error\[' out; ok 'the summary counts what is known' $?
sed 's/^/# moved down\n/;1!s/^# moved down\n//' "$draft" >tree/one/one.policy
check tree --baseline known.json --fail-on note >/dev/null; ok 'lines may move' $?
sed '/^dpo {/,/^}/s/email .*//' "$draft" >tree/one/one.policy
check tree --baseline known.json --report line >out; [ $? -eq 1 ] && [ "$(grep -c . out)" -ge 1 ] && ! grep -q 'tree/two' out
ok 'only what is new' $?
check tree/two --baseline known.json 2>err >/dev/null && [ ! -s err ]; ok 'part of a tree' $?
sed 's/^  languages fr.*/&\n  version "2"; effective 2026-01-01; updated 2026-01-01/' "$draft" >tree/one/one.policy
check tree --baseline known.json 2>err >/dev/null && grep -q 'known.json' err; ok 'entries mended since' $?
# A finding that names several things: in any order, some mended, but none more.
several() { # several PURPOSE...
	echo 'polc 1 en
policy several { label "Several"; languages en; law FR }
controller c { name "C"; email c@c.example; country FR }
data d { label "D"; item "name"; source data-subject; required on-form }'
	for purpose; do
		echo "purpose $purpose { label \"Purpose $purpose\"; data d; basis contract; retain 5 years after delivery }"
	done
	echo 'rights { email c@c.example }'
}
several a b c e f g h >several.policy
check several.policy --write-baseline several.json >/dev/null
for purposes in 'h g f e c b a' 'h c' 'g'; do
	several $purposes >several.policy
	check several.policy --baseline several.json --report line >out 2>/dev/null
	grep -q 'GDPR-13-1-e' out && failed=1 && echo "FAIL known: $purposes"
done
for purposes in 'a b c e f g h i' 'i' 'a i'; do
	several $purposes >several.policy
	check several.policy --baseline several.json --report line >out 2>/dev/null
	[ $? -eq 1 ] && grep -q 'GDPR-13-1-e' out; ok "new: $purposes" $?
done
echo '{' >broken.json
refused 'a file that is no baseline' broken.json tree --baseline broken.json
echo '{"baseline": 2, "findings": []}' >later.json
refused 'a baseline of a later edition' 'a later polc: later.json' tree --baseline later.json
sed '5i\
<<<<<<< HEAD' known.json >merged.json
refused 'a baseline with marks of a merge' 'merged.json:5' tree --baseline merged.json
: >empty.json
refused 'an empty baseline' 'empty.json:' tree --baseline empty.json
check tree --baseline none.json >/dev/null 2>&1; [ $? -eq 3 ]; ok 'a missing baseline' $?
printf 'polc 1 en\npolicy x { langages en }\n' >tree/one/one.policy
check tree --write-baseline known.json >/dev/null; [ $? -eq 1 ]; ok 'errors of the language are never passed over' $?
[ $failed -eq 0 ] && echo 'settings: levels and baselines'
exit $failed
