import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutForCard } from './card.ts';

test('a short text stays whole', () => {
	expect(cutForCard(' 有火的灯要加罩。\n')).toEqual({ text: '有火的灯要加罩。', isCut: false });
});

test('a long one ends with a line or a sentence', () => {
	const { text, isCut } = cutForCard(`${'灯要有罩，'.repeat(30)}罩要完好。${'油要满，'.repeat(60)}`);
	expect(isCut).toBe(true);
	expect(text.endsWith('罩要完好。')).toBe(true);
});

test('whatever the text, the card has its beginning and is not too long', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom('灯', '。', '；', '\n', '，'), maxLength: 900 }), (whole) => {
			const { text, isCut } = cutForCard(whole);
			expect(text.length).toBeLessThanOrEqual(280);
			expect(whole.trim().startsWith(text)).toBe(true);
			expect(isCut).toBe(text.length < whole.trim().length);
		})
	);
});
