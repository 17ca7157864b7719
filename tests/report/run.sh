#!/bin/sh
# The reports of polc check: each valid, all of the same findings, each place cut out of
# its source, hostile texts harmless; and where reports go.
#   run.sh POLC
# The schemas as published: SOURCES.md says whence.
set -u
polc=$(realpath "$1")
here=$PWD/tests/report
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS [WHAT-WAS-SAID]
	[ "$2" -eq 0 ] || {
		echo "FAIL $1"
		[ $# -lt 3 ] || cat "$3"
		failed=1
	}
}
python=$(sh tests/python.sh jsonschema) || exit 1
store=$(sh tests/report/schemas.sh) # empty, and said so, where npm cannot reach it
as_of='--as-of 2026-11-21'

# Writes every report of the paths into a folder.
reports() { # reports FOLDER OPTION-OR-PATH...
	folder=$1
	shift
	mkdir -p "$folder"
	"$polc" check $as_of --report json="$folder/r.json" --report sarif="$folder/r.sarif" \
		--report junit="$folder/r.junit" --report github="$folder/r.github" --report gitlab="$folder/r.gitlab" \
		--report line="$folder/r.line" --report terminal="$folder/r.terminal" "$@" >/dev/null 2>"$folder/err"
}
published() { # published FORMAT SCHEMA FOLDER
	"$python" "$here/check.py" published "$2" "$3/r.$1" >"$scratch/said"; ok "$1 by its published schema: $3" $? "$scratch/said"
}
examine() { # examine NAME FOLDER
	"$python" "$here/check.py" reports "$2" >"$scratch/said"; ok "$1" $? "$scratch/said"
	xmllint --noout --relaxng "$here/junit.rng" "$2/r.junit" 2>"$scratch/xml"; ok "$1: JUnit by its grammar" $?
	for schema in junit-jenkins-10 JUnit-windyroad; do
		xmllint --noout --schema "$here/schemas/$schema.xsd" "$2/r.junit" 2>"$scratch/xml"
		ok "$1: $schema" $? "$scratch/xml"
	done
	published gitlab "$here/schemas/gitlab-codeclimate.json" "$2"
	[ -z "$store" ] || published sarif "$store/sarif-2.1.0.json" "$2"
}

for lang in fr en; do
	reports "$scratch/real.$lang" --lang $lang policies-src
	[ $? -eq 1 ]; ok "the policies fail ($lang)" $?
	examine "the policies ($lang)" "$scratch/real.$lang"
done
reports "$scratch/rules" tests/model tests/rules/*.fires.policy tests/rules/*.silent-waived.policy
examine 'the policies of the tests' "$scratch/rules"

# The language of a report changes neither findings nor fingerprints; JSON holds both.
cmp -s "$scratch/real.fr/r.json" "$scratch/real.en/r.json"; ok 'JSON is the same in both languages' $?
grep -q "$(printf '\302\240')" "$scratch/real.en/r.json"; ok 'JSON is typeset' $?

# Fingerprints stay when lines move, and when the file has another name.
mkdir "$scratch/moved"
{
	head -n 1 policies-src/imope/imope.policy
	printf '\n# a remark\n\n'
	tail -n +2 policies-src/imope/imope.policy
} >"$scratch/moved/other.policy"
cp -R policies-src/shared "$scratch/moved/shared"
mkdir "$scratch/moved/imope"
mv "$scratch/moved/other.policy" "$scratch/moved/imope/other.policy"
for path in policies-src/imope/imope.policy "$scratch/moved/imope/other.policy"; do
	"$polc" check $as_of --report json --root "${path%/imope/*}" "$path" | grep -o '"fingerprint":"[^"]*"' >"$scratch/prints.$(basename "$path")"
done
[ -s "$scratch/prints.imope.policy" ] && cmp -s "$scratch/prints.imope.policy" "$scratch/prints.other.policy"
ok 'fingerprints stay when lines move' $?

mkdir "$scratch/hostile"
"$python" "$here/check.py" hostile "$scratch/hostile"; ok 'hostile policies' $?
(cd "$scratch" && reports "$scratch/hostile.reports" hostile)
(cd "$scratch" && examine 'hostile texts' "$scratch/hostile.reports"; exit $failed); ok 'hostile texts' $?
for report in line github json sarif junit gitlab terminal; do
	LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$scratch/hostile.reports/r.$report" && failed=1 && echo "FAIL control characters in $report"
	iconv -f UTF-8 -t UTF-8 "$scratch/hostile.reports/r.$report" >/dev/null; ok "$report is UTF-8" $?
done

# Where reports go.
draft=policies-src/imope/imope.policy
"$polc" check $as_of --report json $draft >"$scratch/out" && failed=1
"$python" -m json.tool "$scratch/out" >/dev/null; ok 'a document on standard output is alone there' $?
"$polc" check $as_of --report json --quiet $draft | cmp -s - "$scratch/out"; ok 'quiet leaves a document whole' $?
"$polc" check $as_of --report json=- $draft | cmp -s - "$scratch/out"; ok '- is standard output' $?
"$polc" check $as_of --report json="$scratch/file" --quiet $draft >"$scratch/summary"
cmp -s "$scratch/file" "$scratch/out"; ok 'quiet leaves a file whole' $?
grep -qE '^[0-9]+ error' "$scratch/summary"; ok 'quiet prints the summary' $?
for second in sarif json=-; do
	"$polc" check $as_of --report terminal --report $second $draft >"$scratch/none" 2>&1
	[ $? -eq 2 ]; ok "two reports on standard output are refused ($second)" $?
done
for file in "$scratch/x" "$scratch/./x"; do
	"$polc" check --report json="$scratch/x" --report sarif="$file" $draft >"$scratch/none" 2>&1
	[ $? -eq 2 ] && [ ! -e "$scratch/x" ]; ok "two reports in one file are refused ($file)" $?
done
"$polc" check --report json=/dev/null --report sarif=/dev/null $draft; [ $? -eq 1 ]; ok 'a device takes any number' $?

# Nothing that is read is replaced, whatever name it goes by.
cp tests/cli/bakery.policy "$scratch/read.policy"
ln -s read.policy "$scratch/link.policy"
"$polc" check --write-baseline "$scratch/read.json" "$scratch/read.policy" >/dev/null
cp "$scratch/read.json" "$scratch/read.copy"
for wanted in "--report line=$scratch/link.policy" "--write-baseline $scratch/read.policy" \
	"--baseline $scratch/read.json --report json=$scratch/read.json" \
	"--write-baseline $scratch/new.json --report json=$scratch/new.json"; do
	"$polc" check $wanted "$scratch/read.policy" >"$scratch/none" 2>&1; [ $? -eq 2 ]; ok "refused: $wanted" $?
done
for command in coverage 'notice --draft --purpose delivery'; do
	"$polc" $command -o "$scratch/read.policy" "$scratch/read.policy" >"$scratch/none" 2>&1; [ $? -eq 2 ]; ok "refused: $command" $?
done
cmp -s tests/cli/bakery.policy "$scratch/read.policy" && cmp -s "$scratch/read.json" "$scratch/read.copy" &&
	[ -L "$scratch/link.policy" ] && [ ! -e "$scratch/new.json" ]; ok 'what is read stays' $?
for word in jsonx json= =x ''; do
	"$polc" check --report "$word" $draft >"$scratch/none" 2>&1; [ $? -eq 2 ]; ok "'$word' is refused" $?
done
"$polc" check $as_of --report sarif="$scratch/no/such/folder" $draft >/dev/null 2>&1; [ $? -eq 3 ]; ok 'a file that cannot be written' $?
[ "$("$polc" check $as_of --report line $draft | wc -l)" -eq "$(grep -c "^$draft:" "$scratch/real.en/r.line")" ]
ok 'no summary behind lines' $?

# A file that cannot be read: the reports say that they are not complete.
reports "$scratch/unread" $draft "$scratch/missing.policy"
[ $? -eq 3 ]; ok 'an unreadable file gives status 3' $?
"$python" "$here/check.py" reports "$scratch/unread" >/dev/null; ok 'reports of an unreadable file' $?
xmllint --noout --relaxng "$here/junit.rng" "$scratch/unread/r.junit" 2>/dev/null; ok 'JUnit of an unreadable file' $?
grep -q '"complete":false' "$scratch/unread/r.json"; ok 'JSON is marked incomplete' $?
grep -q '"executionSuccessful":false' "$scratch/unread/r.sarif"; ok 'SARIF is marked incomplete' $?
grep -q '<error message=' "$scratch/unread/r.junit"; ok 'JUnit has an error' $?

# What the baseline knows stays in documents, marked; the reports still agree.
"$polc" check $as_of --write-baseline "$scratch/baseline" $draft >/dev/null
reports "$scratch/known" --baseline "$scratch/baseline" $draft policies-src/gem-services/gem-services.policy
examine 'with a baseline' "$scratch/known"
grep -q '"baselineState":"unchanged"' "$scratch/known/r.sarif"; ok 'SARIF has known findings' $?
grep -q '"baselineState":"new"' "$scratch/known/r.sarif"; ok 'SARIF has new findings' $?
grep -q "file=$draft" "$scratch/known/r.github" && failed=1 && echo 'FAIL GitHub shows a known finding'

# Below the threshold a case is skipped; at it, failed.
"$polc" check $as_of --report junit --fail-on note $draft | grep -q '<skipped message="below' && failed=1 && echo 'FAIL a case below the least threshold'
"$polc" check $as_of --report junit --fail-on error $draft | grep -q '<failure[^>]*type="warning"' && failed=1 && echo 'FAIL a failure below the threshold'

# What code scanning would refuse is left out, and said to be.
mkdir "$scratch/long"
for i in 1 2 3; do
	awk -v i=$i 'BEGIN { print "polc 1 en\npolicy p" i " {"; for (; n < 9000; n++) print "  zz" n " x"; print "}" }' >"$scratch/long/$i.policy"
done
"$polc" check --report sarif="$scratch/long.sarif" --report json="$scratch/long.json" "$scratch/long" >/dev/null
"$python" - "$scratch/long.sarif" "$scratch/long.json" <<'EOF'
import json, sys
log, whole = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
run = log["runs"][0]
notice = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
count = sum(whole["counts"][level] for level in ("error", "warning", "note"))
sys.exit(not (len(run["results"]) == 25000 and notice.endswith(" %d" % (count - 25000)) and not run["properties"]["complete"]))
EOF
ok 'SARIF within the limit of code scanning' $?
# It would pass over the category of the upload.
grep -q automationDetails "$scratch/long.sarif" && failed=1 && echo 'FAIL SARIF names its own category'

# Any number of threads gives the same bytes.
for format in json sarif junit github gitlab; do
	"$polc" check $as_of --report $format policies-src >"$scratch/one"
	"$polc" check $as_of --report $format -j 4 policies-src | cmp -s - "$scratch/one"; ok "threads, $format" $?
done
[ $failed -eq 0 ] && echo 'report: fine'
exit $failed
