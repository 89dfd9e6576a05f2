import { seeded } from '#lib/shared/random.ts';
import { describe, expect, test, vi } from 'vitest';
import { type Ability, type Conduct, HONEST, SimulatedOfficer } from '../../../../tests/support/ranking-months.ts';
import { SECOND_RULE } from '../../../../tests/support/rules.ts';
import { makeBoard } from './board.ts';
import { type Score, scoreOf } from './score.ts';
import { EMPTY_TALLY, type Foldable, addEntry } from './tally.ts';

// What pays under the second rule, and what does not; the table stands in docs/ranking-simulations.md.

type Trick = Conduct | ((ability: Ability) => Conduct);

const MONTHS = 200;
const BEFORE = '2026-11-01';
const START = '2026-12-01';
const DAYS = 30;

const tallyOf = (entries: readonly Foldable[]) =>
	entries.reduce((tally, entry) => addEntry(tally, entry, SECOND_RULE), EMPTY_TALLY);

function abilityOf(seed: number, knows?: number): Ability {
	const random = seeded(seed);
	const about = (middle: number, width: number) => middle + (random() + random() - 1) * width;
	const level = knows ?? about(0.65, 0.2);
	const own = () => about(40 + 50 * level, 14);
	return { knows: level, drafting: own(), review: own(), discretion: own() };
}

/** A month after another one that was lived honestly, so that there is something to retain. */
function scoreFor(seed: number, conduct: Trick): Score {
	const ability = abilityOf(seed);
	const officer = new SimulatedOfficer(ability, seed);
	const chosen = typeof conduct === 'function' ? conduct(ability) : conduct;
	officer.live({ ...HONEST, told: chosen.told, clicks: chosen.clicks }, BEFORE, DAYS);
	return scoreOf(tallyOf(officer.live(chosen, START, DAYS)), SECOND_RULE);
}

const median = (values: readonly number[]) => [...values].sort((left, right) => left - right)[values.length >> 1]!;
const SEEDS = Array.from({ length: MONTHS }, (_, index) => 1000 + index * 17);
const honest = new Map(SEEDS.map((seed) => [seed, scoreFor(seed, HONEST)]));

/** Median gain over honest play of the same ability and luck, in percent; whoever is not ranked has gained nothing at all. */
function gainOf(trick: Trick): number {
	const gains = SEEDS.map((seed) => {
		const { total } = honest.get(seed)!;
		const tried = scoreFor(seed, trick);
		return tried.missing.length > 0 ? -100 : ((tried.total - total) * 100) / total;
	});
	return Math.round(median(gains) * 10) / 10;
}

/** Leaves out what it is worst at. */
function dodge({ drafting, review, discretion }: Ability): Conduct {
	const worst = Math.min(drafting, review, discretion);
	if (worst === drafting) return { ...HONEST, drafts: 0 };
	return worst === review ? { ...HONEST, reviews: 0 } : { ...HONEST, cases: 0 };
}

const NOTHING = { drafts: 0, reviews: 0, cases: 0, comments: 0 };
const PLENTY = { drafts: 9, reviews: 5, cases: 10 };

// The last column is what was measured: whoever changes the rule or the simulator sees which trick pays more now.
const TRICKS: [string, Trick, number][] = [
	['clicks through everything without reading', { ...HONEST, ...PLENTY, clicks: true, diligence: 1 }, -46.5],
	['does everything there is', { ...HONEST, ...PLENTY, diligence: 1 }, 3.2],
	['is told half of the answers by friends', { ...HONEST, told: 0.5 }, 2.9],
	['takes the easiest only', { ...HONEST, levels: [1] }, 1.3],
	['takes easy ones only', { ...HONEST, levels: [2] }, 2.7],
	['takes easy ones, and many of them', { ...HONEST, ...PLENTY, levels: [1, 2] }, 3.8],
	['has two friends among eight markers', { ...HONEST, friends: 2 }, 0.8],
	['has a comment accepted by a friend every month', { ...HONEST, comments: 1 }, 1.2],
	['does nothing but questions', { ...HONEST, ...NOTHING }, -100],
	['writes documents, beside the least of questions', { ...HONEST, ...NOTHING, drafts: 6, diligence: 0.35 }, 1.4],
	['leaves out what it is worst at', dodge, 2.2],
	['stops at the least of everything', { ...HONEST, diligence: 0.35, drafts: 1, reviews: 1, cases: 2 }, -1.1]
];

// Seconds of pure reckoning; on a machine that does much else besides it takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('the median gain of a trick over 200 months is at most 5 %', () => {
	test.each(TRICKS)('who %s', (_, trick, measured) => {
		const gain = gainOf(trick);
		expect(gain).toBeLessThanOrEqual(5);
		expect(gain).toBe(measured);
	});
});

test('whoever does all of it at once gains more than that, and still less than one piece of luck', () => {
	const all: Conduct = { ...HONEST, ...PLENTY, diligence: 1, told: 0.5, levels: [2], friends: 2, comments: 1 };
	expect(gainOf(all)).toBe(8.6);
});

describe('a newcomer', () => {
	const COLLEAGUES = 11;
	const QUARTERS = 40;
	const CYCLES = ['2026-12', '2027-01', '2027-02'];

	/** Whether the best colleague, and a newcomer who is as good, win each of the newcomer's first three months. */
	function winners(seed: number): { colleague: boolean; newcomer: boolean }[] {
		const abilities = Array.from({ length: COLLEAGUES }, (_, index) => abilityOf(seed + index));
		const best = abilities.reduce((one, other) => (other.knows > one.knows ? other : one));
		const team = abilities.map((ability, index) => new SimulatedOfficer(ability, seed + index));
		for (const officer of team) officer.live(HONEST, BEFORE, DAYS);
		team.push(new SimulatedOfficer(best, seed + COLLEAGUES));
		const [colleague, newcomer] = [abilities.indexOf(best), COLLEAGUES].map(String);
		return CYCLES.map((cycle) => {
			const contenders = team.map((officer, index) => ({
				...{ officerId: String(index), unitId: 'unit' },
				tally: tallyOf(officer.live(HONEST, `${cycle}-01`, DAYS))
			}));
			const { standings } = makeBoard(cycle, contenders, SECOND_RULE);
			const wins = (id: string | undefined) => standings.some(({ officerId, rank }) => officerId === id && rank === 1);
			return { colleague: wins(colleague), newcomer: wins(newcomer) };
		});
	}

	test('as good as the best of eleven colleagues can win in the first quarter, and in the first month already', () => {
		const quarters = Array.from({ length: QUARTERS }, (_, index) => winners(50_000 + index * 101));
		const count = (is: (months: ReturnType<typeof winners>) => boolean) => quarters.filter(is).length;
		const first = count(([month]) => month!.newcomer);
		const newcomer = count((months) => months.some((one) => one.newcomer));
		const colleague = count((months) => months.some((one) => one.colleague));
		// By chance alone one of twelve would win in 9 of 40 quarters.
		expect(newcomer).toBeGreaterThan(9);
		expect({ first, newcomer, colleague }).toEqual({ first: 7, newcomer: 17, colleague: 26 });
	});
});
