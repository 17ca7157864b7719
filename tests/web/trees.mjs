// Holds the two languages of a policy against each other: the same places in the same order,
// tables of one shape, links to the same targets. Takes what visit() gave; gives findings by page.

// An address without its language: "policy.fr.html" and "policy.en.html" are one target.
function target(href) {
	return href.replace(/\.(fr|en)\.(html|md)\b/, '.$2');
}

function difference(what, a, b) {
	const at = a.findIndex((item, i) => item !== b[i]);
	if (at < 0 && a.length === b.length) return [];
	const i = at < 0 ? a.length : at;
	return [['trees', `${what} ${i + 1} of ${a.length} and ${b.length}: "${a[i]}" here, "${b[i]}" there`]];
}

export function compareTrees(one, other) {
	return [
		...difference('section', one.sections, other.sections),
		...difference('id', one.ids, other.ids),
		...difference('table', one.tables, other.tables),
		...difference('link', one.links.map(target), other.links.map(target)),
	];
}

// visits: of all pages; adds to the French page's findings what differs from the English one.
export function checkTrees(visits) {
	const byPath = new Map(visits.map((visit) => [visit.path, visit]));
	for (const visit of visits) {
		const other = byPath.get(visit.path.replace(/\.fr\.html$/, '.en.html'));
		if (!other || other === visit) continue;
		visit.found.push(...compareTrees(visit.tree, other.tree));
		if (visit.tree.language !== 'fr' || other.tree.language !== 'en') visit.found.push(['trees', 'a page not in the language of its name']);
	}
}
