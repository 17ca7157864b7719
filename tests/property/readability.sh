#!/bin/sh
# The built-in clauses, and the pages of the two model policies, are easier to read than
# each of the published texts of their language, by the figures of polc coverage; these are
# the formulas' of its own counts.  readability.sh POLC
set -u
polc=$1
here=$(dirname "$0")
"$polc" coverage --as-of 2026-11-21 --format json policies-src/model-company policies-src/model-public-body |
	python3 -c '
import json
import sys

CONSTANTS = {"fr": (207, 1.015, 73.6), "en": (206.835, 1.015, 84.6)}
published = [line.split() for line in open(sys.argv[1], encoding="utf-8") if not line.startswith("#")]
failed = False
for policy in json.load(sys.stdin):
    measures = policy["readability"]
    if [(m["text"], m["language"]) for m in measures] != [(t, l) for t in ("page", "clauses") for l in ("fr", "en")]:
        sys.exit("FAIL %s: measured are %s" % (policy["policy"], measures))
    for m in measures:
        language, length, weight = m["language"], m["words"] / m["sentences"], m["syllables"] / m["words"]
        constant, per_sentence, per_word = CONSTANTS[language]
        if abs(m["reading_ease"] - (constant - per_sentence * length - per_word * weight)) > 0.06:
            print("FAIL the ease is not that of the formula:", m)
            failed = True
        if language == "en" and abs(m["school_grade"] - (0.39 * length + 11.8 * weight - 15.59)) > 0.06:
            print("FAIL the grade is not that of the formula:", m)
            failed = True
        for row in published:
            if row[0] != language:
                continue
            grade_is_worse = language == "en" and m["school_grade"] * 10 >= int(row[5])
            if m["reading_ease"] * 10 <= int(row[4]) or grade_is_worse:
                print("FAIL no easier than %s: %s of %s" % (row[6], m, policy["policy"]))
                failed = True
sys.exit(failed)
' "$here/readability.txt"
status=$?
[ $status -eq 0 ] && echo 'readability: easier than the published texts'
exit $status
