#!/bin/sh
# polc build of 1,000 typical policies against a floor: libcmark alone on their
# finished Markdown; and polc check of the same policies, with every rule, against the same
# floor. One run, all in turn, medians; the ratio is that of each round.
#   run.sh POLC [N]
# The files stand in memory where there is a /dev/shm: what a disk and its journal
# cost is not polc's to answer for. TMPDIR overrides that.
set -eu
polc=$1
count=${2:-1000}
rounds=9
here=$(dirname "$0")
if [ -z "${TMPDIR:-}" ] && [ -d /dev/shm ] && [ -w /dev/shm ]; then
	TMPDIR=/dev/shm
	export TMPDIR
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc=${CC:-cc}

$cc -O2 -std=c11 -o "$scratch/measure" "$here/measure.c"
# shellcheck disable=SC2046
$cc -O2 -std=c11 -o "$scratch/floor" "$here/floor.c" $(pkg-config --cflags --libs libcmark)
mkdir "$scratch/policies" "$scratch/few"
awk -v n="$count" -v dir="$scratch/policies" -f "$here/generate.awk"
awk -v n=$((count / 10)) -v dir="$scratch/few" -f "$here/generate.awk"

build() {
	rm -rf "$scratch/out"
	"$scratch/measure" "$polc" build --quiet --as-of 2026-11-21 -o "$scratch/out" "$1"
}
check() {
	"$scratch/measure" "$polc" check --quiet --as-of 2026-11-21 "$1"
}
build "$scratch/policies" >/dev/null # warm caches, and the pages of the floor
find "$scratch/out" -name '*.md' >"$scratch/pages"
echo "policies: $count; sources $(du -sk "$scratch/policies" | cut -f1) kB, Markdown $(cat $(cat "$scratch/pages") | wc -c | awk '{ print int($1 / 1024) }') kB"
cp -r "$scratch/out" "$scratch/kept"
sed "s#^$scratch/out#$scratch/kept#" "$scratch/pages" >"$scratch/list"

i=0
while [ $i -lt $rounds ]; do
	# processor seconds and kilobytes: of the build, the floor, a tenth of the policies, the check
	echo "$(build "$scratch/policies") $("$scratch/measure" "$scratch/floor" "$scratch/list") $(build "$scratch/few") $(check "$scratch/policies")"
	i=$((i + 1))
done | awk '
function median(values, n, i, j, t) {
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && values[j] < values[j - 1]; j--) {
			t = values[j]
			values[j] = values[j - 1]
			values[j - 1] = t
		}
	return values[int((n + 1) / 2)]
}
{
	build[NR] = $1
	memory[NR] = $2
	floor[NR] = $3
	floor_memory[NR] = $4
	few[NR] = $6
	ratio[NR] = $1 / $3
	check[NR] = $7
	check_ratio[NR] = $7 / $3
}
END {
	printf "polc build: %.3f s of processor time, %d kB at peak\n", median(build, NR), median(memory, NR)
	printf "floor:      %.3f s of processor time, %d kB at peak\n", median(floor, NR), median(floor_memory, NR)
	printf "ratio:      %.2f (%.2f to %.2f; at most 2.00 is the goal)\n", median(ratio, NR), ratio[1], ratio[NR]
	printf "polc check: %.3f s of processor time; ratio to the floor %.2f\n", median(check, NR), median(check_ratio, NR)
	printf "memory with a tenth of the policies: %d kB (ratio %.2f)\n", median(few, NR), memory[1] / few[NR]
}'
