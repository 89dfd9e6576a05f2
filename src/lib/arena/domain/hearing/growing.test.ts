import { expect, test } from 'vitest';
import { grown, inReplay } from './growing.ts';

const addAll = (list: readonly number[], ...items: number[]) => items.reduce<readonly number[]>(grown, list);

test('a list with one more; the one before stays as it was', () => {
	const list = [1];
	expect(grown(list, 2)).toEqual([1, 2]);
	expect(list).toEqual([1]);
});

test('in a replay a list grows in place, but not the one that it began from, and not afterwards', () => {
	const list = [1];
	const first = inReplay(() => addAll(list, 2, 3));
	expect([list, first]).toEqual([[1], [1, 2, 3]]);
	const second = grown(first, 4);
	expect(inReplay(() => addAll(first, 5))).toEqual([1, 2, 3, 5]);
	expect([first, second]).toEqual([
		[1, 2, 3],
		[1, 2, 3, 4]
	]);
});

test('a fold that fails leaves nothing growing', () => {
	const failing = () =>
		inReplay(() => {
			throw new Error('no such act');
		});
	expect(failing).toThrow('no such act');
	const list = [1];
	expect(grown(grown(list, 2), 3)).toEqual([1, 2, 3]);
	expect(list).toEqual([1]);
});
