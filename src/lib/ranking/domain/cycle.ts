import { type Day, addDays } from '#lib/shared/time.ts';

/** A month, `2026-11`. */
export type Cycle = string;

export function isCycle(text: string): boolean {
	return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The first day of a cycle and the first day after it. */
export function boundsOf(cycle: Cycle): { from: Day; before: Day } {
	return { from: `${cycle}-01`, before: `${addDays(`${cycle}-28`, 4).slice(0, 7)}-01` };
}

export function previousCycle(cycle: Cycle): Cycle {
	return addDays(`${cycle}-01`, -1).slice(0, 7);
}

/** `2026年11月` */
export function formatCycle(cycle: Cycle): string {
	const [year, month] = cycle.split('-').map(Number);
	return `${year}年${month}月`;
}

/** On the first days of a month the board of the month before stands beside it: the newest one says too little. */
export const FIRST_DAYS = 5;

export function isFirstDays(today: Day): boolean {
	return Number(today.slice(8)) <= FIRST_DAYS;
}
