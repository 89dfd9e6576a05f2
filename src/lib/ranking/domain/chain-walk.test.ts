import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChainWalk } from './chain-walk.ts';
import { type ChainedEntry, EMPTY_HEAD, type Head, type NewEntry, chain, verifyChain } from './entry.ts';

type Row = ChainedEntry & { officerId: string };

function chainOf(officerId: string, length: number): Row[] {
	const rows: Row[] = [];
	for (let at = 0; at < length; at++) {
		const entry: NewEntry = {
			...{ officerId, unitId: 'brigade', source: 'daily-set', sourceId: `${officerId}-${at}`, complete: true },
			...{ day: '2026-11-02', facts: [] }
		};
		rows.push({ ...chain(entry, rows.at(-1) ?? EMPTY_HEAD, 1), officerId });
	}
	return rows;
}
const headOf = (rows: readonly Row[]): Head => {
	const { seq, hash } = rows.at(-1) ?? EMPTY_HEAD;
	return { seq, hash };
};

function walk(rows: readonly Row[], heads: ReadonlyMap<string, Head>) {
	const told: string[] = [];
	const chains = new ChainWalk((officerId, fault) => told.push(`${officerId} ${fault}`));
	for (const row of rows) chains.take(row);
	const { waiting } = chains;
	chains.finish(heads);
	return { told, waiting };
}

const LIN = chainOf('lin', 4);
const XU = chainOf('xu', 3);
const HEADS = new Map([
	['lin', headOf(LIN)],
	['xu', headOf(XU)]
]);

describe('sound chains are found sound', () => {
	test('in whatever order their entries lie', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([...LIN, ...XU], { minLength: 7 }), (rows) => {
				expect(walk(rows, HEADS)).toEqual({ told: [], waiting: 0 });
			})
		);
	});
	test('also when nobody has written anything', () => {
		expect(walk([], new Map())).toEqual({ told: [], waiting: 0 });
	});
});

test('in any order it finds what is found in order', () => {
	const change = fc.constantFrom('remove', 'body', 'hash', 'previousHash');
	fc.assert(
		fc.property(fc.nat(3), change, fc.infiniteStream(fc.nat()), (index, what, random) => {
			const changed = LIN.flatMap((row, at): Row[] => {
				if (at !== index) return [row];
				return what === 'remove' ? [] : [{ ...row, [what]: `x${row[what].slice(1)}` }];
			});
			const shuffled = [...changed].sort(() => (random.next().value % 2 === 0 ? 1 : -1));
			const faults = verifyChain(changed, headOf(LIN)).map((fault) => `lin ${fault}`);
			expect(faults.length).toBeGreaterThan(0);
			expect(walk(shuffled, new Map([['lin', headOf(LIN)]])).told.sort()).toEqual(faults.sort());
		})
	);
});

test('what follows a gap waits until the end, and is told once', () => {
	const rows = [...LIN.slice(1), ...XU];
	expect(walk(rows, HEADS)).toEqual({
		told: ['lin 第 1 条缺失，下一条是第 2 条', expect.stringContaining('前一条摘要不符')],
		waiting: 3
	});
});

test('an officer without a head, and a head without an officer', () => {
	expect(walk(LIN, new Map()).told).toEqual(['lin 链尾是第 4 条，登记的链尾是第 0 条']);
	expect(walk([], new Map([['xu', headOf(XU)]])).told).toEqual(['xu 链尾是第 0 条，登记的链尾是第 3 条']);
});
