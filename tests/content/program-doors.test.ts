import { expect, test } from 'vitest';
import { sources } from '../support/sources.ts';
import { PROGRAMS } from '../support/unguarded.ts';

test('no page can reach what only programs run', () => {
	const doors = sources.filter(({ path }) => /^(routes\/|hooks)/.test(path));
	expect(doors.length).toBeGreaterThan(20);
	for (const { path, text } of doors) {
		const imports = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '[^']*use-cases/g)];
		const names = imports.flatMap(([, list]) => list!.match(/\w+/g) ?? []);
		expect(
			names.filter((name) => PROGRAMS.includes(name)),
			path
		).toEqual([]);
	}
});
