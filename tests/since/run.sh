#!/bin/sh
# polc check --since: texts of which one language alone has changed since a git revision
# or an older copy, those of included files too; what is no change; and what it says when
# there is nothing to compare with.
#   run.sh POLC
set -u
polc=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || {
		echo "FAIL $1"
		failed=1
	}
}
check() { "$polc" check --as-of 2026-11-21 --lang en --report line "$@" 2>"$scratch/err"; }
# said ARGUMENT...: the stale texts, as "file:line field"
said() {
	check "$@" | sed -n "s/^\([^:]*:[0-9]*\):.*\[TRANSLATION-[A-Z-]*\]: '\([^']*\)': the \([A-Z]\).*/\1 \2 \3/p"
}
# record MESSAGE: a revision of what stands in the folder
record() {
	git add -A && git -c user.name=test -c user.email=test@example.com -c commit.gpgsign=false commit -q -m "$1"
}

mkdir "$scratch/tree" && cd "$scratch/tree" || exit 1
cp -r "$here/before" policies
git -c init.defaultBranch=main init -q . && record first
cp policies/shop/shop.policy "$scratch/older.policy"

[ -z "$(said --since HEAD policies)" ]; ok 'nothing has changed' $?
cp -r "$here/after/." policies
said --since HEAD policies >"$scratch/out"
diff "$here/expected.txt" "$scratch/out"; ok 'texts that have gone stale' $?
record second
said --since HEAD~1 policies/shop/shop.policy | diff "$here/expected.txt" -; ok 'an older revision' $?
(cd policies && said --since HEAD~1 shop/shop.policy) | sed 's#^#policies/#' |
	diff "$here/expected.txt" -; ok 'from another folder' $?
said --since "$scratch/older.policy" policies/shop/shop.policy >"$scratch/out"
grep -v '^policies/shared' "$here/expected.txt" | diff - "$scratch/out"; ok 'an older copy' $?
[ -z "$(said --since HEAD policies)" ]; ok 'recorded together' $?

check --since HEAD~1 policies >/dev/null; [ $? -le 1 ]; ok 'warnings do not fail' $?
check --fail-on warning --since HEAD~1 policies/shop/shop.policy >/dev/null; [ $? -eq 1 ]; ok 'unless they are to' $?
cp policies/shop/shop.policy policies/new.policy
check --root policies --since HEAD policies/new.policy | grep -q 'note\[TRANSLATION-NO-PAST\]'; ok 'a new file is noted' $?
rm policies/new.policy

check --since no-such-revision policies >/dev/null; [ $? -eq 2 ] && grep -q 'no-such-revision' "$scratch/err"; ok 'unknown revision' $?
check --since ^HEAD policies >/dev/null; [ $? -eq 2 ]; ok 'all but a revision is none' $?
git clone -q --depth 1 "file://$PWD" "$scratch/shallow"
(cd "$scratch/shallow" && check --since HEAD~1 policies >/dev/null)
[ $? -eq 2 ] && grep -q 'shallow' "$scratch/err"; ok 'a shallow clone' $?
: >HEAD~1
check --since HEAD~1 policies/shop/shop.policy >/dev/null; [ $? -eq 2 ] && grep -q 'no policy is declared' "$scratch/err"; ok 'a file that is no policy' $?
rm HEAD~1
# As in a git hook, or with the repository elsewhere.
for git_dir in .git "$PWD/.git"; do
	GIT_DIR=$git_dir said --since HEAD~1 policies/shop/shop.policy | diff "$here/expected.txt" -; ok "GIT_DIR=$git_dir" $?
done
said --since HEAD~1 "$PWD/policies/shop/shop.policy" | sed "s#^$PWD/##" | diff "$here/expected.txt" -; ok 'an absolute path' $?
check --since --all policies >/dev/null; [ $? -eq 2 ]; ok 'a revision is no option' $?
check --since 'HEAD; touch broken' policies >/dev/null; [ $? -eq 2 ] && [ ! -e broken ]; ok 'no shell' $?
check --since "$scratch/older.policy" policies >/dev/null; [ $? -eq 2 ]; ok 'an older copy is that of one policy' $?
check --since HEAD - <policies/shop/shop.policy >/dev/null; [ $? -eq 2 ]; ok 'standard input has no past' $?
cp -r policies "$scratch/loose"
(cd "$scratch/loose" && GIT_CEILING_DIRECTORIES="$scratch" check --since HEAD shop/shop.policy >/dev/null)
[ $? -eq 3 ] && grep -q 'no git repository' "$scratch/err"; ok 'no repository' $?
PATH=/nowhere check --since HEAD policies/shop/shop.policy >/dev/null; [ $? -eq 3 ] && grep -q 'no git program' "$scratch/err"; ok 'no git' $?
"$polc" check --lang fr --since no-such-revision policies >/dev/null 2>"$scratch/err"; grep -q 'ni révision git ni fichier' "$scratch/err"; ok 'in French' $?
truncate -s 1G "$scratch/large.policy"
"$polc" check --lang fr --since "$scratch/large.policy" policies/shop/shop.policy >/dev/null 2>"$scratch/err"; [ $? -eq 3 ] && grep -q 'trop volumineux' "$scratch/err"; ok 'an older copy that is too large, in French' $?

[ $failed -eq 0 ] && echo 'since: fine'
exit $failed
