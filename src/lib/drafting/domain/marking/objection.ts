import { lastDayOf } from '#lib/shared/deadline.ts';
import type { Day } from '#lib/shared/time.ts';

/** What became of an objection. */
export const OUTCOMES = { stands: '维持原评分', changed: '改按复核评分' } as const;
export type Outcome = keyof typeof OUTCOMES;

export const REASON_LENGTH = { min: 10, max: 1500 } as const;

/** The last day on which the marks given on `settledOn` may be objected to, in working days after it. */
export const lastDayToObject = (settledOn: Day, workdays: number): Day =>
	lastDayOf({ start: settledOn, length: workdays, unit: 'workday', rolls: false }).lastDay;
