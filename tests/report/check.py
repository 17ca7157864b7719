"""The reports of one run, held against one another, their schemas and the sources.

    check.py hostile FOLDER      writes policies with hostile names and texts
    check.py reports FOLDER      checks FOLDER/r.{json,sarif,junit,github,gitlab,line,terminal};
                                 paths in them are from the current folder
    check.py published SCHEMA REPORT   checks a report with a published schema; of a report
                                       that is an array, each element
"""
import collections
import json
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree

import jsonschema

HERE = os.path.dirname(os.path.abspath(__file__))
GRAMMAR = os.path.join(HERE, "..", "..", "grammar")
failures = []


def check(is_right, what):
    if not is_right:
        failures.append(what)


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return file.read()


def validate(value, path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for error in list(validator(schema).iter_errors(value))[:5]:
        check(False, f"{os.path.basename(path)}: {list(error.absolute_path)}: {error.message[:200]}")


def source_text(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


class Sources(dict):
    """Texts by path, and their lines."""

    def __missing__(self, path):
        text = source_text(path)
        self[path] = (text.encode("utf-8"), text.split("\n"))
        return self[path]


SOURCES = Sources()


def cut_by_bytes(path, region):
    return SOURCES[path][0][region["start"]["byte"] : region["end"]["byte"]].decode("utf-8")


def cut_by_columns(path, region):
    lines = SOURCES[path][1][region["startLine"] - 1 : region["endLine"]]
    units = [line.encode("utf-16-le") for line in lines]
    units[-1] = units[-1][: 2 * (region["endColumn"] - 1)]
    units[0] = units[0][2 * (region["startColumn"] - 1) :]
    return "\n".join(unit.decode("utf-16-le") for unit in units)


def path_of(location):
    uri = urllib.parse.urlsplit(location["uri"])
    path = urllib.parse.unquote_to_bytes(uri.path)
    check(("uriBaseId" in location) == (uri.scheme == ""), f"base of {location['uri']}")
    return os.fsdecode(path)


def same_place(what, one, physical, may_be_empty):
    """A place of the JSON report and the same in SARIF: equal text, cut out of the file."""
    path = path_of(physical["artifactLocation"])
    check(os.fsencode(path).decode("utf-8", "replace") == one["path"] or "\ufffd" in one["path"]
          or any("\u2400" <= c <= "\u2421" for c in one["path"]), f"{what}: path {one['path']}")
    check((one["region"] is None) == ("region" not in physical), f"{what}: a region in one report alone")
    if one["region"] is None:
        return
    text = cut_by_bytes(path, one["region"])
    check(text == cut_by_columns(path, physical["region"]), f"{what}: the regions differ")
    check(may_be_empty or text != "", f"{what}: an empty region")


def check_sarif(policies, log):
    run = log["runs"][0]
    results = iter(run["results"])
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    check(len({rule["id"] for rule in rules}) == len(rules), "SARIF: a rule given twice")
    for finding in (finding for policy in policies for finding in policy["findings"]):
        result = next(results, None)
        what = f"{finding['path']}: {finding['rule']}"
        if result is None:
            check(False, f"SARIF lacks {what}")
            return
        check(result["ruleId"] == finding["rule"] == rules[result["ruleIndex"]]["id"], f"{what}: rule")
        check(result["level"] == finding["level"], f"{what}: level")
        check(result["partialFingerprints"]["polc/v1"] == finding["fingerprint"], f"{what}: fingerprint")
        check(bool(result["suppressions"]) == bool(finding["waived"]), f"{what}: suppression")
        physical = result["locations"][0]["physicalLocation"]
        of_file = finding["region"] and finding["region"]["end"]["byte"] == 0  # about the whole of it
        same_place(what, finding, physical, of_file)
        file = physical["artifactLocation"]
        check(artifacts[file["index"]]["location"] == file, f"{what}: index of the file")
        for label, related in zip(finding["labels"], result["relatedLocations"], strict=True):
            if label["region"]:
                same_place(what, label, related["physicalLocation"], False)
        fixes = (change for fix in result["fixes"] for change in fix["artifactChanges"])
        for fix, change in zip(finding["fixes"], fixes, strict=True):
            replacement = change["replacements"][0]
            where = {"artifactLocation": change["artifactLocation"], "region": replacement["deletedRegion"]}
            same_place(what, fix, where, True)
            check(fix["replacement"] == replacement["insertedContent"]["text"], f"{what}: fix")
    check(next(results, None) is None, "SARIF has results of its own")


def places(findings):
    """rule, path, line, column: how often each stands in a report."""
    tally = collections.Counter()
    for finding in findings:
        start = finding["region"]["start"] if finding["region"] else {"line": 0, "column": 0}
        tally[finding["rule"], finding["path"], start["line"], start["column"]] += 1
    return tally


def of_lines(text):
    tally = collections.Counter()
    for line in text.splitlines():
        match = re.fullmatch(r"(?:polc|(.*?):(\d+):(\d+)): \w+\[([A-Za-z0-9-]+)\][^:]*: .*", line)
        check(match, f"line report: {line!r}")
        if match:
            tally[match[4], match[1] or "", int(match[2] or 0), int(match[3] or 0)] += 1
    return tally


def of_terminal(text):
    tally, rule = collections.Counter(), None
    for line in text.splitlines():
        header = re.match(r"\w+\[([A-Za-z0-9-]+)\]", line)
        place = re.fullmatch(r" +--> (.*):(\d+):(\d+)", line)
        if header:
            rule = header[1]
        elif place and rule:
            tally[rule, place[1], int(place[2]), int(place[3])] += 1
            rule = None
    return tally


def of_junit(text):
    tally = collections.Counter()
    for suite in xml.etree.ElementTree.fromstring(text.encode("utf-8")):
        cases = suite.findall("testcase")
        for outcome, counted in ("failure", "failures"), ("skipped", "skipped"), ("error", "errors"):
            n = sum(case.find(outcome) is not None for case in cases)
            check(int(suite.get(counted)) == n, f"JUnit: {counted} of {suite.get('name')}")
        check(int(suite.get("tests")) == len(cases), f"JUnit: tests of {suite.get('name')}")
        for case in cases:
            for line in (line for part in case for line in (part.text or "").split("\n") if line):
                match = re.fullmatch(r"(.*?):(\d+):(\d+): \w+: .*", line)
                place = (match[1], int(match[2]), int(match[3])) if match else (line.split(": ")[0], 0, 0)
                tally[(case.get("name"), *place)] += 1
    return tally


def of_github(text):
    tally = collections.Counter()
    for line in text.splitlines():
        match = re.fullmatch(r"::(?:notice|warning|error) ([^:]*)::(.*)", line)
        check(match, f"GitHub: {line!r}")
        if match:
            fields = dict(field.split("=", 1) for field in match[1].split(","))
            path = urllib.parse.unquote(fields["file"])
            tally[fields["title"], path, int(fields.get("line", 0))] += 1
    return tally


def by_line(tally):
    result = collections.Counter()
    for (rule, path, line, _), n in tally.items():
        result[rule, path, line] += n
    return result


def check_reports(folder):
    report, log, quality = (json.loads(read(folder, "r." + name)) for name in ("json", "sarif", "gitlab"))
    validate(report, os.path.join(GRAMMAR, "report.schema.json"))
    validate(log, os.path.join(HERE, "sarif.schema.json"))
    validate(quality, os.path.join(HERE, "gitlab.schema.json"))
    policies = report["policies"]
    check_sarif(policies, log)
    everything = [finding for policy in policies for finding in policy["findings"]]
    shown = [finding for finding in everything if not finding["waived"] and not finding["known"]]
    for level, n in report["counts"].items():
        if level in ("error", "warning", "note"):
            check(n == sum(finding["level"] == level for finding in shown), f"JSON: count of {level}")
    for policy in policies:
        prints = [finding["fingerprint"] for finding in policy["findings"]]
        check(len(prints) == len(set(prints)), f"a fingerprint twice: {policy['path']}")
    check(len({entry["fingerprint"] for entry in quality}) == len(quality), "GitLab: a fingerprint twice")
    expected = places(shown)
    placed = collections.Counter({key: n for key, n in expected.items() if key[2]})
    check(of_terminal(read(folder, "r.terminal")) == placed, "terminal has other findings than JSON")
    for name in ("terminal", "line"):
        check(not re.search(r"##[a-z]*\[", read(folder, "r." + name)), f"{name}: a command for a pipeline")
    lines = collections.Counter({key: n for key, n in of_lines(read(folder, "r.line")).items() if key[2]})
    check(lines == placed, "line has other findings than JSON")
    check(of_junit(read(folder, "r.junit")) == places(everything), "JUnit has other findings than JSON")
    check(of_github(read(folder, "r.github")) == by_line(expected), "GitHub has other findings than JSON")
    found = collections.Counter(
        (entry["check_name"], entry["location"]["path"], entry["location"]["lines"]["begin"]) for entry in quality)
    check(sum(found.values()) == sum(expected.values()) and not by_line(placed) - found,
          "GitLab has other findings than JSON")


NASTY = "]]> ##[add-mask]x ##vso[task.y]z ::error file=x::y %0A %25 & < > [a](1) {0} \U0001f98a \u2028 ‹é› `$(id)` \\u0000 , ; ' #"


def write_hostile(folder):
    text = "\r\n".join((
        "polc 1 en",
        f'policy hostile {{ languages en; law FR; label "{NASTY}" }}',
        f'controller a {{ name "{NASTY}"; country XX; \U0001f98a\U0001f98a wrong }}',
        f'purpose b {{ label "{NASTY}"; basis nothing; retain whenever }}',
        f'purpose b {{ label "\U0001f98a {NASTY}" }}',
        "controler c { \x07\x1b[31m \x7f \u202e }",
        "dpo { name \"etc.\" }"))
    names = {
        b"plain.policy": text.encode(),
        b"with 'quotes' \", %0A, ]]> & <b>::c,d=e.policy": text.encode(),
        b"new\nline \x1b[31m\xff.policy": text.encode(),
        "\U0001f98a é.policy".encode(): b"\xef\xbb\xbf" + text.encode(),
        b"sixteen.policy": text.encode("utf-16"),
        b"windows.policy": text.replace("\U0001f98a", "é").encode("cp1252", "ignore"),
        b"nothing.policy": b"",
        b"library.policy": b"polc 1 en\nrecipient r { name \"R\" }\n",
    }
    for name, data in names.items():
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(data)


def main(command, *arguments):
    if command == "hostile":
        write_hostile(*arguments)
    elif command == "reports":
        check_reports(*arguments)
    else:
        schema, path = arguments
        report = json.loads(read(*os.path.split(path)))
        for value in report if isinstance(report, list) else [report]:
            validate(value, schema)
    for failure in failures[:20]:
        print("FAIL", failure)
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
