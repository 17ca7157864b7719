// The Nu HTML Checker over all pages at once. Gives a map from file to findings; a warning counts.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOf } from './packages.mjs';

// Exit 1 says that there are messages, which the output holds.
function run(args) {
	return new Promise((resolve, reject) => {
		execFile('java', args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
			error && error.code !== 1 ? reject(new Error(`vnu: ${stderr || error.message}`)) : resolve(stdout),
		);
	});
}

export async function checkNu(files) {
	const jar = join(dirname(fileOf('vnu-jar/package.json')), 'build/dist/vnu.jar');
	const { messages } = JSON.parse(await run(['-jar', jar, '--stdout', '--exit-zero-always', '--format', 'json', ...files]));
	const found = new Map(files.map((file) => [file, []]));
	for (const message of messages) {
		if (message.type === 'info' && message.subType !== 'warning') continue;
		found.get(fileURLToPath(message.url)).push(['nu', `line ${message.lastLine}: ${message.message}`]);
	}
	return found;
}
