import { isWorkday, whyNotWorkday } from '#lib/shared/calendar.ts';
import type { StatutoryDeadline } from '#lib/shared/statutory-deadline.ts';
import { type Day, addDays, daysBetween, weekdayOf } from '#lib/shared/time.ts';

/** What a day is in a period. */
export const DAY_ROLES = { start: '起算日', counted: '计入', skipped: '跳过', last: '最后一日' } as const;
export type DayRole = keyof typeof DAY_ROLES;

export interface StripDay {
	readonly date: Day;
	readonly role: DayRole;
	/** Which of the counted days it is; null = it is not counted. */
	readonly number: number | null;
	/** 国庆节放假, 星期六, 调休上班; empty on an ordinary working day. */
	readonly why: string;
}

/** The days of a period in whole weeks, Monday first; `left` = days of a long one that are not shown. */
export interface Strip {
	/** Empty cells before the first day. */
	readonly blanks: number;
	readonly days: readonly StripDay[];
	readonly left: number;
}

/** Longer ones are shown from the end: that is where days are skipped. */
const MOST_DAYS = 56;
const TAIL_DAYS = 21;

/** Every day of a period with what it counts for; null for hours, which skip nothing. */
export function stripOf(start: Day, { lastDay, unit, skipped }: StatutoryDeadline): Strip | null {
	if (unit === 'hour') return null;
	const total = daysBetween(start, lastDay) + 1;
	const left = total > MOST_DAYS ? total - TAIL_DAYS : 0;
	const out = new Set(skipped.map(({ date }) => date));
	const days: StripDay[] = [];
	// The day on which the period would have ended is one of its days, and not the last.
	const moved = unit === 'workday' ? undefined : skipped[0]?.date;
	let number = 0;
	for (let index = 0; index < total; index++) {
		const date = addDays(start, index);
		const role = index === 0 ? 'start' : date === lastDay ? 'last' : out.has(date) ? 'skipped' : 'counted';
		const isCounted = role === 'counted' || date === moved || (role === 'last' && moved === undefined);
		if (isCounted) number++;
		if (index >= left) days.push({ date, role, number: isCounted ? number : null, why: whyOf(date) });
	}
	return { blanks: weekdayOf(days[0]!.date) - 1, days, left };
}

const whyOf = (date: Day) => whyNotWorkday(date) ?? (weekdayOf(date) > 5 && isWorkday(date) ? '调休上班' : '');
