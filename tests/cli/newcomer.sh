#!/bin/sh
# What a newcomer meets, who writes as word processors, contracts and other languages do:
# each mistake is answered by what to write; what could not be read raises no further
# question; messages name things as a person would.
#   newcomer.sh POLC
set -u
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || { echo "FAIL $1"; failed=1; }
}
as_of='--as-of 2026-11-21'
plain() { # no-break spaces as spaces
	sed 's/\xC2\xA0/ /g; s/\xE2\x80\xAF/ /g'
}

# The fixes of mistakes that are in no table of keywords: usual.def, value_duration.c.
for name in usual-words usual-durations text-separator; do
	"$polc" check $as_of --lang fr --color never tests/model/$name.policy | sed -n "s/^ *= correction.*: \(.*\)/$name: \1/p"
done >"$scratch/fixes"
diff -u "$here/newcomer.fixes" "$scratch/fixes"; ok 'the fixes of usual mistakes' $?

"$polc" check $as_of --lang fr tests/model/usual-words.policy >"$scratch/out"
grep -q 'FACT-UNKNOWN.*organisme public' "$scratch/out"; [ $? -eq 1 ]; ok 'a fact that could not be read is not asked for' $?
tail -n 1 "$scratch/out" | plain | grep -q "d’abord : les erreurs d’écriture"; ok 'errors of writing come first' $?
"$polc" check $as_of --lang en tests/model/usual-words.policy | tail -n 1 | grep -q 'correct first what is written wrongly'; ok 'the same in English' $?
"$polc" check $as_of --lang fr tests/cli/boulangerie.policy | grep -q "à corriger d’abord"; [ $? -eq 1 ]; ok 'but not where there are none' $?

# The sample at the head of the reference is a policy that reads without an error of writing.
for lang in fr en; do
	"$polc" reference --lang $lang | sed -n '/^```polc/,/^```$/{/^```/d;p}' >"$scratch/sample.policy"
	"$polc" check $as_of --report line --lang $lang "$scratch/sample.policy" >"$scratch/out" 2>&1
	grep -qE '\[(MODEL|SYNTAX)-' "$scratch/out"; [ $? -eq 1 ]; ok "the sample of the reference in $lang" $?
	grep -q 'GDPR-13-1-a' "$scratch/out"; ok "the sample is read ($lang)" $?
done

"$polc" check --lang fr "$scratch/absent.policy" 2>&1 | grep -q 'fichier introuvable'; ok 'why a file cannot be read, in French' $?
"$polc" check --lang en "$scratch/absent.policy" 2>&1 | grep -q 'there is no such file'; ok 'and in English' $?
: >"$scratch/file"
"$polc" build $as_of --lang fr -o "$scratch/file" policies-src/model-company 2>&1 | plain | grep -q 'impossible : .* : le chemin passe par un fichier'; ok 'why a folder cannot be made, in French' $?
"$polc" check $as_of --lang en --report "json=$scratch/file/x" policies-src/model-company 2>&1 | grep -q 'its path leads through a file'; ok 'nor a file, in English' $?

# Names that hold commas stay apart, and a transfer goes to a country.
cat >"$scratch/names.policy" <<'END'
polc 1 en
policy p { label "P"; languages en; law FR }
purpose a { label "Sell, and deliver"; basis contract }
purpose b { label "Bill"; basis contract }
transfers { transfer IN { safeguard scc-2021 }; transfer US { label "Payroll"; systematic yes; safeguard art49-b } }
recipient host { label "Host"; country IN; transfer IN { safeguard scc-2021 } }
END
"$polc" check $as_of --report line --lang en "$scratch/names.policy" | plain >"$scratch/en"
"$polc" check $as_of --report line --lang fr "$scratch/names.policy" | plain >"$scratch/fr"
while read -r lang text; do
	grep -qF -- "$text" "$scratch/$lang"; ok "$lang: $text" $?
done <<'END'
en missing for: “Sell, and deliver” and “Bill”
fr manquent pour : « Sell, and deliver » et « Bill »
en the transfer to India does not say how
fr le transfert en Inde ne dit pas
en the transfer to 'Host' in India does not say
fr le transfert vers « Host » en Inde ne dit pas
en the transfer 'Payroll' to the United States is systematic
fr le transfert « Payroll » aux États-Unis est systématique
END

[ $failed -eq 0 ] && echo 'newcomer: fine'
exit $failed
