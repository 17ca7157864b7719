#!/bin/sh
# Budgets of the house style: function median <= 15 lines, p90 <= 40, max 60; file
# <= 500 lines; header <= 120; parameters <= 5.  budgets.sh FILE...
set -u
status=0
for file in "$@"; do
	lines=$(wc -l <"$file")
	case $file in
	*.h) limit=120 ;;
	*) limit=500 ;;
	esac
	if [ "$lines" -gt $limit ]; then
		echo "$file: $lines lines, over $limit"
		status=1
	fi
done
ctags -x --c-kinds=f --_xformat='%{input} %n %{end} %N %S' "$@" | awk '
{
	n = $3 - $2 + 1
	length_of[++count] = n
	if (n > 60) {
		print $1 ": " $4 " takes " n " lines, over 60"
		bad = 1
	}
	signature = $0
	sub(/^[^(]*\(/, "", signature)
	if (gsub(/,/, ",", signature) > 4) {
		print $1 ": " $4 " has more than 5 parameters"
		bad = 1
	}
}
END {
	for (i = 1; i <= count; i++)
		tally[length_of[i]]++
	for (n = 1; n <= 1000; n++) {
		seen += tally[n]
		if (!median && seen >= count / 2) median = n
		if (!p90 && seen >= count * 0.9) p90 = n
	}
	print count " functions: median " median ", p90 " p90 " lines"
	exit bad || median > 15 || p90 > 40
}' || status=1
exit $status
