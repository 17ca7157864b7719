#!/bin/sh
# No marks of unfinished work, no printing or exiting outside cli/, no mutable
# state at file scope.
status=0
if grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' compiler Makefile --include='*.c' --include='*.h' --include=Makefile |
	grep -vE 'VALUE_TODO|"[^"]*TODO'; then
	echo "marks of unfinished work"
	status=1
fi
if grep -rnE '(^|[^a-z_])(printf|puts|exit)\(' compiler --include='*.c' | grep -vE '^compiler/(cli/|main\.c|base/memory\.c)'; then
	echo "printing or exiting outside cli/"
	status=1
fi
exit $status
