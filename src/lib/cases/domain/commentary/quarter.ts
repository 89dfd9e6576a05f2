import { type Day, addDays } from '#lib/shared/time.ts';

/** `2026-Q3` */
export type Quarter = string;

/** How long sheets can still be signed after the quarter's end (D: no rule says). */
export const SIGNING_DAYS = 30;

export function isQuarter(text: string): boolean {
	return /^20\d\d-Q[1-4]$/.test(text);
}

export function quarterOf(day: Day): Quarter {
	return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** First and last day. */
export function daysOf(quarter: Quarter): { readonly from: Day; readonly until: Day } {
	const year = Number(quarter.slice(0, 4));
	const number = Number(quarter.slice(-1));
	const first = (month: number) => (month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`);
	return { from: first(number * 3 - 2), until: addDays(first(number * 3 + 1), -1) };
}

export function before(quarter: Quarter): Quarter {
	return quarterOf(addDays(daysOf(quarter).from, -1));
}

/** Whether sheets of a quarter can be signed on a day: from its first day until some days after its last. */
export function takesSheets(quarter: Quarter, today: Day): boolean {
	const { from, until } = daysOf(quarter);
	return today >= from && today <= addDays(until, SIGNING_DAYS);
}

/** `2026年第三季度` */
export function formatQuarter(quarter: Quarter): string {
	return `${Number(quarter.slice(0, 4))}年第${'一二三四'[Number(quarter.slice(-1)) - 1]}季度`;
}
