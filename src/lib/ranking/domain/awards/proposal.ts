import { titleOfCycle } from './award-cycle.ts';
import { type Check, isEligible } from './eligibility.ts';
import type { Figure, SubjectFigure } from './figures.ts';

export interface Proposed {
	/** The officer – or the unit or case: logs have called it so since only officers could stand. */
	readonly officerId: string;
	readonly unitId: string;
	/** Null = not on the boards of the cycle; nominated by a unit. */
	readonly figure: Figure | SubjectFigure | null;
	readonly checks: readonly Check[];
}

export interface Proposal {
	readonly nominees: readonly Proposed[];
	/** Whoever stood high enough and was passed over, with the checks that failed. */
	readonly passedOver: readonly Proposed[];
}

/**
 * Who is proposed: from the first rank down, leaving out whoever fails a check, until there are enough; whoever shares the
 * last rank is proposed too.
 * @param figures in the order of `figuresOf` · @param checksOf everybody's checks · @param count people wanted
 */
export function propose(
	figures: readonly (Figure | SubjectFigure)[],
	checksOf: (officerId: string) => readonly Check[],
	count: number
): Proposal {
	const nominees: Proposed[] = [];
	const passedOver: Proposed[] = [];
	for (const figure of figures) {
		const last = nominees.at(-1)?.figure?.rank;
		if (nominees.length >= count && figure.rank !== last) break;
		const { officerId, unitId } = figure;
		const one = { officerId, unitId, figure, checks: checksOf(officerId) };
		(isEligible(one.checks) ? nominees : passedOver).push(one);
	}
	return { nominees, passedOver };
}

const points = (basisPoints: number) => (basisPoints / 100).toFixed(2);

/** Why somebody is proposed, in three lines; also the deeds of a nominee for whom the unit has written none. */
export function reasonsFor(figure: Figure | SubjectFigure, cycle: string): readonly string[] {
	if ('said' in figure) return figure.said;
	const { rank, total, fresh, retained, ranked, months } = figure;
	return [
		`${titleOfCycle(cycle)}榜单第 ${rank} 名，总分 ${points(total)}${months > 1 ? `（${months} 个月中 ${ranked} 个月上榜的平均）` : ''}。`,
		`首答正确率 ${points(fresh)}${retained === null ? '，本期尚无可计保持率的题' : `，到期复习保持率 ${points(retained)}`}。`,
		'名次由已封账的榜单算出，可以在榜单上逐条核对；办案数量和罚款数额不计入。'
	];
}
