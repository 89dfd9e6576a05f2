import { expect, test } from 'vitest';
import { Allowance } from './allowance.server.ts';

const at = (seconds: number) => new Date(1_795_000_000_000 + seconds * 1000);

test('so many times in a while, each key by itself, and again when the while is over', () => {
	const allowance = new Allowance({ times: 2, windowMs: 60_000, mostKeys: 100 });
	expect([0, 10, 20].map((second) => allowance.take('a', at(second)))).toEqual([true, true, false]);
	expect(allowance.take('b', at(20))).toBe(true);
	expect(allowance.take('a', at(59))).toBe(false);
	expect(allowance.take('a', at(60))).toBe(true);
});

test('the key that was not used longest is forgotten, not the one that is asked for again and again', () => {
	const allowance = new Allowance({ times: 1, windowMs: 60_000, mostKeys: 2 });
	for (const key of ['a', 'b']) allowance.take(key, at(0));
	expect(allowance.take('b', at(1))).toBe(false);
	allowance.take('c', at(2));
	expect(allowance.take('a', at(3))).toBe(true);
	expect(allowance.take('c', at(4))).toBe(false);
});
