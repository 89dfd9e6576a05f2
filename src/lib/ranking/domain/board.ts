import type { Rule } from './rule.ts';
import { type Score, type Tally, scoreOf, standingKey } from './tally.ts';

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
 * The board of a cycle: total, then retained mastery, then first-try accuracy decide; what is still equal shares the rank.
 * Officers below the minimum participation stand unranked at the end. Order inside a shared rank is by id, so the bytes repeat.
 */
export function makeBoard(cycle: string, contenders: readonly Contender[], rule: Rule): Board {
	const scored = contenders.map((one) => ({ ...one, score: scoreOf(one.tally, rule) }));
	const isRanked = ({ score }: { score: Score }) => score.missing.length === 0;
	const ranked = scored.filter(isRanked).sort(compare);
	const waiting = scored
		.filter((one) => !isRanked(one))
		.sort((left, right) => (left.officerId < right.officerId ? -1 : 1));
	const standings: Standing[] = [];
	ranked.forEach((one, index) => {
		const above = ranked[index - 1];
		const shares = above !== undefined && compareScores(above.score, one.score) === 0;
		standings.push({ ...one, rank: shares ? standings[index - 1]!.rank : index + 1 });
	});
	standings.push(...waiting.map((one) => ({ ...one, rank: null })));
	return { cycle, ruleVersion: rule.version, standings, units: rankUnits(standings) };
}

function compareScores(left: Score, right: Score): number {
	return standingKey(right) - standingKey(left);
}

function compare(left: Contender & { score: Score }, right: Contender & { score: Score }): number {
	return compareScores(left.score, right.score) || (left.officerId < right.officerId ? -1 : 1);
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
