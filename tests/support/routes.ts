import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ROOT } from './cluster.ts';

export interface Route {
	/** With its groups and parameters: `/(app)/cases/[slug]`. */
	readonly id: string;
	readonly isPage: boolean;
}

/** Every address of the application, as its files say. */
export function readRoutes(): Route[] {
	const top = join(ROOT, 'src/routes');
	return readdirSync(top, { recursive: true, encoding: 'utf8' })
		.filter((path) => /(^|[\\/])\+(page\.svelte|server\.ts)$/.test(path))
		.map((path) => ({
			id: `/${dirname(path).split(sep).join('/')}`.replace(/\/\.$/, '/'),
			isPage: path.endsWith('+page.svelte')
		}))
		.sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Addresses of a route, one for each way to fill in its parameters. @param values by the name of a parameter */
export function addressesOf({ id }: Route, values: Readonly<Record<string, readonly string[]>>): string[] {
	const parts = id.split('/').filter((part) => part !== '' && !/^\(.*\)$/.test(part));
	let paths = [''];
	for (const part of parts) {
		const name = /^\[+(?:\.\.\.)?(\w+)(?:=\w+)?\]+$/.exec(part)?.[1];
		const fillings = name === undefined ? [part] : (values[name] ?? []);
		if (fillings.length === 0) throw new Error(`nothing to put for [${name}] of ${id}`);
		paths = paths.flatMap((path) => fillings.map((one) => `${path}/${encodeURIComponent(one)}`));
	}
	return paths.map((path) => path || '/');
}
