import { expect, test } from 'vitest';
import { KeptInBounds } from './kept-in-bounds.server.ts';

test('what was unused longest goes first, and only as much as must', () => {
	const kept = new KeptInBounds<string>(10);
	kept.set('a', '甲', 4);
	kept.set('b', '乙', 4);
	expect(kept.get('a')).toBe('甲');
	kept.set('c', '丙', 4);
	expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['甲', undefined, '丙']);
	expect(kept.bytes).toBe(8);
});

test('what is put again takes its place once; what is larger than all is not kept', () => {
	const kept = new KeptInBounds<string>(10);
	kept.set('a', '甲', 4);
	kept.set('a', '新', 6);
	expect([kept.get('a'), kept.bytes]).toEqual(['新', 6]);
	kept.set('b', '大', 11);
	expect([kept.get('b'), kept.bytes]).toEqual([undefined, 0]);
});
