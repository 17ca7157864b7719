/*
 * polc reference --format theme: how to fit the pages to a site, from the table of what a
 * theme may set; the values are those of the stylesheet, in its light and dark schemes.
 */
#include "cli/reference.h"

#include "base/typography.h"
#include "render/furniture.h"

#define DARK "@media (prefers-color-scheme: dark)"

static const struct property {
	const char *name;
	struct words what;
} properties[] = {
#define PROPERTY(name, fr, en) { name, WORDS(fr, en) },
#include "render/theme.def"
#undef PROPERTY
};

enum kind { TITLE, HEADING, TEXT, CODE, TABLE };

/* The page, part by part. */
static const struct part {
	enum kind kind;
	struct words text;
} parts[] = {
	{ TITLE, WORDS("Habiller les pages de polc", "Theming polc's pages") },
	{ TEXT,
	  WORDS("`polc build --theme theme.css` ajoute une feuille de style à la suite de celle de polc. Le "
		"plus "
		"souvent, il suffit d'y fixer quelques propriétés :",
		"`polc build --theme theme.css` adds a stylesheet after polc's own. Most often, all it has "
		"to "
		"do is set a few properties:") },
	{ CODE, WORDS(":root {\n"
		      "  --polc-font: \"Marianne\", system-ui, sans-serif;\n"
		      "  --polc-radius: 0;\n"
		      "}\n"
		      "@media screen and (prefers-color-scheme: light) {\n"
		      "  :root { --polc-link: #000091; --polc-accent: #000091; }\n"
		      "}\n"
		      "@media screen and (prefers-color-scheme: dark) {\n"
		      "  :root { --polc-link: #b5b5ff; --polc-accent: #b5b5ff; }\n"
		      "}\n",
		      ":root {\n"
		      "  --polc-font: \"Atkinson Hyperlegible\", system-ui, sans-serif;\n"
		      "  --polc-radius: 0;\n"
		      "}\n"
		      "@media screen and (prefers-color-scheme: light) {\n"
		      "  :root { --polc-link: #005a5a; --polc-accent: #005a5a; }\n"
		      "}\n"
		      "@media screen and (prefers-color-scheme: dark) {\n"
		      "  :root { --polc-link: #7fd6d6; --polc-accent: #7fd6d6; }\n"
		      "}\n") },
	{ HEADING, WORDS("Propriétés", "Properties") },
	{ TABLE, WORDS("| propriété | ce qu'elle fixe | clair | sombre |",
		       "| property | what it sets | light | dark |") },
	{ HEADING, WORDS("Règles", "Rules") },
	{ TEXT,
	  WORDS("Une couleur posée sans condition vaut pour les deux modes et pour l'impression : mieux vaut "
		"la placer sous `screen and (prefers-color-scheme: …)`, comme ci-dessus. Gardez un contraste "
		"de 4,5 pour 1 "
		"entre un texte et son fond, et de 3 pour 1 pour les contours : c'est ce que demandent les "
		"WCAG au niveau AA, et ce que respectent les valeurs de polc.",
		"A colour that is set without a condition holds for both schemes and in print: it is better "
		"put under `screen and (prefers-color-scheme: …)`, as above. Keep a contrast of 4.5 to 1 "
		"between text and "
		"its "
		"background, and of 3 to 1 for outlines: that is what WCAG asks at level AA, and what polc's "
		"values give.") },
	{ TEXT,
	  WORDS("Un thème est du texte en UTF-8, de 256 Kio au plus. Il ne peut rien aller chercher : polc "
		"refuse, à leur place dans le fichier, `@import`, `url()`, `src()`, `image()` et "
		"`image-set()`, "
		"ainsi que ce qui mettrait fin aux styles de la page. Une police doit donc être déjà "
		"installée "
		"chez le lecteur, ou déclarée par le site.",
		"A theme is UTF-8 text of at most 256 KiB. It may not fetch anything: polc refuses, at its "
		"place "
		"in the file, `@import`, `url()`, `src()`, `image()` and `image-set()`, and what would end "
		"the "
		"page's styles. A font must therefore be installed already, or be declared by the site.") },
	{ HEADING, WORDS("Sécurité du contenu", "Content security") },
	{ TEXT,
	  WORDS("`--print-csp` affiche l'en-tête `Content-Security-Policy` sous lequel les pages "
		"fonctionnent : "
		"avec l'empreinte de la feuille de style incluse, thème compris, ou `style-src 'self'` avec "
		"`--style-file`, qui la met dans `policy.css`. Un logo, copié à côté de chaque page, ajoute "
		"`img-src 'self'`.",
		"`--print-csp` prints the `Content-Security-Policy` header under which the pages work: with "
		"the "
		"hash of the stylesheet inside them, theme included, or with `style-src 'self'` under "
		"`--style-file`, which puts it in `policy.css`. A logo, copied beside each page, adds "
		"`img-src 'self'`.") },
	{ HEADING, WORDS("Dans une page existante", "In a page of your own") },
	{ TEXT,
	  WORDS("Avec `--fragment`, `policy.fr.html` est un élément `article` de classe `polc`, et "
		"`policy.css` ne touche qu'à lui (`@scope`). `:root` y désigne l'article, dans un thème "
		"aussi. "
		"Le fragment prend la police de la page, mais rien de ce qu'elle fixe pour un nom d'élément, "
		"comme `a` ou `table` ; ses tableaux deviennent des fiches dans une colonne étroite. Deux "
		"fragments d'une même politique dans une page demandent chacun un `--id-prefix` différent.",
		"With `--fragment`, `policy.en.html` is an `article` element of class `polc`, and "
		"`policy.css` "
		"touches nothing else (`@scope`). There, `:root` means the article, in a theme too. The "
		"fragment takes the font of the page, but nothing that the page sets on elements by their "
		"name, such as `a` or `table`; its tables become cards in a narrow column. Two fragments "
		"of one policy in a page each need an `--id-prefix` of their own.") },
	{ TEXT,
	  WORDS("Le fragment reste clair, car polc ne sait pas si la page s'assombrit. Si elle le fait, sa "
		"feuille de style le dit au fragment, avec `inherit` pour suivre le `color-scheme` de la "
		"page, "
		"`light dark` pour suivre le lecteur ou `dark` :",
		"The fragment stays light, since polc cannot know whether the page turns dark. Where it "
		"does, "
		"its stylesheet tells the fragment, with `inherit` to follow the `color-scheme` of the page, "
		"`light dark` to follow the reader, or `dark`:") },
	{ CODE, WORDS(".polc { color-scheme: inherit; }\n", ".polc { color-scheme: inherit; }\n") },
	{ TEXT,
	  WORDS("Dans le thème d'un fragment, ce qui est sous `prefers-color-scheme: light` vaut toujours, "
		"ce "
		"qui est sous `dark` jamais : une couleur qui change s'y écrit `light-dark(#000091, "
		"#b5b5ff)`.",
		"In a fragment's theme, what is under `prefers-color-scheme: light` always holds and what is "
		"under `dark` never does: a colour that changes is written `light-dark(#005a5a, "
		"#7fd6d6)`.") },
};

/* What the stylesheet sets the property to, at or after `from`; "" when nothing. */
static struct str value_of(struct str css, const char *name, size_t from)
{
	struct buf word = BUF_INIT;
	size_t at;

	buf_add_format(&word, "--polc-%s: ", name);
	at = str_find(css, word.s, from) + word.n;
	buf_release(&word);
	return at < css.n ? str_part(css, at, str_find(css, ";", at)) : STR("");
}

static void add_value(struct buf *out, struct str value)
{
	if (!str_is_empty(value)) {
		buf_add_char(out, '`');
		buf_add_str(out, value);
		buf_add_char(out, '`');
	}
	buf_add_text(out, " |");
}

static void add_table(struct buf *out, enum lang lang)
{
	struct str css = str_of(render_style);
	size_t dark = str_find(css, DARK, 0);
	struct str dark_css = str_part(css, 0, str_find(css, "\n}\n", dark));

	buf_add_text(out, "\n| --- | --- | --- | --- |\n");
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++) {
		buf_add_format(out, "| `--polc-%s` | ", properties[i].name);
		typography_add(out, str_of(properties[i].what.in[lang]), lang);
		buf_add_text(out, " | ");
		add_value(out, value_of(css, properties[i].name, 0));
		buf_add_char(out, ' ');
		add_value(out, value_of(dark_css, properties[i].name, dark));
		buf_add_char(out, '\n');
	}
}

void reference_add_theme(struct buf *out, enum lang lang)
{
	static const char *const marks[] = {
		[TITLE] = "# ", [HEADING] = "\n## ", [TEXT] = "\n", [CODE] = "\n```css\n", [TABLE] = "\n"
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct str text = str_of(parts[i].text.in[lang]);

		buf_add_text(out, marks[parts[i].kind]);
		if (parts[i].kind == CODE)
			buf_add_str(out, text);
		else
			typography_add(out, text, lang);
		if (parts[i].kind == TABLE)
			add_table(out, lang);
		else
			buf_add_text(out, parts[i].kind == CODE ? "```\n" : "\n");
	}
}
