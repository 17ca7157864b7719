// What runs inside a page: each function is sent there whole, looks, and gives plain values.
// A finding is [check, what is wrong].

// Headings, landmarks, languages, tables and links of the page, and the tree that both languages must share.
export function structure() {
	const found = [];
	const all = (selector) => [...document.querySelectorAll(selector)];
	const wrong = (check, text) => found.push([check, text]);
	const show = (node) => node.cloneNode(false).outerHTML.slice(0, 160);

	const headings = all('h1, h2, h3, h4, h5, h6').map((h) => Number(h.localName[1]));
	const firsts = headings.filter((level) => level === 1).length;
	if (firsts !== 1 || headings[0] !== 1) wrong('headings', `${firsts} h1, first heading h${headings[0]}`);
	headings.forEach((level, i) => {
		if (i && level > headings[i - 1] + 1) wrong('headings', `h${level} after h${headings[i - 1]}`);
	});

	const mains = all('main');
	if (mains.length !== 1) wrong('landmarks', `${mains.length} main`);
	const first = document.querySelector('body a[href]');
	if (!mains[0]?.id || first?.getAttribute('href') !== `#${mains[0].id}`) wrong('landmarks', 'the first link does not lead to main');
	const names = all('nav').map((nav) => {
		const labels = (nav.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
		const name = nav.getAttribute('aria-label') ?? labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
		if (!name.trim()) wrong('landmarks', `no name: ${show(nav)}`);
		return name;
	});
	if (new Set(names).size < names.length) wrong('landmarks', 'two nav of one name');

	if (!/^(fr|en)$/.test(document.documentElement.lang)) wrong('languages', `lang="${document.documentElement.lang}" on html`);
	for (const node of all('[lang]'))
		if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(node.lang)) wrong('languages', show(node));
	for (const link of all('a[hreflang]'))
		if (link.closest('[lang]').lang !== link.hreflang) wrong('languages', `the words of ${show(link)} are marked ${link.closest('[lang]').lang}`);

	for (const table of all('table')) {
		const caption = table.caption?.textContent.trim();
		if (!caption) wrong('tables', `no caption: ${show(table)}`);
		if (!table.tHead?.querySelector('th')) wrong('tables', `no heading row: ${caption}`);
		for (const cell of table.querySelectorAll('th'))
			if (!/^(col|row|colgroup|rowgroup)$/.test(cell.getAttribute('scope') ?? '')) wrong('tables', `no scope: ${caption}: ${cell.textContent.trim()}`);
		for (const row of table.tBodies[0]?.rows ?? [])
			if (!row.querySelector('th[scope="row"]')) wrong('tables', `a row without heading: ${caption}: ${row.textContent.trim().slice(0, 60)}`);
	}

	const ids = all('[id]').map((node) => node.id);
	const links = all('a').map((link) => link.getAttribute('href'));
	if (new Set(ids).size < ids.length) wrong('links', 'two elements of one id');
	for (const href of links) {
		if (!href) wrong('links', 'a link without address');
		else if (href[0] === '#' && !document.getElementById(decodeURIComponent(href.slice(1)))) wrong('links', `no place ${href}`);
	}
	for (const link of all('a'))
		if (!link.textContent.trim() && !link.getAttribute('aria-label')) wrong('links', `a link without words: ${show(link)}`);

	return {
		found,
		ids,
		links,
		language: document.documentElement.lang,
		sections: all('section, nav, details, [role]').map((node) => `${node.localName} ${node.id} ${headings.length && (node.querySelector('h1, h2, h3, h4, h5, h6')?.localName ?? '')}`),
		tables: all('table').map((table) => `${table.caption ? 'caption' : 'no caption'}, rows of ${[...table.rows].map((row) => row.cells.length).join(' ')}`),
		styles: all('link[rel~="stylesheet"]').map((link) => link.href),
	};
}

// What reaches beyond the left or right edge of the window and no box lets the reader scroll.
export function overflow() {
	const width = window.innerWidth;
	const root = document.scrollingElement;
	const beyond = [];
	const excused = (node) => {
		for (let box = node; box; box = box.parentElement) {
			const style = getComputedStyle(box);
			if (style.clipPath === 'inset(50%)' || style.position === 'fixed') return true;
			if (box !== node && /auto|scroll/.test(style.overflowX) && box !== document.body && box !== root) return true;
		}
		return false;
	};

	for (const node of document.body.querySelectorAll('*')) {
		const box = node.getBoundingClientRect();
		if (box.width > 1 && box.height > 0 && (box.right > width + 1 || box.left < -1) && !excused(node))
			beyond.push(`${node.localName} ${Math.round(box.left)}..${Math.round(box.right)} "${node.textContent.trim().slice(0, 40)}"`);
	}
	if (root.scrollWidth <= width && !beyond.length) return [];
	return [['overflow', `${root.scrollWidth} px in ${width}: ${beyond.slice(-2).join('; ')}`]];
}

// Text spaced as WCAG 1.4.12 lets a reader space it; by a sheet that no policy governs.
export function spaceText(wanted) {
	const sheet = new CSSStyleSheet();
	if (wanted)
		sheet.replaceSync(
			'* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
		);
	document.adoptedStyleSheets = [sheet];
}

// Colours kept from a reader who chose his own; elsewhere these are readable by his choice.
// (What Chromium then computes for "color" is what the author wrote, so axe cannot judge it.)
export function unforced() {
	const kept = [...document.querySelectorAll('body, body *')].filter((node) => !/^(auto|preserve-parent-color)$/.test(getComputedStyle(node).forcedColorAdjust));
	return kept.slice(0, 1).map((node) => ['forced', `${kept.length} with forced-color-adjust, first ${node.cloneNode(false).outerHTML.slice(0, 80)}`]);
}

export function openDetails(open) {
	for (const details of document.querySelectorAll('details')) details.open = open;
}

// The places that the Tab key must reach, in their order; remembered for focus().
export function stops() {
	document.activeElement?.blur();
	window.scrollTo(0, 0);
	window.polcStops = [...document.querySelectorAll('a[href], summary, button, input')].filter((node) => node.checkVisibility());
	return window.polcStops.length;
}

// Where the focus is now: null for nowhere, otherwise its place in the order and what is wrong with its looks.
export function focus() {
	const node = document.activeElement;
	if (!node || node === document.body) return null;
	const style = getComputedStyle(node);
	const seen = [...node.getClientRects()].some((box) => {
		const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
		return top && node.contains(top);
	});
	const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/rgba\(.*, 0\)/.test(style.outlineColor);
	return {
		place: window.polcStops.indexOf(node),
		wrong: [outlined ? '' : 'shows no focus', seen ? '' : 'is hidden when it has the focus'].filter(Boolean).join(', '),
		what: `${node.localName} "${node.textContent.trim().slice(0, 40)}" ${node.getAttribute('href') ?? ''}`,
	};
}

// A page at rest: a new size, medium or focus has been laid out and drawn.
export function settle() {
	const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 25)));
	return frame().then(frame);
}
