import type { Side } from '../bundle/side.ts';
import type { Hundredths } from './criteria.ts';
import { type AdvocateSheet, type TeamSheet, totalOf } from './sheet.ts';

/** Whoever spoke in fewer stages is not judged as an advocate. */
export const LEAST_STAGES = 2;

export interface Advocate {
	readonly id: string;
	readonly side: Side;
	/** In how many stages he or she spoke. */
	readonly stages: number;
}

export interface RankedAdvocate {
	readonly id: string;
	/** Mean of the judges, rounded half up. */
	readonly score: Hundredths;
	/** What placed this one: the mark alone, or what a tie was broken by. */
	readonly by: 'mark' | 'team-proof' | 'shared';
}

interface Standing {
	readonly id: string;
	readonly sum: number;
	readonly count: number;
	readonly proof: { readonly sum: number; readonly count: number };
}

/**
 * The best advocates: the highest mean of the judges' sheets; a tie by T3 of the team; whoever is equal in both shares the title.
 * The audience has an award of its own and decides nothing here. Nobody with fewer than two stages, and nobody without a sheet.
 */
export function bestAdvocates(
	advocates: readonly Advocate[],
	{ sheets, teams }: { readonly sheets: readonly AdvocateSheet[]; readonly teams: readonly TeamSheet[] }
): RankedAdvocate[] {
	const standings = advocates
		.filter(({ stages, id }) => stages >= LEAST_STAGES && sheets.some(({ advocate }) => advocate === id))
		.map((one) => standingOf(one, sheets, teams));
	const byMark = tops(standings, (one) => one);
	const byProof = tops(byMark, ({ proof }) => proof);
	const by = byMark.length === 1 ? 'mark' : byProof.length === 1 ? 'team-proof' : 'shared';
	return byProof
		.map(({ id, sum, count }) => ({ id, by, score: Math.floor((2 * sum + count) / (2 * count)) }) as const)
		.sort((left, right) => (left.id < right.id ? -1 : 1));
}

function standingOf(one: Advocate, sheets: readonly AdvocateSheet[], teams: readonly TeamSheet[]): Standing {
	const own = sheets.filter(({ advocate }) => advocate === one.id);
	const team = teams.filter(({ side }) => side === one.side);
	const proof = { sum: team.reduce((sum, { points }) => sum + points.T3, 0), count: Math.max(team.length, 1) };
	const sum = own.reduce((total, sheet) => total + totalOf(sheet), 0);
	return { id: one.id, sum, count: own.length, proof };
}

/** Those whose mean is highest; means are compared crosswise, without a division. */
function tops(list: readonly Standing[], of: (one: Standing) => { sum: number; count: number }): Standing[] {
	const isBelow = (left: Standing, right: Standing) => of(left).sum * of(right).count < of(right).sum * of(left).count;
	return list.filter((one) => !list.some((other) => isBelow(one, other)));
}
