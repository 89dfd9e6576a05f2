import { expect, test } from 'vitest';
import { FIRST_RULE, SECOND_RULE } from '../../../../tests/support/rules.ts';
import { makeBoard } from './board.ts';
import { type Move, compareBoards, describeMove, movesOf } from './compare-boards.ts';
import { EMPTY_TALLY, type Tally } from './tally.ts';

const QUESTIONS: Tally = { ...EMPTY_TALLY, sets: 6, fresh: 20, freshMarks: 1800, reviews: 10, retained: 9 };
const of = (officerId: string, tally: Tally) => ({ officerId, unitId: '执法大队', tally });

test('who moves when the same month is ranked by another rule', () => {
	const month = [
		of('asks', { ...QUESTIONS, freshMarks: 2000 }),
		of('writes', { ...QUESTIONS, pieces: { drafting: { 95: 2 } } }),
		of('absent', EMPTY_TALLY)
	];
	const moves = compareBoards(makeBoard('2026-12', month, FIRST_RULE), makeBoard('2026-12', month, SECOND_RULE));
	expect(moves).toEqual([
		{ officerId: 'writes', from: 2, to: 1, totalFrom: 9000, totalTo: 9200 },
		{ officerId: 'absent', from: null, to: null, totalFrom: 0, totalTo: 0 },
		{ officerId: 'asks', from: 1, to: null, totalFrom: 9600, totalTo: 9444 }
	]);
});

test.each([
	[3, 1, '第 3 名 → 第 1 名，上升 2 位'],
	[1, 4, '第 1 名 → 第 4 名，下降 3 位'],
	[2, 2, '第 2 名不变'],
	[null, 5, '未上榜 → 第 5 名'],
	[5, null, '第 5 名 → 未上榜'],
	[null, null, '两版都未上榜']
])('from %s to %s: %s', (from, to, words) => expect(describeMove({ from, to })).toBe(words));

test('of all moves those at the top come first, then the longest', () => {
	const move = (officerId: string, from: number | null, to: number | null): Move => {
		return { officerId, from, to, totalFrom: 0, totalTo: 0 };
	};
	const moves = [
		...[
			move('stays', 1, 1),
			move('down', 10, 14),
			move('off', 9, null),
			move('third', 3, 5),
			move('never', null, null)
		],
		...[move('up', 20, 4), move('second', 6, 2), move('on', null, 30)]
	];
	const told = movesOf(moves);
	expect(told.map(({ officerId }) => officerId)).toEqual(['second', 'third', 'off', 'on', 'up', 'down']);
	expect(told.filter(({ isPodium }) => isPodium).map(({ officerId }) => officerId)).toEqual(['second', 'third']);
	expect(movesOf([])).toEqual([]);
});
