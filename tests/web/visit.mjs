// Opens one page in Chromium and holds it against every check that needs a browser.
// Gives the page's findings, [check, what is wrong], and its tree; leaves screenshots and the PDF.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MEDIA, WIDTHS, setMedium } from './browser.mjs';
import { fileOf } from './packages.mjs';
import * as probes from './probes.mjs';

export const CHECKS = ['headings', 'landmarks', 'languages', 'tables', 'links', 'overflow', 'focus', 'order', 'forced', 'axe', 'request', 'csp', 'console'];

const A4_TEXT_WIDTH = 658; // 174 mm, in CSS pixels
const PICTURED = ['light', 'dark', 'forced'];
const FONT_SIZES = { standard: 16, fixed: 13 };
const LARGE_FONT_SIZES = { standard: 32, fixed: 26 };

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
		await page.evaluate(probes.spaceText, kind === 'spacing');
		await session.send('Page.setFontSizes', { fontSizes: kind === 'large' ? LARGE_FONT_SIZES : FONT_SIZES });
		for (const [check, text] of await page.evaluate(probes.overflow)) found.push([check, `${medium} ${kind}: ${text}`]);
	};
	for (const open of [false, true]) {
		await page.evaluate(probes.openDetails, open);
		for (const width of WIDTHS) await probe(width, 'plain', 'light');
		await probe(640, 'plain', 'light', 2);
		await probe(320, 'plain', 'light', 4);
		await probe(320, 'spacing', 'light');
		await probe(1280, 'large', 'light');
		await probe(A4_TEXT_WIDTH, 'plain', 'print');
	}
	await page.evaluate(probes.openDetails, false);
}

// What a frame later is still wrong: the browser may scroll to the focus in the next frame.
async function focused(page) {
	const at = await page.evaluate(probes.focus);
	if (!at?.wrong) return at;
	await page.evaluate(probes.settle);
	return page.evaluate(probes.focus);
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
		const at = await focused(page);
		if (!at || (places.length && at.place === places[0])) break;
		if (at.place >= 0) places.push(at.place);
		if (at.wrong) found.push(['focus', `at ${width} px ${at.what} ${at.wrong}`]);
	}
	const lost = places.findIndex((place, i) => place !== i);
	if (lost >= 0 || places.length !== count)
		found.push(['order', `at ${width} px Tab reaches ${places.length} of ${count} links, out of order at ${lost}`]);
}

function targets(node) {
	return `${node.target.join(' ')}: ${[...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ')}`;
}

// axe measures one element after another, and a medium may reach the page between two of them:
// what it finds counts when it finds it twice in a page at rest.
async function checkAxe(page, medium, width, found) {
	const rules = Object.fromEntries(Object.entries(MEDIA[medium].axe).map(([id, enabled]) => [id, { enabled }]));
	const options = { preload: false, resultTypes: ['violations'], rules };
	const look = async () => {
		await page.evaluate(probes.settle);
		return page.evaluate(async (given) => (await window.axe.run(document, given)).violations, options);
	};
	let violations = await look();
	if (violations.length) violations = await look();
	for (const { id, nodes } of violations) found.push(['axe', `${medium} ${width} ${id} (${nodes.length}): ${targets(nodes[0])}`]);
}

// Each medium at each width: axe with all details open, then the picture.
async function checkMedia(page, session, found, picture) {
	axeSource ??= await readFile(fileOf('axe-core/axe.min.js'), 'utf8');
	await page.evaluate(axeSource);
	await page.evaluate(probes.openDetails, true);
	for (const width of WIDTHS) {
		await page.setViewport({ width, height: 800 });
		for (const medium of Object.keys(MEDIA).filter((name) => (MEDIA[name].widths ?? WIDTHS).includes(width))) {
			await setMedium(session, medium);
			await checkAxe(page, medium, width, found);
			if (medium === 'forced') found.push(...(await page.evaluate(probes.unforced)));
			if (picture && PICTURED.includes(medium)) await picture(`${width}.${medium}`);
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
	await setMedium(session, 'light');
	return (name) => page.screenshot({ path: `${stem}.${name}.png`, fullPage: true, optimizeForSpeed: true });
}

function checkRequests(requests, tree, url, found) {
	const own = new Set([url, ...tree.styles.filter((style) => style.startsWith(new URL(url).origin))]);
	for (const address of new Set(requests)) if (!own.has(address)) found.push(['request', address]);
}

// The steps of a visit, which a caller may choose from; the structure is always looked at.
export const STEPS = {
	keyboard: async (page, session, found) => {
		for (const width of [320, 1280]) await checkKeyboard(page, session, width, found);
	},
	overflow: checkOverflow,
	media: checkMedia,
};

// site: { folder, origin }; shots: the folder of the pictures, or null; steps: those of STEPS to go.
export async function visit(browser, site, path, { shots = null, steps = Object.keys(STEPS) } = {}) {
	const found = [];
	const context = await browser.createBrowserContext(); // a window of its own, which never lies behind another
	const page = await context.newPage();
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
		const picture = await photographer(page, session, shots, path);
		for (const step of steps) await STEPS[step](page, session, found, picture);
		checkRequests(requests, tree, url, found);
		return { path, found, tree };
	} finally {
		await context.close();
	}
}
