"""A word of 1 MB in each field that an author writes changes nothing but that text: long_words.py POLC GRAMMAR.

Each round lengthens some of the fields, each of them where a page first shows it (an internal one: where it first
stands), until all have had their turn; of texts in two languages, it is the turn of one. Every document of the policy
then has the tree that it has without them, and holds each word whole wherever it held the field's mark.
"""

import os
import sys
import tempfile

import authoring
import hostile
import trees
from hostile import DAY, PRINTED, READERS, Trial, check

SIZE = 1_000_000
ROUNDS = 8
WORD = "m" * SIZE
BUILDS = {
    "whole": [],
    "fragment": ["--fragment", "--formats", "html,md", "--markdown", "commonmark"],
    **{flavour: ["--formats", "md", "--front-matter", flavour] for flavour in hostile.FLAVOURS},
}
# The builds that show every field; the others are made where they show one that is long.
FULL = ("whole", "fragment")
# One form of the statement of coverage for each round; it cuts what is long on purpose.
COVERAGE = ("coverage.md", "coverage.html", "coverage.json")
REPORTS = ("json", "sarif", "junit", "github", "gitlab", "line", "terminal")


def documents(trial, name):
    """{name: path} of what one build, or one command that prints, makes."""
    if name in BUILDS:
        found, said = trial.build(name, *BUILDS[name])
        check(found, f"{trial.folder}: {name}: nothing is built: {said[1][-300:]}")
        paths = {f"{name}/{file}": path for file, path in found.items() if "." + file.rsplit(".", 1)[1] in READERS}
        if name in hostile.FLAVOURS:
            paths = {f"{file}.yaml": trees.split_front_matter(path) for file, path in paths.items()}
        return paths
    path = f"{trial.folder}/{name}"
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(trial.run(*PRINTED[name], *DAY)[0])
    return {name: path}


def marks_in(paths):
    found = set()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            found.update(trees.marks(file.read()))
    return found


class Author(hostile.Author):
    """Says each mark, with the word behind those that are long."""

    def __init__(self, long=()):
        super().__init__("")
        self.long = long

    def text(self, field, language):
        said = super().text(field, language)
        return said.replace(self.last, f"{self.last} {WORD}") if self.last in self.long else said


def turns(marks, shown):
    """The marks to lengthen, a set for each round: of each field the first that is shown, languages by turns."""
    fields = sorted({field.key for field in marks.values()})
    first = {}
    for mark, field in marks.items():
        spoken = mark[-1] in ("n", "fe"[fields.index(field.key) // ROUNDS % 2])
        if spoken and (mark in shown or "INTERNAL" in field.flags):
            first.setdefault(field.key, mark)
    check(len(first) == len(fields) > 100, f"never shown: {set(fields) - set(first)}")
    return [{mark for key, mark in first.items() if fields.index(key) % ROUNDS == r} for r in range(ROUNDS)]


def whole(name, events, long, where):
    """Where a long mark stands, its word follows it; nothing else is long."""
    for event in events:
        texts = [event] if isinstance(event, trees.Text) else []
        if isinstance(event, tuple) and isinstance(event[1], list):
            texts = [value for _, value in event[1] if isinstance(value, trees.Text)]
        for text in texts:
            words = text.said.count(WORD)
            wanted = len([mark for mark in text.marks if mark in long])
            cut = "…" in text.said or name in COVERAGE
            if not check(words == wanted or (cut and words < wanted), f"{where}: {name}: {text!r}: {words} long words"):
                return


def report(trial, where):
    """A report shows of a text what one may read."""
    files = {name: f"{trial.folder}/report.{name}" for name in REPORTS}
    trial.run("check", "--quiet", "--lang", "en", *DAY, *[f"--report={name}={path}" for name, path in files.items()])
    for name, path in files.items():
        with open(path, encoding="utf-8") as file:
            longest = max(len(line) for line in file.read().split("\n"))
        check(longest < SIZE or name in ("json", "sarif"), f"{where}: {name}: a line of {longest} characters")
        if name == "junit":
            trees.xml(path)


def all_fields(polc, tables, scratch):
    plain = Author()
    trial = Trial(polc, f"{scratch}/plain", authoring.Writer(tables, plain.text).policy())
    paths, benign, shown, makers = {}, {}, {}, {}
    for maker in [*BUILDS, *PRINTED]:
        paths = documents(trial, maker)
        shown[maker] = marks_in(paths.values())
        for name, path in paths.items():
            benign[name] = READERS[os.path.splitext(path)[1]](path)
    for number, long in enumerate(turns(plain.marks, shown["whole"])):
        author, where = Author(long), f"round {number}"
        trial = Trial(polc, f"{scratch}/{number}", authoring.Writer(tables, author.text).policy())
        turn = COVERAGE[number % len(COVERAGE)]
        for maker in [m for m in shown if m in FULL or m == turn or m not in COVERAGE and shown[m] & long]:
            for name, path in documents(trial, maker).items():
                events = READERS[os.path.splitext(path)[1]](path)
                found = trees.difference(hostile.shape(name, benign[name]), hostile.shape(name, events))
                check(not found, f"{where}: {name}: {found}")
                whole(name, events, long, where)
                os.remove(path)
        report(trial, where)


def main():
    polc, grammar = sys.argv[1:3]
    tables = authoring.Tables(grammar)
    with tempfile.TemporaryDirectory() as scratch:
        all_fields(polc, tables, scratch)
    for message in hostile.failures[:40]:
        print(f"FAIL long words: {message[:600]}")
    return 1 if hostile.failures else 0


if __name__ == "__main__":
    sys.exit(main())
