#!/bin/sh
# The law as dated data: every table in both languages, the rows in force on a day, and
# the note when the tables are old.
#   law.sh POLC
set -u
polc=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || { echo "FAIL $1"; failed=1; }
}
model=policies-src/model-company/model-company.policy

# Each table of tables.def stands in the page of all, and alone, with a row and a stamp.
tables=$(sed -n 's/^TABLE([A-Z_]*, "\([a-z-]*\)".*/\1/p' compiler/law/tables.def)
for lang in fr en; do
	"$polc" law --lang $lang --as-of 2026-11-21 >"$scratch/all" 2>"$scratch/err"; ok "all tables in $lang" $?
	[ ! -s "$scratch/err" ]; ok "all tables in $lang are printed in silence" $?
	head -n 1 "$scratch/all" | grep -q '2026-11-21$'; ok "the day is named in $lang" $?
	for table in $tables; do
		grep -q "^## $table — ." "$scratch/all"; ok "$table stands among all in $lang" $?
		"$polc" law --lang $lang --as-of 2026-11-21 $table >"$scratch/$table.$lang"; ok "$table in $lang" $?
		[ "$(grep -c '^## ' "$scratch/$table.$lang")" -eq 1 ]; ok "$table alone in $lang" $?
		grep -qE '(Reviewed on|Table relue le) [0-9]{4}-[0-9]{2}-[0-9]{2}' "$scratch/$table.$lang"
		ok "the stamp of $table in $lang" $?
		[ "$(grep -c '^| [^-]' "$scratch/$table.$lang")" -gt 2 ]; ok "rows of $table in $lang" $?
		"$polc" law --lang $lang --format csv $table >"$scratch/csv"; ok "$table as csv in $lang" $?
		[ "$(wc -l <"$scratch/csv")" -eq "$(grep -c '^| [^-]' "$scratch/$table.$lang")" ]
		ok "as many rows of $table as csv in $lang" $?
	done
done
for table in $tables; do
	[ "$(grep -c '^|' "$scratch/$table.fr")" -eq "$(grep -c '^|' "$scratch/$table.en")" ]
	ok "as many rows of $table in both languages" $?
	cmp -s "$scratch/$table.fr" "$scratch/$table.en" && ok "$table differs by language" 1
done

"$polc" law mechanisms --lang en --as-of 2019-06-01 | grep '^| privacy-shield ' | grep -q '2020-07-15 | yes'; ok 'in force in 2019' $?
"$polc" law mechanisms --lang en --as-of 2021-06-01 | grep '^| privacy-shield ' | grep -q '2020-07-15 | no'; ok 'not in force in 2021' $?
SOURCE_DATE_EPOCH=1559347200 "$polc" law mechanisms --lang fr | grep '^| privacy-shield ' | grep -q '2020-07-15 | oui'; ok 'SOURCE_DATE_EPOCH' $?
SOURCE_DATE_EPOCH=1559347200 "$polc" law mechanisms --lang fr --as-of 2021-06-01 | head -n 1 | grep -q 2021-06-01; ok '--as-of before SOURCE_DATE_EPOCH' $?

# The note, once a policy, when a table was reviewed more than a year before the day.
for command in check "build -o $scratch/out"; do
	for lang in fr en; do
		"$polc" $command --lang $lang --as-of 2028-01-01 $model >"$scratch/out.txt" 2>&1; ok "$command passes in 2028" $?
		[ "$(grep -c '^note\[LAW-TABLE-OLD\]' "$scratch/out.txt")" -eq 1 ]; ok "one note of $command in 2028 ($lang)" $?
		"$polc" $command --lang $lang --as-of 2026-11-21 $model >"$scratch/out.txt" 2>&1
		grep -q 'LAW-TABLE-OLD' "$scratch/out.txt" && ok "no note of $command today ($lang)" 1
	done
done
SOURCE_DATE_EPOCH=1830297600 "$polc" check $model | grep -q 'LAW-TABLE-OLD'; ok 'the note by SOURCE_DATE_EPOCH' $?
"$polc" check --as-of 2027-11-21 $model | grep -q 'LAW-TABLE-OLD' && ok 'no note after a year to the day' 1
"$polc" check --as-of 2028-01-01 --fail-on note $model >/dev/null; [ $? -eq 1 ]; ok 'the note can stop a pipeline' $?
"$polc" build --quiet -o "$scratch/out" --as-of 2028-01-01 $model | grep -q '[1-9][0-9]* note'; ok 'a quiet build counts the note' $?
"$polc" law adequacy --lang fr --as-of 2028-01-01 | grep -q '^\*\*Table ancienne'; ok 'the remark in French' $?
"$polc" law adequacy --lang en --as-of 2028-01-01 | grep -q '^\*\*Old table'; ok 'the remark in English' $?
grep -rq 'LAW-TABLE-OLD' compiler/cli/manual.def; ok 'the manual explains the note' $?

# Where other laws alone apply, French law is neither cited nor printed.
abroad=tests/cli/abroad.policy
for rule in GDPR-7-2 GDPR-7-4 GDPR-9-2 GDPR-10 GDPR-13-2-a-VAGUE; do
	"$polc" check --lang en $abroad | grep -A7 "^[a-z]*\[$rule\]" | grep -q '= law: *GDPR'; ok "$rule fires abroad" $?
done
"$polc" check --lang en $abroad | grep '= law:' | grep -qE 'French|CNIL' && ok 'no French law abroad' 1
sed 's/law IE/law IE, FR/' $abroad | "$polc" check --lang en - | grep '= law:' | grep -q 'French'; ok 'French law beside another' $?
"$polc" coverage --lang en $abroad >"$scratch/statement"
grep -E '^\| [0-9.]+ ' "$scratch/statement" | grep -v 'French law does not apply' | grep -qE 'French|CNIL' && ok 'no French law in the statement' 1
grep -q 'name: O’Brien' "$scratch/statement"; ok 'names are typeset in the statement' $?
"$polc" build --draft --quiet -o "$scratch/abroad" $abroad >/dev/null 2>&1
grep -q 'existing-customer exception (Directive 2002/58/EC, Art.*13(2))' "$scratch"/abroad/*/policy.en.md; ok 'the exception of the Directive' $?
sed 's/law IE/law IE, FR/' $abroad >"$scratch/both.policy"
"$polc" build --draft --quiet -o "$scratch/both" "$scratch/both.policy" >/dev/null 2>&1
grep -q 'existing-customer exception (French Postal' "$scratch"/both/*/policy.en.md; ok 'the exception of French law' $?
grep -q '| Data relating to criminal convictions and offences |' "$scratch"/abroad/*/policy.en.md; ok 'criminal data are no special category' $?
grep -q 'Special categories of data and criminal offence data: data concerning health' "$scratch"/abroad/*/policy.en.md; ok 'criminal data beside special ones' $?

# What is refused.
"$polc" law nothing >/dev/null 2>&1; [ $? -eq 2 ]; ok 'an unknown table' $?
"$polc" law adequacy mechanisms >/dev/null 2>&1; [ $? -eq 2 ]; ok 'two tables' $?
"$polc" law --format csv >/dev/null 2>&1; [ $? -eq 2 ]; ok 'csv of all tables' $?
"$polc" law --format man >/dev/null 2>&1; [ $? -eq 2 ]; ok 'a format of another command' $?
"$polc" reference --format csv >/dev/null 2>&1; [ $? -eq 2 ]; ok 'a format of law for another command' $?
"$polc" law --as-of 2026-02-30 >/dev/null 2>&1; [ $? -eq 2 ]; ok 'a day that does not exist' $?
[ $failed -eq 0 ] && echo 'law: fine'
exit $failed
