import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { Actor } from '../domain/roles.ts';

/**
 * Sessions that this node checked a moment ago, so that an officer's next request need not ask the database again.
 * The database tells every node when a session, person, role or unit changes (trigger `tell_identity_changed`), and all is
 * forgotten at once; a node that is not told keeps nothing. Should a notice be lost with its connection, the limit holds.
 */
const KEPT_SECONDS = 10;
const MOST_SESSIONS = 5_000;

export interface KnownSession {
	readonly actor: Actor;
	readonly mustEnrol: boolean;
	readonly expiresAt: Date;
}

interface Recent extends KnownSession {
	/** Of the machine's monotonic clock, ms. */
	readonly until: number;
}

const recent = new Map<string, Recent>();
let isTold = false;
let changes = 0;

function forgetSessions(): void {
	changes++;
	recent.clear();
}

/** Who holds the token, if this node knows that still. */
export function recallSession(token: string, now: Date): KnownSession | null {
	const known = recent.get(token);
	return known && known.until > performance.now() && known.expiresAt > now ? known : null;
}

/** Begins a check. @returns what keeps its result, unless something changed in the meantime */
export function startCheck(): (token: string, session: KnownSession) => void {
	const before = changes;
	return (token, session) => {
		if (!isTold || changes !== before) return;
		if (recent.size >= MOST_SESSIONS) recent.clear();
		recent.set(token, { ...session, until: performance.now() + KEPT_SECONDS * 1000 });
	};
}

/** A channel that tells of changes: calls `heard` for each, `begun` each time that it can be relied on again. */
export type Listen = (channel: string, heard: () => void, begun: () => void) => Promise<void>;

/** Run once by each node that serves pages. */
export function keepRecentSessions(listen: Listen): Promise<void> {
	return listen('identity_changed', forgetSessions, () => {
		isTold = true;
		forgetSessions();
	});
}

/** A transaction that changes sessions, people or roles: on this node it counts from the answer on, not from the notice. */
export async function changeIdentity<C extends Ctx, T>(ctx: C, work: (inner: C) => Promise<T>): Promise<T> {
	const result = await inTransaction(ctx, work);
	forgetSessions();
	return result;
}
