#!/bin/sh
# Pages that are to fit a site: styles, theme, logo, addresses, fragments, flavours of
# Markdown; and what is refused.
#   site.sh POLC
set -u
polc=$1
here=$(dirname "$0")
python=$(sh tests/python.sh yaml)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
ok() { # ok NAME STATUS
	[ "$2" -eq 0 ] || {
		echo "FAIL $1"
		failed=1
	}
}
sources='policies-src/model-company policies-src/model-public-body policies-src/imope policies-src/shared'
mkdir "$scratch/src"
cp -R $sources "$scratch/src"
build() { # build FOLDER OPTION...
	folder=$1
	shift
	"$polc" build --lang en --quiet --draft --as-of 2026-11-21 -o "$scratch/$folder" "$@" "$scratch/src" \
		>"$scratch/$folder.out" 2>"$scratch/$folder.err"
}
refused() { # refused NAME WANTED STATUS OPTION...
	name=$1 wanted=$2 status=$3
	shift 3
	build refused "$@"
	[ $? -eq "$status" ] && grep -qF -- "$wanted" "$scratch/refused.err" && [ ! -e "$scratch/refused" ]
	ok "$name" $?
}
check() { # check NAME ARGUMENT...: site.py
	"$python" "$here/site.py" "$@" >"$scratch/log" 2>&1
	ok "$1: $(cat "$scratch/log")" $?
}

# --- styles and the header that guards them ---
build inline --print-csp; ok 'a site' $?
check styles "$scratch/inline" "$(tail -n 1 "$scratch/inline.out")"
build file --print-csp --style-file; ok 'the styles in a file' $?
[ "$(tail -n 1 "$scratch/file.out")" = "Content-Security-Policy: default-src 'none'; style-src 'self'" ]
ok 'the header of a style file' $?
for folder in . imope model-company model-public-body; do
	[ -s "$scratch/file/$folder/policy.css" ]; ok "policy.css in $folder" $?
done
grep -l '<style' -r "$scratch/file" && ok 'no inline style beside a style file' 1
[ "$(grep -lr '<link rel="stylesheet" href="policy.css">' "$scratch/file" | wc -l)" -eq 7 ]; ok 'each page links to it' $?

# --- themes ---
cat >"$scratch/theme.css" <<'EOF'
/* url(a) and @import in a comment */
:root { --polc-link: #005a5a; }
@media screen and (prefers-color-scheme: dark) {
  :root { --polc-link: #7fd6d6; }
}
.notice::before { content: "@import url(x) }"; }@media(prefers-color-scheme:dark){p{color:#eee}}
@media screen and (prefers-color-scheme: light) { p { color: #111; } }
@media ( Prefers-Color-Scheme:DARK ) { p { color: #ddd; } } /* prefers-color-scheme alone */ p { outline-color: rgb(1 2 3); }
EOF
build themed --theme "$scratch/theme.css" --print-csp; ok 'a theme' $?
check styles "$scratch/themed" "$(tail -n 1 "$scratch/themed.out")"
grep -q -- '--polc-link: #005a5a' "$scratch/themed/imope/policy.fr.html"; ok 'the theme is in the page' $?
theme() { # theme NAME WANTED CSS: the theme is refused with what is wanted
	printf "$3" >"$scratch/refused.css"
	refused "$1" "$2" 2 --theme "$scratch/refused.css"
}
theme 'a theme that ends the style element' 'refused.css:2:5' 'p {}\na {}</STYLE ><b>'
theme 'the same in a string' 'refused.css:1:16' 'p { content: "a</style>" }'
theme '@import' 'refused.css:2:1' 'p {}\n@IMPORT "x.css";'
theme '@import with an escape' 'refused.css:1:1' '@\\69mport "x.css";'
theme 'url()' 'refused.css:1:17' 'p { background: url(https://a.example/b) }'
theme 'url() with an escape' 'refused.css:1:17' 'p { background: \\000055 rl(b) }'
theme 'src()' 'refused.css:1:17' 'p { background: src("b") }'
theme 'image-set()' 'refused.css:1:17' 'p { background: -webkit-image-set("b" 1x) }'
theme 'a block that is not closed' 'refused.css:1:3' 'p { color: red'
theme 'a brace too many' 'refused.css:1:18' 'p { color: red } }'
theme 'a parenthesis that is not closed' 'refused.css:1:21' 'p { width: calc(1px }'
theme 'a string that is not closed' 'refused.css:1:14' 'p { content: "a\n}'
theme 'a comment that is not closed' 'refused.css:2:1' 'p {}\n/* a'
theme 'a theme that is not UTF-8' 'refused.css:1:14' 'p { content: \377 }'
refused 'a theme that is missing' 'none.css' 3 --theme "$scratch/none.css"
head -c 300000 /dev/zero | tr '\0' ' ' >"$scratch/large.css"
refused 'a theme that is too large' 'large.css' 3 --theme "$scratch/large.css"
check properties compiler/render/style.css compiler/render/theme.def

# --- logo ---
svg() { # svg CONTENT [ATTRIBUTES]
	printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" %s>%s</svg>\n' "${2-}" "$1"
}
svg '<defs><path id="a" d="M0 0h9v9z"/></defs><use href="#a" fill="url(#g)"/>' >"$scratch/logo.svg"
build logo --logo "$scratch/logo.svg" --print-csp; ok 'an SVG logo' $?
grep -q "style-src 'sha256-[^']*'; img-src 'self'$" "$scratch/logo.out"; ok 'the header of a logo' $?
cmp -s "$scratch/logo.svg" "$scratch/logo/model-company/logo.svg"; ok 'the logo is beside the page' $?
grep -qF '<img class="logo" src="logo.svg" width="120" height="40" alt="Brindille">' "$scratch/logo/model-company/policy.fr.html"
ok 'the page shows it, with a text' $?
printf '\211PNG\r\n\032\n\0\0\0\015IHDR\0\0\0\100\0\0\0\040\010\006\0\0\0\0\0\0\0' >"$scratch/logo.png"
build png --logo "$scratch/logo.png"; ok 'a PNG logo' $?
grep -qF 'src="logo.png" width="64" height="32"' "$scratch/png/imope/policy.en.html"; ok 'its size' $?
logo() { # logo NAME FILE: it is refused
	refused "$1" "$2" 2 --logo "$scratch/$2"
}
svg '<script>alert(1)</script>' >"$scratch/script.svg"; logo 'a script in a logo' script.svg
svg '<g onclick="a()"/>' >"$scratch/handler.svg"; logo 'a handler in a logo' handler.svg
svg '' 'onload="a()"' >"$scratch/onload.svg"; logo 'a handler on its root' onload.svg
svg '<image href="https://a.example/b.png"/>' >"$scratch/image.svg"; logo 'a logo that fetches' image.svg
svg '<g fill="url(#a) url(//b.example/)"/>' >"$scratch/fill.svg"; logo 'a fill that fetches' fill.svg
svg '<style>@import "a.css";</style>' >"$scratch/style.svg"; logo 'a style that fetches' style.svg
svg '<foreignObject/>' >"$scratch/foreign.svg"; logo 'foreign content in a logo' foreign.svg
svg '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="javascript:a()"/>' >"$scratch/link.svg"; logo 'a link in a logo' link.svg
{ echo '<!DOCTYPE svg [<!ENTITY a "b">]>'; svg '&a;'; } >"$scratch/type.svg"; logo 'a document type' type.svg
echo '<html xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>' >"$scratch/html.svg"; logo 'another root' html.svg
svg '<g>' >"$scratch/open.svg"; logo 'a broken logo' open.svg
: >"$scratch/empty.png"; logo 'an empty logo' empty.png
refused 'a logo that is missing' 'none.svg' 3 --logo "$scratch/none.svg"

# --- addresses ---
build site --base-url https://www.example.org/privacy --title-suffix ' – A & B'; ok 'a site with an address' $?
check addresses "$scratch/site" https://www.example.org/privacy/
grep -q '<title>.* – A &amp; B</title>' "$scratch/site/index.html"; ok 'a suffix' $?
grep -q 'rel="canonical"' "$scratch/inline/imope/policy.fr.html" && ok 'no address without --base-url' 1
[ -e "$scratch/inline/sitemap.xml" ] && ok 'no sitemap without --base-url' 1
build again --base-url https://www.example.org/privacy/ --title-suffix ' – A & B' -j 4
diff -r "$scratch/site" "$scratch/again" >/dev/null; ok 'the same bytes again, with threads' $?
cp -R "$scratch/site" "$scratch/kept"
rm "$scratch/kept/sitemap.xml"
mkdir "$scratch/kept/sitemap.xml"
build kept --base-url https://other.example >/dev/null 2>&1; [ $? -eq 3 ]; ok 'a sitemap that cannot be written' $?
cmp -s "$scratch/site/index.html" "$scratch/kept/index.html" && cmp -s "$scratch/site/llms.txt" "$scratch/kept/llms.txt"
ok 'what stands beside it is kept' $?
for url in '' www.example.org https:// ftp://example.org 'https://a b' 'https://a/?q' 'https://a/#b' 'https://a/"b' https://é.example; do
	refused "the address '$url'" '--base-url' 2 --base-url "$url"
done
check index "$scratch/site/index.html" 'fr en'
for name in bakery:en boulangerie:fr; do
	mkdir "$scratch/alone"
	cp "tests/cli/${name%:*}.policy" "$scratch/alone"
	"$polc" build --quiet --draft --base-url https://a.example -o "$scratch/$name" "$scratch/alone" >"$scratch/log" 2>&1
	check index "$scratch/$name/index.html" "${name#*:}"
	rm -r "$scratch/alone"
done
grep -q 'Chaque politique\|Politiques' "$scratch/bakery:en/llms.txt"; [ $? -eq 1 ]; ok 'llms.txt in English alone' $?
refused 'a suffix of two lines' '--title-suffix' 2 --title-suffix "$(printf 'a\nb')"
refused 'a suffix that turns the title around' '--title-suffix' 2 --title-suffix "$(printf ' \342\200\256a')"
refused 'an empty suffix' '--title-suffix' 2 --title-suffix ''

# --- fragments ---
build fragment --fragment --theme "$scratch/theme.css"; ok 'fragments' $?
check fragment "$scratch/fragment" '' 2
grep -qF '@media screen and (min-width: 0) { p { color: #111; } }' "$scratch/fragment/imope/policy.css" &&
	[ "$(grep -cE '\( ?max-width: 0\)' "$scratch/fragment/imope/policy.css")" -eq 3 ] &&
	grep -qF '/* prefers-color-scheme alone */ p { outline-color: rgb(1 2 3); }' "$scratch/fragment/imope/policy.css"
ok 'a fragment keeps to the light part of a theme' $?
build prefixed --fragment --id-prefix privacy_1 --heading-level 3; ok 'fragments with a prefix' $?
check fragment "$scratch/prefixed" privacy_1 3
[ ! -e "$scratch/fragment/index.html" ]; ok 'no index of fragments' $?
for option in --print-csp --logo=a --title-suffix=a --base-url=https://a; do
	refused "$option with a fragment" "${option%%=*}" 2 --fragment "$option"
done
refused 'a prefix without a fragment' '--id-prefix' 2 --id-prefix a
refused 'a level without a fragment' '--heading-level' 2 --heading-level 3
for prefix in '' 1a a:b 'a b' 'a"'; do
	refused "the prefix '$prefix'" '--id-prefix' 2 --fragment --id-prefix "$prefix"
done
for level in 0 5 x ''; do
	refused "the level '$level'" '--heading-level' 2 --fragment --heading-level "$level"
done

# --- Markdown ---
for program in hugo jekyll docusaurus mkdocs; do
	build $program --formats md --front-matter $program; ok "front matter of $program" $?
	check front-matter "$scratch/$program" $program
done
refused 'an unknown front matter' 'hugo|jekyll' 2 --front-matter gatsby
build lists --formats md --markdown commonmark; ok 'CommonMark' $?
build tables --formats md --markdown tables; ok 'Markdown with tables' $?
cmp -s "$scratch/tables/imope/policy.fr.md" "$scratch/inline/imope/policy.fr.md"; ok 'tables by default' $?
check lists "$scratch/lists" "$scratch/tables"
refused 'an unknown flavour' 'tables|commonmark' 2 --markdown gfm

# --- the same whatever the day, the place and the locale ---
for lang in fr en; do
	"$polc" reference --lang $lang --format theme | cmp -s - grammar/theme.$lang.md; ok "grammar/theme.$lang.md is fresh" $?
done
[ $failed -eq 0 ] && echo 'site: styles, themes, logos, addresses, fragments and Markdown'
exit $failed
