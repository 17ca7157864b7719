// Serves a folder on 127.0.0.1 as a careful host would: a page runs no script and loads nothing but
// its style, which the Content-Security-Policy lets through by address or by the hash of its text.
// Notes each address asked for. Refuses what lies outside the folder.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.xml': 'application/xml',
	'.json': 'application/json',
	'.txt': 'text/plain; charset=utf-8',
};

// The policy for a page: 'self' for a stylesheet of its own, a hash for each style it holds.
export function securityPolicy(page) {
	const sources = [...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
		([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
	);
	if (/<link[^>]*rel="stylesheet"/.test(page)) sources.unshift("'self'");
	return `default-src 'none'; style-src ${sources.join(' ') || "'none'"}; base-uri 'none'; form-action 'none'`;
}

async function answer(folder, path, response, guarded) {
	const file = join(folder, normalize(decodeURIComponent(path)));
	if (!guarded && path === '/favicon.ico') {
		response.writeHead(204).end();
		return;
	}
	const body = await readFile(file).catch(() => null);
	if (!body) {
		response.writeHead(404).end();
		return;
	}
	const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff' };
	if (guarded && extname(file) === '.html') headers['Content-Security-Policy'] = securityPolicy(body.toString('utf8'));
	response.writeHead(200, headers).end(body);
}

// guarded: with the security policy; without it, browsers ask for the site's icon, which a site has.
export async function serve(folder, { guarded = true } = {}) {
	const asked = new Set();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url, 'http://127.0.0.1');
		asked.add(pathname);
		answer(folder, pathname, response, guarded);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		asked,
		origin: `http://127.0.0.1:${server.address().port}`,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
