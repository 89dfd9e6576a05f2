import { describe, expect, test } from 'vitest';
import { HOSTILE_CELLS } from '../support/hostile-cells.ts';
import { HOSTILE_FILES } from '../support/hostile-files.ts';
import { ODD_TABLES } from '../support/odd-tables.ts';
import { judgeFile, outcomeOf } from '../support/people-tables.ts';

const HOSTILE = [
	...HOSTILE_CELLS,
	...[...HOSTILE_FILES, ...ODD_TABLES].map(([name, file, outcome]) => ({ name, file, outcome }))
];

test('there are at least two hundred of them', () => {
	expect(HOSTILE.length).toBeGreaterThanOrEqual(200);
	expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
});

describe('a hostile or broken table', () => {
	test.each(HOSTILE)('$name', async ({ file, outcome }) => {
		const bytes = file();
		const text = await outcomeOf(bytes);
		if (typeof outcome === 'string') expect(text).toBe(outcome);
		else expect(text).toMatch(outcome);
		// What is refused says so in Chinese, and what is taken is what was shown, however often it is looked at.
		if (text.startsWith('file: ')) expect(text).toMatch(/\p{Script=Han}{4}/u);
		else expect(await judgeFile(bytes)).toEqual(await judgeFile(bytes));
	});
});
