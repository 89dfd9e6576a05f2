import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBundle, SECRET } from '../../../../../tests/support/bundle.ts';
import type { Bundle } from './bundle.ts';
import { type BundleReader, bundleFor } from './bundle-view.ts';

const bundle = makeBundle();
const textFor = (reader: BundleReader, of: Bundle = bundle) => JSON.stringify(bundleFor(of, reader));
const OUTSIDERS: BundleReader[] = [
	{ kind: 'public' },
	{ kind: 'party', side: 'plaintiff' },
	{ kind: 'party', side: 'defendant' }
];

describe('what is hidden', () => {
	test('the panel has everything', () => {
		const view = bundleFor(bundle, { kind: 'panel' });
		expect(view.kind === 'panel' && view.hidden).toEqual(bundle);
	});

	test.each(OUTSIDERS)('%o gets nothing of it', (reader) => {
		const text = textFor(reader);
		expect(text).not.toContain(SECRET);
		for (const key of [
			'defects',
			'issues',
			'complaintHtml',
			'answerHtml',
			'arguments',
			'notes',
			'odds',
			'verdict',
			'teams',
			'favours',
			'holdsBack',
			'cleanFile'
		]) {
			expect(text).not.toContain(`"${key}"`);
		}
	});

	test('a witness gets the own card and no other', () => {
		const text = textFor({ kind: 'witness', witness: 'one' });
		expect(text).toContain(`${SECRET} one`);
		expect(text).not.toContain(`${SECRET} two`);
		expect(textFor({ kind: 'witness', witness: 'nobody' })).not.toContain(SECRET);
	});

	test('a field that comes later stays hidden until it is named', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1 }).filter((key) => !(key in bundle)),
				fc.constantFrom(...OUTSIDERS),
				(key, reader) => {
					const grown = { ...bundle, [key]: '后来加的秘密' };
					expect(textFor(reader, grown)).not.toContain('后来加的秘密');
				}
			)
		);
	});
});

describe('what is open', () => {
	test('file, claims, exhibits and law are for everybody', () => {
		const { open } = bundleFor(bundle, { kind: 'public' });
		expect(open.exhibits.map(({ id }) => id)).toEqual(bundle.exhibits.map(({ id }) => id));
		expect(open.lawPack).toEqual(bundle.lawPack);
		expect(open.witnesses.map(({ name }) => name)).toEqual(['证人one', '证人two']);
		expect(open.claims).toEqual(['撤销决定']);
	});
});
