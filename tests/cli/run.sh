#!/bin/sh
# The command as a user meets it: help, languages, exit statuses, reports, threads.
#   run.sh POLC
set -u
polc=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || { echo "FAIL $1"; failed=1; }
}
model=policies-src/model-company/model-company.policy
draft=policies-src/gem-services/gem-services.policy
as_of='--as-of 2026-11-21'

LC_ALL=fr_FR.UTF-8 "$polc" --help | grep -q 'Commandes'; ok 'help in French by locale' $?
LC_ALL=C "$polc" --help | grep -q 'Commands'; ok 'help in English by locale' $?
for command in build check coverage notice trackers explain rules law reference dump; do
	for lang in fr en; do
		"$polc" $command --help --lang $lang | grep -q -- '--lang'; ok "help of $command in $lang" $?
	done
done
"$polc" --version | grep -qE '^polc [0-9]'; ok 'version' $?

"$polc" check $as_of $model >"$scratch/out" 2>"$scratch/err"; ok 'a clean policy passes' $?
[ ! -s "$scratch/err" ]; ok 'a clean policy is silent on standard error' $?
"$polc" check $as_of $draft >/dev/null; [ $? -eq 1 ]; ok 'errors give status 1' $?
"$polc" check $as_of --lang fr $draft | grep -q 'RGPD, art\..*13'; ok 'French citations' $?
"$polc" check $as_of --lang en $draft | grep -q 'GDPR Art\..*13'; ok 'English citations' $?
"$polc" check $as_of --report line $draft | grep -qE "^$draft:[0-9]+:[0-9]+: error\[[A-Za-z0-9-]+\]: "; ok 'one-line report' $?
"$polc" check $as_of --report line="$scratch/report" --report terminal $draft >"$scratch/terminal"
[ -s "$scratch/report" ] && grep -q ' --> ' "$scratch/terminal"; ok 'two reports at once' $?
"$polc" check $as_of $draft | grep -q "$(printf '\033')" && failed=1 && echo 'FAIL colour in a pipe'
"$polc" check $as_of --color always $draft | grep -q "$(printf '\033')"; ok 'colour on demand' $?
NO_COLOR=1 "$polc" check $as_of --color always $draft | grep -q "$(printf '\033')" && failed=1 && echo 'FAIL NO_COLOR'
if command -v script >/dev/null; then
	TERM=dumb script -qec "$polc check $as_of $draft" /dev/null | grep -q "$(printf '\033')" && failed=1 && echo 'FAIL colour on a dumb terminal'
	TERM=xterm script -qec "$polc check $as_of $draft" /dev/null | grep -q "$(printf '\033')"; ok 'colour on a terminal' $?
fi
"$polc" check $as_of - <$model >/dev/null; ok 'standard input' $?

# Every finding has file, line, column, citation and help, in both languages.
for lang in fr en; do
	for example in $draft policies-src/imope/imope.policy; do
		"$polc" check $as_of --lang $lang $example >"$scratch/out"
		findings=$(grep -cE '^(error|warning|note|erreur|avertissement)\[' "$scratch/out")
		[ "$findings" -gt 0 ] && [ "$findings" -eq "$(grep -cE '^ +--> .*:[0-9]+:[0-9]+$' "$scratch/out")" ]
		ok "a place for each finding ($lang $example)" $?
		[ "$findings" -eq "$(grep -cE '= (law|loi).?:' "$scratch/out")" ]; ok "a citation for each finding ($lang $example)" $?
		[ "$findings" -eq "$(grep -cE '= (help|aide).?:' "$scratch/out")" ]; ok "help for each finding ($lang $example)" $?
	done
done

for rule in $("$polc" rules --lang en | awk '/^[A-Z]/ { print $1 }'); do
	for lang in fr en; do
		[ "$("$polc" explain $rule --lang $lang | head -n 1 | cut -c1-$((${#rule} + 2)))" = "# $rule" ]; ok "explain $rule in $lang" $?
	done
done

# Any number of threads and any format choice give the same bytes.
"$polc" build --quiet --draft $as_of -o "$scratch/one" policies-src >/dev/null; ok 'build of a folder' $?
"$polc" build --quiet --draft $as_of -j 4 -o "$scratch/four" policies-src >/dev/null; ok 'build with threads' $?
diff -r "$scratch/one" "$scratch/four" >/dev/null; ok 'the same bytes with threads' $?
"$polc" build --quiet $as_of -o "$scratch/md" --formats md $model >/dev/null; ok 'one format' $?
[ -z "$(find "$scratch/md" -name '*.html' -o -name '*.xml')" ]; ok 'only the format asked for' $?
for clean in policies-src/model-*/*.policy; do
	"$polc" build $as_of -o "$scratch/clean" "$clean" >"$scratch/out" 2>"$scratch/err"; ok "$clean builds" $?
	[ ! -s "$scratch/err" ]; ok "$clean builds in silence" $?
done
# A build that is interrupted leaves each policy whole or away, and nothing beside it.
mkdir "$scratch/many"
for i in $(seq 150); do
	sed "s/^policy [^ ]*/policy p$i/" $model >"$scratch/many/$i.policy"
done
for i in 1 2 3 4 5 6 7 8 9 10; do
	rm -rf "$scratch/cut"
	"$polc" build --quiet $as_of -j $((i % 2 * 3 + 1)) -o "$scratch/cut" "$scratch/many" >/dev/null 2>&1 &
	cut=$!
	sleep 0.0$i
	kill -s $([ $((i % 3)) -eq 0 ] && echo HUP || echo TERM) $cut 2>/dev/null
	wait $cut 2>/dev/null
	[ -z "$(find "$scratch/cut" -name '*.tmp' 2>/dev/null)" ]; ok 'no temporary file after an interruption' $?
	for folder in "$scratch"/cut/*/; do
		[ ! -d "$folder" ] || [ "$(find "$folder" -type f | wc -l)" -eq 5 ]; ok 'no half of a policy after an interruption' $?
	done
done
"$polc" build $as_of -o "$scratch/none" $draft >/dev/null 2>&1; [ $? -eq 1 ] && [ ! -e "$scratch/none" ]; ok 'errors stop a build' $?
[ $failed -eq 0 ] && echo 'cli: fine'
exit $failed
