"""What a document is made of, whatever its texts say: its tree, as a list of events.

Takes an HTML page, a Markdown file (read by cmark) or an XML document. Gives for each tag its name and attributes, and
for each text a Text, which compares by the marks that it holds alone; raises Broken for what a browser would repair.
"""

import json as JSON
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import yaml as YAML

CANARY = "Kanari"
END_OF_MARK = re.compile(r"[a-z]{3}[fen]")
COMMONMARK = "{http://commonmark.org/xml/1.0}"
DELIMITER = re.compile(r"[> ]*\|?( *:?-+:? *\|)+( *:?-+:? *)?$")
VOID = {"meta", "link", "br", "hr", "img", "wbr", "col"}
# Attributes that say an author's words.
SAID = {"data-title", "data-label", "title", "alt", "content", "aria-label"}
LONG = ("class", "long")
SAFE = re.compile(r"(https?|mailto|tel):|#|[\w./-]+(#|$)", re.ASCII)


class Broken(Exception):
    pass


def marks(said):
    """The marks of a text, in order; quickly, for it may hold megabytes."""
    ends = [END_OF_MARK.match(part) for part in said.split(CANARY)[1:]]
    return [CANARY + end.group() for end in ends if end]


class Text:
    """A text: equal to another when the same marks stand in it, in the same order."""

    def __init__(self, said):
        self.said = said
        self.marks = marks(said)

    def __eq__(self, other):
        return isinstance(other, Text) and self.marks == other.marks

    def __repr__(self):
        return f"text {self.marks} {self.said[:80]!r}"


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.events, self.open, self.text = [], [], []

    def flush(self):
        said = "".join(self.text)
        if said.strip():
            self.events.append(Text(said))
        self.text = []

    def handle_starttag(self, tag, attributes):
        # Where a line may be broken inside of a long word is a matter of the text.
        if tag == "span" and attributes == [LONG]:
            self.open.append("")
            return
        attributes = [(n, (v or "").removesuffix(" long") if n == "class" else v) for n, v in attributes if (n, v) != LONG]
        self.flush()
        names = [name for name, _ in attributes]
        if tag in ("script", "iframe", "object", "embed", "form") or len(set(names)) < len(names):
            raise Broken(f"<{tag}> {attributes}")
        for name, value in attributes:
            if name.startswith("on") or name in ("href", "src") and not SAFE.match(value or ""):
                raise Broken(f"<{tag} {name}={value!r}>")
        said = [(n, Text(v or "") if n in SAID else v) for n, v in attributes]
        self.events.append((tag, said))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag == "span" and self.open and not self.open[-1]:
            self.open.pop()
            return
        self.flush()
        if not self.open or self.open.pop() != tag:
            raise Broken(f"</{tag}> closes nothing")
        self.events.append(("/", tag))

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        raise Broken(f"a comment: {data[:60]!r}")

    def unknown_decl(self, data):
        raise Broken(f"a declaration: {data[:60]!r}")

    def handle_pi(self, data):
        raise Broken(f"an instruction: {data[:60]!r}")


def html(path):
    page = Page()
    with open(path, encoding="utf-8", newline="") as file:
        page.feed(file.read())
    page.close()
    page.flush()
    if page.open:
        raise Broken(f"{path}: never closed: {page.open}")
    return page.events


def xml_events(node, events):
    """Without recursion: a document may be deep."""
    stack = [(node, iter(node))]
    events.append((node.tag, sorted(node.attrib.items())))
    if (node.text or "").strip():
        events.append(Text(node.text))
    while stack:
        parent, children = stack[-1]
        child = next(children, None)
        if child is None:
            events.append(("/", parent.tag))
            stack.pop()
            if (parent.tail or "").strip() and stack:
                events.append(Text(parent.tail))
            continue
        events.append((child.tag, sorted((k, Text(v) if CANARY in v else v) for k, v in child.attrib.items())))
        if (child.text or "").strip():
            events.append(Text(child.text))
        stack.append((child, iter(child)))
    return events


def xml(path):
    return xml_events(ElementTree.parse(path).getroot(), [])


def rows(lines):
    """The number of cells of each row of each table, that of its head first."""
    shapes, inside = [], False
    for before, line in zip([""] + lines, lines):
        if DELIMITER.match(line):
            shapes.append([cells(before)])
            inside = True
        elif inside and line.lstrip("> ").startswith("|"):
            shapes[-1].append(cells(line))
        else:
            inside = False
    return shapes


def cells(line):
    """A sign behind an odd number of backslashes ends none."""
    before = line.split("|")[:-1]
    return sum((len(part) - len(part.rstrip("\\"))) % 2 == 0 for part in before) - 1


def markdown(path):
    """What cmark reads, where pieces of text that follow each other are one; then the shapes of the tables.

    A technical name is a piece of text too: one that code cannot say in a table is written out."""
    read = subprocess.run(["cmark", "--to", "xml", path], capture_output=True, check=True).stdout
    with open(path, encoding="utf-8", newline="") as file:
        shapes = rows(file.read().split("\n"))
    events = []
    for event in xml_events(ElementTree.fromstring(read), []):
        tag = None if isinstance(event, Text) else event[event[0] == "/"].replace(COMMONMARK, "")
        if tag in ("html_block", "html_inline", "image"):
            raise Broken(f"{path}: {tag}")
        if tag in ("text", "softbreak", "code"):
            continue
        if tag:
            events.append((event[0].replace(COMMONMARK, ""), event[1] if event[0] != "/" else tag))
        elif events and isinstance(events[-1], Text):
            events[-1] = Text(events[-1].said + " " + event.said)
        else:
            events.append(event)
    return events + shapes


def split_front_matter(path):
    """Leaves the Markdown alone in the file; gives the path of what stood before it, a YAML document."""
    with open(path, encoding="utf-8", newline="") as file:
        match = re.match(r"---\n(.*?\n)---\n(.*)", file.read(), re.DOTALL)
    if not match:
        raise Broken(f"{path}: no front matter")
    for name, said in ((path + ".yaml", match.group(1)), (path, match.group(2))):
        with open(name, "w", encoding="utf-8", newline="") as file:
            file.write(said)
    return path + ".yaml"


def data_events(said):
    """The shape of JSON or YAML data: its keys, and its texts."""
    events, stack = [], [said]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            events.append(list(node))
            stack.extend(node.values())
        elif isinstance(node, list):
            events.append(len(node))
            stack.extend(node)
        else:
            events.append(Text(node) if isinstance(node, str) else node)
    return events


def yaml(path):
    with open(path, encoding="utf-8", newline="") as file:
        try:
            return data_events(YAML.load(file.read(), Loader=getattr(YAML, "CSafeLoader", YAML.SafeLoader)))
        except YAML.YAMLError as error:
            raise Broken(f"{path}: {error}") from error


def json(path):
    with open(path, encoding="utf-8", newline="") as file:
        return data_events(JSON.load(file))


def difference(a, b):
    """The first place where two lists of events differ, or None."""
    for i, (one, other) in enumerate(zip(a, b)):
        if one != other:
            return f"event {i}: {one!r} is now {other!r}, after {a[max(0, i - 3):i]!r}"
    return None if len(a) == len(b) else f"{len(a)} events, now {len(b)}: {(a + b)[min(len(a), len(b))]!r}"
