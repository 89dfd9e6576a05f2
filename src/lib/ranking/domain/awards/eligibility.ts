import { type Day, formatDay } from '#lib/shared/time.ts';
import { type AwardCycle, titleOfCycle } from './award-cycle.ts';
import type { Honour } from './honour.ts';

export const CHECKS = {
	active: '在岗',
	certificate: '执法证有效',
	'in-a-row': '没有连续获得',
	veto: '没有否决情形'
} as const;
export type CheckId = keyof typeof CHECKS;

export interface Check {
	readonly id: CheckId;
	readonly passed: boolean;
	readonly reason: string;
	/** Where the fact comes from. */
	readonly source: string;
}

/** What is known of an officer on the day of the check. */
export interface Candidate {
	readonly isActive: boolean;
	readonly certificateExpiresOn: Day | null;
	/** Has the honour of the cycle before, and it was not revoked. */
	readonly hadLast: boolean;
	/** What the supervisor states against the officer; null = nothing. */
	readonly veto: string | null;
}

export interface CheckedFor {
	readonly honour: Pick<Honour, 'inARow' | 'name'>;
	readonly today: Day;
	/** The cycle before the one that is decided. */
	readonly before: AwardCycle;
}

/** Everything a nominee must satisfy on a day, each with its reason and source. */
export function checkEligibility(candidate: Candidate, { honour, today, before }: CheckedFor): Check[] {
	const { isActive, certificateExpiresOn: until, hadLast, veto } = candidate;
	const isValid = until !== null && until >= today;
	const validity = until === null ? '没有登记执法证' : `有效期至${formatDay(until)}`;
	const last = `${titleOfCycle(before)}${honour.name}`;
	return [
		{
			...{ id: 'active', passed: isActive, source: '人员名册' },
			reason: isActive ? '在岗的执法人员' : '已经离岗，或者不再是执法人员'
		},
		{
			...{ id: 'certificate', passed: isValid, source: '人员名册登记的执法证' },
			reason: isValid ? validity : `${validity}，${formatDay(today)}没有有效的执法证`
		},
		{
			...{ id: 'in-a-row', passed: honour.inARow || !hadLast, source: '评优档案' },
			reason: !hadLast ? `没有获得${last}` : `获得过${last}${honour.inARow ? '，规定允许连续' : '，不连续两期'}`
		},
		{
			...{ id: 'veto', passed: veto === null, source: veto === null ? '督导未提出' : '督导说明' },
			reason: veto ?? '没有提出否决情形'
		}
	];
}

export const isEligible = (checks: readonly Check[]) => checks.every(({ passed }) => passed);
export const failuresOf = (checks: readonly Check[]) => checks.filter(({ passed }) => !passed);
