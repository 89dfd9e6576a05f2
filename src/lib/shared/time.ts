/**
 * Legal days and clock times of the bureau. A day is the text `2026-11-22` in Asia/Shanghai, which has had no daylight
 * saving since 1991 and is UTC+8 throughout, so day arithmetic needs no calendar library in the browser.
 */
export type Day = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

/** The legal day on which an instant falls. */
export function dayOf(instant: Date): Day {
	return new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 10);
}

/** `09:05`, the wall clock in Asia/Shanghai. */
export function clockOf(instant: Date): string {
	return new Date(instant.getTime() + SHANGHAI).toISOString().slice(11, 16);
}

/** The instant at which a day (and hour, `09:30`) begins in Asia/Shanghai. */
export function instantOf(day: Day, clock = '00:00'): Date {
	return new Date(`${day}T${clock}${clock.length === 5 ? ':00' : ''}+08:00`);
}

export function addDays(day: Day, days: number): Day {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same date `months` later; the last of the month where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const first = new Date(Date.UTC(year, month - 1 + months, 1));
	const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	return addDays(first.toISOString().slice(0, 10), Math.min(date, length) - 1);
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
	return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether a text is a real calendar day in ISO form, 1900 to 2999: so that any period that starts on it can be counted to its end. */
export function isDay(text: string): boolean {
	if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
	const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return date >= 1 && date <= (month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0));
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Wall clock of a day in Asia/Shanghai, `2026-11-22T09:30`; sorts as text. */
export type Moment = string;

/** Whether a text is a real minute in that form. */
export function isMoment(text: string): boolean {
	return /^[^T]{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10));
}

export function addHours(moment: Moment, hours: number): Moment {
	return new Date(Date.parse(`${moment}:00Z`) + hours * HOUR).toISOString().slice(0, 16);
}

/** `2026年11月22日` */
export function formatDay(day: Day): string {
	return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** `11月22日` */
export function formatShortDay(day: Day): string {
	return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

export const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const;

/** `星期日` */
export function formatWeekday(day: Day): string {
	return WEEKDAYS[weekdayOf(day) - 1]!;
}
