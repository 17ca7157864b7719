"""Validates a JSON document: check.py SCHEMA FILE. The categories and trackers that it
names must be there, each from both sides."""

import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
document = json.load(open(sys.argv[2], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]

by_category = {(c["id"], tracker) for c in document["categories"] for tracker in c["trackers"]}
by_tracker = {(category, t["id"]) for t in document["trackers"] for category in t["categories"]}
if by_category != by_tracker:
    errors.append(f"categories and trackers disagree: {by_category ^ by_tracker}")


def texts(node):
    """Every object of texts below the node."""
    if isinstance(node, list):
        for item in node:
            yield from texts(item)
    elif isinstance(node, dict):
        if node and set(node) <= {"fr", "en"}:
            yield node
        for item in node.values():
            yield from texts(item)


for text in texts(document):
    if list(text) != document["languages"]:
        errors.append(f"not in the languages of the document: {text}")
print("\n".join(errors), end="\n" if errors else "")
sys.exit(bool(errors))
