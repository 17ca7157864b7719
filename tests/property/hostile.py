"""A hostile author changes nothing but text: hostile.py POLC GRAMMAR.

Writes a policy with every field that takes text, first with plain words, then with each of the attacks below in all of
them, and holds the outputs against each other: HTML, fragment, Markdown in its flavours, XML, coverage, notices and
reports have the same tree, with each text in the same place and whole. A mark stands in each text: it is on the
page, in its own language alone, unless its field is internal: then it is in no output.
"""

import filecmp
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

import authoring
import trees

# A short one stands at the beginning and at the end of a text, a long one behind its mark.
ATTACKS = [
    "<script>alert(1)</script> <b onclick=\"x\">&amp;&#60;&lt; &bogus; &nbsp; &#0; &#x3c;b&#x3e; &amp",
    "</style></title></p></td><svg onload=x> <!-- --> ]]> <![CDATA[x]]> --> <?php x ?>",
    "javascript:alert(1) <javascript:alert(1)> <https://mal.example> <a@mal.example> www.mal.example",
    "data:text/html,<b>x</b> https://mal.example a@mal.example",
    "[a](javascript:alert(1)) ![i](https://mal.example/i.png) [r][x] [x]",
    "[x]: javascript:alert(1)",
    "\" ' onmouseover=\"x\" y='z `a` ``b`` ```",
    "{{ site.x }} {% raw %} {{< x >}} {{% x %}} {{{ ${1+1}",
    "```html",
    "~~~",
    "| a | b \\| c |",
    "# titre",
    "---",
    "===",
    "+++",
    "***",
    "- a",
    "+ a",
    "1. a",
    "2) a",
    "> a",
    "\ta",
    "*a* _b_ **c** __d__ ~~e~~ ^f^ $g$",
    "\\",
    "\\<b\\> a\\",
    "=cmd|' /C calc'!A0 @SUM(1) %s%n%0A::error::x",
    ":::note",
    "a\u200bb\u00adc\u2028d\u2029e\ufeff\u200f",
    "<!DOCTYPE html>",
    "a\n---\nb",
    "a\n\n# b\n\n- c\n\n    d",
    "a\n===\nb",
    "a\n| b | c |\n| --- | --- |\n| d | e |",
    "a\n::error file=x::b\n</script>\n<b>",
]
REFUSED = ["a\u202eb", "a\u2066b", "a\0b"]
REFUSED_MARKDOWN = [
    "<b>a</b>",
    "a\n\n<script>alert(1)</script>\n",
    "[a](javascript:alert(1))",
    "[a](JaVaScRipt&colon;alert(1))",
    "[a](data:text/html,x)",
    "[a](vbscript:x)",
    "[a](//mal.example)",
    "<javascript:alert(1)>",
    "[a]\n\n[a]: javascript:alert(1)",
    "![a](https://mal.example/a.png)",
    "<!-- a -->",
]
REFUSED_ADDRESSES = [
    "javascript:alert(1)",
    "data:text/html,x",
    "https://mal.example/\"onclick=\"x",
    "https://mal.example/<b>",
    "//mal.example",
    "https://mal.example/a b",
    "file:///etc/passwd",
]
DAY = ["--as-of", "2026-11-21"]
failures = []


def check(holds, message):
    if not holds:
        failures.append(message)
    return holds


def escaped(text):
    """As the words of a Markdown text: no sign of it is markup."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def letters(number):
    return "".join(chr(97 + number // 26**place % 26) for place in (2, 1, 0))


def without_braces(text):
    return text.replace("{", "(").replace("}", ")")


def around(mark, attack):
    return f"{mark} {attack}" if len(attack) > 30 else f"{attack} {mark} {attack}"


class Author:
    """Gives each text of a policy a mark of its own, and says whose it is."""

    def __init__(self, attack="mot"):
        self.attack, self.marks = attack, {}

    def text(self, field, language):
        if language == "en":
            mark = self.last[:-1] + "e"
        else:
            mark = "Kanari" + letters(len(self.marks)) + (language or "n")[0]
        self.last = mark
        self.marks[mark] = field
        attack = escaped(self.attack) if field.kind == "MARKDOWN" else self.attack
        # Braces are holes there, and others than the clause's are errors.
        attack = without_braces(attack) if field.block == "WORDING" else attack
        # A provision that names no article is an error of its own, shown on a draft.
        return around(mark, attack) + (", RGPD, art. 12, § 5" if field.kind == "LAW" else "")


class Trial:
    """One policy in a folder of its own, and what polc makes of it."""

    def __init__(self, polc, folder, source):
        self.polc, self.folder = polc, folder
        os.makedirs(folder)
        with open(f"{folder}/a.policy", "w", encoding="utf-8", newline="") as file:
            file.write(source)

    def run(self, *words):
        result = subprocess.run([self.polc, *words, f"{self.folder}/a.policy"], capture_output=True, check=False)
        check(result.returncode in (0, 1), f"{self.folder}: {words} ends with {result.returncode}")
        return result.stdout.decode(), result.stderr.decode()

    def build(self, name, *words):
        said = self.run("build", "--draft", "--quiet", *DAY, "-o", f"{self.folder}/{name}", *words)
        found = {}
        for folder, _, files in os.walk(f"{self.folder}/{name}"):
            found.update({file: os.path.join(folder, file) for file in files})
        return found, said


def squeezed(text):
    """What typography leaves alone: no spaces, one kind of quotation marks."""
    text = unicodedata.normalize("NFC", text).casefold()
    text = re.sub("[\u2018\u2019\u201c\u201d\u00ab\u00bb\"']", "'", text)
    return re.sub(r"[\s\u00a0\u202f\u200b\u2060]+", "", text)


FLAVOURS = ("hugo", "jekyll", "docusaurus", "mkdocs")
READERS = {".html": trees.html, ".xml": trees.xml, ".md": trees.markdown, ".yaml": trees.yaml, ".json": trees.json}
# What is printed, on its own, for each policy.
PRINTED = {
    "coverage.md": ["coverage", "--lang", "fr"],
    "coverage.html": ["coverage", "--lang", "fr", "--format", "html"],
    "coverage.json": ["coverage", "--lang", "fr", "--format", "json"],
    "notice.html": ["notice", "--draft", "--purpose", "purpose-1", "--purpose", "purpose-2"],
    "notice.md": ["notice", "--draft", "--purpose", "purpose-1", "--format", "md"],
    "trackers.html": ["trackers", "--draft"],
    "trackers.md": ["trackers", "--draft", "--format", "md"],
    "trackers.json": ["trackers", "--draft", "--format", "json"],
}
def outputs(polc, folder, source, flavours, printed=tuple(PRINTED)):
    """Every document that is made of a policy: {name: events}; the built files."""
    trial = Trial(polc, folder, source)
    files = {}
    builds = [("whole", []), ("fragment", ["--fragment", "--formats", "html"])]
    builds += [("plain", ["--formats", "md", "--markdown", "commonmark"])]
    builds += [(flavour, ["--formats", "md", "--front-matter", flavour]) for flavour in flavours]
    for name, words in builds:
        found, said = trial.build(name, *words)
        check(found, f"{folder}: {name}: nothing is built: {said[1][-300:]}")
        files.update({f"{name}/{file}": path for file, path in found.items()})
    for name in [name for name in files if name.split("/")[0] in FLAVOURS]:
        files[f"{name}.yaml"] = trees.split_front_matter(files[name])
    for name in printed:
        words = PRINTED[name]
        files[name] = f"{folder}/{name}"
        with open(files[name], "w", encoding="utf-8", newline="") as file:
            file.write(trial.run(*words, *DAY)[0])
    documents = {}
    for name, path in files.items():
        reader = READERS.get(os.path.splitext(name)[1])
        try:
            if reader:
                documents[name] = reader(path)
        except (trees.Broken, ElementTree.ParseError, ValueError) as error:
            check(False, f"{folder}: {name}: {error}")
    return trial, documents, files


def said_whole(documents, attack, where):
    """Each text that holds a mark holds the whole attack on both sides of it."""
    for name, events in documents.items():
        # A statement of coverage shows line ends, and finds fault with some texts.
        for event in events if name.endswith((".html", ".xml")) and name != "coverage.html" else ():
            if not isinstance(event, trees.Text) or len(event.marks) != 1 or "…" in event.said:
                continue
            text = squeezed(event.said)
            wholes = [around(event.marks[0], form) for form in (attack, escaped(attack), without_braces(attack))]
            if not check(any(squeezed(form) in text for form in wholes), f"{where}: {name}: not whole: {event.said[:200]!r}"):
                return


def attack_all(polc, tables, scratch):
    plain = Author()
    source = authoring.Writer(tables, plain.text).policy()
    _, benign, paths = outputs(polc, f"{scratch}/plain", source, FLAVOURS)
    places(plain.marks, paths)
    for number, attack in enumerate(ATTACKS):
        author = Author(attack)
        folder = f"{scratch}/{number}"
        printed = [name for name in PRINTED if name != "coverage.json" or number % 3 == 0]
        trial, documents, paths = outputs(polc, folder, authoring.Writer(tables, author.text).policy(),
            [FLAVOURS[number % len(FLAVOURS)]], printed)
        for name in documents:
            found = trees.difference(shape(name, benign.get(name, [])), shape(name, documents[name]))
            check(not found, f"{attack!r}: {name}: {found}")
        said_whole(documents, attack, repr(attack))
        read_back(polc, folder, paths, attack)
        name = next(mark for mark, field in author.marks.items() if field.key == ("CONTROLLER", "NAME"))
        texts = [event for event in documents.get("coverage.html", ()) if isinstance(event, trees.Text)]
        shown = squeezed(re.split(r"[^ -~]", attack)[0])
        check(any(name in text.marks and shown in squeezed(text.said) for text in texts), f"{attack!r}: coverage.html: not whole")
        if number % 3 == 0 or "\n" in attack or "::" in attack:
            reports(trial, attack)


def read_back(polc, folder, paths, attack):
    """The XML alone gives the same files, byte for byte."""
    source = paths["whole/policy.xml"]
    words = ["build", "--draft", "--quiet", *DAY, "-o", f"{folder}/again", "--from-xml", source]
    subprocess.run([polc, *words], capture_output=True, check=False)
    for path in [path for name, path in paths.items() if name.startswith("whole/")]:
        again = path.replace(f"{folder}/whole/", f"{folder}/again/")
        same = os.path.exists(again) and filecmp.cmp(path, again, shallow=False)
        check(same, f"{attack!r}: {os.path.basename(path)}: another one, read back from XML")


def shape(name, events):
    """What an attack leaves alone: in a statement of coverage, all but which requirements the texts meet."""
    kept = [event for event in events if not isinstance(event, trees.Text)]
    if name == "coverage.json":
        return [[key for key in event if key != "level"] for event in kept if isinstance(event, list) and "law" in event]
    if name == "coverage.html":
        return [event for event in kept if event[event[0] == "/"] not in ("strong", "code", "ul", "li", "p")]
    return [event for event in kept if "strong" not in event] if name == "coverage.md" else events


def places(marks, paths):
    """Each mark is on the page, and in that of its language alone; an internal one is nowhere."""
    seen, pages = {}, {"fr": set(), "en": set()}
    for name, path in paths.items():
        with open(path, encoding="utf-8") as file:
            found = seen[name] = set(trees.marks(file.read()))
        for language, on_page in pages.items():
            if f".{language}." not in name:
                continue
            other = {"fr": "e", "en": "f"}[language]
            check(not any(m.endswith(other) for m in found), f"{name}: a text of the other language")
            if name == f"whole/policy.{language}.html":
                on_page |= found
    anywhere = set().union(*seen.values())
    shown = {}
    for mark, field in marks.items():
        if "INTERNAL" in field.flags:
            check(mark not in anywhere, f"{field.key}: internal, and published")
            continue
        for language, on_page in pages.items():
            if mark[-1] in ("n", language[0]):
                key = (field.key, language)
                shown[key] = shown.get(key, False) or mark in on_page
    for key, is_shown in shown.items():
        check(is_shown, f"{key}: on no page")


def reports(trial, attack):
    """Reports are read by programs: each in its own syntax, and as many findings in each."""
    formats = ("json", "sarif", "junit", "github", "gitlab", "line")
    files = {name: f"{trial.folder}/report.{name}" for name in formats}
    trial.run("check", "--quiet", "--lang", "en", *DAY, *[f"--report={name}={path}" for name, path in files.items()])
    text = {}
    for name, path in files.items():
        with open(path, encoding="utf-8", newline="") as file:
            text[name] = file.read()
    try:
        for name in ("json", "sarif", "gitlab"):
            json.loads(text[name])
        ElementTree.fromstring(text["junit"])
    except (ValueError, ElementTree.ParseError) as error:
        check(False, f"{attack!r}: a report cannot be read: {error}")
    lines = {name: text[name].splitlines() for name in ("github", "line")}
    count = len(json.loads(text["gitlab"]))
    for line in text["github"].split("\n")[:-1]:
        check(re.match(r"::(error|warning|notice) file=[^,]*,line=\d+", line), f"{attack!r}: github: {line[:100]!r}")
    for line in text["line"].split("\n")[:-1]:
        check(re.match(r"\S+:\d+:\d+: ", line), f"{attack!r}: line: {line[:100]!r}")
    check(text["line"].count("\n") >= count, f"{attack!r}: {count} findings, {len(lines['line'])} lines")


def is_refused(polc, folder, source):
    """No document comes of it, and a finding says so."""
    trial = Trial(polc, folder, source)
    found, said = trial.build("out")
    return not found and "error" in said[1]


def refusals(polc, tables, scratch):
    """What is an error rather than text: signs that hide others, active Markdown, unsafe addresses."""
    trials = [("text", "TEXT", text) for text in REFUSED]
    trials += [("Markdown", "MARKDOWN", text) for text in REFUSED_MARKDOWN]
    trials += [("address", "URL", text) for text in REFUSED_ADDRESSES]
    for number, (what, kind, said) in enumerate(trials):
        values = {"URL": authoring.quoted(said)} if kind == "URL" else {}
        text = lambda field, _, kind=kind, said=said: said if field.kind == kind else "mot"
        source = authoring.Writer(tables, text, values=values).policy()
        check(is_refused(polc, f"{scratch}/refused{number}", source), f"{what} {said!r} is not refused")


def each_markdown(polc, tables, scratch):
    """Every Markdown field refuses markup by itself: one finding for each text that has it."""
    count = []
    text = lambda field, _: count.append(0) or "a<br>b" if field.kind == "MARKDOWN" else "mot"
    trial = Trial(polc, f"{scratch}/markdown", authoring.Writer(tables, text).policy())
    said = trial.run("check", "--report=line", "--lang", "en", *DAY)[0]
    found = said.count("[DOC-HTML]")
    check(found == len(count), f"raw HTML in {len(count)} Markdown texts: {found} findings")


def main():
    polc, grammar = sys.argv[1:3]
    tables = authoring.Tables(grammar)
    with tempfile.TemporaryDirectory() as scratch:
        attack_all(polc, tables, scratch)
        refusals(polc, tables, scratch)
        each_markdown(polc, tables, scratch)
    for message in failures[:40]:
        print(f"FAIL hostile: {message}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
