/** Failed sign-ins of one account or one address. */
export interface Failures {
	readonly failures: number;
	readonly lastFailureAt: Date;
	readonly blockedUntil: Date;
}

const FREE_FAILURES = 5;
const FIRST_DELAY_SECONDS = 15;
const MAX_DELAY_SECONDS = 15 * 60;
const FORGET_AFTER_SECONDS = 60 * 60;
const ADDRESS_FREE_FAILURES = 30;
const ADDRESS_MAX_DELAY_MILLIS = 2_000;

/** The counter after one more failure: after five, each doubles the delay up to 15 minutes; an hour without one forgets all. */
export function afterFailure(before: Failures | null, now: Date): Failures {
	const isStale = !before || now.getTime() - before.lastFailureAt.getTime() > FORGET_AFTER_SECONDS * 1000;
	const failures = isStale ? 1 : before.failures + 1;
	const over = failures - FREE_FAILURES;
	const seconds = over < 0 ? 0 : Math.min(MAX_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** over);
	return { failures, lastFailureAt: now, blockedUntil: new Date(now.getTime() + seconds * 1000) };
}

/** Whole seconds until the account may try again; 0 = now. */
export function secondsBlocked(state: Failures | null, now: Date): number {
	return state ? Math.max(0, Math.ceil((state.blockedUntil.getTime() - now.getTime()) / 1000)) : 0;
}

/** How long the answer to an address with many failures is held back, in milliseconds: slower, never shut out, for a whole bureau sits behind one. */
export function addressDelay(state: Failures | null, now: Date): number {
	if (!state || now.getTime() - state.lastFailureAt.getTime() > FORGET_AFTER_SECONDS * 1000) return 0;
	return Math.min(ADDRESS_MAX_DELAY_MILLIS, Math.max(0, state.failures - ADDRESS_FREE_FAILURES) * 100);
}
