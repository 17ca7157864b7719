#!/bin/sh
# The files of grammar/ci/ do what they say, as far as a machine without those services
# can show: their scripts are cut out and run on a failing policy, then on a mended one.
#   run.sh POLC
set -u
here=$PWD/tests/ci
ci=$PWD/grammar/ci
polc=$(realpath "$1")
python=$(sh tests/python.sh yaml,jsonschema) || exit 1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || {
		echo "FAIL $1"
		failed=1
	}
}
export SOURCE_DATE_EPOCH=1795219200 # 21 November 2026
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE

by_schema() { # by_schema SCHEMA FILE
	"$python" "$here/scripts.py" schema "$store/$1" "$2" >/dev/null; ok "$2 by the schema of its service" $?
}
"$python" "$here/scripts.py" template "$ci/gitlab.yml" >/dev/null; ok 'the variables of the GitLab template' $?
store=$(sh tests/report/schemas.sh) && {
	by_schema github-workflow.json "$ci/github/workflow.yml"
	by_schema github-action.json "$ci/github/action.yml"
	by_schema gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json "$ci/gitlab.yml"
	by_schema pre-commit-hooks.json .pre-commit-hooks.yaml
}

# A tree like the one that the action is taken from, and a project with one policy.
mkdir -p "$scratch/polc/grammar" "$scratch/polc/compiler" "$scratch/project/policies"
cp -R "$ci" "$scratch/polc/grammar/ci"
ln -s "$polc" "$scratch/polc/compiler/polc"
cp tests/cli/bakery.policy "$scratch/project/policies/bakery.policy"

# The run that the README shows, in each language: the finding, then the change that mends it.
shows() { # shows NUMBER LANG POLICY
	cp "tests/cli/$3.policy" "$scratch/$3.policy"
	wanted=$(grep "^::error file=.*/$3\.policy" README.md | sed 's/^[^,]*,//; s/\.\.\.$//')
	(cd "$scratch" && "$polc" check --lang "$2" --report github "$3.policy") >"$scratch/shown"
	[ $? -eq 1 ] && [ -n "$wanted" ] && grep -qF -- "$wanted" "$scratch/shown"; ok "the finding that the README shows in $2" $?
	"$python" "$here/scripts.py" mend README.md "$1" "$scratch/$3.policy" >"$scratch/mended-$3.policy"
	"$polc" check "$scratch/mended-$3.policy" >/dev/null; ok "the change that the README shows in $2" $?
}
shows 1 en bakery
shows 2 fr boulangerie
cd "$scratch/project" || exit 1

# --- GitHub ---
export GITHUB_ACTION_PATH="$scratch/polc/grammar/ci/github" GITHUB_OUTPUT="$scratch/outputs"
"$python" "$here/scripts.py" action "$ci/github/action.yml" 'Build polc' | sed 's/make /make -n /' >"$scratch/build.sh"
(cd "$here/../.." && GITHUB_ACTION_PATH=$ci/github bash -eo pipefail "$scratch/build.sh" >/dev/null)
ok 'the target that the action builds' $?
"$python" "$here/scripts.py" action "$ci/github/action.yml" 'Check the policies' >"$scratch/check.sh"
export POLC_PATHS='
policies
'
bash -eo pipefail "$scratch/check.sh" >"$scratch/annotations"
[ $? -eq 1 ]; ok 'the action fails on an error' $?
grep -q '^::error file=policies/bakery.policy,line=9,.*title=GDPR-13-1-e::' "$scratch/annotations"; ok 'the annotation' $?
grep -qx 'sarif=polc.sarif' "$scratch/outputs"; ok 'the output of the action' $?
"$python" -c 'import json,sys; d = json.load(open("polc.sarif")); sys.exit(not d["runs"][0]["results"])'; ok 'its SARIF file' $?
POLC_PATHS='$(touch injected)' bash -eo pipefail "$scratch/check.sh" >/dev/null 2>&1
[ ! -e injected ]; ok 'an input is never a command' $?
: >"$GITHUB_OUTPUT"
POLC_PATHS=nowhere POLC_FAIL_ON=never bash -eo pipefail "$scratch/check.sh" >/dev/null 2>&1
[ $? -eq 2 ] && [ ! -s "$GITHUB_OUTPUT" ] && [ ! -e polc.sarif ]; ok 'no output when nothing was written, and no old file' $?
POLC_SARIF="$(printf 'a\nother=b')" bash -eo pipefail "$scratch/check.sh" >/dev/null 2>&1
[ $? -eq 2 ] && [ ! -s "$GITHUB_OUTPUT" ]; ok 'an input is never another output' $?
POLC_SINCE=--all bash -eo pipefail "$scratch/check.sh" >/dev/null 2>&1; [ $? -ge 2 ]; ok 'a revision is no option' $?
sed -n 's/^ *- *uses: //p; s/^ *uses: //p' "$ci/github/workflow.yml" | grep -v '^OWNER/' | grep -qvE '@[0-9a-f]{40} # v' && failed=1 && echo 'FAIL an action that is not pinned'

# --- GitLab ---
"$python" "$here/scripts.py" job "$ci/gitlab.yml" .polc >"$scratch/job.sh"
export POLC_HOME="$scratch/polc" POLC_PATHS=policies
sh -e "$scratch/job.sh" >"$scratch/log"
[ $? -eq 1 ]; ok 'the job fails on an error' $?
grep -q 'GDPR-13-1-e' "$scratch/log"; ok 'the log of the job' $?
"$python" -c 'import json,sys; sys.exit(not any(r["check_name"] == "GDPR-13-1-e" for r in json.load(open("polc-quality.json"))))'
ok 'its code quality report' $?
xmllint --noout --xpath '//testcase[@name="GDPR-13-1-e"]/failure' polc-junit.xml >/dev/null; ok 'its JUnit report' $?

mkdir 'a b' && cp policies/bakery.policy 'a b/*.policy' && cp policies/bakery.policy ./--help
POLC_PATHS='* --help' sh -e "$scratch/job.sh" >"$scratch/log" 2>&1
[ $? -eq 3 ] && ! grep -q 'Usage' "$scratch/log"; ok 'a path is neither a pattern nor an option' $?
rm -r 'a b' ./--help
"$polc" check --write-baseline known.json policies >/dev/null
POLC_BASELINE=known.json sh -e "$scratch/job.sh" >"$scratch/log"; ok 'the baseline of the job' $?

# --- the git hook ---
git -c init.defaultBranch=main init -q . && git config user.email test@example.org && git config user.name Test
cp "$ci/pre-commit" .git/hooks/pre-commit
export POLC="$polc"
git add policies
git commit -q -m one >"$scratch/hook" 2>&1 && failed=1 && echo 'FAIL the hook lets an error pass'
grep -q 'GDPR-13-1-e' "$scratch/hook"; ok 'the hook says why' $?
git config polc.path nowhere
git commit -q -m one >"$scratch/hook" 2>&1 && failed=1 && echo 'FAIL the hook passes over a path that is none'
git config --unset polc.path
git add known.json && git config polc.baseline known.json
git commit -q -m known >/dev/null 2>&1; ok 'the hook knows the baseline' $?
git config --unset polc.baseline
PRE_COMMIT=1 .git/hooks/pre-commit >/dev/null 2>&1; [ $? -eq 1 ]; ok 'under the framework, with nothing staged' $?
cp "$scratch/mended-bakery.policy" policies/bakery.policy
git commit -q -m one >/dev/null 2>&1 && failed=1 && echo 'FAIL the hook reads the folder, not what is staged'
git add policies
git commit -q -m one >"$scratch/hook" 2>&1; ok 'the hook lets a mended policy pass' $?
git config polc.failOn warning
echo >>policies/bakery.policy && git add policies
git commit -q -m two >/dev/null 2>&1 && failed=1 && echo 'FAIL polc.failOn'
echo text >notes && git add notes && git restore --staged policies
git commit -q -m two >/dev/null 2>&1; ok 'the hook passes over commits without policies' $?

# --- mended: every pipeline passes ---
unset POLC_PATHS
bash -eo pipefail "$scratch/check.sh" >/dev/null; ok 'the action passes once the policy is mended' $?
sh -e "$scratch/job.sh" >/dev/null; ok 'the job passes once the policy is mended' $?
[ $failed -eq 0 ] && echo 'ci: the action, the template and the hook fail and pass as they should'
exit $failed
