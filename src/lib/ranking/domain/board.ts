import type { Rule } from './rule.ts';
import { NOT_RANKED, type Score, scoreOf, standingKey } from './score.ts';
import type { Tally } from './tally.ts';

export interface Standing {
	readonly officerId: string;
	readonly unitId: string;
	readonly tally: Tally;
	readonly score: Score;
	/** Null below the minimum participation. */
	readonly rank: number | null;
}

export interface UnitStanding {
	readonly unitId: string;
	/** Ranked officers of the unit. */
	readonly ranked: number;
	readonly officers: number;
	/** Mean of the ranked officers' totals in basis points; null when nobody is ranked. */
	readonly mean: number | null;
	readonly rank: number | null;
}

export interface Board {
	readonly cycle: string;
	readonly ruleVersion: number;
	readonly standings: readonly Standing[];
	readonly units: readonly UnitStanding[];
}

export interface Contender {
	readonly officerId: string;
	readonly unitId: string;
	readonly tally: Tally;
}

/**
 * The board of a cycle: total, then the tie-breaks of the rule decide; what is still equal shares the rank.
 * Officers below the minimum participation stand unranked at the end. Order inside a shared rank is by id, so the bytes repeat.
 */
export function makeBoard(cycle: string, contenders: readonly Contender[], rule: Rule): Board {
	const scored = contenders.map((one) => {
		const score = scoreOf(one.tally, rule);
		return { row: { ...one, score }, key: standingKey(score, rule) };
	});
	scored.sort((left, right) => right.key - left.key || (left.row.officerId < right.row.officerId ? -1 : 1));
	const standings: Standing[] = [];
	scored.forEach(({ row, key }, index) => {
		const shares = scored[index - 1]?.key === key;
		const rank = shares ? standings[index - 1]!.rank : index + 1;
		standings.push({ ...row, rank: key === NOT_RANKED ? null : rank });
	});
	return { cycle, ruleVersion: rule.version, standings, units: rankUnits(sumsOf(standings)) };
}

/** What the ranked officers of a unit have together, in basis points. */
export interface UnitSum extends Pick<UnitStanding, 'unitId' | 'ranked' | 'officers'> {
	readonly sum: number;
}

function sumsOf(standings: readonly Standing[]): UnitSum[] {
	const sums = new Map<string, UnitSum>();
	for (const { unitId, rank, score } of standings) {
		const { officers, ranked, sum } = sums.get(unitId) ?? { officers: 0, ranked: 0, sum: 0 };
		const [one, total] = rank === null ? [0, 0] : [1, score.total];
		sums.set(unitId, { unitId, officers: officers + 1, ranked: ranked + one, sum: sum + total });
	}
	return [...sums.values()];
}

/** Units by the mean of their ranked officers; equal ones share the rank, without a ranked officer there is none. */
export function rankUnits(sums: readonly UnitSum[]): UnitStanding[] {
	const units = sums.map(({ unitId, officers, ranked, sum }) => {
		return { unitId, officers, ranked, mean: ranked === 0 ? null : Math.round(sum / ranked) };
	});
	units.sort((left, right) => (right.mean ?? -1) - (left.mean ?? -1) || (left.unitId < right.unitId ? -1 : 1));
	let rank = 0;
	return units.map((one, at) => {
		if (one.mean !== units[at - 1]?.mean) rank = at + 1;
		return { ...one, rank: one.mean === null ? null : rank };
	});
}

interface Placed {
	/** `standingKey` of the score. */
	readonly standing: number;
}

/**
 * Ranks of some rows that follow one another on a board.
 * @param before rows that stand before the first of them, and how many of those stand higher than it
 */
export function ranksFrom(
	rows: readonly Placed[],
	before: { readonly rows: number; readonly higher: number }
): (number | null)[] {
	let rank = before.higher + 1;
	return rows.map(({ standing }, at) => {
		if (at > 0 && standing !== rows[at - 1]!.standing) rank = before.rows + at + 1;
		return standing === NOT_RANKED ? null : rank;
	});
}
