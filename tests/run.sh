#!/bin/sh
# The whole test suite: run.sh POLC UNIT_TEST_PROGRAM...
set -u
polc=$1
shift
passed=0
failed=0
verdict() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED: $2"
	fi
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for program in "$@"; do
	"$program" >"$scratch/log" 2>&1
	result=$?
	[ $result -eq 0 ] || cat "$scratch/log"
	verdict $result "$program"
done
scripts='tests/golden.sh
tests/rules/run.sh
tests/rules/explain.sh
tests/rules/gold.sh
tests/rules/citations.sh
tests/rules/catalogue.sh
tests/rules/dated.sh
tests/cli/run.sh
tests/cli/newcomer.sh
tests/cli/law.sh
tests/cli/settings.sh
tests/cli/notices.sh
tests/cli/site.sh
tests/ci/run.sh
tests/property/run.sh
tests/property/removals.sh
tests/property/reorder.sh
tests/property/mandatory.sh
tests/property/readability.sh
tests/property/hostile.sh
tests/since/run.sh
tests/pathological/run.sh
tests/render/run.sh
tests/render/roundtrip.sh
tests/coverage/run.sh
tests/report/run.sh'
for script in $scripts; do
	echo "== $script"
	sh "$script" "$polc"
	verdict $? "$script"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
