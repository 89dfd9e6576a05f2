import { isWorkday, isYearKnown, whyNotWorkday } from './calendar.ts';
import { type Day, type Moment, addDays, addHours, addMonths } from './time.ts';

/** What a period is counted in once the law has been asked: see `counting-rules.ts`. */
export const UNITS = { workday: '工作日', naturalday: '自然日', month: '月', hour: '小时' } as const;
export type Unit = keyof typeof UNITS;

/** `5个工作日`, `24小时` */
export const formatLength = (length: number, unit: Unit) => `${length}${unit === 'hour' ? '' : '个'}${UNITS[unit]}`;

export interface Period {
	/** The day on which the period starts, or for hours the minute. Neither is counted. */
	readonly start: Moment;
	readonly length: number;
	readonly unit: Unit;
	/** Whether a last day that is no working day moves to the next one; only for natural days and months. */
	readonly rolls: boolean;
}

export interface SkippedDay {
	readonly date: Day;
	readonly why: string;
}

export interface Deadline {
	readonly lastDay: Day;
	/** The minute at which a period of hours ends. */
	readonly end?: Moment;
	/** Days that were passed over, oldest first: not counted, or not taken as the last one. */
	readonly skipped: readonly SkippedDay[];
	/** Years whose holiday list decided something and is not loaded: only their weekends are known. */
	readonly unlistedYears: readonly string[];
}

/**
 * The last day of a period: the start is not counted, working days follow the State Council's list, a month ends on the
 * same date or the last of a shorter month.
 */
export function lastDayOf({ start, length, unit, rolls }: Period): Deadline {
	const day = start.slice(0, 10);
	if (unit === 'hour') {
		const end = addHours(start, length);
		return { lastDay: end.slice(0, 10), end, skipped: [], unlistedYears: [] };
	}
	if (unit === 'workday') return describeDays(countWorkdays(day, length), day);
	const last = unit === 'month' ? addMonths(day, length) : addDays(day, length);
	return rolls ? describeDays(rollForward(last), addDays(last, -1)) : { lastDay: last, skipped: [], unlistedYears: [] };
}

function countWorkdays(start: Day, length: number): Day {
	let day = start;
	for (let counted = 0; counted < length;) {
		day = addDays(day, 1);
		if (isWorkday(day)) counted++;
	}
	return day;
}

function rollForward(last: Day): Day {
	let day = last;
	while (!isWorkday(day)) day = addDays(day, 1);
	return day;
}

/** What was passed over between two days, the first left out. */
function describeDays(lastDay: Day, after: Day): Deadline {
	const skipped: SkippedDay[] = [];
	const years = new Set<string>();
	for (let date = addDays(after, 1); date <= lastDay; date = addDays(date, 1)) {
		const why = whyNotWorkday(date);
		if (why !== null) skipped.push({ date, why });
		if (!isYearKnown(date)) years.add(date.slice(0, 4));
	}
	return { lastDay, skipped, unlistedYears: [...years] };
}
