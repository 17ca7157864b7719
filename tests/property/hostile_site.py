"""Hostile words around the documents: hostile_site.py POLC GRAMMAR, from the root of the sources.

In a site's index, sitemap and llms.txt, in reports, in file names and on the command line, they change nothing but
text. What polc prints for people holds no control character and no more lines than for plain words.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from urllib.parse import unquote_to_bytes

import authoring
import hostile
import trees
from hostile import ATTACKS, DAY, around, check, squeezed

MODEL = "policies-src/model-company/model-company.policy"
BASE = "https://www.example.org/a"
BASES = ["https://www.example.org/a)b(c", "https://a.example/'$&;=,*!~%22%3Cb%3E%0a[1](x):@+", "http://[::1]:80/_*a*_"]
REFUSED_BASES = ["javascript:alert(1)", "data:text/html,x", "//mal.example", "https://a/\nb", "https://a/\x1b[31m",
    "https://a/<b>", "https://a/`b`", "https://a/\u202eb", "https://a/\\b", " https://a/"]
REFUSED_SUFFIXES = ["a\nb", "\x1b[31m", "\x9b31m", "\u202ea", "\u2067a", b"\xff", "a" * 100_000]
# Nothing for people holds these: controls, and what turns the order of a line around.
RAW = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069]")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
REPORTS = ("terminal", "line", "github", "gitlab", "junit", "sarif", "json")
IN_REPORTS = ["\x1b[31m\x07\x9b31m\x85", "a\u202eb\u2066c\u2069", "]]> --> <![CDATA[x", "%0A::error::x", "a\n::error::x",
    "a\r\n::warning file=b::x\r", "\"}],\"x\":[{\"", "</failure></testcase><error/>", "\ufffe\uffff\u2028x\u2029", "\0"]
LINES = {"github": r"::(error|warning|notice) file=[^,:]*,line=\d+[^:]*::", "line": r".*?:\d+:\d+: \w+\[[A-Z]"}
# As bytes, for not all of them are text; a file of each name, in a folder of each name.
NAMES = ["a\nb", "::error::x", "a,line=9::b", "\x1b[31m", "a\rb\tc", "'\"`$(x)", "%0A%25#?&", "-x", "--quiet", " ::error::x", "é\u202eb",
    b"\xff\xfe", "<b>]]>", "a b", "\\", "javascript:x", "{x}"]


def run(polc, *words, folder=None):
    """Status, and what is printed on both streams; for people, if it is no document."""
    result = subprocess.run([polc, *words], cwd=folder, capture_output=True, check=False)
    said = result.stdout + result.stderr
    check(result.returncode in (0, 1, 2, 3), f"{words}: ends with {result.returncode}")
    try:
        text = said.decode()
        check(not RAW.search(text), f"{words}: prints {RAW.findall(text)[:3]}")
    except UnicodeDecodeError as error:
        check(False, f"{words}: {error}")
        text = ""
    return result.returncode, text


# The commands, with a hole for a hostile word; none of them writes.
COMMANDS = [
    ["{}"],
    ["build", "--{}"],
    ["build", "{}.policy"],
    ["build", "--formats", "{}", MODEL],
    ["build", "--lang", "{}", MODEL],
    ["build", "--jobs", "{}", MODEL],
    ["build", "--theme", "{}", MODEL],
    ["build", "--logo", "{}", MODEL],
    ["build", "--front-matter", "{}", MODEL],
    ["build", "--fragment", "--id-prefix", "1{}", MODEL],
    ["build", "--from-xml", "{}"],
    ["build", "--quiet", "-o", "/dev/null/{}", *DAY, MODEL],
    ["build", "--root", "{}", "/dev/null/a.policy"],
    ["check", "--report={}", MODEL],
    ["check", "--quiet", *DAY, "--report=line=/dev/null/{}", MODEL],
    ["check", "--baseline", "{}", MODEL],
    ["check", "--as-of", "{}", MODEL],
    ["check", "--severity", "{}", MODEL],
    ["check", "--severity", "{}=error", MODEL],
    ["check", "--since", "{}", MODEL],
    ["explain", "{}"],
    ["law", "{}"],
    ["law", "--format", "{}"],
    ["reference", "--format", "{}"],
    ["coverage", *DAY, "-o", "/dev/null/{}", MODEL],
    ["notice", "--purpose", "{}", *DAY, MODEL],
    ["notice", "--purpose", "orders", "--link", "x{}", MODEL],
    ["trackers", "--format", "{}", MODEL],
    ["dump", "{}", MODEL],
]
HOSTILE_WORDS = ["x\x1b[31my", "x\n::error::y", "x\r\x9b31m\x85", "x\u202ey", b"x\xff", "x" * 100_000]


# --- sites ---


def read_site(folder):
    """{name: events} of what stands about the policies, and the pages."""
    found = {}
    for name in ("index.html", "sitemap.xml", "p/policy.en.html", "p/policy.fr.html"):
        found[name] = (trees.html if name.endswith("html") else trees.xml)(f"{folder}/{name}")
    found["llms.txt"] = trees.markdown(f"{folder}/llms.txt")
    return found


def site(polc, scratch, name, label=None, base=BASE, suffix=None):
    """The model's policy in a folder, under another title and summary: as it is published."""
    source = f"{scratch}/{name}"
    os.makedirs(source)
    with open(MODEL, encoding="utf-8") as file:
        text = re.sub(r"\bmodel-company\b", "p", file.read())
    for field in ("label", "summary") if label else ():
        said = "".join(f" {tag} {authoring.quoted(label(field, tag))}\n" for tag in ("en", "fr"))
        text = re.sub(rf"(\n  {field} )\{{.*?\n  \}}", lambda match: f"{match[1]}{{{said} }}", text, 1, re.DOTALL)
    with open(f"{source}/p.policy", "w", encoding="utf-8", newline="") as file:
        file.write(text)
    words = ["--title-suffix", suffix] if suffix else []
    status, said = run(polc, "build", "--quiet", *DAY, "--base-url", base, *words, "-o", f"{source}/out", source)
    if not check(status == 0, f"site {name}: {said[-500:]}"):
        return None
    return read_site(f"{source}/out")


def titles(polc, scratch):
    mark = {(field, tag): f"Kanariaa{field[0]}{tag[0]}" for field in ("label", "summary") for tag in ("en", "fr")}
    plain = site(polc, scratch, "plain", lambda field, tag: mark[field, tag] + " mot")
    shown = {m for name in ("index.html", "llms.txt") for e in plain[name] if isinstance(e, trees.Text) for m in e.marks}
    check(shown == set(mark.values()), f"titles and summaries: {shown}")
    for number, attack in enumerate([*ATTACKS, "m" * 1_000_000]):
        found = site(polc, scratch, f"title{number}", lambda field, tag: around(mark[field, tag], attack))
        for name in found or ():
            compared = trees.difference(plain[name], found[name])
            check(not compared, f"title {attack[:80]!r}: {name}: {compared}")
            hostile.said_whole({name: found[name]} if name == "index.html" else {}, attack, f"title {attack[:80]!r}")


def suffixes(polc, scratch):
    """The title ends with the suffix, and is the only text that changes."""
    plain = site(polc, scratch, "suffixed", suffix="x")
    lines = [attack for attack in ATTACKS if not re.search("[\n\t\u2028\u200f]", attack)]
    for number, attack in enumerate(lines):
        found = site(polc, scratch, f"suffix{number}", suffix=attack)
        for name in found or ():
            compared = trees.difference(plain[name], found[name])
            check(not compared, f"suffix {attack!r}: {name}: {compared}")
            at = [i + 1 for i, event in enumerate(found[name]) if event == ("title", [])]
            check(all(squeezed(found[name][i].said).endswith(squeezed(attack)) for i in at), f"suffix {attack!r}: {name}")
    for suffix in REFUSED_SUFFIXES:
        status = run(polc, "build", "-o", f"{scratch}/no", "--title-suffix", suffix, MODEL)[0]
        check(status == 2 and not os.path.exists(f"{scratch}/no"), f"suffix {suffix[:20]!r}: status {status}")


def bases(polc, scratch):
    """Every address of the site begins with the base, as it was given."""
    for number, base in enumerate(BASES):
        folder = f"{scratch}/base{number}"
        if not site(polc, scratch, f"base{number}", base=base):
            continue
        wanted = {f"{base}/p/policy.{tag}.html" for tag in ("en", "fr")}
        located = ElementTree.parse(f"{folder}/out/sitemap.xml").getroot().iter(LOCATION)
        check(wanted <= {place.text for place in located} <= wanted | {f"{base}/index.html"}, f"base {base}: sitemap.xml")
        for tag in ("en", "fr"):
            links = canonical(f"{folder}/out/p/policy.{tag}.html")
            check(links == [f"{base}/p/policy.{tag}.html"], f"base {base}: {links}")
        read = subprocess.run(["cmark", "-t", "xml", f"{folder}/out/llms.txt"], capture_output=True, check=True).stdout
        links = {link.get("destination") for link in ElementTree.fromstring(read).iter(trees.COMMONMARK + "link")}
        wanted = {f"{base}/p/policy.{end}" for end in ("en.md", "fr.md", "xml")}
        links, wanted = ({unquote_to_bytes(link) for link in found} for found in (links, wanted))
        check(wanted <= links and all(link.startswith(unquote_to_bytes(base)) for link in links), f"base {base}: {links}")
    for base in REFUSED_BASES:
        status = run(polc, "build", "-o", f"{scratch}/no", "--base-url", base, MODEL)[0]
        check(status == 2 and not os.path.exists(f"{scratch}/no"), f"base {base!r}: status {status}")


def canonical(path):
    links = [dict(event[1]) for event in trees.html(path) if not isinstance(event, trees.Text) and event[0] == "link"]
    return [link["href"] for link in links if link.get("rel") == "canonical"]


# --- reports ---


def report(polc, tables, folder, name, attack):
    """{format: its structure} of the reports of a policy whose file has the name, or None; checks each for raw signs."""
    os.makedirs(folder, exist_ok=True)
    author = hostile.Author(attack)
    place = os.path.join(os.fsencode(folder), name if isinstance(name, bytes) else os.fsencode(name)) + b".policy"
    with open(place, "w", encoding="utf-8", newline="") as file:
        file.write(authoring.Writer(tables, author.text).policy())
    paths = {form: f"{folder}/report.{form}" for form in REPORTS}
    words = [f"--report={form}={path}" for form, path in paths.items()]
    local = (b"./" if os.path.basename(place).startswith(b"-") else b"") + os.path.basename(place)
    status, said = run(polc, "check", "--quiet", "--lang", "en", *DAY, *words, local, folder=folder)
    if not check(status == 1, f"reports of {name!r}: {said[-300:]}"):
        return None
    return {form: structure(form, path, f"{form} of {name!r}, {attack!r}") for form, path in paths.items()}


def structure(form, path, where):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    check(not RAW.search(text), f"{where}: raw {RAW.findall(text)[:3]}")
    try:
        if form == "junit":
            return [e if isinstance(e, trees.Text) else e[0] for e in trees.xml(path)]
        if form in ("gitlab", "sarif", "json"):
            return [e for e in trees.data_events(json.loads(text)) if not isinstance(e, int)]
    except (ValueError, ElementTree.ParseError) as error:
        check(False, f"{where}: {error}")
    lines = text.split("\n")[:-1]
    for line in lines:
        check(re.match(LINES.get(form, ""), line), f"{where}: {line[:200]!r}")
        is_command = line.lstrip().startswith("::")
        check(is_command == (form == "github"), f"{where}: a command, or none: {line[:200]!r}")
    return [len(lines)] if form != "terminal" else []


def reports(polc, tables, scratch):
    """Each attack in the texts, then in the name of the file: as many findings, told in the same way."""
    plain = report(polc, tables, f"{scratch}/report", "plain", "mot")
    for number, name in enumerate(NAMES):
        found = report(polc, tables, f"{scratch}/report{number}", name, "mot")
        for form in found or ():
            compared = trees.difference(plain[form], found[form])
            check(not compared, f"{form} of {name!r}: {compared}")
    for number, attack in enumerate(IN_REPORTS):
        report(polc, tables, f"{scratch}/attacked{number}", "plain", attack)


# --- the command line ---


def command_line(polc, scratch):
    """A hostile word in each place of a command: the status of a plain one, in as many lines."""
    model = os.path.abspath(MODEL)
    for place in [[model if word == MODEL else word for word in place] for place in COMMANDS]:
        plain = run(polc, *[word.replace("{}", "xyz") for word in place], folder=scratch)
        check(plain[0] in (1, 2, 3), f"{place}: status {plain[0]}")
        for word in HOSTILE_WORDS:
            given = [os.fsencode(part).replace(b"{}", word if isinstance(word, bytes) else word.encode()) for part in place]
            found = run(polc, *given, folder=scratch)
            where = f"{place} of {word[:30]!r}"
            check(found[0] == plain[0], f"{where}: status {found[0]}, not {plain[0]}: {found[1][-200:]!r}")
            check(found[1].count("\n") == plain[1].count("\n"), f"{where}: {found[1][-300:]!r}")


def folders(polc, scratch):
    """Folders and files of all names, found by themselves, and the folder to write to."""
    for number, name in enumerate(NAMES):
        top = f"{scratch}/folder{number}"
        inner = os.path.join(os.fsencode(top), os.fsencode(name) if isinstance(name, str) else name)
        os.makedirs(inner)
        shutil.copyfile(MODEL, inner + b"/" + os.path.basename(inner) + b".policy")
        out = b"./" + os.path.basename(inner) + b"/out"
        status, said = run(polc, "build", "--quiet", *DAY, "--base-url", BASE, "-o", out, ".", folder=top)
        built = os.path.exists(inner + b"/out/model-company/policy.fr.html")
        check(status == 0 and built, f"folder {name!r}: {said[-300:]}")
        lines = said.split("\n")
        check(len(lines) == 4 and not lines[2].lstrip().startswith("::"), f"folder {name!r}: {lines}")


def main():
    polc, grammar = sys.argv[1:3]
    tables = authoring.Tables(grammar)
    with tempfile.TemporaryDirectory() as scratch:
        titles(polc, scratch)
        suffixes(polc, scratch)
        bases(polc, scratch)
        reports(polc, tables, scratch)
        command_line(polc, scratch)
        folders(polc, scratch)
    for message in hostile.failures[:40]:
        print(f"FAIL hostile site: {message[:800]}")
    return 1 if hostile.failures else 0


if __name__ == "__main__":
    sys.exit(main())
