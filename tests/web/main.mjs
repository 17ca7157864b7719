// Every page of the given folders in headless Chromium: main.mjs SCREENSHOTS FOLDER...
// The first folder is what is published: its pages are photographed, and its model policies meet Lighthouse.
// Exit 1 when a page fails a check, or when a broken page of the self-test does not.
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkLighthouse, checkWeight } from './audits.mjs';
import { eachAbreast, withBrowser } from './browser.mjs';
import { checkNu } from './nu.mjs';
import { selftest } from './selftest.mjs';
import { serve } from './server.mjs';
import { checkTrees } from './trees.mjs';
import { CHECKS, visit } from './visit.mjs';

const MODEL = /^model-.*\.html$/;
const SHOWN = 4; // findings told of one page and check

async function pagesOf(folder) {
	const names = await readdir(folder, { recursive: true });
	return names.filter((name) => name.endsWith('.html')).sort();
}

async function checkPublished(browser, site, visits) {
	for (const { path, found, tree } of visits.filter(({ path }) => MODEL.test(path))) {
		found.push(...(await checkLighthouse(browser, site.folder, path)));
		found.push(...(await checkWeight(site.folder, path, tree)));
	}
}

// What the server was asked for beyond pages and their styles, which the browser itself may hide.
function unasked(server, visits) {
	const own = new Set(visits.flatMap(({ path, tree }) => [`/${path}`, ...tree.styles.map((style) => new URL(style).pathname)]));
	return [...server.asked].filter((path) => !own.has(path));
}

async function checkFolder(browser, folder, shots) {
	const server = await serve(folder);
	const site = { folder, origin: server.origin };
	const paths = await pagesOf(folder);
	const nu = checkNu(paths.map((path) => join(folder, path)));
	try {
		const visits = await eachAbreast(paths, (path) => visit(browser, site, path, { shots }));
		checkTrees(visits);
		for (const path of unasked(server, visits)) visits[0].found.push(['request', `the server was asked for ${path}`]);
		if (shots) await checkPublished(browser, site, visits);
		for (const [file, found] of await nu) visits[paths.findIndex((path) => join(folder, path) === file)].found.push(...found);
		return visits;
	} finally {
		server.close();
	}
}

function tell(visits) {
	const groups = new Map();
	for (const { path, found } of visits)
		for (const [check, text] of found) groups.set(`${path}: ${check}`, (groups.get(`${path}: ${check}`) ?? new Set()).add(text));
	for (const [name, set] of groups) {
		const texts = [...set];
		for (const text of texts.slice(0, SHOWN)) console.log(`FAILED: ${name}: ${text}`);
		if (texts.length > SHOWN) console.log(`        and ${texts.length - SHOWN} more`);
	}
	return groups.size;
}

async function main([shots, ...folders]) {
	const checked = [];
	await rm(shots, { recursive: true, force: true });
	const broken = await withBrowser(async (browser) => {
		for (const folder of folders) checked.push(...(await checkFolder(browser, resolve(folder), folder === folders[0] ? shots : null)));
		return selftest(browser);
	});
	const failed = tell(checked) + broken.missed.length;
	for (const text of broken.missed) console.log(`FAILED: self-test: ${text}`);
	const models = checked.filter(({ path }) => MODEL.test(path)).length;
	const total = checked.length * (CHECKS.length + 2) + models * 2 + broken.count;
	console.log(`${checked.length} pages in Chromium; pictures and PDFs in ${shots}`);
	console.log(`web: ${total - failed} passed, ${failed} failed`);
	return failed ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
