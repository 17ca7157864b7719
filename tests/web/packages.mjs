// Loads the packages that npm installed outside the tree, in the folder that run.sh names.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const require = createRequire(join(process.env.WEB_FOLDER, 'package.json'));

export function fileOf(name) {
	return require.resolve(name);
}

export function load(name) {
	return import(pathToFileURL(fileOf(name)).href);
}
