"""What site.sh looks at in the pages: site.py CHECK ARGUMENT... Exit 1 and the reason."""
import base64
import hashlib
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree
from html.parser import HTMLParser

import yaml


def files(folder, pattern):
    found = sorted(pathlib.Path(folder).rglob(pattern))
    assert found, f'no {pattern}'
    return [(path, path.read_text(encoding='utf-8')) for path in found]


def styles(folder, header):
    """Every page has one style element, of the hash that the header names."""
    for path, text in files(folder, '*.html'):
        found = re.findall(r'<style>(.*?)</style>', text, re.S)
        assert len(found) == 1, f'{path}: {len(found)} style elements'
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        wanted = f"Content-Security-Policy: default-src 'none'; style-src 'sha256-{digest}'"
        assert header == wanted, f'{path}: {header}, not {wanted}'


def properties(style, table):
    """The table documents what the stylesheet sets at its root, and all of it is used."""
    css = pathlib.Path(style).read_text(encoding='utf-8')
    names = re.findall(r'(?m)^PROPERTY\("([^"]+)"', pathlib.Path(table).read_text(encoding='utf-8'))
    root = css[css.index(':root {'):]
    declared = re.findall(r'--polc-([a-z-]+):', root[:root.index('\n}')])
    assert names == declared, f'{set(names) ^ set(declared)} or their order'
    used = set(re.findall(r'var\(--polc-([a-z-]+)\)', css))
    assert set(names) <= used, f'not used: {set(names) - used}'


def index(page, languages):
    """The index speaks the languages of its policies alone, and marks each."""
    text = pathlib.Path(page).read_text(encoding='utf-8')
    titles = {'fr': 'Politiques de confidentialité', 'en': 'Privacy policies'}
    first, *others = languages.split()
    heading = ''.join(f'\xa0· <span lang="{other}">{titles[other]}</span>' for other in others)
    assert f'<html lang="{first}"' in text and f'<h1>{titles[first]}{heading}</h1>' in text, f'{page}: title'
    for language in set(titles) - {first, *others}:
        assert titles[language] not in text and f'"{language}"' not in text, f'{page}: {language}'


def addresses(folder, base):
    """Canonical and language links, sitemap and llms.txt, all absolute; drafts in neither."""
    links = {}
    for path, text in files(folder, 'policy.*.html'):
        place = base + path.relative_to(folder).as_posix()
        assert re.findall('<link rel="canonical" href="([^"]*)">', text) == [place], f'{path}: canonical'
        languages = dict(re.findall('<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', text))
        assert sorted(languages) == ['en', 'fr', 'x-default'], f'{path}: {languages}'
        assert languages[path.name.split('.')[1]] == place, f'{path}: {languages}'
        assert 'type="text/markdown"' in text and 'type="application/xml"' in text, f'{path}: formats'
        links[place] = (languages, 'noindex' in text)
    sitemap = xml.etree.ElementTree.parse(pathlib.Path(folder) / 'sitemap.xml').getroot()
    name = '{http://www.sitemaps.org/schemas/sitemap/0.9}'
    listed = {}
    for url in sitemap:
        others = url.findall('{http://www.w3.org/1999/xhtml}link')
        listed[url.findtext(name + 'loc')] = {link.get('hreflang'): link.get('href') for link in others}
    wanted = {place: languages for place, (languages, draft) in links.items() if not draft}
    home = base + 'index.html'
    assert listed.pop(home, None) == {}, f'sitemap.xml: no {home}'
    assert f'<link rel="canonical" href="{home}">' in (pathlib.Path(folder) / 'index.html').read_text(encoding='utf-8')
    assert listed == wanted and len(listed) == 4, f'sitemap.xml: {listed}'
    llms = (pathlib.Path(folder) / 'llms.txt').read_text(encoding='utf-8')
    places = re.findall(r'\]\(([^)]*)\)', llms)
    texts = sorted(place.replace('.html', '.md') for place in wanted)
    assert sorted(place for place in places if place.endswith('.md')) == texts, f'llms.txt: {places}'
    assert re.match(r'# .+\n\n> ', llms), 'llms.txt: no title and summary'


class Outline(HTMLParser):
    """The elements, identifiers, local links and heading levels of a piece of HTML."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.ids, self.references, self.levels = set(), [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.add(tag)
        if 'id' in attributes:
            self.ids.append(attributes['id'])
        if re.fullmatch('h[1-6]', tag):
            self.levels.append(int(tag[1]))
        if attributes.get('href', '').startswith('#'):
            self.references.add(attributes['href'][1:])
        for name in ('aria-labelledby', 'aria-describedby'):
            self.references.update(attributes.get(name, '').split())


def fragment(folder, prefix, level):
    """An article whose places all begin with the prefix, and styles that touch nothing else."""
    for path, text in files(folder, 'policy.*.html'):
        start = prefix or path.parent.name
        outline = Outline(text)
        assert text.startswith(f'<article class="polc" id="{start}" lang="') and text.endswith('</article>\n'), path
        frame = {'html', 'head', 'body', 'style', 'link', 'script', 'main', 'h1', 'img', 'meta'}
        assert not outline.elements & frame, f'{path}: {outline.elements & frame}'
        assert len(set(outline.ids)) == len(outline.ids), f'{path}: an identifier twice'
        strange = [name for name in outline.ids if name != start and not name.startswith(start + '-')]
        assert not strange, f'{path}: {strange}'
        assert outline.references <= set(outline.ids), f'{path}: {outline.references - set(outline.ids)}'
        assert outline.levels[0] == int(level) and min(outline.levels[1:]) == int(level) + 1, f'{path}: levels'
    for path, text in files(folder, 'policy.css'):
        rules = re.sub(r'/\*.*?\*/|"[^"\n]*"', '', text, flags=re.S)
        assert rules.startswith('@scope (.polc) {\n') and rules.count('{') == rules.count('}'), path
        for word in (':root', '@page', 'prefers-color-scheme', '@import'):
            assert word not in rules, f'{path}: {word}'
        for word in ('--polc-paper: light-dark(#fff, #14181c)', ':where(:scope.polc) { color-scheme: light; }',
                     '@container polc (max-width: 52em) {', ':where(:scope.polc) :is(a, *) { all: revert;'):
            assert word in rules, f'{path}: no {word}'


def front_matter(folder, program):
    """YAML that gives the title and the language's facts back; no bracket of the program's."""
    drafts = {'hugo': ('draft', True), 'jekyll': ('published', False), 'docusaurus': ('draft', True)}
    for path, text in files(folder, 'policy.*.md'):
        assert text.startswith('---\n'), path
        head, body = text[4:].split('\n---\n', 1)
        values = yaml.safe_load(head)
        assert values['title'] and '\n' not in values['title'], f'{path}: {values}'
        assert (f'\n# {values["title"]}\n' in body) == (program in ('docusaurus', 'mkdocs')), f'{path}: heading'
        assert not re.search(r'\{[{%:#]', body), f'{path}: brackets'
        if program in drafts:
            key, value = drafts[program]
            draft = path.parent.name == 'imope'
            assert (values.get(key) == value) == draft, f'{path}: {values}'
        if 'model' in path.parent.name:
            assert '2026' in str(values), f'{path}: no date'
            assert values['description'], f'{path}: no description'


def words(path):
    """The words of a Markdown file as CommonMark reads it, tables taken apart."""
    text = subprocess.run(['cmark', '--to', 'html', path], check=True, capture_output=True).stdout.decode()
    text = re.sub(r'<[^>]*>', ' ', text)
    return set(re.findall(r'\w+', re.sub(r'(?m)^\|( --- \|)+$', '', text)))


def lists(folder, with_tables):
    """No table is left, and no word is lost or added but the headings of first columns."""
    for path, text in files(folder, 'policy.*.md'):
        other = pathlib.Path(with_tables) / path.relative_to(folder)
        assert '\n|' in other.read_text(encoding='utf-8'), f'{other}: no table'
        assert '\n|' not in text, f'{path}: a table'
        headings = re.findall(r'(?m)^\| ([^|]*?) \|.*\n\|( --- \|)+$', other.read_text(encoding='utf-8'))
        first = set(re.findall(r'\w+', ' '.join(heading for heading, _ in headings)))
        assert words(path) - first == words(other) - first, f'{path}: {words(path) ^ words(other)}'


CHECKS = {'front-matter': front_matter}
CHECKS.update({check.__name__: check for check in (styles, properties, index, addresses, fragment, lists)})

try:
    CHECKS[sys.argv[1]](*sys.argv[2:])
except AssertionError as error:
    print(error)
    sys.exit(1)
