/** How long a session lasts: so many days without use, and so many in all, however it is used. */
export interface SessionLimits {
	readonly idleDays: number;
	readonly absoluteDays: number;
}

const DAY_MS = 86_400_000;

/** The instant at which a session ends for good. */
export function endOf(openedAt: Date, { absoluteDays }: SessionLimits): Date {
	return new Date(openedAt.getTime() + absoluteDays * DAY_MS);
}

/** Until when a session holds that is opened or renewed now: the idle time, but never past its end. */
export function expiryOf(openedAt: Date, now: Date, limits: SessionLimits): Date {
	const idle = now.getTime() + limits.idleDays * DAY_MS;
	return new Date(Math.min(idle, endOf(openedAt, limits).getTime()));
}
