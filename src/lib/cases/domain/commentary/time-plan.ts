/** The time of one item of the agenda: planned minutes and, once it was called, instants. */
export interface Timing {
	readonly minutes: number;
	readonly startedAt: Date | null;
	readonly endedAt: Date | null;
}

export interface ClockFace {
	/** `12:30`: what is left, or by how much it is over. */
	readonly text: string;
	readonly isOver: boolean;
	/** Whole seconds since the item was called. */
	readonly elapsed: number;
}

/** The clock of an item at an instant; one that was not called shows its whole time. */
export function faceOf({ minutes, startedAt, endedAt }: Timing, now: Date): ClockFace {
	const elapsed = startedAt === null ? 0 : Math.max(0, Math.floor(((endedAt ?? now).getTime() - +startedAt) / 1000));
	const left = minutes * 60 - elapsed;
	return { text: sayClock(Math.abs(left)), isOver: left < 0, elapsed };
}

/** `75` → `01:15`; hours stand in front where there are any. */
export function sayClock(seconds: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(seconds / 3600);
	const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
	return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Minutes an item really took, rounded up: a sentence begun is a minute used. Null while it has not ended. */
export function minutesTaken({ startedAt, endedAt }: Timing): number | null {
	if (!startedAt || !endedAt) return null;
	return Math.ceil(Math.max(0, endedAt.getTime() - startedAt.getTime()) / 60_000);
}

const LATEST_MINUTES = 24 * 60;

/** When each item is due by the plan, `14:30`; after midnight nobody meets. */
export function planClocks(begin: string, minutes: readonly number[]): string[] {
	const [hour = 0, minute = 0] = begin.split(':').map(Number);
	let at = hour * 60 + minute;
	return minutes.map((one) => {
		const shown = at % LATEST_MINUTES;
		at += one;
		return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
	});
}
