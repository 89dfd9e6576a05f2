import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#lib/shared/random.ts';
import { ENOUGH, type Pair, agreementOf, quadraticKappa } from './agreement.ts';

/** The same by the matrix of the textbook: categories 0…k−1, weights (i−j)²/(k−1)². */
function byMatrix(pairs: readonly (readonly [number, number])[], k: number): number | null {
	const n = pairs.length;
	const [rows, columns] = [new Array<number>(k).fill(0), new Array<number>(k).fill(0)];
	let observed = 0;
	for (const [i, j] of pairs) {
		rows[i]! += 1;
		columns[j]! += 1;
		observed += (i - j) ** 2 / (k - 1) ** 2 / n;
	}
	let expected = 0;
	for (let i = 0; i < k; i++) {
		for (let j = 0; j < k; j++) expected += (((i - j) ** 2 / (k - 1) ** 2) * rows[i]! * columns[j]!) / (n * n);
	}
	return expected === 0 ? null : 1 - observed / expected;
}

const K = 5;
const chosen = fc.tuple(fc.nat(K - 1), fc.nat(K - 1));
const scaled = (pairs: readonly (readonly [number, number])[]): Pair[] =>
	pairs.map(([one, other]) => [one / (K - 1), other / (K - 1)]);

describe('quadratic weighted kappa', () => {
	test.each<[string, Pair[], number | null]>([
		['nothing', [], null],
		[
			'everybody always chose the same',
			[
				[1, 1],
				[1, 1]
			],
			null
		],
		[
			'all agree',
			[
				[0, 0],
				[1, 1],
				[0.5, 0.5]
			],
			1
		],
		[
			'all opposite',
			[
				[0, 1],
				[1, 0]
			],
			-1
		],
		[
			'as by chance',
			[
				[0, 0],
				[0, 1],
				[1, 0],
				[1, 1]
			],
			0
		],
		// Observed (1+1)/4 = 0.5 of (1/4)²; expected (0+1+4+9)/4 − 2·(1.5²) + (0+1+4+9)/4 = 2.5 → 1 − 0.5/2.5
		[
			'two of four one level apart',
			[
				[0, 0.25],
				[0.25, 0],
				[0.5, 0.5],
				[0.75, 0.75]
			],
			0.8
		]
	])('%s', (_, pairs, kappa) => {
		if (kappa === null) expect(quadraticKappa(pairs)).toBeNull();
		else expect(quadraticKappa(pairs)).toBeCloseTo(kappa, 10);
	});

	test('is what the matrix of the textbook gives', () => {
		fc.assert(
			fc.property(fc.array(chosen, { minLength: 1, maxLength: 30 }), (pairs) => {
				const expected = byMatrix(pairs, K);
				const found = quadraticKappa(scaled(pairs));
				if (expected === null) expect(found).toBeNull();
				else expect(found).toBeCloseTo(expected, 9);
			})
		);
	});
});

describe('with its interval', () => {
	const documents = (count: number) => Array.from({ length: count }, (_, n): Pair[] => [[(n % 5) / 4, (n % 4) / 4]]);

	test('too few documents say nothing', () => {
		expect(agreementOf(documents(ENOUGH - 1), seeded(1))).toBeNull();
		expect(agreementOf([...documents(ENOUGH - 1), []], seeded(1))).toBeNull();
		expect(agreementOf(documents(ENOUGH), seeded(1))).not.toBeNull();
	});

	test('the same seed gives the same interval, and more documents a narrower one', () => {
		const [few, many] = [documents(20), documents(400)].map((units) => agreementOf(units, seeded(3))!);
		expect(agreementOf(documents(20), seeded(3))).toEqual(few);
		const width = ({ interval }: NonNullable<typeof few>) => interval!.high - interval!.low;
		expect(width(many!)).toBeLessThan(width(few!));
	});

	test('holds kappa within', () => {
		fc.assert(
			fc.property(fc.array(chosen, { minLength: 20, maxLength: 40 }), fc.integer(), (pairs, seed) => {
				const found = agreementOf(
					scaled(pairs).map((pair) => [pair]),
					seeded(seed)
				);
				if (!found?.interval) return;
				expect(found.interval.low).toBeLessThanOrEqual(found.kappa + 1e-9);
				expect(found.interval.high).toBeGreaterThanOrEqual(found.kappa - 1e-9);
			}),
			{ numRuns: 30 }
		);
	});
});
