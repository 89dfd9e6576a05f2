import { type Refusal } from '#lib/shared/result.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';

/** When a role is held: days are included, null is open. */
export interface GrantPeriod {
	readonly fromOn: Day | null;
	readonly untilOn: Day | null;
	readonly endedAt: Date | null;
}

export const GRANT_STATES = { 'in-force': '有效', coming: '未到起始日', ended: '已结束' } as const;
export type GrantState = keyof typeof GRANT_STATES;

/** Where a grant stands on a day. */
export function grantStateOn({ fromOn, untilOn, endedAt }: GrantPeriod, today: Day): GrantState {
	if (endedAt !== null || (untilOn !== null && untilOn < today)) return 'ended';
	return fromOn !== null && fromOn > today ? 'coming' : 'in-force';
}

const MOST_YEARS = 10;

/** Why a role cannot be given for this time; null when it can. A grant never begins in the past: nobody was allowed afterwards. */
export function findPeriodFault(fromOn: Day, untilOn: Day | null, today: Day): Refusal | null {
	if (fromOn < today) return { code: 'past', message: '起始日不能早于今天。', field: 'fromOn' };
	if (untilOn === null) return null;
	if (untilOn < fromOn) return { code: 'period', message: '截止日不能早于起始日。', field: 'untilOn' };
	const last = `${Number(fromOn.slice(0, 4)) + MOST_YEARS}${fromOn.slice(4)}`;
	return untilOn > last ? { code: 'period', message: `一次至多授予 ${MOST_YEARS} 年。`, field: 'untilOn' } : null;
}

/** The last day of a grant that is to end: today at once, or a day before its present end. */
export function findEndFault(grant: GrantPeriod, lastDay: Day | null, today: Day): Refusal | null {
	if (grantStateOn(grant, today) === 'ended') return { code: 'ended', message: '这项角色已经结束。' };
	if (lastDay === null) return null;
	if (lastDay < today) return { code: 'past', message: '截止日不能早于今天。', field: 'untilOn' };
	if (grant.fromOn !== null && lastDay < grant.fromOn)
		return { code: 'period', message: '截止日不能早于起始日；要取消还没有开始的角色，截止日留空。', field: 'untilOn' };
	if (grant.untilOn !== null && lastDay > grant.untilOn)
		return { code: 'longer', message: '只能提前结束；要延长请另行授予。', field: 'untilOn' };
	return null;
}

/** `2026-01-01 起`, `2026-01-01 至 2026-12-31` */
export function describePeriod(grant: GrantPeriod & { readonly grantedAt: Date }): string {
	const from = grant.fromOn ?? dayOf(grant.grantedAt);
	const ended = grant.endedAt === null ? null : dayOf(grant.endedAt);
	const until = ended !== null && (grant.untilOn === null || ended < grant.untilOn) ? ended : grant.untilOn;
	return until === null ? `${from} 起` : `${from} 至 ${until}`;
}
