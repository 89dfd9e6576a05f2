import { expect, test } from 'vitest';
import { makeBundle, SECRET } from '../../../../../tests/support/bundle.ts';
import { caseFileOf } from './case-file-of.ts';

test('a hearing keeps what its rules ask about, and no secret', () => {
	const bundle = makeBundle();
	const exhibits = bundle.exhibits.map((one) =>
		one.id === 'd2' ? { ...one, weak: ['copy' as const], gatheredOn: '2026-04-09' } : one
	);
	const file = caseFileOf({ ...bundle, exhibits });
	expect(JSON.stringify(file)).not.toContain(SECRET);
	expect(file.bundle).toEqual({ id: 'a-bundle', version: 1 });
	expect(file.exhibits.map(({ id, number, side }) => `${id} ${number} ${side}`).at(-1)).toBe('p3 3 plaintiff');
	expect(file.exhibits.filter(({ isOriginal }) => !isOriginal).map(({ id }) => id)).toEqual(['d2']);
	expect(file.exhibits.filter(({ origin }) => origin === 'after-decision').map(({ id }) => id)).toEqual(['d2']);
	expect([file.mayMediate, caseFileOf({ ...bundle, issues: bundle.issues.slice(0, 2) }).mayMediate]).toEqual([
		true,
		false
	]);
});
