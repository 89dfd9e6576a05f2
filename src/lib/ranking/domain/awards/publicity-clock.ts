import { isWorkday } from '#lib/shared/calendar.ts';
import { type Deadline, lastDayOf } from '#lib/shared/deadline.ts';
import { type Day, addDays, formatDay } from '#lib/shared/time.ts';

/** Days on which the clock of one nominee stands still: from an objection to the day it was decided, both included. */
export interface Pause {
	readonly from: Day;
	/** Null = not decided yet. */
	readonly to: Day | null;
}

export interface PublicityClock {
	/** Null while an objection is open. */
	readonly lastDay: Day | null;
	/** Working days that are still to come when the clock goes on. */
	readonly remaining: number;
	/** How the last day came about. */
	readonly explanation: readonly string[];
}

const workdays = (start: Day, length: number): Deadline => lastDayOf({ start, length, unit: 'workday', rolls: false });

/** Working days after one day and before another. */
function countBetween(after: Day, before: Day): number {
	let count = 0;
	for (let day = addDays(after, 1); day < before; day = addDays(day, 1)) if (isWorkday(day)) count++;
	return count;
}

/** Objections that overlap, or meet on a day, are one pause. */
export function mergePauses(pauses: readonly Pause[]): Pause[] {
	const merged: Pause[] = [];
	for (const pause of [...pauses].sort((left, right) => (left.from < right.from ? -1 : 1))) {
		const last = merged.at(-1);
		if (!last || (last.to !== null && pause.from > last.to)) {
			merged.push(pause);
			continue;
		}
		const to = last.to === null || pause.to === null ? null : pause.to > last.to ? pause.to : last.to;
		merged[merged.length - 1] = { from: last.from, to };
	}
	return merged;
}

/**
 * The last day of a nominee's publicity: the first day is not counted, then working days. The day of an objection and those
 * up to its decision do not count; from the day after that the rest runs on, so at least one more day is always left.
 * @param length working days
 */
export function clockOf(startedOn: Day, length: number, pauses: readonly Pause[]): PublicityClock {
	let start = startedOn;
	let remaining = length;
	const explanation = [`${formatDay(startedOn)}开始公示，当日不计，共 ${length} 个工作日`];
	for (const { from, to } of mergePauses(pauses)) {
		remaining -= countBetween(start, from);
		explanation.push(`${formatDay(from)}收到异议，自当日起暂停，余 ${remaining} 个工作日`);
		if (to === null) return { lastDay: null, remaining, explanation };
		explanation.push(`${formatDay(to)}核实完毕，次日起续计`);
		start = to;
	}
	const { lastDay, skipped } = workdays(start, remaining);
	const passed = skipped.map(({ date, why }) => `${formatDay(date)}${why}`);
	if (passed.length > 0) explanation.push(`不计：${passed.join('、')}`);
	explanation.push(`最后一天是${formatDay(lastDay)}`);
	return { lastDay, remaining, explanation };
}

/** Whether nothing can be objected any more on a day. */
export const isOver = ({ lastDay }: Pick<PublicityClock, 'lastDay'>, today: Day) => lastDay !== null && today > lastDay;
