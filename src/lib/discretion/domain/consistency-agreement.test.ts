import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded, shuffle } from '#lib/shared/random.ts';
import { type Unit, alphaInterval, krippendorffAlpha } from './consistency-agreement.ts';

/** Rows of coders as columns of units; `*` = missing. */
const unitsOf = (...coders: readonly string[]): Unit[] => {
	const rows = coders.map((row) => row.split(' '));
	return rows[0]!.map((_, unit) => rows.map((row) => (row[unit] === '*' ? null : row[unit]!)));
};

/** Krippendorff 2011: two observers, ten units, binary data, no missing values. */
const BINARY = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
/** Krippendorff 2011: two observers, twelve units, nominal data. */
const NOMINAL = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
/** Krippendorff 2011: four observers, twelve units, with missing values. */
const MISSING = unitsOf(
	'1 2 3 3 2 1 4 1 2 * * *',
	'1 2 3 3 2 2 4 1 2 5 * 3',
	'* 3 3 3 2 3 4 2 2 5 1 *',
	'1 2 3 3 2 4 4 1 2 5 1 *'
);

describe('published values', () => {
	test.each([
		['binary', BINARY, 0.095],
		['nominal', NOMINAL, 0.692],
		['missing values', MISSING, 0.743]
	])('%s', (_, units, alpha) => {
		expect(krippendorffAlpha(units).alpha).toBeCloseTo(alpha, 3);
	});

	test('a value without another one of its unit is not paired', () => {
		expect(krippendorffAlpha(MISSING)).toMatchObject({ pairable: 40, units: 11 });
	});
});

describe('what cannot be told', () => {
	test.each<[string, Unit[]]>([
		['nothing', []],
		['one coder', unitsOf('a b a')],
		['all the same of everything', unitsOf('a a', 'a a')]
	])('%s', (_, units) => {
		expect(krippendorffAlpha(units).alpha).toBeNull();
		expect(alphaInterval(units, seeded(1))).toBeNull();
	});
});

const unit = fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 4, maxLength: 4 });
const some = fc.array(unit, { minLength: 2, maxLength: 12 });

describe('whatever was said', () => {
	test('alpha is at most 1, and 1 only where all agree on each of several things', () => {
		fc.assert(
			fc.property(some, (units) => {
				const { alpha } = krippendorffAlpha(units);
				if (alpha === null) return true;
				const agree = units.every((one) => new Set(one.filter((value) => value !== null)).size <= 1);
				const told = units.filter((one) => one.filter((value) => value !== null).length > 1);
				const isSame = told.every((one) => new Set(one.filter((value) => value !== null)).size <= 1);
				return alpha <= 1 + 1e-12 && Math.abs(alpha - 1) < 1e-9 === isSame && (agree ? isSame : true);
			})
		);
	});

	test('neither the order of units nor of coders matters, nor the names of values', () => {
		fc.assert(
			fc.property(some, fc.integer(), (units, seed) => {
				const order = shuffle([0, 1, 2, 3], seeded(seed));
				const turned = shuffle(units, seeded(seed)).map((one) => order.map((at) => one[at]!));
				const renamed = turned.map((one) => one.map((value) => (value === null ? null : `x${value}`)));
				const [left, right] = [krippendorffAlpha(units).alpha, krippendorffAlpha(renamed).alpha];
				return left === null ? right === null : Math.abs(left - right!) < 1e-9;
			})
		);
	});

	test('the interval is the same for the same seed and holds alpha', () => {
		for (const units of [BINARY, NOMINAL, MISSING]) {
			const { alpha } = krippendorffAlpha(units);
			const found = alphaInterval(units, seeded(7))!;
			expect(alphaInterval(units, seeded(7))).toEqual(found);
			expect(found.low).toBeLessThanOrEqual(alpha!);
			expect(found.high).toBeGreaterThanOrEqual(alpha!);
			expect(found.high).toBeLessThanOrEqual(1);
		}
	});

	test('more people who disagree alike make the interval narrower', () => {
		const few = unitsOf('a b a b', 'a b b b', 'a a a b');
		const many = few.map((one) => Array.from({ length: 4 }, () => one).flat());
		const width = (units: Unit[]) => {
			const { low, high } = alphaInterval(units, seeded(3))!;
			return high - low;
		};
		expect(width(many)).toBeLessThan(width(few));
	});
});
