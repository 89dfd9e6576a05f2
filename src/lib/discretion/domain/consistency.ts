import { parseMoney } from '#lib/shared/money.ts';
import { seedOf, seeded } from '#lib/shared/random.ts';
import { type Agreement, type Interval, type Unit, alphaInterval, krippendorffAlpha } from './consistency-agreement.ts';
import { FEWEST, type Spread, spreadOf } from './consistency-spread.ts';
import { isInside } from './marking-amounts.ts';
import { type CaseKey, type KeyDecision, isCounted } from './marking-key.ts';
import type { Answers } from './practice-answer.ts';
import type { PracticeCase } from './practice-case.ts';

/** One officer's way through a reference case. */
export interface Way {
	/** Never leaves the server where names may not be seen. */
	readonly officerId: string;
	readonly answers: Answers;
	readonly mark: number;
}

/** One fine as everybody set it. */
export interface FineSpread {
	readonly decision: KeyDecision;
	readonly spread: Spread | null;
	/** By officer; null = set no fine here. */
	readonly amounts: readonly { officerId: string; amount: number; isInside: boolean }[];
	/** How many stopped at a gate instead. */
	readonly stopped: number;
}

export interface ClaimSpread {
	readonly text: string;
	readonly party: string;
	readonly factor: string | null;
	/** How many said that it counts, of how many who came to it. */
	readonly counted: number;
	readonly asked: number;
	/** Whether the engine counts it. */
	readonly isCounted: boolean;
}

/** Agreement on the claims of one factor, or on all of them. */
export interface FactorAgreement extends Agreement {
	readonly label: string;
	readonly interval: Interval | null;
	/** How many officers. */
	readonly count: number;
}

export interface Consistency {
	readonly count: number;
	/** Too few to conclude anything. */
	readonly isTooFew: boolean;
	readonly fines: readonly FineSpread[];
	readonly claims: readonly ClaimSpread[];
	readonly overall: FactorAgreement;
	readonly factors: readonly FactorAgreement[];
	readonly meanMark: number | null;
}

interface Compared {
	readonly one: PracticeCase;
	readonly key: CaseKey;
	/** Names of factors by id. */
	readonly factorNames: ReadonlyMap<string, string>;
	/** Seeds the bootstrap; the same quarter always shows the same interval. */
	readonly seed: string;
}

/** How far apart officers are on one reference case: fines on their brackets, claims one by one, agreement by factor. */
export function compareWays(ways: readonly Way[], compared: Compared): Consistency {
	const { one, key } = compared;
	const all = one.claims.map((_, index) => index);
	const marks = ways.map(({ mark }) => mark);
	return {
		...{ count: ways.length, isTooFew: ways.length < FEWEST },
		fines: key.decisions.filter(({ stop, decision }) => !stop && decision?.bracket).map((at) => fineSpread(at, ways)),
		claims: all.map((index) => claimSpread(index, ways, compared)),
		overall: agreementOn({ label: '全部主张', claims: all }, ways, compared),
		factors: factorsOf(compared).map((factor) => agreementOn(factor, ways, compared)),
		meanMark: marks.length > 0 ? Math.round(marks.reduce((sum, mark) => sum + mark, 0) / marks.length) : null
	};
}

function fineSpread(decision: KeyDecision, ways: readonly Way[]): FineSpread {
	const { bracket, tier } = decision.decision!;
	const amounts = ways.flatMap(({ officerId, answers }) => {
		const amount = parseMoney(answers.amount?.[`fine.${decision.at}`] ?? '');
		return amount === null ? [] : [{ officerId, amount, isInside: isInside(amount, bracket!, tier) }];
	});
	return { decision, amounts, spread: spreadOf(amounts), stopped: ways.length - amounts.length };
}

const choiceOf = ({ answers }: Way, claim: number): string | null => answers.factors?.[`claim.${claim}`] ?? null;
/** Agreement is about whether a claim counts; on which ground it does not is another question. */
const countsIn = (way: Way, claim: number): string | null => {
	const choice = choiceOf(way, claim);
	return choice === null ? null : choice === 'counts' ? 'counts' : 'not';
};

function claimSpread(index: number, ways: readonly Way[], { one, key }: Compared): ClaimSpread {
	const { text, party, factor } = one.claims[index]!;
	const given = ways.flatMap((way) => countsIn(way, index) ?? []);
	const reasons = key.decisions.find(({ claims }) => claims.includes(index))?.reasons ?? [];
	return {
		...{ text, party, factor, asked: given.length, counted: given.filter((choice) => choice === 'counts').length },
		isCounted: factor !== null && isCounted(reasons, factor)
	};
}

/** Claims under one name. */
interface Claimed {
	readonly label: string;
	readonly claims: readonly number[];
}

/** The factors that are claimed, each with its claims; what is no factor stands together. */
function factorsOf({ one, factorNames }: Compared): Claimed[] {
	const groups = new Map<string, number[]>();
	one.claims.forEach(({ factor }, index) => {
		const label = factor === null ? '不是因子的主张' : `${factor} ${factorNames.get(factor) ?? ''}`;
		groups.set(label, [...(groups.get(label) ?? []), index]);
	});
	return [...groups].map(([label, claims]) => ({ label, claims }));
}

const LEAST_UNITS = 2;
const UNTOLD = { alpha: null, interval: null };

function agreementOn({ label, claims }: Claimed, ways: readonly Way[], { seed }: Compared): FactorAgreement {
	const units: Unit[] = claims.map((claim) => ways.map((way) => countsIn(way, claim)));
	const count = ways.filter((way) => claims.some((claim) => choiceOf(way, claim) !== null)).length;
	// Within a single unit what is observed is what is expected: alpha says nothing there.
	if (units.length < LEAST_UNITS) return { ...{ label, count, pairable: 0, units: units.length }, ...UNTOLD };
	const interval = count < FEWEST ? null : alphaInterval(units, seeded(seedOf(`${seed}/${label}`)));
	return { label, count, ...krippendorffAlpha(units), interval };
}

/** How an officer stands among the others, by amount: share of the others below, 0–1. */
export function placeAmong(own: number, others: readonly number[]): number | null {
	if (others.length === 0) return null;
	const below = others.filter((one) => one < own).length + others.filter((one) => one === own).length / 2;
	return below / others.length;
}
