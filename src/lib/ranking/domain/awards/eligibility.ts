import { type Day, formatDay } from '#lib/shared/time.ts';
import { type AwardCycle, titleOfCycle } from './award-cycle.ts';
import type { Honour } from './honour.ts';

export const CHECKS = {
	active: '在岗',
	certificate: '执法证有效',
	'in-a-row': '没有连续获得',
	veto: '没有否决情形',
	assessment: '六维考核',
	published: '案例在发布',
	recommended: '评分达到推荐线'
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
	return [
		{
			...{ id: 'active', passed: isActive, source: '人员名册' },
			reason: isActive ? '在岗的执法人员' : '已经离岗，或者不再是执法人员'
		},
		{
			...{ id: 'certificate', passed: isValid, source: '人员名册登记的执法证' },
			reason: isValid ? validity : `${validity}，${formatDay(today)}没有有效的执法证`
		},
		inARow({ honour, before }, hadLast),
		{
			...{ id: 'veto', passed: veto === null, source: veto === null ? '督导未提出' : '督导说明' },
			reason: veto ?? '没有提出否决情形'
		}
	];
}

/** The closed assessment of a unit's period; null = it is not closed. */
export interface AssessedUnit {
	readonly version: number;
	/** Hundredths of a point. */
	readonly total: number | null;
	readonly isFinal: boolean;
	readonly vetoes: readonly string[];
}

/** What a unit must satisfy; its figures are those that were closed, whatever is reported afterwards. */
export function checkUnit(
	unit: { readonly assessment: AssessedUnit | null; readonly hadLast: boolean; readonly veto: string | null },
	{ honour, before }: Pick<CheckedFor, 'honour' | 'before'>
): Check[] {
	const { assessment, hadLast, veto } = unit;
	const isSound = assessment !== null && assessment.isFinal && assessment.total !== null;
	const said =
		assessment &&
		`第 ${assessment.version} 版定稿，${assessment.total === null ? '没有总分' : `${assessment.total / 100} 分`}`;
	const vetoes = [...(assessment?.vetoes ?? []), ...(veto === null ? [] : [veto])];
	return [
		{
			...{ id: 'assessment', passed: isSound, source: '六维考核定稿' },
			reason: said === null ? '这一期的六维考核还没有定稿' : `${said}${isSound ? '' : '，数据不齐全'}`
		},
		inARow({ honour, before }, hadLast),
		{
			...{ id: 'veto', passed: vetoes.length === 0, source: veto === null ? '六维考核定稿' : '督导说明' },
			reason: vetoes.length === 0 ? '没有否决情形' : vetoes.join('；')
		}
	];
}

/** What a case must satisfy. */
export function checkCase(one: {
	readonly isPublished: boolean;
	/** Null = recommended; else why not. */
	readonly notRecommended: string | null;
	readonly veto: string | null;
}): Check[] {
	const { isPublished, notRecommended, veto } = one;
	return [
		{ id: 'published', passed: isPublished, source: '案例库', reason: isPublished ? '仍在发布' : '已经撤下' },
		{
			...{ id: 'recommended', passed: notRecommended === null, source: '案例评分表' },
			reason: notRecommended ?? '达到推荐线'
		},
		{
			...{ id: 'veto', passed: veto === null, source: veto === null ? '督导未提出' : '督导说明' },
			reason: veto ?? '没有提出否决情形'
		}
	];
}

function inARow({ honour, before }: Pick<CheckedFor, 'honour' | 'before'>, hadLast: boolean): Check {
	const last = `${titleOfCycle(before)}${honour.name}`;
	return {
		...{ id: 'in-a-row', passed: honour.inARow || !hadLast, source: '评优档案' },
		reason: !hadLast ? `没有获得${last}` : `获得过${last}${honour.inARow ? '，规定允许连续' : '，不连续两期'}`
	};
}

export const isEligible = (checks: readonly Check[]) => checks.every(({ passed }) => passed);
export const failuresOf = (checks: readonly Check[]) => checks.filter(({ passed }) => !passed);
