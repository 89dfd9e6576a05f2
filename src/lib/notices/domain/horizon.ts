import { type Day, addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { CERTIFICATE_DAYS, HEARING_DAYS, NEWS_DAYS } from './kinds.ts';

/** The limits that rooms ask by, from the day of asking: instants as ISO text, days as they are. */
export interface Horizon {
	readonly newsSince: string;
	readonly hearingsSince: string;
	readonly hearingsUntil: string;
	readonly certificatesUntil: Day;
}

/** Whole days, so that what is told does not change in the middle of a day by itself. */
export function horizonAt(now: Date): Horizon {
	const today = dayOf(now);
	const startOf = (day: Day) => instantOf(day).toISOString();
	return {
		newsSince: startOf(addDays(today, -NEWS_DAYS)),
		// One that ran over midnight, or was never ended, is still asked for the day after.
		hearingsSince: startOf(addDays(today, -1)),
		hearingsUntil: startOf(addDays(today, HEARING_DAYS + 1)),
		certificatesUntil: addDays(today, CERTIFICATE_DAYS)
	};
}
