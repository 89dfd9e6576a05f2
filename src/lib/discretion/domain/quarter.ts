import type { Day } from '#lib/shared/time.ts';

/** A quarter of a year, `2026-Q4`. */
export type Quarter = string;

export function quarterOf(day: Day): Quarter {
	return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

export const isQuarter = (text: string): boolean => /^\d{4}-Q[1-4]$/.test(text);

/** 1–4. */
export const numberOfQuarter = (quarter: Quarter): number => Number(quarter.slice(-1));

/** The quarter before. */
export function quarterBefore(quarter: Quarter): Quarter {
	const [year, number] = [Number(quarter.slice(0, 4)), numberOfQuarter(quarter)];
	return number > 1 ? `${year}-Q${number - 1}` : `${year - 1}-Q4`;
}

/** The last day of it. */
export function lastDayOf(quarter: Quarter): Day {
	return quarter.slice(0, 4) + (['-03-31', '-06-30', '-09-30', '-12-31'][numberOfQuarter(quarter) - 1] ?? '');
}

/** `2026年第四季度` */
export function formatQuarter(quarter: Quarter): string {
	return `${quarter.slice(0, 4)}年第${'一二三四'[numberOfQuarter(quarter) - 1]}季度`;
}
