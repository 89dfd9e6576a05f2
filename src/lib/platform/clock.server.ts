import { instantOf } from '#lib/shared/time.ts';

export type Clock = () => Date;

/**
 * The source of every instant.
 * @param start local time `2026-11-20T09:00` at which the clock starts and from which it runs; empty = the real time
 */
export function startClock(start: string): Clock {
	if (start === '') return () => new Date();
	const [day, time] = start.split('T');
	const offset = instantOf(day!, time).getTime() - Date.now();
	return () => new Date(Date.now() + offset);
}

/** How far the machine's clock is ahead of `now`, in milliseconds: for libraries that ask the machine themselves. */
export function driftFromReal(now: Date): number {
	return Date.now() - now.getTime();
}
