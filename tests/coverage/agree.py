# The coverage of one policy as JSON against the findings of check, one a line: each
# finding stands in one requirement, under its rule and at its line, and no other does.
import json
import re
import sys

[coverage] = json.load(open(sys.argv[1], encoding="utf-8"))
expected = sorted(
    re.findall(r"^(.*?):(\d+):\d+: \w+\[([\w-]+)\]", open(sys.argv[2], encoding="utf-8").read(), re.M)
)
found = []
for row in coverage["requirements"]:
    assert row["points"], row["id"]
    assert (row["state"] == "open") == ("level" in row), row["id"]
    for point in row["points"] if row["state"] == "open" else []:
        if "reason" in point or (point["rule"] == "FACT-UNKNOWN" and row["id"] != "facts"):
            continue
        if point["rule"] in row["rules"] or row["id"] == "source":
            found += [(place["file"], str(place["line"]), point["rule"]) for place in point["places"][:1]]
assert sum(coverage["count"].values()) == len(coverage["requirements"])
assert all(len(purpose["rights"]) == 10 for purpose in coverage["purposes"])
if sorted(found) != expected:
    sys.exit("%s: %s" % (coverage["file"], sorted(set(found) ^ set(expected))))
