import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { DRILL_KINDS, type DrillKind } from './kinds.ts';
import { type Candidate, type Pick, pickDaily } from './pick.ts';

const TODAY = '2026-11-20';
const KINDS = Object.keys(DRILL_KINDS) as DrillKind[];
const DRAW = { today: TODAY, size: 10, seed: 7 };

const fresh = (kind: DrillKind, id: string): Candidate => ({ id: `${kind}-${id}`, version: 1, kind, memory: null });
/** Answered before; due so many days from today (negative = overdue). */
const known = (kind: DrillKind, id: string, dueIn: number, lastMark: number): Candidate => ({
	...fresh(kind, id),
	memory: { due: instantOf(addDays(TODAY, dueIn), '10:00'), lastMark }
});
const many = (count: number, make: (index: number) => Candidate) =>
	Array.from({ length: count }, (_, index) => make(index));
const kindAt = (index: number) => KINDS[index % KINDS.length]!;
const idsOf = (picks: readonly Pick[], why?: string) =>
	picks.filter((pick) => !why || pick.why === why).map(({ id }) => id);
const countBy = (picks: readonly Pick[]) => {
	const counts: Record<string, number> = {};
	for (const { why } of picks) counts[why] = (counts[why] ?? 0) + 1;
	return counts;
};

const candidate = fc
	.record({
		kind: fc.constantFrom(...KINDS),
		version: fc.integer({ min: 1, max: 4 }),
		memory: fc.option(fc.record({ dueIn: fc.integer({ min: -60, max: 60 }), lastMark: fc.constantFrom(0, 50, 100) }))
	})
	.map(({ kind, version, memory }) => ({
		...(memory ? known(kind, '', memory.dueIn, memory.lastMark) : fresh(kind, '')),
		version
	}));
const bank = fc
	.array(candidate, { maxLength: 40 })
	.map((list) => list.map((one, index) => ({ ...one, id: `${one.kind}-${index}` })));
const size = fc.integer({ min: 0, max: 15 });

describe('whatever the bank', () => {
	test('as many as asked or as there are, no question twice, in the version of the bank', () => {
		fc.assert(
			fc.property(bank, size, fc.integer(), (candidates, wanted, seed) => {
				const picks = pickDaily(candidates, { today: TODAY, size: wanted, seed });
				expect(picks).toHaveLength(Math.min(wanted, candidates.length));
				expect(new Set(idsOf(picks)).size).toBe(picks.length);
				for (const { id, version } of picks) {
					expect(candidates.find((one) => one.id === id)?.version).toBe(version);
				}
			})
		);
	});

	test('the same bank, day and seed give the same set; another seed another one', () => {
		fc.assert(
			fc.property(bank, size, fc.integer(), (candidates, wanted, seed) => {
				const draw = { today: TODAY, size: wanted, seed };
				expect(pickDaily(candidates, draw)).toEqual(pickDaily([...candidates], draw));
			})
		);
		const newcomer = many(60, (index) => fresh(kindAt(index), `${index}`));
		const sets = many(20, () => newcomer[0]!).map((_, seed) => idsOf(pickDaily(newcomer, { ...DRAW, seed })).join());
		expect(new Set(sets).size).toBe(20);
	});

	test('every reason is true of its question', () => {
		fc.assert(
			fc.property(bank, size, fc.integer(), (candidates, wanted, seed) => {
				for (const { id, why } of pickDaily(candidates, { today: TODAY, size: wanted, seed })) {
					const { memory } = candidates.find((one) => one.id === id)!;
					const isDue = memory !== null && dayOf(memory.due) <= TODAY;
					if (why === 'new') expect(memory).toBeNull();
					else if (why === 'due') expect(isDue).toBe(true);
					else if (why === 'weak') expect(!isDue && memory!.lastMark < 100).toBe(true);
					else expect([why, isDue, memory?.lastMark]).toEqual(['fill', false, 100]);
				}
			})
		);
	});

	test('a due question is left out only for one that is longer overdue, or once the share of reviews is full', () => {
		fc.assert(
			fc.property(bank, fc.integer({ min: 1, max: 15 }), fc.integer(), (candidates, wanted, seed) => {
				const picks = pickDaily(candidates, { today: TODAY, size: wanted, seed });
				const due = candidates.filter(({ memory }) => memory && dayOf(memory.due) <= TODAY);
				const taken = due.filter(({ id }) => idsOf(picks).includes(id));
				const left = due.filter(({ id }) => !idsOf(picks).includes(id));
				expect(taken.length).toBeGreaterThanOrEqual(Math.min(due.length, Math.ceil(wanted * 0.6)));
				const latest = Math.max(...taken.map(({ memory }) => memory!.due.getTime()));
				for (const { memory } of left) expect(memory!.due.getTime()).toBeGreaterThanOrEqual(latest);
			})
		);
	});
});

describe('reviews', () => {
	test('the longest overdue come first', () => {
		const due = many(9, (index) => known(kindAt(index), `due${index}`, -index, 100));
		const picks = pickDaily([...due, ...many(20, (index) => fresh(kindAt(index), `new${index}`))], DRAW);
		expect(idsOf(picks, 'due').sort()).toEqual(
			due
				.slice(3)
				.map(({ id }) => id)
				.sort()
		);
		expect(countBy(picks)).toEqual({ due: 6, new: 4 });
	});

	test('due today counts, due tomorrow does not', () => {
		const candidates = [known('evidence', 'today', 0, 100), known('evidence', 'tomorrow', 1, 100)];
		const picks = pickDaily(candidates, { ...DRAW, size: 1 });
		expect(picks).toEqual([{ id: 'evidence-today', version: 1, why: 'due' }]);
	});

	test('due, weak and new share the set', () => {
		const candidates = [
			...many(10, (index) => known(kindAt(index), `due${index}`, -1, 100)),
			...many(10, (index) => known(kindAt(index), `weak${index}`, 5, 0)),
			...many(10, (index) => fresh(kindAt(index), `new${index}`))
		];
		expect(countBy(pickDaily(candidates, DRAW))).toEqual({ due: 6, weak: 1, new: 3 });
	});

	test('without new questions the reviews fill the set, then weak ones, then what is due next', () => {
		const due = many(4, (index) => known(kindAt(index), `due${index}`, -1, 100));
		const weak = many(3, (index) => known(kindAt(index), `weak${index}`, 5, 50));
		const later = many(9, (index) => known(kindAt(index), `later${index}`, 10 + index, 100));
		const picks = pickDaily([...later, ...weak, ...due], DRAW);
		expect(countBy(picks)).toEqual({ due: 4, weak: 3, fill: 3 });
		expect(idsOf(picks, 'fill').sort()).toEqual(
			later
				.slice(0, 3)
				.map(({ id }) => id)
				.sort()
		);
	});
});

describe('kinds', () => {
	const perKind = (picks: readonly Pick[]) => KINDS.map((kind) => picks.filter(({ id }) => id.startsWith(kind)).length);

	test('a newcomer meets each of the five kinds twice, whatever the seed', () => {
		// Most of the bank is law: left to chance, some days would be nothing else.
		const law = many(60, (index) => fresh('legal-knowledge', `law${index}`));
		const candidates = [...law, ...many(20, (index) => fresh(kindAt(index), `${index}`))];
		for (let seed = 0; seed < 50; seed++) {
			expect(perKind(pickDaily(candidates, { ...DRAW, seed }))).toEqual([2, 2, 2, 2, 2]);
		}
	});

	test('the weakest kind is asked first', () => {
		const answered = KINDS.flatMap((kind) =>
			many(3, (index) => known(kind, `old${index}`, 30, kind === 'drafting' ? 0 : 100))
		);
		const candidates = [...answered, ...KINDS.flatMap((kind) => many(5, (index) => fresh(kind, `new${index}`)))];
		for (let seed = 0; seed < 20; seed++) {
			const picks = pickDaily(candidates, { ...DRAW, size: 4, seed });
			expect(countBy(picks)).toEqual({ weak: 3, new: 1 });
			expect(perKind(picks)).toEqual([0, 4, 0, 0, 0]);
		}
	});
});

describe('small banks', () => {
	test.each([
		['nothing', [], 0],
		['one new question', [fresh('system', 'a')], 1],
		['one known question, not due', [known('system', 'a', 20, 100)], 1],
		['seven of one kind', many(7, (index) => fresh('evidence', `${index}`)), 7]
	])('%s', (_, candidates, count) => {
		expect(pickDaily(candidates, DRAW)).toHaveLength(count);
	});
});
