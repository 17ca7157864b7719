#!/bin/sh
# Source -> XML -> --from-xml gives the same pages, Markdown and XML, byte for byte, for
# every policy of the repository that can be built; and what the reader of XML refuses.
#   roundtrip.sh POLC    (from the root of the sources)
set -u
polc=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
as_of='--as-of 2026-11-21'

fail() {
	echo "FAIL roundtrip: $*"
	failed=1
}

# --- every policy ---------------------------------------------------------------
find policies-src tests -name '*.policy' | LC_ALL=C sort >"$scratch/policies"
built=0
while IFS= read -r policy; do
	rm -rf "$scratch/a" "$scratch/b"
	"$polc" build --quiet --draft $as_of -o "$scratch/a" "$policy" >/dev/null 2>&1 || continue
	for xml in "$scratch"/a/*/policy.xml; do
		built=$((built + 1))
		"$polc" build --quiet --draft $as_of -o "$scratch/b" --from-xml "$xml" >"$scratch/log" 2>&1 ||
			fail "$policy: $(head -n 5 "$scratch/log")"
	done
	diff -r "$scratch/a" "$scratch/b" >"$scratch/log" 2>&1 || fail "$policy: $(head -n 8 "$scratch/log")"
done <"$scratch/policies"
[ $built -ge 7 ] || fail "only $built policies could be built"


# --- the same XML, written by others ----------------------------------------------
model=policies-src/model-company/model-company.policy
"$polc" build --quiet $as_of -o "$scratch/model" $model >/dev/null || fail 'the model policy is not built'
xml=$scratch/model/model-company/policy.xml

# again NAME FILE: the file gives what the model policy gives.
again() {
	rm -rf "$scratch/b"
	"$polc" build --quiet $as_of -o "$scratch/b" --from-xml "$2" >"$scratch/log" 2>&1
	diff -r "$scratch/model" "$scratch/b" >>"$scratch/log" 2>&1 || fail "$1: $(head -n 5 "$scratch/log")"
}

xmllint --format "$xml" >"$scratch/indented.xml"
again 'indented anew' "$scratch/indented.xml"
xmllint --c14n "$xml" >"$scratch/canonical.xml"
again 'canonical XML' "$scratch/canonical.xml"
sed "s/\$/$(printf '\r')/" "$xml" >"$scratch/crlf.xml"
again 'lines that end in CR LF' "$scratch/crlf.xml"
iconv -f UTF-8 -t UTF-16 "$xml" >"$scratch/utf16.xml"
again 'UTF-16' "$scratch/utf16.xml"
sed 's|<name>Brindille</name>|<name><![CDATA[Brin]]>di<!-- -->l\&#108;e</name>|' "$xml" >"$scratch/cdata.xml"
again 'CDATA, comments and character references' "$scratch/cdata.xml"
sed 's|<policy xmlns=\([^ ]*\)|<q:policy xmlns:q=\1|; s|<\(/*\)\([a-z]\)|<\1q:\2|g; s|<q:q:|<q:|g' "$xml" >"$scratch/prefix.xml"
again 'a prefix for the namespace' "$scratch/prefix.xml"
"$polc" build --quiet $as_of -o "$scratch/stdin" --from-xml - <"$xml" >/dev/null && diff -r "$scratch/model" "$scratch/stdin" >/dev/null ||
	fail 'standard input'
"$polc" check $as_of --from-xml "$xml" >/dev/null || fail 'check --from-xml'

# --- what the reader refuses --------------------------------------------------------
# refused STATUS TEXT FILE: nothing is written, and the reason is said.
refused() {
	rm -rf "$scratch/none"
	timeout 20 "$polc" build --lang en $as_of -o "$scratch/none" --from-xml "$3" >"$scratch/log" 2>&1
	[ $? -eq "$1" ] && grep -qF -- "$2" "$scratch/log" && [ ! -e "$scratch/none" ] ||
		fail "$2: $(head -n 3 "$scratch/log")"
	timeout 20 "$polc" build --lang fr $as_of -o "$scratch/none" --from-xml "$3" >"$scratch/log" 2>&1
	[ $? -eq "$1" ] || fail "$2, in French: $(head -n 3 "$scratch/log")"
}

# changed TEXT SED-COMMAND: the model's XML with the change is refused with the text.
changed() {
	sed "$2" "$xml" >"$scratch/changed.xml"
	cmp -s "$xml" "$scratch/changed.xml" && fail "$2 changes nothing"
	refused 1 "$1" "$scratch/changed.xml"
}

head -c 3000 "$xml" >"$scratch/cut.xml"
refused 1 "error[XML-FORM]: the file is not well-formed XML from here on
  --> $scratch/cut.xml:" "$scratch/cut.xml"
: >"$scratch/empty.xml"
refused 1 'error[XML-FORM]' "$scratch/empty.xml"
refused 1 'error[XML-FORM]' $model
printf 'a\0b' >"$scratch/nul.xml"
refused 1 'error[' "$scratch/nul.xml"
truncate -s 1G "$scratch/big.xml"
refused 3 'cannot read' "$scratch/big.xml"
rm "$scratch/big.xml"
refused 3 'cannot read' "$scratch/no-such-file.xml"
changed 'error[XML-ROOT]' '2s/policy:1/policy:2/'
changed 'error[XML-EDITION]' '2s/edition="1"/edition="2"/'
changed 'error[XML-DOCTYPE]' '2s/^/<!DOCTYPE policy SYSTEM "policy.dtd">/'
changed 'error[XML-DOCTYPE]' '2s/^/<!DOCTYPE policy [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "\&a;\&a;\&a;\&a;\&a;\&a;\&a;\&a;">]>/'
changed 'error[XML-DOCTYPE]' '2s|^|<!DOCTYPE policy [<!ENTITY a SYSTEM "file:///etc/passwd">]>|'
changed 'error[XML-FORM]' 's/Brindille SAS/\&a;/'
changed "error[XML-FACTS]" '/<facts>/,/<\/facts>/d'
changed "error[XML-ELEMENT]: the element 'natur'" 's/<nature>company<.nature>/<natur>company<\/natur>/'
changed "error[XML-ELEMENT]: the element 'note'" 's/<nature>/<note>x<\/note><nature>/'
changed "error[XML-ELEMENT]: the element 'review-by'" 's/<version>/<review-by>2027-01-01<\/review-by><version>/'
changed "error[XML-ELEMENT]: the element 'script'" '0,/<heading>/s//<script>x<\/script><heading>/'
changed "error[XML-ATTRIBUTE]: the attribute 'class'" 's/<controller /<controller class="a" /'
changed "error[XML-ATTRIBUTE-MISSING]: the attribute 'ref'" '0,/<data ref="[a-z-]*"/s//<data/'
changed "error[XML-TEXT]: text outside of any field, in the element 'controller'" 's/\(<controller .*>\)/\1words/'
changed "error[XML-VALUE]" 's/<public-body>false/<public-body>perhaps/'
changed "error[XML-VALUE]" 's/<nature>company/<nature>todo/'
changed "error[XML-VALUE]" '0,/<duration>P3Y/s//<duration>3 years/'
changed "error[XML-VALUE]" '0,/kind="after"/s//kind="before"/'
changed "'compani' is not a word that 'nature' accepts" 's/<nature>company/<nature>compani/'
changed "no 'data' is called 'ordre'" 's/<data ref="order"/<data ref="ordre"/'
changed 'error[MODEL-' 's/<effective>2026/<effective>20266/'
changed 'error[MODEL-' 's/<email>hello@/<email>hello at /'
{
	sed 3q "$xml"
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<a>" }'
} >"$scratch/deep.xml"
refused 1 'error[XML-DEPTH]' "$scratch/deep.xml"
{
	sed '/<.facts>/q' "$xml"
	awk 'BEGIN { printf "<document>"; for (i = 0; i < 100000; i++) printf "<list><item>" }'
} >"$scratch/deep.xml"
refused 1 'error[XML-DEPTH]' "$scratch/deep.xml"
# The place is that of the XML, to the column.
sed 's/<nature>company/<nature>compani/' "$xml" >"$scratch/changed.xml"
"$polc" check $as_of --report line --from-xml "$scratch/changed.xml" |
	grep -q "^$scratch/changed.xml:$(grep -n compani "$scratch/changed.xml" | cut -d: -f1):15: " || fail 'the place of a finding'
"$polc" build --from-xml >/dev/null 2>&1
[ $? -eq 2 ] || fail '--from-xml without a file'

# --- a standard: schemas that describe themselves, and a stylesheet ------------------
"$polc" reference --format xsd >"$scratch/policy.xsd"
"$polc" reference --format rng >"$scratch/policy.rng"
"$polc" reference --format dpv >"$scratch/dpv.csv"
cp grammar/policy.xsl "$scratch/"
[ "$(head -n 1 "$scratch/dpv.csv")" = 'type,word,match,term,fr,en' ] || fail 'the table of DPV terms'
set --
for policy in $model policies-src/imope/imope.policy tests/render/everything.policy tests/render/draft.policy; do
	"$polc" build --quiet --draft $as_of --formats xml -o "$scratch/standard" $policy >/dev/null 2>&1
done
for xml in "$scratch"/standard/*/policy.xml; do
	xsltproc --nonet "$scratch/policy.xsl" "$xml" >"${xml%.xml}.html" 2>"$scratch/log" || fail "$xml: $(cat "$scratch/log")"
	set -- "$@" "$xml" "${xml%.xml}.html"
done
python3 tests/render/standard.py "$scratch/policy.xsd" "$scratch/policy.rng" tests/render/dpv-2.3.txt "$@" || failed=1

[ $failed -eq 0 ] && echo "roundtrip: $built policies, source to XML and back, byte for byte"
exit $failed
