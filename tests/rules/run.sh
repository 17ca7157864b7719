#!/bin/sh
# Each rule of `polc rules` has a policy in which it fires, RULE.fires.policy, and one
# in which it does not, RULE.silent.policy; more may stand beside them, as
# RULE.fires-WORD.policy. None of them has an error of the language itself.
#   run.sh POLC
set -u
polc=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$here/findings.sh"

for wanted in fires silent; do
	while read -r rule; do
		[ -f "$here/$rule.$wanted.policy" ] || failure "$here/$rule.$wanted.policy: missing"
	done <"$scratch/rules"
done
files=0
for policy in "$here"/*.policy; do
	[ -f "$policy" ] || continue
	files=$((files + 1))
	name=$(basename "$policy" .policy)
	rule=${name%%.*}
	wanted=${name#*.}
	wanted=${wanted%%-*}
	case $wanted in
	fires | silent) ;;
	*) failure "$policy: neither .fires nor .silent" && continue ;;
	esac
	if grep -qxF -- "$rule" "$scratch/rules"; then
		examine "$policy" "$policy" "$wanted" "$rule"
	else
		failure "$policy: no such rule"
	fi
done
[ $failures -eq 0 ] && echo "rules: $files policies, each rule fires and is silent where it should be"
[ $failures -eq 0 ]
