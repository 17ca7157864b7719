#!/bin/sh
# Everything that make lint asks of the sources named: layout, budgets, include
# edges, static analysis, and a clang build beside the gcc one.
set -u
here=$(dirname "$0")
status=0
step() {
	name=$1
	shift
	if "$@"; then
		echo "lint: $name: fine"
	else
		echo "lint: $name: FAILED"
		status=1
	fi
}
headers=$(find compiler -name '*.h' | LC_ALL=C sort)
step format clang-format --dry-run -Werror "$@" $headers
step budgets sh "$here/budgets.sh" "$@" $headers
step includes awk -f "$here/includes.awk" "$@" $headers
step marks sh "$here/marks.sh"
step cppcheck cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr --force \
	--enable=warning,performance,portability --suppress=missingIncludeSystem --suppress=preprocessorErrorDirective \
	-Icompiler -I. "$@"
step clang make -s CC=clang BUILD=.build/clang POLC=.build/clang/polc .build/clang/polc
exit $status
