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
	return { cycle, ruleVersion: rule.version, standings, units: rankUnits(standings) };
}

function rankUnits(standings: readonly Standing[]): UnitStanding[] {
	const ids = [...new Set(standings.map(({ unitId }) => unitId))];
	const units = ids.map((unitId) => {
		const members = standings.filter((one) => one.unitId === unitId);
		const ranked = members.filter(({ rank }) => rank !== null);
		const sum = ranked.reduce((total, { score }) => total + score.total, 0);
		const mean = ranked.length === 0 ? null : Math.round(sum / ranked.length);
		return { unitId, officers: members.length, ranked: ranked.length, mean };
	});
	units.sort((left, right) => (right.mean ?? -1) - (left.mean ?? -1) || (left.unitId < right.unitId ? -1 : 1));
	return units.map((one) => ({
		...one,
		rank: one.mean === null ? null : 1 + units.filter(({ mean }) => (mean ?? -1) > one.mean!).length
	}));
}
