#!/bin/sh
# polc coverage: its pages, byte for byte and by programs that share no code with polc;
# its JSON; and its agreement with polc check.
#   run.sh [--bless] POLC
set -u
bless=
[ "$1" = --bless ] && bless=yes && shift
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || { echo "FAIL $1"; failed=1; }
}
as_of='--as-of 2026-11-21'
policy=tests/coverage/workshop.policy
model=policies-src/model-company/model-company.policy

mkdir "$scratch/pages"
for lang in fr en; do
	for format in md html; do
		"$polc" coverage $as_of --lang $lang --format $format -o "$scratch/pages/workshop.$lang.$format" $policy
		[ $? -eq 1 ]; ok "status of $lang $format" $?
	done
	[ -z "$bless" ] || cp "$scratch/pages/workshop.$lang.md" "$here/statement.$lang.md"
	diff -u "$here/statement.$lang.md" "$scratch/pages/workshop.$lang.md"; ok "the Markdown in $lang" $?
	"$polc" coverage $as_of --lang $lang --format html policies-src >"$scratch/pages/all.$lang.html"
	"$polc" coverage $as_of --lang $lang policies-src >"$scratch/pages/all.$lang.md"
done
sh tests/render/check.sh "$scratch/pages" >"$scratch/log" 2>&1 || { cat "$scratch/log"; failed=1; echo 'FAIL the pages are sound'; }
grep -q '<express>' "$scratch/pages/workshop.en.html" && failed=1 && echo 'FAIL unescaped text'

"$polc" coverage $as_of $policy | cmp -s - "$here/statement.en.md"; ok 'Markdown on standard output by default' $?
"$polc" coverage $as_of --format pdf $policy 2>/dev/null; [ $? -eq 2 ]; ok 'a wrong format is wrong usage' $?
"$polc" coverage $as_of 2>/dev/null; [ $? -eq 2 ]; ok 'no policy is wrong usage' $?
"$polc" coverage $as_of policies-src/shared >/dev/null 2>&1; [ $? -eq 2 ]; ok 'libraries alone are wrong usage' $?
"$polc" coverage $as_of -o "$scratch/no/folder.md" $model 2>/dev/null; [ $? -eq 3 ]; ok 'an output that cannot be written' $?
"$polc" coverage $as_of -j 4 --format json policies-src >"$scratch/four"
"$polc" coverage $as_of --format json policies-src >"$scratch/one"
cmp -s "$scratch/one" "$scratch/four"; ok 'the same bytes with threads' $?

# Of two waivers alike but for their days, the one that holds is the one that is shown.
sed 's/^  allow SEC-NONE \(".*"\) until.*/  allow SEC-NONE \1 until 2026-01-31; &/' $policy >"$scratch/twice.policy"
"$polc" coverage $as_of --lang en "$scratch/twice.policy" | grep -q 'v2, until 30.*June.*2027'
ok 'the waiver that holds' $?

for source in $policy tests/cli/*.policy policies-src/*/*.policy; do
	grep -qE '^(policy|politique) ' "$source" || continue
	"$polc" check $as_of --report line "$source" >"$scratch/line"
	expected=$?
	"$polc" coverage $as_of --format json "$source" >"$scratch/json"
	[ $? -eq $expected ]; ok "the status of check: $source" $?
	python3 "$here/agree.py" "$scratch/json" "$scratch/line"; ok "the findings of check: $source" $?
done
exit $failed
