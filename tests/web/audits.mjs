// Lighthouse on a page of the local server: 100 in each category; and the page's weight with its style.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from './packages.mjs';
import { serve } from './server.mjs';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const WEIGHT_LIMIT = 60000; // bytes

function shortfall({ categories, audits }, id) {
	const { score, auditRefs } = categories[id];
	if (score === 1) return [];
	const lost = auditRefs.filter((ref) => ref.weight && (audits[ref.id].score ?? 1) < 1).map((ref) => ref.id);
	return [['lighthouse', `${id} ${Math.round(score * 100)}: ${lost.join(', ')}`]];
}

// The server sends no security policy here: it would keep Lighthouse from asking for robots.txt.
export async function checkLighthouse(browser, folder, path) {
	const { default: lighthouse } = await load('lighthouse');
	const server = await serve(folder, { guarded: false });
	const page = await browser.newPage();
	try {
		const flags = { onlyCategories: CATEGORIES, logLevel: 'silent', disableFullPageScreenshot: true };
		const { lhr } = await lighthouse(`${server.origin}/${path}`, flags, undefined, page);
		if (lhr.runtimeError) return [['lighthouse', lhr.runtimeError.message]];
		return CATEGORIES.flatMap((id) => shortfall(lhr, id));
	} finally {
		await page.close();
		server.close();
	}
}

export async function checkWeight(folder, path, tree) {
	const files = [path, ...tree.styles.map((style) => new URL(style).pathname)];
	let bytes = 0;
	for (const file of files) bytes += (await readFile(join(folder, file))).length;
	return bytes < WEIGHT_LIMIT ? [] : [['weight', `${bytes} bytes, ${WEIGHT_LIMIT} at most`]];
}
