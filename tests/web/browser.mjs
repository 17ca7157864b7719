// One headless Chromium with a profile of its own, which talks to this machine alone and leaves nothing behind;
// and the media that a reader may look at a page with.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './packages.mjs';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-breakpad',
	'--disable-dev-shm-usage',
	'--lang=en',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const ABREAST = 2; // pages open at a time

export const WIDTHS = [320, 768, 1280];
// axe: the rules to switch on or off beside its own choice (nobody points at what is on paper);
// widths: those to look at, where not all.
export const MEDIA = {
	light: { media: 'screen', features: { 'prefers-color-scheme': 'light' }, axe: { 'target-size': true } },
	dark: { media: 'screen', features: { 'prefers-color-scheme': 'dark' }, axe: { 'target-size': true } },
	forced: {
		media: 'screen',
		features: { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' },
		axe: { 'target-size': true, 'color-contrast': false },
	},
	contrast: {
		media: 'screen',
		features: { 'prefers-color-scheme': 'light', 'prefers-contrast': 'more' },
		axe: { 'target-size': true },
		widths: [1280],
	},
	print: { media: 'print', features: { 'prefers-color-scheme': 'light' }, axe: {} },
};

export async function setMedium(session, name) {
	const features = { 'prefers-reduced-motion': 'reduce', ...MEDIA[name].features };
	await session.send('Emulation.setEmulatedMedia', {
		media: MEDIA[name].media,
		features: Object.entries(features).map(([feature, value]) => ({ name: feature, value })),
	});
}

// Calls work(browser) and ends the browser whatever happens; puppeteer ends it too at a signal.
export async function withBrowser(work) {
	const profile = await mkdtemp(join(tmpdir(), 'polc-web-'));
	const { default: puppeteer } = await load('puppeteer-core');
	const browser = await puppeteer.launch({
		executablePath: process.env.CHROMIUM,
		headless: true,
		userDataDir: join(profile, 'data'),
		env: { ...process.env, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile, LANGUAGE: 'en' },
		args: FLAGS,
		protocolTimeout: 120000,
	});
	try {
		return await work(browser);
	} finally {
		await browser.close();
		await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

// Calls work(item) for each, a few at a time; gives the results in the items' order.
export async function eachAbreast(items, work) {
	const queue = items.entries();
	const results = [];
	const worker = async () => {
		for (const [i, item] of queue) results[i] = await work(item);
	};
	await Promise.all(Array.from({ length: ABREAST }, worker));
	return results;
}
