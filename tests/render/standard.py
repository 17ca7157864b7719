"""The XML as a standard: what the schemas say of themselves, and what the stylesheet shows.

standard.py XSD RNG TERMS [XML HTML]...
Every element of the XSD has its documentation in French and English, every value has
labels and a term of the Data Privacy Vocabulary (or says that there is none), the RELAX NG
schema says the same; every text and value of each XML is in the HTML made of it.
"""

import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

XS = "{http://www.w3.org/2001/XMLSchema}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
ANNOTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}"
POLICY = "{urn:polc:policy:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
failures = []


def check(holds, message):
    if not holds:
        failures.append(message)


def languages(node, tag):
    return sorted(d.get(LANG) for d in node.iter(tag) if (d.text or "").strip())


def is_documented(node):
    annotation = node.find(XS + "annotation")
    return annotation is not None and languages(annotation, XS + "documentation") == ["en", "fr"]


def check_dpv(where, match, term, terms):
    check(match in ("exact", "close", "broader", "none"), f"{where}: no match with the DPV")
    check((match == "none") == (not term), f"{where}: a match and its term disagree")
    check(not term or term in terms, f"{where}: the DPV has no {term}")


def check_xsd(path, terms):
    root = ElementTree.parse(path).getroot()
    types = {t.get("name"): t for t in root if t.get("name")}
    for element in root.iter(XS + "element"):
        own = is_documented(element)
        by_type = element.get("type") in types and is_documented(types[element.get("type")])
        check(own or by_type, f"{path}: element {element.get('name')} is not documented in both languages")
    values = {}
    for value in root.iter(XS + "enumeration"):
        where = f"{path}: value {value.get('value')}"
        dpv = value.find(f"{XS}annotation/{XS}appinfo/{POLICY}dpv")
        check(is_documented(value), f"{where} has no label in both languages")
        check(dpv is not None, f"{where} has no line on the DPV")
        if dpv is not None:
            check_dpv(where, dpv.get("match"), dpv.text, terms)
            values.setdefault(value.get("value"), set()).add((dpv.get("match"), dpv.text))
    return values


def check_rng(path, values):
    root = ElementTree.parse(path).getroot()
    for define in root.iter(RNG + "define"):
        name = define.get("name")
        for element in define.iter(RNG + "element"):
            check(languages(element, ANNOTATION + "documentation") or name == "facts",
                  f"{path}: element {element.get('name')} of {name} is not documented")
    for value in root.iter(RNG + "value"):
        if value.text == "1":  # the edition
            continue
        pair = (value.get(POLICY + "dpv-match"), value.get(POLICY + "dpv"))
        check(pair in values.get(value.text, ()), f"{path}: value {value.text} has another DPV term than the XSD")


class Shown(HTMLParser):
    """The text of a page, and the values of its attributes."""

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attrs):
        self.parts.extend(value for _, value in attrs if value)

    def handle_data(self, data):
        self.parts.append(data)


def flat(text):
    return " ".join(text.split())


def check_shown(xml, html):
    shown = Shown()
    with open(html, encoding="utf-8") as page:
        shown.feed(page.read())
    page = flat(" ".join(shown.parts))
    for element in ElementTree.parse(xml).iter():
        name = element.tag.split("}")[1]
        values = [element.text, element.tail, *element.attrib.values()]
        for value in values:
            value = flat(value or "")
            # typed as HTML's own: th for header cells, ol for ordered lists, "Draft"
            if value and value not in ("true", "false") and value not in page:
                failures.append(f"{html}: nothing shows '{value[:60]}' of {name}")


xsd, rng, listed, *pages = sys.argv[1:]
with open(listed, encoding="utf-8") as lines:
    terms = set(lines.read().split())
check_rng(rng, check_xsd(xsd, terms))
while pages:
    check_shown(*pages[:2])
    pages = pages[2:]
for failure in failures[:20]:
    print("FAIL standard:", failure)
sys.exit(1 if failures else 0)
