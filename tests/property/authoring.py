"""Writes policies from the tables of the language: every field of every block, or a chance selection.

Takes grammar/fields.def and vocabularies.def; gives the source text of a policy whose texts are
what a function of the caller's says. Knows of no field by its name, except for the few choices
below, without which a text would have no place on the page.
"""

import re

FIELD = re.compile(
    r'^\s*FIELD\((\w+), (\w+), "[^"]*", "([^"]*)", TYPE_(\w+), ([\w |]+), (\w+),', re.MULTILINE
)
CONTACT = re.compile(r"^CONTACT_FIELDS\((\w+)\)", re.MULTILINE)
WORD = re.compile(r'^WORD\((\w+), \w+, "[^"]*", "([^"]*)"', re.MULTILINE)
LOCALISED = ("TEXT", "MARKDOWN")
TEXTUAL = LOCALISED + ("NAME", "WORDS", "LAW", "REFERENCE_OR_TEXT", "URL_OR_TEXT")

# One says that there is nothing; the other would have nothing to say then.
EXCLUDED = {("DPO", "NONE"), ("ROOT", "DECISIONS")}
# The fields that are written several times, once for each of these words.
EACH_OF = {("BASIS", "TYPE"): "BASIS", ("SOURCE", "ORIGIN"): "SOURCE", ("GRANT", "RIGHT"): "RIGHT"}
CHOSEN = {
    ("POLICY", "KIND"): "mixed",
    ("DECISION", "BASIS"): "law",
    ("TRANSFER", "SAFEGUARD"): "art49-1-2",
    ("TRACKER", "EXEMPT"): "no",
    ("POLICY", "CLAIMS"): "no-sensitive-data",
    ("ALLOW", "UNTIL"): "2027-03-01",
}
PLAIN = {
    "URL": "https://www.atelier.example/page",
    "EMAIL": "bureau@atelier.example",
    "PHONE": '"+33 2 40 00 00 00"',
    "DATE": "2026-03-01",
    "DURATION": "13 months",
    "PERIOD": "3 years after last-contact",
    "COUNTRY": "US",
    "INTEGER": "15",
    "FLAG": "yes",
    "FLAG_OR_URL": "yes",
    "SECTION": "purposes",
    "RULE": "READ-SENT",
    "CLAUSE": "security-measures",
}


class Field:
    def __init__(self, block, name, keyword, kind, flags, of):
        self.block, self.name, self.keyword, self.kind = block, name, keyword, kind
        self.flags = set(flags.split(" | "))
        self.of = of.replace("BLOCK_", "").replace("VOCABULARY_", "")
        self.key = (block, name)


class Tables:
    def __init__(self, grammar):
        with open(f"{grammar}/fields.def", encoding="utf-8") as file:
            text = file.read()
        # The rows of a macro are written out where it is used.
        shared = re.search(r"#define CONTACT_FIELDS\(B\)(.*?)\n\n", text, re.DOTALL).group(1)
        shared = re.sub(r"\s*\\\n\s*", "\n", shared).replace(",\n", ", ")
        text = text.replace("#define CONTACT_FIELDS", "")
        text = CONTACT.sub(lambda match: shared.replace("FIELD(B,", f"FIELD({match.group(1)},"), text)
        self.blocks, self.words = {}, {}
        for row in FIELD.findall(text):
            self.blocks.setdefault(row[0], []).append(Field(*row))
        with open(f"{grammar}/vocabularies.def", encoding="utf-8") as file:
            for vocabulary, word in WORD.findall(file.read()):
                self.words.setdefault(vocabulary, []).append(word)

    def fields(self):
        return [field for fields in self.blocks.values() for field in fields]


def quoted(text):
    """A text as a string of the language; over several lines, or with three quotes, as it must be."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if "\n" not in text:
        return f'"{escaped}"'
    return '"""\n' + text + '\n"""'


class Writer:
    """text(field, language) gives the text of each field; languages "" is one text for all."""

    def __init__(self, tables, text, random=None, values=None):
        self.tables, self.text, self.random = tables, text, random
        self.values = {**PLAIN, **(values or {})}
        self.lines, self.counts = [], {}

    def wanted(self, field):
        if field.key in EXCLUDED or field.kind == "LANGUAGE":
            return False
        if not self.random or field.flags & {"NEEDED", "HEAD", "TITLE"} or field.key == ("ROOT", "POLICY"):
            return True
        return self.random.random() < (0.8 if field.block == "ROOT" else 0.4)

    def pick(self, field):
        words = self.tables.words[field.of]
        if field.key in EACH_OF:
            turn = self.counts.get(field.key, 0)
            self.counts[field.key] = turn + 1
            return words[turn % len(words)]
        if self.random:
            return self.random.choice(words)
        return CHOSEN.get(field.key, next((w for w in words if w not in ("none", "nothing")), words[0]))

    def localised(self, field):
        return " ".join(f"{language} {quoted(self.text(field, language))}\n" for language in ("fr", "en"))

    def value(self, field):
        """What stands behind the keyword, a block aside."""
        if field.kind == "CHOICE":
            return self.pick(field)
        if field.kind == "REFERENCE":
            return field.of.lower().replace("_", "-") + "-1"
        if field.kind in LOCALISED or field.kind in ("REFERENCE_OR_TEXT", "URL_OR_TEXT"):
            return "{ " + self.localised(field) + " }"
        if field.kind in TEXTUAL:
            return quoted(self.text(field, ""))
        return CHOSEN.get(field.key) or self.values[field.kind]

    def block(self, field, depth):
        """The head values of a sub-block and its body, in braces."""
        heads, body = [], []
        anywhere = self.tables.blocks["ANY"] if field.of != "ALLOW" else []
        for inner in self.tables.blocks[field.of] + anywhere:
            if not self.wanted(inner):
                continue
            if "HEAD" in inner.flags and inner.kind in LOCALISED:
                body.insert(0, self.localised(inner))
            elif "HEAD" in inner.flags:
                heads.append(self.value(inner))
            else:
                body.append(self.statement(inner, depth + 1))
        return " ".join(heads) + " {\n" + "".join(body) + "}"

    def times(self, field):
        if field.kind != "BLOCK":
            return 1
        heads = [inner.key for inner in self.tables.blocks[field.of] if inner.key in EACH_OF]
        if heads and "MANY" in field.flags:
            return self.random.randint(1, 3) if self.random else len(self.tables.words[EACH_OF[heads[0]]])
        if "MANY" in field.flags and "ID" in field.flags:
            return self.random.randint(1, 3) if self.random else 2
        return 1

    def statement(self, field, depth=0):
        written = ""
        for _ in range(self.times(field)):
            name = ""
            if field.flags & {"ID", "ID_OPTIONAL"}:
                self.counts[field.of] = self.counts.get(field.of, 0) + 1
                name = f" {field.of.lower().replace('_', '-')}-{self.counts[field.of]}"
            what = self.block(field, depth) if field.kind == "BLOCK" else self.value(field)
            written += f"{field.keyword}{name} {what}\n"
        return written

    def policy(self):
        parts = ["polc 1 en\n\n"]
        for field in self.tables.blocks["ROOT"]:
            # What is referred to is always there.
            if self.wanted(field) or "MANY" in field.flags and field.key not in EXCLUDED:
                parts.append(self.statement(field) + "\n")
        source = "".join(parts)
        return re.sub(r"(policy policy-1 +\{\n)", r"\1languages fr, en\n", source, count=1)
