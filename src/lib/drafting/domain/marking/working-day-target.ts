import { isWorkday } from '#lib/shared/calendar.ts';
import { lastDayOf } from '#lib/shared/deadline.ts';
import { type Day, addDays } from '#lib/shared/time.ts';

export interface Target {
	/** The last day on which it is in time. */
	readonly due: Day;
	readonly isOverdue: boolean;
	/** Working days from today (not counted) to the last one; negative = so many too late. */
	readonly left: number;
}

/** When something that came on `start` should be done, in working days after it. */
export function targetOf(start: Day, workdays: number, today: Day): Target {
	const due = lastDayOf({ start, length: workdays, unit: 'workday', rolls: false }).lastDay;
	const left = today <= due ? workdaysAfter(today, due) : -workdaysAfter(due, today);
	return { due, isOverdue: today > due, left };
}

function workdaysAfter(from: Day, to: Day): number {
	let count = 0;
	for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count++;
	return count;
}

/** `今天到期`, `还有 2 个工作日`, `逾期 1 个工作日` */
export function describeTarget({ isOverdue, left }: Target): string {
	if (isOverdue) return left === 0 ? '已逾期' : `逾期 ${-left} 个工作日`;
	return left === 0 ? '今天到期' : `还有 ${left} 个工作日`;
}
