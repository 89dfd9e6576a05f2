import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Figures,
	type Formula,
	FORMULA_KINDS,
	FULL,
	describeFormula,
	faultOf,
	fieldsOf,
	measure
} from './formula.ts';

const YES_NO: Formula = { kind: 'yes-no' };
const SHARE: Formula = { kind: 'share', part: '件按时', whole: '件应办' };
const N_OF: Formula = { kind: 'n-of', of: 5, what: '项' };
const MEAN: Formula = { kind: 'mean', what: '本' };
const DEDUCT: Formula = {
	kind: 'deduct',
	events: [
		{ id: 'complaint', name: '件投诉', points: 50 },
		{ id: 'discipline', name: '件违纪', points: 100 }
	]
};
const RATE: Formula = { kind: 'error-rate', points: 20, errors: '处差错', cases: '件' };
const FORMULAS = [YES_NO, SHARE, N_OF, MEAN, DEDUCT, RATE];

test('every kind is in these tests', () => {
	expect(FORMULAS.map(({ kind }) => kind).sort()).toEqual(Object.keys(FORMULA_KINDS).sort());
});

test.each<[string, Formula, Figures, number | null]>([
	['做到', YES_NO, { done: 1 }, 10_000],
	['没有做到', YES_NO, { done: 0 }, 0],
	['3 / 4', SHARE, { part: 3, whole: 4 }, 7500],
	['1 / 3，四舍五入', SHARE, { part: 1, whole: 3 }, 3333],
	['2 / 3，四舍五入', SHARE, { part: 2, whole: 3 }, 6667],
	['没有应办的：不计量，不是 0 分', SHARE, { part: 0, whole: 0 }, null],
	['有应办的，一件没办：0 分', SHARE, { part: 0, whole: 4 }, 0],
	['五项中三项', N_OF, { count: 3 }, 6000],
	['平均 86.5', MEAN, { mean: 8650, count: 3 }, 8650],
	['没有评查过', MEAN, { mean: 0, count: 0 }, null],
	['没有事件', DEDUCT, { complaint: 0, discipline: 0 }, 10_000],
	['一件投诉', DEDUCT, { complaint: 1, discipline: 0 }, 5000],
	['扣完为止', DEDUCT, { complaint: 2, discipline: 1 }, 0],
	['平均半处差错', RATE, { errors: 1, cases: 2 }, 9000],
	['平均五处：扣完', RATE, { errors: 10, cases: 2 }, 0],
	['平均六处：仍是 0', RATE, { errors: 12, cases: 2 }, 0],
	['没有案件', RATE, { errors: 0, cases: 0 }, null]
])('%s', (_, formula, figures, value) => {
	expect(faultOf(formula, figures)).toBeNull();
	const measured = measure(formula, figures);
	expect(measured.value).toBe(value);
	expect(measured.reason).toMatch(value === null ? /不计量$/ : / 分$/);
});

test.each<[Formula, Figures, string]>([
	[SHARE, { part: 5, whole: 4 }, 'part'],
	[SHARE, { part: 1 }, 'whole'],
	[SHARE, { part: -1, whole: 4 }, 'part'],
	[SHARE, { part: 1.5, whole: 4 }, 'part'],
	[SHARE, { part: 1, whole: 100_000 }, 'whole'],
	[SHARE, { part: Number.NaN, whole: 4 }, 'part'],
	[N_OF, { count: 6 }, 'count'],
	[YES_NO, { done: 2 }, 'done'],
	[MEAN, { mean: 10_001, count: 2 }, 'mean'],
	[DEDUCT, { complaint: 1 }, 'discipline']
])('refuses %j with %j at %s', (formula, figures, field) => {
	expect(faultOf(formula, figures)?.field).toBe(field);
});

const figuresOf = (formula: Formula): fc.Arbitrary<Figures> =>
	fc
		.record(
			Object.fromEntries(
				fieldsOf(formula).map(({ id, most }) => [id, fc.integer({ min: 0, max: most ?? 300 })] as const)
			)
		)
		.map((figures): Figures => figures)
		.filter((figures) => faultOf(formula, figures) === null);
const asked = fc.constantFrom(...FORMULAS).chain((formula) => fc.tuple(fc.constant(formula), figuresOf(formula)));

describe('for any figures', () => {
	test('a value lies between 0 and 100 points, whole hundredths, and repeats', () => {
		fc.assert(
			fc.property(asked, ([formula, figures]) => {
				const { value } = measure(formula, figures);
				expect(value === null || (Number.isInteger(value) && value >= 0 && value <= FULL)).toBe(true);
				expect(measure(formula, figures)).toEqual(measure(formula, figures));
			})
		);
	});

	test('volume does not count: the same work many times over gives the same value', () => {
		const volume = fc
			.constantFrom(SHARE, RATE)
			.chain((formula) => fc.tuple(fc.constant(formula), figuresOf(formula), fc.integer({ min: 2, max: 40 })));
		fc.assert(
			fc.property(volume, ([formula, figures, times]) => {
				const more = Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, value * times]));
				expect(measure(formula, more).value).toBe(measure(formula, figures).value);
			})
		);
	});

	test('doing better never gives less, one more mistake never more', () => {
		fc.assert(
			fc.property(figuresOf(SHARE), figuresOf(N_OF), figuresOf(DEDUCT), figuresOf(RATE), (share, nOf, events, rate) => {
				if (share['part']! < share['whole']!) {
					const better = measure(SHARE, { ...share, part: share['part']! + 1 }).value!;
					expect(better).toBeGreaterThanOrEqual(measure(SHARE, share).value!);
				}
				if (nOf['count']! < 5) {
					expect(measure(N_OF, { count: nOf['count']! + 1 }).value!).toBeGreaterThan(measure(N_OF, nOf).value!);
				}
				const worse = measure(DEDUCT, { ...events, complaint: events['complaint']! + 1 }).value!;
				expect(worse).toBeLessThanOrEqual(measure(DEDUCT, events).value!);
				if (rate['cases']! > 0) {
					const more = measure(RATE, { ...rate, errors: rate['errors']! + 1 }).value!;
					expect(more).toBeLessThanOrEqual(measure(RATE, rate).value!);
				}
			})
		);
	});
});

test('each formula says in words what it does', () => {
	expect(FORMULAS.map(describeFormula).every((text) => text.length > 8)).toBe(true);
	expect(describeFormula(DEDUCT)).toContain('每件违纪扣 100 分');
	expect(describeFormula(RATE)).toContain('20');
});
