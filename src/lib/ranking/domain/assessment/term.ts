import { lastDayOf } from '#lib/shared/deadline.ts';
import { type Day, addDays, formatDay } from '#lib/shared/time.ts';
import { dayAfter } from '../awards/award-cycle.ts';
import type { Period, Scheme } from './scheme.ts';

export interface AssessmentTerms {
	readonly isOver: boolean;
	readonly reportBy: Day;
	readonly confirmBy: Day;
	readonly isReportLate: boolean;
	readonly isConfirmLate: boolean;
	readonly explanation: string;
}

/** By when a unit reports a period and the office has gone through it; the lengths are the scheme's. */
export function assessmentTerms({ workdays }: Pick<Scheme, 'workdays'>, period: Period, today: Day): AssessmentTerms {
	const last = addDays(dayAfter(period), -1);
	const count = (start: Day, length: number) => lastDayOf({ start, length, unit: 'workday', rolls: false });
	const { lastDay: reportBy, ...reporting } = count(last, workdays.report);
	const { lastDay: confirmBy, ...confirming } = count(reportBy, workdays.confirm);
	const unlisted = [...new Set([...reporting.unlistedYears, ...confirming.unlistedYears])];
	const caveat = unlisted.length > 0 ? `；${unlisted.join('、')}年的放假安排还没有载入，只除去了周末` : '';
	const explanation = `本期到${formatDay(last)}止，其后 ${workdays.report} 个工作日内填报，再 ${workdays.confirm} 个工作日内核对${caveat}`;
	const late = { isReportLate: today > reportBy, isConfirmLate: today > confirmBy };
	return { isOver: today > last, reportBy, confirmBy, ...late, explanation };
}
