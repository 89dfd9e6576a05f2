import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Db } from '#db/connect.ts';
import { driftFromReal } from '#lib/platform/clock.server.ts';
import type { Actor } from '../domain/roles.ts';
import { recallSession, startCheck } from './recent-sessions.server.ts';
import * as repository from './repository.server.ts';

// Lucia 3 is feature-complete and no longer developed: nothing outside this file knows it (docs/decisions/0002).

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionFacts, Actor>;
		DatabaseSessionAttributes: SessionFacts;
		DatabaseUserAttributes: Actor;
	}
}

export interface SessionFacts {
	readonly device: string;
	readonly address: string;
}

const LIFETIME_DAYS = 7;

export function hashOf(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

/**
 * Lucia compares expiry with the machine's clock; ours may be set (`LEITAI_CLOCK`). The adapter shifts between the two,
 * and it stores only the SHA-256 of the token, so a stolen database opens no session.
 */
function luciaAt(db: Db, now: Date): Lucia<SessionFacts, Actor> {
	const drift = driftFromReal(now);
	const toReal = (date: Date) => new Date(date.getTime() + drift);
	const toOurs = (date: Date) => new Date(date.getTime() - drift);
	const adapter: Adapter = {
		getSessionAndUser: async (token): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
			const found = await repository.selectSession(db, hashOf(token));
			if (!found) return [null, null];
			const { actor, expiresAt, ...attributes } = found;
			const session = { id: token, userId: actor.personId, expiresAt: toReal(expiresAt), attributes };
			return [session, { id: actor.personId, attributes: actor }];
		},
		getUserSessions: () => Promise.reject(new Error('tokens are not stored: list sessions by their hashes')),
		setSession: ({ id, userId, expiresAt, attributes }) =>
			repository.insertSession(db, {
				...{ tokenHash: hashOf(id), personId: userId, createdAt: now, expiresAt: toOurs(expiresAt), ...attributes }
			}),
		updateSessionExpiration: (token, expiresAt) => repository.extendSession(db, hashOf(token), toOurs(expiresAt)),
		deleteSession: (token) => repository.deleteSession(db, hashOf(token)),
		deleteUserSessions: (personId) => repository.deleteSessionsOf(db, personId),
		deleteExpiredSessions: () => repository.deleteExpiredSessions(db, now)
	};
	return new Lucia(adapter, {
		sessionExpiresIn: new TimeSpan(LIFETIME_DAYS, 'd'),
		getUserAttributes: (actor) => actor,
		getSessionAttributes: (facts) => facts
	});
}

/** Opens a session. @returns the token for the cookie and its lifetime in seconds */
export async function createSession(db: Db, now: Date, personId: string, facts: SessionFacts) {
	const { id } = await luciaAt(db, now).createSession(personId, facts);
	return { token: id, maxAge: LIFETIME_DAYS * 86_400 };
}

export interface CheckedSession {
	readonly actor: Actor;
	/** Asks for a new cookie of `maxAge` seconds. */
	readonly renewed: boolean;
	readonly maxAge: number;
}

/** Who holds this token; null when it is unknown, expired or its person is deactivated. */
export async function validateSession(db: Db, now: Date, token: string): Promise<CheckedSession | null> {
	const maxAge = LIFETIME_DAYS * 86_400;
	const known = recallSession(token, now);
	if (known) return { actor: known, renewed: false, maxAge };
	const keep = startCheck();
	const { session, user } = await luciaAt(db, now).validateSession(token);
	if (!session) return null;
	const actor = user as Actor;
	keep(token, actor, new Date(session.expiresAt.getTime() - driftFromReal(now)));
	return { actor, renewed: session.fresh, maxAge };
}

export async function endSession(db: Db, now: Date, token: string): Promise<void> {
	await luciaAt(db, now).invalidateSession(token);
}
