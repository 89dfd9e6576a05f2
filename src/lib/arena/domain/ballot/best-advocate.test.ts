import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Advocate, bestAdvocates } from './best-advocate.ts';
import type { AdvocateSheet, TeamSheet } from './sheet.ts';

const advocate = (id: string, more: Partial<Advocate> = {}): Advocate => ({
	...{ id, side: 'plaintiff', stages: 3 },
	...more
});
const mark = (id: string, judge: string, accuracy: number): AdvocateSheet => ({
	...{ judge, advocate: id, side: 'plaintiff' },
	points: { accuracy, evidence: 2000, response: 1500, structure: 1000, bearing: 500 }
});
const team = (side: 'plaintiff' | 'defendant', T3: number): TeamSheet => ({
	...{ judge: 'a', side, notes: [] },
	points: { T1: 0, T2: 0, T3, T4: 0, T5: 0, T6: 0, T7: 0, T8: 0 }
});
const best = (advocates: Advocate[], sheets: AdvocateSheet[], teams: TeamSheet[] = []) =>
	bestAdvocates(advocates, { sheets, teams }).map(({ id, by }) => `${id} ${by}`);

test('the highest mean of the judges, however many each was seen by', () => {
	const sheets = [mark('x', 'a', 2400), mark('x', 'b', 2500), mark('y', 'a', 2500)];
	expect(best([advocate('x'), advocate('y')], sheets)).toEqual(['y mark']);
});

test('whoever spoke in one stage, or was seen by no judge, is not ranked', () => {
	const sheets = [mark('x', 'a', 3000), mark('y', 'a', 1000)];
	expect(best([advocate('x', { stages: 1 }), advocate('y'), advocate('z')], sheets)).toEqual(['y mark']);
	expect(best([advocate('x', { stages: 1 })], sheets)).toEqual([]);
});

test('a tie goes to the better team in proof, then it is shared', () => {
	const sheets = [mark('x', 'a', 2500), mark('y', 'a', 2500)];
	const [x, y] = [advocate('x'), advocate('y', { side: 'defendant' })];
	expect(best([x, y], sheets, [team('plaintiff', 1800), team('defendant', 1700)])).toEqual(['x team-proof']);
	expect(best([x, y], sheets, [team('plaintiff', 1700), team('defendant', 1700)])).toEqual(['x shared', 'y shared']);
});

test('the order of advocates and sheets decides nothing', () => {
	const marks = fc.array(
		fc.integer({ min: 0, max: 6 }).map((step) => step * 500),
		{ minLength: 1, maxLength: 6 }
	);
	fc.assert(
		fc.property(marks, fc.nat(), (list, turn) => {
			const advocates = list.map((_, index) => advocate(`person-${index}`));
			const sheets = list.map((points, index) => mark(`person-${index}`, 'a', points));
			const rotate = <T>(all: T[]) => [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
			expect(best(rotate(advocates), rotate(sheets))).toEqual(best(advocates, sheets));
		})
	);
});
