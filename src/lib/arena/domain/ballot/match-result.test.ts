import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Side } from '../bundle/side.ts';
import { TEAM_CRITERIA, type TeamCriterion } from './criteria.ts';
import { type Match, RESULT_RULES, type ResultRule, decideMatch } from './match-result.ts';
import { doubledMedian, findOutliers, unexplained } from './outliers.ts';
import type { TeamSheet } from './sheet.ts';

const KEYS = Object.keys(TEAM_CRITERIA) as TeamCriterion[];

/** A sheet with this total; where it lies among the criteria decides nothing. */
function sheet(judge: string, side: Side, total: number, more: Partial<TeamSheet> = {}): TeamSheet {
	let left = total;
	const points = Object.fromEntries(
		KEYS.map((key) => {
			const own = Math.min(left, TEAM_CRITERIA[key].weight * 100);
			left -= own;
			return [key, own];
		})
	) as TeamSheet['points'];
	return { judge, side, points, notes: [], ...more };
}

type Totals = readonly (readonly [plaintiff: number, defendant: number])[];
function matchOf(rule: ResultRule, totals: Totals, penalties = { plaintiff: 0, defendant: 0 }): Match {
	const judges = totals.map((_, index) => `judge-${index}`);
	const sheets = totals.flatMap(([plaintiff, defendant], index) => [
		sheet(judges[index]!, 'plaintiff', plaintiff),
		sheet(judges[index]!, 'defendant', defendant)
	]);
	return { rule, judges, sheets, penalties };
}
const decided = (match: Match) => {
	const result = decideMatch(match);
	if (!result.ok) throw new Error(result.refusal.message);
	return result.value;
};
const refusal = (match: Match) => {
	const result = decideMatch(match);
	return result.ok ? null : result.refusal.code;
};

describe('tables', () => {
	test.each<[string, Match, Side | null, number, number]>([
		[
			'a mean',
			matchOf('mean', [
				[8000, 7900],
				[8200, 8000],
				[7800, 8000]
			]),
			null,
			8000,
			7967
		],
		['half a point is a win', matchOf('mean', [[8050, 8000]]), 'plaintiff', 8050, 8000],
		[
			'a little less is a draw',
			matchOf('mean', [
				[8100, 8000],
				[8000, 8050],
				[8050, 8000]
			]),
			null,
			8050,
			8017
		],
		[
			'penalties come off after the average',
			matchOf('mean', [[8200, 8000]], { plaintiff: 500, defendant: 0 }),
			'defendant',
			7700,
			8000
		],
		[
			'five sheets lose the highest and the lowest',
			matchOf('trimmed', [
				[9000, 8000],
				[8000, 8000],
				[8000, 8100],
				[8000, 8100],
				[7000, 8000]
			]),
			null,
			8000,
			8033
		],
		[
			'four sheets lose none',
			matchOf('trimmed', [
				[9000, 8000],
				[8000, 8000],
				[8000, 8000],
				[8000, 8000]
			]),
			'plaintiff',
			8250,
			8000
		],
		[
			'two of three judges carry it against a higher mean',
			matchOf('majority', [
				[8000, 8100],
				[8000, 8100],
				[9000, 8000]
			]),
			'defendant',
			8333,
			8067
		],
		[
			'one each is a draw',
			matchOf('majority', [
				[8000, 8100],
				[8100, 8000]
			]),
			null,
			8050,
			8050
		]
	])('%s', (_, match, winner, plaintiff, defendant) => {
		const { winner: won, sides } = decided(match);
		expect([won, sides.plaintiff.score, sides.defendant.score]).toEqual([winner, plaintiff, defendant]);
	});

	test('the result says by which rule', () => {
		expect(decided(matchOf('majority', [[8000, 7000]])).reason).toBe('多数决：原告方 1 票，被告方 0 票；原告方胜。');
		expect(decided(matchOf('mean', [[8000, 8000]])).reason).toBe('各评委总分的平均，再减罚分；相差不到 0.5 分，平局。');
	});
});

describe('no result without every sheet', () => {
	const sound = matchOf('mean', [
		[8000, 7000],
		[8100, 7100],
		[8200, 7200]
	]);
	test.each<[string, Match, string]>([
		['no judges', { ...sound, judges: [], sheets: [] }, 'no-judges'],
		['one missing', { ...sound, sheets: sound.sheets.slice(1) }, 'sheet-missing'],
		['one twice', { ...sound, sheets: [...sound.sheets, sound.sheets[0]!] }, 'sheet-doubled'],
		['a shadow judge', { ...sound, sheets: [...sound.sheets, sheet('shadow', 'plaintiff', 9000)] }, 'sheet-foreign']
	])('%s', (_, match, code) => {
		expect(refusal(match)).toBe(code);
	});

	test('a sheet more than 15 points from the median asks for a reason, one at 15 does not', () => {
		const far = matchOf('mean', [
			[8000, 7000],
			[8000, 7000],
			[9550, 7000]
		]);
		expect(refusal(far)).toBe('outlier');
		expect(unexplained(far.sheets).map(({ judge, side }) => `${judge} ${side}`)).toEqual(['judge-2 plaintiff']);
		const said = far.sheets.map((one) => (one.judge === 'judge-2' ? { ...one, reason: '质证那一段独占先手' } : one));
		expect(refusal({ ...far, sheets: said })).toBeNull();
		expect(
			refusal(
				matchOf('mean', [
					[8000, 7000],
					[8000, 7000],
					[9500, 7000]
				])
			)
		).toBeNull();
	});

	test('the median of an even panel lies between two, without rounding', () => {
		expect(doubledMedian([1, 2])).toBe(3);
		expect(doubledMedian([5, 1, 3])).toBe(6);
		const edge = matchOf('mean', [
			[8000, 7000],
			[8050, 7000],
			[8000, 7000],
			[9525, 7000]
		]);
		expect(findOutliers(edge.sheets)).toEqual([]);
		expect(findOutliers(matchOf('mean', [[9900, 100]]).sheets)).toEqual([]);
	});
});

describe('properties', () => {
	const half = (most: number) => fc.integer({ min: 0, max: most }).map((halves) => halves * 50);
	// Close together, so that nothing has to be explained.
	const total = fc.integer({ min: 140, max: 168 }).map((halves) => halves * 50);
	const match = fc
		.record({
			rule: fc.constantFrom(...(Object.keys(RESULT_RULES) as ResultRule[])),
			totals: fc.array(fc.tuple(total, total), { minLength: 1, maxLength: 7 }),
			penalties: fc.record({ plaintiff: half(20), defendant: half(20) })
		})
		.map(({ rule, totals, penalties }) => matchOf(rule, totals, penalties));
	const other = { plaintiff: 'defendant', defendant: 'plaintiff' } as const;

	test('the order in which sheets come in decides nothing', () => {
		fc.assert(
			fc.property(
				match.chain((one) =>
					fc.tuple(
						fc.constant(one),
						fc.shuffledSubarray([...one.sheets], { minLength: one.sheets.length }),
						fc.shuffledSubarray([...one.judges], { minLength: one.judges.length })
					)
				),
				([one, sheets, judges]) => {
					expect(decideMatch({ ...one, sheets, judges })).toEqual(decideMatch(one));
				}
			)
		);
	});

	test('swapping the sides swaps the result', () => {
		fc.assert(
			fc.property(match, (one) => {
				const swapped: Match = {
					...one,
					sheets: one.sheets.map((sheet) => ({ ...sheet, side: other[sheet.side] })),
					penalties: { plaintiff: one.penalties.defendant, defendant: one.penalties.plaintiff }
				};
				const [before, after] = [decided(one), decided(swapped)];
				expect(after.winner).toBe(before.winner && other[before.winner]);
				expect(after.sides.plaintiff).toEqual(before.sides.defendant);
			})
		);
	});

	test('a penalty never helps the side that has it', () => {
		fc.assert(
			fc.property(match, half(20), (one, more) => {
				const worse = { ...one, penalties: { ...one.penalties, plaintiff: one.penalties.plaintiff + more } };
				const rank = { defendant: 0, none: 1, plaintiff: 2 };
				expect(rank[decided(worse).winner ?? 'none']).toBeLessThanOrEqual(rank[decided(one).winner ?? 'none']);
			})
		);
	});

	test('by mean, the winner is who is half a point ahead in exact fractions', () => {
		fc.assert(
			fc.property(match, (one) => {
				const { winner } = decided({ ...one, rule: 'mean' });
				const sum = (side: Side) =>
					one.sheets
						.filter((sheet) => sheet.side === side)
						.reduce((all, { points }) => all + KEYS.reduce((own, key) => own + BigInt(points[key]), 0n), 0n);
				const count = BigInt(one.judges.length);
				const ahead =
					sum('plaintiff') - sum('defendant') - count * BigInt(one.penalties.plaintiff - one.penalties.defendant);
				const expected = ahead >= 50n * count ? 'plaintiff' : ahead <= -50n * count ? 'defendant' : null;
				expect(winner).toBe(expected);
			})
		);
	});
});

describe('a side that is not there', () => {
	const totals: Totals = [
		[8000, 7000],
		[8200, 7200]
	];
	const onlyOf = (side: Side) => {
		const match = matchOf('mean', totals, { plaintiff: 500, defendant: 100 });
		return { ...match, sheets: match.sheets.filter((one) => one.side === side) };
	};

	test.each(['mean', 'trimmed', 'majority'] as const)('has 0 points and has lost, by %s', (rule) => {
		const result = decided({ ...onlyOf('defendant'), rule, away: ['plaintiff'] });
		expect(result).toMatchObject({ winner: 'defendant', reason: '原告方缺席，计 0 分；被告方胜。' });
		expect(result.sides.plaintiff).toMatchObject({ score: 0, penalties: 0, isAway: true });
		expect(result.sides.defendant).toMatchObject({ score: 7000, isAway: false });
	});

	test('sheets that were begun for it count nothing, those of the other side are all asked for', () => {
		const whole = matchOf('mean', totals);
		const without = decided({ ...onlyOf('plaintiff'), away: ['defendant'] });
		expect(decided({ ...whole, penalties: { plaintiff: 500, defendant: 100 }, away: ['defendant'] })).toEqual(without);
		const sheets = whole.sheets.filter(({ judge, side }) => !(judge === 'judge-1' && side === 'plaintiff'));
		expect(refusal({ ...whole, sheets, away: ['defendant'] })).toBe('sheet-missing');
	});

	test('nobody has won when nobody came, and nobody wins where the procedure has one side', () => {
		const nobody = decided({ ...matchOf('mean', totals), sheets: [], away: ['plaintiff', 'defendant'] });
		expect(nobody).toMatchObject({ winner: null, reason: '原告方、被告方缺席，计 0 分；没有胜方。' });
		const names = { plaintiff: '', defendant: '承办人' };
		const alone = decided({ ...onlyOf('defendant'), contested: ['defendant'], names });
		expect(alone).toMatchObject({ winner: null, reason: '只有承办人一方，不分胜负。' });
		expect(alone.sides.defendant.score).toBe(7000);
	});
});
