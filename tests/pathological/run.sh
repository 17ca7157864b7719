#!/bin/sh
# Input of any kind gets a clear message, the documented exit status, no crash, no
# hang, and no half-written output.  run.sh POLC
set -u
polc=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scratch=$(mktemp -d)
trap 'chmod -R u+rwx "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
export LC_ALL=C
failed=0

# expect STATUS PATTERN NAME COMMAND...: the command ends in time with the status,
# and what it prints on either stream matches the pattern.
expect() {
	status=$1 pattern=$2 name=$3
	shift 3
	timeout 60 "$@" >out 2>&1
	result=$?
	if [ $result -ne "$status" ] || ! grep -qE -e "$pattern" out; then
		echo "FAIL $name: status $result (expected $status), output:"
		head -c 600 out
		failed=1
	fi
	if [ -e output ]; then
		echo "FAIL $name: output was written"
		rm -rf output
		failed=1
	fi
}

repeat() { # repeat N TEXT
	awk -v n="$1" -v text="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'
}

: >empty.policy
expect 1 'polc 1' 'an empty file' "$polc" build empty.policy

mkdir folder.policy
expect 2 'folder' 'a folder without policies' "$polc" build folder.policy

head -c 20000 /dev/urandom >binary.policy
expect 1 'SOURCE-NUL' 'a binary file' "$polc" build binary.policy
printf 'polc 1 en\ninclude "binary.policy"\n' >of-binary.policy
expect 1 'SOURCE-NUL' 'an include that is binary' "$polc" build of-binary.policy
# Nothing is read out of either.
"$polc" check --report line binary.policy of-binary.policy | grep 'binary\.policy:' | grep -vE '\[(SOURCE|ENCODING)-' &&
	{ echo 'FAIL findings of what a binary file seems to say'; failed=1; }

{ printf 'polc 1 en\npolicy x {\n  label "'; repeat 1000000 a; printf '"\n  languages en\n}\n'; } >long.policy
expect 1 'GDPR-13-1-a' 'a word of 1 MB' "$polc" build long.policy

# An identifier names a folder; a message quotes no more than one reads.
{ printf 'polc 1 en\npolicy '; repeat 1000000 a; printf ' { label "X"; languages en }\n'; } >name.policy
expect 1 'at most 100 characters' 'an identifier of 1 MB' "$polc" build name.policy
[ "$(wc -c <out)" -lt 20000 ] || { echo 'FAIL an identifier of 1 MB is quoted whole'; failed=1; }

{ printf 'polc 1 en\npolicy x { label "X"; languages en }\n'
  repeat 20000 'section s { label "A section that is declared again and again"; body "Text." }
'; } >megabyte.policy
expect 1 'error\[' 'a policy of over 1 MB' "$polc" build megabyte.policy

{ printf 'polc 1 en\npolicy x { label "X"; languages en; law FR }\n'
  awk 'BEGIN { for (i = 0; i < 100000; i++) printf "data d%d { label \"Category %d\" }\n", i, i }'; } >many.policy
expect 1 'GDPR-5-1-b-ORPHAN|GDPR-13-1-a' '100,000 declarations' "$polc" build many.policy

# One place more to look for in a long text costs the same as the one before it.
{ printf 'polc 1 en\npolicy x { label "X"; languages en }\nsection s { label "S"; body """\n'
  repeat 100000 '{ref purpose none} '; printf '\n"""\n}\n'; } >references.policy
expect 1 'MODEL-XREF' '100,000 references that lead nowhere' "$polc" build references.policy
{ printf 'polc 1 en\npolicy x { label "X"; languages en }\nsection s { label "S"; body """\n'
  repeat 100000 '![a](https://example.com) [b](javascript:c)
'; printf '"""\n}\n'; } >links.policy
expect 1 'DOC-LINK' '100,000 images and unsafe links' "$polc" build links.policy
{ printf 'polc 1 en\npolicy x { label "X"; languages en }\nsection s { label "S"; body """\n'
  repeat 1000000 '{'; printf '\n"""\n}\n'; } >braces.policy
expect 1 'GDPR-13-1-a' '1,000,000 open braces in a text' "$polc" build braces.policy

{ printf 'polc 1 en\n'; repeat 10000 'policy x {
'; repeat 10000 '}
'; } >deep.policy
expect 1 'SYNTAX-DEPTH' '10,000 levels' "$polc" build deep.policy

{ printf 'polc 1 en\n'; repeat 10000 'policy x { '; } >open.policy
expect 1 'error\[' '10,000 open braces' "$polc" build open.policy

printf 'polc 1 en\ninclude "b.policy"\npolicy x { label "X"; languages en }\n' >a.policy
printf 'polc 1 en\ninclude "a.policy"\n' >b.policy
expect 1 'INCLUDE-CYCLE' 'an include cycle' "$polc" build a.policy

printf 'polc 1 en\ninclude "../../../etc/passwd"\npolicy x { label "X"; languages en }\n' >escape.policy
expect 1 'INCLUDE' 'an include outside the root' "$polc" build escape.policy

printf 'polc 1 en\ninclude "absent.policy"\npolicy x { label "X"; languages en }\n' >absent-include.policy
expect 1 'INCLUDE' 'an include that is missing' "$polc" build absent-include.policy

awk 'BEGIN { print "polc 1 en"; for (i = 0; i < 400000; i++) printf "include \"absent%d.policy\"\n", i }' >absents.policy
expect 1 'INCLUDE' '400,000 includes that are missing' "$polc" build absents.policy

expect 3 'cannot read absent' 'a missing file' "$polc" build absent.policy

printf 'polc 1 en\npolicy x { label "X\001\000Y"; languages en }\n' >nul.policy
expect 1 'SOURCE-NUL' 'a NUL byte' "$polc" build nul.policy

printf 'polc 1 en\npolicy x { label "a\342\200\256b"; languages en }\n' >bidi.policy
expect 1 'SOURCE-BIDI' 'a bidirectional control' "$polc" build bidi.policy

expect 2 'unknown command' 'an unknown command' "$polc" frobnicate
expect 2 'unknown option' 'an unknown option' "$polc" build --frobnicate x.policy
expect 2 'at least one' 'no path' "$polc" build
expect 2 '--jobs N' 'a number of jobs that is none' "$polc" build -j many empty.policy
expect 2 'auto\|always' 'a colour that is none' "$polc" check --color purple empty.policy
expect 2 'not allowed' 'an impossible day' "$polc" check --as-of 2026-02-30 empty.policy

cp "$OLDPWD/policies-src/model-company/"*.policy . 2>/dev/null
model=$(ls "$OLDPWD/policies-src/model-company/"*.policy | head -n 1)
cp "$model" whole.policy
expect 3 'cannot write' 'an output folder that is a file' "$polc" build -o empty.policy whole.policy
if [ -e /dev/full ]; then
	timeout 60 "$polc" check --report line empty.policy >/dev/full 2>err
	[ $? -eq 3 ] && grep -q 'cannot write' err || { echo 'FAIL standard output on a full disk'; failed=1; }
	timeout 60 "$polc" check --report line=/dev/full empty.policy >out 2>&1
	[ $? -eq 3 ] && grep -q 'cannot write' out || { echo 'FAIL a report on a full disk'; failed=1; }
fi
# A pipe that nobody reads can still be interrupted.
mkfifo pipe
timeout -k 5 2 "$polc" check --report line=pipe empty.policy >out 2>&1
[ $? -eq 124 ] || { echo 'FAIL a report to a pipe cannot be interrupted'; failed=1; }
cp whole.policy secret.policy
chmod 000 secret.policy
if [ "$(id -u)" = 0 ]; then # root reads everything: somebody else tries
	cp "$polc" polc
	chmod 755 . polc
	expect 3 'cannot read' 'an unreadable file' setpriv --reuid=65534 --regid=65534 --clear-groups ./polc build secret.policy
else
	expect 3 'cannot read' 'an unreadable file' "$polc" build secret.policy
fi

# A failed build changes nothing of an earlier one.
mkdir kept
"$polc" build --quiet --as-of 2026-11-21 -o kept whole.policy >/dev/null 2>&1 || { echo 'FAIL the model policy does not build'; failed=1; }
cp -r kept before
sed 's/^controller .*/controller/' whole.policy >broken.policy
"$polc" build --as-of 2026-11-21 -o kept broken.policy >/dev/null 2>&1
[ $? -eq 1 ] && diff -r before kept >/dev/null || { echo 'FAIL a failed build changed an output'; failed=1; }
# Nor does one whose last file cannot be written whole, nor does it leave a file behind.
sed 's/^  version ".*"/  version "another"/' whole.policy >other.policy
for place in kept fresh; do
	(ulimit -f 150 && timeout 60 "$polc" build --quiet --as-of 2026-11-21 -o $place other.policy) >out 2>&1
	[ $? -eq 3 ] && grep -q 'cannot write .*policy.xml' out || { echo "FAIL a full disk in the middle of a build ($place)"; cat out; failed=1; }
done
diff -r before kept >/dev/null || { echo 'FAIL a build cut short changed an output'; failed=1; }
[ -z "$(find fresh -mindepth 1)" ] || { echo 'FAIL a build cut short left files'; failed=1; }
# Nor does a second build of the same source touch its files.
touch mark
"$polc" build --quiet --as-of 2026-11-21 -o kept whole.policy >/dev/null 2>&1
[ -z "$(find kept -type f -newer mark)" ] || { echo 'FAIL unchanged files were written again'; failed=1; }

# A new folder is put in place whole; what a killed build left beside it goes, and nothing else does.
for id in killed linked; do
	mkdir -p $id/half
	echo half >$id/half/policy.fr.html
done
mv killed/half killed/.model-company.polc.tmp
ln -s half linked/.model-company.polc.tmp
for id in killed linked; do
	"$polc" build --quiet --as-of 2026-11-21 -o $id whole.policy >/dev/null 2>&1
done
diff -r before killed >/dev/null || { echo 'FAIL a build after one that was killed'; failed=1; }
[ -s linked/half/policy.fr.html ] && diff -r before/model-company linked/model-company >/dev/null || { echo 'FAIL a build beside a link'; failed=1; }

[ $failed -eq 0 ] && echo 'pathological: all refused as documented'
exit $failed
