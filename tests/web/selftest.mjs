// Proof that each check can fail: a sound pair of pages passes them all, and each page broken in one place
// fails the check named beside the break. Gives how many breaks there are and which were missed.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLighthouse, checkWeight } from './audits.mjs';
import { eachAbreast } from './browser.mjs';
import { checkNu } from './nu.mjs';
import { serve } from './server.mjs';
import { compareTrees } from './trees.mjs';
import { visit } from './visit.mjs';

const STYLE_END = '</style>';
const style = (rule) => [STYLE_END, `${rule}${STYLE_END}`];

// check that must fail, part of what it must say, text of the sound page, what stands in its place.
const BREAKS = [
	['headings', '2 h1', '<h2 id="who:title">', '<h1 id="who:title">', '</h2>', '</h1>'],
	['headings', 'h4 after h2', '<h3>', '<h4>', '</h3>', '</h4>'],
	['landmarks', '0 main', '<main', '<div', '</main>', '</div>'],
	['landmarks', 'no name', ' aria-label="Language of the page"', ''],
	['landmarks', 'first link', 'href="#page:main"', 'href="#who"'],
	['languages', 'on html', '<html lang="en">', '<html lang="english">'],
	['languages', 'are marked en', ' lang="fr">Français', '>Français'],
	['tables', 'no caption', '<caption>The periods</caption>', ''],
	['tables', 'no scope', '<th scope="col">Data', '<th>Data'],
	['tables', 'a row without heading', '<th scope="row">Orders</th>', '<td>Orders</td>'],
	['tables', 'no heading row', '<thead>', '<tbody>', '</thead>', '</tbody>'],
	['links', 'no place #nowhere', 'href="#who"', 'href="#nowhere"'],
	['links', 'no file', 'href="page.fr.html" hreflang="fr" lang', 'href="gone.fr.html" hreflang="fr" lang'],
	['links', 'without words', '>How long</a>', '></a>'],
	['links', 'one id', '<p id="after">', '<p id="who">'],
	['overflow', '916 px in 320', ...style('table { width: 900px; }')],
	['overflow', 'light plain: ', ...style('p { white-space: nowrap; }')],
	['overflow', '406..506', ...style('html, body { overflow-x: hidden; } #after { position: relative; left: 390px; width: 100px; }')],
	['overflow', 'light spacing', ...style('.tight { width: 17.5rem; white-space: nowrap; font: 16px monospace; }')],
	['overflow', 'light large', ...style('@media (min-width: 1000px) { #after { width: 45rem; } }')],
	['overflow', 'print plain', ...style('@media print { #after { width: 700px; } }')],
	['overflow', '616 px in 320', '<p id="after">', '<details><summary>More</summary><p class="wide">x</p></details><p id="after">', ...style('.wide { width: 600px; margin: 0; }')],
	['focus', 'shows no focus', ...style(':focus-visible { outline: none; }')],
	['focus', 'is hidden', ...style('.skip:focus { top: -6rem; }')],
	['order', 'out of order', '<a href="#who">', '<a href="#who" tabindex="3">'],
	['order', 'of 6 links', '<a href="#who">', '<a href="#who" tabindex="-1">'],
	['axe', 'light 320 color-contrast', ...style('#after { color: #aaa; background: #fff; }')],
	['axe', 'dark 768 color-contrast', ...style('@media (prefers-color-scheme: dark) and (width: 768px) { #after { color: #444; } }')],
	['axe', 'contrast 1280 color-contrast', ...style('@media (prefers-contrast: more) { #after { color: #999; } }')],
	['forced', 'forced-color-adjust', ...style('@media (forced-colors: active) { #after { forced-color-adjust: none; color: #222; background: #000; } }')],
	['axe', 'print 1280 color-contrast', ...style('@media print { #after { color: #ccc; background: #fff; } }')],
	['axe', 'target-size', '>How long</a>', '>.</a><a href="#after">.</a>', ...style('.contents a { font-size: 8px; line-height: 8px; }')],
	['axe', 'landmark', '<article>', '<article><nav aria-label="Language of the page"></nav>'],
	['request', '/picture.png', '<article>', '<article><img src="picture.png" alt="A picture">'],
	['request', 'elsewhere.example', '<title>', '<link rel="stylesheet" href="https://elsewhere.example/a.css"><title>'],
	['csp', 'script-src', '<article>', '<article><script>document.title = "changed"</script>'],
	['csp', 'style-src', '<p id="after">', '<p id="after" style="color: red">'],
	['console', 'violates', '<p id="after">', '<p id="after" style="color: red">'],
	['nu', 'Stray end tag', '</article>', '</article></b>'],
	['nu', 'heading', '<section id="who" aria-labelledby="who:title">', '<section>', '<h2 id="who:title">', '<p>', '</h2>', '</p>'],
	['trees', 'id 3', 'id="who"', 'id="whom"', 'href="#who"', 'href="#whom"'],
	['trees', 'table 1', '<tr>\n<th scope="row">Orders</th>\n<td>Ten years</td>\n</tr>\n', ''],
	['trees', 'link 5', '<a href="#periods">', '<a href="#who">'],
	['trees', 'section', '<section id="periods" aria-labelledby="periods:title">', '<div id="periods">', '</section>\n</article>', '</div>\n</article>'],
	['lighthouse', 'seo', '<meta name="description" content="How long we keep what.">', ''],
	['lighthouse', 'accessibility', '<title>Sound page</title>', '<title></title>'],
	['lighthouse', 'best-practices', '<article>', '<article><script>console.error("lost")</script>'],
	['weight', '60000 at most', ...style(`/* ${'x'.repeat(60000)} */`)],
];

function breakPage(sound, replacements) {
	let page = sound;
	for (let i = 0; i < replacements.length; i += 2) {
		if (!page.includes(replacements[i])) throw new Error(`self-test: the sound page has no ${replacements[i]}`);
		page = page.replace(replacements[i], replacements[i + 1]);
	}
	return page;
}

const STEPS = { overflow: ['overflow'], focus: ['keyboard'], order: ['keyboard'], axe: ['media'], forced: ['media'] };

async function findings(browser, site, { check, path, nu, sound }) {
	if (check === 'nu') return nu.get(join(site.folder, path));
	if (check === 'lighthouse') return checkLighthouse(browser, site.folder, path);
	const { found, tree } = await visit(browser, site, path, { steps: STEPS[check] ?? [] });
	if (check === 'weight') return checkWeight(site.folder, path, tree);
	return check === 'trees' ? compareTrees(sound.tree, tree) : found;
}

async function writePages(folder) {
	const here = dirname(fileURLToPath(import.meta.url));
	const sound = {};
	for (const language of ['en', 'fr']) {
		sound[language] = await readFile(join(here, `selftest/page.${language}.html`), 'utf8');
		await writeFile(join(folder, `page.${language}.html`), sound[language]);
	}
	return Promise.all(
		BREAKS.map(async ([check, says, ...replacements], i) => {
			const path = `${check}.${i}.en.html`;
			await writeFile(join(folder, path), breakPage(sound.en, replacements));
			return { check, says, path };
		}),
	);
}

// The sound pair: what is found there is a false alarm.
async function checkSound(browser, site, nu) {
	const [fr, en] = await eachAbreast(['page.fr.html', 'page.en.html'], (path) => visit(browser, site, path));
	const alarms = [
		...fr.found,
		...en.found,
		...compareTrees(fr.tree, en.tree),
		...nu.get(join(site.folder, fr.path)),
		...nu.get(join(site.folder, en.path)),
		...(await checkLighthouse(browser, site.folder, en.path)),
		...(await checkWeight(site.folder, en.path, en.tree)),
	];
	return { tree: fr.tree, missed: alarms.map(([check, text]) => `the sound page fails ${check}: ${text}`) };
}

async function runBreaks(browser, site, breaks) {
	const paths = ['page.fr.html', 'page.en.html', ...breaks.filter(({ check }) => check === 'nu').map(({ path }) => path)];
	const nu = await checkNu(paths.map((path) => join(site.folder, path)));
	const sound = await checkSound(browser, site, nu);
	const tryBreak = async ({ check, says, path }) => {
		const found = await findings(browser, site, { check, path, nu, sound });
		if (found.some(([name, text]) => name === check && text.includes(says))) return [];
		return [`${path} should fail with "${says}"; found: ${JSON.stringify(found).slice(0, 300)}`];
	};
	const alone = breaks.filter(({ check }) => check === 'lighthouse'); // which keeps its times in one place
	const missed = await eachAbreast(breaks.filter((one) => !alone.includes(one)), tryBreak);
	for (const one of alone) missed.push(await tryBreak(one));
	return { count: breaks.length + 1, missed: [...sound.missed.slice(0, 1), ...missed.flat()] };
}

export async function selftest(browser) {
	const folder = await mkdtemp(join(tmpdir(), 'polc-web-selftest-'));
	const breaks = await writePages(folder);
	const server = await serve(folder);
	try {
		return await runBreaks(browser, { folder, origin: server.origin }, breaks);
	} finally {
		server.close();
		await rm(folder, { recursive: true, force: true });
	}
}
