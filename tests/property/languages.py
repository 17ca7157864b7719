"""Holds the French and the English page of each policy against each other: languages.py FOLDER...

The two have the same tree: the same elements with the same identifiers and classes, tables of the same shape, links to
the same targets, in the same order. Only the texts, and what says their language, differ.
"""

import os
import re
import sys

import trees

OF_LANGUAGE = {"lang", "hreflang", "aria-current"}


def neutral(value):
    """An address without its language."""
    return re.sub(r"\.(fr|en)\.(html|md)\b", r".\2", value) if isinstance(value, str) else value


def places(path):
    """The elements of a page; a part in the other language is one in one page alone."""
    kept, spans = [], []
    for event in trees.html(path):
        if isinstance(event, trees.Text) or event[0] in ("meta", "link"):
            continue
        if event[0] == "span":
            spans.append("lang" in dict(event[1]))
        if "span" in event and (spans[-1] if event[0] == "span" else spans.pop()):
            continue
        if event[0] == "/":
            kept.append(event)
            continue
        named = [(n, neutral(v)) for n, v in event[1] if n not in OF_LANGUAGE and n not in trees.SAID]
        kept.append((event[0], named))
    return kept


def main():
    failed, pairs = False, 0
    for top in sys.argv[1:]:
        for folder, _, files in sorted(os.walk(top)):
            for name in sorted(files):
                other = name.replace(".fr.html", ".en.html")
                if other == name or other not in files:
                    continue
                pairs += 1
                one = os.path.join(folder, name)
                found = trees.difference(places(one), places(os.path.join(folder, other)))
                if found:
                    failed = True
                    print(f"FAIL {one} and {other}: {found}")
    if not pairs:
        print("FAIL languages: no pair of pages")
    return 1 if failed or not pairs else 0


if __name__ == "__main__":
    sys.exit(main())
