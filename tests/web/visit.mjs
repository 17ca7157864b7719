// Opens one page in Chromium and holds it against every check that needs a browser.
// Gives the page's findings, [check, what is wrong], and its tree; leaves screenshots and the PDF.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MEDIA, WIDTHS, setMedium } from './browser.mjs';
import { fileOf } from './packages.mjs';
import * as probes from './probes.mjs';

export const CHECKS = ['headings', 'landmarks', 'languages', 'tables', 'links', 'overflow', 'focus', 'order', 'axe', 'request', 'csp', 'console'];

const A4_TEXT_WIDTH = 658; // 174 mm, in CSS pixels
const AXE_OPTIONS = { preload: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

let axeSource;

function watch(page, found) {
	const requests = [];
	page.on('request', (request) => requests.push(request.url()));
	page.on('pageerror', (error) => found.push(['console', error.message]));
	page.on('console', (message) => {
		const text = message.text();
		if (text.startsWith('csp:')) found.push(['csp', text.slice(4)]);
		else if (['error', 'warn'].includes(message.type())) found.push(['console', text]);
	});
	return requests;
}

// Violations told by the page itself, so that one that the console leaves out counts too.
async function tellViolations(page) {
	await page.evaluateOnNewDocument(() => {
		document.addEventListener('securitypolicyviolation', (event) =>
			console.log(`csp:${event.effectiveDirective} ${event.blockedURI} line ${event.lineNumber}`),
		);
	});
}

async function checkFiles(tree, folder, path, found) {
	for (const href of new Set(tree.links)) {
		if (!href || /^(#|[a-z][a-z0-9+.-]*:)/.test(href)) continue;
		const file = join(folder, dirname(path), decodeURIComponent(href.split('#')[0]));
		if (!(await stat(file).catch(() => null))) found.push(['links', `no file ${href}`]);
	}
}

async function checkOverflow(page, session, found) {
	const probe = async (width, kind, medium, scale = 1) => {
		await page.setViewport({ width, height: 800, deviceScaleFactor: scale });
		await setMedium(session, medium);
		await page.evaluate(probes.restyle, kind);
		for (const [check, text] of await page.evaluate(probes.overflow)) found.push([check, `${medium} ${kind}: ${text}`]);
	};
	for (const open of [false, true]) {
		await page.evaluate(probes.openDetails, open);
		for (const width of WIDTHS) await probe(width, 'none', 'light');
		await probe(640, 'none', 'light', 2);
		await probe(320, 'none', 'light', 4);
		await probe(320, 'spacing', 'light');
		await probe(1280, 'large', 'light');
		await probe(A4_TEXT_WIDTH, 'none', 'print');
	}
	await page.evaluate(probes.openDetails, false);
	await page.evaluate(probes.restyle, 'none');
}

function pressTab(session) {
	const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
	return Promise.all([
		session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
		session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
	]);
}

async function checkKeyboard(page, session, width, found) {
	await page.setViewport({ width, height: 800 });
	await page.reload({ waitUntil: 'load' });
	const count = await page.evaluate(probes.stops);
	const places = [];
	for (let presses = 0; presses < count + 20; presses++) {
		await pressTab(session);
		const at = await page.evaluate(probes.focus);
		if (!at || (places.length && at.place === places[0])) break;
		if (at.place >= 0) places.push(at.place);
		if (at.wrong) found.push(['focus', `at ${width} px ${at.what} ${at.wrong}`]);
	}
	const lost = places.findIndex((place, i) => place !== i);
	if (lost >= 0 || places.length !== count)
		found.push(['order', `at ${width} px Tab reaches ${places.length} of ${count} links, out of order at ${lost}`]);
}

function targets(node) {
	return `${node.target.join(' ')}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`;
}

async function checkAxe(page, label, found) {
	const violations = await page.evaluate(async (options) => (await window.axe.run(document, options)).violations, AXE_OPTIONS);
	for (const { id, nodes } of violations) found.push(['axe', `${label} ${id} (${nodes.length}): ${targets(nodes[0])}`]);
}

// Each medium at each width: axe with all details open, then the picture.
async function checkMedia(page, session, picture, found) {
	axeSource ??= await readFile(fileOf('axe-core/axe.min.js'), 'utf8');
	await page.evaluate(axeSource);
	await page.evaluate(probes.openDetails, true);
	for (const width of WIDTHS) {
		await page.setViewport({ width, height: 800 });
		for (const medium of Object.keys(MEDIA)) {
			await setMedium(session, medium);
			await checkAxe(page, `${medium} ${width}`, found);
			if (picture && medium !== 'print') await picture(`${width}.${medium}`);
		}
	}
	await page.evaluate(probes.openDetails, false);
}

// Takes pictures under a name without the page's ".html"; a fast picture is worth more than a small one.
async function photographer(page, session, shots, path) {
	if (!shots) return null;
	const stem = join(shots, path.replace(/\.html$/, ''));
	await mkdir(dirname(stem), { recursive: true });
	await setMedium(session, 'print');
	await page.pdf({ path: `${stem}.pdf`, preferCSSPageSize: true });
	return (name) => page.screenshot({ path: `${stem}.${name}.png`, fullPage: true, optimizeForSpeed: true });
}

function checkRequests(requests, tree, url, found) {
	const own = new Set([url, ...tree.styles]);
	for (const address of new Set(requests)) if (!own.has(address)) found.push(['request', address]);
}

// site: { folder, origin }; shots: a folder, or null for no pictures.
export async function visit(browser, site, path, shots) {
	const found = [];
	const page = await browser.newPage();
	const session = await page.createCDPSession();
	const url = `${site.origin}/${path}`;
	try {
		const requests = watch(page, found);
		await tellViolations(page);
		await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
		await setMedium(session, 'light');
		await page.goto(url, { waitUntil: 'load' });
		const tree = await page.evaluate(probes.structure);
		found.push(...tree.found);
		await checkFiles(tree, site.folder, path, found);
		await checkKeyboard(page, session, 320, found);
		await checkKeyboard(page, session, 1280, found);
		await checkOverflow(page, session, found);
		const picture = await photographer(page, session, shots, path);
		await checkMedia(page, session, picture, found);
		checkRequests(requests, tree, url, found);
		return { path, found, tree };
	} finally {
		await page.close();
	}
}
